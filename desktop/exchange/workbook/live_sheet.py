"""A sheet that takes what we write without looking each cell through: half the time of a workbook goes into that."""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell_fast
from xlsxwriter.worksheet import CellBlankTuple, CellFormulaTuple, CellNumberTuple, CellStringTuple, Worksheet

_MANY = ("String", "Number", "Datetime", "Blank", "Formula")


class LiveSheet(Worksheet):
    """A sheet whose formulas use functions of Excel 2010 and before alone, and whose cells all have a format.

    XlsxWriter looks each formula through for some hundred functions that came later and need a prefix. Ours have none
    of them; `tests/exchange/workbook/test_live.py` holds them to it.
    """

    def reach(self, row: int, columns: int) -> None:
        """Make known that a row has cells; both are counted from 0 as XlsxWriter does."""
        self._check_dimensions(row, 0)
        self._check_dimensions(row, columns - 1)

    def put_text(self, row: int, column: int, text: str, look: Format) -> None:
        """A text that a cell can hold, in a row that was made known by `reach`."""
        texts: Any = self.str_table
        self.table[row][column] = CellStringTuple(texts._get_shared_string_index(text), look)  # noqa: SLF001 - what its own way comes to

    def put_number(self, row: int, column: int, number: float, look: Format) -> None:
        """A number, likewise."""
        self.table[row][column] = CellNumberTuple(number, look)

    def put_nothing(self, row: int, column: int, look: Format) -> None:
        """An empty cell, likewise."""
        self.table[row][column] = CellBlankTuple(look)

    def put_formula(self, row: int, column: int, formula: str, look: Format, value: float | str) -> None:
        """A formula with what it comes to, in whatever row."""
        self._check_dimensions(row, column)
        self.table[row][column] = CellFormulaTuple(formula.removeprefix("="), look, value)

    def _calculate_spans(self) -> None:
        """Leave out which columns rows reach over: a hint that no program needs."""

    def _write_cell(self, row: int, col: int, cell: Any) -> None:  # noqa: ANN401 - one of its own tuples
        """The kinds of cells that there are many of, in one go; what is written is the same."""
        kind = type(cell).__name__
        if kind not in _MANY or not cell.format or (kind == "Formula" and isinstance(cell.value, (str, bool))):
            super()._write_cell(row, col, cell)
            return
        file: Any = self.fh
        begins = f'<c r="{xl_rowcol_to_cell_fast(row, col)}" s="{cell.format._get_xf_index()}"'  # noqa: SLF001 - likewise
        if kind == "String":
            file.write(f'{begins} t="s"><v>{cell.string}</v></c>')
        elif kind == "Blank":
            file.write(f"{begins}/>")
        elif kind == "Formula":
            file.write(f"{begins}><f>{escape(cell.formula)}</f><v>{cell.value}</v></c>")
        else:
            file.write(f"{begins}><v>{cell.number:.16G}</v></c>")
