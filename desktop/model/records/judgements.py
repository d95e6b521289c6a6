"""What participants answer, what the team judges, and the evidence for it."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import ClassVar

from desktop.model.records.record import Record
from desktop.model.scoring.vocabulary import Characterisation, EvidenceKind, Fulfilment


class Stance(StrEnum):
    """Whether a team member stands behind an area's rating."""

    AGREES = "agrees"
    DISAGREES = "disagrees"


class Form(Record, frozen=True):
    """The form of a participant: when it went out, and what came back.

    Attributes:
        saved: when the respondent's program last saved it, as that program says.
        digest: of its answers, so that the same form is known again; empty until one was taken.
        said: what the form last taken says, as `desktop.model.assessment.said` writes it.
        back: the day on which it was taken.
        due: the day by which this one is to be back; None where the day of all holds, see `Details.return_by`.
        sent: the day on which it was last written for sending.
        reminded: the day of the last reminder.
        left_out: digests of versions that the user left out at an import, with blanks between them.
    """

    keys: ClassVar[tuple[str, ...]] = ("model", "participant")

    model: str
    participant: str
    saved: dt.datetime | None = None
    digest: str = ""
    said: str = ""
    back: dt.date | None = None
    due: dt.date | None = None
    sent: dt.date | None = None
    reminded: dt.date | None = None
    left_out: str = ""


class Answer(Record, frozen=True):
    """What a participant says to a question; no choice means unanswered."""

    keys: ClassVar[tuple[str, ...]] = ("model", "participant", "question")

    model: str
    participant: str
    question: str
    choice: str | None = None
    comment: str = ""


class PracticeRating(Record, frozen=True):
    """The team's characterisation of a practice; see `PracticeJudgement`."""

    keys: ClassVar[tuple[str, ...]] = ("model", "practice")

    model: str
    practice: str
    value: Characterisation | None = None
    alternative: bool = False
    reason: str = ""


class GoalRating(Record, frozen=True):
    """The team's word on a goal's weaknesses; see `GoalJudgement`."""

    keys: ClassVar[tuple[str, ...]] = ("model", "goal")

    model: str
    goal: str
    weaknesses_significant: bool = False
    weakness: str = ""


class AreaRating(Record, frozen=True):
    """The team's word on an area; see `AreaJudgement`.

    Attributes:
        rationale: why the team rates it so.
        settled: the whole team stands behind it.
    """

    keys: ClassVar[tuple[str, ...]] = ("model", "area")

    model: str
    area: str
    in_scope: bool = True
    not_applicable: bool = False
    reason: str = ""
    rationale: str = ""
    settled: bool = False


class AreaStance(Record, frozen=True):
    """Where a team member stands on an area's rating; None until said."""

    keys: ClassVar[tuple[str, ...]] = ("model", "area", "member")

    model: str
    area: str
    member: str
    stance: Stance | None = None


class StreamRating(Record, frozen=True):
    """The level the team has chosen for a stream, as the text that fits best.

    Attributes:
        level: number of the level; None while it is read from the ticked practices.
        reason: why the team sees the stream there.
    """

    keys: ClassVar[tuple[str, ...]] = ("model", "stream")

    model: str
    stream: str
    level: int | None = None
    reason: str = ""


class Tick(Record, frozen=True):
    """Whether a practice of a stream is done, as the team says.

    Attributes:
        item: id of the practice.
    """

    keys: ClassVar[tuple[str, ...]] = ("model", "item")

    model: str
    item: str
    done: bool = False


class StatementRating(Record, frozen=True):
    """How far a statement is met, as the team says.

    Attributes:
        value: None while open.
        note: what the team has heard, read or seen; why it does not apply.
    """

    keys: ClassVar[tuple[str, ...]] = ("model", "statement")

    model: str
    statement: str
    value: Fulfilment | None = None
    note: str = ""


class Evidence(Record, frozen=True):
    """A piece of evidence.

    Attributes:
        session: the interview, document or demonstration it comes from; pieces of one session count once.
        note: what it shows.
    """

    listed: ClassVar[bool] = True

    id: str
    kind: EvidenceKind = EvidenceKind.INTERVIEW
    session: str = ""
    note: str = ""


class EvidenceLink(Record, frozen=True):
    """That a piece of evidence speaks of something in a model.

    Attributes:
        practice: id of the practice; of a stream's practice or a statement in models of other schemes.
    """

    keys: ClassVar[tuple[str, ...]] = ("evidence", "model", "practice")

    evidence: str
    model: str
    practice: str
    linked: bool = False
