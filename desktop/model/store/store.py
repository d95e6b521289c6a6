"""An open assessment file: records and history out; steps in, by way of the recorder."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, TypeVar

from desktop.characters import one_line
from desktop.model.errors import RefusalError
from desktop.model.journal import Changed, Fact, Step, StepId, StepKind, Trail, along
from desktop.model.records import Record
from desktop.model.store import queries
from desktop.model.store.asking import Asking
from desktop.model.store.attached_content import AttachedContent
from desktop.model.store.blame import blaming_the_content, blaming_the_environment
from desktop.model.store.cells import is_frozen, to_record
from desktop.model.store.copies import Copies
from desktop.model.store.copy_notes import CopyNotes
from desktop.model.store.engine import FileConnection, looking, raw, reading
from desktop.model.store.file import blaming_who_wrote_over, is_writable, prepare
from desktop.model.store.journal_reach import reach_of
from desktop.model.store.kept_records import KeptRecords
from desktop.model.store.lock import WriterLock
from desktop.model.store.recorder import Recorder
from desktop.model.store.watch import FileWatch

if TYPE_CHECKING:
    import sqlite3

    from sqlalchemy import Connection

    from desktop.model.files.file_key import FileKey
    from desktop.model.store.draft import Draft
    from desktop.model.store.transaction import Pending, Transaction
    from desktop.model.store.whole import Whole

R = TypeVar("R", bound=Record)


class Store(Asking):
    """The file, open. Use `create` or `open`, and `close` it.

    Attributes:
        kept: the copy made before a migration, or None.
        on_drafted: puts into the draft of a step what follows from its changes.
        on_renewed: called when everything was read anew because another program had changed the file.
    """

    _watching: ClassVar[type[FileWatch]] = FileWatch

    def __init__(
        self, path: Path, file: FileConnection, lock: WriterLock | None, author: str, kept: Path | None
    ) -> None:
        self.path = path
        self.author = one_line(author)
        self.kept = kept
        self._file = file
        self._lock = lock
        self._watch = self._watching(path, lock)
        self.on_drafted: Callable[[Draft], None] = _nothing
        self._recorder = Recorder(file, self.author, self._watch, self._follow)
        self._kept_records = KeptRecords()
        self._from_copies: frozenset[StepId] | None = None
        self._id = self.about().get("id")
        self.on_renewed: Callable[[], None] = _nothing
        self.content = AttachedContent(self.several, self._reading)
        self.copies = Copies(self.several, self._reading)
        self.copy_notes = CopyNotes(self.several, self._reading)

    @classmethod
    @contextmanager
    def drafted(
        cls,
        path: Path,
        author: str,
        facts: dict[str, str],
        whole: Whole | None = None,
        key: FileKey | None = None,
    ) -> Iterator[Store]:
        """A new file in the making, open; when the block ends well, the file is there as `path`, closed.

        Args:
            path: where; nothing may be there.
            author: whom its steps are by.
            facts: what the file says about itself.
            whole: all that another file held, its history included, instead of `facts`.
            key: encrypts it.

        Raises:
            RefusalError: see `desktop.model.store.making.making`; ``file.too_long``; ``data.inconsistent`` when
                the parts of `whole` contradict each other. Then nothing is made.
        """
        from desktop.model.store.making import making  # noqa: PLC0415 - opening does without
        from desktop.model.store.whole import restore  # noqa: PLC0415

        fill = None if whole is None else partial(restore, whole=whole)
        with making(path, facts, fill, key) as draft, closing(cls.open(draft, author, key=key)) as store:
            yield store

    @classmethod
    def create(
        cls,
        path: Path,
        author: str,
        facts: dict[str, str],
        whole: Whole | None = None,
        key: FileKey | None = None,
    ) -> Store:
        """Make a file and open it; see `drafted`."""
        with cls.drafted(path, author, facts, whole, key):
            pass
        return cls.open(path, author, key=key)

    @classmethod
    def open(cls, path: Path, author: str, *, readonly: bool = False, key: FileKey | None = None) -> Store:
        """Open a file; read-only when another opening writes to it or when it cannot be written to.

        Args:
            path: the file.
            author: whom its next steps are by.
            readonly: do not even try to write.
            key: by whose passphrase an encrypted file is opened; it may be that of another file, and does no harm
                where the file is not encrypted.

        Raises:
            RefusalError: see `desktop.model.store.file.prepare`.
        """
        lock = WriterLock(path)
        writable = not readonly and is_writable(path) and lock.take()
        with ExitStack() as otherwise:
            otherwise.callback(lock.release)
            key = None if key is None else key.fitted(path)
            kept = prepare(path, writable=writable, key=key)
            with blaming_the_environment(path), blaming_the_content(path):
                file = FileConnection(path, readonly=not writable, key=key)
                otherwise.callback(file.close)
                store = cls(path, file, lock if writable else None, author, kept)
            otherwise.pop_all()
        store.content.tidy()
        return store

    @property
    def key(self) -> FileKey | None:
        """What the file is encrypted with; None where it is not."""
        return self._file.key

    @property
    def readonly(self) -> bool:
        """Whether edits are refused: another opening writes, the file can't be written to, or its history is wrong."""
        return self._lock is None or bool(self._recorder.senseless)

    @property
    def senseless(self) -> tuple[StepId, ...]:
        """Steps that make no sense; then the file is read only."""
        return self._recorder.senseless

    def get_ready_to_write(self) -> None:
        """Load what the first edit needs, so that it does not wait for that."""
        self._recorder.get_ready()

    def close(self) -> None:
        """Close the file. Nothing is left to save."""
        self._file.close()
        if self._lock is not None:
            self._lock.release()

    def all(self, kind: type[R], **where: str) -> list[R]:
        """Records of one kind, in order of their key; `where` narrows by field.

        The one who writes keeps what was read; who only reads sees what another writes meanwhile.
        """
        if self.readonly or self._recorder.writing is not None:
            return self._read_all(kind, where)
        return self._kept_records.all(kind, where, partial(self._read_all, kind, where))

    def get(self, kind: type[R], *key: str) -> R | None:
        """One record; for a natural one its defaults when nothing was said yet, for a listed one None."""
        found = self.all(kind, **dict(zip(kind.keys, key, strict=True)))
        if found:
            return found[0]
        return None if kind.listed else to_record(kind, dict(zip(kind.keys, key, strict=True)))

    def add_pack(self, digest: str, json: bytes) -> None:
        """Freeze a model pack in the file; the same pack is kept once."""
        with self.several() as transaction:
            if not transaction.dry:
                transaction.keep_pack(digest, json)

    def pack(self, digest: str) -> bytes:
        """A frozen model pack.

        Raises:
            RefusalError: ``file.damaged`` when it is not there or not as it was frozen.
        """
        with self._reading() as connection:
            found = connection.execute("SELECT json FROM pack WHERE digest = ?", (digest,)).fetchone()
        if found is None or not is_frozen(found[0], digest):
            raise RefusalError("file.damaged", path=self.path)
        return found[0]

    @contextmanager
    def step(self, label: str, *, kind: StepKind = StepKind.EDIT, **facts: Fact) -> Iterator[Pending]:
        """One edit, or a note: fill the draft; leaving the block commits rows and journal together.

        Raises:
            RefusalError: ``file.opened_readonly``; or what the environment causes. Then nothing has changed.
        """
        with self.several() as transaction, transaction.step(label, kind=kind, **facts) as pending:
            yield pending

    @contextmanager
    def several(self, given_up: Callable[[], bool] = bool) -> Iterator[Transaction]:
        """Many edits in one transaction, each its own step; all or none is kept, and none where it was given up."""
        if self.readonly:
            raise RefusalError("file.opened_readonly", path=self.path)
        try:
            with self._blaming(), self._recorder.transaction(given_up) as transaction:
                yield transaction
        except RefusalError as refusal:
            if refusal.code == "file.changed":
                self._renew()
            raise
        self._kept_records.forget(transaction.kinds)
        if transaction.came_in:
            self._from_copies = None

    def is_at(self, path: Path) -> bool:
        """Whether a path, by whatever name, leads to the open file."""
        return self._watch.is_at(path)

    def catch_up(self) -> bool:
        """Read everything anew if another program has changed the file; whether it had.

        Raises:
            RefusalError: ``file.moved``, ``file.replaced``, or why it can no longer be read.
        """
        try:
            with self._reading(afresh=True) as connection:
                self._watch.refuse_changed(connection)
        except RefusalError as refusal:
            if refusal.code != "file.changed":
                raise
            self._renew()
            return True
        return False

    def _renew(self) -> None:
        """Trust nothing that was read before.

        Raises:
            RefusalError: ``file.replaced`` when the file holds another assessment, or why it can no longer be read.
        """
        self._kept_records.forget_all()
        self._from_copies = None
        with self._blaming():
            prepare(self.path, writable=False, key=self.key)
        if self.about().get("id") != self._id:
            raise RefusalError("file.replaced", path=self.path)
        with self._blaming(), blaming_the_content(self.path):
            self._recorder = Recorder(self._file, self.author, self._watch, self._follow)
        self.on_renewed()

    def undo(self, until: int | None = None) -> Changed:
        """Undo the last edit, or all edits after the step with number `until` in one transaction."""
        return self._walk(StepKind.UNDO, until)

    def redo(self) -> Changed:
        """Redo what was undone last."""
        return self._walk(StepKind.REDO, None)

    def next_undo(self) -> Step | None:
        """The edit that undo would take; for what came in from a copy, a step that stands for it."""
        with self._reading() as connection:
            arrival = self._recorder.arrival_to_undo(connection)
        return self._first(self._recorder.stacks.undo) if arrival is None else arrival.as_step

    def next_redo(self) -> Step | None:
        """The edit that redo would take; for what came in from a copy, a step that stands for it."""
        with self._reading() as connection:
            arrival = self._recorder.arrival_to_redo(connection)
        return self._first(self._recorder.stacks.redo) if arrival is None else arrival.as_step

    def in_effect(self) -> frozenset[StepId]:
        """The edits that are not undone, in this file and in the copies that it was brought together with."""
        return frozenset(along(self._recorder.stacks.undo)) | self._elsewhere()

    def _elsewhere(self) -> frozenset[StepId]:
        """The edits in effect that came from copies; they change only when more of them come."""
        if self._from_copies is None:
            with self._reading() as connection:
                mine, reach = self._recorder.own_steps(connection), reach_of(connection)
                self._from_copies = frozenset() if mine.covers(reach) else queries.in_effect(connection, mine)
        return self._from_copies

    def check(self) -> tuple[str, ...]:
        """Faults of the file, as codes with their place; empty when it is sound. See `desktop.model.store.check`."""
        from desktop.model.store.check import faults  # noqa: PLC0415 - loads SQLAlchemy

        with self._reading_all() as connection:
            return faults(connection)

    def whole(self) -> Whole:
        """Everything in the file; see `desktop.model.store.whole`."""
        from desktop.model.store.whole import read_whole  # noqa: PLC0415 - loads SQLAlchemy

        with self._reading_all() as connection:
            return read_whole(connection)

    def work_as(self, author: str) -> None:
        """Let the next steps be by somebody else; those made already keep their author."""
        self.author = author
        self._recorder.work_as(author)

    def _walk(self, kind: StepKind, until: int | None) -> Changed:
        result = Changed()
        with self.several() as transaction:
            while True:
                whole = self._walked_arrival(transaction, kind, until)
                if whole is not None:
                    result |= whole
                    if until is None:
                        return result
                    continue
                stacks = self._recorder.stacks
                stack = stacks.undo if kind is StepKind.UNDO else stacks.redo
                if not stack or (until is not None and stack[0].clock <= until):
                    return result
                result |= self._walked(transaction, stack[0], kind)
                if until is None:
                    return result

    def _walked_arrival(self, transaction: Transaction, kind: StepKind, until: int | None) -> Changed | None:
        """Undo or redo what came in from a copy, where that is next."""
        if kind is StepKind.REDO:
            return transaction.redo_arrival()
        with self._reading() as connection:
            found = self._recorder.arrival_to_undo(connection)
        if found is None or (until is not None and found.as_step.clock <= until):
            return None
        return transaction.undo_arrival()

    def _walked(self, transaction: Transaction, wanted: StepId, kind: StepKind) -> Changed:
        try:
            return transaction.walk(wanted, kind)
        except (LookupError, ValueError, TypeError):
            raise RefusalError("step.senseless", path=self.path, step=wanted.clock) from None

    def _read_all(self, kind: type[R], where: Mapping[str, str]) -> list[R]:
        with self._reading() as connection:
            return queries.records(connection, kind, where)

    def _follow(self, draft: Draft) -> None:
        self.on_drafted(draft)

    def _first(self, trail: Trail) -> Step | None:
        if not trail:
            return None
        with self._reading() as connection:
            return queries.step_of(connection, trail[0])

    @contextmanager
    def _reading(self, *, afresh: bool = False) -> Iterator[sqlite3.Connection]:
        if self._recorder.writing is not None:
            yield raw(self._recorder.writing)
            return
        afresh = self._watch.looks_touched() or afresh
        with (
            self._blaming(),
            blaming_the_content(self.path),
            looking(self._file.driver, afresh=afresh) as connection,
        ):
            yield connection

    @contextmanager
    def _reading_all(self) -> Iterator[Connection]:
        """For what goes through all tables, whatever is in them; not in the midst of a step."""
        afresh = self._watch.looks_touched()
        with self._blaming(), blaming_the_content(self.path), reading(self._file.engine, afresh=afresh) as connection:
            yield connection

    def _blaming(self) -> AbstractContextManager[None]:
        return blaming_who_wrote_over(self.path, self.key)


def _nothing(*_told: object) -> None:
    """Nobody listens."""
