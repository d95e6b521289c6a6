"""Areas and goals as a table of ratings, each with its word."""

from __future__ import annotations

from collections.abc import Collection

from desktop.exchange.figures.data import HeatMapData, HeatRow, Tile
from desktop.exchange.figures.paper import ABOVE, MARGIN, MEDIUM, SEMI_BOLD, SMALL, TINY, Paper, Point
from desktop.exchange.tokens import Tokens
from desktop.language import _
from desktop.model.scoring.vocabulary import Rating
from desktop.wording import names

_HEADING = 22.0
_TALLEST_ROW = 34.0
_GAP = 3.0
_LEGEND = 20.0

_SIGNS = {
    Rating.SATISFIED: "✓",
    Rating.UNSATISFIED: "✗",
    Rating.NOT_RATED: "?",
    Rating.NOT_APPLICABLE: "–",
}
"""Where the words have no room; the legend tells them."""


class Style:
    """How a rating looks: ground, words, border."""

    def __init__(self, ground: str, words: str, border: str | None = None) -> None:
        self.ground = ground
        self.words = words
        self.border = border


def styles(tokens: Tokens) -> dict[Rating, Style]:
    """The look of each rating; its word or its sign always stands with it."""
    return {
        Rating.SATISFIED: Style(tokens.good_soft, tokens.good),
        Rating.UNSATISFIED: Style(tokens.bad_soft, tokens.bad),
        Rating.NOT_RATED: Style(tokens.surface, tokens.mute, tokens.line),
        Rating.NOT_APPLICABLE: Style(tokens.rail, tokens.mute),
        Rating.OUT_OF_SCOPE: Style(tokens.rail, tokens.mute),
    }


def heat_map_height(data: HeatMapData) -> float:
    """How high a paper is of use, in pixels at 100 %."""
    levels = len({row.level for row in data.rows})
    return ABOVE + _HEADING + levels * 8 + len(data.rows) * _TALLEST_ROW + _LEGEND + MARGIN / 2


def draw_heat_map(paper: Paper, data: HeatMapData) -> None:
    """Draw a row for each area with its rating and those of its goals, by level."""
    top = paper.heading(data.title, data.subtitle)
    if not data.rows:
        paper.say(_("Nothing is in scope."))
        return
    levels = len({row.level for row in data.rows})
    room = paper.height - top - paper.margin / 2 - _HEADING - levels * 8 - _LEGEND
    high = min(_TALLEST_ROW, room / len(data.rows))
    size = min(SMALL, max(7.0, high * 0.5))
    columns = _columns(paper, data, size)
    for name, left, wide in columns:
        _head(paper, name, (left, top), wide, min(size, TINY))
    ratings = {tile.rating for row in data.rows for tile in (row.area, *row.goals)}
    narrow = any(paper.size(names.name(rating), size, MEDIUM).width > columns[-1][2] - _GAP - 6 for rating in ratings)
    if narrow:
        _legend(paper, ratings)
    y, level = top + _HEADING, 0
    look = styles(paper.tokens)
    for row in data.rows:
        if row.level != level:
            y += 8 if level else 0
            level = row.level
            words = _("Level {level}").format(level=level)
            paper.text((columns[0][1] + 4, y + high / 2), words, size, weight=SEMI_BOLD, down="center")
        _row(paper, row, columns, y, high, size, look, signs=narrow)
        y += high


def _columns(paper: Paper, data: HeatMapData, size: float) -> list[tuple[str, float, float]]:
    """Name, left edge and width of each column: level, area, rating, goals."""
    level = max(paper.size(_("Level {level}").format(level=9), size, SEMI_BOLD).width, 30) + 12
    room = paper.width - 2 * paper.margin - level
    widest = max(paper.size(_area(row.area), size).width for row in data.rows) + 16
    area = min(widest, room * 0.42)
    each = (room - area) / (data.goals + 1)
    found = [
        (_("Level"), paper.margin, level),
        (_("Area"), paper.margin + level, area),
        (_("Rating"), paper.margin + level + area, each),
    ]
    return found + [
        (_("Goal {number}").format(number=number + 1), paper.margin + level + area + each * (number + 1), each)
        for number in range(data.goals)
    ]


def _row(
    paper: Paper,
    row: HeatRow,
    columns: list[tuple[str, float, float]],
    y: float,
    high: float,
    size: float,
    look: dict[Rating, Style],
    *,
    signs: bool,
) -> None:
    _name, left, wide = columns[1]
    words = paper.shorten(_area(row.area), wide - 8, size)
    paper.text((left + 4, y + high / 2), words, size, down="center")
    for tile, (_heading, at, width) in zip((row.area, *row.goals), columns[2:], strict=False):
        words = _SIGNS[tile.rating] if signs else names.name(tile.rating)
        _tile(paper, words, at, y, width, high, size, look[tile.rating])


def _tile(paper: Paper, words: str, left: float, y: float, wide: float, high: float, size: float, style: Style) -> None:
    gap = min(_GAP, high * 0.08)
    paper.box((left, y + gap), wide - _GAP, high - 2 * gap, fill=style.ground, border=style.border)
    at = (left + (wide - _GAP) / 2, y + high / 2)
    paper.text(at, words, size, colour=style.words, weight=MEDIUM, across="center", down="center")


def _head(paper: Paper, name: str, at: Point, wide: float, size: float) -> None:
    """The name of a column as far as it goes: “Goal 3”, or its number alone."""
    ways = (name, name.rsplit(maxsplit=1)[-1] if name[-1].isdigit() else "")
    shown = next((each for each in ways if paper.size(each or " ", size, MEDIUM).width <= wide - 6), "")
    if shown:
        paper.text((at[0] + 4, at[1]), shown, size, colour=paper.tokens.mute, weight=MEDIUM)


def _legend(paper: Paper, ratings: Collection[Rating]) -> None:
    """What the signs mean, those that are there."""
    told = [
        _("{sign} {rating}").format(sign=sign, rating=names.name(rating).lower())
        for rating, sign in _SIGNS.items()
        if rating in ratings
    ]
    at = (paper.margin, paper.height - _LEGEND)
    words = paper.shorten("   ".join(told), paper.width - 2 * paper.margin, TINY)
    paper.text(at, words, TINY, colour=paper.tokens.mute)


def _area(tile: Tile) -> str:
    return f"{tile.id}  {tile.name}"
