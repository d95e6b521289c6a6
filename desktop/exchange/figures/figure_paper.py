"""A paper over one matplotlib figure and nothing global, for pictures that become files."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg, RendererAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.patches import Polygon, Rectangle
from matplotlib.text import Text

from desktop.exchange.figures.fonts import families_for
from desktop.exchange.figures.paper import (
    BOLD,
    MARGIN,
    MARKER_EDGE,
    REGULAR,
    SEMI_BOLD,
    Across,
    Marker,
    Paper,
    Point,
)
from desktop.exchange.tokens import Tokens

PIXELS_PER_INCH = 96
_NO_MARGIN = 4.0
_POINTS_PER_PIXEL = 72 / PIXELS_PER_INCH

_WIDTHS: dict[tuple[str, float, int, float], float] = {}
"""How wide texts were measured, by size, weight and fineness: the same picture is drawn for each kind of file."""
_MOST_WIDTHS = 20_000


class FigurePaper(Paper):
    """Draws on a figure, whose own resolution only makes it finer; without headings where `titled` says no."""

    def __init__(self, figure: Figure, tokens: Tokens, *, titled: bool = True) -> None:
        width, height = (float(side) * PIXELS_PER_INCH for side in figure.get_size_inches())
        super().__init__(tokens, width, height, MARGIN if titled else _NO_MARGIN)
        self._titled = titled
        figure.set_facecolor(tokens.surface)
        self._axes: Axes = figure.add_axes((0.0, 0.0, 1.0, 1.0))
        self._axes.set_xlim(0, self.width)
        self._axes.set_ylim(self.height, 0)
        self._axes.set_axis_off()
        canvas = figure.canvas if isinstance(figure.canvas, FigureCanvasAgg) else FigureCanvasAgg(figure)
        self._renderer: RendererAgg = canvas.get_renderer()  # type: ignore[no-untyped-call]  # matplotlib's
        self._finer = figure.dpi / PIXELS_PER_INCH

    def heading(self, title: str, subtitle: str) -> float:
        """Title and subtitle, unless they stand elsewhere."""
        return super().heading(title, subtitle) if self._titled else self.margin

    def width_of(self, line: str, size: float, weight: int = REGULAR) -> float:
        """How wide a text without line ends is."""
        key = line, size, weight, self._finer
        known = _WIDTHS.get(key)
        if known is None:
            font = _font(line, size, weight)
            wide, _, _ = self._renderer.get_text_width_height_descent(line, font, ismath=False)  # type: ignore[no-untyped-call]  # matplotlib's
            if len(_WIDTHS) >= _MOST_WIDTHS:
                _WIDTHS.clear()
            known = _WIDTHS[key] = float(wide) / self._finer
        return known

    def write(self, at: Point, line: str, size: float, colour: str, weight: int, across: Across) -> None:
        """Write on a baseline."""
        self._axes.add_artist(
            Text(
                *at,
                line,
                color=colour,
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
        marker: Marker = "",
        marker_size: float = 6.0,
    ) -> None:
        """A line through points, or markers."""
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
            markeredgewidth=MARKER_EDGE * _POINTS_PER_PIXEL,
            solid_joinstyle="round",
        )
        self._axes.add_artist(drawn)

    def polygon(self, points: Sequence[Point], fill: str, opacity: float = 1.0) -> None:
        """A filled polygon."""
        self._axes.add_artist(Polygon(points, closed=True, facecolor=fill, edgecolor="none", alpha=opacity))

    def box(
        self, at: Point, width: float, height: float, *, fill: str | None = None, border: str | None = None
    ) -> None:
        """A rectangle."""
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


def _font(words: str, size: float, weight: int) -> FontProperties:
    return _properties(families_for(words), size, weight)


@cache
def _properties(families: tuple[str, ...], size: float, weight: int) -> FontProperties:
    """The bundled font, with those of more scripts beside it for words that need them, which know two weights."""
    known = weight if len(families) == 1 else BOLD if weight >= SEMI_BOLD else REGULAR
    return FontProperties(family=list(families), size=size * _POINTS_PER_PIXEL, weight=known)
