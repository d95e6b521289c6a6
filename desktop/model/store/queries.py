"""Questions to the tables that one statement answers."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, TypeVar

import msgspec

from desktop.model.journal import CellChange, Change, Step, StepId, StepKind, Writer
from desktop.model.merging.reach import Reach
from desktop.model.records import Record
from desktop.model.records.record import PRESENT
from desktop.model.store.cells import decode, row_name, to_record
from desktop.model.store.declared_tables import NAMES, STEP_CELLS
from desktop.model.store.rows import by_name, readable_steps, to_step, to_writer

R = TypeVar("R", bound=Record)


def records(connection: sqlite3.Connection, kind: type[R], where: Mapping[str, str]) -> list[R]:
    """Records of a kind that are there, in order of their key; `where` narrows by field."""
    names = kind.__struct_fields__
    rows = connection.execute(_records(kind, tuple(where)), tuple(where.values()))
    return [to_record(kind, dict(zip(names, row, strict=True))) for row in rows]


@cache
def _records(kind: type[Record], narrowed: tuple[str, ...]) -> str:
    cells = ", ".join(f'"{name}"' for name in kind.__struct_fields__)
    tests = [*(f'"{name}" = ?' for name in narrowed), *((PRESENT,) if kind.listed else ())]
    which = f" WHERE {' AND '.join(tests)}" if tests else ""
    order = ", ".join(f'"{name}"' for name in kind.keys)
    return f'SELECT {cells} FROM "{NAMES[kind]}"{which} ORDER BY {order}'  # noqa: S608 - names of records alone


def highest(connection: sqlite3.Connection, kind: type[Record], field: str) -> int:
    """The highest number in a field over all records of a kind, those removed included; 0 when there is none."""
    (found,) = connection.execute(f'SELECT max("{field}") FROM "{NAMES[kind]}"').fetchone()  # noqa: S608 - our own names
    return found or 0


def among(connection: sqlite3.Connection, kind: type[R], firsts: Iterable[str]) -> list[R]:
    """The records that are there of which the first part of the key is one of these, in order of their key."""
    names = kind.__struct_fields__
    return [to_record(kind, dict(zip(names, row, strict=True))) for row in cells(connection, kind, names, firsts)]


def cells(
    connection: sqlite3.Connection,
    kind: type[Record],
    names: Sequence[str],
    firsts: Iterable[str] | None = None,
    filled: str = "",
) -> list[tuple[Any, ...]]:
    """These cells, as they stand in the file, of the same records, or of all; for very many.

    Args:
        connection: to the file.
        kind: of the records.
        names: of the cells.
        firsts: the records of which the first part of the key is one of these; None for all.
        filled: only those of which this cell of text is not empty.
    """
    which, wanted = _among(f'"{kind.keys[0]}"', firsts)
    there = " AND ".join([PRESENT if kind.listed else "true", *([f"\"{filled}\" > ''"] if filled else [])])
    chosen, order = (", ".join(f'"{name}"' for name in some) for some in (names, kind.keys))
    statement = f'SELECT {chosen} FROM "{NAMES[kind]}" WHERE {there}{which} ORDER BY {order}'  # noqa: S608
    return connection.execute(statement, wanted).fetchall()


def last(connection: sqlite3.Connection, kind: type[R], key: tuple[str, ...]) -> R | None:
    """A listed record as it was last, even where it has been removed; None when it never was."""
    same = " AND ".join(f'"{name}" = ?' for name in kind.keys)
    found = next(by_name(connection.execute(f'SELECT * FROM "{NAMES[kind]}" WHERE {same}', key)), None)  # noqa: S608
    return None if found is None else to_record(kind, found)


def ever(connection: sqlite3.Connection, kind: type[Record], cell: str) -> set[str]:
    """Every text that a cell of any record of a kind holds, or once held."""
    statement = "SELECT before, after FROM change WHERE kind = ? AND cell = ?"
    told = {side for row in connection.execute(statement, (NAMES[kind], cell)) for side in row}
    return {text for text in map(decode, told) if isinstance(text, str)}


def any_removed(connection: sqlite3.Connection, kind: type[Record]) -> bool:
    """Whether a record of a listed kind was removed."""
    statement = f'SELECT 1 FROM "{NAMES[kind]}" WHERE NOT {PRESENT} LIMIT 1'  # noqa: S608 - our own names
    return connection.execute(statement).fetchone() is not None


def tallies(
    connection: sqlite3.Connection, model: str, participants: Iterable[str] | None = None
) -> list[tuple[str, str, int]]:
    """How often each choice was given to each question of a model: (question, choice, count).

    Args:
        connection: to the file.
        model: id of the model.
        participants: count only these; None counts all.
    """
    which, wanted = _among("participant", participants)
    return connection.execute(
        f"SELECT question, choice, count(*) FROM answer WHERE model = ? AND choice IS NOT NULL{which} "  # noqa: S608
        "GROUP BY question, choice",
        (model, *wanted),
    ).fetchall()


def answered(connection: sqlite3.Connection, model: str, questions: Iterable[str]) -> dict[str, int]:
    """How many of these questions of a model each participant has answered, blanks chosen included."""
    which, wanted = _among("question", questions)
    return dict(
        connection.execute(
            f"SELECT participant, count(*) FROM answer WHERE model = ? AND choice IS NOT NULL{which} "  # noqa: S608
            "GROUP BY participant",
            (model, *wanted),
        ).fetchall()
    )


def steps(connection: sqlite3.Connection, limit: int | None = None) -> list[Step]:
    """Steps that can be read, the newest first."""
    statement = "SELECT * FROM step ORDER BY clock DESC, writer DESC LIMIT ?"
    return [*readable_steps(by_name(connection.execute(statement, (-1 if limit is None else limit,))))]


def step_count(connection: sqlite3.Connection, least: int = 0) -> int:
    """How many steps have this number or a higher one; copies of a file count on apart, so a number may come twice."""
    (found,) = connection.execute("SELECT count(*) FROM step WHERE clock >= ?", (least,)).fetchone()
    return int(found)


def in_effect(connection: sqlite3.Connection, mine: Reach) -> frozenset[StepId]:
    """The edits beyond one's own that are not undone, and none of one's own."""
    last = {StepId(clock, writer): kind for kind, clock, writer in connection.execute(_WALKS)}
    undone = {step for step, kind in last.items() if kind == StepKind.UNDO}
    edits = connection.execute("SELECT clock, writer FROM step WHERE kind = 'edit'")
    return frozenset(StepId(clock, writer) for clock, writer in edits if clock > mine.clocks.get(writer, 0)) - undone


def step_of(connection: sqlite3.Connection, wanted: StepId) -> Step | None:
    """A step by its id."""
    row = next(by_name(connection.execute("SELECT * FROM step WHERE clock = ? AND writer = ?", wanted)), None)
    return None if row is None else to_step(row)


def writers(connection: sqlite3.Connection) -> list[Writer]:
    """All openings that wrote to the file, the first first."""
    return [to_writer(row) for row in by_name(connection.execute("SELECT * FROM writer ORDER BY opened, id"))]


def history(connection: sqlite3.Connection, kind: type[Record], key: tuple[str, ...]) -> list[CellChange]:
    """Every change of one record, the newest first."""
    return [
        CellChange(
            to_step(row),
            Change(row["what"], row["row"], row["cell"], decode(row["before"]), decode(row["after"])),
        )
        for row in by_name(connection.execute(_HISTORY, (row_name(key), NAMES[kind])))
    ]


_WALKS = """
    SELECT kind, target_clock, target_writer FROM step WHERE kind IN ('undo', 'redo') ORDER BY clock, writer
"""


def _among(column: str, values: Iterable[str] | None) -> tuple[str, tuple[str, ...]]:
    """What narrows a statement to these values of a column, and what it is to be given; nothing for None.

    The values are given as one JSON text: there may be more of them than a statement may have blanks.
    """
    if values is None:
        return "", ()
    which = f" AND {column} IN (SELECT value FROM json_each(?))"  # noqa: S608 - our own names
    return which, (msgspec.json.encode([*values]).decode(),)


_HISTORY = f"""
SELECT {", ".join(f"step.{cell}" for cell in STEP_CELLS)},
    change.kind AS what, change."row", change.cell, change."before", change."after"
FROM step JOIN change ON change.clock = step.clock AND change.writer = step.writer
WHERE change."row" = ? AND change.kind = ?
ORDER BY step.clock DESC, step.writer DESC"""  # noqa: S608 - our own names
