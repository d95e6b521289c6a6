"""What colours, dashes and markers of a picture mean."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from desktop.exchange.figures.paper import SMALL, TINY, Marker, Paper

_SIGN, _APART, _EDGE, _LINE_APART = 26.0, 16.0, 8.0, 17.0


class Entry(Struct, frozen=True):
    """A line of the legend.

    Attributes:
        box: whether its sign is a filled box rather than a line.
        marker: on the line, or alone when `width` is 0.
    """

    words: str
    colour: str
    width: float = 0.0
    dashes: tuple[float, ...] = ()
    marker: Marker = ""
    marker_size: float = 7.0
    box: bool = False
    border: str | None = None


def draw_legend(paper: Paper, entries: Sequence[Entry], middle: float) -> None:
    """Draw a legend in one line if it fits, in small type where it must, else in two.

    Args:
        paper: where to.
        entries: what to say.
        middle: the height at which it lies.
    """
    size = SMALL if _long(paper, entries, SMALL) <= paper.width else TINY
    if _long(paper, entries, size) <= paper.width:
        _line(paper, entries, middle, size)
        return
    half = (len(entries) + 1) // 2
    _line(paper, entries[:half], middle - _LINE_APART / 2, size)
    _line(paper, entries[half:], middle + _LINE_APART / 2, size)


def _line(paper: Paper, entries: Sequence[Entry], middle: float, size: float) -> None:
    x = max((paper.width - _long(paper, entries, size)) / 2, 0.0) + _EDGE
    for entry in entries:
        wide = _sign(entry)
        if entry.box:
            paper.box((x, middle - 6), wide, 12, fill=entry.colour, border=entry.border)
        elif entry.width:
            paper.line([(x, middle), (x + wide, middle)], entry.colour, entry.width, dashes=entry.dashes)
        if entry.marker:
            paper.line([(x + wide / 2, middle)], entry.colour, marker=entry.marker, marker_size=entry.marker_size)
        paper.text((x + wide + 7, middle), entry.words, size, down="center")
        x += wide + 7 + paper.size(entry.words, size).width + _APART


def _sign(entry: Entry) -> float:
    return _SIGN if entry.width else 14.0


def _long(paper: Paper, entries: Sequence[Entry], size: float) -> float:
    return sum(_sign(e) + 7 + paper.size(e.words, size).width + _APART for e in entries) - _APART + 2 * _EDGE
