"""Pictures as files. Importing this loads matplotlib, which takes most of a second."""

from __future__ import annotations

import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from io import BytesIO
from typing import Any

import matplotlib as mpl
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from desktop import characters
from desktop.exchange.deliverable import Deliverable
from desktop.exchange.figures.descriptions import description
from desktop.exchange.figures.drawing import LEAST, Drawing, figure
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

_PACKED = 3
"""How hard bitmaps are packed, of 9: more takes twice as long and spares a tenth."""

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
    return drawn_sheet(kind, deliverable, model).saved(format_)


class DrawnSheet:
    """A picture that is drawn, and can be saved in each format: drawing takes as long as saving."""

    def __init__(self, drawing: Drawing, size: tuple[float, float], about: str, words: str, *, titled: bool) -> None:
        """Draw it in light colours.

        Args:
            drawing: the picture.
            size: width and height, in pixels of a screen.
            about: its title, for the properties of the file.
            words: the picture in words, likewise.
            titled: whether its heading stands in it.
        """
        wide, high = size
        width, height = wide / PIXELS_PER_INCH, _of_use(drawing, high) / PIXELS_PER_INCH
        self._about, self._words = characters.text(about), characters.text(words)
        with _settings():
            self._sheet = Figure(figsize=(width, height), dpi=PIXELS_PER_INCH * FINENESS)
            FigureCanvasAgg(self._sheet)
            drawing.draw(FigurePaper(self._sheet, tokens("light"), titled=titled))

    def saved(self, format_: str) -> bytes:
        """A file's bytes. Its properties tell the program and the picture in words, no date and no machine."""
        about, words = self._about, self._words
        properties: dict[str, dict[str, Any]] = {
            "png": {"Software": PROGRAM, "Title": about, "Description": words},
            "svg": {"Creator": PROGRAM, "Title": about, "Date": None},
            "pdf": {"Creator": PROGRAM, "Producer": PROGRAM, "Title": about, "Subject": words, "CreationDate": None},
        }
        with _settings(), BytesIO() as stream:
            ground = self._sheet.get_facecolor()
            more: dict[str, Any] = {"pil_kwargs": {"compress_level": _PACKED}} if format_ == "png" else {}
            self._sheet.savefig(stream, format=format_, facecolor=ground, metadata=properties[format_], **more)
            content = stream.getvalue()
        return _described(content, words) if format_ == "svg" else content


def drawn_sheet(kind: FigureKind, deliverable: Deliverable, model: str | None) -> DrawnSheet:
    """A picture of a model's results or of the plan, drawn."""
    width, height = _SIZES[kind]
    height += _FOR_A_TRACK.get(kind, 0) * len(deliverable.part(model).result.tracks)
    with written_in(deliverable.manner):
        drawing = figure(kind, deliverable, model)
        if kind in _AS_HIGH_AS_NEEDED:
            height = max(height, min(round(drawing.least), _HIGHEST))
        words = description(kind, deliverable, model)
        return DrawnSheet(drawing, (width, height), title(kind), words, titled=True)


def drawing_file(drawing: Drawing, size: tuple[int, int], format_: str, about: str, words: str) -> bytes:
    """A drawing as such a file.

    Args:
        drawing: the picture.
        size: width and height, in pixels of a screen.
        format_: ``png``, ``svg`` or ``pdf``.
        about: its title, for the properties of the file.
        words: the picture in words, likewise.
    """
    return DrawnSheet(drawing, size, about, words, titled=True).saved(format_)


def for_document(drawing: Drawing, manner: Manner, about: str, size: tuple[float, float]) -> bytes:
    """A drawing as a bitmap (PNG) for a document, which has its heading in a caption.

    Args:
        drawing: what to draw.
        manner: how dates and numbers are written.
        about: what it shows.
        size: width and height in pixels of a screen, at which its words can be read.
    """
    with written_in(manner):
        return DrawnSheet(drawing, size, about, drawing.words, titled=False).saved("png")


def _of_use(drawing: Drawing, height: float) -> float:
    """The height without what would stay empty."""
    return height if drawing.most is None else min(height, max(drawing.most, LEAST))


@contextmanager
def _settings() -> Iterator[None]:
    """Those of matplotlib, for one thread at a time."""
    with _ONE_AT_A_TIME, mpl.rc_context(_SETTINGS), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph .* missing from font")
        yield


def _described(content: bytes, words: str) -> bytes:
    """A drawing that screen readers take for a picture with a text."""
    told = f"</title>\n <desc>{escape(words)}</desc>".encode()
    return content.replace(b"<svg ", b'<svg role="img" ', 1).replace(b"</title>", told, 1)
