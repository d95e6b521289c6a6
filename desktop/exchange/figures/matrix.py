"""Streams against levels: what each stream holds, what is ticked of the rest, what is wanted and what people say."""

from __future__ import annotations

from msgspec import Struct

from desktop.exchange.figures.legend import Entry, draw_legend
from desktop.exchange.figures.paper import MEDIUM, SEMI_BOLD, SMALL, TINY, Paper
from desktop.exchange.figures.stream_data import MatrixData, Step, StreamRow, ticked_text
from desktop.language import _

_LEGEND = 34.0
_GAP = 4.0
_TALLEST_ROW = 62.0
_MARK = 8.0


class _Plan(Struct, frozen=True):
    """Where the columns lie.

    Attributes:
        names: room for the streams' names.
        first: left edge of the lowest level.
        step: width of a level.
        high: height of a row.
        size: of the words.
    """

    names: float
    first: float
    step: float
    high: float
    size: float


def draw_matrix(paper: Paper, data: MatrixData) -> None:
    """Draw a row for each stream: levels held are full, others as full as their practices are ticked."""
    top = paper.heading(data.title, data.subtitle)
    if not data.rows:
        paper.say(_("The model has no streams."))
        return
    heads = _heads(paper, data)
    plan = _plan(paper, data, top + heads)
    for number, name in data.levels:
        left = plan.first + (number - data.levels[0][0]) * plan.step
        words = paper.wrap(f"{number} {name}", plan.step - 6, TINY, MEDIUM)
        paper.text((left + plan.step / 2, top), words, TINY, colour=paper.tokens.mute, weight=MEDIUM, across="center")
    for number, row in enumerate(data.rows):
        _row(paper, plan, row, top + heads + number * plan.high, data.levels[0][0])
    _legend(paper, data)


def _heads(paper: Paper, data: MatrixData) -> float:
    wide = (paper.width - 2 * paper.margin) * 0.7 / len(data.levels)
    return (
        max(paper.size(paper.wrap(f"{n} {name}", wide - 6, TINY, MEDIUM), TINY).height for n, name in data.levels) + 6
    )


def _plan(paper: Paper, data: MatrixData, top: float) -> _Plan:
    high = min(_TALLEST_ROW, (paper.height - _LEGEND - top) / len(data.rows))
    size = min(SMALL, max(8.0, high * 0.4))
    room = paper.width - 2 * paper.margin
    widest = max(paper.size(_name(row), size, MEDIUM).width for row in data.rows) + 14
    names = min(widest, room * 0.3)
    return _Plan(names, paper.margin + names, (room - names) / len(data.levels), high, size)


def _row(paper: Paper, plan: _Plan, row: StreamRow, top: float, lowest: int) -> None:
    words = _fitted(paper, plan, row)
    paper.text((paper.margin, top + plan.high / 2), words, plan.size, weight=MEDIUM, down="center")
    for number, step in enumerate(row.steps):
        _cell(paper, plan, step, (plan.first + number * plan.step, top), now=step.level == row.level)
    if row.target is not None:
        x = plan.first + (row.target - lowest + 1) * plan.step - _GAP - _MARK - 3
        _target(paper, (x, top + plan.high / 2))
    if row.mean_level is not None:
        _mean(paper, (plan.first + (row.mean_level - lowest + 0.5) * plan.step - _GAP / 2, top + plan.high - _GAP))


def _fitted(paper: Paper, plan: _Plan, row: StreamRow) -> str:
    """The name on one line or two, else shortened."""
    lines = paper.wrap(_name(row), plan.names - 10, plan.size, MEDIUM).split("\n")
    if len(lines) * plan.size * 1.25 <= plan.high - 2:
        return "\n".join(paper.shorten(line, plan.names - 10, plan.size, MEDIUM) for line in lines)
    return paper.shorten(_name(row), plan.names - 10, plan.size, MEDIUM)


def _cell(paper: Paper, plan: _Plan, step: Step, at: tuple[float, float], *, now: bool) -> None:
    tokens = paper.tokens
    gap = min(_GAP, plan.high * 0.1)
    left, top, wide, high = at[0], at[1] + gap, plan.step - _GAP, plan.high - 2 * gap
    if step.held:
        paper.box((left, top), wide, high, fill=tokens.accent)
    else:
        paper.box((left, top), wide, high, fill=tokens.rail)
        paper.box((left, top), wide * step.ticked / step.practices, high, fill=tokens.levels[1])
        paper.box((left, top), wide, high, border=tokens.line)
    words = ticked_text(step)
    if now:
        longer = _("level {level} · {ticked}").format(level=step.level, ticked=words)
        words = longer if paper.size(longer, plan.size, SEMI_BOLD).width <= wide - 2 * _MARK - 16 else words
    colour = tokens.surface if step.held else tokens.text
    weight = SEMI_BOLD if now else MEDIUM
    paper.text((left + 8, top + high / 2), words, plan.size, colour=colour, weight=weight, down="center")


def _target(paper: Paper, at: tuple[float, float]) -> None:
    paper.line([at], paper.tokens.surface, marker="o", marker_size=_MARK + 7)
    paper.line([at], paper.tokens.text, marker="D", marker_size=_MARK)


def _mean(paper: Paper, at: tuple[float, float]) -> None:
    paper.line([at], paper.tokens.surface, marker="o", marker_size=13)
    paper.line([at], paper.tokens.warn, marker="s", marker_size=7)


def _legend(paper: Paper, data: MatrixData) -> None:
    tokens = paper.tokens
    entries = [
        Entry(_("level reached"), tokens.accent, box=True),
        Entry(_("share of practices ticked"), tokens.levels[1], box=True),
    ]
    if any(row.target is not None for row in data.rows):
        entries.append(Entry(_("target"), tokens.text, marker="D"))
    if any(row.mean_level is not None for row in data.rows):
        entries.append(Entry(_("mean of the levels in the answers"), tokens.warn, marker="s"))
    draw_legend(paper, entries, paper.height - _LEGEND / 2)


def _name(row: StreamRow) -> str:
    return row.name if row.level is not None else _("{name} (not rated)").format(name=row.name)
