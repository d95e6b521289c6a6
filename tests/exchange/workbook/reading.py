"""A workbook read back and told as text: what each cell holds, what it looks like, how the sheet prints."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from desktop.exchange.tokens import argb, tokens

COLOURS = {argb(colour): name for name, colour in tokens("light")._asdict().items() if isinstance(colour, str)}
"""Names of colours by how they stand in a file."""


def told(path: Path) -> str:
    """All sheets of a workbook, one row a line."""
    workbook, worked_out = load_workbook(path), load_workbook(path, data_only=True)
    return "".join(
        f"{line}\n" for sheet in workbook.worksheets for line in _sheet(sheet, worked_out[sheet.title], workbook)
    )


def _sheet(sheet: Worksheet, worked_out: Worksheet, workbook: Workbook) -> Iterator[str]:
    yield f"== {sheet.title}{' (hidden)' if sheet.sheet_state == 'hidden' else ''}"
    yield from (f"   {line}" for line in _set_up(sheet))
    for row in sheet.iter_rows():
        cells = [each for cell in row if (each := _cell(cell, worked_out[cell.coordinate].value))]
        dimension = sheet.row_dimensions[row[0].row or 0]
        notes = [
            *([f"{dimension.height:g}pt"] if dimension.customHeight else []),
            *([f"depth {dimension.outlineLevel}"] if dimension.outlineLevel else []),
            *(["folded"] if dimension.hidden else []),
        ]
        if cells:
            yield f"{row[0].row}{' (' + ', '.join(notes) + ')' if notes else ''}: {' | '.join(cells)}"


def _set_up(sheet: Worksheet) -> Iterator[str]:
    widths = [
        f"{get_column_letter(number)} {dimension.width:g}{' hidden' if dimension.hidden else ''}"
        for dimension in sheet.column_dimensions.values()
        for number in range(dimension.min or 1, (dimension.max or 0) + 1)
    ]
    yield "widths " + ", ".join(widths)
    setup = sheet.page_setup
    pages = "one page" if setup.fitToHeight in (None, 1) else f"{setup.fitToWidth or 1} page wide"
    yield f"prints {setup.orientation}, {pages}, repeats {sheet.print_title_rows}"
    footer = sheet.oddFooter
    assert footer is not None
    yield "footer " + " / ".join(each.text or "–" for each in (footer.left, footer.center, footer.right))
    for name, value in (
        ("stays in sight above and left of", sheet.freeze_panes),
        ("breaks after rows", ", ".join(str(each.id) for each in sheet.row_breaks.brk)),
        ("filters", sheet.auto_filter.ref),
        ("merged", ", ".join(sorted(map(str, sheet.merged_cells.ranges)))),
        ("tables", ", ".join(f"{table.name} {table.ref}" for table in sheet.tables.values())),
        ("choices", ", ".join(map(_choice, sheet.data_validations.dataValidation))),
        (
            "marks",
            "; ".join(
                f"{marked.sqref} {rule.formula}" for marked in sheet.conditional_formatting for rule in marked.rules
            ),
        ),
        ("grid", sheet.sheet_view.showGridLines),
        ("depth", sheet.sheet_format.outlineLevelRow),
        ("sums below", sheet.sheet_properties.outlinePr is not None and sheet.sheet_properties.outlinePr.summaryBelow),
        ("charts", ", ".join(_chart(each) for each in sheet._charts)),  # type: ignore[attr-defined]  # read back
    ):
        if value:
            yield f"{name} {value}"


def _choice(each: Any) -> str:
    return f"{each.sqref} {each.formula1} “{each.errorTitle}: {each.error}”"


def _chart(chart: Any) -> str:
    series = "; ".join(each.val.numRef.f for each in chart.series)
    along = chart.series[0].cat
    return f"{chart.tagname} of {(along.strRef or along.numRef).f}: {series}"


def _cell(cell: Any, worked_out: object) -> str:
    look = _look(cell)
    if cell.value is None:
        return f"{cell.column_letter} – {look}".rstrip() if "on " in look else ""
    value = f"{_value(worked_out)} {cell.value}" if cell.data_type == "f" else _value(cell.value)
    return f"{cell.column_letter} {value} {look}".rstrip()


def _value(value: object) -> str:
    if isinstance(value, str):
        return f"“{value}”".replace("\n", "⏎")
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    return repr(value)


def _look(cell: Cell) -> str:
    """What differs from plain text at the left."""
    font, fill, alignment = cell.font, cell.fill, cell.alignment
    ground = COLOURS.get(str(fill.fgColor.rgb), "?") if fill.fill_type else ""
    colour = COLOURS.get(str(font.color.rgb), "?") if font.color else "none"
    parts = [
        *(["bold"] if font.bold else []),
        *([f"size {font.size:g}"] if font.size != 10 else []),
        *([colour] if colour != "text" else []),
        *([f"on {ground}"] if ground else []),
        *([str(alignment.horizontal)] if alignment.horizontal not in ("left", None) else []),
        *([f"indent {alignment.indent:g}"] if alignment.indent not in (0, 1) else []),
        *([str(cell.number_format)] if cell.number_format != "General" else []),
        *(["quoted"] if cell.quotePrefix else []),
        *(["not wrapped"] if cell.data_type == "s" and not alignment.wrap_text else []),
        *([str(alignment.vertical)] if alignment.vertical != "center" else []),
        *([] if cell.border.bottom.style else ["no line"]),
    ]
    return f"[{', '.join(parts)}]" if parts else ""
