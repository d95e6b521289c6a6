"""What the team has found in each area, and what came of it where it was discussed."""

from enum import StrEnum
from typing import Annotated, ClassVar

from desktop.model.records.interviews import Tone
from desktop.model.records.judgements import Stance
from desktop.model.records.merge_rule import MergeRule
from desktop.model.records.record import CellRule, Feeds, Lasts, Privacy, Record, RecordKind
from desktop.model.records.typed_cells import (
    ListNumber,
    OfAction,
    OfFinding,
    OfModel,
    OfNote,
    OfObservation,
    OfPart,
    OfSession,
    TeamText,
)


class Finding(Record, frozen=True):
    """A strength, a weakness or an alternative practice of an area, in the words of the team.

    It stays in the team until it is marked for the report; see `desktop.exchange.deliverable`.

    Attributes:
        number: stands for it on lists, from 1 up.
        model: with `place`, the area, stream or track that it is about; both empty where it is about none.
        rank: its place among the findings of that area; the lowest comes first.
        final: marked for the report.
        names_nobody: the team has looked at what its text may give away, and says that it gives nobody away.
    """

    declared = RecordKind("finding", Feeds.NOTHING, Privacy.SPONSOR, called="text", lasts=Lasts.ROUND)
    listed: ClassVar[bool] = True

    id: str
    number: ListNumber = 0
    model: OfModel = ""
    place: OfPart = ""
    text: str = ""
    tone: Tone = Tone.NEUTRAL
    rank: Annotated[int, CellRule(MergeRule.LATEST)] = 0
    final: bool = False
    names_nobody: Annotated[bool, CellRule(privacy=Privacy.TEAM)] = False


class FindingObservation(Record, frozen=True):
    """That a finding rests on an observation."""

    declared = RecordKind("finding_observation", Feeds.NOTHING, Privacy.TEAM, MergeRule.BOTH, lasts=Lasts.ROUND)
    keys: ClassVar[tuple[str, ...]] = ("finding", "observation")

    finding: OfFinding
    observation: OfObservation
    kept: bool = False


class FindingStance(Record, frozen=True):
    """Where those stand on a finding who discussed it in a session."""

    declared = RecordKind("finding_stance", Feeds.NOTHING, Privacy.TEAM, lasts=Lasts.ROUND)
    keys: ClassVar[tuple[str, ...]] = ("session", "finding")

    session: OfSession
    finding: OfFinding
    stance: Stance | None = None


class FindingNote(Record, frozen=True):
    """That a note of a discussion is about a finding."""

    declared = RecordKind("finding_note", Feeds.NOTHING, Privacy.TEAM, MergeRule.BOTH, lasts=Lasts.ROUND)
    keys: ClassVar[tuple[str, ...]] = ("finding", "note")

    finding: OfFinding
    note: OfNote
    about: bool = False


class PointSort(StrEnum):
    """What a point of a discussion is."""

    DIRECTION = "direction"
    DECISION = "decision"


class DiscussionPoint(Record, frozen=True):
    """A direction in which a solution may lie, or a decision, as it was written down in a discussion.

    Attributes:
        rank: its place among the points on that finding; the lowest comes first.
    """

    declared = RecordKind("discussion_point", Feeds.NOTHING, Privacy.TEAM, called="text", lasts=Lasts.ROUND)
    listed: ClassVar[bool] = True

    id: str
    session: OfSession = ""
    finding: OfFinding = ""
    sort: PointSort = PointSort.DIRECTION
    text: TeamText = ""
    rank: Annotated[int, CellRule(MergeRule.LATEST)] = 0


class FindingAction(Record, frozen=True):
    """That an action item came of a finding."""

    declared = RecordKind("finding_action", Feeds.NOTHING, Privacy.TEAM, MergeRule.BOTH, lasts=Lasts.ROUND)
    keys: ClassVar[tuple[str, ...]] = ("finding", "action")

    finding: OfFinding
    action: OfAction
    taken: bool = False
