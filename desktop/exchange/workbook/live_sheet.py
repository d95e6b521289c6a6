"""A sheet that takes formulas without looking each of them through."""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet


class LiveSheet(Worksheet):
    """A sheet whose formulas use functions of Excel 2010 and before alone.

    XlsxWriter looks each formula through for some hundred functions that came later and need a prefix, which takes
    longer than all else about a cell. Ours have none of them; `tests/exchange/workbook/test_live.py` holds them to it.
    """

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:  # noqa: ARG002, FBT001, FBT002 - as XlsxWriter calls it
        return formula.removeprefix("=")
