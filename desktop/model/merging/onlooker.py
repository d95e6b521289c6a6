"""Who waits for a merge: is told how far it is, and may give it up while nothing of it is kept."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum

from msgspec import Struct


class MergeStage(IntEnum):
    """What is being done, in the order in which it is."""

    KEEPING = 0
    """A restore point is made."""
    UNITING = 1
    """Steps are taken in, and what records hold follows from all of them."""
    FOLLOWING = 2
    """Rules are asked what follows; more than once where what followed has consequences."""
    SAVING = 3
    """It becomes part of the file; from here on it cannot be given up."""


def _nobody(_stage: MergeStage) -> None:
    """Nobody listens."""


class Onlooker(Struct, frozen=True):
    """Who waits for a merge. Both are called in the thread that merges.

    Attributes:
        reached: hears what is done next.
        given_up: whether nobody wants it any more.
    """

    reached: Callable[[MergeStage], None] = _nobody
    given_up: Callable[[], bool] = bool


NOBODY = Onlooker()
