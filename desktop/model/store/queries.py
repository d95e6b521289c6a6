"""Questions to the tables that one statement answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import TypeVar

from sqlalchemy import Connection, and_, func, select

from desktop.model.journal import CellChange, Change
from desktop.model.records import Answer, NoteTag, Record, SessionNote
from desktop.model.store.cells import decode, row_name, to_record
from desktop.model.store.engine import raw
from desktop.model.store.rows import to_step
from desktop.model.store.tables import NAMES, PRESENT, TABLES, change, step

R = TypeVar("R", bound=Record)


def records(connection: Connection, kind: type[R], where: Mapping[str, str]) -> list[R]:
    """Records of a kind that are there, in order of their key; `where` narrows by field."""
    names = kind.__struct_fields__
    rows = raw(connection).execute(_records(kind, tuple(where)), tuple(where.values()))
    return [to_record(kind, dict(zip(names, row, strict=True))) for row in rows]


@cache
def _records(kind: type[Record], narrowed: tuple[str, ...]) -> str:
    """For the driver: every start reads all kinds, and SQLAlchemy takes longer to put that than SQLite to answer."""
    cells = ", ".join(f'"{name}"' for name in kind.__struct_fields__)
    tests = [*(f'"{name}" = ?' for name in narrowed), *((PRESENT,) if kind.listed else ())]
    which = f" WHERE {' AND '.join(tests)}" if tests else ""
    order = ", ".join(f'"{name}"' for name in kind.keys)
    return f'SELECT {cells} FROM "{NAMES[kind]}"{which} ORDER BY {order}'  # noqa: S608 - names of records alone


def highest(connection: Connection, kind: type[Record], field: str) -> int:
    """The highest number in a field over all records of a kind, those removed included; 0 when there is none."""
    return connection.execute(select(func.max(TABLES[kind].c[field]))).scalar() or 0


def counted(connection: Connection, kind: type[Record], field: str) -> dict[str, int]:
    """How many records of a listed kind that are there hold each value in a field of texts."""
    table = TABLES[kind]
    statement = select(table.c[field], func.count()).where(table.c[PRESENT]).group_by(table.c[field])
    return {str(value or ""): number for value, number in connection.execute(statement)}


def spoken(connection: Connection, model: str, parts: Iterable[str] | None = None) -> list[tuple[str, str, str]]:
    """Of which parts of a model the notes speak: (part, session, participant, or empty), each once.

    Args:
        connection: to the file.
        model: id of the model.
        parts: look at these only; None for all.
    """
    tags, notes = TABLES[NoteTag], TABLES[SessionNote]
    statement = (
        select(tags.c.part, notes.c.session, func.coalesce(notes.c.participant, ""))
        .distinct()
        .join(notes, notes.c.id == tags.c.note)
        .where(tags.c.model == model, tags.c.tagged, notes.c[PRESENT])
    )
    if parts is not None:
        statement = statement.where(tags.c.part.in_(tuple(parts)))
    return [(part, session, participant) for part, session, participant in connection.execute(statement)]


def any_removed(connection: Connection, kind: type[Record]) -> bool:
    """Whether a record of a listed kind was removed."""
    table = TABLES[kind]
    return connection.execute(select(table).where(~table.c[PRESENT]).limit(1)).first() is not None


def tallies(
    connection: Connection, model: str, participants: Iterable[str] | None = None
) -> list[tuple[str, str, int]]:
    """How often each choice was given to each question of a model: (question, choice, count).

    Args:
        connection: to the file.
        model: id of the model.
        participants: count only these; None counts all.
    """
    table = TABLES[Answer]
    statement = (
        select(table.c.question, table.c.choice, func.count())
        .where(table.c.model == model, table.c.choice.is_not(None))
        .group_by(table.c.question, table.c.choice)
    )
    if participants is not None:
        statement = statement.where(table.c.participant.in_(list(participants)))
    return [(question, choice, count) for question, choice, count in connection.execute(statement)]


def answered(connection: Connection, model: str, questions: Iterable[str]) -> dict[str, int]:
    """How many of these questions of a model each participant has answered, blanks chosen included."""
    table = TABLES[Answer]
    statement = (
        select(table.c.participant, func.count())
        .where(table.c.model == model, table.c.choice.is_not(None), table.c.question.in_(list(questions)))
        .group_by(table.c.participant)
    )
    return dict(connection.execute(statement).all())


def history(connection: Connection, kind: type[Record], key: tuple[str, ...]) -> list[CellChange]:
    """Every change of one record, the newest first."""
    statement = (
        select(step, change.c.kind.label("what"), change.c.row, change.c.cell, change.c.before, change.c.after)
        .join(change, and_(change.c.clock == step.c.clock, change.c.writer == step.c.writer))
        .where(change.c.row == row_name(key), change.c.kind == NAMES[kind])
        .order_by(step.c.clock.desc(), step.c.writer.desc())
    )
    return [
        CellChange(
            to_step(row),
            Change(row["what"], row["row"], row["cell"], decode(row["before"]), decode(row["after"])),
        )
        for row in connection.execute(statement).mappings()
    ]
