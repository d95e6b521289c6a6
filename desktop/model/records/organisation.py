"""Of which parts of the organisation the assessment is, and what it may cost."""

from enum import StrEnum
from typing import Annotated, ClassVar

from desktop.model.records.record import CellRule, Feeds, Lasts, Privacy, Record, RecordKind
from desktop.model.records.typed_cells import DecimalText, TeamText


class ScopeSort(StrEnum):
    """What the assessment can be about besides models and their areas."""

    UNIT = "unit"
    SERVICE = "service"


class ScopeItem(Record, frozen=True):
    """A unit of the organisation, or a service that it provides.

    Attributes:
        in_scope: whether the assessment is about it.
        note: why it is not, or whatever else is to be known.
    """

    declared = RecordKind("scope_item", Feeds.NOTHING, Privacy.TEAM, called="name")
    listed: ClassVar[bool] = True

    id: str
    sort: ScopeSort = ScopeSort.UNIT
    name: str = ""
    in_scope: bool = True
    note: TeamText = ""


class BudgetLine(Record, frozen=True):
    """Something that the assessment costs, in the currency of `Details`.

    Attributes:
        planned: what it may cost, as decimal text; empty while nothing is planned.
        spent: what it has cost so far, likewise.
    """

    declared = RecordKind("budget_line", Feeds.NOTHING, Privacy.TEAM, called="name")
    listed: ClassVar[bool] = True

    id: str
    name: str = ""
    planned: DecimalText = ""
    spent: Annotated[DecimalText, CellRule(lasts=Lasts.ROUND)] = ""
    note: TeamText = ""
