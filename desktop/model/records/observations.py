"""What the team says it has observed: sentences drawn from notes, comments and items, attributed to nobody."""

from enum import StrEnum
from typing import ClassVar

from desktop.model.records.interviews import Tone
from desktop.model.records.judgements import Stance
from desktop.model.records.merge_rule import MergeRule
from desktop.model.records.record import Feeds, Lasts, Privacy, Record, RecordKind
from desktop.model.records.typed_cells import (
    ListNumber,
    OfEvidence,
    OfMember,
    OfModel,
    OfNote,
    OfObservation,
    OfPart,
    OfParticipant,
    OfQuestion,
    TeamText,
)


class ObservationState(StrEnum):
    """How far an observation is on its way.

    A draft somebody has worded. On an accurate one the whole team agrees that it says what was heard and seen; a valid
    one is besides borne out by enough independent sources. One that was rejected goes no further.
    """

    DRAFT = "draft"
    ACCURATE = "accurate"
    VALID = "valid"
    REJECTED = "rejected"

    @property
    def is_agreed(self) -> bool:
        """Whether the team stands behind it."""
        return self in (ObservationState.ACCURATE, ObservationState.VALID)


class Observation(Record, frozen=True):
    """A short sentence on what is so, without a word on who said it.

    Attributes:
        number: stands for it on lists, from 1 up.
        tone: what it says of what it is about; neutral while that is not said.
        reason: why it was rejected.
        names_nobody: the team has looked at what its text may give away, and says that it gives nobody away.
    """

    declared = RecordKind("observation", Feeds.NOTHING, Privacy.TEAM, called="text", lasts=Lasts.ROUND)
    listed: ClassVar[bool] = True

    id: str
    number: ListNumber = 0
    text: TeamText = ""
    tone: Tone = Tone.NEUTRAL
    state: ObservationState = ObservationState.DRAFT
    reason: TeamText = ""
    names_nobody: bool = False


class ObservationNote(Record, frozen=True):
    """That an observation is drawn from a note of a session."""

    declared = RecordKind("observation_note", Feeds.NOTHING, Privacy.TEAM, MergeRule.BOTH, lasts=Lasts.ROUND)
    keys: ClassVar[tuple[str, ...]] = ("observation", "note")

    observation: OfObservation
    note: OfNote
    drawn: bool = False


class ObservationComment(Record, frozen=True):
    """That an observation is drawn from the comment of an answer."""

    declared = RecordKind("observation_comment", Feeds.NOTHING, Privacy.TEAM, MergeRule.BOTH, lasts=Lasts.ROUND)
    keys: ClassVar[tuple[str, ...]] = ("observation", "model", "participant", "question")

    observation: OfObservation
    model: OfModel
    participant: OfParticipant
    question: OfQuestion
    drawn: bool = False


class ObservationItem(Record, frozen=True):
    """That an observation is drawn from an item of evidence."""

    declared = RecordKind("observation_item", Feeds.NOTHING, Privacy.TEAM, MergeRule.BOTH, lasts=Lasts.ROUND)
    keys: ClassVar[tuple[str, ...]] = ("observation", "evidence")

    observation: OfObservation
    evidence: OfEvidence
    drawn: bool = False


class ObservationTag(Record, frozen=True):
    """That an observation is about a part of a model.

    Attributes:
        part: id of a goal, practice, cell, statement or any other part.
    """

    declared = RecordKind("observation_tag", Feeds.NOTHING, Privacy.TEAM, MergeRule.BOTH, lasts=Lasts.ROUND)
    keys: ClassVar[tuple[str, ...]] = ("observation", "model", "part")

    observation: OfObservation
    model: OfModel
    part: OfPart
    tagged: bool = False


class ObservationStance(Record, frozen=True):
    """Where a team member stands on an observation; nowhere until said."""

    declared = RecordKind("observation_stance", Feeds.NOTHING, Privacy.TEAM, lasts=Lasts.ROUND)
    keys: ClassVar[tuple[str, ...]] = ("observation", "member")

    observation: OfObservation
    member: OfMember
    stance: Stance | None = None
