"""Steps in the writing: rows and journal in one transaction. SQLAlchemy is loaded for this, once somebody edits."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import NamedTuple

import msgspec
from sqlalchemy import Connection, select

from desktop import characters
from desktop.model.errors import RefusalError
from desktop.model.journal import Change, Changed, Fact, Step, StepId, StepKind
from desktop.model.merging.bundle import Arrival, Bundle, Conflict, Incoming
from desktop.model.merging.reach import Reach
from desktop.model.records import KINDS
from desktop.model.records.record import tells_who
from desktop.model.store.arrivals import bring_back, note_arrival, put_aside, to_redo, to_undo, unite_with_own
from desktop.model.store.bulk import insert_rows
from desktop.model.store.cells import encode, is_typed
from desktop.model.store.declared_tables import CHANGE_CELLS
from desktop.model.store.draft import Draft
from desktop.model.store.engine import raw
from desktop.model.store.journal_end import JournalEnd, now
from desktop.model.store.journal_reach import (
    after_of,
    knowledge_of,
    newest_of,
    note_tip,
    outline_of,
    own_steps,
    reach_of,
)
from desktop.model.store.no_garbage import with_room
from desktop.model.store.rows import to_changes, to_step
from desktop.model.store.rule_steps import Follow, follow_by_rule
from desktop.model.store.standing_rows import Journal, conflicts_in, is_own, renew_conflicts
from desktop.model.store.tables import change, pack, step, writer

_STEP = step.insert()
_NOTE = change.insert()


class Pending:
    """A step being written: the draft to fill, and afterwards what changed."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.changed = Changed()


class Arrived(NamedTuple):
    """What was taken in.

    Attributes:
        arrival: None where nothing was new.
        incoming: what it brought.
    """

    arrival: Arrival | None
    incoming: Incoming


