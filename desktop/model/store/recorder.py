"""Writing steps: rows and journal in one transaction, with the stacks of undo and redo beside it."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import msgspec
from sqlalchemy import Connection, Engine, func, select

from desktop.model.journal import Change, Changed, Fact, Stacks, Step, StepKind, Writer, stacks
from desktop.model.store.bulk import insert_rows
from desktop.model.store.cells import encode
from desktop.model.store.draft import Draft
from desktop.model.store.engine import reading, writing
from desktop.model.store.rows import to_changes, to_step
from desktop.model.store.tables import change, step, writer

_STEP = step.insert().returning(step.c.number)
_NOTE = change.insert()
_NOTED = ("step", "kind", "row", "cell", "before", "after")


class Pending:
    """A step being written: the draft to fill, and afterwards what changed."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.changed = Changed()


class Recorder:
    """Writes the journal of one opening of a file.

    Attributes:
        stacks: what undo and redo would take now.
        writing: the connection of the transaction that is open now, or None; reads in its midst go through it.
    """

    def __init__(self, engine: Engine, author: str) -> None:
        self._engine = engine
        self._writer = Writer(uuid.uuid4().hex, author, _now(), {})
        self._introduced = False
        self.writing: Connection | None = None
        with reading(engine) as connection:
            rows = connection.execute(select(step.c.number, step.c.kind, step.c.target).order_by(step.c.number))
            self.stacks = stacks((number, StepKind(kind), target) for number, kind, target in rows)
            self._clock: int = connection.execute(select(func.max(step.c.clock))).scalar() or 0

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        """Steps that are kept together or not at all."""
        before = Stacks([*self.stacks.undo], [*self.stacks.redo]), self._clock, self._introduced
        try:
            with writing(self._engine) as connection:
                self.writing = connection
                yield Transaction(self, connection)
        except BaseException:
            self.stacks, self._clock, self._introduced = before
            raise
        finally:
            self.writing = None

    def write(
        self,
        connection: Connection,
        changes: list[Change],
        kind: StepKind,
        target: int | None,
        label: str,
        facts: Mapping[str, Fact],
    ) -> Changed:
        """Take down one step."""
        self._introduce(connection)
        self._clock += 1
        at = _now()
        values = {
            "writer": self._writer.id,
            "clock": self._clock,
            "kind": kind.value,
            "target": target,
            "label": label,
            "facts": msgspec.json.encode(facts).decode(),
            "author": self._writer.author,
            "at": at.isoformat(timespec="milliseconds"),
        }
        number = connection.execute(_STEP, values).scalar_one()
        rows = [(number, item.kind, item.row, item.cell, encode(item.before), encode(item.after)) for item in changes]
        insert_rows(connection, _NOTE, _NOTED, rows)
        self.stacks.take(number, kind, target)
        return Changed(
            Step(number, self._writer.id, self._clock, kind, target, label, facts, self._writer.author, at),
            frozenset(item.kind for item in changes),
            frozenset((item.kind, item.row) for item in changes),
        )

    def _introduce(self, connection: Connection) -> None:
        """Tell who writes, and what this opening knew of, before its first step."""
        if self._introduced:
            return
        known = connection.execute(select(step.c.writer, func.max(step.c.clock)).group_by(step.c.writer))
        values = {
            "id": self._writer.id,
            "author": self._writer.author,
            "opened": self._writer.opened.isoformat(timespec="milliseconds"),
            "seen": msgspec.json.encode(dict(known.all())).decode(),
        }
        connection.execute(writer.insert(), values)
        self._introduced = True


class Transaction:
    """Steps in the making; see `Recorder.transaction`.

    Attributes:
        kinds: names of the kinds of record changed so far.
    """

    def __init__(self, recorder: Recorder, connection: Connection) -> None:
        self.kinds: set[str] = set()
        self._recorder = recorder
        self._connection = connection

    @contextmanager
    def step(self, label: str, *, kind: StepKind = StepKind.EDIT, **facts: Fact) -> Iterator[Pending]:
        """One edit, or a note: fill the draft. An empty draft leaves no trace."""
        pending = Pending(Draft(self._connection))
        yield pending
        if pending.draft.changes:
            pending.changed = self._recorder.write(self._connection, pending.draft.changes, kind, None, label, facts)
            self.kinds |= pending.changed.kinds

    def walk(self, number: int, kind: StepKind) -> Changed:
        """Undo or redo one edit, as a step of its own."""
        edit = to_step(self._connection.execute(select(step).filter_by(number=number)).mappings().one())
        changes = to_changes(self._connection, number)
        if kind is StepKind.UNDO:
            changes = [Change(item.kind, item.row, item.cell, item.after, item.before) for item in reversed(changes)]
        draft = Draft(self._connection)
        draft.apply(changes)
        changed = self._recorder.write(self._connection, draft.changes, kind, number, edit.label, edit.facts)
        self.kinds |= changed.kinds
        return changed


def _now() -> dt.datetime:
    """The time as exactly as the file keeps it."""
    now = dt.datetime.now(dt.UTC)
    return now.replace(microsecond=now.microsecond // 1000 * 1000)
