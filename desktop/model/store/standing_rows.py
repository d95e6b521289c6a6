"""The rows of a file as they follow from its journal: worked out anew for those that steps of a copy have touched."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from functools import cache, cached_property, partial
from itertools import groupby, pairwise
from operator import itemgetter
from typing import Any

import msgspec
from msgspec import Struct

from desktop.model.journal import StepId
from desktop.model.merging.bundle import Conflict
from desktop.model.merging.cell_past import CellPast, ConflictSort, Said, Standing, is_apart, row_conflicts
from desktop.model.merging.reach import Knowledge, Reach, is_by_rule
from desktop.model.records import KINDS
from desktop.model.records.record import PRESENT
from desktop.model.store.cells import decode
from desktop.model.store.declared_tables import kind_table

_ALL = 'SELECT kind, "row", cell, clock, writer, "after" FROM change ORDER BY kind, "row", cell, clock, writer, rowid'
_TOUCHED = """
    SELECT c.kind, c."row", c.cell, c.clock, c.writer, c."after"
    FROM json_each(?) AS t CROSS JOIN change AS c ON c."row" = t.value
    ORDER BY c.kind, c."row", c.cell, c.clock, c.writer, c.rowid
"""
_OF_CELL = """
    SELECT clock, writer, "after" FROM change WHERE "row" = ? AND kind = ? AND cell = ? ORDER BY clock, writer, rowid
"""
_CELLS = 'SELECT DISTINCT cell FROM change WHERE "row" = ? AND kind = ? AND cell <> ? ORDER BY cell'
_ROW = itemgetter(0, 1)
_BATCH = 5_000
_SORTS = frozenset(sort.value for sort in ConflictSort)
Touched = tuple[str, str]
"""Kind and row."""
Texts = Mapping[str, str | None]
"""By cell, what it holds, as JSON."""


class StandingRow(Struct, frozen=True):
    """A record as it follows from the journal.

    Attributes:
        cells: what each cell that was ever changed holds.
        conflicts: what there is to be decided, by cell.
    """

    kind: str
    row: str
    cells: Mapping[str, Standing]
    conflicts: Mapping[str, ConflictSort]


class Journal:
    """The steps of a file, to be asked what cells hold after them.

    Args:
        connection: to the file.
        knowledge: what its writers knew.
    """

    def __init__(self, connection: sqlite3.Connection, knowledge: Knowledge) -> None:
        self.connection = connection
        self.knowledge = knowledge

    @cached_property
    def _undone(self) -> Mapping[StepId, StepId]:
        rows = self.connection.execute(
            "SELECT clock, writer, target_clock, target_writer FROM step WHERE kind = 'undo'"
        )
        return {StepId(*row[:2]): StepId(*row[2:]) for row in rows}

    def undone(self, step: StepId) -> StepId | None:
        """The step that a step undoes; None for one that undoes none."""
        return self._undone.get(step)

    def is_forked(self) -> bool:
        """Whether there are steps that did not know of each other."""
        rows = self.connection.execute("SELECT clock, writer FROM step ORDER BY clock, writer")
        return any(not self.knowledge.knew(StepId(*two), StepId(*one)) for one, two in pairwise(rows))

    def past(self, kind: str, row: str, cell: str, counts: Callable[[StepId], bool] = bool) -> CellPast:
        """All changes of a cell by steps that count."""
        rows = self.connection.execute(_OF_CELL, (row, kind, cell))
        latest = {StepId(clock, writer): text for clock, writer, text in rows}
        said = [Said(*item) for item in latest.items() if counts(item[0])]
        return CellPast(kind, cell, said, self.knowledge, self.undone)

    def sides(self, conflict: Conflict) -> list[tuple[str, Said]]:
        """What was said apart, in order: each cell with what a step left in it.

        Of a record that was removed and changed, that it is there or not, and what was changed apart from that.
        """
        kind, row, cell = conflict.kind, conflict.row, conflict.cell
        past = self.past(kind, row, cell)
        found = [(cell, side) for side in past.sides()]
        if conflict.sort is ConflictSort.REMOVED:
            gone = [[each.step for each in some if each.text != "true"] for some in past.stages()]
            names = self.connection.execute(_CELLS, (row, kind, cell)).fetchall()
            for (name,) in names:
                others = self.past(kind, row, name).said()
                found += [
                    (name, other)
                    for other in others
                    if any(some and is_apart(other.step, some, self.knowledge) for some in gone)
                ]
        return [each for each in found if not is_by_rule(each[1].step)] or found

    def rows(self, touched: Set[Touched] | None = None) -> Iterator[StandingRow]:
        """Every record that was ever changed, or those that are named."""
        for (kind, row), changes in groupby(self._changes(touched), _ROW):
            if touched is not None and (kind, row) not in touched:
                continue
            said: dict[str, dict[StepId, str | None]] = {}
            for _kind, _row, cell, clock, writer, text in changes:
                said.setdefault(cell, {})[StepId(clock, writer)] = text
            past = partial(self._past, kind, said)
            cells = {cell: _by_one(latest) or past(cell).standing() for cell, latest in said.items()}
            yield StandingRow(kind, row, cells, row_conflicts(kind, cells, past, self.knowledge))

    def _changes(self, touched: Set[Touched] | None) -> sqlite3.Cursor:
        if touched is None:
            return self.connection.execute(_ALL)
        rows = {row for _kind, row in touched}
        return self.connection.execute(_TOUCHED, (msgspec.json.encode([*rows]).decode(),))

    def _past(self, kind: str, said: Mapping[str, Mapping[StepId, str | None]], cell: str) -> CellPast:
        every = [Said(step, text) for step, text in said[cell].items()]
        return CellPast(kind, cell, every, self.knowledge, self.undone)


def _by_one(latest: dict[StepId, str | None]) -> Standing | None:
    """What a cell holds of which one writer alone spoke, in the order of the steps: most are such."""
    step, text = next(reversed(latest.items()))
    if len(latest) > 1 and any(each.writer != step.writer for each in latest):
        return None
    only = (Said(step, text),)
    return Standing(text, None, only, only)


def renew_rows(journal: Journal, touched: Set[Touched]) -> None:
    """Let records hold what follows from the journal, and note anew what there is to be decided of them."""
    left, rows = set(touched), defaultdict[str, list[tuple[str, Texts]]](list)
    for each in _renewed(journal, touched):
        left.discard((each.kind, each.row))
        rows[each.kind].append((each.row, {cell: standing.text for cell, standing in each.cells.items()}))
        if len(rows[each.kind]) == _BATCH:
            put_rows(journal.connection, each.kind, rows.pop(each.kind))
    for kind, some in rows.items():
        put_rows(journal.connection, kind, some)
    for kind, row in left:
        journal.connection.execute(_forget(kind), row.split("/"))


def put_rows(connection: sqlite3.Connection, kind: str, rows: Iterable[tuple[str, Texts]]) -> None:
    """Let records hold what each of their cells is told to; the others are empty."""
    connection.executemany(_put(kind), (_values(kind, *row) for row in rows))


def renew_conflicts(journal: Journal, touched: Set[Touched]) -> None:
    """Note anew what there is to be decided of records."""
    for _each in _renewed(journal, touched):
        pass


def _renewed(journal: Journal, touched: Set[Touched]) -> Iterator[StandingRow]:
    """The records as they follow from the journal; once all are told, what there is to be decided is noted."""
    connection = journal.connection
    conflicts: list[tuple[str, str, str, str]] = []
    for each in journal.rows(touched):
        conflicts += [(each.kind, each.row, cell, sort.value) for cell, sort in each.conflicts.items()]
        yield each
    noted = connection.execute('SELECT DISTINCT kind, "row" FROM conflict').fetchall()
    connection.executemany('DELETE FROM conflict WHERE kind = ? AND "row" = ?', [*touched & {*noted}])
    connection.executemany("INSERT INTO conflict VALUES (?, ?, ?, ?)", conflicts)


def note_all_conflicts(connection: sqlite3.Connection, knowledge: Knowledge) -> None:
    """Note what there is to be decided, for a file that was made of another's journal."""
    connection.execute("DELETE FROM conflict")
    journal = Journal(connection, knowledge)
    for each in journal.rows() if journal.is_forked() else ():
        rows = ((each.kind, each.row, cell, sort.value) for cell, sort in each.conflicts.items())
        connection.executemany("INSERT INTO conflict VALUES (?, ?, ?, ?)", rows)


