"""The answers that a form offers: one list for all questions that are answered alike."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.model.maturity.pack import Scale
from desktop.model.maturity.questionnaire import LEVELS, Asked

Offer = tuple[tuple[str, str], ...]
"""The name and the id of each answer that a list offers, from top to bottom."""


def offer(scale: Scale) -> Offer:
    """What a respondent chooses from: as the scale has it, but levels from the lowest up, as their texts are read."""
    answers = reversed(scale.answers) if scale.id == LEVELS else scale.answers
    return tuple((choice.name, choice.id) for choice in (*answers, *scale.blanks))


def offers(questions: Iterable[Asked]) -> tuple[Offer, ...]:
    """The different lists that questions need, in the order in which they are first needed."""
    return tuple(dict.fromkeys(offer(question.scale) for question in questions))


def reading_lines(question: Asked) -> tuple[tuple[str, str], ...]:
    """Number and text of each level where a question has texts of its own to choose from; else nothing."""
    if question.scale.id != LEVELS:
        return ()
    return tuple((choice.name, choice.meaning) for choice in reversed(question.scale.answers))
