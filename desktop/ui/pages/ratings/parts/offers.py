"""The answers that number keys stand for on a scale."""

from __future__ import annotations

from typing import NamedTuple

from desktop.language import _
from desktop.model.maturity.rulebook import RatingScale
from desktop.model.scoring.part_answers import CHOSEN_BLANKS, choices_said, several_written
from desktop.wording.part_results import answer_text, spelt

KEYS = "123456789"


class AnswerOffer(NamedTuple):
    """An answer.

    Attributes:
        key: the number key that gives it; empty where the keys do not suffice.
        answer: as it is kept; None opens the part again.
        words: what people read.
        meaning: when to choose it.
        choice: whether it is a choice of the scale, no blank.
    """

    key: str
    answer: str | None
    words: str
    meaning: str
    choice: bool


def answer_offers(scale: RatingScale) -> list[AnswerOffer]:
    """The choices of a scale from the lowest up, the blanks that every scale has, and 0 for open.

    A number is typed: on such a scale only the blanks are offered, and no key stands for them.
    """
    found = [(choice.id, choice.name or spelt(choice.id), choice.meaning, True) for choice in scale.offered]
    found += [(blank.value, answer_text(None, blank.value), "", False) for blank in CHOSEN_BLANKS]
    keys = "" if scale.number_range is not None else KEYS
    offers = [
        AnswerOffer(keys[place : place + 1], answer, words, meaning, choice)
        for place, (answer, words, meaning, choice) in enumerate(found)
    ]
    return [*offers, AnswerOffer("0" if keys else "", None, _("Open"), "", choice=False)]


def taken(scale: RatingScale, now: str | None, offer: AnswerOffer) -> str | None:
    """The answer once an offer is taken: where several can be ticked, a choice is added or taken away again."""
    if not (scale.several and offer.choice):
        return offer.answer
    known = {choice.id for choice in scale.offered}
    ticked = {each for each in choices_said(now) if each in known} ^ {str(offer.answer)}
    ordered = tuple(choice.id for choice in scale.offered if choice.id in ticked)
    return several_written(ordered) or None


def is_given(scale: RatingScale, now: str | None, offer: AnswerOffer) -> bool:
    """Whether an offer is what stands there."""
    if scale.several and offer.choice:
        return offer.answer in choices_said(now)
    return now == offer.answer
