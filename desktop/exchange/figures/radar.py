"""Radars: values around a circle, and bars where there are too few axes for one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from math import cos, pi, sin

from msgspec import Struct

from desktop.exchange.figures.data import Axis, RadarData, Rings, Role, Series
from desktop.exchange.figures.legend import Entry, draw_legend
from desktop.exchange.figures.paper import ABOVE, BODY, MEDIUM, SMALL, TINY, Across, Marker, Paper, Point, Size
from desktop.exchange.tokens import Tokens
from desktop.language import _

FEWEST_AXES = 3
_LEGEND = 30.0
_EDGE = 8.0
_GAP = 10.0
_ROOMY, _BELOW = 8, 20.0
"""With more axes than that the label at the bottom stands lower, so that it does not run into those beside it."""
_RING_LABEL = 18.0
_BAR_STEP = 110.0
_SMALLEST_RADIUS = 0.24
_ROOM_FOR_NAME = (170.0, 140.0, 115.0)
_LEAST_ROOM_FOR_NAME = 90.0


class Box(Struct, frozen=True):
    """Where a label lies."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether the two overlap."""
        apart = self.right <= other.left or other.right <= self.left
        return not (apart or self.bottom <= other.top or other.bottom <= self.top)

    def fits(self, room: Size) -> bool:
        """Whether it is no larger than a room."""
        return self.right - self.left <= room.width and self.bottom - self.top <= room.height


class Label(Struct, frozen=True):
    """The words at the end of an axis."""

    text: str
    size: float
    room: Size


class Plan(Struct, frozen=True):
    """Where everything goes.

    Attributes:
        boxes: where the labels lie.
    """

    centre: Point
    radius: float
    labels: tuple[Label, ...]
    boxes: tuple[Box, ...]


def radar_height(data: RadarData) -> float | None:
    """How high a paper is of use, in pixels at 100 %; None where a higher one shows more."""
    return ABOVE + len(data.axes) * _BAR_STEP + _LEGEND if len(data.axes) < FEWEST_AXES else None


def draw_radar(paper: Paper, data: RadarData) -> None:
    """Draw a radar; a gap stands where there is no value, never a zero."""
    top = paper.heading(data.title, data.subtitle)
    if not data.axes:
        paper.say(_("Nothing is in scope."))
    elif not any(value is not None for each in data.series for value in each.values):
        paper.say(_("Nothing has been answered or rated yet."))
    elif len(data.axes) < FEWEST_AXES:
        _bars(paper, data, top)
        _legend(paper, data)
    else:
        found = plan(paper, data, top)
        _web(paper, found, data.rings)
        _series(paper, found, data)
        for label, box, axis in zip(found.labels, found.boxes, _directions(len(data.axes)), strict=True):
            across, at = _anchor(axis, box)
            paper.text(at, label.text, label.size, across=across)
        _legend(paper, data)


def plan(paper: Paper, data: RadarData, top: float) -> Plan:
    """The largest radar whose labels neither overlap nor leave the sheet: full names if they fit, else ids."""
    room = Size(paper.width - 2 * _EDGE, paper.height - _LEGEND - top)
    smallest = _SMALLEST_RADIUS * min(paper.width, paper.height - top)
    labels: tuple[Label, ...] = ()
    for labels in _labellings(paper, data):
        if _around(labels, smallest).fits(room):
            found = _fit(labels, room, top)
            crowded = any(a.meets(b) for i, a in enumerate(found.boxes) for b in found.boxes[i + 1 :])
            if not crowded:
                return found
    return _fit(labels, room, top)


def _labellings(paper: Paper, data: RadarData) -> Iterator[tuple[Label, ...]]:
    """Ways to label the axes, the most telling first."""
    for rooms in (_ROOM_FOR_NAME, (_LEAST_ROOM_FOR_NAME,)):
        for size, values in ((SMALL, True), (TINY, True), (SMALL, False), (TINY, False)):
            for room in rooms:
                yield tuple(
                    _label(paper, paper.wrap(_name(axis, data), room, size), size, axis.told if values else "")
                    for axis in data.axes
                )
    for size, values in ((SMALL, True), (SMALL, False), (TINY, False), (TINY - 2, False)):
        yield tuple(_label(paper, axis.id, size, axis.told if values else "") for axis in data.axes)


