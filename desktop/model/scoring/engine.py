"""The one entry to scoring: whatever the scheme of a model, the same question and the same kind of answer."""

from __future__ import annotations

from desktop.model.maturity import Pack, Scheme
from desktop.model.scoring import criteria, own_rules, staged, streams
from desktop.model.scoring.inputs import CriteriaInput, Given, PartsGiven, StagedInput, StreamsInput
from desktop.model.scoring.results import ModelResult
from desktop.model.scoring.survey import Survey
from desktop.model.scoring.worked_out import WorkedOut, worked_out


def score(pack: Pack, given: Given, answers: Survey | None = None) -> ModelResult:
    """Everything that a model's rules say about it.

    Args:
        pack: the model.
        given: answers and judgements, in the form of the model's scheme.
        answers: the survey of the same answers, when it is at hand from an earlier score.

    Raises:
        TypeError: what is given has the form of another scheme.
        KeyError: the pack has no such answer scale.
        ValueError: a tally does not fit the scale.
    """
    return Scorer(pack).score(given, answers)


class Scorer:
    """Scores one model again and again, and works out only what a change can reach.

    Attributes:
        pack: the model.
    """

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self._last: tuple[WorkedOut, ModelResult] | None = None

    def score(self, given: Given, answers: Survey | None = None) -> ModelResult:
        """Everything that the model's rules say about it; see the function `score`."""
        if not isinstance(given, _FORMS[self.pack.scheme]):
            raise TypeError(f"{type(given).__name__} is not for the scheme {self.pack.scheme}")
        now = worked_out(self.pack, given, answers, None if self._last is None else self._last[0])
        result = self._result(now)
        self._last = now, result
        return result

    def _result(self, now: WorkedOut) -> ModelResult:
        match self.pack.scheme:
            case Scheme.STAGED:
                return staged.result_of(self.pack, now, self._last)
            case Scheme.STREAMS:
                return streams.result_of(self.pack, now)
            case Scheme.CRITERIA:
                return criteria.result_of(self.pack, now)
            case Scheme.PARTS:
                return own_rules.result_of(self.pack, now)


_FORMS: dict[Scheme, type[Given]] = {
    Scheme.STAGED: StagedInput,
    Scheme.STREAMS: StreamsInput,
    Scheme.CRITERIA: CriteriaInput,
    Scheme.PARTS: PartsGiven,
}
"""What is given under each scheme."""
