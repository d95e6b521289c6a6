"""A sheet being written, row after row, with its set-up for screen and paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from msgspec import Struct
from openpyxl import Workbook
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import Outline
from openpyxl.worksheet.worksheet import Worksheet

from desktop.exchange.heights import FONT_SIZE, row_height, wrapped_lines
from desktop.exchange.print_setup import set_up_print
from desktop.exchange.workbook.archive import Rows
from desktop.exchange.workbook.cell_xml import PLAIN, RowFormat, Styles, row_xml
from desktop.exchange.workbook.guide import Column, Look, Value
from desktop.exchange.workbook.look import LINE_HEIGHTS, style_number

FIRST_HEADING = 4
"""The row of the headings on sheets that hold one table."""

INDENT = 1.3
"""What a step of indentation takes of a column's width."""

_ROW = 15.0
"""Height in points of a row that says none."""

_ON_PAPER = (770.0, 505.0)
"""Width and height in points of what A4 landscape holds within our margins."""

_POINTS_PER_UNIT = 5.25
"""What a unit of column width takes on a page, before it is made smaller to fit."""
_SURELY_FITS = 0.7
"""A text of so many characters a unit of width takes one line, whatever its letters."""


class Span(Struct, frozen=True):
    """Rows of a table that were written, headings excluded; `last` is before `first` where there are none."""

    first: int
    last: int


class Place(Struct, frozen=True):
    """Where a table stands.

    Attributes:
        heading: row of its headings.
    """

    page: Page
    heading: int
    span: Span


class Page:
    """A sheet that is written once, from the top.

    Attributes:
        title: the sheet's name.
        row: number of rows written.
        styles: the workbook's styles.
    """

    def __init__(self, workbook: Workbook, title: str, widths: Sequence[float], styles: Styles | None = None) -> None:
        """Begin a sheet.

        Args:
            workbook: where it goes.
            title: the sheet's name, unlike all others.
            widths: of its columns.
            styles: the workbook's, made by the first of its pages.
        """
        self.sheet: Worksheet = workbook.create_sheet(title)
        self.title = title
        self.row = 0
        self.styles = styles or _styles(self.sheet)
        self._written: list[str] = []
        self._widths = widths
        self._used = 0.0
        self._page_height = _ON_PAPER[1] / min(1.0, _ON_PAPER[0] / (sum(widths) * _POINTS_PER_UNIT))
        for number, width in enumerate(widths, start=1):
            self.sheet.column_dimensions[get_column_letter(number)].width = width

    def rows_written(self) -> Rows:
        """All rows as they stand in the sheet's file."""
        return Rows("".join(self._written), f"A1:{get_column_letter(len(self._widths))}{self.row}")

    def hide(self, columns: Iterable[int]) -> None:
        """Hide columns by number, before anything is written."""
        for number in columns:
            self.sheet.column_dimensions[get_column_letter(number)].hidden = True

    def set_up(self, footer: str, *, heading: int | None = None, frozen: str | None = None) -> None:
        """For screen: no grid, headings stay. For paper: A4 landscape, as wide as the page, headings on each page."""
        sheet = self.sheet
        set_up_print(sheet, left=footer)
        sheet.sheet_properties.outlinePr = Outline(summaryBelow=False)
        if heading is not None:
            sheet.print_title_rows = f"{heading}:{heading}"
        if frozen is not None:
            sheet.freeze_panes = frozen

    def write(self, values: Iterable[Value], looks: Iterable[Look], shown: RowFormat = PLAIN) -> int:
        """Write the next row; returns its number."""
        self.row += 1
        self._used += shown.height or _ROW
        self._written.append(row_xml(self.row, values, looks, self.styles, shown))
        return self.row

    def line(self, text: str, look: Look) -> int:
        """Write a row with one text that may run over the columns beside it."""
        return self.write([text], [look], RowFormat(LINE_HEIGHTS.get(look)))

    def prose(self, text: str, columns: int) -> int:
        """Write a text across so many columns, wrapped."""
        width = sum(self._widths[:columns])
        height = row_height((wrapped_lines(text, width, FONT_SIZE), FONT_SIZE))
        row = self.write([text], [Look.PROSE], RowFormat(height))
        self.sheet.merged_cells.add(f"A{row}:{get_column_letter(columns)}{row}")
        return row

    def skip(self, rows: int = 1) -> None:
        """Leave rows empty."""
        self.row += rows
        self._used += rows * _ROW

    def space(self, rows: int) -> None:
        """Leave rows empty whose height is sure, for charts."""
        for _row in range(rows):
            self.write([], [], RowFormat(_ROW))

    def keep_together(self, height: float) -> None:
        """Go on a new printed page where what follows would be torn apart.

        Args:
            height: in points, of what should stand on one page.
        """
        if self._used % self._page_height + height > self._page_height:
            self.sheet.row_breaks.append(Break(id=self.row))
            self._used = 0.0

    def headings(self, columns: Sequence[Column], *, over: int = 1) -> int:
        """Write the headings of a table; its last column takes `over` columns of the sheet."""
        looks = [column.heading_look for column in columns]
        lines = max(
            wrapped_lines(column.heading, column.width - INDENT, FONT_SIZE, bold=True)
            for column in columns
            if not column.hidden
        )
        height = max(20.0, row_height((lines, FONT_SIZE)))
        row = self.write(
            [*(column.heading for column in columns), *[None] * (over - 1)],
            [*looks, *[Look.HEADING] * (over - 1)],
            RowFormat(height),
        )
        self._merge_last(row, len(columns), over)
        return row

    def rows(self, columns: Sequence[Column], rows: Iterable[Sequence[Value]], *, over: int = 1) -> Span:
        """Write the rows of a table; its last column takes `over` columns of the sheet."""
        looks = [column.look for column in columns]
        widths = [column.width for column in columns]
        first = self.row + 1
        for row in rows:
            height = RowFormat(height_for(row, looks, widths))
            number = self.write([*row, *[None] * (over - 1)], [*looks, *looks[-1:] * (over - 1)], height)
            self._merge_last(number, len(columns), over)
        return Span(first, self.row)

    def _merge_last(self, row: int, column: int, over: int) -> None:
        if over > 1:
            self.sheet.merged_cells.add(f"{get_column_letter(column)}{row}:{get_column_letter(column + over - 1)}{row}")

    def cell_range(self, column: int, span: Span) -> str:
        """The cells of a column as a formula names them, e.g. ``'Areas'!$A$5:$A$26``."""
        letter = get_column_letter(column)
        return f"{quote_sheetname(self.title)}!${letter}${span.first}:${letter}${span.last}"


def height_for(row: Iterable[Value], looks: Iterable[Look], widths: Iterable[float]) -> float | None:
    """What a row of wrapped texts needs; None where one line is enough."""
    most = max(
        (
            _lines(value, width - INDENT, look is Look.STRONG)
            for value, look, width in zip(row, looks, widths, strict=True)
            if isinstance(value, str) and len(value) > _SURELY_FITS * width
        ),
        default=1,
    )
    return row_height((most, FONT_SIZE)) if most > 1 else None


@lru_cache(maxsize=4096)
def _lines(text: str, width: float, bold: bool) -> int:  # noqa: FBT001 - a key of the cache
    return wrapped_lines(text, width, FONT_SIZE, bold=bold)


def _styles(sheet: Worksheet) -> Styles:
    return Styles(
        plain={look: style_number(sheet, look, quoted=False) for look in Look},
        quoted={look: style_number(sheet, look, quoted=True) for look in Look},
    )
