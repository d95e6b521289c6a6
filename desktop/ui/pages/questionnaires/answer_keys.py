"""Which key stands for which answer of a scale."""

from __future__ import annotations

from msgspec import Struct

from desktop.language import _
from desktop.model.maturity.pack import Choice, Scale
from desktop.model.maturity.questionnaire import LEVELS
from desktop.model.maturity.vocabulary import BlankKind

ANSWER_KEYS = 5
"""Answers have the first so many digits to themselves, so that the blanks keep theirs whatever the scale."""

LETTERS = {BlankKind.DOES_NOT_APPLY: "N", BlankKind.DONT_KNOW: "K"}


class AnswerKey(Struct, frozen=True):
    """A choice and how it is entered.

    Attributes:
        digit: the number key.
        letter: another key for the same, empty for none.
        level: whether it stands for a level; its digit is the level then.
    """

    choice: Choice
    digit: int
    letter: str
    level: bool = False

    @property
    def name(self) -> str:
        """The choice in a word or two."""
        return _("Level {number}").format(number=self.digit) if self.level else self.choice.name

    @property
    def text(self) -> str:
        """The choice with its keys, e.g. ``6 N  Does not apply``."""
        keys = f"{self.digit} {self.letter}" if self.letter else str(self.digit)
        return _("{keys}  {name}").format(keys=keys, name=self.name)


def answer_keys(scale: Scale) -> tuple[AnswerKey, ...]:
    """The keys of a scale: answers from 1 in the order in which they are shown, then the blanks.

    Where levels are chosen from, key 1 is level 1, and they are shown from there up.
    """
    level = scale.id == LEVELS
    shown = reversed(scale.answers) if level else scale.answers
    answers = [AnswerKey(choice, digit, "", level) for digit, choice in enumerate(shown, start=1)]
    first = max(len(answers), ANSWER_KEYS) + 1
    blanks = [
        AnswerKey(choice, digit, LETTERS[choice.blank] if choice.blank else "")
        for digit, choice in enumerate(scale.blanks, start=first)
    ]
    return (*answers, *blanks)
