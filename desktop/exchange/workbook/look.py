"""How results workbooks look: one font, few colours, colour only for meaning and never without a word."""

from __future__ import annotations

from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.worksheet import Worksheet

from desktop.exchange.heights import FONT, FONT_SIZE
from desktop.exchange.tokens import Tokens, argb, tokens
from desktop.exchange.workbook.guide import Look
from desktop.model.scoring.vocabulary import Agreement, Characterisation, Fulfilment, Rating

COLOURS: Tokens = tokens("light")
PERCENT_FORMAT = '0.0########" %"'
"""Percentages stand as the engine's numbers from 0 to 100."""

DATE_FORMAT = "yyyy-mm-dd"
TYPE_SIZES = {Look.TITLE: 16.0, Look.MASTHEAD: 16.0, Look.SECTION: 12.0, Look.LEAD: 12.0}
"""Sizes of type in points where it is larger."""

LINE_HEIGHTS = {Look.TITLE: 26.0, Look.SECTION: 22.0}
"""Heights in points of rows that hold one line in larger type."""

LOOK_OF: dict[Rating | Characterisation | Fulfilment | Agreement, Look] = {
    Rating.SATISFIED: Look.GOOD,
    Rating.UNSATISFIED: Look.BAD,
    Rating.NOT_RATED: Look.QUIET,
    Rating.NOT_APPLICABLE: Look.QUIET,
    Rating.OUT_OF_SCOPE: Look.QUIET,
    Characterisation.FULLY: Look.GOOD,
    Characterisation.LARGELY: Look.GOOD,
    Characterisation.PARTIALLY: Look.WARN,
    Characterisation.NOT: Look.BAD,
    Characterisation.NOT_YET: Look.QUIET,
    Characterisation.NOT_APPLICABLE: Look.QUIET,
    Fulfilment.MET: Look.GOOD,
    Fulfilment.PARTLY_MET: Look.WARN,
    Fulfilment.NOT_MET: Look.BAD,
    Fulfilment.NOT_APPLICABLE: Look.QUIET,
    Fulfilment.DONT_KNOW: Look.QUIET,
    Agreement.AGREED: Look.GOOD,
    Agreement.MIXED: Look.WARN,
    Agreement.SPLIT: Look.BAD,
    Agreement.TOO_FEW: Look.QUIET,
}
"""The look of a rating in a table. Words of other kinds look like their column."""

_LINE = Border(bottom=Side(style="thin", color=argb(COLOURS.line)))
_LEFT = Alignment(wrap_text=True, vertical="center", horizontal="left", indent=1)
_RIGHT = Alignment(horizontal="right", vertical="center", indent=1)


def _font(colour: str, *, size: float = FONT_SIZE, bold: bool = False) -> Font:
    return Font(name=FONT, size=size, color=argb(colour), bold=bold)


def _fill(colour: str) -> PatternFill:
    return PatternFill("solid", fgColor=argb(colour))


_FONTS = {
    Look.STRONG: _font(COLOURS.text, bold=True),
    Look.MUTE: _font(COLOURS.mute),
    Look.GOOD: _font(COLOURS.good),
    Look.WARN: _font(COLOURS.warn),
    Look.BAD: _font(COLOURS.bad),
    Look.QUIET: _font(COLOURS.mute),
    Look.HEADING: _font(COLOURS.surface, bold=True),
    Look.CENTRE_HEADING: _font(COLOURS.surface, bold=True),
    Look.NUMBER_HEADING: _font(COLOURS.surface, bold=True),
    Look.TITLE: _font(COLOURS.text, size=TYPE_SIZES[Look.TITLE], bold=True),
    Look.MASTHEAD: _font(COLOURS.text, size=TYPE_SIZES[Look.MASTHEAD], bold=True),
    Look.SUBTITLE: _font(COLOURS.mute),
    Look.ABOUT: _font(COLOURS.mute),
    Look.LEAD: _font(COLOURS.accent, size=TYPE_SIZES[Look.LEAD], bold=True),
    Look.SECTION: _font(COLOURS.text, size=TYPE_SIZES[Look.SECTION], bold=True),
    Look.INDENT_3: _font(COLOURS.mute),
    Look.INDENT_4: _font(COLOURS.mute),
}
_FILLS = {
    Look.GOOD: _fill(COLOURS.good_soft),
    Look.WARN: _fill(COLOURS.warn_soft),
    Look.BAD: _fill(COLOURS.bad_soft),
    Look.HEADING: _fill(COLOURS.accent),
    Look.CENTRE_HEADING: _fill(COLOURS.accent),
    Look.NUMBER_HEADING: _fill(COLOURS.accent),
}
_ALIGNMENTS = {
    Look.CENTRE: Alignment(horizontal="center", vertical="center"),
    Look.NUMBER: _RIGHT,
    Look.PERCENT: _RIGHT,
    Look.INDEX: _RIGHT,
    Look.DATE: _RIGHT,
    Look.DECIMAL: _RIGHT,
    Look.HEADING: Alignment(wrap_text=True, vertical="center", horizontal="left", indent=1),
    Look.CENTRE_HEADING: Alignment(wrap_text=True, vertical="center", horizontal="center"),
    Look.NUMBER_HEADING: Alignment(wrap_text=True, vertical="center", horizontal="right", indent=1),
    Look.TITLE: Alignment(vertical="center"),
    Look.SUBTITLE: Alignment(wrap_text=True, vertical="top"),
    Look.MASTHEAD: Alignment(wrap_text=True, vertical="center"),
    Look.ABOUT: Alignment(vertical="center"),
    Look.LEAD: Alignment(wrap_text=True, vertical="center"),
    Look.SECTION: Alignment(vertical="center"),
    Look.PROSE: Alignment(wrap_text=True, vertical="top"),
    Look.INDENT_1: Alignment(wrap_text=True, vertical="center", horizontal="left", indent=2),
    Look.INDENT_2: Alignment(wrap_text=True, vertical="center", horizontal="left", indent=4),
    Look.INDENT_3: Alignment(wrap_text=True, vertical="center", horizontal="left", indent=6),
    Look.INDENT_4: Alignment(wrap_text=True, vertical="center", horizontal="left", indent=8),
}
_NUMBERS = {Look.PERCENT: PERCENT_FORMAT, Look.INDEX: "0.00########", Look.DATE: DATE_FORMAT, Look.NUMBER: "0"}
_BARE = frozenset(
    {
        Look.TITLE,
        Look.MASTHEAD,
        Look.SUBTITLE,
        Look.ABOUT,
        Look.LEAD,
        Look.SECTION,
        Look.PROSE,
        Look.HEADING,
        Look.CENTRE_HEADING,
        Look.NUMBER_HEADING,
    }
)


def style_number(sheet: Worksheet, look: Look, *, quoted: bool) -> int:
    """The number of a look in the table of styles of this sheet's workbook."""
    cell = Cell(sheet, 1, 1)
    cell.font = _FONTS.get(look, _font(COLOURS.text))
    cell.alignment = _ALIGNMENTS.get(look, _LEFT)
    if look in _FILLS:
        cell.fill = _FILLS[look]
    if look in _NUMBERS:
        cell.number_format = _NUMBERS[look]
    if look not in _BARE:
        cell.border = _LINE
    cell.quotePrefix = quoted
    return cell.style_id