def _name(axis: Axis, data: RadarData) -> str:
    return axis.name if data.full_names else f"{axis.id} {axis.name}"


def _label(paper: Paper, text: str, size: float, told: str) -> Label:
    words = f"{text}\n{told}" if told else text
    return Label(words, size, paper.size(words, size))


def _fit(labels: tuple[Label, ...], room: Size, top: float) -> Plan:
    """The labels around as large a circle as the room below `top` allows."""
    least, most = 0.0, max(room.width, room.height)
    while most - least > 1:
        middle = (least + most) / 2
        least, most = (middle, most) if _around(labels, middle).fits(room) else (least, middle)
    around = _around(labels, least)
    centre = (
        _EDGE + room.width / 2 - (around.left + around.right) / 2,
        top + room.height / 2 - (around.top + around.bottom) / 2,
    )
    return Plan(centre, least, labels, tuple(_boxes(labels, centre, least)))


def _around(labels: tuple[Label, ...], radius: float) -> Box:
    """What the labels take up around the middle."""
    boxes = list(_boxes(labels, (0.0, 0.0), radius))
    return Box(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )


def _boxes(labels: tuple[Label, ...], centre: Point, radius: float) -> Iterator[Box]:
    for label, (x, y) in zip(labels, _directions(len(labels)), strict=True):
        at = (centre[0] + x * (radius + _GAP), centre[1] + y * (radius + _GAP))
        left = at[0] - label.room.width * (0.5 if abs(x) <= _NEARLY else x < 0)
        top = at[1] - label.room.height / 2 * (1 - y)
        if abs(x) <= _NEARLY and y > 0 and len(labels) > _ROOMY:
            top += _BELOW
        yield Box(left, top, left + label.room.width, top + label.room.height)


_NEARLY = 0.05
"""An axis is upright when its end is no further aside than this share of its length."""


def _anchor(direction: Point, box: Box) -> tuple[Across, Point]:
    if abs(direction[0]) <= _NEARLY:
        return "center", ((box.left + box.right) / 2, box.top)
    return ("left", (box.left, box.top)) if direction[0] > 0 else ("right", (box.right, box.top))


@cache
def _directions(count: int) -> tuple[Point, ...]:
    """Unit vectors of the axes, the first upwards, then clockwise; the second number grows downwards."""
    return tuple((sin(2 * pi * i / count), -cos(2 * pi * i / count)) for i in range(count))


def _points(found: Plan, values: Sequence[float | None], top: float) -> list[Point | None]:
    return [
        None
        if value is None
        else (
            found.centre[0] + x * found.radius * value / top,
            found.centre[1] + y * found.radius * value / top,
        )
        for value, (x, y) in zip(values, _directions(len(values)), strict=True)
    ]


def _web(paper: Paper, found: Plan, rings: Rings) -> None:
    count = len(found.labels)
    for end in _points(found, [1.0] * count, 1.0):
        assert end is not None
        paper.line([found.centre, end], paper.tokens.line)
    for ring in rings.values:
        corners = [point for point in _points(found, [float(ring)] * count, rings.top) if point]
        outer = ring == rings.top
        paper.line(
            [*corners, corners[0]],
            paper.tokens.mute if outer else paper.tokens.line,
            1.2 if outer else 1.0,
            dashes=(4, 3) if outer else (),
        )
    apart = found.radius / len(rings.values)
    for ring in rings.values if apart > _RING_LABEL else rings.values[1::2] if 2 * apart > _RING_LABEL else ():
        at = (found.centre[0] + 8, found.centre[1] - found.radius * ring / rings.top)
        paper.text(at, str(ring), TINY, colour=paper.tokens.mute, down="center" if ring < rings.top else "top")


