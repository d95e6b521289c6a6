"""The table of the plan: when each action is worked on, what it takes, and what it waits for."""

from __future__ import annotations

from msgspec.structs import replace

from desktop.exchange.deliverable import ActionLine, Deliverable
from desktop.exchange.tables.actions import action_columns, in_turn
from desktop.exchange.tables.table import Column, Kind, Table
from desktop.language import _, pgettext
from desktop.model.maturity.refs import Ref


def plan(deliverable: Deliverable) -> Table[ActionLine]:
    """A row for each action, as in the table of actions; what nobody has said of any has no column."""
    number, title, owner, due, _priority, status = action_columns()
    money = deliverable.subject.currency
    columns: tuple[Column[ActionLine], ...] = (
        number,
        replace(title, width=30),
        replace(status, width=11),
        Column(
            "percent", _("Done"), 10, _("How much of it is done."), Kind.PERCENT, lambda action: action.percent or None
        ),
        replace(owner, width=15),
        Column("deputy", _("Deputy"), 14, _("Who sees to it when the owner cannot, as a role.")),
        Column("start", pgettext("of an action", "Start"), 12, _("The day on which work on it begins."), Kind.DAY),
        replace(due, width=12),
        Column("closed", _("Closed"), 12, _("The day it was done or dropped."), Kind.DAY),
        Column("milestone", _("Milestone"), 17, _("What it is to be done for.")),
        Column(
            "needs",
            _("Waits for"),
            10,
            _("The numbers of the actions that have to be done first."),
            read=lambda action: tuple(map(str, action.needs)),
        ),
        Column("effort", _("Effort"), 9, _("Person days that it takes."), Kind.DECIMAL),
        Column("cost", pgettext("of an action", "Cost"), 11, _cost_meaning(money), Kind.DECIMAL),
        Column("benefit", _("Benefit"), 11, _("What it brings in a year, in the same currency."), Kind.DECIMAL),
        Column("risk", _("Risk"), 7, _("How likely it is to fail, from 1, hardly, to 5, very."), Kind.LEVEL),
        Column(
            "impact",
            _("Impact"),
            9,
            _("How much it changes for those who work there or are served, from 1, little, to 5, most."),
            Kind.LEVEL,
        ),
        Column("value", _("Value"), 8, _("What users and business gain, relative to other actions."), Kind.LEVEL),
        Column("urgency", _("Urgency"), 10, _("How much is lost by waiting, likewise."), Kind.LEVEL),
        Column("opportunity", _("Chance"), 10, _("Which risks it lowers or chances it opens, likewise."), Kind.LEVEL),
        Column("size", pgettext("of an action", "Size"), 7, _("How large it is, likewise."), Kind.LEVEL),
        Column("tags", _("Tags"), 14, _("The team's own words for it.")),
        Column("dropped_because", _("Dropped because"), 24, _("Why it was dropped.")),
    )
    return Table(
        _("Plan"),
        _("When each action is worked on, what it takes, and what it waits for."),
        columns,
        in_turn(deliverable.actions),
        lambda action: Ref("", action.id),
        key="plan",
    ).without_empty()


def _cost_meaning(currency: str) -> str:
    if not currency:
        return _("What it costs besides.")
    return _("What it costs besides, in {currency}.").format(currency=currency)
