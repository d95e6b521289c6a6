"""What copies did apart from each other, for rules that ask what follows from it once they are one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from desktop.model.journal import Change, StepId
from desktop.model.merging.reach import Knowledge, Reach, knows_names
from desktop.model.records import KINDS
from desktop.model.records.record import tells_who


class Apart:
    """The changes that not all of the newest steps knew of; see `desktop.model.store.rule_steps`.

    Args:
        dated: each with its step, in order.
        knowledge: what the writers knew.
        heads: by kind, row and cell, the changes that no other of it knew of.
    """

    def __init__(
        self,
        dated: Sequence[tuple[StepId, Change]],
        knowledge: Knowledge,
        heads: Callable[[str, str, str], tuple[StepId, ...]],
    ) -> None:
        self.changes: tuple[Change, ...] = tuple(change for _step, change in dated)
        self._dated = dated
        self._knowledge = knowledge
        self._heads = heads
        self._unknown: dict[tuple[StepId, ...], tuple[Change, ...]] = {}

    def unknown_to(self, kind: str, row: str, cell: str) -> tuple[Change, ...]:
        """Those of the changes of which nobody knew who said what a cell holds.

        Who works on a copy without identities knows of no change of them.
        """
        heads = self._heads(kind, row, cell)
        if heads not in self._unknown:
            known, names = self._known(heads), self._known(filter(knows_names, heads))
            self._unknown[heads] = tuple(
                change
                for step, change in self._dated
                if not (names if tells_who(KINDS[change.kind], change.cell) else known).knows(step)
            )
        return self._unknown[heads]

    def _known(self, steps: Iterable[StepId]) -> Reach:
        """What the makers of some steps knew together, these included."""
        found = Reach()
        for step in steps:
            found |= self._knowledge.before(step) | Reach({step.writer: step.clock})
        return found
