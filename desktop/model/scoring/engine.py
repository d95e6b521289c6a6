"""The one entry to scoring: whatever the scheme of a model, the same question and the same kind of answer."""

from __future__ import annotations

from desktop.model.maturity import Pack, Scheme
from desktop.model.scoring import criteria, own_rules, staged, streams
from desktop.model.scoring.inputs import CriteriaInput, Given, PartsGiven, StagedInput, StreamsInput
from desktop.model.scoring.results import ModelResult
from desktop.model.scoring.survey import Survey


def score(pack: Pack, given: Given, answers: Survey | None = None) -> ModelResult:
    """Everything that a model's rating scheme says about it.

    Args:
        pack: the model.
        given: answers and judgements, in the form of the model's scheme.
        answers: the survey of the same answers, when it is at hand from an earlier score.

    Raises:
        TypeError: what is given has the form of another scheme.
        KeyError: the pack has no such answer scale.
        ValueError: a tally does not fit the scale.
    """
    match pack.scheme, given:
        case Scheme.STAGED, StagedInput():
            return staged.score(pack, given, answers)
        case Scheme.STREAMS, StreamsInput():
            return streams.score(pack, given, answers)
        case Scheme.CRITERIA, CriteriaInput():
            return criteria.score(pack, given, answers)
        case Scheme.PARTS, PartsGiven():
            return own_rules.score(pack, given, answers)
    raise TypeError(f"{type(given).__name__} is not for the scheme {pack.scheme}")
