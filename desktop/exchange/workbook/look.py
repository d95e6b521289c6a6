"""How results workbooks look: one font, few colours, colour only for meaning and never without a word."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from desktop.exchange.heights import FONT_SIZE
from desktop.exchange.tokens import Tokens, tokens
from desktop.exchange.workbook.guide import Look
from desktop.wording.manners import day_format
from desktop.wording.tones import WordTone

COLOURS: Tokens = tokens("light")
PERCENT_FORMAT = '0.0########" %"'
"""Percentages stand as the engine's numbers from 0 to 100."""

TYPE_SIZES = {Look.TITLE: 16.0, Look.MASTHEAD: 16.0, Look.SECTION: 12.0, Look.LEAD: 12.0}
"""Sizes of type in points where it is larger."""

LINE_HEIGHTS = {Look.TITLE: 26.0, Look.SECTION: 22.0}
"""Heights in points of rows that hold one line in larger type."""

LOOK_OF: dict[WordTone, Look] = {
    "good": Look.GOOD,
    "warn": Look.WARN,
    "bad": Look.BAD,
    "accent": Look.STRONG,
    "plain": Look.QUIET,
}
"""The look of a rating in a table, by its tone. Words of other kinds look like their column."""

Properties = Mapping[str, Any]
"""Of a cell's look, in the words of XlsxWriter."""

_LEFT: Properties = {"align": "left", "valign": "vcenter", "text_wrap": True, "indent": 1}
_RIGHT: Properties = {"align": "right", "valign": "vcenter", "indent": 1}
_CENTRE: Properties = {"align": "center", "valign": "vcenter"}
_ONE_LINE: Properties = {"valign": "vcenter"}
_WRAPPED: Properties = {"valign": "vcenter", "text_wrap": True}
_FROM_TOP: Properties = {"valign": "top", "text_wrap": True}
_HEADING: Properties = {"font_color": COLOURS.surface, "bold": True, "bg_color": COLOURS.accent, "text_wrap": True}
_MUTE: Properties = {"font_color": COLOURS.mute}

_BARE: dict[Look, Properties] = {
    Look.TITLE: {"bold": True, **_ONE_LINE},
    Look.MASTHEAD: {"bold": True, **_WRAPPED},
    Look.SUBTITLE: {**_MUTE, **_FROM_TOP},
    Look.ABOUT: {**_MUTE, **_ONE_LINE},
    Look.LEAD: {"font_color": COLOURS.accent, "bold": True, **_WRAPPED},
    Look.SECTION: {"bold": True, **_ONE_LINE},
    Look.PROSE: _FROM_TOP,
    Look.HEADING: {**_LEFT, **_HEADING},
    Look.CENTRE_HEADING: {**_CENTRE, **_HEADING},
    Look.NUMBER_HEADING: {**_RIGHT, **_HEADING},
    Look.TURNED_HEADING: {"align": "center", "valign": "vcenter", **_HEADING, "rotation": 90},
}
"""Looks of cells that no line divides from the next row."""

_LINED: dict[Look, Properties] = {
    Look.TEXT: _LEFT,
    Look.STRONG: {**_LEFT, "bold": True},
    Look.MUTE: {**_LEFT, **_MUTE},
    Look.GOOD: {**_LEFT, "font_color": COLOURS.good, "bg_color": COLOURS.good_soft},
    Look.WARN: {**_LEFT, "font_color": COLOURS.warn, "bg_color": COLOURS.warn_soft},
    Look.BAD: {**_LEFT, "font_color": COLOURS.bad, "bg_color": COLOURS.bad_soft},
    Look.QUIET: {**_LEFT, **_MUTE},
    Look.CENTRE: _CENTRE,
    Look.NUMBER: {**_RIGHT, "num_format": "0"},
    Look.PERCENT: {**_RIGHT, "num_format": PERCENT_FORMAT},
    Look.INDEX: {**_RIGHT, "num_format": "0.00########"},
    Look.DATE: _RIGHT,
    Look.DECIMAL: _RIGHT,
    Look.INDENT_1: {**_LEFT, "indent": 2},
    Look.INDENT_2: {**_LEFT, "indent": 4},
    Look.INDENT_3: {**_LEFT, **_MUTE, "indent": 6},
    Look.INDENT_4: {**_LEFT, **_MUTE, "indent": 8},
}
_RULE: Properties = {"bottom": 1, "bottom_color": COLOURS.line}


def properties(look: Look) -> Properties:
    """How cells of a look are formatted."""
    own = _BARE[look] if look in _BARE else {**_RULE, **_LINED[look]}
    day = {"num_format": day_format()} if look is Look.DATE else {}
    return {"font_color": COLOURS.text, "font_size": TYPE_SIZES.get(look, FONT_SIZE), **own, **day}


class CellFormats:
    """The looks as formats of one workbook, each made when it is first needed.

    Attributes:
        of: the format of a look.
        quoted: the same for text that looks like a formula, so that it stays text when somebody edits it.
    """

    def __init__(self, workbook: Workbook) -> None:
        """Begin without any."""
        self._workbook = workbook
        self.of = cache(self._made)
        self.quoted = cache(self._made_quoted)

    def _made(self, look: Look) -> Format:
        return self._workbook.add_format(properties(look))

    def _made_quoted(self, look: Look) -> Format:
        return self._workbook.add_format({**properties(look), "quote_prefix": True})
