"""Pictures to files and to bytes. Importing this loads matplotlib, which takes most of a second."""

from __future__ import annotations

import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

import matplotlib as mpl
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from desktop.exchange.deliverable import Deliverable
from desktop.exchange.figures import data, stream_data, track_data
from desktop.exchange.figures.bars import draw_bars
from desktop.exchange.figures.heat_map import draw_heat_map
from desktop.exchange.figures.kinds import FigureKind, title
from desktop.exchange.figures.matrix import draw_matrix
from desktop.exchange.figures.paper import PIXELS_PER_INCH
from desktop.exchange.figures.radar import draw_radar
from desktop.exchange.figures.staircase import draw_staircase
from desktop.exchange.figures.tracks import draw_tracks
from desktop.exchange.tokens import Tokens, tokens

PROGRAM = "Maturity Workbench"
FINENESS = 2.0
"""Dots per pixel of saved bitmaps: sharp on paper and projectors."""

_SIZES = {
    FigureKind.RADAR_BY_AREA: (1120, 900),
    FigureKind.RADAR_BY_CATEGORY: (900, 720),
    FigureKind.STAIRCASE: (960, 440),
    FigureKind.HEAT_MAP: (1120, 860),
    FigureKind.STREAM_RADAR: (1040, 800),
    FigureKind.STREAM_MATRIX: (1120, 700),
    FigureKind.TRACK_STAIRCASE: (1120, 120),
    FigureKind.STATEMENT_BARS: (960, 120),
}
"""Width and height of saved pictures, in pixels of a screen."""

_FOR_A_TRACK = {FigureKind.TRACK_STAIRCASE: 300, FigureKind.STATEMENT_BARS: 200}
"""What each track adds to the height."""

_SETTINGS: dict[Any, Any] = {
    "svg.hashsalt": PROGRAM,
    "svg.fonttype": "path",
    "pdf.fonttype": 3,
    "path.simplify": False,
}
_ONE_AT_A_TIME = threading.Lock()
"""Matplotlib's settings and font cache are shared by all threads."""


def to_file(kind: FigureKind, deliverable: Deliverable, format_: str, model: str | None) -> bytes:
    """A picture as a file in light colours: ``png``, ``svg`` or ``pdf``. Equal pictures give equal bytes."""
    width, height = _SIZES[kind]
    height += _FOR_A_TRACK.get(kind, 0) * len(deliverable.part(model).result.tracks)
    with _drawn(kind, deliverable, model, (width, height), FINENESS, tokens("light")) as figure:
        return _saved(figure, format_, title(kind))


def to_pixels(
    kind: FigureKind,
    deliverable: Deliverable,
    model: str | None,
    size: tuple[float, float],
    fineness: float,
    theme: str,
) -> bytes:
    """A picture as PNG for a screen; `size` in pixels before they are made finer."""
    with _drawn(kind, deliverable, model, size, fineness, tokens(theme)) as figure:
        return _saved(figure, "png", title(kind))


@contextmanager
def _drawn(
    kind: FigureKind,
    deliverable: Deliverable,
    model: str | None,
    size: tuple[float, float],
    fineness: float,
    colours: Tokens,
) -> Iterator[Figure]:
    with _ONE_AT_A_TIME, mpl.rc_context(_SETTINGS), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph .* missing from font")
        figure = Figure(figsize=(size[0] / PIXELS_PER_INCH, size[1] / PIXELS_PER_INCH), dpi=PIXELS_PER_INCH * fineness)
        FigureCanvasAgg(figure)
        draw(figure, kind, deliverable, model, colours)
        yield figure


def draw(figure: Figure, kind: FigureKind, deliverable: Deliverable, model: str | None, colours: Tokens) -> None:
    """Draw a picture of a model's results on a figure.

    Raises:
        KeyError: there is no such model.
    """
    part = deliverable.part(model)
    match kind:
        case FigureKind.RADAR_BY_AREA:
            draw_radar(figure, data.radar_by_area(deliverable, part), colours)
        case FigureKind.RADAR_BY_CATEGORY:
            draw_radar(figure, data.radar_by_category(deliverable, part), colours)
        case FigureKind.STAIRCASE:
            draw_staircase(figure, data.staircase(deliverable, part), colours)
        case FigureKind.HEAT_MAP:
            draw_heat_map(figure, data.heat_map(deliverable, part), colours)
        case FigureKind.STREAM_RADAR:
            draw_radar(figure, stream_data.radar(deliverable, part), colours)
        case FigureKind.STREAM_MATRIX:
            draw_matrix(figure, stream_data.matrix(deliverable, part), colours)
        case FigureKind.TRACK_STAIRCASE:
            draw_tracks(figure, track_data.tracks(deliverable, part), colours)
        case FigureKind.STATEMENT_BARS:
            draw_bars(figure, track_data.bars(deliverable, part), colours)


def _saved(figure: Figure, format_: str, about: str) -> bytes:
    """The file's bytes. Its properties tell the program and the picture, no date and no machine."""
    properties: dict[str, dict[str, Any]] = {
        "png": {"Software": PROGRAM, "Title": about},
        "svg": {"Creator": PROGRAM, "Title": about, "Date": None},
        "pdf": {"Creator": PROGRAM, "Producer": PROGRAM, "Title": about, "CreationDate": None},
    }
    with BytesIO() as stream:
        figure.savefig(stream, format=format_, facecolor=figure.get_facecolor(), metadata=properties[format_])
        return stream.getvalue()
