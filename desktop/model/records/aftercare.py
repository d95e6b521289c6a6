"""What comes after the assessment: reviews of its actions, what was seen to be done, what the team has learned."""

import datetime as dt
from enum import StrEnum
from typing import Annotated, ClassVar

from desktop.model.records.improvement import ActionStatus
from desktop.model.records.record import MARK, CellRule, Feeds, Lasts, Privacy, Record, RecordKind
from desktop.model.records.typed_cells import DecimalText, OfAction, OfMember, OfSession, TeamText


class ReviewRemark(Record, frozen=True):
    """What a follow-up review says of an action.

    Attributes:
        session: id of the review, a session of that kind.
        day: on which it was said; the sponsor knows a review by its day alone.
        text: what was said; it stands in the note on the review, which the sponsor reads.
        status: the status that the review found; None while nothing was said of the action.
        percent: how much of it was done, from 0 to 100.
    """

    declared = RecordKind("review_remark", Feeds.PLAN, Privacy.SPONSOR)
    keys: ClassVar[tuple[str, ...]] = ("session", "action")

    session: OfSession
    action: OfAction
    day: dt.date | None = None
    text: str = ""
    status: ActionStatus | None = None
    percent: int | None = None


class Verification(Record, frozen=True):
    """That somebody has seen that an action is done.

    Attributes:
        day: on which it was seen.
        by: who has seen it: somebody else than its owner.
        evidence: id of the piece of evidence that shows it.
        text: what was seen.
        expected: whether the action was to change something in a model.
        rated: whether that had been rated since it was done.
        reached: whether it was as the action was to make it.
        although: why it counts as verified although it was not rated again, or did not come out as expected.
    """

    declared = RecordKind("verification", Feeds.PLAN, Privacy.SPONSOR, called="action")
    listed: ClassVar[bool] = True

    id: str
    action: OfAction = ""
    day: dt.date | None = None
    by: Annotated[str, CellRule(privacy=Privacy.TEAM)] = ""
    evidence: Annotated[str, CellRule(privacy=Privacy.TEAM, names="evidence")] = ""
    text: TeamText = ""
    expected: bool = False
    rated: bool = False
    reached: bool = False
    although: str = ""


class LessonSort(StrEnum):
    """What the team makes of a lesson."""

    KEEP = "keep"
    CHANGE = "change"
    TRY = "try"


class Lesson(Record, frozen=True):
    """Something that the team has learned of its own work.

    Attributes:
        sort: whether it is to be kept, changed or tried next time.
        done: what came of it, or is to come of it, and who sees to that.
    """

    declared = RecordKind("lesson", Feeds.NOTHING, Privacy.TEAM, called="text")
    listed: ClassVar[bool] = True

    id: str
    sort: LessonSort = LessonSort.KEEP
    text: str = ""
    done: TeamText = ""


class TeamHours(Record, frozen=True):
    """The hours of a team member in a phase.

    Attributes:
        phase: a `Phase`; keys are plain texts.
        planned: hours that were planned, as decimal text; empty while none were.
        spent: hours spent so far, likewise.
    """

    declared = RecordKind("team_hours", Feeds.NOTHING, Privacy.TEAM, lasts=Lasts.ROUND)
    keys: ClassVar[tuple[str, ...]] = ("member", "phase")

    member: OfMember
    phase: Annotated[str, CellRule(names=MARK)]
    planned: DecimalText = ""
    spent: DecimalText = ""
