"""The nouns of an assessment as frozen records: what the file keeps and what pages and exports are given.

Two sorts. A *listed* record comes and goes: it is made with a new id and removed by mark. A *natural* record has
its identity from the domain (a respondent and a question): it is always there, with defaults until something is said.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import ClassVar

from msgspec import Struct

from desktop.model.scoring.vocabulary import Characterisation, EvidenceKind


class MemberRole(StrEnum):
    """What somebody does in the assessment team."""

    LEAD = "lead"
    MEMBER = "member"


class Stance(StrEnum):
    """Whether a team member stands behind an area's rating."""

    AGREES = "agrees"
    DISAGREES = "disagrees"


class ActionStatus(StrEnum):
    """The life of an action item."""

    PROPOSED = "proposed"
    AGREED = "agreed"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    DROPPED = "dropped"

    @property
    def is_open(self) -> bool:
        """Whether there is still something to do."""
        return self not in (ActionStatus.DONE, ActionStatus.DROPPED)


class Priority(StrEnum):
    """How much an action item matters."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Record(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A record; its key fields come first and have no default."""

    listed: ClassVar[bool] = False
    keys: ClassVar[tuple[str, ...]] = ("id",)


class Details(Record, frozen=True):
    """What the assessment is about; there is one, with id ``assessment``.

    Attributes:
        unit: the part of the organisation that is assessed.
        budget: in words, with its currency.
        starts: first day on site.
        ends: last day on site.
        threshold: smallest group whose answers are shown, at least 3.
    """

    id: str = "assessment"
    organisation: str = ""
    unit: str = ""
    sponsor: str = ""
    purpose: str = ""
    budget: str = ""
    starts: dt.date | None = None
    ends: dt.date | None = None
    threshold: int = 5
    notes: str = ""


class Model(Record, frozen=True):
    """A maturity model in use, frozen in the file.

    Attributes:
        digest: of the frozen pack.
        scale: id of the answer scale of its questionnaire.
        question_level: areas above this level are not asked about.
    """

    listed: ClassVar[bool] = True

    id: str
    digest: str = ""
    scale: str = ""
    question_level: int = 3


class Member(Record, frozen=True):
    """Somebody of the assessment team."""

    listed: ClassVar[bool] = True

    id: str
    name: str = ""
    role: MemberRole = MemberRole.MEMBER


class Participant(Record, frozen=True):
    """Somebody who takes part, without saying who; see `Identity`.

    Attributes:
        number: stands for the participant on lists, from 1 up.
        role: e.g. manager, practitioner.
        group: team or department.
        asked: whether the participant gets a questionnaire.
    """

    listed: ClassVar[bool] = True

    id: str
    number: int = 0
    role: str = ""
    group: str = ""
    asked: bool = True


class Identity(Record, frozen=True):
    """Who a participant is: kept apart from answers and in no deliverable."""

    keys: ClassVar[tuple[str, ...]] = ("participant",)

    participant: str
    name: str = ""
    email: str = ""


class Form(Record, frozen=True):
    """The questionnaire taken from a participant.

    Attributes:
        saved: when the respondent's program last saved it.
        digest: of its answers, so that the same form is known again.
    """

    keys: ClassVar[tuple[str, ...]] = ("model", "participant")

    model: str
    participant: str
    saved: dt.datetime | None = None
    digest: str = ""


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
    """That a piece of evidence speaks of a practice."""

    keys: ClassVar[tuple[str, ...]] = ("evidence", "model", "practice")

    evidence: str
    model: str
    practice: str
    linked: bool = False


class Action(Record, frozen=True):
    """An action item.

    Attributes:
        number: stands for it on lists, from 1 up.
        model: with `area` and `goal`: what it improves; empty when it is about no area.
        owner: who sees to it, as a role.
        closed: the day it was done or dropped.
    """

    listed: ClassVar[bool] = True

    id: str
    number: int = 0
    title: str = ""
    description: str = ""
    model: str = ""
    area: str = ""
    goal: str = ""
    owner: str = ""
    due: dt.date | None = None
    priority: Priority = Priority.MEDIUM
    status: ActionStatus = ActionStatus.PROPOSED
    closed: dt.date | None = None

    def is_overdue(self, today: dt.date) -> bool:
        """Whether it is still open after its due date."""
        return self.status.is_open and self.due is not None and self.due < today


KINDS: dict[str, type[Record]] = {
    "details": Details,
    "model": Model,
    "member": Member,
    "participant": Participant,
    "identity": Identity,
    "form": Form,
    "answer": Answer,
    "practice_rating": PracticeRating,
    "goal_rating": GoalRating,
    "area_rating": AreaRating,
    "area_stance": AreaStance,
    "evidence": Evidence,
    "evidence_link": EvidenceLink,
    "action": Action,
}
"""Every kind of record by the name it has in the file."""
