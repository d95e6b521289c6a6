"""What can be asked of an open file, whoever has it open."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Any, TypeVar

from desktop.model.journal import CellChange, Change, Step, StepId, Writer
from desktop.model.records import Record
from desktop.model.store import queries
from desktop.model.store.journal_reach import TIP
from desktop.model.store.rows import to_changes

if TYPE_CHECKING:
    import sqlite3

R = TypeVar("R", bound=Record)


class Asking(ABC):
    """Questions to a file, each put in one consistent look at it."""

    @abstractmethod
    def _reading(self, *, afresh: bool = False) -> AbstractContextManager[sqlite3.Connection]:
        """A look at the file."""

    def about(self) -> dict[str, str]:
        """What the file says about itself."""
        with self._reading() as connection:
            return dict(connection.execute("SELECT name, value FROM about WHERE name <> ?", (TIP,)).fetchall())

    def last(self, kind: type[R], *key: str) -> R | None:
        """A listed record as it was last, even where it has been removed; None when it never was."""
        with self._reading() as connection:
            return queries.last(connection, kind, key)

    def ever(self, kind: type[Record], cell: str) -> set[str]:
        """See `queries.ever`."""
        with self._reading() as connection:
            return queries.ever(connection, kind, cell)

    def highest(self, kind: type[Record], field: str) -> int:
        """See `queries.highest`."""
        with self._reading() as connection:
            return queries.highest(connection, kind, field)

    def among(self, kind: type[R], firsts: Iterable[str]) -> list[R]:
        """See `queries.among`."""
        with self._reading() as connection:
            return queries.among(connection, kind, firsts)

    def cells(
        self, kind: type[Record], *names: str, firsts: Iterable[str] | None = None, filled: str = ""
    ) -> list[tuple[Any, ...]]:
        """See `queries.cells`."""
        with self._reading() as connection:
            return queries.cells(connection, kind, names, firsts, filled)

    def any_removed(self, kind: type[Record]) -> bool:
        """See `queries.any_removed`."""
        with self._reading() as connection:
            return queries.any_removed(connection, kind)

    def tallies(self, model: str, participants: Iterable[str] | None = None) -> list[tuple[str, str, int]]:
        """See `queries.tallies`."""
        with self._reading() as connection:
            return queries.tallies(connection, model, participants)

    def answered(self, model: str, questions: Iterable[str]) -> dict[str, int]:
        """See `queries.answered`."""
        with self._reading() as connection:
            return queries.answered(connection, model, questions)

    def steps(self, limit: int | None = None) -> list[Step]:
        """Steps, the newest first."""
        with self._reading() as connection:
            return queries.steps(connection, limit)

    def step_count(self, least: int = 0) -> int:
        """See `queries.step_count`."""
        with self._reading() as connection:
            return queries.step_count(connection, least)

    def changes(self, step: StepId) -> list[Change]:
        """What a step changed, in the order it changed."""
        with self._reading() as connection:
            return to_changes(connection, step)

    def history(self, kind: type[Record], *key: str) -> list[CellChange]:
        """Every change of one record, the newest first."""
        with self._reading() as connection:
            return queries.history(connection, kind, key)

    def writers(self) -> list[Writer]:
        """All openings that wrote to the file, the first first."""
        with self._reading() as connection:
            return queries.writers(connection)
