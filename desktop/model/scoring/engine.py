"""The one entry to scoring: whatever the scheme of a model, the same question and the same kind of answer."""

from __future__ import annotations

from collections.abc import Callable

from desktop.model.evaluation.evaluate import Evaluation
from desktop.model.maturity import Pack
from desktop.model.maturity.by_scheme import ByScheme
from desktop.model.scoring import criteria, own_rules, staged, streams
from desktop.model.scoring.inputs import Given
from desktop.model.scoring.results import ModelResult
from desktop.model.scoring.survey import Survey
from desktop.model.scoring.worked_out import WorkedOut, worked_out

Last = tuple[WorkedOut, ModelResult]
"""What was worked out of a model before, and its result."""


def score(pack: Pack, given: Given, answers: Survey | None = None) -> ModelResult:
    """Everything that a model's rules say about it.

    Args:
        pack: the model.
        given: answers and judgements.
        answers: the survey of the same answers, when it is at hand from an earlier score.

    Raises:
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
        now = worked_out(self.pack, given, answers, None if self._last is None else self._last[0])
        result = _RESULTS.of(self.pack)(self.pack, now, self._last)
        self._last = now, result
        return result

    @property
    def engine(self) -> Evaluation:
        """What the last score was read off."""
        assert self._last is not None
        return self._last[0].engine


_RESULTS = ByScheme[Callable[[Pack, WorkedOut, Last | None], ModelResult]](
    staged=staged.result_of,
    streams=lambda pack, now, _last: streams.result_of(pack, now),
    criteria=lambda pack, now, _last: criteria.result_of(pack, now),
    parts=lambda pack, now, _last: own_rules.result_of(pack, now),
)
"""Reads a result off what was worked out, and off that with its result before a change."""
