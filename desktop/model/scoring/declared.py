"""What the team declares of a whole area, stream or track before anything in it is judged."""

from __future__ import annotations

from desktop.model.scoring.inputs import AreaJudgement
from desktop.model.scoring.vocabulary import Rating

EXCLUDED = frozenset({Rating.OUT_OF_SCOPE, Rating.NOT_APPLICABLE})
"""Ratings with which a place, or a goal, takes no part in levels, means, gaps, counts and shares."""


def declared(judgement: AreaJudgement | None) -> Rating | None:
    """How a place stands by declaration alone, None where it is judged by what is in it.

    Out of scope comes first. What lies outside the organisation's work is NOT_APPLICABLE with a reason and NOT_RATED
    without, for the reason is compulsory.

    Args:
        judgement: what the team says of the place, None where nothing is said.
    """
    if judgement is None:
        return None
    if not judgement.in_scope:
        return Rating.OUT_OF_SCOPE
    if not judgement.not_applicable:
        return None
    return Rating.NOT_APPLICABLE if judgement.reason.strip() else Rating.NOT_RATED
