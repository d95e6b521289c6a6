"""What the survey suggests for a practice. It suggests; the team decides."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from desktop.model.scoring.distribution import Distribution
from desktop.model.scoring.results import Suggestion
from desktop.model.scoring.statistics import BAND_LIMITS, mean_percent, rounded_mean
from desktop.model.scoring.vocabulary import Characterisation

BANDS = tuple(
    zip(BAND_LIMITS, (Characterisation.FULLY, Characterisation.LARGELY, Characterisation.PARTIALLY), strict=True)
)
"""A mean above the percent gets the characterisation (the bands of ISO/IEC 33020); below all of them, NOT."""

_BEYOND_WORDS = (Characterisation.FULLY, Characterisation.LARGELY)


def suggest(questions: Sequence[Distribution], *, direct: bool) -> Suggestion | None:
    """The suggestion from the answers to the questions that inform a practice; None without an answer.

    The mean is that of all answers together. Words alone do not show that work is done: without a direct artifact
    the suggestion is held down to PARTIALLY.

    Args:
        questions: the answers to each question that informs the practice.
        direct: whether a document or a demonstration is among the practice's sources.
    """
    mean = mean_percent(questions)
    if mean is None:
        return None
    survey = band(mean)
    capped = not direct and survey in _BEYOND_WORDS
    return Suggestion(
        survey=survey,
        value=Characterisation.PARTIALLY if capped else survey,
        capped=capped,
        mean_percent=rounded_mean(mean),
        n=sum(question.n for question in questions),
    )


def band(mean: Fraction | float) -> Characterisation:
    """The characterisation that an unrounded mean from 0 to 100 percent stands for."""
    return next((value for above, value in BANDS if mean > above), Characterisation.NOT)
