"""Which key stands for which answer of a scale."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from desktop.language import _
from desktop.model.maturity.pack import Choice, Scale
from desktop.model.maturity.questionnaire import LEVELS
from desktop.model.maturity.vocabulary import BlankKind

ANSWER_KEYS = 5
"""Answers have the first so many digits to themselves, so that the blanks keep theirs whatever the scale."""

LETTERS = {BlankKind.DOES_NOT_APPLY: "N", BlankKind.DONT_KNOW: "K"}
_NUMBERED = re.compile(r"(\d{1,2})(?!\w|[.,]\d)\W*")
"""A number with which the name of an answer begins, as that of a level does."""


class AnswerKey(Struct, frozen=True):
    """A choice and how it is entered.

    Attributes:
        choice: one of the scale's.
        digit: the number key.
        letter: another key for the same, empty for none.
        level: whether it stands for a level; its digit is the level then.
        numbered: whether its name begins with its digit.
    """

    choice: Choice
    digit: int
    letter: str
    level: bool = False
    numbered: bool = False

    @property
    def name(self) -> str:
        """The choice in a word or two."""
        return _("Level {number}").format(number=self.digit) if self.level else self.choice.name

    @property
    def text(self) -> str:
        """The choice with its keys, e.g. ``6 N  Does not apply``."""
        if self.numbered and not self.level:
            return self.name
        keys = f"{self.digit} {self.letter}" if self.letter else str(self.digit)
        return _("{keys}  {name}").format(keys=keys, name=self.name)

    @property
    def short(self) -> str:
        """The choice with its digit, e.g. ``2 · Partly``."""
        if self.numbered and not self.level:
            return self.name
        return _("{digit} · {name}").format(digit=self.digit, name=self.name)

    @property
    def sentence(self) -> str:
        """What a choice with a number of its own says beside it; empty where that is no sentence."""
        if not (self.numbered and self.choice.meaning):
            return ""
        named = _NUMBERED.sub("", self.choice.name, count=1)
        return f"{named}: {self.choice.meaning}" if named else self.choice.meaning


@lru_cache(maxsize=512)
def answer_keys(scale: Scale) -> tuple[AnswerKey, ...]:
    """The keys of a scale: answers from 1 in the order in which they are shown, then the blanks.

    Where the names of all answers begin with numbers of their own, as those of levels do, they are shown from the
    lowest up, and key 1 is number 1; key 0 takes an answer back, so that numbers from 0 have the keys from 1.
    """
    numbers = _numbers(scale)
    level, numbered = scale.id == LEVELS, bool(numbers) and 0 not in numbers
    answered = [numbers[number] for number in sorted(numbers)] or scale.answers
    shown = sorted(numbers.items()) if numbered else list(enumerate(answered, start=1))
    answers = [AnswerKey(choice, digit, "", level, numbered) for digit, choice in shown]
    first = max([ANSWER_KEYS, *(key.digit for key in answers)]) + 1
    blanks = [
        AnswerKey(choice, digit, LETTERS[choice.blank] if choice.blank else "")
        for digit, choice in enumerate(scale.blanks, start=first)
    ]
    return (*answers, *blanks)


def _numbers(scale: Scale) -> dict[int, Choice]:
    """Answers by the numbers that their names begin with; none where one has none, or shares it."""
    found = {int(number[1]): choice for choice in scale.answers if (number := _NUMBERED.match(choice.name))}
    return found if len(found) == len(scale.answers) else {}
