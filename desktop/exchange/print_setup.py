"""How sheets of all our workbooks are set up for screen and paper."""

from __future__ import annotations

from typing import Literal

from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from desktop.exchange.cells import clean, shortened, units
from desktop.language import _

Orientation = Literal["landscape", "portrait"]

LONGEST_FOOTER = 255
"""Characters that Excel takes in a footer, its commands included, counted as UTF-16 units."""

_ROOM_AT_LEFT = 90
"""Characters that stand at the left of a footer without reaching what stands at its right."""

A4 = 9
_FOOTER_SIZE = 8
_COMMANDS = 4 * len("&L&8 ")
"""Units that place and size of the parts of a footer take, and one part more for safety."""


def set_up_print(
    sheet: Worksheet,
    *,
    left: str,
    centre: str = "",
    orientation: Orientation = "landscape",
    one_page: bool = False,
) -> None:
    """No grid on the screen; on paper A4, as wide as the page, with a footer that ends in the number of the page.

    Args:
        sheet: the sheet.
        left: a text for the footer, such as the name of an organisation; shortened where it is too long for one.
        centre: another, short one.
        orientation: of the paper.
        one_page: whether all of it goes on one page, however small it gets.
    """
    sheet.sheet_view.showGridLines = False
    sheet.page_setup.orientation = orientation
    sheet.page_setup.paperSize = A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = int(one_page)
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    margins = sheet.page_margins
    margins.left = margins.right = margins.top = 0.5
    margins.bottom, margins.footer = 0.7, 0.3
    pages = _("Page {page} of {pages}").format(page="&P", pages="&N")
    middle = _escaped(centre)
    room = min(_ROOM_AT_LEFT, LONGEST_FOOTER - _COMMANDS - units(middle) - units(pages))
    for place, text in (("left", footer_text(left, room)), ("center", middle), ("right", pages)):
        if text:
            part = getattr(sheet.oddFooter, place)
            part.text, part.size = text, _FOOTER_SIZE


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
