"""History: the steps of the assessment, and the way back."""

from __future__ import annotations

from typing import TypeVar

from desktop.model.assessment.desk import Desk
from desktop.model.journal import CellChange, Change, Changed, Step, StepId
from desktop.model.merging.reach import RULES
from desktop.model.records import Record

R = TypeVar("R", bound=Record)


class History:
    """Steps, undo and redo."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def steps(self, limit: int | None = None) -> list[Step]:
        """Steps, the newest first."""
        return self._desk.store.steps(limit)

    def count(self, least: int = 0) -> int:
        """How many steps there are, or how many with this number or a higher one."""
        return self._desk.store.step_count(least)

    def authors(self) -> list[str]:
        """Everybody who ever wrote to the file, sorted."""
        people = {writer.author for writer in self._desk.store.writers() if not writer.id.startswith(RULES)}
        return sorted(people, key=str.casefold)

    def changes(self, step: StepId) -> list[Change]:
        """What a step changed."""
        return self._desk.store.changes(step)

    def of(self, kind: type[Record], *key: str) -> list[CellChange]:
        """Every change of one record, the newest first."""
        return self._desk.store.history(kind, *key)

    def last(self, kind: type[R], *key: str) -> R | None:
        """A record as it was last, even where it has been removed; None when it never was."""
        return self._desk.store.last(kind, *key)

    def in_effect(self) -> frozenset[StepId]:
        """The edits that are not undone."""
        return self._desk.store.in_effect()

    def next_undo(self) -> Step | None:
        """The edit that undo would take."""
        return self._desk.store.next_undo()

    def next_redo(self) -> Step | None:
        """The edit that redo would take."""
        return self._desk.store.next_redo()

    def undo(self) -> Changed:
        """Undo the last edit; nothing happens when there is none."""
        return self._desk.announce(self._desk.store.undo())

    def redo(self) -> Changed:
        """Redo what was undone last."""
        return self._desk.announce(self._desk.store.redo())

    def undo_to(self, step: int) -> Changed:
        """Undo every edit made after the step with a number; all of it can be redone."""
        return self._desk.announce(self._desk.store.undo(until=step))
