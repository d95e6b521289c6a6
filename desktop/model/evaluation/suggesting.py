"""What the answers of respondents suggest for a part. It suggests; the team decides."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from math import lcm

from desktop.model.evaluation.answer_scales import AnswerScale
from desktop.model.evaluation.part_results import PartSuggestion
from desktop.model.evaluation.states import band_of
from desktop.model.maturity.rulebook import Combiner, SuggestionRule


def suggested(
    rule: SuggestionRule, questions: Iterable[tuple[AnswerScale, Mapping[str, int]]], kinds: Sequence[str]
) -> PartSuggestion | None:
    """The suggestion from all answers to several questions together; None without an answer.

    Args:
        rule: how.
        questions: each question's scale, and how often each of its answers was given.
        kinds: kinds of evidence that support the part.
    """
    found = [
        (number, count)
        for scale, tally in questions
        if tally
        for choice, number in scale.numbers.items()
        if (count := tally.get(choice))
    ]
    n = sum(count for _, count in found)
    if not n:
        return None
    value = _middle(sorted(found), n) if rule.combine is Combiner.MEDIAN else _mean(found, n)
    answers = band_of(rule.bands, value) if rule.bands else None
    return PartSuggestion(value=value, answers=answers, grade=_held(rule, answers, kinds), n=n)


def is_answered(scale: AnswerScale, tally: Mapping[str, int]) -> bool:
    """Whether a number was answered; blanks and what is not on the scale are left aside."""
    return any(count and choice in scale.numbers for choice, count in tally.items())


def _mean(found: Sequence[tuple[Fraction, int]], n: int) -> Fraction:
    """The mean, over one denominator: sums of whole numbers are quicker than of fractions."""
    common = lcm(*(number.denominator for number, _ in found))
    return Fraction(
        sum(number.numerator * (common // number.denominator) * count for number, count in found), common * n
    )


def _middle(found: Sequence[tuple[Fraction, int]], n: int) -> Fraction:
    """The middle of ordered numbers, the lower of two."""
    seen = 0
    for number, count in found:
        seen += count
        if 2 * seen >= n:
            return number
    raise AssertionError(n)


def _held(rule: SuggestionRule, answers: str | None, kinds: Sequence[str]) -> str | None:
    """The grade held down while nothing shows the work itself."""
    if answers is None or rule.at_most is None or set(kinds) & set(rule.unless_shown):
        return answers
    grades = [band.grade for band in rule.bands]
    return min(answers, rule.at_most, key=grades.index)
