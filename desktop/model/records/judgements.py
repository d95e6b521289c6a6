"""What participants answer, and what the team judges."""

import datetime as dt
from enum import StrEnum
from typing import Annotated, ClassVar

from desktop.model.records.merge_rule import MergeRule
from desktop.model.records.record import CHOICE, SORT, CellRule, Feeds, Lasts, Privacy, Record, RecordKind, RestsOn
from desktop.model.records.typed_cells import (
    Bookkeeping,
    ListNumber,
    OfFormRound,
    OfInstance,
    OfMember,
    OfModel,
    OfPart,
    OfParticipant,
    OfQuestion,
    TeamText,
)
from desktop.model.scoring.vocabulary import Characterisation, Fulfilment


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
        asked_in: id of the questionnaire round; empty for the first, whose days are those of `Details`.
    """

    declared = RecordKind("form", Feeds.NOTHING, Privacy.TEAM, MergeRule.LATEST, lasts=Lasts.ROUND)
    keys: ClassVar[tuple[str, ...]] = ("model", "participant")

    model: OfModel
    participant: OfParticipant
    saved: dt.datetime | None = None
    digest: Bookkeeping = ""
    said: Bookkeeping = ""
    back: dt.date | None = None
    due: dt.date | None = None
    sent: dt.date | None = None
    reminded: dt.date | None = None
    left_out: Bookkeeping = ""
    asked_in: OfFormRound = ""


class FormRound(Record, frozen=True):
    """A further round of the questionnaire, for some of those who are asked: with days of its own.

    Attributes:
        number: from 2 up; the first round is the one that everybody is in who is put in no other.
        opens: the day from which its forms are to be filled in.
        closes: the day by which they are to be back.
    """

    declared = RecordKind("form_round", Feeds.NOTHING, Privacy.TEAM, called="name", lasts=Lasts.ROUND)
    listed: ClassVar[bool] = True

    id: str
    number: ListNumber = 0
    name: str = ""
    opens: dt.date | None = None
    closes: dt.date | None = None


class FormArea(Record, frozen=True):
    """Whether the forms that somebody got asked about an area, stream or track; without any they asked about all."""

    declared = RecordKind("form_area", Feeds.ANSWERS, Privacy.TEAM)
    keys: ClassVar[tuple[str, ...]] = ("model", "participant", "place")

    model: OfModel
    participant: OfParticipant
    place: OfPart
    asked: bool = False


class Answer(Record, frozen=True):
    """What a participant says to a question; no choice means unanswered."""

    declared = RecordKind("answer", Feeds.ANSWERS, Privacy.TEAM, lasts=Lasts.ROUND)
    keys: ClassVar[tuple[str, ...]] = ("model", "participant", "question")

    model: OfModel
    participant: OfParticipant
    question: OfQuestion
    choice: Annotated[str | None, CellRule(names=CHOICE, rests_on=RestsOn.CHOICES)] = None
    comment: TeamText = ""


class PracticeRating(Record, frozen=True):
    """How far a practice is in place, as the team characterises it; see `PracticeJudgement`."""

    declared = RecordKind("practice_rating", Feeds.SCORES, Privacy.SPONSOR, lasts=Lasts.JUDGEMENT)
    keys: ClassVar[tuple[str, ...]] = ("model", "practice")

    model: OfModel
    practice: OfPart
    value: Characterisation | None = None
    alternative: bool = False
    reason: str = ""


class GoalRating(Record, frozen=True):
    """The team's word on a goal's weaknesses; see `GoalJudgement`."""

    declared = RecordKind("goal_rating", Feeds.SCORES, Privacy.SPONSOR, lasts=Lasts.JUDGEMENT)
    keys: ClassVar[tuple[str, ...]] = ("model", "goal")

    model: OfModel
    goal: OfPart
    weaknesses_significant: bool = False
    weakness: str = ""


_BENEATH = CellRule(MergeRule.LATEST, rests_on=RestsOn.BENEATH, lasts=Lasts.ROUND)


class AreaRating(Record, frozen=True):
    """The team's word on an area, stream or track: scope, applicability, rationale; see `AreaJudgement`.

    Attributes:
        place: id of the area, stream or track.
        rationale: why the team rates it so.
        settled: the rating is final.
        in_spite: why it is although coverage or agreement is missing; empty where nothing is.
    """

    declared = RecordKind("area_rating", Feeds.ANSWERS, Privacy.SPONSOR, lasts=Lasts.JUDGEMENT)
    keys: ClassVar[tuple[str, ...]] = ("model", "place")

    model: OfModel
    place: OfPart
    in_scope: Annotated[bool, CellRule(lasts=Lasts.ASSESSMENT)] = True
    not_applicable: bool = False
    reason: str = ""
    rationale: TeamText = ""
    settled: Annotated[bool, _BENEATH] = False
    in_spite: Annotated[str, _BENEATH] = ""


class AreaStance(Record, frozen=True):
    """Where a team member stands on an area's rating; nowhere until said.

    Attributes:
        reason: why the member disagrees.
    """

    declared = RecordKind("area_stance", Feeds.NOTHING, Privacy.TEAM, lasts=Lasts.ROUND)
    keys: ClassVar[tuple[str, ...]] = ("model", "area", "member")

    model: OfModel
    area: OfPart
    member: OfMember
    stance: Stance | None = None
    reason: TeamText = ""


class StreamRating(Record, frozen=True):
    """The level the team has chosen for a stream, as the text that fits best.

    Attributes:
        level: number of the level; None while it is read from the ticked practices.
        reason: why the team sees the stream there.
    """

    declared = RecordKind("stream_rating", Feeds.SCORES, Privacy.SPONSOR, lasts=Lasts.JUDGEMENT)
    keys: ClassVar[tuple[str, ...]] = ("model", "stream")

    model: OfModel
    stream: OfPart
    level: Annotated[int | None, CellRule(rests_on=RestsOn.LEVEL)] = None
    reason: TeamText = ""


class Tick(Record, frozen=True):
    """Whether a practice of a stream is done, as the team says.

    Attributes:
        item: id of the practice.
    """

    declared = RecordKind("tick", Feeds.SCORES, Privacy.SPONSOR, lasts=Lasts.JUDGEMENT)
    keys: ClassVar[tuple[str, ...]] = ("model", "item")

    model: OfModel
    item: OfPart
    done: bool = False


class StatementRating(Record, frozen=True):
    """How far a statement is met, as the team says.

    Attributes:
        value: None while open.
        note: what the team has heard, read or seen; why it does not apply.
    """

    declared = RecordKind("statement_rating", Feeds.SCORES, Privacy.SPONSOR, lasts=Lasts.JUDGEMENT)
    keys: ClassVar[tuple[str, ...]] = ("model", "statement")

    model: OfModel
    statement: OfPart
    value: Fulfilment | None = None
    note: TeamText = ""


class Instance(Record, frozen=True):
    """What parts of a model with rules of its own are answered for: a site, a project, a layer.

    Attributes:
        of: the word of the model for such: ``projects``.
        name: which one.
    """

    declared = RecordKind("instance", Feeds.SCORES, Privacy.TEAM, called="name")
    listed: ClassVar[bool] = True

    id: str
    model: OfModel = ""
    of: Annotated[str, CellRule(names=SORT)] = ""
    name: str = ""


class PartRating(Record, frozen=True):
    """What the team says of a part of a model with rules of its own.

    Attributes:
        instance: id of what it is answered for; `ONCE` where that is the part as such.
        answer: as `desktop.model.scoring.part_answers` writes it; None while open.
        says: what the result is in the team's judgement, over that of the rule: a grade or a number; empty for nothing.
        alternative: another way of reaching the same is accepted.
        note: what the team has heard, read or seen; why it does not apply.
    """

    declared = RecordKind("part_rating", Feeds.SCORES, Privacy.SPONSOR, lasts=Lasts.JUDGEMENT)
    keys: ClassVar[tuple[str, ...]] = ("model", "part", "instance")

    model: OfModel
    part: OfPart
    instance: OfInstance
    answer: Annotated[str | None, CellRule(rests_on=RestsOn.CHOICES)] = None
    says: Annotated[str, CellRule(rests_on=RestsOn.RULE)] = ""
    alternative: bool = False
    note: TeamText = ""


ONCE = "once"
"""Stands for the instance where a part is answered as such."""
