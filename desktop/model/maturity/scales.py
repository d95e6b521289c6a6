"""How a question can be answered."""

from typing import Annotated

from msgspec import Meta

from desktop.model.maturity.kinds import Part, Text, Word
from desktop.model.maturity.vocabulary import BlankKind


class Choice(Part, frozen=True):
    """One way to answer.

    Attributes:
        id: what is stored when it is chosen, never a number.
        name: what the respondent reads.
        meaning: when to choose it.
        percent: for summaries only, 0 to 100; None for a blank.
        blank: the kind of blank, or None for an answer.
    """

    id: Word
    name: Text
    meaning: Text
    percent: Annotated[int, Meta(ge=0, le=100)] | None = None
    blank: BlankKind | None = None


class Scale(Part, frozen=True):
    """An answer scale. Its answers stand in order, the strongest first, and the blanks after them."""

    id: Word
    name: Text
    choices: tuple[Choice, ...]

    @property
    def answers(self) -> tuple[Choice, ...]:
        """The choices that are answers, the strongest first."""
        return tuple(choice for choice in self.choices if choice.blank is None)

    @property
    def blanks(self) -> tuple[Choice, ...]:
        """The choices that are blanks."""
        return tuple(choice for choice in self.choices if choice.blank is not None)

    def choice(self, choice_id: str) -> Choice | None:
        """The choice with this id, or None."""
        return next((choice for choice in self.choices if choice.id == choice_id), None)
