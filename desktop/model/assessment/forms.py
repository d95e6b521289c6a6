"""A questionnaire form as values: what one asks for, what one says, and what taking it did."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
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


class Unclear(StrEnum):
    """Why what stands in a cell is no answer yet.

    Attributes:
        NO_CHOICE: none of the choices.
        SEVERAL: it could be several of them.
        ERROR: an error value, as a formula that went wrong leaves it.
        FORMULA: a formula whose value the file does not hold.
        MERGED: it is one cell with that of an earlier question; what stands there may be meant for both.
    """

    NO_CHOICE = "no_choice"
    SEVERAL = "several"
    ERROR = "error"
    FORMULA = "formula"
    MERGED = "merged"


class UnclearCell(Struct, frozen=True):
    """A cell for an answer in which something stands that is none.

    Attributes:
        question: its id.
        sheet: title of the sheet.
        row: counted from 1, as the office program shows it.
        number: what the form prints in front of the question; empty where it prints nothing.
        value: what stands there, shortened for showing.
    """

    question: str
    sheet: str
    row: int
    number: str
    value: str
    reason: Unclear


class Remark(Struct, frozen=True):
    """A note that belongs to no question and is therefore kept nowhere.

    Attributes:
        sheet: title of the sheet.
        row: counted from 1, as the office program shows it.
        text: what it says, shortened for showing.
    """

    sheet: str
    row: int
    text: str


class FilledForm(Struct, frozen=True, dict=True):
    """A form that came back.

    Attributes:
        saved: when it was last saved, as the workbook says; None when it does not say.
        answers: by question id; every question of the form is there, with the notes on its cells in its comment.
        unclear: cells that hold something which is no answer; their questions are unanswered in `answers`.
        remarks: notes that belong to no question.
        program: what saved it last, as the workbook says; empty when it does not say. LibreOffice writes the local
            time into `saved` and marks it as UTC.
        outdated: texts of the questions that it answers and the version of the model in use does not ask so any more.
        known_as: digest of the form as it came in, where it is one of an earlier version of the model.
    """

    identity: FormIdentity
    saved: dt.datetime | None
    answers: Mapping[str, FilledAnswer]
    unclear: tuple[UnclearCell, ...] = ()
    remarks: tuple[Remark, ...] = ()
    program: str = ""
    outdated: tuple[str, ...] = ()
    known_as: str = ""

    @cached_property
    def digest(self) -> str:
        """Tells two forms with different answers apart."""
        if self.known_as:
            return self.known_as
        content: list[tuple[str, str | None, str]] = sorted(
            (question, answer.choice, answer.comment) for question, answer in self.answers.items()
        )
        content += sorted((cell.question, None, cell.value) for cell in self.unclear)
        return hashlib.sha256(msgspec.json.encode([self.identity, content])).hexdigest()

    def digest_without(self, questions: Sequence[str]) -> str:
        """The digest of the form while unclear answers to these questions are left open."""
        return hashlib.sha256(msgspec.json.encode([self.digest, sorted(questions)])).hexdigest()

    @property
    def says_nothing(self) -> bool:
        """Whether nothing is filled in."""
        return not self.unclear and not any(answer.choice or answer.comment for answer in self.answers.values())


class Outcome(StrEnum):
    """What taking a form did.

    Attributes:
        NEW: the first of its participant.
        REPLACED: it counts in place of an earlier version.
        UNCHANGED: the same as the one taken before.
        BLANK: nothing is filled in, so it says nothing.
        LEFT_OUT: the user left it out at an earlier import.
        EARLIER: another version that came with it counts.
        KEPT: the user wants what stands there to stay.
    """

    NEW = "new"
    REPLACED = "replaced"
    UNCHANGED = "unchanged"
    BLANK = "blank"
    EARLIER = "earlier"
    KEPT = "kept"
    LEFT_OUT = "left_out"

    @property
    def is_taken(self) -> bool:
        """Whether the form counts as one that came back."""
        return self in (Outcome.NEW, Outcome.REPLACED, Outcome.UNCHANGED)


class Taken(Struct, frozen=True):
    """The result of taking a form.

    Attributes:
        number: the participant's number.
        answered: questions with a choice, blanks included.
        questions: questions on the form.
        changed: answers that became another.
        model: id of the model.
        emptied: answers, of those changed, that were taken back.
        emptied_comments: comments that were taken back.
        kept: answers and comments that stay although the form has them otherwise.
        skipped: unclear cells whose questions were left unanswered.
        unsure: it replaced another version although the times do not tell for sure which is newer.
        winner: place, in what was taken with it, of the version that counts instead.
        outdated: see `FilledForm.outdated`.
    """

    outcome: Outcome
    participant: str
    number: int
    answered: int
    questions: int
    changed: int
    model: str = ""
    emptied: int = 0
    emptied_comments: int = 0
    kept: int = 0
    skipped: tuple[UnclearCell, ...] = ()
    unsure: bool = False
    winner: int | None = None
    outdated: tuple[str, ...] = ()
