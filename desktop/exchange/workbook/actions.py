"""The sheet of action items: a table to filter, sort and carry on with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import quote_sheetname, xl_col_to_name

from desktop.exchange.deliverable import ActionLine, Deliverable
from desktop.exchange.workbook import measures
from desktop.exchange.workbook.guide import Column, Guide, Look, Value
from desktop.exchange.workbook.look import COLOURS, DATE_FORMAT
from desktop.exchange.workbook.page import Place
from desktop.exchange.workbook.parts import words_of
from desktop.language import _
from desktop.model.maturity import Pack
from desktop.model.maturity.parts import cell_id
from desktop.model.records import ActionStatus, Priority
from desktop.wording import names

_TABLE = "Actions"
_SPARE_ROWS = 200
"""Rows below the last action that also have drop-downs, for actions that are added by hand."""

_DUE, _PRIORITY, _STATUS = 6, 7, 8


def guide() -> Guide:
    """What the sheet and its columns mean."""
    return Guide(
        _("Actions"),
        _(
            "The actions as a table: filter and sort it by the arrows in its headings, choose priority and "
            "status from the lists in their cells, add rows below."
        ),
        (
            Column(_("No."), 6, _("The action's number."), Look.NUMBER),
            Column(_("Action"), 34, _("What is to be done."), Look.STRONG),
            Column(_("Description"), 38, _("More about it.")),
            Column(_("To improve"), 30, _("The area, stream or track it is for, and what of it, by model.")),
            Column(_("Owner"), 19, _("Who sees to it, as a role.")),
            Column(
                _("Due"),
                21,
                _(
                    "The day it should be done. It turns red and says overdue by itself once the day has passed, "
                    "until the status is done or dropped."
                ),
                Look.DATE,
            ),
            Column(_("Priority"), 11, _("How much it matters.")),
            Column(_("Status"), 13, _("Where it stands.")),
            Column(_("Closed"), 13, _("The day it was done or dropped."), Look.DATE),
            Column(_("Measures"), 40, _("What shows whether it works, and how far each has come.")),
            Column(_("Key"), 20, _("How the program recognises the action. Leave it as it is."), hidden=True),
        ),
    )


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


def rows(deliverable: Deliverable) -> Iterator[tuple[Value, ...]]:
    """A row for each action, by number."""
    packs = {part.pack.id: part.pack for part in deliverable.models}
    for action in deliverable.actions:
        yield (
            action.number,
            action.title,
            action.description or None,
            _purpose(action, packs),
            action.owner or None,
            action.due,
            action.priority,
            action.status,
            action.closed,
            "\n".join(map(measures.in_words, action.measures)) or None,
            action.id,
        )


def finish(place: Place, columns: Sequence[Column], lists: Lists) -> None:
    """Make the rows a table, give it drop-downs and mark what is overdue."""
    page, first = place.page, place.heading
    last = max(place.span.last, place.heading + 1) - 1
    headings = [{"header": column.heading, "header_format": page.formats.of(column.heading_look)} for column in columns]
    page.sheet.add_table(
        first - 1, 0, last, len(columns) - 1, {"name": _TABLE, "style": None, "banded_rows": False, "columns": headings}
    )
    for column, choices, title in ((_PRIORITY, lists.priority, _("Priority")), (_STATUS, lists.status, _("Status"))):
        chosen: dict[str, Any] = {
            "validate": "list",
            "source": f"={choices}",
            "error_title": title,
            "error_message": _("Choose one of the words in the list."),
        }
        page.sheet.data_validation(first, column - 1, last + _SPARE_ROWS, column - 1, chosen)
    page.sheet.conditional_format(
        first, _DUE - 1, last + _SPARE_ROWS, _DUE - 1, {**_overdue_rule(first + 1), "format": _overdue(page.workbook)}
    )


def _overdue_rule(row: int) -> dict[str, Any]:
    due, status = (f"${xl_col_to_name(column - 1)}{row}" for column in (_DUE, _STATUS))
    closed = ",".join(f'{status}<>"{names.name(word)}"' for word in ActionStatus if not word.is_open)
    return {"type": "formula", "criteria": f"=AND(ISNUMBER({due}),{due}<TODAY(),{closed})"}


def _overdue(workbook: Workbook) -> Format:
    word = _("overdue").replace('"', "")
    return workbook.add_format(
        {
            "font_color": COLOURS.bad,
            "bold": True,
            "num_format": f'"{word}" {DATE_FORMAT}',
            "bg_color": COLOURS.bad_soft,
        }
    )


def _purpose(action: ActionLine, packs: Mapping[str, Pack]) -> str | None:
    pack = packs.get(action.model)
    place = pack.place_by_id.get(action.place) if pack else None
    if pack is None or place is None:
        return None
    parts = [place.name, *([_part_name(pack, action)] if action.part else [])]
    return _("{model}: {parts}").format(model=pack.name, parts=" · ".join(parts))


def _part_name(pack: Pack, action: ActionLine) -> str:
    """A goal or statement in its own words; of a stream the level to reach."""
    stream = pack.stream_by_id.get(action.place)
    for cell in stream.cells if stream else ():
        if action.part == cell_id(action.place, cell.level):
            return _("level {level} ({name})").format(level=cell.level, name=pack.level(cell.level).name)
    return words_of(pack, action.part) or action.part
