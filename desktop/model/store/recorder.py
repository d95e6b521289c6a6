"""Writing steps: rows and journal in one transaction, with the stacks of undo and redo beside it."""

from __future__ import annotations

import contextlib
import datetime as dt
import secrets
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager

import msgspec
from sqlalchemy import Connection, Engine, func, select

from desktop import characters
from desktop.model.errors import RefusalError
from desktop.model.journal import Change, Changed, Fact, Stacks, Step, StepId, StepKind, Writer, outline
from desktop.model.store.bulk import insert_rows
from desktop.model.store.cells import encode, is_typed
from desktop.model.store.draft import Draft
from desktop.model.store.engine import raw, reading, writing
from desktop.model.store.replay import unheard_steps
from desktop.model.store.rows import pointed_at, to_changes, to_step
from desktop.model.store.tables import change, step, writer
from desktop.model.store.watch import FileWatch

_STEP = step.insert()
_NOTE = change.insert()
_OUTLINE = "SELECT clock, writer, kind, target_clock, target_writer FROM step ORDER BY clock, writer"
"""Read as rows of the driver: a file may have a hundred thousand."""
_NOTED = ("clock", "writer", "kind", "row", "cell", "before", "after")


class Pending:
    """A step being written: the draft to fill, and afterwards what changed."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.changed = Changed()


class Recorder:
    """Writes the journal of one opening of a file.

    Attributes:
        stacks: what undo and redo would take now.
        senseless: steps that make no sense; see `outline`.
        writing: the connection of the transaction that is open now, or None; reads in its midst go through it.
        follow: puts into the draft of a step what follows from its changes.
    """

    def __init__(self, engine: Engine, author: str, watch: FileWatch, follow: Callable[[Draft], None]) -> None:
        self._engine = engine
        self._watch = watch
        self._writer = Writer(new_writer(), author, _now(), {})
        self._introduced = False
        self.writing: Connection | None = None
        self.follow = follow
        with reading(engine, afresh=True) as connection:
            watch.note(connection)
            rows = raw(connection).execute(_OUTLINE).fetchall()
            unheard = unheard_steps(connection)
        found = outline((StepId(clock, writer), kind, pointed_at(*other)) for clock, writer, kind, *other in rows)
        self.stacks, self._clock = found.stacks, found.clock
        self.senseless = tuple(sorted({*found.senseless, *unheard}))

    def work_as(self, author: str) -> None:
        """Let the next steps be by somebody else."""
        self._writer = Writer(new_writer(), author, _now(), {})
        self._introduced = False

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        """Steps that are kept together or not at all.

        Raises:
            RefusalError: what `FileWatch.refuse_changed` raises. Nothing is written then; the block runs all the
                same, to learn what was typed.
        """
        before = Stacks([*self.stacks.undo], [*self.stacks.redo]), self._clock, self._introduced
        try:
            with writing(self._engine) as connection:
                self.writing = connection
                hindrance = self._hindrance(connection)
                if hindrance is None:
                    transaction = Transaction(self, connection)
                    yield transaction
                else:
                    yield from _tried(Transaction(self, connection, dry=True), hindrance)
        except BaseException:
            self.stacks, self._clock, self._introduced = before
            raise
        finally:
            self.writing = None
        if transaction.newest is not None:
            self._watch.note_step(transaction.newest)

    def _hindrance(self, connection: Connection) -> RefusalError | None:
        try:
            self._watch.refuse_changed(connection)
        except RefusalError as refusal:
            return refusal
        return None

    def write(
        self,
        connection: Connection,
        changes: list[Change],
        kind: StepKind,
        target: StepId | None,
        label: str,
        told: Mapping[str, Fact],
    ) -> Changed:
        """Take down one step, with the facts that its sentence tells."""
        facts = {name: characters.text(fact) if isinstance(fact, str) else fact for name, fact in told.items()}
        self._introduce(connection)
        self._clock += 1
        at = _now()
        values = {
            "clock": self._clock,
            "writer": self._writer.id,
            "kind": kind.value,
            "target_clock": target and target.clock,
            "target_writer": target and target.writer,
            "label": label,
            "facts": msgspec.json.encode(facts).decode(),
            "author": self._writer.author,
            "at": at.isoformat(timespec="milliseconds"),
        }
        connection.execute(_STEP, values)
        made = StepId(self._clock, self._writer.id)
        rows = [(*made, item.kind, item.row, item.cell, encode(item.before), encode(item.after)) for item in changes]
        insert_rows(connection, _NOTE, _NOTED, rows)
        self.stacks.take(made, kind, target)
        return Changed(
            Step(self._clock, self._writer.id, kind, target, label, facts, self._writer.author, at),
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
        dry: nothing is written.
        typed: the longest text that a dry step would have set.
        newest: the newest step written, None before the first.
    """

    def __init__(self, recorder: Recorder, connection: Connection, *, dry: bool = False) -> None:
        self.kinds: set[str] = set()
        self.dry = dry
        self.typed = ""
        self.newest: StepId | None = None
        self._recorder = recorder
        self._connection = connection

    @contextmanager
    def step(self, label: str, *, kind: StepKind = StepKind.EDIT, **facts: Fact) -> Iterator[Pending]:
        """One edit, or a note: fill the draft. An empty draft leaves no trace."""
        pending = Pending(Draft(self._connection, dry=self.dry))
        yield pending
        if not self.dry and pending.draft.changes:
            self._recorder.follow(pending.draft)
        if self.dry:
            self.typed = max([self.typed, *_texts(pending.draft.changes)], key=len)
        elif pending.draft.changes:
            pending.changed = self._recorder.write(self._connection, pending.draft.changes, kind, None, label, facts)
            self._keep(pending.changed)

    def walk(self, wanted: StepId, kind: StepKind) -> Changed:
        """Undo or redo one edit, as a step of its own.

        Raises:
            LookupError: the transaction is dry, or the step makes no sense: what it changed is not there or is
                not what it left.
        """
        if self.dry:
            raise LookupError(wanted)
        row = self._connection.execute(select(step).filter_by(**wanted._asdict())).mappings().first()
        if row is None:
            raise LookupError(wanted)
        edit = to_step(row)
        changes = to_changes(self._connection, wanted)
        if kind is StepKind.UNDO:
            changes = [Change(item.kind, item.row, item.cell, item.after, item.before) for item in reversed(changes)]
        draft = Draft(self._connection)
        if not draft.fits(changes):
            raise LookupError(wanted)
        draft.apply(changes)
        changed = self._recorder.write(self._connection, draft.changes, kind, wanted, edit.label, edit.facts)
        self._keep(changed)
        return changed

    def _keep(self, changed: Changed) -> None:
        self.kinds |= changed.kinds
        if changed.step is not None:
            self.newest = changed.step.id


def new_writer() -> str:
    """An id for an opening of a file, that no other opening on any laptop has."""
    return secrets.token_hex(8)


def _tried(transaction: Transaction, hindrance: RefusalError) -> Iterator[Transaction]:
    """Let the block run dry, whatever comes of it, and refuse it with what was typed."""
    with contextlib.suppress(Exception):
        yield transaction
    hindrance.typed = transaction.typed
    raise hindrance


def _texts(changes: Iterable[Change]) -> Iterator[str]:
    """What somebody may have typed; not ids, dates and words of a list."""
    for item in changes:
        if isinstance(item.after, str) and is_typed(item.kind, item.cell):
            yield item.after


def _now() -> dt.datetime:
    """The time as exactly as the file keeps it."""
    now = dt.datetime.now(dt.UTC)
    return now.replace(microsecond=now.microsecond // 1000 * 1000)
