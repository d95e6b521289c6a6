"""How a part of a model, and an answer to one, is named where several models are in use, and may share ids."""

from __future__ import annotations

from typing import NamedTuple


class Ref(NamedTuple):
    """A part of a model.

    Attributes:
        model: id of the model; empty for whichever has the part.
        part: id of the part.
    """

    model: str
    part: str

    def __str__(self) -> str:
        """As text, to be read again: ``model/part``, or the part alone."""
        return f"{self.model}/{self.part}" if self.model else self.part

    @classmethod
    def read(cls, text: str) -> Ref:
        """What was written as text."""
        model, _slash, part = text.rpartition("/")
        return cls(model, part)


class AnswerRef(NamedTuple):
    """What a participant says to a question of a model.

    Attributes:
        model: id of the model.
        participant: id of the participant.
        question: id of the question.
    """

    model: str
    participant: str
    question: str

    def __str__(self) -> str:
        """As text, to be read again: ``model/participant/question``."""
        return "/".join(self)

    @classmethod
    def read(cls, text: str) -> AnswerRef | None:
        """What was written as text; None where it names something else."""
        found = text.split("/")
        return cls(*found) if len(found) == len(cls._fields) else None
