"""The maturity levels as steps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from desktop.exchange.figures.data import Stair, StaircaseData
from desktop.exchange.figures.paper import BODY, LINE_HEIGHT, SEMI_BOLD, SMALL, TINY, TITLE, Paper, Point
from desktop.language import _

_GAP = 12.0
_WIDEST_GAP_SHARE = 0.14
_MARK = 8.0
_LEAST_HEIGHT = 72.0
"""Steps lower than this give up words for height."""

_LEAST_NAME = 24.0
"""Less room than this tells nothing of a name."""


def draw_staircase(paper: Paper, data: StaircaseData) -> None:
    """Draw each level as a step: full where held, else as full as areas are satisfied. Its state stands above it."""
    top = paper.heading(data.title, data.subtitle)
    if not data.stairs:
        paper.say(_("The model has no levels."))
        return
    draw_steps(paper, data.stairs, (paper.margin, top), (paper.width - paper.margin, paper.height - paper.margin))


def draw_steps(paper: Paper, stairs: Sequence[Stair], from_: Point, to: Point, *, wanted: int | None = None) -> None:
    """Draw steps into a rectangle.

    Args:
        paper: where to.
        stairs: the steps, the lowest first, at least one.
        from_: the rectangle's top left corner.
        to: its bottom right corner.
        wanted: number of the level that is wanted; it gets a mark.
    """
    room = (to[0] - from_[0]) / len(stairs)
    gap = min(_GAP, room * _WIDEST_GAP_SHARE)
    wide = (to[0] - from_[0] - gap * (len(stairs) - 1)) / len(stairs)
    words = next(
        (each for each in _ways(paper, stairs, wide) if to[1] - from_[1] - each.above - each.below >= _LEAST_HEIGHT),
        _said(paper, [stair.short or stair.state for stair in stairs], [""] * len(stairs), wide, TINY),
    )
    floor = to[1] - words.below
    tallest = max(floor - from_[1] - words.above, 20.0)
    lowest = min(44.0, tallest / 2)
    for number, stair in enumerate(stairs):
        left = from_[0] + number * (wide + gap)
        high = lowest + (tallest - lowest) * number / max(len(stairs) - 1, 1)
        _step(paper, stair, (left, floor - high), wide, high, named=not words.names[number])
        if stair.number == wanted:
            _wanted(paper, (left + wide - _MARK - 4, floor - high + min(_MARK + 5, high / 2)))
        state, name = words.states[number], words.names[number]
        paper.text((left, floor - high - 6), state, words.size, colour=paper.tokens.mute, down="bottom")
        if name:
            paper.text((left, floor + 6), name, words.size)


class _Words(Struct, frozen=True):
    """What stands above and below the steps, wrapped, and the room it takes."""

    states: tuple[str, ...]
    names: tuple[str, ...]
    size: float
    above: float
    below: float


def _ways(paper: Paper, stairs: Sequence[Stair], wide: float) -> Iterator[_Words]:
    """Ways to say what the steps are, the most telling first."""
    names, states = [stair.name for stair in stairs], [stair.state for stair in stairs]
    for size in (SMALL, TINY):
        if _fits(paper, stairs, wide, size):
            yield _said(paper, states, names, wide, size)
    yield _said(paper, states, [""] * len(stairs), wide, TINY)


def _said(paper: Paper, states: Sequence[str], names: Sequence[str], wide: float, size: float) -> _Words:
    above = tuple(paper.wrap(state, wide, size) for state in states)
    below = tuple(paper.wrap(name, wide, size) if name else "" for name in names)
    return _Words(
        above,
        below,
        size,
        above=max(paper.size(state, size).height for state in above) + 6,
        below=max(paper.size(name, size).height if name else 0.0 for name in below) + 8,
    )


def _fits(paper: Paper, stairs: Sequence[Stair], wide: float, size: float) -> bool:
    """Whether no single word of the names is wider than its step."""
    return all(paper.size(word, size).width <= wide for stair in stairs for word in stair.name.split())


def _wanted(paper: Paper, at: Point) -> None:
    paper.line([at], paper.tokens.surface, marker="o", marker_size=_MARK + 7)
    paper.line([at], paper.tokens.text, marker="D", marker_size=_MARK)


def _step(paper: Paper, stair: Stair, at: Point, wide: float, high: float, *, named: bool) -> None:
    """A step with its number, and with as much of its name as has room where no name stands below."""
    tokens, (left, top) = paper.tokens, at
    if stair.quiet:
        paper.box(at, wide, high, border=tokens.line)
    elif stair.held:
        paper.box(at, wide, high, fill=tokens.accent)
    else:
        paper.box(at, wide, high, fill=tokens.rail)
        filled = high * stair.part
        paper.box((left, top + high - filled), wide, filled, fill=tokens.levels[1])
        paper.box(at, wide, high, border=tokens.line)
    colour = tokens.mute if stair.quiet else tokens.surface if stair.held else tokens.text
    size = TITLE if min(wide, high) > 2 * TITLE else min(BODY, max(high - 2, 8.0) / LINE_HEIGHT)
    inside = min(6.0, (high - size * LINE_HEIGHT) / 2)
    paper.text((left + 8, top + inside), str(stair.number), size, colour=colour, weight=SEMI_BOLD)
    after = 8 + paper.size(f"{stair.number} ", size, SEMI_BOLD).width
    room = wide - after - 4
    if named and room > _LEAST_NAME:
        words = paper.shorten(stair.name, room, TINY)
        paper.text((left + after + 2, top + inside + size * LINE_HEIGHT / 2), words, TINY, colour=colour, down="center")
