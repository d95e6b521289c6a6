"""What was heard and seen on site: sessions, who was in them, and the notes that were taken."""

import datetime as dt
from enum import StrEnum
from typing import Annotated, ClassVar

from msgspec import Meta

from desktop.model.records.merge_rule import MergeRule
from desktop.model.records.record import Feeds, Lasts, Privacy, Record, RecordKind
from desktop.model.records.typed_cells import (
    OfMember,
    OfModel,
    OfNote,
    OfPart,
    OfParticipant,
    OfSession,
    TeamText,
)
from desktop.model.scoring.vocabulary import EvidenceKind, SourceKind

TimeOfDay = Annotated[str, Meta(pattern=r"^(([01][0-9]|2[0-3]):[0-5][0-9])?$")]
"""Hours and minutes as on a clock of 24 hours (``09:30``); empty for none."""


class SessionKind(StrEnum):
    """How a session is held, and what it is for."""

    INTERVIEW = "interview"
    DISCUSSION = "discussion"
    DEMONSTRATION = "demonstration"
    DOCUMENTS = "documents"
    KICK_OFF = "kick_off"
    QUESTIONNAIRES = "questionnaires"
    CONSOLIDATION = "consolidation"
    FEEDBACK = "feedback"
    DEBRIEF = "debrief"
    FOLLOW_UP = "follow_up"
    OTHER = "other"

    @property
    def source(self) -> SourceKind | None:
        """By what way the team learns something in it; None where it is on the schedule alone."""
        return _SOURCES.get(self)

    @property
    def evidence(self) -> EvidenceKind | None:
        """The kind of evidence that it is: what people say, what is shown, or what is written; None likewise."""
        return self.source.evidence if self.source is not None else None

    @property
    def is_source(self) -> bool:
        """Whether what is noted in it counts as a source, as nothing does that is noted in a kick-off."""
        return self in _SOURCES


_SOURCES = {
    SessionKind.INTERVIEW: SourceKind.INTERVIEW,
    SessionKind.DISCUSSION: SourceKind.DISCUSSION,
    SessionKind.DEMONSTRATION: SourceKind.DEMONSTRATION,
    SessionKind.DOCUMENTS: SourceKind.DOCUMENT,
}


class Tone(StrEnum):
    """What a note says of the practices that it speaks of."""

    NEUTRAL = "neutral"
    STRENGTH = "strength"
    WEAKNESS = "weakness"
    ALTERNATIVE = "alternative"


class TeamSession(Record, frozen=True):
    """An hour or so in which the team listens, looks or reads.

    Attributes:
        name: by which people know it; sessions and evidence of one kind and name are one source.
        day: the day it is on, or the first of them.
        last_day: the last one, where it goes over several, as the days on which questionnaires are filled in.
        starts: the time of day at which it begins; one without times takes no time of anybody's.
        ends: the time of day at which it ends.
        place: the room, or how one is connected.
    """

    declared = RecordKind("session", Feeds.SCORES, Privacy.TEAM, called="name", lasts=Lasts.ROUND)
    listed: ClassVar[bool] = True

    id: str
    kind: SessionKind = SessionKind.INTERVIEW
    name: str = ""
    day: dt.date | None = None
    last_day: dt.date | None = None
    starts: TimeOfDay = ""
    ends: TimeOfDay = ""
    place: str = ""


class SessionMember(Record, frozen=True):
    """That a team member asks in a session."""

    declared = RecordKind("session_member", Feeds.NOTHING, Privacy.TEAM, MergeRule.BOTH)
    keys: ClassVar[tuple[str, ...]] = ("session", "member")

    session: OfSession
    member: OfMember
    asks: bool = False


class SessionParticipant(Record, frozen=True):
    """That a participant is heard in a session: by id, never by name."""

    declared = RecordKind("session_participant", Feeds.NOTHING, Privacy.TEAM, MergeRule.BOTH)
    keys: ClassVar[tuple[str, ...]] = ("session", "participant")

    session: OfSession
    participant: OfParticipant
    heard: bool = False


class SessionArea(Record, frozen=True):
    """That a session is about an area, stream or track."""

    declared = RecordKind("session_area", Feeds.NOTHING, Privacy.TEAM, MergeRule.BOTH)
    keys: ClassVar[tuple[str, ...]] = ("session", "model", "place")

    session: OfSession
    model: OfModel
    place: OfPart
    about: bool = False


class SessionNote(Record, frozen=True):
    """One thing that was heard, seen or read in a session.

    Attributes:
        at: when it was noted.
        participant: id of who said it; empty where nobody in particular did.
    """

    declared = RecordKind("session_note", Feeds.SCORES, Privacy.TEAM, called="text")
    listed: ClassVar[bool] = True

    id: str
    session: OfSession = ""
    at: dt.datetime | None = None
    participant: OfParticipant = ""
    text: TeamText = ""
    tone: Tone = Tone.NEUTRAL


class NoteTag(Record, frozen=True):
    """That a note speaks of a part of a model.

    Attributes:
        part: id of a goal, practice, cell, statement or any other part.
    """

    declared = RecordKind("note_tag", Feeds.SCORES, Privacy.TEAM, MergeRule.BOTH)
    keys: ClassVar[tuple[str, ...]] = ("note", "model", "part")

    note: OfNote
    model: OfModel
    part: OfPart
    tagged: bool = False
