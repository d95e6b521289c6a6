"""Parts of a model as a tree of bars: how much of each is reached, what it can still become, and what is wanted."""

from __future__ import annotations

from desktop.exchange.figures.legend import Entry, draw_legend
from desktop.exchange.figures.paper import MEDIUM, SEMI_BOLD, SMALL, TINY, Paper
from desktop.exchange.figures.part_data import TreeData, TreeRow
from desktop.language import _, ngettext

_LEGEND = 34.0
_TALLEST = 30.0
_INDENT = 16.0
_NAMES, _WORDS = 0.44, 0.22
"""Shares of the width for names and for results in words."""


def draw_part_tree(paper: Paper, data: TreeData) -> None:
    """Draw a line for each part; all bars run from the least that a part could be to the most."""
    top = paper.heading(data.title, data.subtitle)
    if not data.rows:
        paper.say(_("No part of the model is in scope."))
        return
    more = TINY * 1.6 if data.left_out else 0.0
    high = min(_TALLEST, (paper.height - top - _LEGEND - more) / len(data.rows))
    for number, row in enumerate(data.rows):
        _row(paper, row, top + number * high, high)
    if data.left_out:
        told = ngettext("and {count} part beneath", "and {count} parts beneath", data.left_out)
        at = (paper.margin, top + len(data.rows) * high + 2)
        paper.text(at, told.format(count=data.left_out), TINY, colour=paper.tokens.mute)
    _legend(paper, data)


def _row(paper: Paper, row: TreeRow, top: float, high: float) -> None:
    room = paper.width - 2 * paper.margin
    size = min(SMALL, max(8.0, high * 0.5))
    middle = top + high / 2
    left = paper.margin + row.depth * _INDENT
    names = paper.margin + room * _NAMES
    weight = SEMI_BOLD if not row.depth else MEDIUM
    paper.text(
        (left, middle), paper.shorten(row.name, names - left - 10, size, weight), size, weight=weight, down="center"
    )
    words = paper.shorten(row.stands, room * _WORDS - 10, size)
    paper.text((names, middle), words, size, colour=paper.tokens.text, down="center")
    start, end = names + room * _WORDS, paper.width - paper.margin
    thin = max(3.0, high * 0.34)
    _bar(paper, row, (start, end), (middle - thin / 2, thin))


def _bar(paper: Paper, row: TreeRow, across: tuple[float, float], down: tuple[float, float]) -> None:
    start, wide = across[0], across[1] - across[0]
    top, thin = down
    paper.box((start, top), wide, thin, fill=paper.tokens.rail)
    if row.low is not None and row.high is not None and row.high > row.low:
        paper.box((start + wide * row.low, top), wide * (row.high - row.low), thin, fill=paper.tokens.levels[0])
    if row.reached is not None:
        paper.box((start, top), max(2.0, wide * row.reached), thin, fill=paper.tokens.accent)
    if row.wanted is not None:
        paper.line([(start + wide * row.wanted, top + thin / 2)], paper.tokens.text, marker="D", marker_size=7.0)


def _legend(paper: Paper, data: TreeData) -> None:
    entries = [Entry(_("reached"), paper.tokens.accent, box=True)]
    if any(row.low is not None and row.high is not None and row.high > row.low for row in data.rows):
        entries.append(Entry(_("can still become"), paper.tokens.levels[0], box=True))
    if any(row.wanted is not None for row in data.rows):
        entries.append(Entry(_("target"), paper.tokens.text, marker="D"))
    draw_legend(paper, entries, paper.height - _LEGEND / 2)
