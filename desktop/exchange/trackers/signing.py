"""The hidden sheet by which a tracker is known when it comes back: whose it is, and what stood in it when it left."""

from __future__ import annotations

from collections.abc import Iterator

from xlsxwriter import Workbook

from desktop.exchange.cells import holdable
from desktop.exchange.trackers.columns import told
from desktop.exchange.trackers.content import TrackerContent
from desktop.exchange.trackers.layout import FORMAT, MARK, TRACKER_SHEET, Entry, Part
from desktop.model.assessment.tracked import Tracked, plain_number
from desktop.model.records import ActionStatus, Priority
from desktop.wording import names


def write_identity(workbook: Workbook, content: TrackerContent) -> None:
    """Write the sheet, last and very hidden; all its cells are text."""
    sheet = workbook.add_worksheet(TRACKER_SHEET)
    sheet.very_hidden()
    sheet.protect()
    for number, row in enumerate(_rows(content)):
        for column, text in enumerate(row):
            if text:
                sheet.write_string(number, column, holdable(text))


def _rows(content: TrackerContent) -> Iterator[tuple[str, ...]]:
    yield MARK, str(FORMAT)
    yield Entry.ASSESSMENT, content.assessment
    if content.step is not None:
        yield Entry.STEP, str(content.step.clock), content.step.writer
    yield Entry.MADE, content.day.isoformat()
    for part in Part:
        for column in told(part):
            yield Entry.HEADING, part, column.key, column.heading
    for cell, words in ((Tracked.PRIORITY, Priority), (Tracked.STATUS, ActionStatus)):
        for word in words:
            yield Entry.WORD, cell, word.value, names.name(word)
    cells = [cell for cell in Tracked if cell is not Tracked.COMMENT]
    yield Entry.CELLS, *cells
    for action in content.actions:
        texts = (action.texts.get(cell, "") for cell in cells)
        yield Entry.ACTION, action.record.id, str(action.record.number), *texts
    for id_ in content.new_actions:
        yield Entry.NEW, id_
    for measure in content.measures:
        yield Entry.MEASURE, measure.id, measure.label, measure.unit
    for reading in content.readings:
        yield Entry.READING, reading.id, reading.measure, reading.day.isoformat(), plain_number(reading.value)
