"""How the cells look in which sponsor and owners write: coloured, boxed and not locked."""

from __future__ import annotations

from functools import cache

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from desktop.exchange.workbook.guide import Look
from desktop.exchange.workbook.look import COLOURS, properties
from desktop.language import _
from desktop.wording.manners import day_format

_AS_TEXT = "@"
"""The number format under which nothing that is typed turns into a day or a number."""


class OpenCells:
    """The looks as formats of one workbook, each made when it is first needed."""

    def __init__(self, workbook: Workbook) -> None:
        """Begin without any."""
        self._workbook = workbook
        self.of = cache(self._made)

    def _made(self, look: Look, *, as_text: bool = False, quoted: bool = False) -> Format:
        own = {**properties(look), "bg_color": COLOURS.accent_soft, "locked": False}
        own |= {"border": 1, "border_color": COLOURS.line, "bottom": 1, "bottom_color": COLOURS.line}
        if as_text:
            own["num_format"] = _AS_TEXT
        if quoted:
            own["quote_prefix"] = True
        return self._workbook.add_format(own)

    def overdue(self) -> Format:
        """That of a day which has passed; it says so in a word, too."""
        word = _("overdue").replace('"', "")
        return self._workbook.add_format(
            {
                "font_color": COLOURS.bad,
                "bold": True,
                "num_format": f'"{word}" {day_format()}',
                "bg_color": COLOURS.bad_soft,
            }
        )
