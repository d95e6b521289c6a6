"""The tables of a plan within a budget: what is done when, what is left out, and what stays below its target."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import partial

from desktop.exchange.tables.table import Column, Kind, Table
from desktop.language import _
from desktop.model.maturity.refs import Ref
from desktop.model.planning.budgeted.told import LeftOut, PlannedItem, Unreached
from desktop.model.scoring import rounding
from desktop.wording.best_plans import (
    ToldPlan,
    place_text,
    stands_after,
    why_left_out,
    why_planned,
    why_unreached,
)
from desktop.wording.quarters import quarter_name

_DECIMALS = 2


def planned_actions(told: ToldPlan) -> Table[PlannedItem]:
    """The actions of the plan in the order in which they are worked on."""
    return Table(
        _("Plan"),
        _("The actions of the plan in the order in which they are worked on, with what would be lost without each."),
        (
            *_of_action(told),
            Column(
                "starts", _("Begins"), 10, _("The quarter in which work on it begins."), read=partial(_begins, told)
            ),
            Column("quarter", _("Done by"), 10, _("The quarter by whose end it is done."), read=partial(_done, told)),
            Column(
                "effort", _("Person days"), 11, _("What it still takes."), Kind.DECIMAL, read=partial(_effort, told)
            ),
            Column("cost", _("Cost"), 11, _("What it still costs besides."), Kind.DECIMAL, read=partial(_cost, told)),
            Column("why", _("Why"), 44, _("What would be lost without it."), read=partial(why_planned, told)),
        ),
        told.plan.planned,
        lambda row: Ref("", row.id),
    )


def left_out_actions(told: ToldPlan) -> Table[LeftOut]:
    """The open actions that are not in the plan."""
    return Table(
        _("Left out"),
        _("The open actions that are not in the plan."),
        (
            *_of_action(told),
            Column("effort", _("Person days"), 11, _("What it takes."), Kind.DECIMAL, read=partial(_effort, told)),
            Column("cost", _("Cost"), 11, _("What it costs besides."), Kind.DECIMAL, read=partial(_cost, told)),
            Column("why", _("Why not"), 44, _("Why it is left out."), read=partial(why_left_out, told)),
        ),
        told.plan.left_out,
        lambda row: Ref("", row.id),
    )


def unreached_places(told: ToldPlan) -> Table[Unreached]:
    """What the plan does not bring to its target."""
    return Table(
        _("Not reached"),
        _("What stays below its target at the end of the plan, models first, then the largest weighted gap."),
        (
            Column(
                "place", _("Where"), 30, _("The area, stream, track or model."), Kind.NAME, partial(place_text, told)
            ),
            Column("stands", _("At the end"), 26, _("Where it stands then, and its target."), read=stands_after),
            Column("why", _("Why"), 52, _("What is missing."), read=partial(why_unreached, told)),
        ),
        told.plan.unreached,
        lambda row: Ref(row.model, row.gap.place),
    )


def _of_action(told: ToldPlan) -> tuple[Column[PlannedItem | LeftOut], ...]:
    return (
        Column(
            "number",
            _("No."),
            6,
            _("The action's number."),
            Kind.COUNT,
            read=lambda row: told.actions[row.id].number,
        ),
        Column(
            "title", _("Action"), 34, _("What is to be done."), Kind.NAME, read=lambda row: told.actions[row.id].title
        ),
        Column("owner", _("Owner"), 19, _("Who sees to it, as a role."), read=lambda row: told.actions[row.id].owner),
    )


def _begins(told: ToldPlan, row: PlannedItem) -> str:
    return quarter_name(told.quarter(row.starts))


def _done(told: ToldPlan, row: PlannedItem) -> str:
    return quarter_name(told.quarter(row.quarter))


def _effort(told: ToldPlan, row: PlannedItem | LeftOut) -> Decimal | None:
    return _rounded(told.item(row.id).effort)


def _cost(told: ToldPlan, row: PlannedItem | LeftOut) -> Decimal | None:
    return _rounded(told.item(row.id).cost)


def _rounded(value: Fraction | None) -> Decimal | None:
    return None if value is None else rounding.half_up(value, _DECIMALS).normalize() + 0
