"""What the team observed and found in the shipped sample, and what came of it in two discussions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import msgspec
from msgspec import Struct

from desktop import resources
from desktop.model.assessment import Assessment
from desktop.model.maturity.refs import Ref
from desktop.model.records import ObservationState, PointSort, SessionKind, Stance, Tone
from desktop.model.records.interviews import TimeOfDay


class ObservedThing(Struct, frozen=True, forbid_unknown_fields=True):
    """An observation.

    Attributes:
        notes: by the session's name, the times of day at which the notes were taken that it is drawn from.
        comments: the questions whose comments it is drawn from.
        items: the titles of the items of evidence that it is drawn from.
    """

    text: str
    tone: Tone
    state: ObservationState
    notes: Mapping[str, tuple[TimeOfDay, ...]] = {}
    comments: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    reason: str = ""


class FoundThing(Struct, frozen=True, forbid_unknown_fields=True):
    """A finding.

    Attributes:
        observations: numbers of those that it rests on.
        area: what it is about; that of its observations where it is not said.
    """

    text: str
    tone: Tone
    observations: tuple[int, ...]
    final: bool
    area: str = ""


class DiscussedThing(Struct, frozen=True, forbid_unknown_fields=True):
    """What came of a finding.

    Attributes:
        finding: its number.
        said: by time of day.
        actions: numbers of the actions that came of it.
    """

    finding: int
    stance: Stance
    said: Mapping[TimeOfDay, str] = {}
    directions: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()
    actions: tuple[int, ...] = ()


class HeldDiscussion(Struct, frozen=True, forbid_unknown_fields=True):
    """A discussion; one of a name that was held already is gone on with.

    Attributes:
        asks: names of the team members who lead it.
        heard: numbers of the participants who take part.
    """

    name: str
    day: dt.date
    findings: tuple[DiscussedThing, ...]
    starts: TimeOfDay = ""
    ends: TimeOfDay = ""
    place: str = ""
    asks: tuple[str, ...] = ()
    heard: tuple[int, ...] = ()
    areas: tuple[str, ...] = ()


class SampleFindings(Struct, frozen=True, forbid_unknown_fields=True):
    """All of it.

    Attributes:
        model: id of the one that it is about.
    """

    model: str
    observations: tuple[ObservedThing, ...]
    findings: tuple[FoundThing, ...]
    discussions: tuple[HeldDiscussion, ...]


def sample_findings() -> SampleFindings:
    """What the shipped sample holds."""
    return msgspec.json.decode(resources.sample("findings.json").read_bytes(), type=SampleFindings)


def find(assessment: Assessment) -> None:
    """Enter all of it, by the operations that the window uses; sessions, forms and actions are there already."""
    sample = sample_findings()
    observed = [_observe(assessment, each, sample.model) for each in sample.observations]
    for state, take in (
        (ObservationState.ACCURATE, assessment.observations.agree_all),
        (ObservationState.VALID, assessment.observations.confirm),
    ):
        take(id_ for id_, each in zip(observed, sample.observations, strict=True) if _reaches(each.state, state))
    found = [
        assessment.findings.add(
            each.text,
            tone=each.tone,
            area=Ref(sample.model, each.area) if each.area else None,
            observations=[observed[number - 1] for number in each.observations],
        )
        for each in sample.findings
    ]
    for held in sample.discussions:
        _discuss(assessment, held, found, sample.model)
    assessment.findings.mark(id_ for id_, each in zip(found, sample.findings, strict=True) if each.final)


def _observe(assessment: Assessment, thing: ObservedThing, model: str) -> str:
    it = assessment.interviews
    sessions = {each.name: each.id for each in it.all()}
    notes = [
        note.id
        for name, times in thing.notes.items()
        for note in it.notes(sessions[name])
        if note.at is not None and note.at.astimezone().strftime("%H:%M") in times
    ]
    comments = [
        each.source
        for each in assessment.observations.comments()
        if each.source.model == model and each.source.question in thing.comments
    ]
    items = [each.id for each in assessment.evidence.all() if each.session in thing.items]
    observation = assessment.observations.add(thing.text, tone=thing.tone, notes=notes, comments=comments, items=items)
    if thing.state is ObservationState.REJECTED:
        assessment.observations.reject(observation, thing.reason)
    return observation


def _reaches(state: ObservationState, wanted: ObservationState) -> bool:
    return state.is_agreed and wanted in (state, ObservationState.ACCURATE)


def _discuss(assessment: Assessment, held: HeldDiscussion, found: list[str], model: str) -> None:
    it, actions = assessment.discussions, {each.number: each.id for each in assessment.actions.all()}
    session = _session(assessment, held, model)
    for thing in held.findings:
        finding = found[thing.finding - 1]
        it.settle(session, finding, thing.stance)
        for at, text in thing.said.items():
            moment = dt.datetime.combine(held.day, dt.time.fromisoformat(at)).astimezone()
            it.say(session, finding, text, at=moment)
        for text in thing.directions:
            it.write_down(session, finding, PointSort.DIRECTION, text)
        for text in thing.decisions:
            it.write_down(session, finding, PointSort.DECISION, text)
        for number in thing.actions:
            it.take_up(finding, actions[number])


def _session(assessment: Assessment, held: HeldDiscussion, model: str) -> str:
    it = assessment.interviews
    known = next((each.id for each in it.all() if each.name == held.name), "")
    if known:
        return known
    session = it.add(
        SessionKind.DISCUSSION, held.name, day=held.day, starts=held.starts, ends=held.ends, place=held.place
    )
    members = {each.name: each.id for each in assessment.preparation.members()}
    people = {each.number: each.id for each in assessment.preparation.participants()}
    it.take_part(
        session,
        members=[members[name] for name in held.asks],
        participants=[people[number] for number in held.heard],
    )
    it.set_areas(session, [Ref(model, area) for area in held.areas])
    return session
