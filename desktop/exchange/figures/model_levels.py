"""Where each of several models stands on its own levels, and where it is wanted."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from desktop.exchange.figures.legend import Entry, draw_legend
from desktop.exchange.figures.paper import BODY, MARGIN, SEMI_BOLD, SMALL, Paper
from desktop.language import _

_ROW = 34.0
_LEGEND = 30.0
_BETWEEN = 3.0
_NAMES = 0.36
"""The share of the width that names have."""


class ModelLevel(Struct, frozen=True):
    """A model; `now` is None where there is nothing to tell, `wanted` where no target is set."""

    name: str
    levels: int
    now: int | None
    wanted: int | None


def height_of(models: Sequence[ModelLevel]) -> float:
    """What the drawing takes, in pixels."""
    return 2 * MARGIN + len(models) * _ROW + _LEGEND


def words_of_levels(models: Sequence[ModelLevel]) -> str:
    """The same in words."""
    return "; ".join(
        _("{name}: level {now} of {levels}, target {wanted}").format(
            name=each.name,
            now="–" if each.now is None else each.now,
            levels=each.levels,
            wanted="–" if each.wanted is None else each.wanted,
        )
        for each in models
    )


def draw_model_levels(paper: Paper, models: Sequence[ModelLevel]) -> None:
    """Draw a row of boxes for each model: dark those that are reached, framed that which is wanted."""
    left = paper.margin + (paper.width - 2 * paper.margin) * _NAMES
    room = paper.width - paper.margin - left
    tokens, y = paper.tokens, paper.margin
    for each in models:
        middle, wide = y + _ROW / 2, (room - _BETWEEN * (each.levels - 1)) / each.levels
        name = paper.shorten(each.name, left - paper.margin - 12, BODY)
        paper.text((paper.margin, middle), name, BODY, down="center")
        for level in range(1, each.levels + 1):
            at = (left + (level - 1) * (wide + _BETWEEN), y + 4)
            reached = each.now is not None and level <= each.now
            paper.box(at, wide, _ROW - 8, fill=tokens.accent if reached else tokens.rail)
            if level == each.wanted:
                _frame(paper, at, wide, _ROW - 8)
            ink = tokens.surface if reached else tokens.mute
            centre = (at[0] + wide / 2, middle)
            paper.text(centre, str(level), SMALL, colour=ink, weight=SEMI_BOLD, across="center", down="center")
        y += _ROW
    entries = [
        Entry(_("level reached"), tokens.accent, box=True),
        Entry(_("not reached"), tokens.rail, box=True, border=tokens.edge),
        Entry(_("target, framed"), tokens.surface, box=True, border=tokens.text),
    ]
    draw_legend(paper, entries, y + _LEGEND / 2 + 4)


def _frame(paper: Paper, at: tuple[float, float], wide: float, high: float) -> None:
    """A dark frame that shows on every ground, in grey as well."""
    left, top, right, bottom = at[0] + 1.5, at[1] + 1.5, at[0] + wide - 1.5, at[1] + high - 1.5
    corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]
    paper.line(corners, paper.tokens.text, 3.0)
