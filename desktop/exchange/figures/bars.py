"""How the statements of each level stand, as bars in which each part has its number."""

from __future__ import annotations

from msgspec import Struct

from desktop.exchange.figures.legend import Entry, draw_legend
from desktop.exchange.figures.paper import BODY, MEDIUM, SEMI_BOLD, SMALL, Paper
from desktop.exchange.figures.track_data import Bar, BarsData
from desktop.exchange.tokens import Tokens
from desktop.language import _
from desktop.model.scoring.vocabulary import Fulfilment
from desktop.wording.track_states import bar_parts

_LEGEND = 34.0
_TITLE = 26.0
_BETWEEN = 10.0
_TALLEST = 34.0


class Ink(Struct, frozen=True):
    """How a part of a bar looks: ground, words, border."""

    ground: str
    words: str
    border: str | None = None


def inks(tokens: Tokens) -> dict[Fulfilment | None, Ink]:
    """The look of each state, from dark to light so that they differ without colour, too."""
    return {
        Fulfilment.MET: Ink(tokens.accent, tokens.surface),
        Fulfilment.PARTLY_MET: Ink(tokens.levels[1], tokens.text),
        Fulfilment.NOT_MET: Ink(tokens.bad_soft, tokens.bad, tokens.bad),
        Fulfilment.DONT_KNOW: Ink(tokens.warn_soft, tokens.warn, tokens.warn),
        None: Ink(tokens.surface, tokens.mute, tokens.mute),
        Fulfilment.NOT_APPLICABLE: Ink(tokens.rail, tokens.mute),
    }


def draw_bars(paper: Paper, data: BarsData) -> None:
    """Draw a bar for each level of each track; all statements are one unit wide, so bars can be compared."""
    top = paper.heading(data.title, data.subtitle)
    rows = sum(len(track.bars) for track in data.tracks)
    if not rows:
        paper.say(_("The model has no tracks."))
        return
    room = paper.height - top - _LEGEND - len(data.tracks) * (_TITLE + _BETWEEN)
    high = min(_TALLEST, room / rows)
    size = min(SMALL, max(8.0, high * 0.55))
    names = _room_for_names(paper, data, size)
    most = max(sum(part.count for part in bar_parts(bar.counts)) for track in data.tracks for bar in track.bars)
    unit = (paper.width - 2 * paper.margin - names) / max(most, 1)
    y = top
    for track in data.tracks:
        paper.text(
            (paper.margin, y), paper.shorten(track.name, paper.width - 2 * paper.margin, BODY), BODY, weight=SEMI_BOLD
        )
        y += _TITLE
        for bar in track.bars:
            _bar(paper, bar, (y, high), names, unit, size)
            y += high
        y += _BETWEEN
    _legend(paper, data)


def _room_for_names(paper: Paper, data: BarsData, size: float) -> float:
    widest = max(paper.size(_name(bar), size).width for track in data.tracks for bar in track.bars) + 14
    return min(widest, (paper.width - 2 * paper.margin) * 0.36)


def _bar(paper: Paper, bar: Bar, row: tuple[float, float], names: float, unit: float, size: float) -> None:
    top, high = row
    weight = SEMI_BOLD if bar.held else MEDIUM
    words = paper.shorten(_name(bar), names - 10, size, weight)
    paper.text((paper.margin, top + high / 2), words, size, weight=weight, down="center")
    gap = min(3.0, high * 0.1)
    look, x = inks(paper.tokens), paper.margin + names
    for part in bar_parts(bar.counts):
        if not part.count:
            continue
        ink, wide = look[part.value], part.count * unit
        paper.box((x, top + gap), wide - 2, high - 2 * gap, fill=ink.ground, border=ink.border)
        told = f"{part.count} {part.name.lower()}"
        words = told if paper.size(told, size, MEDIUM).width <= wide - 12 else str(part.count)
        middle = (x + (wide - 2) / 2, top + high / 2)
        paper.text(middle, words, size, colour=ink.words, weight=MEDIUM, across="center", down="center")
        x += wide


def _legend(paper: Paper, data: BarsData) -> None:
    look = inks(paper.tokens)
    found = {part.value for track in data.tracks for bar in track.bars for part in bar_parts(bar.counts) if part.count}
    entries = [
        Entry(part.name.lower(), look[part.value].ground, box=True, border=look[part.value].border)
        for part in bar_parts(None)
        if part.value in found
    ]
    draw_legend(paper, entries, paper.height - _LEGEND / 2)


def _name(bar: Bar) -> str:
    name = f"{bar.number} {bar.name}"
    return _("{name} · reached").format(name=name) if bar.held else name
