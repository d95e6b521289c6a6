"""The tables that add the plan up: by status, by owner, by the quarter in which actions are due."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal

from msgspec import Struct

from desktop.exchange.deliverable import ActionLine, Deliverable
from desktop.exchange.tables.table import Column, Kind, Table
from desktop.language import _, pgettext
from desktop.model.maturity.refs import Ref
from desktop.model.planning.quarters import Quarter, quarter_of
from desktop.model.records import ActionStatus
from desktop.wording import names
from desktop.wording.quarters import quarter_name


class PlanTotal(Struct, frozen=True):
    """Some actions together.

    Attributes:
        name: what they have in common, as it is shown.
        begins: the first day of their quarter; None where they have something else in common.
        ends: its last.
    """

    name: str
    actions: tuple[ActionLine, ...]
    begins: dt.date | None = None
    ends: dt.date | None = None

    @property
    def overdue(self) -> int:
        """How many are."""
        return sum(action.overdue for action in self.actions)

    @property
    def effort(self) -> Decimal | None:
        """Person days; None where nobody has said of any."""
        return _sum(action.effort for action in self.actions)

    @property
    def cost(self) -> Decimal | None:
        """In the currency of the assessment, likewise."""
        return _sum(action.cost for action in self.actions)

    @property
    def benefit(self) -> Decimal | None:
        """A year, likewise."""
        return _sum(action.benefit for action in self.actions)


def by_status(deliverable: Deliverable) -> Table[PlanTotal]:
    """A row for each status that an action has, in the order of its life."""
    groups = {status: [each for each in deliverable.actions if each.status is status] for status in ActionStatus}
    rows = [PlanTotal(names.name(status), tuple(found)) for status, found in groups.items() if found]
    return _table(_("By status"), _("Status"), rows, "totals_by_status")


def by_owner(deliverable: Deliverable) -> Table[PlanTotal]:
    """A row for each owner of open actions, whoever has most first."""
    groups: dict[str, list[ActionLine]] = {}
    for action in _open(deliverable):
        groups.setdefault(action.owner, []).append(action)
    ranked = sorted(groups.items(), key=lambda each: (-len(each[1]), each[0].casefold()))
    rows = [PlanTotal(owner, tuple(found)) for owner, found in ranked if owner]
    return _table(_("Open actions by owner"), _("Owner"), rows, "totals_by_owner")


def by_quarter(deliverable: Deliverable) -> Table[PlanTotal]:
    """A row for each quarter in which open actions are due."""
    groups: dict[Quarter, list[ActionLine]] = {}
    for action in _open(deliverable):
        if action.due is not None:
            groups.setdefault(quarter_of(action.due), []).append(action)
    rows = [
        PlanTotal(quarter_name(quarter), tuple(found), quarter.starts, quarter.ends)
        for quarter, found in sorted(groups.items())
    ]
    return _table(_("Open actions by quarter"), _("Due in"), rows, "totals_by_quarter")


def _open(deliverable: Deliverable) -> list[ActionLine]:
    return [action for action in deliverable.actions if action.status.is_open]


def _table(name: str, heading: str, rows: list[PlanTotal], key: str) -> Table[PlanTotal]:
    columns: tuple[Column[PlanTotal], ...] = (
        Column("name", heading, 34, _("What the actions of the row have in common."), Kind.NAME),
        Column("actions", _("Actions"), 10, _("How many there are."), Kind.COUNT, lambda row: len(row.actions)),
        Column("overdue", _("Overdue"), 11, _("How many of them are overdue on the day of the export."), Kind.COUNT),
        Column("effort", _("Effort"), 12, _("Person days of all of them."), Kind.DECIMAL),
        Column("cost", pgettext("of an action", "Cost"), 14, _("What all of them cost."), Kind.DECIMAL),
        Column("benefit", _("Benefit"), 14, _("What all of them bring in a year."), Kind.DECIMAL),
    )
    return Table(
        name,
        _("How many actions there are, how many are overdue, and what they take."),
        columns,
        rows,
        lambda row: Ref("", row.name),
        key=key,
    )


def _sum(found: Iterable[Decimal | None]) -> Decimal | None:
    known = [each for each in found if each is not None]
    return sum(known, Decimal(0)) if known else None
