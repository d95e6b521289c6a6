"""What became of each part of a model in a newer version."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property

from msgspec import Struct

from desktop.model.adopting.compared_parts import PartSort


class PartFate(StrEnum):
    """What became of a part.

    Attributes:
        SAME: it has its id, its text and its place.
        MOVED: it says the same, and stands elsewhere or has another id.
        REWORDED: it says the same in other words.
        DOUBTFUL: whether it says the same has to be said by somebody.
        SPLIT: several parts say together what one said.
        MERGED: one part says what several said.
        NEW: nothing in the earlier version says the same.
        GONE: nothing in the newer version says the same.
    """

    SAME = "same"
    MOVED = "moved"
    REWORDED = "reworded"
    DOUBTFUL = "doubtful"
    SPLIT = "split"
    MERGED = "merged"
    NEW = "new"
    GONE = "gone"

    @property
    def carries(self) -> bool:
        """Whether what was said of the part holds for what it became."""
        return self in (PartFate.SAME, PartFate.MOVED, PartFate.REWORDED)


class PartChange(Struct, frozen=True):
    """What became of one part, or of several that became one.

    Attributes:
        before: ids in the earlier version; none of a part that is new.
        after: ids in the newer version; none of a part that is gone.
        moved: it stands elsewhere or has another id, reworded or not.
        likeness: of the texts, in percent; 100 where they are the same, 0 where there is nothing to compare.
    """

    change: PartFate
    sort: PartSort
    before: tuple[str, ...]
    after: tuple[str, ...]
    moved: bool = False
    likeness: int = 0


class Correspondence(Struct, frozen=True, dict=True):
    """What became of each part, in the order of the newer version, what is gone at the end."""

    changes: tuple[PartChange, ...]

    @cached_property
    def image(self) -> Mapping[str, str]:
        """For each part that holds what was said of it: its id in the newer version."""
        return {each.before[0]: each.after[0] for each in self.changes if each.change.carries}

    @cached_property
    def merged(self) -> Mapping[str, str]:
        """For each part that has become one with others: the id of that."""
        return {id_: each.after[0] for each in self.changes if each.change is PartFate.MERGED for id_ in each.before}

    @cached_property
    def questioned(self) -> frozenset[str]:
        """Ids of the parts that are neither carried nor gone: what was said of them has to be said again."""
        return frozenset(
            id_
            for each in self.changes
            if not each.change.carries and each.change is not PartFate.GONE
            for id_ in each.before
        )

    def of(self, *changes: PartFate) -> tuple[PartChange, ...]:
        """The parts with one of these changes."""
        return tuple(each for each in self.changes if each.change in changes)
