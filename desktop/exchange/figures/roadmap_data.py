"""The road map of the plan: what its picture shows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from enum import StrEnum
from fractions import Fraction

from msgspec import Struct

from desktop.exchange.deliverable import ActionLine
from desktop.exchange.tables.roadmap import (
    LoadRow,
    PlanInTime,
    RoadmapRow,
    load_rows,
    outlook_rows,
    roadmap_rows,
    rounded_days,
    stands_text,
)
from desktop.language import _, ngettext
from desktop.model.planning.quarters import Quarter
from desktop.model.records import ActionStatus
from desktop.wording import names
from desktop.wording.manners import number_text
from desktop.wording.quarters import quarter_name

_MOST_OWNERS = 6
"""So many owners are told one by one; the others together."""


class RoadmapOrder(StrEnum):
    """By what bars stand together."""

    AREA = "area"
    OWNER = "owner"


class BarState(StrEnum):
    """How a bar looks."""

    PLANNED = "planned"
    UNDER_WAY = "under_way"
    DONE = "done"
    OVERDUE = "overdue"


class RoadmapBar(Struct, frozen=True):
    """An action with its days.

    Attributes:
        needs: ids of the actions that it waits for.
    """

    id: str
    number: int
    title: str
    owner: str
    starts: dt.date
    ends: dt.date
    state: BarState
    percent: int
    needs: tuple[str, ...]


class RoadmapGroup(Struct, frozen=True):
    """Bars that stand together."""

    name: str
    bars: tuple[RoadmapBar, ...]


class RoadmapLine(Struct, frozen=True):
    """What is told of each quarter, empty where nothing is."""

    name: str
    cells: tuple[str, ...]


class RoadmapData(Struct, frozen=True):
    """What the picture shows.

    Attributes:
        quarters: from the left, one after the other.
        milestones: day and title, by day.
        levels: where each model would stand at the end of each quarter.
        loads: person days of each owner in each quarter.
        notes: what is not shown, in words.
    """

    title: str
    subtitle: str
    today: dt.date
    quarters: tuple[Quarter, ...]
    groups: tuple[RoadmapGroup, ...]
    milestones: tuple[tuple[dt.date, str], ...]
    levels: tuple[RoadmapLine, ...]
    loads: tuple[RoadmapLine, ...]
    notes: tuple[str, ...]

    @property
    def bars(self) -> tuple[RoadmapBar, ...]:
        """All bars, from the top."""
        return tuple(bar for group in self.groups for bar in group.bars)


def roadmap_data(
    plan: PlanInTime, title: str = "", subtitle: str = "", by: RoadmapOrder = RoadmapOrder.AREA
) -> RoadmapData:
    """What the picture shows of a plan.

    Args:
        plan: the actions and where they lead.
        title: what stands above it.
        subtitle: and below that.
        by: what bars stand together by.
    """
    quarters = plan.quarters
    first, last = quarters[0].starts, quarters[-1].ends
    rows = roadmap_rows(plan)
    dated = [row for row in rows if row.starts is not None and row.ends is not None]
    shown = [row for row in dated if row.ends and row.starts and row.ends >= first and row.starts <= last]
    numbers = {action.number: action.id for action in plan.actions}
    return RoadmapData(
        title=title,
        subtitle=subtitle,
        today=plan.day,
        quarters=quarters,
        groups=_groups(shown, numbers, by),
        milestones=tuple(
            (milestone.day, milestone.title)
            for milestone in sorted(plan.milestones, key=lambda each: each.day or dt.date.max)
            if milestone.day is not None and first <= milestone.day <= last
        ),
        levels=_levels(plan, quarters),
        loads=_loads(load_rows(plan)),
        notes=_notes(len(rows) - len(dated), len(dated) - len(shown)),
    )


def roadmap_words(data: RoadmapData) -> str:
    """Each action with its days, then what is predicted; nothing without actions."""
    told = [
        _("{number} {title}: {first} to {last}").format(
            number=bar.number, title=bar.title, first=names.day(bar.starts), last=names.day(bar.ends)
        )
        for bar in data.bars
    ]
    for line in data.levels:
        ends = [
            f"{quarter_name(quarter)} {cell}" for quarter, cell in zip(data.quarters, line.cells, strict=True) if cell
        ]
        told.append(_("{model}: {ends}").format(model=line.name, ends=", ".join(ends)))
    return "; ".join(told)


def _groups(rows: Sequence[RoadmapRow], numbers: dict[int, str], by: RoadmapOrder) -> tuple[RoadmapGroup, ...]:
    found: dict[str, list[RoadmapBar]] = {}
    for row in rows:
        name = row.area if by is RoadmapOrder.AREA else row.action.owner
        found.setdefault(name, []).append(_bar(row, numbers))
    nameless = _("Other actions") if by is RoadmapOrder.AREA else _("Without an owner")
    if by is RoadmapOrder.OWNER:
        found = {name: sorted(found[name], key=_by_day) for name in sorted(found, key=lambda name: (not name, name))}
    return tuple(RoadmapGroup(name or nameless, tuple(bars)) for name, bars in found.items())


def _by_day(bar: RoadmapBar) -> tuple[dt.date, dt.date, int]:
    return bar.starts, bar.ends, bar.number


def _bar(row: RoadmapRow, numbers: dict[int, str]) -> RoadmapBar:
    action = row.action
    assert row.starts is not None
    assert row.ends is not None
    return RoadmapBar(
        id=action.id,
        number=action.number,
        title=action.title,
        owner=action.owner,
        starts=row.starts,
        ends=row.ends,
        state=_state(action),
        percent=100 if action.status.is_done else action.percent,
        needs=tuple(numbers[need] for need in action.needs if need in numbers),
    )


def _state(action: ActionLine) -> BarState:
    if action.status.is_done:
        return BarState.DONE
    if action.overdue:
        return BarState.OVERDUE
    return BarState.UNDER_WAY if action.status is ActionStatus.IN_PROGRESS else BarState.PLANNED


def _levels(plan: PlanInTime, quarters: Sequence[Quarter]) -> tuple[RoadmapLine, ...]:
    rows = {row.quarter: row.stands for row in outlook_rows(plan)}
    if not rows:
        return ()
    return tuple(
        RoadmapLine(
            pack.name,
            tuple(stands_text(rows[each][id_]) if id_ in rows.get(each, {}) else "" for each in quarters),
        )
        for id_, pack in plan.packs.items()
    )


def _loads(rows: Sequence[LoadRow]) -> tuple[RoadmapLine, ...]:
    busy = [row for row in rows if any(row.days)]
    told, others = (busy, []) if len(busy) <= _MOST_OWNERS else (busy[: _MOST_OWNERS - 1], busy[_MOST_OWNERS - 1 :])
    lines = [RoadmapLine(row.owner or _("Without an owner"), tuple(map(_in_days, row.days))) for row in told]
    if others:
        days = [sum(each, Fraction(0)) for each in zip(*(row.days for row in others), strict=True)]
        words = ngettext("{count} other", "{count} others", len(others)).format(count=len(others))
        lines.append(RoadmapLine(words, tuple(map(_in_days, days))))
    return tuple(lines)


def _in_days(days: Fraction) -> str:
    return number_text(f"{rounded_days(days):.1f}") if days else ""


def _notes(undated: int, outside: int) -> tuple[str, ...]:
    found = []
    if undated:
        words = ngettext("{count} action has no day", "{count} actions have no day", undated)
        found.append(words.format(count=undated))
    if outside:
        words = ngettext("{count} action lies before or after", "{count} actions lie before or after", outside)
        found.append(words.format(count=outside))
    return tuple(found)
