"""The letters of PDF files: the bundled font, and for letters it lacks one that has them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from matplotlib.font_manager import findfont, fontManager
from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from desktop import characters, resources
from desktop.exchange.figures.fonts import MORE_SCRIPTS, SYSTEM

PLAIN, BOLD = "Inter", "Inter-Bold"
_MORE = "More scripts"


@cache
def load() -> None:
    """Make the fonts known to reportlab, once; and let it pack what it writes, but not spell that in letters."""
    rl_config.useA85 = 0
    pdfmetrics.registerFont(TTFont(PLAIN, str(resources.document("Inter-Regular.ttf"))))
    pdfmetrics.registerFont(TTFont(BOLD, str(resources.document("Inter-Bold.ttf"))))
    pdfmetrics.registerFontFamily(PLAIN, normal=PLAIN, bold=BOLD, italic=PLAIN, boldItalic=BOLD)
    pdfmetrics.registerFont(TTFont(_MORE, findfont(MORE_SCRIPTS)))


def marked(text: str) -> str:
    """A text as reportlab's paragraphs take it: escaped, line breaks kept, each letter in a font that has it."""
    told = characters.text(text)
    if told.isascii():
        return escape(told).replace("\n", "<br/>")
    return "".join(
        escape(piece) if font is None else f'<font name="{font}">{escape(piece)}</font>' for font, piece in _runs(told)
    ).replace("\n", "<br/>")


def plain(text: str) -> str:
    """A text for where one font writes all: what it lacks becomes a question mark."""
    load()
    return "".join(letter if _font_of(letter) is None else "?" for letter in characters.one_line(text))


def _runs(text: str) -> Iterator[tuple[str | None, str]]:
    for font, letters in groupby(text, key=_font_of):
        yield font, "".join(letters)


@cache
def _font_of(letter: str) -> str | None:
    """The font that has a letter; None for the bundled one, also where none has it."""
    load()
    code = ord(letter)
    if code < 0x20 or _has(PLAIN, code):
        return None
    if _has(_MORE, code):
        return _MORE
    family = SYSTEM.families([code])[code]
    return None if family is None else _of_system(family)


def _has(font: str, code: int) -> bool:
    found: Any = pdfmetrics.getFont(font)
    return code in found.face.charToGlyph


@cache
def _of_system(family: str) -> str | None:
    """A font of this computer, where reportlab can carry it."""
    paths = sorted(entry.fname for entry in fontManager.ttflist if entry.name == family)
    for path in paths:
        try:
            pdfmetrics.registerFont(TTFont(family, str(Path(path))))
        except (TTFError, OSError):
            continue
        return family
    return None
