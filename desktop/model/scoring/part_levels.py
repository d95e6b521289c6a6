"""Levels and ratings as the engine gives them."""

from __future__ import annotations

from desktop.model.evaluation.blank_reasons import BlankReason
from desktop.model.evaluation.part_results import PartResult
from desktop.model.evaluation.states import Point
from desktop.model.scoring.vocabulary import Rating

_CLOSED = {BlankReason.OUT_OF_SCOPE: Rating.OUT_OF_SCOPE, BlankReason.DOES_NOT_APPLY: Rating.NOT_APPLICABLE}


def rating_of(part: PartResult) -> Rating:
    """The rating of a part that is satisfied or not."""
    blank = part.result.blank
    return Rating(part.result.grade or "") if blank is None else _CLOSED.get(blank, Rating.NOT_RATED)


def level_of(part: PartResult, floor: int, *, point: Point | None = None) -> int:
    """The level of a part; the lowest for one without result.

    Args:
        part: what the engine says of it.
        floor: the lowest level.
        point: which of its results to read, its own where nothing is given.
    """
    found = point or part.result.point
    return floor if found is None or found.value is None else int(found.value)


def is_settled(whole: PartResult) -> bool:
    """Whether no judgement that is still wanting could raise the level of the whole.

    Where everything is left out, something out of scope could still be assessed; what does not apply could not.
    """
    return whole.result.determined and whole.result.blank is not BlankReason.OUT_OF_SCOPE
