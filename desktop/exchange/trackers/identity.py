"""Whose a tracker is, and what stood in it when it left: the hidden sheet, read again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from msgspec import Struct

from desktop.exchange.forms.sheet_cells import SheetCells
from desktop.exchange.trackers.layout import FORMAT, MARK, Entry, Part
from desktop.model import bounds
from desktop.model.assessment.tracked import Texts, Tracked
from desktop.model.errors import RefusalError
from desktop.model.journal import StepId

_WIDEST = 4 + len(Tracked)
"""Columns of the sheet; what somebody put beside is none of it."""


class LeftAction(Struct, frozen=True):
    """An action as it left."""

    number: str
    texts: Texts


class LeftReading(Struct, frozen=True):
    """A value as it left."""

    measure: str
    day: str
    value: str


class TrackerIdentity(Struct, frozen=True):
    """What the hidden sheet says.

    Attributes:
        sheet: its title.
        headings: by part and mark, what stands above the column.
        words: by cell, the words shown and their codes.
        new: the ids that wait for new actions.
        measures: by id, label and unit.
    """

    sheet: str
    assessment: str
    step: StepId | None
    made: dt.date | None
    headings: Mapping[Part, Mapping[str, str]]
    words: Mapping[Tracked, Mapping[str, str]]
    actions: Mapping[str, LeftAction]
    new: frozenset[str]
    measures: Mapping[str, tuple[str, str]]
    readings: Mapping[str, LeftReading]


def identity_in(sheets: Sequence[SheetCells], name: str) -> TrackerIdentity | None:
    """What the hidden sheet of a tracker says; None where there is none, so that it is no tracker.

    Args:
        sheets: of the workbook, hidden ones among them.
        name: of the file.

    Raises:
        RefusalError: ``tracker.newer``; ``tracker.no_identity``: the sheet is there, but not what it should say.
    """
    found = next((sheet for sheet in sheets if sheet.rows.get(1, {}).get(1) == MARK), None)
    if found is None:
        return None
    rows = [[row.get(column, "") for column in range(1, _WIDEST + 1)] for _number, row in sorted(found.rows.items())]
    version = bounds.whole_number(rows[0][1], 10**bounds.DIGITS)
    if version is None:
        raise RefusalError("tracker.no_identity", file=name)
    if version > FORMAT:
        raise RefusalError("tracker.newer", file=name)
    by_entry: dict[str, list[list[str]]] = {}
    for row in rows:
        by_entry.setdefault(row[0], []).append(row[1:])
    assessment = _first(by_entry, Entry.ASSESSMENT)[0]
    cells = [each for each in _first(by_entry, Entry.CELLS) if each]
    if not assessment or not {*cells} <= {*Tracked}:
        raise RefusalError("tracker.no_identity", file=name)
    return TrackerIdentity(
        sheet=found.title,
        assessment=assessment,
        step=_step(_first(by_entry, Entry.STEP)),
        made=_day(_first(by_entry, Entry.MADE)[0]),
        headings=_headings(by_entry.get(Entry.HEADING, [])),
        words=_words(by_entry.get(Entry.WORD, [])),
        actions={
            id_: LeftAction(number, {Tracked(cell): text for cell, text in zip(cells, texts, strict=False) if text})
            for id_, number, *texts in by_entry.get(Entry.ACTION, [])
        },
        new=frozenset(row[0] for row in by_entry.get(Entry.NEW, [])),
        measures={row[0]: (row[1], row[2]) for row in by_entry.get(Entry.MEASURE, [])},
        readings={row[0]: LeftReading(row[1], row[2], row[3]) for row in by_entry.get(Entry.READING, [])},
    )


def _first(by_entry: Mapping[str, Sequence[Sequence[str]]], entry: Entry) -> Sequence[str]:
    return next(iter(by_entry.get(entry, ())), [""] * _WIDEST)


def _step(row: Sequence[str]) -> StepId | None:
    clock = bounds.whole_number(row[0], 10**bounds.DIGITS)
    return None if clock is None else StepId(clock, row[1])


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def _headings(rows: Sequence[Sequence[str]]) -> dict[Part, dict[str, str]]:
    found: dict[Part, dict[str, str]] = {part: {} for part in Part}
    for part, mark, text, *_rest in rows:
        if part in [*Part]:
            found[Part(part)][mark] = text
    return found


def _words(rows: Sequence[Sequence[str]]) -> dict[Tracked, dict[str, str]]:
    found: dict[Tracked, dict[str, str]] = {}
    for cell, code, shown, *_rest in rows:
        if cell in [*Tracked]:
            found.setdefault(Tracked(cell), {})[shown] = code
    return found
