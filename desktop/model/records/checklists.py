"""What is to be thought of in each phase of an assessment, and what of it is done."""

import datetime as dt
from enum import StrEnum
from typing import Annotated, ClassVar

from desktop.model.maturity.vocabulary import Phase
from desktop.model.records.merge_rule import MergeRule
from desktop.model.records.record import MARK, CellRule, Feeds, Lasts, Privacy, Record, RecordKind
from desktop.model.records.typed_cells import OfMember


class CheckState(StrEnum):
    """How it stands with an item of a checklist."""

    OPEN = "open"
    DONE = "done"
    NOT_NEEDED = "not_needed"


class ChecklistItem(Record, frozen=True):
    """An item of the team's own."""

    declared = RecordKind("checklist_item", Feeds.NOTHING, Privacy.TEAM, called="text")
    listed: ClassVar[bool] = True

    id: str
    phase: Phase = Phase.PREPARATION
    text: str = ""


class ChecklistTick(Record, frozen=True):
    """How it stands with an item.

    Attributes:
        item: id of an item of the team's own, or the name of one that is ready-made; of one of a model, ``model:id``.
        day: on which that was said.
        member: who of the team said it; empty where that is not known.
    """

    declared = RecordKind("checklist_tick", Feeds.NOTHING, Privacy.TEAM, MergeRule.LATEST, lasts=Lasts.ROUND)
    keys: ClassVar[tuple[str, ...]] = ("item",)

    item: Annotated[str, CellRule(names=MARK)]
    state: CheckState = CheckState.OPEN
    day: dt.date | None = None
    member: OfMember = ""
