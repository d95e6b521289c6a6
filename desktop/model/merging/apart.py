"""What copies did apart from each other, for rules that ask what follows from it once they are one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desktop.model.journal import Change, StepId
from desktop.model.merging.reach import Knowledge, Reach


class Apart:
    """The changes that not all of the newest steps knew of.

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
        """Those of the changes of which nobody knew who said what a cell holds."""
        heads = self._heads(kind, row, cell)
        if heads not in self._unknown:
            known = Reach()
            for head in heads:
                known |= self._knowledge.before(head) | Reach({head.writer: head.clock})
            self._unknown[heads] = tuple(change for step, change in self._dated if not known.knows(step))
        return self._unknown[heads]
