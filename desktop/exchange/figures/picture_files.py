"""Pictures as files. Importing this loads matplotlib, which takes most of a second."""

from __future__ import annotations

import threading
import warnings
from html import escape
from io import BytesIO
from typing import Any

import matplotlib as mpl
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from desktop import characters
from desktop.exchange.deliverable import Deliverable
from desktop.exchange.figures.descriptions import description
from desktop.exchange.figures.drawing import Drawing, figure
from desktop.exchange.figures.figure_paper import PIXELS_PER_INCH, FigurePaper
from desktop.exchange.figures.kinds import FigureKind, title
from desktop.exchange.tokens import tokens
from desktop.wording.manners import Manner, written_in

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
    FigureKind.TRACK_RADAR: (1040, 800),
    FigureKind.STATEMENT_BARS: (960, 120),
    FigureKind.PART_RADAR: (1040, 800),
    FigureKind.PART_TREE: (1120, 860),
    FigureKind.DISTRIBUTION: (1120, 760),
    FigureKind.BURN_UP: (1120, 560),
    FigureKind.ROADMAP: (1120, 560),
}
"""Width and height of saved pictures, in pixels of a screen."""

_FOR_A_TRACK = {FigureKind.TRACK_STAIRCASE: 300, FigureKind.STATEMENT_BARS: 200}
"""What each track adds to the height."""

_AS_HIGH_AS_NEEDED = frozenset({FigureKind.ROADMAP})
_HIGHEST = 4800
"""What grows with its rows does so up to here; then the rows become smaller."""

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
    with written_in(deliverable.manner):
        drawing = figure(kind, deliverable, model)
        if kind in _AS_HIGH_AS_NEEDED:
            height = max(height, min(round(drawing.least), _HIGHEST))
        return drawing_file(drawing, (width, height), format_, title(kind), description(kind, deliverable, model))


def drawing_file(drawing: Drawing, size: tuple[int, int], format_: str, about: str, words: str) -> bytes:
    """A drawing as such a file.

    Args:
        drawing: the picture.
        size: width and height, in pixels of a screen.
        format_: ``png``, ``svg`` or ``pdf``.
        about: its title, for the properties of the file.
        words: the picture in words, likewise.
    """
    width, height = size
    with _ONE_AT_A_TIME, mpl.rc_context(_SETTINGS), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph .* missing from font")
        sheet = Figure(figsize=(width / PIXELS_PER_INCH, height / PIXELS_PER_INCH), dpi=PIXELS_PER_INCH * FINENESS)
        FigureCanvasAgg(sheet)
        drawing.draw(FigurePaper(sheet, tokens("light")))
        return _saved(sheet, format_, about, words)


def for_document(drawing: Drawing, manner: Manner, about: str, size: tuple[float, float]) -> bytes:
    """A drawing as a bitmap (PNG) for a document, which has its heading in a caption.

    Args:
        drawing: what to draw.
        manner: how dates and numbers are written.
        about: what it shows.
        size: width and height in pixels of a screen, at which its words can be read.
    """
    width, height = size
    with written_in(manner), _ONE_AT_A_TIME, mpl.rc_context(_SETTINGS), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph .* missing from font")
        sheet = Figure(figsize=(width / PIXELS_PER_INCH, height / PIXELS_PER_INCH), dpi=PIXELS_PER_INCH * FINENESS)
        FigureCanvasAgg(sheet)
        drawing.draw(FigurePaper(sheet, tokens("light"), titled=False))
        return _saved(sheet, "png", about, drawing.words)


def _saved(sheet: Figure, format_: str, about: str, words: str) -> bytes:
    """The file's bytes. Its properties tell the program and the picture in words, no date and no machine."""
    about, words = characters.text(about), characters.text(words)
    properties: dict[str, dict[str, Any]] = {
        "png": {"Software": PROGRAM, "Title": about, "Description": words},
        "svg": {"Creator": PROGRAM, "Title": about, "Date": None},
        "pdf": {"Creator": PROGRAM, "Producer": PROGRAM, "Title": about, "Subject": words, "CreationDate": None},
    }
    with BytesIO() as stream:
        sheet.savefig(stream, format=format_, facecolor=sheet.get_facecolor(), metadata=properties[format_])
        content = stream.getvalue()
    return _described(content, words) if format_ == "svg" else content


def _described(content: bytes, words: str) -> bytes:
    """A drawing that screen readers take for a picture with a text."""
    told = f"</title>\n <desc>{escape(words)}</desc>".encode()
    return content.replace(b"<svg ", b'<svg role="img" ', 1).replace(b"</title>", told, 1)
