"""A small plan with a tracker of it, and the hand of whoever writes in that."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from msgspec.structs import replace
from openpyxl import load_workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from desktop.exchange.forms.form_worker import notes_in, sheets_in
from desktop.exchange.trackers.content import TrackerContent, tracker_content
from desktop.exchange.trackers.layout import Column, mark_of
from desktop.exchange.trackers.reading import tracker_in
from desktop.exchange.trackers.writing import tracker_bytes
from desktop.model.assessment import Assessment
from desktop.model.assessment.tracked import ReturnedTracker, Tracked
from desktop.model.assessment.tracker_comparison import Comparison
from desktop.model.maturity import Direction
from desktop.model.records import ActionStatus, Priority
from tests.builders import tiny_pack

DAY = dt.date(2026, 3, 31)
TITLES = ("Agree on service levels", "Name an owner of plans", "=Count incidents", "Train the desk")


def planned(path: Path) -> Assessment:
    """Four actions, the second of which waits for the first; the first has a measure with a reading."""
    assessment = Assessment.create(path, [tiny_pack()], author="Ada", organisation="Example Services")
    first, second, third, fourth = (assessment.actions.add(title) for title in TITLES)
    assessment.actions.change(
        first,
        description="With every customer.\nIn writing.",
        owner="Service manager",
        start=dt.date(2026, 1, 15),
        due=dt.date(2026, 6, 30),
        priority=Priority.HIGH,
        status=ActionStatus.IN_PROGRESS,
        percent=40,
    )
    assessment.actions.change(second, owner="Quality officer", due=dt.date(2026, 9, 30), status=ActionStatus.AGREED)
    assessment.actions.change(third, priority=Priority.LOW)
    assessment.actions.change(fourth, status=ActionStatus.WAITING)
    assessment.action_links.need(second, first)
    measure = assessment.measures.add(
        first, "Time to restore", unit="hours", direction=Direction.DOWN, baseline="8.5", target="4"
    )
    assessment.measures.add_reading(measure, dt.date(2026, 2, 1), "7.50", note="canary remark")
    return assessment


def content_of(assessment: Assessment) -> TrackerContent:
    """What a tracker holds, with ids for new actions that are always the same."""
    found = tracker_content(assessment, DAY)
    return replace(found, new_actions=tuple(f"new{number:013}" for number in range(len(found.new_actions))))


def write(assessment: Assessment, path: Path) -> Path:
    """A tracker as it leaves."""
    path.write_bytes(tracker_bytes(content_of(assessment)))
    return path


def read(path: Path) -> ReturnedTracker:
    """A tracker that came back, read in this process."""
    return tracker_in(path.name, sheets_in(path, hidden=True), notes_in(path))


def compared(assessment: Assessment, path: Path) -> Comparison:
    """What a tracker that came back says."""
    return assessment.trackers.compare(read(path))


class Edited:
    """A tracker that somebody has open; saved when the block ends."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.workbook = load_workbook(path)

    def __enter__(self) -> Edited:
        return self

    def __exit__(self, *_error: object) -> None:
        self.workbook.save(self.path)

    def sheet(self, title: str = "Actions") -> Worksheet:
        found = self.workbook[title]
        assert isinstance(found, Worksheet)
        return found

    def row(self, key: str, title: str = "Actions") -> int:
        """The row with a key, or else the first in which a title stands."""
        for row in self.sheet(title).iter_rows():
            if any(cell.value == key for cell in row):
                number = row[0].row
                assert number is not None
                return number
        raise KeyError(key)

    def cell(self, row: int, mark: str | Tracked, title: str = "Actions") -> Cell:
        wanted = mark_of(mark) if isinstance(mark, Tracked) else str(mark)
        for line in self.sheet(title).iter_rows():
            for each in line:
                if each.value == wanted:
                    found = self.sheet(title).cell(row, each.column or 0)
                    assert isinstance(found, Cell)
                    return found
        raise KeyError(wanted)

    def put(self, row: int, mark: str | Tracked, value: Any, title: str = "Actions") -> None:
        """Write into the column with a mark."""
        self.cell(row, mark, title).value = value

    def add(self, **cells: Any) -> int:
        """Write a new action into the first free row, by names of cells."""
        sheet = self.sheet()
        row = next(
            number
            for number in range(1, sheet.max_row + 1)
            if str(self.cell(number, Column.ID).value or "").startswith("new0")
            and self.cell(number, Tracked.TITLE).value is None
        )
        for name, value in cells.items():
            self.put(row, Tracked(name), value)
        return row
