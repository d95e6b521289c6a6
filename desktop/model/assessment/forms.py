"""A questionnaire form as values: what one asks for, what one says, and what taking it did."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property

import msgspec
from msgspec import Struct


class FormIdentity(Struct, frozen=True):
    """Which form it is; hidden in the workbook.

    Attributes:
        assessment: id of the assessment.
        model: id of the model.
        digest: of the model's frozen pack.
        scale: id of the answer scale.
        participant: id of the participant.
    """

    assessment: str
    model: str
    digest: str
    scale: str
    participant: str


class FilledAnswer(Struct, frozen=True, gc=False):
    """What a form says to one question: id of the choice (None when unanswered) and the comment."""

    choice: str | None = None
    comment: str = ""


class FilledForm(Struct, frozen=True, dict=True):
    """A form that came back.

    Attributes:
        saved: when it was last saved, None when the workbook does not say.
        answers: by question id; every question of the form is there.
    """

    identity: FormIdentity
    saved: dt.datetime | None
    answers: Mapping[str, FilledAnswer]

    @cached_property
    def digest(self) -> str:
        """Tells two forms with different answers apart."""
        content = sorted((question, answer.choice, answer.comment) for question, answer in self.answers.items())
        return hashlib.sha256(msgspec.json.encode([self.identity, content])).hexdigest()


class Outcome(StrEnum):
    """What taking a form did."""

    NEW = "new"
    REPLACED = "replaced"
    UNCHANGED = "unchanged"


class Taken(Struct, frozen=True):
    """The result of taking a form.

    Attributes:
        number: the participant's number.
        answered: questions with a choice, blanks included.
        questions: questions on the form.
        changed: answers that differ from what was there.
    """

    outcome: Outcome
    participant: str
    number: int
    answered: int
    questions: int
    changed: int
