"""Radars: shares around a circle, and bars where there are too few axes for one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import cos, pi, sin

from matplotlib.figure import Figure
from msgspec import Struct

from desktop.exchange.figures.data import Axis, RadarData
from desktop.exchange.figures.paper import BODY, MARGIN, MEDIUM, SMALL, TINY, Across, Paper, Point, Size
from desktop.exchange.tokens import Tokens
from desktop.language import _
from desktop.wording.traces import percent

FEWEST_AXES = 3
_RINGS = (25, 50, 75, 100)
_LEGEND = 30.0
_EDGE = 8.0
_GAP = 10.0
_RING_LABEL = 18.0
_SMALLEST_RADIUS = 0.24
_ROOM_FOR_NAME = (170.0, 140.0, 115.0)


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


def draw_radar(figure: Figure, data: RadarData, tokens: Tokens) -> None:
    """Draw a radar of the shares; a gap stands where there is no value, never a zero."""
    paper = Paper(figure, tokens)
    top = paper.heading(data.title, data.subtitle)
    if not data.axes or not any(value is not None for value in (*data.in_place, *data.survey)):
        paper.say(_("Nothing has been answered or rated yet."))
    elif len(data.axes) < FEWEST_AXES:
        _bars(paper, data, top)
        _legend(paper, data)
    else:
        found = plan(paper, data, top)
        _web(paper, found)
        _series(paper, found, data)
        for label, box, axis in zip(found.labels, found.boxes, _directions(len(data.axes)), strict=True):
            across, at = _anchor(axis, box)
            paper.text(at, label.text, label.size, across=across)
        _legend(paper, data)


def plan(paper: Paper, data: RadarData, top: float) -> Plan:
    """The largest radar whose labels neither overlap nor leave the sheet: full names if they fit, else ids."""
    found = None
    for labels in _labellings(paper, data):
        found = _fit(paper, labels, top)
        crowded = any(a.meets(b) for i, a in enumerate(found.boxes) for b in found.boxes[i + 1 :])
        if not crowded and found.radius >= _SMALLEST_RADIUS * min(paper.width, paper.height - top):
            return found
    assert found is not None
    return found


def _labellings(paper: Paper, data: RadarData) -> Iterator[tuple[Label, ...]]:
    """Ways to label the axes, the most telling first."""
    for size, values in ((SMALL, True), (TINY, True), (SMALL, False), (TINY, False)):
        for room in _ROOM_FOR_NAME:
            yield tuple(
                _label(paper, paper.wrap(_name(axis, data), room, size), size, told if values else "")
                for axis, told in zip(data.axes, _told(data), strict=True)
            )
    for size, values in ((SMALL, True), (SMALL, False), (TINY, False), (TINY - 2, False)):
        yield tuple(
            _label(paper, axis.name if data.full_names else axis.id, size, told if values else "")
            for axis, told in zip(data.axes, _told(data), strict=True)
        )


def _name(axis: Axis, data: RadarData) -> str:
    return axis.name if data.full_names else f"{axis.id} {axis.name}"


def _told(data: RadarData) -> list[str]:
    """The values in words, or why there is none."""
    return [
        axis.missing if value is None else percent(value) for axis, value in zip(data.axes, data.in_place, strict=True)
    ]


def _label(paper: Paper, text: str, size: float, told: str) -> Label:
    words = f"{text}\n{told}" if told else text
    return Label(words, size, paper.size(words, size))


def _fit(paper: Paper, labels: tuple[Label, ...], top: float) -> Plan:
    """The labels around as large a circle as the sheet allows."""
    room = Size(paper.width - 2 * _EDGE, paper.height - _LEGEND - top)
    least, most = 0.0, max(room.width, room.height)
    while most - least > 1:
        middle = (least + most) / 2
        around = _around(labels, middle)
        fits = around.right - around.left <= room.width and around.bottom - around.top <= room.height
        least, most = (middle, most) if fits else (least, middle)
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
        yield Box(left, top, left + label.room.width, top + label.room.height)


_NEARLY = 0.05
"""An axis is upright when its end is no further aside than this share of its length."""


def _anchor(direction: Point, box: Box) -> tuple[Across, Point]:
    if abs(direction[0]) <= _NEARLY:
        return "center", ((box.left + box.right) / 2, box.top)
    return ("left", (box.left, box.top)) if direction[0] > 0 else ("right", (box.right, box.top))


def _directions(count: int) -> list[Point]:
    """Unit vectors of the axes, the first upwards, then clockwise; the second number grows downwards."""
    return [(sin(2 * pi * i / count), -cos(2 * pi * i / count)) for i in range(count)]


def _points(found: Plan, values: Sequence[float | None]) -> list[Point | None]:
    return [
        None
        if value is None
        else (
            found.centre[0] + x * found.radius * value / 100,
            found.centre[1] + y * found.radius * value / 100,
        )
        for value, (x, y) in zip(values, _directions(len(values)), strict=True)
    ]


def _web(paper: Paper, found: Plan) -> None:
    count = len(found.labels)
    for end in _points(found, [100.0] * count):
        assert end is not None
        paper.line([found.centre, end], paper.tokens.line)
    for ring in _RINGS:
        corners = [point for point in _points(found, [float(ring)] * count) if point]
        outer = ring == _RINGS[-1]
        paper.line(
            [*corners, corners[0]],
            paper.tokens.mute if outer else paper.tokens.line,
            1.2 if outer else 1.0,
            dashes=(4, 3) if outer else (),
        )
    apart = found.radius / len(_RINGS)
    for ring in _RINGS if apart > _RING_LABEL else _RINGS[1::2] if 2 * apart > _RING_LABEL else ():
        at = (found.centre[0] + 4, found.centre[1] - found.radius * ring / 100)
        paper.text(at, str(ring), TINY, colour=paper.tokens.mute, down="center" if ring < _RINGS[-1] else "top")


def _series(paper: Paper, found: Plan, data: RadarData) -> None:
    whole = [point for point in _points(found, data.in_place) if point]
    if len(whole) == len(data.axes):
        paper.area(whole, paper.tokens.accent, 0.14)
    for run in _runs(_points(found, data.survey)):
        paper.line(run, paper.tokens.warn, 1.6, dashes=(5, 3), marker="s", marker_size=5)
    for run in _runs(_points(found, data.in_place)):
        paper.line(run, paper.tokens.accent, 2.2, marker="o")


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
    left, right = MARGIN, paper.width - MARGIN
    step = min(110.0, (paper.height - _LEGEND - top) / len(data.axes))
    for number, (axis, share, mean) in enumerate(zip(data.axes, data.in_place, data.survey, strict=True)):
        at = top + number * step
        name = paper.shorten(_name(axis, data), right - left - 70, BODY, MEDIUM)
        paper.text((left, at), name, BODY, weight=MEDIUM)
        paper.text((right, at), axis.missing if share is None else percent(share), BODY, across="right")
        bar = at + BODY * 1.25 + 6
        paper.box((left, bar), right - left, 16, fill=paper.tokens.rail)
        if share is not None:
            paper.box((left, bar), (right - left) * share / 100, 16, fill=paper.tokens.accent)
        if mean is not None:
            x = left + (right - left) * mean / 100
            paper.line([(x, bar - 3), (x, bar + 19)], paper.tokens.warn, 1.6, dashes=(3, 2))
            paper.line([(x, bar + 8)], paper.tokens.warn, marker="s", marker_size=6)


class _Entry(Struct, frozen=True):
    words: str
    colour: str
    marker: str
    dashes: tuple[float, ...]


def _legend(paper: Paper, data: RadarData) -> None:
    entries = [_Entry(_("Practices in place"), paper.tokens.accent, "o", ())]
    if any(value is not None for value in data.survey):
        entries.append(_Entry(_("Mean of the answers"), paper.tokens.warn, "s", (5.0, 3.0)))
    if len(data.axes) >= FEWEST_AXES:
        entries.append(_Entry(_("100 percent"), paper.tokens.mute, "", (4.0, 3.0)))
    size = SMALL if _long(paper, entries, SMALL) <= paper.width else TINY
    while len(entries) > 1 and _long(paper, entries, size) > paper.width:
        entries.pop()
    x, y = (paper.width - _long(paper, entries, size)) / 2 + _EDGE, paper.height - _LEGEND / 2
    for entry in entries:
        paper.line([(x, y), (x + 26, y)], entry.colour, 2 if entry.marker == "o" else 1.5, dashes=entry.dashes)
        if entry.marker:
            paper.line([(x + 13, y)], entry.colour, marker=entry.marker)
        paper.text((x + 33, y), entry.words, size, down="center")
        x += 33 + paper.size(entry.words, size).width + 16


def _long(paper: Paper, entries: Sequence[_Entry], size: float) -> float:
    return sum(33 + paper.size(entry.words, size).width + 16 for entry in entries) - 16 + 2 * _EDGE
