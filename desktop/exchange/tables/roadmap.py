"""The road map of the plan as tables: the actions in time, the work of each owner by quarter, and where it leads."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from functools import partial

from msgspec import Struct

from desktop.exchange.deliverable import ActionLine, Deliverable, MilestoneLine, OutlookLine
from desktop.exchange.tables.table import Column, Kind, Table
from desktop.language import _
from desktop.model.maturity import Pack
from desktop.model.maturity.refs import Ref
from desktop.model.planning.quarters import Quarter, quarter_of
from desktop.model.planning.timelines import shown_quarters, span, work_by_quarter
from desktop.model.records import ActionStatus
from desktop.model.scoring import rounding
from desktop.wording.part_results import point_text
from desktop.wording.quarters import quarter_name

_DECIMALS = 1


class PlanInTime(Struct, frozen=True):
    """What road maps are made of.

    Attributes:
        day: the day on which it is looked at.
        packs: the models in use by id, in their order.
    """

    day: dt.date
    actions: tuple[ActionLine, ...]
    milestones: tuple[MilestoneLine, ...]
    outlook: tuple[OutlookLine, ...]
    packs: Mapping[str, Pack]

    @property
    def planned(self) -> list[ActionLine]:
        """The actions of the road map: all but the dropped ones."""
        return [action for action in self.actions if action.status is not ActionStatus.DROPPED]

    @property
    def quarters(self) -> tuple[Quarter, ...]:
        """The quarters that are shown."""
        return shown_quarters(self.planned, [milestone.day for milestone in self.milestones], self.day)


def in_time(deliverable: Deliverable) -> PlanInTime:
    """The plan of a deliverable, as road maps look at it."""
    return PlanInTime(
        deliverable.day,
        deliverable.actions,
        deliverable.milestones,
        deliverable.outlook,
        {part.pack.id: part.pack for part in deliverable.models},
    )


class RoadmapRow(Struct, frozen=True):
    """An action in time.

    Attributes:
        area: name of the area, stream, track or part that it improves; empty for none.
        starts: its first day, `ends` its last; both None where it has no day.
    """

    action: ActionLine
    area: str
    starts: dt.date | None
    ends: dt.date | None

    @property
    def quarter(self) -> Quarter | None:
        """The quarter by whose end it should be done."""
        return None if self.ends is None else quarter_of(self.ends)


class LoadRow(Struct, frozen=True):
    """The work of an owner by quarter, in person days.

    Attributes:
        unknown: how many of their actions nobody has estimated.
    """

    owner: str
    days: tuple[Fraction, ...]
    unknown: int


class OutlookRow(Struct, frozen=True):
    """Where each model would stand at the end of a quarter, by its id."""

    quarter: Quarter
    stands: Mapping[str, OutlookLine]


def roadmap_rows(plan: PlanInTime) -> list[RoadmapRow]:
    """The actions in the order of their areas in the models, then by day; what has no day stands last of its area."""
    order = {(id_, place): rank for id_, pack in plan.packs.items() for rank, place in enumerate(pack.place_by_id)}
    known = list(plan.packs)
    rows = []
    for action in plan.planned:
        found = span(action)
        pack = plan.packs.get(action.model)
        place = pack.place_by_id.get(action.place) if pack else None
        rows.append(RoadmapRow(action, place.name if place else "", *(found or (None, None))))
    return sorted(
        rows,
        key=lambda row: (
            not row.area,
            known.index(row.action.model) if row.area else 0,
            order.get((row.action.model, row.action.place), 0),
            row.starts or dt.date.max,
            row.ends or dt.date.max,
            row.action.number,
        ),
    )


def roadmap(deliverable: Deliverable) -> Table[RoadmapRow]:
    """A row for each action that was not dropped; see `roadmap_rows`."""
    return Table(
        _("Road map"),
        _("The actions in time, area by area. Dropped ones are left out; those without a day stand last."),
        (
            Column("area", _("To improve"), 26, _("The area, stream or track that the action is for.")),
            Column("action.number", _("No."), 6, _("The action's number."), Kind.COUNT),
            Column("action.title", _("Action"), 34, _("What is to be done."), Kind.NAME),
            Column("action.owner", _("Owner"), 19, _("Who sees to it, as a role.")),
            Column("action.start", _("Start"), 13, _("The day work on it begins."), Kind.DAY),
            Column("action.due", _("Due"), 13, _("The day it should be done."), Kind.DAY),
            Column(
                "quarter",
                _("Quarter"),
                10,
                _("The quarter by whose end it should be done."),
                read=lambda row: quarter_name(row.quarter) if row.quarter else None,
            ),
            Column("action.status", _("Status"), 13, _("Where it stands.")),
            Column("action.percent", _("Done, %"), 9, _("How much of it is done."), Kind.COUNT),
            Column("action.effort", _("Effort, days"), 11, _("Person days that it takes."), Kind.DECIMAL),
            Column(
                "needs",
                _("After"),
                10,
                _("The numbers of the actions that it waits for."),
                read=lambda row: ", ".join(map(str, row.action.needs)),
            ),
            Column("action.milestone", _("Milestone"), 22, _("The milestone that it is to be done for.")),
        ),
        roadmap_rows(in_time(deliverable)),
        lambda row: Ref("", row.action.id),
    )


def owner_load(deliverable: Deliverable) -> Table[LoadRow]:
    """The work of each owner in each quarter of the road map, the one with the most first."""
    plan = in_time(deliverable)
    return Table(
        _("Load by owner"),
        _(
            "Person days in each quarter, as much of an action's effort as of its days falls into it. "
            "Actions without an effort or a day count nothing."
        ),
        (
            Column("owner", _("Owner"), 24, _("Who sees to the actions, as a role."), Kind.NAME),
            *(
                Column(
                    f"quarter {number}",
                    quarter_name(quarter),
                    10,
                    _("Person days in this quarter."),
                    Kind.DECIMAL,
                    read=partial(_days, number),
                )
                for number, quarter in enumerate(plan.quarters)
            ),
            Column("unknown", _("No effort"), 10, _("How many of their actions nobody has estimated."), Kind.COUNT),
        ),
        load_rows(plan),
        lambda row: Ref("", row.owner or "*"),
    )


def load_rows(plan: PlanInTime) -> list[LoadRow]:
    """The work of each owner in the quarters that are shown, the one with the most first; of nobody last."""
    quarters = plan.quarters
    by_owner: dict[str, list[ActionLine]] = {}
    for action in plan.planned:
        by_owner.setdefault(action.owner, []).append(action)
    rows = []
    for owner, actions in by_owner.items():
        shares = [work_by_quarter(action, Fraction(action.effort or 0), quarters) for action in actions]
        days = tuple(sum(each, Fraction(0)) for each in zip(*shares, strict=True))
        rows.append(LoadRow(owner, days, sum(action.effort is None for action in actions)))
    return sorted(rows, key=lambda row: (not row.owner, -sum(row.days), row.owner))


def outlook(deliverable: Deliverable) -> Table[OutlookRow]:
    """Where each model would stand at the end of each quarter; empty while no action has a due date."""
    return Table(
        _("Predicted levels"),
        _("Where each model would stand at the end of a quarter, if every action is done by its due date."),
        (
            Column(
                "quarter", _("End of"), 12, _("The quarter."), Kind.NAME, read=lambda row: quarter_name(row.quarter)
            ),
            *(
                Column(
                    part.pack.id,
                    part.pack.name,
                    18,
                    _("The level that would be reached, or what the model as a whole would be."),
                    read=partial(_stands, part.pack),
                )
                for part in deliverable.models
            ),
        ),
        outlook_rows(in_time(deliverable)),
        lambda row: Ref("", quarter_name(row.quarter)),
    )


def outlook_rows(plan: PlanInTime) -> list[OutlookRow]:
    """The outlook by quarter."""
    found: dict[Quarter, dict[str, OutlookLine]] = {}
    for line in plan.outlook:
        found.setdefault(line.quarter, {})[line.model] = line
    return [OutlookRow(quarter, stands) for quarter, stands in found.items()]


def stands_text(line: OutlookLine) -> str:
    """The level as a number, or what a model with rules of its own would be."""
    return point_text(line.point) if line.level is None else str(line.level)


def rounded_days(days: Fraction) -> Decimal:
    """Person days as they are shown, with one decimal."""
    return rounding.half_up(days, _DECIMALS)


def _days(number: int, row: LoadRow) -> Decimal | None:
    return rounded_days(row.days[number]) if row.days[number] else None


def _stands(pack: Pack, row: OutlookRow) -> str | None:
    line = row.stands.get(pack.id)
    return None if line is None else stands_text(line)
