"""Steps in the writing: rows and journal in one transaction. SQLAlchemy is loaded for this, once somebody edits."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager

import msgspec
from sqlalchemy import Connection, func, select

from desktop import characters
from desktop.model.journal import Change, Changed, Fact, Step, StepId, StepKind
from desktop.model.store.bulk import insert_rows
from desktop.model.store.cells import encode, is_typed
from desktop.model.store.declared_tables import CHANGE_CELLS
from desktop.model.store.draft import Draft
from desktop.model.store.engine import raw
from desktop.model.store.journal_end import JournalEnd, now
from desktop.model.store.rows import to_changes, to_step
from desktop.model.store.tables import change, pack, step, writer

_STEP = step.insert()
_NOTE = change.insert()


class Pending:
    """A step being written: the draft to fill, and afterwards what changed."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.changed = Changed()


class Transaction:
    """Steps in the making; see `Recorder.transaction`.

    Attributes:
        kinds: names of the kinds of record changed so far.
        dry: nothing is written.
        typed: the longest text that a dry step would have set.
        newest: the newest step written, None before the first.
    """

    def __init__(
        self, connection: Connection, end: JournalEnd, follow: Callable[[Draft], None], *, dry: bool = False
    ) -> None:
        self.kinds: set[str] = set()
        self.dry = dry
        self.typed = ""
        self.newest: StepId | None = None
        self._connection = connection
        self._end = end
        self._follow = follow

    @contextmanager
    def step(self, label: str, *, kind: StepKind = StepKind.EDIT, **facts: Fact) -> Iterator[Pending]:
        """One edit, or a note: fill the draft. An empty draft leaves no trace."""
        pending = Pending(Draft(self._connection, dry=self.dry))
        yield pending
        if not self.dry and pending.draft.changes:
            self._follow(pending.draft)
        if self.dry:
            self.typed = max([self.typed, *_texts(pending.draft.changes)], key=len)
        elif pending.draft.changes:
            pending.changed = self._write(pending.draft.changes, kind, None, label, facts)

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
        changes = to_changes(raw(self._connection), wanted)
        if kind is StepKind.UNDO:
            changes = [Change(item.kind, item.row, item.cell, item.after, item.before) for item in reversed(changes)]
        draft = Draft(self._connection)
        if not draft.fits(changes):
            raise LookupError(wanted)
        draft.apply(changes)
        return self._write(draft.changes, kind, wanted, edit.label, edit.facts)

    def keep_pack(self, digest: str, json: bytes) -> None:
        """Freeze a model pack in the file; the same pack is kept once."""
        if self._connection.execute(select(pack.c.digest).filter_by(digest=digest)).first() is None:
            self._connection.execute(pack.insert(), {"digest": digest, "json": json})

    def _write(
        self, changes: list[Change], kind: StepKind, target: StepId | None, label: str, told: Mapping[str, Fact]
    ) -> Changed:
        """Take down one step, with the facts that its sentence tells."""
        facts = {name: characters.text(fact) if isinstance(fact, str) else fact for name, fact in told.items()}
        self._introduce()
        at, by = now(), self._end.writer
        made = self._end.next_id()
        values = {
            **made._asdict(),
            "kind": kind.value,
            "target_clock": target and target.clock,
            "target_writer": target and target.writer,
            "label": label,
            "facts": msgspec.json.encode(facts).decode(),
            "author": by.author,
            "at": at.isoformat(timespec="milliseconds"),
        }
        self._connection.execute(_STEP, values)
        rows = [(*made, item.kind, item.row, item.cell, encode(item.before), encode(item.after)) for item in changes]
        insert_rows(self._connection, _NOTE, CHANGE_CELLS, rows)
        self._end.stacks.take(made, kind, target)
        changed = Changed(
            Step(made.clock, made.writer, kind, target, label, facts, by.author, at),
            frozenset(item.kind for item in changes),
            frozenset((item.kind, item.row) for item in changes),
        )
        self.kinds |= changed.kinds
        self.newest = made
        return changed

    def _introduce(self) -> None:
        """Tell who writes, and what this opening knew of, before its first step."""
        if self._end.introduced:
            return
        known = self._connection.execute(select(step.c.writer, func.max(step.c.clock)).group_by(step.c.writer))
        by = self._end.writer
        values = {
            "id": by.id,
            "author": by.author,
            "opened": by.opened.isoformat(timespec="milliseconds"),
            "seen": msgspec.json.encode(dict(known.all())).decode(),
        }
        self._connection.execute(writer.insert(), values)
        self._end.introduced = True


def _texts(changes: Iterable[Change]) -> Iterator[str]:
    """What somebody may have typed; not ids, dates and words of a list."""
    for item in changes:
        if isinstance(item.after, str) and is_typed(item.kind, item.cell):
            yield item.after
