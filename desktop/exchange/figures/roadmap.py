"""The road map drawn: actions as bars over quarters, what they wait for as lines, and below where that leads."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from msgspec import Struct

from desktop.exchange.figures.legend import Entry, draw_legend
from desktop.exchange.figures.paper import MEDIUM, SEMI_BOLD, SMALL, TINY, Paper, Point
from desktop.exchange.figures.roadmap_data import BarState, RoadmapBar, RoadmapData, RoadmapLine
from desktop.exchange.tokens import Tokens
from desktop.language import _
from desktop.wording.quarters import quarter_name

ROW = 22.0
"""How high a row is where there is room, and what it needs for its words to be read."""
_LEAST_ROW = 9.0
_HEAD, _MILESTONES, _LINE, _LEGEND, _BETWEEN = 24.0, 22.0, 20.0, 36.0, 8.0
_LABELS = 0.45
"""The share of the width that names have at most."""
_LETTER = 0.53
"""How wide a letter is, as a share of its size."""
_INDENT, _BESIDE = 10.0, 8.0
"""Of the title of an action, and what stands free after it."""
_THICK = 0.58
_NARROWEST = 6.0
_NARROW = 480.0
"""On a narrower paper the legend tells of bars alone."""
_BEND, _TIP = 5.0, 4.0
_SIGN = 8.0
"""What a milestone's diamond takes on each side."""
_LATE = (3.0, 2.0)
"""Dashes of the line from an action that ends after the one that waits for it begins."""


