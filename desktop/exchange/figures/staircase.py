"""The maturity levels as steps."""

from __future__ import annotations

from matplotlib.figure import Figure

from desktop.exchange.figures.data import Stair, StaircaseData
from desktop.exchange.figures.paper import BODY, MARGIN, SEMI_BOLD, SMALL, TITLE, Paper
from desktop.exchange.tokens import Tokens
from desktop.language import _

_GAP = 12.0


def draw_staircase(figure: Figure, data: StaircaseData, tokens: Tokens) -> None:
    """Draw each level as a step: full where held, else as full as areas are satisfied. Its state stands above it."""
    paper = Paper(figure, tokens)
    top = paper.heading(data.title, data.subtitle)
    if not data.stairs:
        paper.say(_("The model has no levels."))
        return
    wide = (paper.width - 2 * MARGIN - _GAP * (len(data.stairs) - 1)) / len(data.stairs)
    states = [paper.wrap(stair.state, wide, SMALL) for stair in data.stairs]
    names = [paper.wrap(stair.name, wide, SMALL) for stair in data.stairs]
    above = max(paper.size(state, SMALL).height for state in states) + 6
    floor = paper.height - MARGIN - max(paper.size(name, SMALL).height for name in names) - 8
    tallest = max(floor - top - above, 20.0)
    lowest = min(44.0, tallest / 2)
    for number, (stair, state, name) in enumerate(zip(data.stairs, states, names, strict=True)):
        left = MARGIN + number * (wide + _GAP)
        high = lowest + (tallest - lowest) * number / max(len(data.stairs) - 1, 1)
        _step(paper, stair, left, floor - high, wide, high)
        paper.text((left, floor - high - 6), state, SMALL, colour=tokens.mute, down="bottom")
        paper.text((left, floor + 6), name, SMALL)


def _step(paper: Paper, stair: Stair, left: float, top: float, wide: float, high: float) -> None:
    tokens = paper.tokens
    if stair.held:
        paper.box((left, top), wide, high, fill=tokens.accent)
    else:
        paper.box((left, top), wide, high, fill=tokens.rail)
        filled = high * stair.part
        paper.box((left, top + high - filled), wide, filled, fill=tokens.levels[1])
        paper.box((left, top), wide, high, border=tokens.line)
    colour = tokens.surface if stair.held else tokens.text
    size = TITLE if min(wide, high) > 2 * TITLE else BODY
    paper.text((left + 8, top + 6), str(stair.number), size, colour=colour, weight=SEMI_BOLD)
