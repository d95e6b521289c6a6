"""A sheet being written, row after row, with its set-up for screen and paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from msgspec import Struct
from openpyxl import Workbook
from openpyxl.chart._chart import ChartBase
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, TwoCellAnchor
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import Outline
from openpyxl.worksheet.worksheet import Worksheet

from desktop.exchange.heights import FONT_SIZE, row_height, wrapped_lines
from desktop.exchange.print_setup import Orientation, set_up_print
from desktop.exchange.workbook.archive import Rows
from desktop.exchange.workbook.cell_xml import PLAIN, RowFormat, Styles, row_xml
from desktop.exchange.workbook.guide import Column, Look, Value
from desktop.exchange.workbook.look import LINE_HEIGHTS, TYPE_SIZES, style_number

FIRST_HEADING = 4
"""The row of the headings on sheets that hold one table."""

INDENT = 1.3
"""What a step of indentation takes of a column's width."""

_ROW = 15.0
"""Height in points of a row that says none."""

_ON_PAPER: dict[Orientation, tuple[float, float]] = {"landscape": (770.0, 505.0), "portrait": (523.0, 752.0)}
"""Width and height in points of what A4 holds within our margins."""

_POINTS_PER_UNIT = 5.25
"""What a unit of column width takes on a page, before it is made smaller to fit."""
_MORE = 0.7
"""Units that a column has beside its width."""

_BEGINNING = 110.0
"""In points: title, headings and some rows of a table, which are not left alone at the foot of a printed page."""

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

    def first(self, rows: int) -> Place:
        """The same table with so many of its rows."""
        return Place(self.page, self.heading, Span(self.span.first, self.span.first + rows - 1))


class Page:
    """A sheet that is written once, from the top.

    Attributes:
        title: the sheet's name.
        row: number of rows written.
        styles: the workbook's styles.
    """

    def __init__(
        self,
        workbook: Workbook,
        title: str,
        widths: Sequence[float],
        styles: Styles | None = None,
        orientation: Orientation = "landscape",
    ) -> None:
        """Begin a sheet.

        Args:
            workbook: where it goes.
            title: the sheet's name, unlike all others.
            widths: of its columns.
            styles: the workbook's, made by the first of its pages.
            orientation: of the paper.
        """
        self.sheet: Worksheet = workbook.create_sheet(title)
        self.title = title
        self.row = 0
        self.styles = styles or _styles(self.sheet)
        self._written: list[str] = []
        self._widths = widths
        self._used = 0.0
        self._orientation: Orientation = orientation
        across, down = _ON_PAPER[orientation]
        self._page_height = down / min(1.0, across / (sum(widths) * _POINTS_PER_UNIT))
        for number, width in enumerate(widths, start=1):
            self.sheet.column_dimensions[get_column_letter(number)].width = width

    def rows_written(self) -> Rows:
        """All rows as they stand in the sheet's file."""
        return Rows("".join(self._written), f"A1:{get_column_letter(len(self._widths))}{self.row}")

    def hide(self, columns: Iterable[int]) -> None:
        """Hide columns by number, before anything is written."""
        for number in columns:
            self.sheet.column_dimensions[get_column_letter(number)].hidden = True

    def set_up(
        self, footer: str, *, heading: int | None = None, frozen: str | None = None, one_page: bool = False
    ) -> None:
        """For screen: no grid, headings stay. For paper: A4, as wide as the page, headings on each page.

        Args:
            footer: what it says at its left.
            heading: the row that is repeated on each printed page.
            frozen: the cell that rows above and columns left of it stay in sight of.
            one_page: whether all of it goes on one printed page.
        """
        sheet = self.sheet
        set_up_print(sheet, left=footer, orientation=self._orientation, one_page=one_page)
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

    def prose(self, text: str, columns: int, look: Look = Look.PROSE) -> int:
        """Write a text across so many columns, wrapped."""
        width, size = _across(self._widths[:columns]), TYPE_SIZES.get(look, FONT_SIZE)
        height = row_height((wrapped_lines(text, width, size, bold=look in (Look.LEAD, Look.MASTHEAD)), size))
        row = self.write([text], [look], RowFormat(height))
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

    def labelled(self, label: str, text: str) -> None:
        """Write a text across all columns but the first, which says what it is about."""
        first, *others = self._widths
        lines = max(_lines(label, first - INDENT, bold=True), _lines(text, _across(others) - INDENT, bold=False))
        looks = [Look.STRONG, *[Look.TEXT] * len(others)]
        row = self.write([label, text, *[None] * (len(others) - 1)], looks, RowFormat(row_height((lines, FONT_SIZE))))
        self.sheet.merged_cells.add(f"B{row}:{get_column_letter(len(self._widths))}{row}")

    def add_chart(self, chart: ChartBase, row: int, rows: int) -> None:
        """Put a chart over all columns and so many rows, which `space` left for it."""
        start, end = AnchorMarker(col=0, row=row - 1), AnchorMarker(col=len(self._widths), row=row - 1 + rows)
        anchor = TwoCellAnchor(editAs="oneCell", _from=start, to=end)
        chart.anchor = anchor  # type: ignore[assignment]  # the stubs know its default only
        self.sheet.add_chart(chart)

    def table_height(self, columns: Sequence[Column], rows: Iterable[Sequence[Value]]) -> float:
        """The height in points of such rows, headings left out."""
        looks, widths = [column.look for column in columns], [column.width for column in columns]
        return sum(height_for(row, looks, widths) for row in rows)

    def keep_together(self, height: float) -> None:
        """Go on a new printed page where what follows would be torn apart, though one page holds it.

        Of what is higher than a page, only its beginning is kept together.

        Args:
            height: in points, of what should stand on one page.
        """
        room = self._page_height - self._used % self._page_height
        needed = height if height <= self._page_height else _BEGINNING
        if needed > room:
            self.sheet.row_breaks.append(Break(id=self.row))
            self._used = 0.0

    def headings(self, columns: Sequence[Column]) -> int:
        """Write the headings of a table."""
        looks = [column.heading_look for column in columns]
        lines = max(
            wrapped_lines(column.heading, column.width - INDENT, FONT_SIZE, bold=True)
            for column in columns
            if not column.hidden
        )
        height = max(20.0, row_height((lines, FONT_SIZE)))
        return self.write([column.heading for column in columns], looks, RowFormat(height))

    def rows(self, columns: Sequence[Column], rows: Iterable[Sequence[Value]]) -> Span:
        """Write the rows of a table."""
        looks = [column.look for column in columns]
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

    def cell_range(self, column: int, span: Span) -> str:
        """The cells of a column as a formula names them, e.g. ``'Areas'!$A$5:$A$26``."""
        letter = get_column_letter(column)
        return f"{quote_sheetname(self.title)}!${letter}${span.first}:${letter}${span.last}"


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


def _styles(sheet: Worksheet) -> Styles:
    return Styles(
        plain={look: style_number(sheet, look, quoted=False) for look in Look},
        quoted={look: style_number(sheet, look, quoted=True) for look in Look},
    )
