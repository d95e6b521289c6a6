"""A sheet being written, row after row, with its set-up for screen and paper."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from functools import cached_property, lru_cache
from typing import Any, cast

from msgspec import Struct
from msgspec.structs import replace
from xlsxwriter import Workbook
from xlsxwriter.chart import Chart
from xlsxwriter.utility import quote_sheetname, xl_col_to_name, xl_rowcol_to_cell

from desktop.exchange.cells import FORMULA_STARTS, holdable
from desktop.exchange.heights import FONT_SIZE, length_of, row_height, wrapped_lines
from desktop.exchange.print_setup import A4, MARGINS, Orientation, footer_command, page_height, pages_across
from desktop.exchange.tables.table import AnyTable, Column, Value
from desktop.exchange.tables.words import for_cell
from desktop.exchange.workbook.guide import LOOKS, Look, heading_look
from desktop.exchange.workbook.live_sheet import LiveSheet
from desktop.exchange.workbook.look import LINE_HEIGHTS, LOOK_OF, TYPE_SIZES, CellFormats
from desktop.model.records import ActionStatus
from desktop.wording import names
from desktop.wording.tones import Toned, tone_of

FIRST_HEADING = 4
"""The row of the headings on sheets that hold one table."""

INDENT = 1.3
"""What a step of indentation takes of a column's width."""

_ROW = 15.0
"""Height in points of a row that says none."""

_PIXELS_PER_UNIT = 7
"""What a unit of column width takes on the screen."""
_PIXELS_PER_POINT = 96 / 72

_MORE = 0.7
"""Units that a column has beside its width."""

_TITLE_AND_HEADINGS = 55.0
_BEGINNING = 110.0
"""In points: title, headings and some rows of a table, which are not left alone at the foot of a printed page."""

_ROUND_TURNED = 12.0
"""In points: room at the ends of a heading that stands upright."""

_SURELY_FITS = 0.7
"""A text of so many characters a unit of width takes one line, whatever its letters."""


class RowFormat(Struct, frozen=True):
    """How a row is shown.

    Attributes:
        height: in points; None leaves it to whoever opens the file.
        indent: its depth in the outline.
        hidden: folded away.
    """

    height: float | None = None
    indent: int = 0
    hidden: bool = False


PLAIN = RowFormat()


class Span(Struct, frozen=True):
    """Rows of a table that were written, headings excluded; `last` is before `first` where there are none."""

    first: int
    last: int


class Place(Struct, frozen=True, dict=True):
    """Where a table stands.

    Attributes:
        heading: row of its headings.
        letters: of its columns, by key.
        sheet: the name of its sheet, as formulas have it.
    """

    page: Page
    table: AnyTable
    heading: int
    span: Span

    def first(self, rows: int) -> Place:
        """The same table with so many of its rows."""
        return replace(self, span=Span(self.span.first, self.span.first + rows - 1))

    @cached_property
    def letters(self) -> Mapping[str, str]:  # noqa: D102 - see above
        return {column.key: xl_col_to_name(number) for number, column in enumerate(self.table.columns)}

    @cached_property
    def sheet(self) -> str:  # noqa: D102 - see above
        return quote_sheetname(self.page.title)

    def has(self, *keys: str) -> bool:
        """Whether it has these columns."""
        return all(key in self.letters for key in keys)

    def cells(self, key: str) -> str:
        """The cells of a column as a formula names them, e.g. ``Areas!$A$5:$A$26``."""
        return self.page.cell_range(self.number(key), self.span)

    def number(self, key: str) -> int:
        """The number of a column, from 1."""
        return [column.key for column in self.table.columns].index(key) + 1

    def numbers(self, key: str) -> tuple[float | None, ...]:
        """What stands in a column as numbers."""
        column, rows = self.table.columns[self.number(key) - 1], self.table.rows
        found = [column.value(row) for row in rows[: self.span.last - self.span.first + 1]]
        return tuple(value if isinstance(value, (int, float)) else None for value in found)


