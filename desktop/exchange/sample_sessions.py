"""The sessions that the team held in the shipped sample, with the notes that were taken."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import msgspec
from msgspec import Struct

from desktop import resources
from desktop.model.assessment import Assessment
from desktop.model.maturity.refs import Ref
from desktop.model.records import SessionKind, Tone
from desktop.model.records.interviews import TimeOfDay

Tags = dict[str, tuple[str, ...]]
"""Ids of parts by model."""


class HeardThing(Struct, frozen=True, forbid_unknown_fields=True):
    """A note.

    Attributes:
        at: the time of day at which it was taken.
        by: number of the participant who said it; None for nobody in particular.
    """

    at: TimeOfDay
    text: str
    tags: Tags
    by: int | None = None
    tone: Tone = Tone.NEUTRAL


class HeldSession(Struct, frozen=True, forbid_unknown_fields=True):
    """A session.

    Attributes:
        asks: names of the team members who ask.
        heard: numbers of the participants who are heard.
        areas: what it is about.
    """

    kind: SessionKind
    name: str
    day: dt.date
    starts: TimeOfDay
    ends: TimeOfDay
    place: str
    asks: tuple[str, ...]
    heard: tuple[int, ...]
    areas: Tags
    notes: tuple[HeardThing, ...]


class _Sessions(Struct, frozen=True, forbid_unknown_fields=True):
    sessions: tuple[HeldSession, ...]


def held_sessions() -> tuple[HeldSession, ...]:
    """The sessions of the shipped sample."""
    return msgspec.json.decode(resources.sample("sessions.json").read_bytes(), type=_Sessions).sessions


def hold_sessions(assessment: Assessment) -> None:
    """Hold all of them, by the operations that the window uses."""
    it = assessment.interviews
    members = {each.name: each.id for each in assessment.preparation.members()}
    people = {each.number: each.id for each in assessment.preparation.participants()}
    for held in held_sessions():
        session = it.add(held.kind, held.name, day=held.day, starts=held.starts, ends=held.ends, place=held.place)
        it.take_part(
            session,
            members=[members[name] for name in held.asks],
            participants=[people[number] for number in held.heard],
        )
        it.set_areas(session, _refs(held.areas))
        for note in held.notes:
            it.note(
                session,
                note.text,
                tone=note.tone,
                participant=people[note.by] if note.by else "",
                tags=_refs(note.tags),
                at=dt.datetime.combine(held.day, dt.time.fromisoformat(note.at)).astimezone(),
            )


def _refs(tags: Mapping[str, tuple[str, ...]]) -> list[Ref]:
    return [Ref(model, part) for model, parts in tags.items() for part in parts]
