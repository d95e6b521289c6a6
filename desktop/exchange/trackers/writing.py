"""Writing a tracker: the workbook in which sponsor and owners follow the actions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.utility import quote_sheetname, xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from desktop.exchange.cells import FORMULA_STARTS, holdable, sheet_title
from desktop.exchange.heights import FONT, FONT_SIZE
from desktop.exchange.print_setup import Orientation
from desktop.exchange.tables.table import Column as TableColumn
from desktop.exchange.tables.table import Value
from desktop.exchange.tables.words import for_cell
from desktop.exchange.trackers.columns import Row, told
from desktop.exchange.trackers.content import (
    NEW_READINGS,
    TrackedAction,
    TrackedMeasure,
    TrackerContent,
    waits_for_text,
)
from desktop.exchange.trackers.layout import EDITABLE, LISTS_SHEET, TRACKER_SHEET, Column, Part, is_mark, mark_of
from desktop.exchange.trackers.open_cells import OpenCells
from desktop.exchange.trackers.signing import write_identity
from desktop.exchange.workbook.guide import LOOKS, Look
from desktop.exchange.workbook.look import CellFormats
from desktop.exchange.workbook.page import Page, RowFormat, height_for
from desktop.language import _
from desktop.model.assessment.tracked import Tracked
from desktop.model.records import ActionStatus, Priority
from desktop.wording import names
from desktop.wording.manners import written_in

PROGRAM = "Maturity Workbench"
HEADING = 5
"""The row of the headings; the marks stand hidden in the row above."""

_ALLOWED = (
    *("sort", "autofilter", "format_cells", "format_columns", "format_rows"),
    *("insert_columns", "insert_rows", "select_locked_cells", "select_unlocked_cells"),
)
"""What a locked sheet lets people do all the same."""


def tracker_bytes(content: TrackerContent) -> bytes:
    """The workbook. Equal contents give equal files."""
    stream = BytesIO()
    font = {"font_name": FONT, "font_size": FONT_SIZE}
    workbook = Workbook(stream, {"in_memory": True, "default_format_properties": font})
    title = _("Action tracker")
    made = dt.datetime.combine(content.day, dt.time(), tzinfo=None)
    named = f"{content.organisation}: {title}" if content.organisation else title
    workbook.set_properties({"title": holdable(named), "author": PROGRAM, "created": made})
    with written_in(content.manner):
        _Writer(workbook, content, title).write()
    workbook.close()
    return stream.getvalue()


class _Writer:
    """Writes the sheets from the first to the last."""

    def __init__(self, workbook: Workbook, content: TrackerContent, title: str) -> None:
        self._workbook, self._content = workbook, content
        self._formats, self._open = CellFormats(workbook), OpenCells(workbook)
        self._footer = " · ".join(filter(None, (title, content.organisation, names.day(content.day))))
        self._taken = {TRACKER_SHEET.lower(), LISTS_SHEET.lower()}
        self._lists = f"={quote_sheetname(LISTS_SHEET)}!"

    def write(self) -> None:
        """Write all sheets."""
        self._write_actions()
        self._write_measures()
        self._write_readings()
        self._write_guide()
        self._write_lists()
        write_identity(self._workbook, self._content)

    def _page(self, part: Part, name: str, about: str) -> Page:
        columns = told(part)
        hidden = [number for number, column in enumerate(columns, start=1) if column.hidden]
        title = sheet_title(name, self._taken)
        self._taken.add(title.lower())
        orientation: Orientation = "portrait" if part is Part.READINGS else "landscape"
        page = Page(
            self._workbook, title, [column.width for column in columns], self._formats, orientation, hidden=hidden
        )
        page.set_up(self._footer, heading=HEADING, frozen=2 if part is Part.READINGS else 3)
        if part is not Part.ACTIONS and not self._content.measures:
            about = _("There is no measure yet.")
        subject = f"{name} · {self._content.organisation}" if self._content.organisation else name
        page.line(subject, Look.TITLE)
        page.line(about, Look.ABOUT)
        page.skip()
        marks = [column.key if is_mark(column.key) else None for column in columns]
        page.write(marks, [Look.MUTE] * len(columns), RowFormat(hidden=True))
        page.headings(columns)
        return page

    def _write_actions(self) -> None:
        name = _("Actions")
        about = _("Write in the coloured cells. New actions go into the rows marked “new” below the last one.")
        page = self._page(Part.ACTIONS, name, about)
        columns = told(Part.ACTIONS)
        opened = {mark_of(cell) for cell in EDITABLE}
        for action in self._content.actions:
            self._row(page, columns, _action_values(action), opened)
        opened |= {mark_of(Tracked.TITLE), mark_of(Tracked.DESCRIPTION)}
        for id_ in self._content.new_actions:
            self._row(page, columns, {Column.NUMBER: _("new"), Column.ID: id_}, opened)
        last = max(page.row, HEADING + 1)
        page.sheet.autofilter(HEADING - 1, 0, last - 1, len(columns) - 1)
        places = {column.key: number for number, column in enumerate(columns)}
        self._offer(page.sheet, places[mark_of(Tracked.PRIORITY)], last, "A", len(Priority))
        self._offer(page.sheet, places[mark_of(Tracked.STATUS)], last, "B", len(_offered()))
        self._mark_overdue(page.sheet, places[mark_of(Tracked.DUE)], places[mark_of(Tracked.STATUS)], last)
        self._lock(page.sheet)

    def _write_measures(self) -> None:
        about = _("One new value for each measure can be written here; more of them go onto the sheet after this.")
        page = self._page(Part.MEASURES, _("Measures"), about)
        columns = told(Part.MEASURES)
        for measure in self._content.measures:
            self._row(page, columns, _measure_values(measure), {Column.DAY, Column.VALUE, Column.REMARK})
        self._lock(page.sheet)

    def _write_readings(self) -> None:
        about = _(
            "What was read so far, and empty rows for what you read: choose the measure, then write day and value."
        )
        page = self._page(Part.READINGS, _("Readings"), about)
        columns = told(Part.READINGS)
        labels = {measure.id: measure.label for measure in self._content.measures}
        for reading in self._content.readings:
            values: Row = {Column.MEASURE: labels[reading.measure], Column.ID: reading.id, Column.DAY: reading.day}
            self._row(page, columns, {**values, Column.VALUE: _number(reading.value)}, set())
        first = page.row
        for _place in range(NEW_READINGS if labels else 0):
            self._row(page, columns, {}, {Column.MEASURE, Column.DAY, Column.VALUE, Column.REMARK})
        if labels:
            self._offer(page.sheet, 0, page.row, "C", len(labels), first)
        self._lock(page.sheet)

    def _row(self, page: Page, columns: Sequence[TableColumn[Row]], values: Row, opened: set[str]) -> None:
        looks = [LOOKS[column.kind] for column in columns]
        cells = [for_cell(column.value(values)) for column in columns]
        shown = [names.name(cell) if isinstance(cell, (ActionStatus, Priority)) else cell for cell in cells]
        seen = [
            (value, look, column.width)
            for value, look, column in zip(shown, looks, columns, strict=True)
            if not column.hidden
        ]
        height = height_for(*zip(*seen, strict=True))
        page.write(shown, looks, RowFormat(height))
        for number, (column, value, look) in enumerate(zip(columns, shown, looks, strict=True)):
            if column.key in opened:
                as_text = column.key == mark_of(Tracked.NEEDS)
                self._write_open(page.sheet, page.row - 1, number, value, look, as_text=as_text)

    def _write_open(self, sheet: Worksheet, row: int, column: int, value: Value, look: Look, *, as_text: bool) -> None:
        shown = self._open.of(look, as_text=as_text)
        if isinstance(value, str):
            text = holdable(value)
            quoted = self._open.of(look, as_text=as_text, quoted=text.startswith(FORMULA_STARTS))
            sheet.write_string(row, column, text, quoted)
        elif isinstance(value, dt.date):
            sheet.write_datetime(row, column, dt.datetime.combine(value, dt.time()), shown)
        elif isinstance(value, (int, float)):
            sheet.write_number(row, column, value, shown)
        else:
            sheet.write_blank(row, column, None, shown)

    def _offer(self, sheet: Worksheet, column: int, last: int, list_: str, count: int, first: int = HEADING) -> None:
        sheet.data_validation(
            first,
            column,
            last - 1,
            column,
            {
                "validate": "list",
                "source": f"{self._lists}${list_}$1:${list_}${count}",
                "error_title": _("Not in the list"),
                "error_message": _("Choose one of the words in the list."),
            },
        )

    def _mark_overdue(self, sheet: Worksheet, due: int, status: int, last: int) -> None:
        row = HEADING + 1
        days, words = (f"${xl_col_to_name(column)}{row}" for column in (due, status))
        open_ = ",".join(f'{words}<>"{names.name(word)}"' for word in ActionStatus if not word.is_open)
        rule: dict[str, Any] = {
            "type": "formula",
            "criteria": f"=AND(ISNUMBER({days}),{days}<TODAY(),{open_})",
            "format": self._open.overdue(),
        }
        sheet.conditional_format(HEADING, due, last - 1, due, rule)

    def _lock(self, sheet: Worksheet) -> None:
        sheet.protect("", dict.fromkeys(_ALLOWED, True))

    def _write_guide(self) -> None:
        title = sheet_title(_("Read me"), self._taken)
        page = Page(self._workbook, title, (18.0, 18.0, 58.0), self._formats, "portrait")
        page.set_up(self._footer)
        page.line(title, Look.TITLE)
        page.skip()
        for text in _guide(self._content):
            page.prose(text, 3)
        page.skip()
        for part, name in (
            (Part.ACTIONS, _("Actions")),
            (Part.MEASURES, _("Measures")),
            (Part.READINGS, _("Readings")),
        ):
            page.keep_together(110)
            page.line(name, Look.SECTION)
            for column in told(part):
                if not column.hidden and (part is Part.ACTIONS or is_mark(column.key)):
                    page.labelled(column.heading, column.meaning)
            page.skip()
        self._lock(page.sheet)

    def _write_lists(self) -> None:
        sheet = self._workbook.add_worksheet(LISTS_SHEET)
        sheet.very_hidden()
        sheet.protect()
        columns = (
            map(names.name, Priority),
            map(names.name, _offered()),
            (measure.label for measure in self._content.measures),
        )
        for column, words in enumerate(columns):
            for row, word in enumerate(words):
                sheet.write_string(row, column, holdable(word))


def _offered() -> list[ActionStatus]:
    """The states that sponsor and owners can choose; that an action is verified, the team says."""
    return [status for status in ActionStatus if status is not ActionStatus.VERIFIED]


def _action_values(action: TrackedAction) -> dict[str, Value]:
    record = action.record
    return {
        Column.NUMBER: record.number,
        Column.ID: record.id,
        mark_of(Tracked.TITLE): record.title,
        mark_of(Tracked.DESCRIPTION): record.description,
        Column.PLACE: action.place,
        mark_of(Tracked.OWNER): record.owner,
        mark_of(Tracked.START): record.start,
        mark_of(Tracked.DUE): record.due,
        mark_of(Tracked.PRIORITY): record.priority,
        mark_of(Tracked.STATUS): record.status,
        mark_of(Tracked.PERCENT): record.percent,
        mark_of(Tracked.NEEDS): waits_for_text(action) or None,
    }


def _measure_values(measure: TrackedMeasure) -> dict[str, Value]:
    return {
        Column.NUMBER: measure.number,
        Column.ID: measure.id,
        "name": measure.name,
        "unit": measure.unit,
        "better": names.name(measure.direction),
        "how": measure.how,
        "baseline": measure.baseline,
        "target": measure.target,
        "due": measure.due,
        "latest": measure.latest,
        "read": measure.read,
    }


def _number(value: str) -> Value:
    """A number as cells hold it, or its text where it has more digits than they keep."""
    number = float(value)
    return (int(number) if number.is_integer() else number) if Decimal(f"{number:.15g}") == Decimal(value) else value


def _guide(content: TrackerContent) -> list[str]:
    return [
        _(
            "This workbook tells what is to be improved at {organisation}, by whom and until when, as it was on {day}. "
            "Write in it how things go on, and send it back to the assessment team: the program reads it, shows the "
            "team each change, and the team takes over what it agrees with."
        ).format(organisation=content.organisation or _("the organisation"), day=names.day(content.day)),
        _(
            "Write in the coloured cells. New actions go into the rows marked “new” on the sheet Actions; values that "
            "were read go onto the sheets Measures and Readings."
        ),
        _(
            "You can sort, filter, hide, make columns of your own and rows above the table; it is still read. The "
            "sheets are locked without a password, so that nothing is changed by accident. To sort, or to change what "
            "is locked, choose Review, Unprotect Sheet (in LibreOffice: Tools, Protect Sheet). Leave the hidden column "
            "Key where it is."
        ),
        _(
            "Type values, not formulas. Leave cells apart, not merged. A new action needs its title; do not make one "
            "by copying the row of another."
        ),
        _(
            "Of everything that the assessment team knows, this workbook holds the actions, their measures and what "
            "was read. Nothing in it says who took part in the assessment or what anybody said."
        ),
    ]
