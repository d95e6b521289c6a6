"""How sheets of all our workbooks stand on paper: size, margins, and a footer that ends in the number of the page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from desktop.exchange.cells import clean, shortened, units
from desktop.language import _

Orientation = Literal["landscape", "portrait"]

LONGEST_FOOTER = 255
"""Characters that Excel takes in a footer, its commands included, counted as UTF-16 units."""

_ROOM_AT_LEFT = 90
"""Characters that stand at the left of a footer without reaching what stands at its right."""

_ON_PAPER: Mapping[Orientation, tuple[float, float]] = {"landscape": (770.0, 505.0), "portrait": (523.0, 752.0)}
"""Width and height in points of what A4 holds within our margins."""

_POINTS_PER_UNIT = 5.25
"""What a unit of column width takes on a page, before it is made smaller to fit."""

_SMALLEST = 0.6
"""Type of ten points made smaller than that is hard to read."""

A4 = 9
FOOTER_SIZE = 8
"""Of its type, in points."""

_COMMANDS = 4 * len("&L&8 ")
"""Units that place and size of the parts of a footer take, and one part more for safety."""


class Margins(NamedTuple):
    """In inches."""

    side: float
    top: float
    bottom: float
    footer: float


MARGINS = Margins(side=0.5, top=0.5, bottom=0.7, footer=0.3)


def page_height(orientation: Orientation, width: float) -> float:
    """The height in points of the rows that one page holds, once all columns fit across it.

    Args:
        orientation: of the page.
        width: of all columns together, in the units of workbooks.
    """
    across, down = _ON_PAPER[orientation]
    return down / min(1.0, across / (width * _POINTS_PER_UNIT))


def pages_across(orientation: Orientation, width: float) -> int:
    """How many pages a sheet takes beside each other, so that its type is not made too small to read.

    Args:
        orientation: of the page.
        width: of its columns together, in the units of workbooks.
    """
    return 1 if _ON_PAPER[orientation][0] / (width * _POINTS_PER_UNIT) >= _SMALLEST else 2


class FooterParts(NamedTuple):
    """What stands at the left, in the middle and at the right of a footer."""

    left: str
    centre: str
    right: str


def footer_parts(left: str, centre: str = "") -> FooterParts:
    """A footer that ends in the number of the page.

    Args:
        left: a text such as the name of an organisation; shortened where it is too long for one.
        centre: another, short one.
    """
    pages = _("Page {page} of {pages}").format(page="&P", pages="&N")
    middle = _escaped(centre)
    room = min(_ROOM_AT_LEFT, LONGEST_FOOTER - _COMMANDS - units(middle) - units(pages))
    return FooterParts(footer_text(left, room), middle, pages)


def footer_command(left: str, centre: str = "") -> str:
    """The same as it stands in a file."""
    parts = zip("LCR", footer_parts(left, centre), strict=True)
    return "".join(f"&{place}&{FOOTER_SIZE} {text}" for place, text in parts if text)


def footer_text(text: str, room: int) -> str:
    """A text as it stands in a footer, shortened to so many UTF-16 units where it takes more.

    Args:
        text: on one line or several.
        room: UTF-16 units, in which ``&``, which begins a command and is therefore doubled, counts twice.
    """
    whole = " ".join(clean(text).split())
    kept = whole
    while units(_escaped(kept)) > room:
        kept = shortened(whole, units(kept) - 2).rstrip(" …") + "…"
    return _escaped(kept)


def _escaped(text: str) -> str:
    return text.replace("&", "&&")
