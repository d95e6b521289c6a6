"""What makes the sheet of action items one to carry on with: a table with drop-downs that marks what is overdue."""

from __future__ import annotations

from typing import Any

from msgspec import Struct
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import quote_sheetname, xl_col_to_name

from desktop.exchange.cells import holdable
from desktop.exchange.tables.measures import worse
from desktop.exchange.workbook.guide import Look, heading_look
from desktop.exchange.workbook.look import COLOURS
from desktop.exchange.workbook.page import Place
from desktop.language import _
from desktop.model.records import ActionStatus, Priority
from desktop.wording import names
from desktop.wording.manners import day_format

_TABLE = "Actions"
_SPARE_ROWS = 200
"""Rows below the last action that also have drop-downs, for actions that are added by hand."""


class Lists(Struct, frozen=True):
    """Where the words stand that can be chosen."""

    priority: str
    status: str


def write_lists(workbook: Workbook) -> Lists:
    """Write the hidden sheet of words for drop-downs; a list typed into a validation breaks in some languages."""
    title = "Lists"
    sheet = workbook.add_worksheet(title)
    sheet.hide()
    sheet.write_column(0, 0, map(names.name, Priority))
    sheet.write_column(0, 1, map(names.name, ActionStatus))
    quoted = quote_sheetname(title)
    return Lists(f"{quoted}!$A$1:$A${len(Priority)}", f"{quoted}!$B$1:$B${len(ActionStatus)}")


def finish(place: Place, lists: Lists) -> None:
    """Make the rows a table, give it drop-downs and mark what is overdue."""
    page, first, columns = place.page, place.heading, place.table.columns
    last = max(place.span.last, place.heading + 1) - 1
    headings = [
        {"header": column.heading, "header_format": page.formats.of(heading_look(column))} for column in columns
    ]
    page.sheet.add_table(
        first - 1, 0, last, len(columns) - 1, {"name": _TABLE, "style": None, "banded_rows": False, "columns": headings}
    )
    due, status = place.number("due"), place.number("status")
    offered = ((place.number("priority"), lists.priority, _("Priority")), (status, lists.status, _("Status")))
    for column, choices, title in offered:
        chosen: dict[str, Any] = {
            "validate": "list",
            "source": f"={choices}",
            "error_title": title,
            "error_message": _("Choose one of the words in the list."),
        }
        page.sheet.data_validation(first, column - 1, last + _SPARE_ROWS, column - 1, chosen)
    rule = {**_overdue_rule(first + 1, due, status), "format": _overdue(page.workbook)}
    page.sheet.conditional_format(first, due - 1, last + _SPARE_ROWS, due - 1, rule)
    _mark_worse(place)


def mark_overdue(place: Place) -> None:
    """Mark days that have passed in a table of open actions alone."""
    page, due = place.page, place.number("due")
    cell = f"${xl_col_to_name(due - 1)}{place.span.first}"
    rule = {"type": "formula", "criteria": f"=AND(ISNUMBER({cell}),{cell}<TODAY())", "format": _overdue(page.workbook)}
    page.sheet.conditional_format(place.span.first - 1, due - 1, place.span.last - 1, due - 1, rule)


def _overdue_rule(row: int, *columns: int) -> dict[str, Any]:
    due, status = (f"${xl_col_to_name(column - 1)}{row}" for column in columns)
    closed = ",".join(f'{status}<>"{names.name(word)}"' for word in ActionStatus if not word.is_open)
    return {"type": "formula", "criteria": f"=AND(ISNUMBER({due}),{due}<TODAY(),{closed})"}


def _mark_worse(place: Place) -> None:
    """Set the words in colour that say that a measure went the wrong way."""
    if not place.has("measures"):
        return
    page, number = place.page, place.number("measures")
    plain = page.formats.of(Look.TEXT)
    alarming = page.workbook.add_format({"font_color": COLOURS.bad, "bold": True})
    for row, action in enumerate(place.table.rows, start=place.span.first):
        told = place.table.columns[number - 1].value(action)
        if not isinstance(told, str) or worse() not in told:
            continue
        first, *others = holdable(told).split(worse())
        pieces: list[str | Format] = [plain, first]
        for other in others:
            pieces += [alarming, worse()]
            if other:
                pieces += [plain, other]
        page.sheet.write_rich_string(row - 1, number - 1, *pieces, plain)


def _overdue(workbook: Workbook) -> Format:
    word = _("overdue").replace('"', "")
    return workbook.add_format(
        {
            "font_color": COLOURS.bad,
            "bold": True,
            "num_format": f'"{word}" {day_format()}',
            "bg_color": COLOURS.bad_soft,
        }
    )
