"""When a level is determined: the one definition, for areas, streams, tracks and statements alike."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.model.scoring.vocabulary import Rating

OPEN = frozenset({Rating.NOT_RATED, Rating.OUT_OF_SCOPE})
"""Ratings that leave open whether a level could be higher."""


def is_determined(following: int | None, asked: Iterable[Rating]) -> bool:
    """Whether judgements that are still wanting could not raise a level.

    So it is at the highest level; when something that the next level asks for is known to fail; and when nothing is
    left to judge, as where nothing applies.

    Args:
        following: the next level, None at the highest.
        asked: how everything stands that the next level asks for.
    """
    found = set(asked)
    return following is None or Rating.UNSATISFIED in found or found.isdisjoint(OPEN)