class _Style(Struct, frozen=True):
    """How a line looks: told apart by its dashes and its marker, not by colour alone."""

    colour: str
    width: float
    dashes: tuple[float, ...]
    marker: Marker
    marker_size: float


def _style(role: Role, tokens: Tokens) -> _Style:
    return {
        Role.NOW: _Style(tokens.accent, 2.2, (), "o", 6.0),
        Role.SURVEY: _Style(tokens.warn, 1.6, (5.0, 3.0), "s", 5.0),
        Role.TARGET: _Style(tokens.text, 1.4, (1.5, 2.5), "D", 6.5),
        Role.LAST: _Style(tokens.mute, 1.4, (1.0, 1.5), "^", 6.0),
    }[role]


_ON_TOP = (Role.LAST, Role.TARGET, Role.SURVEY, Role.NOW)
"""The last is drawn last."""


def _series(paper: Paper, found: Plan, data: RadarData) -> None:
    main = data.series[0]
    whole = [point for point in _points(found, main.values, data.rings.top) if point]
    if len(whole) == len(data.axes):
        paper.polygon(whole, paper.tokens.accent, 0.14)
    for each in sorted(data.series, key=lambda series: _ON_TOP.index(series.role)):
        style = _style(each.role, paper.tokens)
        for run in _runs(_points(found, each.values, data.rings.top)):
            paper.line(
                run,
                style.colour,
                style.width,
                dashes=style.dashes,
                marker=style.marker,
                marker_size=style.marker_size,
            )


def _runs(points: list[Point | None]) -> list[list[Point]]:
    """The stretches without a gap; the last joins the first."""
    if all(points):
        closed = [point for point in points if point]
        return [[*closed, closed[0]]]
    start = points.index(None)
    runs: list[list[Point]] = [[]]
    for point in (*points[start:], *points[:start]):
        if point is not None:
            runs[-1].append(point)
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if run]


def _bars(paper: Paper, data: RadarData, top: float) -> None:
    left, right = paper.margin, paper.width - paper.margin
    step = min(_BAR_STEP, (paper.height - _LEGEND - top) / len(data.axes))
    for number, axis in enumerate(data.axes):
        at = top + number * step
        name = paper.shorten(_name(axis, data), right - left - 70, BODY, MEDIUM)
        paper.text((left, at), name, BODY, weight=MEDIUM)
        paper.text((right, at), axis.told, BODY, across="right")
        bar = at + BODY * 1.25 + 6
        paper.box((left, bar), right - left, 16, fill=paper.tokens.rail)
        _scale(paper, data.rings, (left, bar + 20), right - left)
        for each in data.series:
            value = each.values[number]
            if value is not None:
                _on_bar(paper, each, (left, bar), (right - left) * value / data.rings.top)


def _scale(paper: Paper, rings: Rings, at: Point, long: float) -> None:
    """The values that a bar can have, below it."""
    for ring in rings.values:
        across: Across = "right" if ring == rings.top else "center"
        paper.text((at[0] + long * ring / rings.top, at[1]), str(ring), TINY, colour=paper.tokens.mute, across=across)


def _on_bar(paper: Paper, series: Series, at: Point, long: float) -> None:
    if series.role is Role.NOW:
        paper.box(at, long, 16, fill=paper.tokens.accent)
        return
    style, x = _style(series.role, paper.tokens), at[0] + long
    paper.line([(x, at[1] - 3), (x, at[1] + 19)], style.colour, 1.6, dashes=(3, 2))
    paper.line([(x, at[1] + 8)], style.colour, marker=style.marker, marker_size=6)


def _legend(paper: Paper, data: RadarData) -> None:
    entries = []
    for number, each in enumerate(data.series):
        if not number or any(value is not None for value in each.values):
            style = _style(each.role, paper.tokens)
            entries.append(Entry(each.name, style.colour, style.width, style.dashes, style.marker, style.marker_size))
    if len(data.axes) >= FEWEST_AXES and data.rings.outermost:
        entries.append(Entry(data.rings.outermost, paper.tokens.mute, 1.5, (4.0, 3.0)))
    draw_legend(paper, entries, paper.height - _LEGEND / 2)
