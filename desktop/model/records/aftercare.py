"""What the team looks back on once the assessment is over: what it has learned, and what it took."""

from enum import StrEnum
from typing import ClassVar

from desktop.model.records.checklists import Phase
from desktop.model.records.record import Feeds, Privacy, Record, RecordKind
from desktop.model.records.typed_cells import DecimalText, OfMember, TeamText


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
        planned: hours that were planned, as decimal text; empty while none were.
        spent: hours spent so far, likewise.
    """

    declared = RecordKind("team_hours", Feeds.NOTHING, Privacy.TEAM)
    keys: ClassVar[tuple[str, ...]] = ("member", "phase")

    member: OfMember
    phase: Phase
    planned: DecimalText = ""
    spent: DecimalText = ""
