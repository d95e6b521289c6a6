"""Reading a tracker that came back: every row by its hidden key, whatever became of the sheet around it."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from desktop.exchange.forms.form_processes import whole_book_apart
from desktop.exchange.forms.notes import Note
from desktop.exchange.forms.sheet_cells import Row, SheetCells
from desktop.exchange.forms.typed_text import folded
from desktop.exchange.trackers.found_columns import FoundTable, find_table
from desktop.exchange.trackers.identity import TrackerIdentity, identity_in
from desktop.exchange.trackers.layout import MARKS, TRACKER_SHEET, Column, Part, mark_of
from desktop.exchange.trackers.typed_cells import TypedCells, UnclearCellError, day_text, value_text
from desktop.model.assessment.desk import id_from
from desktop.model.assessment.tracked import (
    ReturnedAction,
    ReturnedReading,
    ReturnedTracker,
    Texts,
    Tracked,
    Trouble,
    Unread,
    plain,
)
from desktop.model.errors import RefusalError

LONGEST_SHOWN = 80
_ENDS = (Column.DAY, Column.VALUE, Column.REMARK)


def read_tracker(path: Path, cancelled: Callable[[], bool] | None = None) -> ReturnedTracker:
    """Read a tracker, in a process of its own; the file is only read.

    Raises:
        RefusalError: ``tracker.password``, ``tracker.other_format``, ``tracker.too_large``, ``tracker.damaged``, each
            with ``file``; ``form.no_reader``; those of `tracker_in`, and what the system causes.
    """
    try:
        sheets, notes = whole_book_apart(path, cancelled)
    except RefusalError as refusal:
        raise about_file(refusal, path.name) from refusal
    return tracker_in(path.name, sheets, notes)


def about_file(refusal: RefusalError, name: str) -> RefusalError:
    """Why a workbook cannot be read, said of a tracker."""
    if refusal.code == "form.password":
        return RefusalError("tracker.password", file=name)
    if refusal.code == "form.other_format":
        return RefusalError("tracker.other_format", file=name, format=refusal.facts["format"])
    if refusal.code in ("form.too_large", "form.too_slow"):
        return RefusalError("tracker.too_large", file=name)
    if refusal.code in ("form.missing", "form.unreadable"):
        return RefusalError("tracker.missing", file=name)
    if refusal.code.startswith("form.") and refusal.code != "form.no_reader":
        return RefusalError("tracker.damaged", file=name)
    return refusal


def tracker_in(
    name: str, sheets: Sequence[SheetCells], notes: Mapping[str, Sequence[Note]] | None = None
) -> ReturnedTracker:
    """What the sheets of a workbook say as a tracker.

    Args:
        name: of the file.
        sheets: all, hidden ones among them.
        notes: on each sheet, by its title.

    Raises:
        RefusalError: ``tracker.no_identity``, ``tracker.newer``, ``tracker.no_actions``, ``tracker.sheet_twice``,
            ``tracker.column_twice``, ``tracker.no_keys``.
    """
    identity = identity_in(sheets, name)
    if identity is None:
        raise RefusalError("tracker.no_identity", file=name)
    shown = [sheet for sheet in sheets if sheet.title not in (identity.sheet, TRACKER_SHEET)]
    tables = {part: find_table(shown, part, identity.headings[part]) for part in Part}
    table = tables[Part.ACTIONS]
    if table is None:
        raise RefusalError("tracker.no_actions", file=name)
    rows = _Actions(identity, table, _by_row((notes or {}).get(table.cells.title, ())))
    actions = tuple(rows.read())
    readings = _Readings(identity)
    found = [each for part in (Part.MEASURES, Part.READINGS) for each in readings.read(tables[part], part)]
    return ReturnedTracker(
        file=name,
        assessment=identity.assessment,
        made=identity.made,
        step=identity.step,
        actions=actions,
        readings=tuple(found),
        unread=(*rows.unread, *readings.unread),
        missing=tuple(id_ for id_ in identity.actions if id_ not in rows.seen),
    )


def shortened(text: str) -> str:
    """A text of a cell, as far as it is told."""
    told = " ".join(text.split())
    return told if len(told) <= LONGEST_SHOWN else told[: LONGEST_SHOWN - 1].rstrip() + "…"


def _by_row(notes: Sequence[Note]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for note in notes:
        found.setdefault(note.row, []).append(plain(note.text))
    return found


class _Actions:
    """The rows of the sheet with the actions.

    Attributes:
        seen: the ids that stand in rows.
        unread: what is not taken.
    """

    def __init__(self, identity: TrackerIdentity, table: FoundTable, notes: dict[int, list[str]]) -> None:
        self._identity, self._table, self._notes = identity, table, notes
        ids = {left.number: id_ for id_, left in identity.actions.items()}
        self._typed = TypedCells(identity.words, ids)
        self._cells = {mark: cell for mark, cell in MARKS.items() if mark in table.columns}
        self._headings = {cell: table.heading(mark) for mark, cell in self._cells.items()}
        self.seen: set[str] = set()
        self.unread: list[Unread] = []

    def read(self) -> Iterator[ReturnedAction]:
        """Read row after row."""
        rows = [*self._table.rows()]
        often = Counter(self._table.text(row, Column.ID) for _number, row in rows)
        titles = Counter[str]()
        for number, row in rows:
            id_ = self._table.text(row, Column.ID)
            self.seen.add(id_)
            if id_ and often[id_] > 1:
                if self._says(row):
                    self._refuse(number, "", Trouble.DUPLICATE_ID, self._title(row))
            elif id_ in self._identity.actions:
                yield from self._known(number, row, id_)
            elif id_ in self._identity.new:
                yield from self._added(number, row, id_)
            elif id_:
                self._refuse(number, self._table.heading(Column.ID), Trouble.UNKNOWN_ID, id_)
            elif self._says(row):
                title = folded(self._title(row))
                titles[title] += 1
                seed = f"{self._identity.assessment}/{self._identity.step}/{title}/{titles[title]}"
                yield from self._added(number, row, id_from(seed))
        for number, texts in self._notes.items():
            for text in texts:
                self._refuse(number, "", Trouble.NOTE, text)

    def _title(self, row: Row) -> str:
        return self._table.text(row, mark_of(Tracked.TITLE))

    def _says(self, row: Row) -> bool:
        return any(self._table.text(row, mark) for mark in self._cells)

    def _known(self, number: int, row: Row, id_: str) -> Iterator[ReturnedAction]:
        left = self._identity.actions[id_]
        printed = self._table.text(row, Column.NUMBER)
        if printed and printed != left.number:
            self._refuse(number, "", Trouble.ROWS_MIXED, self._title(row))
            return
        cells = self._read_cells(number, row, left.texts)
        yield ReturnedAction(
            self._table.cells.title, number, id_, is_new=False, cells=cells, left=left.texts, headings=self._headings
        )

    def _added(self, number: int, row: Row, id_: str) -> Iterator[ReturnedAction]:
        if self._says(row) or number in self._notes:
            cells = {cell: text for cell, text in self._read_cells(number, row, None).items() if text}
            yield ReturnedAction(
                self._table.cells.title, number, id_, is_new=True, cells=cells, left={}, headings=self._headings
            )

    def _read_cells(self, number: int, row: Row, left: Texts | None) -> dict[Tracked, str]:
        """The cells that can be read; what stands there when nothing else does is not read but left."""
        found: dict[Tracked, str] = {}
        for mark, cell in self._cells.items():
            typed = self._table.text(row, mark)
            if left is None and not typed:
                continue
            try:
                self._table.refuse_trouble(number, mark)
                found[cell] = self._typed.text(cell, typed)
            except UnclearCellError as error:
                self.unread.append(
                    Unread(
                        self._table.cells.title,
                        number,
                        self._table.heading(mark),
                        error.why,
                        shortened(typed),
                        error.among,
                    )
                )
        noted = self._notes.pop(number, [])
        if noted:
            found[Tracked.COMMENT] = "\n".join(filter(None, (found.get(Tracked.COMMENT, ""), *noted)))
        return found

    def _refuse(self, number: int, column: str, why: Trouble, said: str) -> None:
        self.unread.append(Unread(self._table.cells.title, number, column, why, shortened(said)))


class _Readings:
    """What was read of measures, from both sheets."""

    def __init__(self, identity: TrackerIdentity) -> None:
        self._identity = identity
        self._labels = {folded(label): id_ for id_, (label, _unit) in identity.measures.items()}
        self.unread: list[Unread] = []

    def read(self, table: FoundTable | None, part: Part) -> Iterator[ReturnedReading]:
        """Read the rows of a sheet; none where it is gone."""
        for number, row in table.rows() if table is not None else ():
            assert table is not None
            id_ = table.text(row, Column.ID)
            left = self._identity.readings.get(id_) if part is Part.READINGS else None
            if not any(
                table.text(row, mark) for mark in (_ENDS if part is Part.MEASURES else (Column.MEASURE, *_ENDS))
            ):
                continue
            try:
                found = self._reading(table, part, number, row, id_)
            except UnclearCellError as error:
                said, heading = shortened(table.text(row, error.mark)), table.heading(error.mark)
                self.unread.append(Unread(table.cells.title, number, heading, error.why, said, error.among))
                continue
            if left is None or (found.day.isoformat(), found.value) != (left.day, left.value):
                yield found

    def _reading(self, table: FoundTable, part: Part, number: int, row: Row, id_: str) -> ReturnedReading:
        known = self._identity.readings.get(id_)
        for mark in (Column.MEASURE, *_ENDS):
            table.refuse_trouble(number, mark)
        measure = self._measure(table, part, row, id_)
        _label, unit = self._identity.measures[measure]
        day, value = table.text(row, Column.DAY), table.text(row, Column.VALUE)
        if not day:
            raise UnclearCellError(Trouble.DAY_MISSING, mark=Column.DAY)
        if not value:
            raise UnclearCellError(Trouble.VALUE_MISSING, mark=Column.VALUE)
        try:
            when = dt.date.fromisoformat(day_text(day))
        except UnclearCellError as error:
            raise UnclearCellError(error.why, error.among, Column.DAY) from error
        try:
            read = value_text(value, unit)
        except UnclearCellError as error:
            raise UnclearCellError(error.why, error.among, Column.VALUE) from error
        left = known.value if known and known.day == when.isoformat() else None
        note = plain(table.text(row, Column.REMARK))
        return ReturnedReading(table.cells.title, number, measure, when, read, note, left)

    def _measure(self, table: FoundTable, part: Part, row: Row, id_: str) -> str:
        """The measure that a row is about: its own, or that which somebody chose."""
        measures = self._identity.measures
        if part is Part.MEASURES:
            if id_ not in measures:
                raise UnclearCellError(Trouble.UNKNOWN_ID, mark=Column.ID)
            return id_
        known = self._identity.readings.get(id_)
        found = known.measure if known else self._labels.get(folded(table.text(row, Column.MEASURE)), "")
        if found not in measures:
            raise UnclearCellError(Trouble.NO_MEASURE, mark=Column.MEASURE)
        return found
