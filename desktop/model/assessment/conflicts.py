"""What copies of the assessment said in different ways, and settling it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from desktop.model.errors import RefusalError
from desktop.model.journal import Cell, CellChange, Changed, StepId
from desktop.model.maturity.parts import WHOLE
from desktop.model.merging.bundle import Conflict
from desktop.model.records import KINDS
from desktop.model.records.record import PART, key_part
from desktop.model.store.cells import can_hold

if TYPE_CHECKING:
    from desktop.model.assessment.desk import Desk


class ConflictSide(Struct, frozen=True):
    """One of the things that were said.

    Attributes:
        cell: what it was said of: that of the conflict, or where a record was removed and changed, the cell changed.
        value: what was said.
        author: by whom.
        at: when, UTC.
        step: in which step.
        stands: whether it is what the cell holds meanwhile.
    """

    cell: str
    value: Cell
    author: str
    at: dt.datetime
    step: StepId
    stands: bool


class OpenConflict(Struct, frozen=True):
    """Something that somebody has to decide.

    Attributes:
        conflict: where.
        standing: what the cell holds meanwhile; of two texts both, one after the other.
        sides: what was said, the oldest first.
    """

    conflict: Conflict
    standing: Cell
    sides: tuple[ConflictSide, ...]


class Conflicts:
    """What has to be decided since copies said different things."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def all(self) -> list[OpenConflict]:
        """Everything that is open, by kind of record."""
        return self.several(self._desk.store.copies.conflicts())

    def count(self) -> int:
        """How much is open."""
        return len(self._desk.store.copies.conflicts())

    def several(self, conflicts: Sequence[Conflict]) -> list[OpenConflict]:
        """What was said about each of some cells, and by whom."""
        told = self._desk.store.copies.sides(conflicts)
        return [_open(each, standing, said) for each, (standing, said) in zip(conflicts, told, strict=True)]

    def settle(self, conflict: Conflict, value: Cell) -> Changed:
        """Decide what a cell holds; of a record that was removed and changed, whether it is there.

        Raises:
            RefusalError: ``conflict.gone`` when it is settled already; ``file.opened_readonly`` and others.
            ValueError: the cell cannot hold that.
        """
        kind = KINDS[conflict.kind]
        if not can_hold(kind, conflict.cell, value):
            raise ValueError(conflict.cell)
        if conflict not in self._desk.store.copies.conflicts():
            raise RefusalError("conflict.gone")
        part = key_part(kind, conflict.row, PART)
        part = "" if part == WHOLE else part
        with self._desk.step("conflict.settle", noun=conflict.kind, part=part, field=conflict.cell) as step:
            step.draft.settle(kind, conflict.row, conflict.cell, value)
        return step.changed


def _open(conflict: Conflict, standing: Cell, said: Sequence[CellChange]) -> OpenConflict:
    sides = tuple(
        ConflictSide(
            each.change.cell,
            each.change.after,
            each.step.author,
            each.step.at,
            each.step.id,
            each.change.cell == conflict.cell and each.change.after == standing,
        )
        for each in said
    )
    return OpenConflict(conflict, standing, sides)
