"""How answers spread, as bars of one length in which each answer has its share."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from desktop.exchange.deliverable import Deliverable, ModelPart
from desktop.exchange.figures.data import subtitle
from desktop.exchange.figures.kinds import FigureKind, title
from desktop.exchange.figures.legend import Entry, draw_legend
from desktop.exchange.figures.paper import ABOVE, MEDIUM, SMALL, TINY, Paper
from desktop.exchange.tables.distribution import AnswerShare, Spread, offered, spreads
from desktop.exchange.tokens import Tokens
from desktop.language import _, ngettext

_LEGEND = 34.0
_TALLEST = 34.0
_NAMES, _COUNT = 0.36, 76.0
"""Share of the width for names at most, and room for how many answered."""

_MOST_CHOICES = 6


class DistributionData(Struct, frozen=True):
    """How answers spread, row by row."""

    title: str
    subtitle: str
    rows: tuple[Spread, ...]


def distribution_data(deliverable: Deliverable, part: ModelPart) -> DistributionData:
    """Of a model; below the title stands from how many answers on they are shown."""
    threshold = _("shown from {threshold} answers to a question up").format(threshold=deliverable.subject.threshold)
    below = " · ".join((subtitle(deliverable, part), threshold))
    return DistributionData(title(FigureKind.DISTRIBUTION), below, spreads(part))


def distribution_height(data: DistributionData) -> float:
    """How high a paper is of use, in pixels at 100 %."""
    return ABOVE + len(data.rows) * _TALLEST + _LEGEND


def draw_distribution(paper: Paper, data: DistributionData) -> None:
    """Draw a bar for each row, the weakest answer on the left; the darker, the stronger."""
    top = paper.heading(data.title, data.subtitle)
    if not data.rows:
        paper.say(_("Nobody has answered yet."))
        return
    high = min(_TALLEST, (paper.height - top - _LEGEND) / len(data.rows))
    size = min(SMALL, max(8.0, high * 0.5))
    room = paper.width - 2 * paper.margin
    names = min(max(paper.size(row.name, size).width for row in data.rows) + 12, room * _NAMES)
    for number, row in enumerate(data.rows):
        middle = top + (number + 0.5) * high
        words = paper.shorten(row.name, names - 12, size)
        paper.text((paper.margin, middle), words, size, down="center")
        count = ngettext("{n} answer", "{n} answers", row.n).format(n=row.n)
        at = (paper.width - paper.margin, middle)
        paper.text(at, count, min(size, TINY), colour=paper.tokens.mute, across="right", down="center")
        left, wide = paper.margin + names, room - names - _COUNT
        _bar(paper, row, (left, middle - 0.4 * high), (wide, 0.8 * high), size)
    _legend(paper, data.rows)


def _bar(paper: Paper, row: Spread, at: tuple[float, float], extent: tuple[float, float], size: float) -> None:
    left, top = at
    wide, high = extent
    if row.hidden:
        paper.box(at, wide, high, border=paper.tokens.line)
        words = paper.shorten(_("hidden: too few answers"), wide - 12, size)
        paper.text(
            (left + wide / 2, top + high / 2), words, size, colour=paper.tokens.mute, across="center", down="center"
        )
        return
    x = left
    for share in row.shares:
        if not share.count:
            continue
        long = wide * share.count / row.n
        paper.box((x, top), max(long - 1, 1.0), high, fill=shade(share, paper.tokens))
        words = str(share.count)
        if paper.size(words, size, MEDIUM).width <= long - 4:
            colour = letters_on(shade(share, paper.tokens), paper.tokens)
            middle = (x + long / 2, top + high / 2)
            paper.text(middle, words, size, colour=colour, weight=MEDIUM, across="center", down="center")
        x += long


def shade(share: AnswerShare, tokens: Tokens) -> str:
    """The colour of an answer: of the ramp from the weakest to the strongest."""
    return tokens.levels[round(share.strength * (len(tokens.levels) - 1))]


def letters_on(ground: str, tokens: Tokens) -> str:
    """Dark letters or light ones, whichever stand out more."""
    return max(tokens.text, tokens.surface, key=lambda colour: abs(_light(colour) - _light(ground)))


def _light(colour: str) -> float:
    """How light a colour looks: about the third root of the light that it gives, as the eye takes it."""
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return float((0.2126 * red**2.2 + 0.7152 * green**2.2 + 0.0722 * blue**2.2) ** (1 / 3))


def _legend(paper: Paper, rows: Sequence[Spread]) -> None:
    known = list(offered(rows).values())
    if not known:
        return
    if len(known) > _MOST_CHOICES:
        ends = ((_("weakest answer"), known[0]), (_("strongest answer"), known[-1]))
        entries = [Entry(words, shade(share, paper.tokens), box=True) for words, share in ends]
    else:
        entries = [Entry(share.name, shade(share, paper.tokens), box=True) for share in known]
    draw_legend(paper, entries, paper.height - _LEGEND / 2)