class Transaction:
    """Steps in the making; see `Recorder.transaction`.

    Attributes:
        kinds: names of the kinds of record changed so far.
        dry: nothing is written.
        typed: the longest text that a dry step would have set.
        newest: the newest step written, None before the first.
        came_in: whether steps of copies came in.
    """

    def __init__(
        self, connection: Connection, end: JournalEnd, follow: Callable[[Draft], None], *, dry: bool = False
    ) -> None:
        self.kinds: set[str] = set()
        self.dry = dry
        self.typed = ""
        self.newest: StepId | None = None
        self.came_in = False
        self._connection = connection
        self._end = end
        self._follow = follow

    @contextmanager
    def step(self, label: str, *, kind: StepKind = StepKind.EDIT, **facts: Fact) -> Iterator[Pending]:
        """One edit, or a note: fill the draft. An empty draft leaves no trace.

        Raises:
            RefusalError: ``copy.coded`` when it says who a participant is in a copy that does without.
        """
        pending = Pending(Draft(self._connection, dry=self.dry))
        yield pending
        if not self.dry and pending.draft.changes:
            self._follow(pending.draft)
            self._refuse_names(pending.draft.changes)
        if self.dry:
            self.typed = max([self.typed, *_texts(pending.draft.changes)], key=len)
        elif pending.draft.changes:
            pending.changed = self._write(pending.draft.changes, kind, None, label, facts)

    def _refuse_names(self, changes: Iterable[Change]) -> None:
        if self._end.coded and any(tells_who(KINDS[item.kind], item.cell) for item in changes):
            raise RefusalError("copy.coded")

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
        driver = raw(self._connection)
        mine, reach = own_steps(after_of(driver), self._end.tip), reach_of(driver)
        alone = mine.covers(reach)
        own = changes if alone else self._own_alone(draft, changes, mine, wanted)
        if not draft.fits(own):
            raise LookupError(wanted)
        draft.apply(own)
        draft.changes += _said_again(own, draft.changes)
        changed = self._write(draft.changes, kind, wanted, edit.label, edit.facts)
        if not alone:
            renew_conflicts(Journal(driver, knowledge_of(driver)), changed.rows)
        left = (
            frozenset((item.kind, item.row) for item in changes if item not in own) if own != changes else frozenset()
        )
        return msgspec.structs.replace(changed, left=left)

    def _own_alone(self, draft: Draft, changes: list[Change], mine: Reach, walked: StepId) -> list[Change]:
        """Of what undo or redo would change, what nobody else has changed since."""
        journal = Journal(raw(self._connection), knowledge_of(raw(self._connection)))
        by_cell: dict[tuple[str, str, str], list[Change]] = {}
        for item in changes:
            by_cell.setdefault((item.kind, item.row, item.cell), []).append(item)
        kept = {
            cell
            for cell, items in by_cell.items()
            if is_own(journal.past(*cell).standing(), mine, journal, walked) and draft.fits([items[0]])
        }
        return [item for item in changes if (item.kind, item.row, item.cell) in kept]

    def take_in(self, bundle: Bundle, source: str, follow: Follow, *, undoable: bool = True) -> Arrived:
        """Take in the steps of a copy, and write what follows by rule.

        Raises:
            RefusalError: see `desktop.model.store.uniting.unite`; then the transaction is to be given up.
        """
        with with_room(raw(self._connection)):
            return self._taken_in(bundle, source, follow, undoable=undoable)

    def _taken_in(self, bundle: Bundle, source: str, follow: Follow, *, undoable: bool) -> Arrived:
        driver, tip = raw(self._connection), self._end.tip
        had = {*conflicts_in(driver)}
        united = unite_with_own(driver, bundle)
        if not united.new:
            return Arrived(None, Incoming())
        note_tip(driver, *(("", 0) if tip is None else (tip.writer, tip.clock)))
        followed, reach = follow_by_rule(self._connection, follow, united.after)
        united = msgspec.structs.replace(united, after=reach)
        arrival = note_arrival(driver, source, self._end.writer.author, united, tip, undoable=undoable)
        self.newest, self.came_in = newest_of(driver), True
        self._end.came_in(0 if self.newest is None else self.newest.clock)
        have = {*conflicts_in(driver)}
        rows = united.touched | {(item.kind, item.row) for item in followed}
        changed = Changed(None, frozenset(kind for kind, _row in rows), rows)
        self.kinds |= changed.kinds
        return Arrived(
            arrival,
            Incoming(
                steps=united.new.steps,
                changes=united.new.changes,
                conflicts=sorted(have - had, key=_place),
                settled=sorted(had - have, key=_place),
                followed=followed,
                changed=changed,
            ),
        )

    def undo_arrival(self) -> Changed | None:
        """Put aside what came in last from a copy; None where undo would not take that."""
        driver = raw(self._connection)
        found = None if self.dry else to_undo(driver, self._end)
        return None if found is None else self._rearranged(found, put_aside(driver, found), StepKind.UNDO, found.tip)

    def redo_arrival(self) -> Changed | None:
        """Take in once more what was put aside; None where redo would not take that."""
        driver = raw(self._connection)
        found = None if self.dry else to_redo(driver, self._end)
        if found is None:
            return None
        return self._rearranged(found, bring_back(driver, found), StepKind.REDO, self._end.tip)

    def _rearranged(
        self, arrival: Arrival, rows: frozenset[tuple[str, str]], kind: StepKind, tip: StepId | None
    ) -> Changed:
        driver = raw(self._connection)
        note_tip(driver, *(("", 0) if tip is None else (tip.writer, tip.clock)))
        self._end.go_on(outline_of(driver), tip)
        changed = Changed(
            msgspec.structs.replace(arrival.as_step, kind=kind), frozenset(each for each, _row in rows), rows
        )
        self.kinds |= changed.kinds
        self.newest, self.came_in = newest_of(driver), True
        return changed

    def keep_pack(self, digest: str, json: bytes) -> None:
        """Freeze a model pack in the file; the same pack is kept once."""
        if self._connection.execute(select(pack.c.digest).filter_by(digest=digest)).first() is None:
            self._connection.execute(pack.insert(), {"digest": digest, "json": json})

    def say_of_file(self, name: str, value: str) -> None:
        """Let the file say something about itself that is no part of the assessment and has no history."""
        raw(self._connection).execute("INSERT OR REPLACE INTO about (name, value) VALUES (?, ?)", (name, value))

    def _write(
        self, changes: list[Change], kind: StepKind, target: StepId | None, label: str, told: Mapping[str, Fact]
    ) -> Changed:
        """Take down one step, with the facts that its sentence tells."""
        facts = {name: characters.text(fact) if isinstance(fact, str) else fact for name, fact in told.items()}
        self._introduce()
        at, by = now(), self._end.writer
        made = self._end.take(kind, target)
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
        self._settle(changes)
        changed = Changed(
            Step(made.clock, made.writer, kind, target, label, facts, by.author, at),
            frozenset(item.kind for item in changes),
            frozenset((item.kind, item.row) for item in changes),
        )
        self.kinds |= changed.kinds
        self.newest = made
        return changed

    def _settle(self, changes: list[Change]) -> None:
        """Whatever there was to be decided of what a step changes, it decides: it knew of all there is."""
        driver = raw(self._connection)
        if driver.execute("SELECT 1 FROM conflict").fetchone() is None:
            return
        touched = {(item.kind, item.row) for item in changes}
        renew_conflicts(Journal(driver, knowledge_of(driver)), touched)

    def _introduce(self) -> None:
        """Tell who writes, and what this opening knew of, before its first step."""
        if self._end.introduced:
            return
        driver, by = raw(self._connection), self._end.writer
        newest = knowledge_of(driver).newest(reach_of(driver))
        after = by.after or (StepId(self._end.clock + 1, by.id) if newest else None)
        values = {
            "id": by.id,
            "author": by.author,
            "opened": by.opened.isoformat(timespec="milliseconds"),
            "seen": msgspec.json.encode({each.writer: each.clock for each in newest}).decode(),
            "after_clock": after and after.clock,
            "after_writer": after and after.writer,
        }
        self._connection.execute(writer.insert(), values)
        note_tip(driver, by.id)
        self._end.introduced = True


def _said_again(walked: list[Change], moved: list[Change]) -> list[Change]:
    """What a step had said of cells that stay as they are with it and without it, such as that a conflict is settled.

    Where nothing were said of them, the step would be taken for what still holds.
    """
    last = {(item.kind, item.row, item.cell): item for item in walked}
    for item in moved:
        last.pop((item.kind, item.row, item.cell), None)
    return [Change(item.kind, item.row, item.cell, item.after, item.after) for item in last.values()]


def _place(conflict: Conflict) -> tuple[str, str, str]:
    return conflict.kind, conflict.row, conflict.cell


def _texts(changes: Iterable[Change]) -> Iterator[str]:
    """What somebody may have typed; not ids, dates and words of a list."""
    for item in changes:
        if isinstance(item.after, str) and is_typed(item.kind, item.cell):
            yield item.after
