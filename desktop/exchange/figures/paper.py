"""A sheet to draw on, measured in pixels from the top left, over one matplotlib figure and nothing global.

Sizes are those of a screen with 96 pixels an inch; the figure's own resolution only makes them finer.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Literal

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg, RendererAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.patches import Polygon, Rectangle
from matplotlib.text import Text
from msgspec import Struct

from desktop import characters
from desktop.exchange.figures.fonts import families_for
from desktop.exchange.tokens import Tokens

PIXELS_PER_INCH = 96
_POINTS_PER_PIXEL = 72 / PIXELS_PER_INCH
LINE_HEIGHT = 1.25
REGULAR, MEDIUM, SEMI_BOLD, BOLD = 400, 500, 600, 700

Point = tuple[float, float]
Across = Literal["left", "center", "right"]
Down = Literal["top", "center", "bottom"]


class Size(Struct, frozen=True):
    """Width and height in pixels."""

    width: float
    height: float


class Paper:
    """Draws on a figure.

    Attributes:
        width: in pixels; likewise the height.
    """

    def __init__(self, figure: Figure, tokens: Tokens) -> None:
        self.tokens = tokens
        self.width, self.height = (float(side) * PIXELS_PER_INCH for side in figure.get_size_inches())
        figure.set_facecolor(tokens.surface)
        self._axes: Axes = figure.add_axes((0.0, 0.0, 1.0, 1.0))
        self._axes.set_xlim(0, self.width)
        self._axes.set_ylim(self.height, 0)
        self._axes.set_axis_off()
        canvas = figure.canvas if isinstance(figure.canvas, FigureCanvasAgg) else FigureCanvasAgg(figure)
        self._renderer: RendererAgg = canvas.get_renderer()  # type: ignore[no-untyped-call]  # matplotlib's
        self._widths: dict[tuple[str, float, int], float] = {}
        self._finer = figure.dpi / PIXELS_PER_INCH

    def size(self, text: str, size: float, weight: int = REGULAR) -> Size:
        """How much room a text takes, which may have several lines."""
        lines = text.split("\n")
        return Size(max(self._width(line, size, weight) for line in lines), len(lines) * size * LINE_HEIGHT)

    def wrap(self, text: str, room: float, size: float, weight: int = REGULAR) -> str:
        """The text broken between words into lines that fit; a single word may be wider than the room."""
        lines: list[str] = []
        for word in characters.text(text).split():
            if lines and self._width(f"{lines[-1]} {word}", size, weight) <= room:
                lines[-1] += f" {word}"
            else:
                lines.append(word)
        return "\n".join(lines)

    def shorten(self, text: str, room: float, size: float, weight: int = REGULAR) -> str:
        """The text, or as much of it as fits with an ellipsis."""
        if self._width(text, size, weight) <= room:
            return text
        kept = text
        while kept and self._width(f"{kept}…", size, weight) > room:
            kept = kept[:-1].rstrip()
        return f"{kept}…"

    def text(
        self,
        at: Point,
        text: str,
        size: float,
        *,
        colour: str | None = None,
        weight: int = REGULAR,
        across: Across = "left",
        down: Down = "top",
    ) -> None:
        """Write; `at` is where the block's edge named by `across` and `down` lies."""
        lines = characters.text(text).split("\n")
        step = size * LINE_HEIGHT
        top = at[1] - {"top": 0.0, "center": 0.5, "bottom": 1.0}[down] * step * len(lines)
        for number, line in enumerate(lines):
            self._axes.add_artist(
                Text(
                    at[0],
                    top + (number + 0.5) * step + 0.36 * size,
                    line,
                    color=colour or self.tokens.text,
                    fontproperties=_font(line, size, weight),
                    horizontalalignment=across,
                    verticalalignment="baseline",
                    parse_math=False,
                )
            )

    def line(
        self,
        points: Sequence[Point],
        colour: str,
        width: float = 1.0,
        *,
        dashes: tuple[float, ...] = (),
        marker: str = "",
        marker_size: float = 6.0,
    ) -> None:
        """A line through points, with a marker at each if wanted; a single point is its marker."""
        drawn = Line2D(
            [x for x, _ in points],
            [y for _, y in points],
            color=colour,
            linewidth=width * _POINTS_PER_PIXEL,
            linestyle=(0, dashes) if dashes else "solid",
            marker=marker or "None",
            markersize=marker_size * _POINTS_PER_PIXEL,
            markerfacecolor=colour if marker == "o" else self.tokens.surface,
            markeredgecolor=colour,
            markeredgewidth=1.2 * _POINTS_PER_PIXEL,
            solid_joinstyle="round",
        )
        self._axes.add_artist(drawn)

    def area(self, points: Sequence[Point], fill: str, opacity: float = 1.0) -> None:
        """A filled polygon without a border."""
        self._axes.add_artist(Polygon(points, closed=True, facecolor=fill, edgecolor="none", alpha=opacity))

    def box(
        self, at: Point, width: float, height: float, *, fill: str | None = None, border: str | None = None
    ) -> None:
        """A rectangle from its top left corner."""
        self._axes.add_artist(
            Rectangle(
                at,
                width,
                height,
                facecolor=fill or "none",
                edgecolor=border or "none",
                linewidth=_POINTS_PER_PIXEL if border else 0,
            )
        )

    def heading(self, title: str, subtitle: str) -> float:
        """Title and subtitle at the top; returns where the room below them begins."""
        room = self.width - 2 * MARGIN
        above = self.wrap(title, room, TITLE, SEMI_BOLD)
        self.text((MARGIN, MARGIN), above, TITLE, weight=SEMI_BOLD)
        below = MARGIN + self.size(above, TITLE).height + 2
        if subtitle:
            words = self.wrap(subtitle, room, SMALL)
            self.text((MARGIN, below), words, SMALL, colour=self.tokens.mute)
            below += self.size(words, SMALL).height
        return below + 12

    def say(self, words: str) -> None:
        """Words in the middle, where there is nothing to draw."""
        shown = self.wrap(words, self.width - 2 * MARGIN, BODY)
        at = (self.width / 2, self.height / 2)
        self.text(at, shown, BODY, colour=self.tokens.mute, across="center", down="center")

    def _width(self, line: str, size: float, weight: int) -> float:
        known = self._widths.get((line, size, weight))
        if known is None:
            words = characters.text(line)
            font = _font(words, size, weight)
            wide, _, _ = self._renderer.get_text_width_height_descent(words, font, ismath=False)  # type: ignore[no-untyped-call]  # matplotlib's
            known = self._widths[line, size, weight] = float(wide) / self._finer
        return known


MARGIN = 20.0
TITLE, BODY, SMALL, TINY = 16.0, 13.0, 12.0, 11.0
"""Sizes of type, in pixels."""


def _font(words: str, size: float, weight: int) -> FontProperties:
    return _properties(families_for(words), size, weight)


@cache
def _properties(families: tuple[str, ...], size: float, weight: int) -> FontProperties:
    """The bundled font, with those of more scripts beside it for words that need them, which know two weights."""
    known = weight if len(families) == 1 else BOLD if weight >= SEMI_BOLD else REGULAR
    return FontProperties(family=list(families), size=size * _POINTS_PER_PIXEL, weight=known)
