"""The journal of one opening of a file: read when the file is opened, written on in transactions."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from desktop.model.errors import RefusalError
from desktop.model.journal import Stacks
from desktop.model.store.arrivals import to_redo, to_undo
from desktop.model.store.copy_notes import is_coded
from desktop.model.store.engine import FileConnection, looking, raw, writing
from desktop.model.store.giving_up import can_be_given_up
from desktop.model.store.journal_end import JournalEnd
from desktop.model.store.journal_reach import after_of, outline_of, own_steps, tip_of
from desktop.model.store.replay import unheard_steps
from desktop.model.store.watch import FileWatch

if TYPE_CHECKING:
    import sqlite3

    from sqlalchemy import Connection

    from desktop.model.merging.bundle import Arrival
    from desktop.model.merging.reach import Reach
    from desktop.model.store.draft import Draft
    from desktop.model.store.transaction import Transaction


class Recorder:
    """Writes the journal of one opening of a file.

    Attributes:
        senseless: steps that make no sense; see `outline`.
        writing: the connection of the transaction that is open now, or None; reads in its midst go through it.
    """

    def __init__(self, file: FileConnection, author: str, watch: FileWatch, follow: Callable[[Draft], None]) -> None:
        """Read the journal.

        Args:
            file: the file.
            author: whom the next steps are by.
            watch: notes the file as it is now.
            follow: puts into the draft of a step what follows from its changes.
        """
        self._file = file
        self._watch = watch
        self._follow = follow
        self.writing: Connection | None = None
        with looking(file.driver, afresh=True) as connection:
            watch.note(connection)
            found, tip = outline_of(connection), tip_of(connection)
            unheard, coded = unheard_steps(connection), is_coded(connection)
        self._end = JournalEnd(author, found, tip, coded=coded)
        self.senseless = tuple(sorted({*found.senseless, *unheard}))

    @property
    def stacks(self) -> Stacks:
        """What undo and redo would take now."""
        return self._end.stacks

    def arrival_to_undo(self, connection: sqlite3.Connection) -> Arrival | None:
        """See `arrivals.to_undo`."""
        return to_undo(connection, self._end)

    def arrival_to_redo(self, connection: sqlite3.Connection) -> Arrival | None:
        """See `arrivals.to_redo`."""
        return to_redo(connection, self._end)

    def own_steps(self, connection: sqlite3.Connection) -> Reach:
        """The steps that were made in this very file."""
        return own_steps(after_of(connection), self._end.tip)

    def work_as(self, author: str) -> None:
        """Let the next steps be by somebody else."""
        self._end.work_as(author)

    def get_ready(self) -> None:
        """Load what a transaction needs."""
        from desktop.model.store import transaction  # noqa: F401, PLC0415 - loads SQLAlchemy

        with self._file.engine.connect():
            pass

    @contextmanager
    def transaction(self, given_up: Callable[[], bool] = bool) -> Iterator[Transaction]:
        """Steps that are kept together or not at all.

        Args:
            given_up: whether nobody wants them any more; asked until they are kept.

        Raises:
            RefusalError: ``merge.given_up``; what `FileWatch.refuse_changed` raises. Nothing is written then; after the
                latter the block runs all the same, to learn what was typed.
        """
        from desktop.model.store.transaction import Transaction  # noqa: PLC0415 - loads SQLAlchemy

        before = self._end.kept()
        try:
            with writing(self._file.engine) as connection:
                self.writing = connection
                hindrance = self._hindrance(connection)
                transaction = Transaction(connection, self._end, self._follow, dry=hindrance is not None)
                if hindrance is None:
                    with can_be_given_up(raw(connection), given_up):
                        yield transaction
                else:
                    yield from _tried(transaction, hindrance)
        except BaseException:
            self._end.go_back(before)
            raise
        finally:
            self.writing = None
        if transaction.newest is not None:
            self._watch.note_step(transaction.newest)

    def _hindrance(self, connection: Connection) -> RefusalError | None:
        try:
            self._watch.refuse_changed(raw(connection))
        except RefusalError as refusal:
            return refusal
        return None


def _tried(transaction: Transaction, hindrance: RefusalError) -> Iterator[Transaction]:
    """Let the block run dry, whatever comes of it, and refuse it with what was typed."""
    with contextlib.suppress(Exception):
        yield transaction
    hindrance.typed = transaction.typed
    raise hindrance