class Box(Struct, frozen=True):
    """Where a bar lies."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> float:
        """Half way down."""
        return (self.top + self.bottom) / 2


class RoadmapPlan(Struct, frozen=True):
    """Where everything lies on a paper.

    Attributes:
        left: where the quarters begin, `right` where they end.
        top: where the names of quarters stand; below is `milestones`, then `rows`.
        row: how high a row is.
        size: of the letters of a row.
        boxes: of the bars, by id of the action.
        names: how far down the heading of each group stands, in their order.
        levels: where what is predicted begins, and `loads` what there is to do.
    """

    first: dt.date
    days: int
    left: float
    right: float
    top: float
    milestones: float
    rows: float
    row: float
    size: float
    boxes: Mapping[str, Box]
    names: tuple[float, ...]
    levels: float
    loads: float

    def across(self, day: dt.date) -> float:
        """Where a day begins, within the quarters."""
        share = (day - self.first).days / self.days
        return self.left + (self.right - self.left) * min(max(share, 0.0), 1.0)

    def day_at(self, across: float) -> dt.date:
        """The day that lies there."""
        share = (across - self.left) / (self.right - self.left)
        return self.first + dt.timedelta(days=round(share * self.days))


def roadmap_height(data: RoadmapData) -> float:
    """How high a paper must be for the words to be read, in pixels at 100 %."""
    heading = 64.0 if data.title else 0.0
    return heading + 2 * 20.0 + _below(data) + _above(data) + (len(data.bars) + len(data.groups)) * ROW


def roadmap_plan(paper: Paper, data: RoadmapData, top: float) -> RoadmapPlan:
    """Where everything lies on a paper from `top` down."""
    first, last = data.quarters[0].starts, data.quarters[-1].ends
    right = paper.width - paper.margin
    days = (last - first).days + 1
    rows = top + _above(data)
    room = paper.height - paper.margin / 2 - _below(data) - rows
    high = min(ROW, max(_LEAST_ROW, room / max(1, len(data.bars) + len(data.groups))))
    size = min(SMALL, max(6.0, high * 0.55))
    left = paper.margin + _labels(paper, data, size)
    boxes: dict[str, Box] = {}
    names = []
    plan = RoadmapPlan(first, days, left, right, top, top + _HEAD, rows, high, 0.0, {}, (), 0.0, 0.0)
    y = rows
    for group in data.groups:
        names.append(y)
        y += high
        for bar in group.bars:
            begins, ends = plan.across(bar.starts), plan.across(bar.ends + dt.timedelta(days=1))
            begins = min(begins, right - _NARROWEST)
            thick = high * _THICK
            above = y + (high - thick) / 2
            boxes[bar.id] = Box(begins, above, max(ends, begins + _NARROWEST), above + thick)
            y += high
    levels = y + _BETWEEN
    loads = levels + ((len(data.levels) + 1) * _LINE + _BETWEEN if data.levels else 0.0)
    return RoadmapPlan(
        first=first,
        days=days,
        left=left,
        right=right,
        top=top,
        milestones=top + _HEAD,
        rows=rows,
        row=high,
        size=size,
        boxes=boxes,
        names=tuple(names),
        levels=levels,
        loads=loads,
    )


def _labels(paper: Paper, data: RoadmapData, size: float) -> float:
    """How wide the names are, as far as there is room; by their letters, so that it is the same on every paper."""
    titles = (len(_title(bar)) * size + _INDENT / _LETTER for bar in data.bars)
    names = (len(group.name) * size for group in data.groups)
    lines = (len(line.name) * TINY + _INDENT / _LETTER for line in (*data.levels, *data.loads))
    wide = _LETTER * max((*titles, *names, *lines), default=0.0) + _BESIDE
    return min((paper.width - 2 * paper.margin) * _LABELS, wide)


def draw_roadmap(paper: Paper, data: RoadmapData, chosen: str = "") -> None:
    """Draw the road map.

    Args:
        paper: where to.
        data: what.
        chosen: id of the action that stands out; none by default.
    """
    below = " · ".join([each for each in (data.subtitle, *data.notes) if each])
    top = paper.heading(data.title, below if data.title else "")
    if not data.bars:
        paper.say(_("No action has a day yet. Give actions a start and a due date, or plan them within a budget."))
        return
    plan = roadmap_plan(paper, data, top)
    _quarters(paper, data, plan)
    _today(paper, data, plan)
    for line in _lines(data, plan):
        _tie(paper, line)
    _groups(paper, data, plan, chosen)
    _milestones(paper, data, plan)
    _strip(paper, plan, plan.levels, _("Predicted level at the quarter's end"), data.levels)
    _strip(paper, plan, plan.loads, _("Person days in the quarter"), data.loads)
    draw_legend(paper, _entries(paper, data), paper.height - _LEGEND / 2)


class Tie(Struct, frozen=True):
    """The line from an action to one that waits for it.

    Attributes:
        late: whether the one that waits begins before the other is done.
    """

    points: tuple[Point, ...]
    late: bool


def _above(data: RoadmapData) -> float:
    return _HEAD + (_MILESTONES if data.milestones else 0.0)


def _below(data: RoadmapData) -> float:
    strips = sum((len(lines) + 1) * _LINE + _BETWEEN for lines in (data.levels, data.loads) if lines)
    return strips + _BETWEEN + _LEGEND


def _quarters(paper: Paper, data: RoadmapData, plan: RoadmapPlan) -> None:
    tokens, ends = paper.tokens, _end(data, plan)
    for number, quarter in enumerate(data.quarters):
        begins, over = plan.across(quarter.starts), plan.across(quarter.ends + dt.timedelta(days=1))
        if number % 2 == 0:
            paper.box((begins, plan.top), over - begins, ends - plan.top, fill=tokens.surface)
        named = quarter_name(quarter)
        if paper.size(named, TINY, MEDIUM).width > over - begins - 4:
            named = _("Q{number}").format(number=quarter.number)
        at = ((begins + over) / 2, plan.top + _HEAD / 2)
        paper.text(at, named, TINY, weight=MEDIUM, across="center", down="center")
        paper.box((begins, plan.top), 1, ends - plan.top, fill=tokens.line)
    paper.box((plan.right, plan.top), 1, ends - plan.top, fill=tokens.line)
    paper.line([(paper.margin, plan.top + _HEAD), (plan.right, plan.top + _HEAD)], tokens.line)


def _end(data: RoadmapData, plan: RoadmapPlan) -> float:
    if data.loads:
        return plan.loads + (len(data.loads) + 1) * _LINE
    return plan.levels + (len(data.levels) + 1) * _LINE if data.levels else plan.levels


def _groups(paper: Paper, data: RoadmapData, plan: RoadmapPlan, chosen: str) -> None:
    tokens = paper.tokens
    room = plan.left - paper.margin - _BESIDE
    for group, above in zip(data.groups, plan.names, strict=True):
        named = paper.shorten(group.name, room, plan.size, SEMI_BOLD)
        paper.text((paper.margin, above + plan.row / 2), named, plan.size, weight=SEMI_BOLD, down="center")
        for bar in group.bars:
            box = plan.boxes[bar.id]
            if bar.id == chosen:
                wide = plan.right - paper.margin + 8
                paper.box((paper.margin - 4, box.middle - plan.row / 2), wide, plan.row, fill=tokens.selection)
            words = paper.shorten(_title(bar), room - _INDENT, plan.size)
            paper.text((paper.margin + _INDENT, box.middle), words, plan.size, down="center")
            _bar(paper, bar, box, plan)


def _title(bar: RoadmapBar) -> str:
    return _("{number} {title}").format(number=bar.number, title=bar.title)


def _bar(paper: Paper, bar: RoadmapBar, box: Box, plan: RoadmapPlan) -> None:
    fill, edge, sign = _looks(paper.tokens)[bar.state]
    wide, high = box.right - box.left, box.bottom - box.top
    paper.box((box.left, box.top), wide, high, fill=fill)
    if 0 < bar.percent < 100 and bar.state is not BarState.DONE:
        paper.box((box.left, box.top), wide * bar.percent / 100, high, fill=edge)
    paper.box((box.left, box.top), wide, high, border=edge)
    if sign and box.right + paper.size(sign, plan.size).width + 4 <= paper.width:
        paper.text((box.right + 4, box.middle), sign, plan.size, colour=edge, weight=SEMI_BOLD, down="center")


def _looks(tokens: Tokens) -> dict[BarState, tuple[str, str, str]]:
    """Ground, edge and sign of a bar."""
    return {
        BarState.PLANNED: (tokens.bg, tokens.edge, ""),
        BarState.UNDER_WAY: (tokens.accent_soft, tokens.accent, ""),
        BarState.DONE: (tokens.good_soft, tokens.good, "✓"),
        BarState.OVERDUE: (tokens.bad_soft, tokens.bad, "!"),
    }


def _entries(paper: Paper, data: RoadmapData) -> list[Entry]:
    """What the looks of bars mean that there are; where there is room, lines and signs as well."""
    tokens, looks, there = paper.tokens, _looks(paper.tokens), {bar.state for bar in data.bars}
    told = {
        BarState.PLANNED: _("planned"),
        BarState.UNDER_WAY: _("under way"),
        BarState.DONE: _("done ✓"),
        BarState.OVERDUE: _("overdue !"),
    }
    bars = [
        Entry(words, looks[state][0], box=True, border=looks[state][1])
        for state, words in told.items()
        if state in there
    ]
    if paper.width < _NARROW:
        return bars
    return [
        *bars,
        Entry(_("waits for"), tokens.mute, 1.2),
        Entry(_("begins too early"), tokens.bad, 1.2, _LATE),
        Entry(_("milestone"), tokens.text, marker="D"),
    ]


def _lines(data: RoadmapData, plan: RoadmapPlan) -> list[Tie]:
    known = {bar.id: bar for bar in data.bars}
    return [
        Tie(_way(plan.boxes[need], plan.boxes[bar.id], plan.row), bar.starts <= known[need].ends)
        for bar in data.bars
        for need in bar.needs
        if need in known
    ]


def _way(begin: Box, end: Box, row: float) -> tuple[Point, ...]:
    """From the right of a bar to the left of another: straight down where there is room, else around."""
    out, into = begin.right + _BEND, end.left - _BEND
    if out <= into:
        return (begin.right, begin.middle), (out, begin.middle), (out, end.middle), (end.left, end.middle)
    between = begin.middle + (row / 2 if end.middle > begin.middle else -row / 2)
    return (
        (begin.right, begin.middle),
        (out, begin.middle),
        (out, between),
        (into, between),
        (into, end.middle),
        (end.left, end.middle),
    )


def _tie(paper: Paper, tie: Tie) -> None:
    colour = paper.tokens.bad if tie.late else paper.tokens.mute
    paper.line(tie.points, colour, 1.2, dashes=_LATE if tie.late else ())
    x, y = tie.points[-1]
    paper.polygon([(x, y), (x - _TIP, y - _TIP * 0.75), (x - _TIP, y + _TIP * 0.75)], colour)


def _today(paper: Paper, data: RoadmapData, plan: RoadmapPlan) -> None:
    x = plan.across(data.today)
    paper.box((x - 0.7, plan.top + _HEAD), 1.4, _end(data, plan) - plan.top - _HEAD, fill=paper.tokens.accent)
    paper.polygon(
        [(x - 4, plan.top + _HEAD), (x + 4, plan.top + _HEAD), (x, plan.top + _HEAD + 6)], paper.tokens.accent
    )


def _milestones(paper: Paper, data: RoadmapData, plan: RoadmapPlan) -> None:
    """Each as a diamond, with its title on the side that has room for it, or as much of it as fits."""
    middle = plan.milestones + _MILESTONES / 2
    places = [plan.across(day) for day, _title in data.milestones]
    free = plan.left
    for number, ((_day, title), x) in enumerate(zip(data.milestones, places, strict=True)):
        paper.line([(x, middle), (x, plan.levels - _BETWEEN)], paper.tokens.mute, 1.0, dashes=(1.0, 3.0))
        paper.line([(x, middle)], paper.tokens.text, marker="D", marker_size=8.0)
        after = (places[number + 1] - _SIGN if number + 1 < len(places) else plan.right) - x - _SIGN
        before = x - _SIGN - free - _BESIDE
        wide = paper.size(title, TINY).width
        left = wide > after and before > after
        words = paper.shorten(title, before if left else after, TINY)
        if len(words) > 1:
            at = (x - _SIGN if left else x + _SIGN, middle)
            paper.text(at, words, TINY, across="right" if left else "left", down="center")
        free = x + _SIGN + (0.0 if left else paper.size(words, TINY).width)


def _strip(paper: Paper, plan: RoadmapPlan, top: float, heading: str, lines: Sequence[RoadmapLine]) -> None:
    """What is told of each quarter, below the bars."""
    if not lines:
        return
    tokens, room = paper.tokens, plan.left - paper.margin - _BESIDE
    paper.line([(paper.margin, top), (plan.right, top)], tokens.line)
    words = paper.shorten(heading, room, TINY, SEMI_BOLD)
    paper.text((paper.margin, top + _LINE / 2), words, TINY, weight=SEMI_BOLD, down="center")
    each = (plan.right - plan.left) / len(lines[0].cells)
    for number, line in enumerate(lines, start=1):
        middle = top + _LINE * (number + 0.5)
        paper.text(
            (paper.margin + _INDENT, middle), paper.shorten(line.name, room - _INDENT, TINY), TINY, down="center"
        )
        for place, cell in enumerate(line.cells):
            told = paper.shorten(cell, each - 4, TINY)
            at = (plan.left + each * (place + 0.5), middle)
            paper.text(at, told, TINY, colour=tokens.text, across="center", down="center")
