"""The one entry to scoring: whatever the scheme of a model, the same question and the same kind of answer."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from desktop.model.maturity import Pack
from desktop.model.maturity.by_scheme import ByScheme
from desktop.model.scoring import criteria, own_rules, staged, streams
from desktop.model.scoring.inputs import CriteriaInput, Given, PartsGiven, StagedInput, StreamsInput
from desktop.model.scoring.results import ModelResult
from desktop.model.scoring.survey import Survey
from desktop.model.scoring.worked_out import WorkedOut, worked_out

Last = tuple[WorkedOut, ModelResult]
"""What was worked out of a model before, and its result."""


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
        self._last: Last | None = None

    def score(self, given: Given, answers: Survey | None = None) -> ModelResult:
        """Everything that the model's rules say about it; see the function `score`."""
        rules = _RULES.of(self.pack)
        if not isinstance(given, rules.given):
            raise TypeError(f"{type(given).__name__} is not what is given for {self.pack.id}")
        now = worked_out(self.pack, given, answers, None if self._last is None else self._last[0])
        result = rules.result(self.pack, now, self._last)
        self._last = now, result
        return result


class _Rules(Struct, frozen=True):
    """How models of one scheme are scored.

    Attributes:
        given: what is given.
        result: reads the result off what was worked out, and off that with its result before a change.
    """

    given: type[Given]
    result: Callable[[Pack, WorkedOut, Last | None], ModelResult]


_RULES = ByScheme(
    staged=_Rules(StagedInput, staged.result_of),
    streams=_Rules(StreamsInput, lambda pack, now, _last: streams.result_of(pack, now)),
    criteria=_Rules(CriteriaInput, lambda pack, now, _last: criteria.result_of(pack, now)),
    parts=_Rules(PartsGiven, lambda pack, now, _last: own_rules.result_of(pack, now)),
)