def conflicts_in(connection: sqlite3.Connection) -> list[Conflict]:
    """About what somebody has to decide, in the order of kinds, rows and cells; what cannot be, `check` tells."""
    rows = connection.execute('SELECT kind, "row", cell, sort FROM conflict ORDER BY kind, "row", cell')
    return [
        Conflict(kind, row, cell, ConflictSort(sort))
        for kind, row, cell, sort in rows
        if sort in _SORTS and kind in KINDS and (cell == PRESENT or cell in KINDS[kind].__struct_fields__)
    ]


def _values(kind: str, row: str, texts: Texts) -> tuple[Any, ...]:
    keys, cells = _columns(kind)
    return (*row.split("/", keys - 1), *[decode(texts.get(cell)) for cell in cells])


@cache
def _columns(kind: str) -> tuple[int, tuple[str, ...]]:
    """Of how many parts the key is, and the cells after it."""
    table = kind_table(KINDS[kind])
    return len(table.key), tuple(cell.name for cell in table.cells if cell.name not in table.key)


@cache
def _put(kind: str) -> str:
    table = kind_table(KINDS[kind])
    names = ", ".join(f'"{name}"' for name in (*table.key, *_columns(kind)[1]))
    return f'INSERT OR REPLACE INTO "{table.name}" ({names}) VALUES ({", ".join("?" * len(table.cells))})'  # noqa: S608


@cache
def _forget(kind: str) -> str:
    table = kind_table(KINDS[kind])
    return f'DELETE FROM "{table.name}" WHERE ' + " AND ".join(f'"{name}" = ?' for name in table.key)  # noqa: S608


def is_own(standing: Standing, mine: Reach, journal: Journal, walked: StepId | None) -> bool:
    """Whether undo or redo may change a cell: what it holds was said in this very file alone.

    Args:
        standing: what it holds.
        mine: the steps that were made in this very file.
        journal: of the file.
        walked: the step that is undone or redone; taken back last, it may be done again whatever it had replaced.
    """
    if not all(mine.knows(head.step) for head in standing.heads):
        return False
    again = any(journal.undone(head.step) == walked for head in standing.heads)
    return again or all(mine.knows(side.step) for side in standing.sides)
