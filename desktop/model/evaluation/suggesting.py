"""What the answers of respondents suggest for a part. It suggests; the team decides."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from desktop.model.evaluation.part_results import PartSuggestion
from desktop.model.evaluation.states import band_of
from desktop.model.maturity.rulebook import Combiner, RatingScale, SuggestionRule, exact


def suggested(
    rule: SuggestionRule, questions: Iterable[tuple[RatingScale, Mapping[str, int]]], kinds: Sequence[str]
) -> PartSuggestion | None:
    """The suggestion from all answers to several questions together; None without an answer.

    Args:
        rule: how.
        questions: each question's scale, and how often each of its answers was given.
        kinds: kinds of evidence that support the part.
    """
    numbers = sorted(number for scale, tally in questions for number in numbers_of(scale, tally))
    if not numbers:
        return None
    if rule.combine is Combiner.MEDIAN:
        value = numbers[(len(numbers) - 1) // 2]
    else:
        value = sum(numbers, Fraction(0)) / len(numbers)
    answers = band_of(rule.bands, value) if rule.bands else None
    return PartSuggestion(value=value, answers=answers, grade=_held(rule, answers, kinds), n=len(numbers))


def numbers_of(scale: RatingScale, tally: Mapping[str, int]) -> list[Fraction]:
    """The number of each answer that has one; blanks and what is not on the scale are left aside."""
    values = {choice.id: choice.value for choice in scale.offered}
    return [
        exact(value)
        for choice, count in tally.items()
        if (value := values.get(choice)) is not None
        for _ in range(count)
    ]


def _held(rule: SuggestionRule, answers: str | None, kinds: Sequence[str]) -> str | None:
    """The grade held down while nothing shows the work itself."""
    if answers is None or rule.at_most is None or set(kinds) & set(rule.unless_shown):
        return answers
    grades = [band.grade for band in rule.bands]
    return min(answers, rule.at_most, key=grades.index)
