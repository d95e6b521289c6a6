"""What in the answers to a question is worth asking about, and in which order: a list to begin interviews with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from msgspec import Struct

from desktop.model.maturity import Scale
from desktop.model.scoring.null_limits import SMALLEST_GROUP
from desktop.model.scoring.results import AnswerStatistics
from desktop.model.scoring.vocabulary import Agreement


class AskReason(StrEnum):
    """Why a question is worth asking about. The first of these weighs most."""

    TWO_CAMPS = "two_camps"
    SPLIT = "split"
    DONT_KNOW = "dont_know"
    ON_FEW = "on_few"


WEIGHTS: Mapping[AskReason, int] = {
    AskReason.TWO_CAMPS: 4,
    AskReason.SPLIT: 3,
    AskReason.DONT_KNOW: 2,
    AskReason.ON_FEW: 1,
}
"""So much each counts; of one question they are added up."""


class AskAbout(Struct, frozen=True):
    """A question that is worth asking about.

    Attributes:
        question: its id.
        reasons: why, the weightiest first; never empty.
    """

    question: str
    reasons: tuple[AskReason, ...]

    @property
    def weight(self) -> int:
        """How much speaks for asking."""
        return sum(WEIGHTS[reason] for reason in self.reasons)


def ask_about(
    answers: Mapping[str, tuple[Scale, AnswerStatistics]], limits: Sequence[Decimal] = ()
) -> tuple[AskAbout, ...]:
    """The questions worth asking about, the weightiest first, those of one weight in the order given.

    Args:
        answers: by question, the scale it was answered on and what the answers say.
        limits: the percents by passing which the mean of the answers decides what they suggest.
    """
    found = (AskAbout(id_, tuple(_reasons(*told, limits))) for id_, told in answers.items())
    return tuple(sorted((each for each in found if each.reasons), key=lambda each: -each.weight))


def _reasons(scale: Scale, answers: AnswerStatistics, limits: Sequence[Decimal]) -> Iterator[AskReason]:
    if answers.bimodal:
        yield AskReason.TWO_CAMPS
    elif answers.agreement is Agreement.SPLIT:
        yield AskReason.SPLIT
    if answers.coverage_weak:
        yield AskReason.DONT_KNOW
    if answers.n and (answers.n < SMALLEST_GROUP or one_decides(scale, answers, limits)):
        yield AskReason.ON_FEW


def one_decides(scale: Scale, answers: AnswerStatistics, limits: Sequence[Decimal]) -> bool:
    """Whether a single respondent who answers otherwise can change what the answers suggest.

    The lowest answer given may become the highest there is, or the highest the lowest.
    """
    percents = {choice.id: choice.percent or 0 for choice in scale.answers}
    given = {choice: count for choice, count in answers.counts.items() if count and choice in percents}
    if not given:
        return False
    n, most, least = sum(given.values()), max(percents.values()), min(percents.values())
    mean = Fraction(sum(percents[choice] * count for choice, count in given.items()), n)
    up = mean + Fraction(most - min(percents[choice] for choice in given), n)
    down = mean - Fraction(max(percents[choice] for choice in given) - least, n)
    passed = [[value > limit for limit in map(Fraction, limits)] for value in (down, mean, up)]
    return passed[0] != passed[1] or passed[2] != passed[1]