class Page:
    """A sheet that is written once, from the top.

    Attributes:
        workbook: what it is a sheet of.
        title: the sheet's name.
        row: number of rows written.
        formats: of the workbook.
        breaks: rows after which a new printed page begins.
    """

    def __init__(
        self,
        workbook: Workbook,
        title: str,
        widths: Sequence[float],
        formats: CellFormats,
        orientation: Orientation = "landscape",
        hidden: Iterable[int] = (),
    ) -> None:
        """Begin a sheet.

        Args:
            workbook: where it goes.
            title: the sheet's name, unlike all others.
            widths: of its columns.
            formats: the workbook's.
            orientation: of the paper.
            hidden: numbers of columns that are for the program only.
        """
        self.workbook = workbook
        self.sheet = cast("LiveSheet", workbook.add_worksheet(title, LiveSheet))
        self.title = title
        self.row = 0
        self.formats = formats
        self._widths = widths
        self._used = 0.0
        self.breaks: list[int] = []
        self._orientation: Orientation = orientation
        self._page_height = page_height(orientation, sum(widths))
        away = set(hidden)
        self._shown_widths = [width for number, width in enumerate(widths, start=1) if number not in away]
        for number, width in enumerate(widths, start=1):
            shown = {"hidden": number in away}
            self.sheet.set_column_pixels(number - 1, number - 1, round(width * _PIXELS_PER_UNIT), None, shown)

    def set_up(self, footer: str, *, heading: int | None = None, frozen: int | None = None) -> None:
        """For screen: no grid, headings stay. For paper: A4, as wide as the page or two, headings on each page.

        Args:
            footer: what it says at its left.
            heading: the row that is repeated on each printed page.
            frozen: so many columns stay in sight, with the rows down to the heading.
        """
        sheet = self.sheet
        sheet.hide_gridlines(2)
        sheet.set_paper(A4)
        sheet.set_portrait() if self._orientation == "portrait" else sheet.set_landscape()
        across = pages_across(self._orientation, sum(self._shown_widths))
        sheet.fit_to_pages(across, 0)
        if across > 1 and frozen:
            sheet.repeat_columns(0, frozen - 1)
        sheet.set_margins(MARGINS.side, MARGINS.side, MARGINS.top, MARGINS.bottom)
        sheet.set_footer(footer_command(footer), {"margin": MARGINS.footer})
        sheet.outline_settings(symbols_below=False)
        if heading is not None:
            sheet.repeat_rows(heading - 1)
            if frozen is not None:
                sheet.freeze_panes(heading, frozen)

    def write(self, values: Iterable[Value], looks: Iterable[Look], shown: RowFormat = PLAIN) -> int:
        """Write the next row; returns its number. Text stays text, whatever it looks like."""
        self.row += 1
        self._used += shown.height or _ROW
        if shown != PLAIN:
            self.sheet.set_row(self.row - 1, shown.height, None, {"level": shown.indent, "hidden": shown.hidden})
        column = -1
        for column, (value, look) in enumerate(zip(values, looks, strict=True)):
            self._write(column, value, look)
        if column >= 0:
            self.sheet.reach(self.row - 1, column + 1)
        return self.row

    def _write(self, column: int, value: Value, look: Look) -> None:
        row = self.row - 1
        if type(value) is not str and isinstance(value, Enum):
            if isinstance(value, Toned) and not isinstance(value, ActionStatus):  # that can be chosen anew
                look = LOOK_OF[tone_of(value)]
            value = names.name(value)
        if isinstance(value, str):
            text = holdable(value)
            formats = self.formats.quoted if text.startswith(FORMULA_STARTS) else self.formats.of
            self.sheet.put_text(row, column, text, formats(look))
        elif isinstance(value, dt.date):
            self.sheet.write_datetime(row, column, dt.datetime.combine(value, dt.time()), self.formats.of(look))
        elif value is None:
            self.sheet.put_nothing(row, column, self.formats.of(look))
        else:
            assert isinstance(value, (int, float))
            self.sheet.put_number(row, column, value, self.formats.of(look))

    def _merge(self, first: int, text: str, columns: int, look: Look) -> None:
        """Let a text of the last row run over several columns."""
        if columns > first + 1:
            self.sheet.merge_range(self.row - 1, first, self.row - 1, columns - 1, "", self.formats.of(look))
            self._write(first, text, look)

    def line(self, text: str, look: Look) -> int:
        """Write a row with one text that may run over the columns beside it."""
        return self.write([text], [look], RowFormat(LINE_HEIGHTS.get(look)))

    def prose(self, text: str, columns: int, look: Look = Look.PROSE) -> int:
        """Write a text across so many columns, wrapped."""
        width, size = _across(self._widths[:columns]), TYPE_SIZES.get(look, FONT_SIZE)
        height = row_height((wrapped_lines(text, width, size, bold=look in (Look.LEAD, Look.MASTHEAD)), size))
        row = self.write([text], [look], RowFormat(height))
        self._merge(0, text, columns, look)
        return row

    def skip(self, rows: int = 1) -> None:
        """Leave rows empty."""
        self.row += rows
        self._used += rows * _ROW

    def chart_room(self, rows: int) -> int:
        """Leave rows for a chart below an empty one, on a new printed page if it would be torn; returns the first."""
        self.keep_together((rows + 1) * _ROW)
        self.skip()
        first = self.row + 1
        self.space(rows)
        return first

    def space(self, rows: int) -> None:
        """Leave rows empty whose height is sure, for charts."""
        for _row in range(rows):
            self.write([], [], RowFormat(_ROW))

    def labelled(self, label: str, text: str) -> None:
        """Write a text across all columns but the first, which says what it is about."""
        first, *others = self._widths
        lines = max(_lines(label, first - INDENT, bold=True), _lines(text, _across(others) - INDENT, bold=False))
        looks = [Look.STRONG, *[Look.TEXT] * len(others)]
        self.write([label, text, *[None] * (len(others) - 1)], looks, RowFormat(row_height((lines, FONT_SIZE))))
        self._merge(1, text, len(self._widths), Look.TEXT)

    def add_chart(self, chart: Chart, row: int, rows: int, part: tuple[int, int] = (0, 1)) -> None:
        """Put a chart over all columns and so many rows, which `space` left for it.

        Args:
            chart: the chart.
            row: the first of the rows.
            rows: how many.
            part: which of how many that stand beside each other, from 0.
        """
        whole = sum(round(width * _PIXELS_PER_UNIT) for width in self._shown_widths)
        number, beside = part
        width = whole // beside
        chart.set_size({"width": width, "height": round(rows * _ROW * _PIXELS_PER_POINT)})
        self.sheet.insert_chart(row - 1, 0, chart, {"object_position": 2, "x_offset": number * width})

    def keep_together(self, height: float) -> None:
        """Go on a new printed page where what follows would be torn apart, though one page holds it.

        Of what is higher than a page, only its beginning is kept together.

        Args:
            height: in points, of what should stand on one page.
        """
        room = self._page_height - self._used % self._page_height
        needed = height if height <= self._page_height else _BEGINNING
        if needed > room:
            self.breaks.append(self.row)
            self.sheet.set_h_pagebreaks(self.breaks)
            self._used = 0.0

    def table(self, table: AnyTable, above: str = "") -> Place:
        """Write a table.

        Args:
            table: the table.
            above: a line above it; then both go on a new printed page where they would be torn but fit on one.
        """
        cells = [tuple(map(for_cell, row)) for row in table.cells]
        if above:
            looks, widths = _looks(table.columns), [column.width for column in table.columns]
            self.skip()
            self.keep_together(sum(height_for(row, looks, widths) for row in cells) + _TITLE_AND_HEADINGS)
            self.line(above, Look.SECTION)
        return Place(self, table, self.headings(table.columns), self.rows(table.columns, cells))

    def headings(self, columns: Sequence[Column[Any]]) -> int:
        """Write the headings of a table."""
        looks = [heading_look(column) for column in columns]
        height = max(20.0, *(_heading_height(column) for column in columns if not column.hidden))
        return self.write([column.heading for column in columns], looks, RowFormat(height))

    def rows(self, columns: Sequence[Column[Any]], rows: Iterable[Sequence[Value]]) -> Span:
        """Write the rows of a table."""
        looks = _looks(columns)
        widths = [column.width for column in columns]
        first = self.row + 1
        for row in rows:
            self.table_row(row, looks, widths)
        return Span(first, self.row)

    def table_row(
        self, row: Sequence[Value], looks: Sequence[Look], widths: Sequence[float], shown: RowFormat = PLAIN
    ) -> int:
        """Write a row of wrapped texts as high as they need."""
        return self.write(row, looks, RowFormat(height_for(row, looks, widths), shown.indent, shown.hidden))

    def cell_name(self, column: int, row: int) -> str:
        """A cell as a formula names it, e.g. ``Areas!$A$5``."""
        return f"{quote_sheetname(self.title)}!{xl_rowcol_to_cell(row - 1, column - 1, True, True)}"

    def cell_range(self, column: int, span: Span) -> str:
        """The cells of a column as a formula names them, e.g. ``Areas!$A$5:$A$26``."""
        letter = xl_col_to_name(column - 1)
        return f"{quote_sheetname(self.title)}!${letter}${span.first}:${letter}${span.last}"


def _heading_height(column: Column[Any]) -> float:
    if column.turned:
        return length_of(column.heading, FONT_SIZE, bold=True) + _ROUND_TURNED
    return row_height((wrapped_lines(column.heading, column.width - INDENT, FONT_SIZE, bold=True), FONT_SIZE))


def _looks(columns: Sequence[Column[Any]]) -> list[Look]:
    return [LOOKS[column.kind] for column in columns]


def height_for(row: Iterable[Value], looks: Iterable[Look], widths: Iterable[float]) -> float:
    """What a row of wrapped texts needs, with a little room above and below."""
    most = max(
        (
            _lines(value, width - INDENT, bold=look is Look.STRONG)
            for value, look, width in zip(row, looks, widths, strict=True)
            if isinstance(value, str) and len(value) > _SURELY_FITS * width
        ),
        default=1,
    )
    return row_height((most, FONT_SIZE))


def _across(widths: Sequence[float]) -> float:
    """The width of merged columns, each of which has a little more than its units say."""
    return sum(widths) + _MORE * (len(widths) - 1)


@lru_cache(maxsize=4096)
def _lines(text: str, width: float, *, bold: bool) -> int:
    return wrapped_lines(text, width, FONT_SIZE, bold=bold)
