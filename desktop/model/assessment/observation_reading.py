"""What the team has observed: each observation with what it is about and what bears it out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from msgspec import Struct

from desktop.model.assessment.desk import Desk
from desktop.model.assessment.rules.corroboration import Corroboration, corroboration
from desktop.model.assessment.rules.finding_lapses import named_in
from desktop.model.assessment.rules.giveaways import Giveaway
from desktop.model.assessment.rules.observation_lapses import sources_in
from desktop.model.assessment.session_reading import HeardNote, SessionReading
from desktop.model.errors import RefusalError
from desktop.model.maturity.refs import AnswerRef, Ref
from desktop.model.records import (
    Answer,
    Evidence,
    Finding,
    FindingObservation,
    Member,
    Observation,
    ObservationComment,
    ObservationItem,
    ObservationNote,
    ObservationStance,
    ObservationState,
    ObservationTag,
    Participant,
    SessionNote,
    Stance,
)

V = TypeVar("V")


class Commented(Struct, frozen=True):
    """A comment of a participant, for showing without the person.

    Attributes:
        source: which answer it belongs to; names the participant by id, for the program alone.
    """

    source: AnswerRef
    text: str


class Observed(Struct, frozen=True):
    """An observation with all that belongs to it.

    Attributes:
        tags: what it is about.
        notes: what was noted of it, in the order of its times.
        comments: what participants wrote of it, by their texts.
        items: the items of evidence that show it, by title.
        borne_out: how well that bears it out.
        stances: where the present team members stand, by member id; silence is left out.
        findings: ids of the findings that rest on it.
    """

    observation: Observation
    tags: tuple[Ref, ...]
    notes: tuple[HeardNote, ...]
    comments: tuple[Commented, ...]
    items: tuple[Evidence, ...]
    borne_out: Corroboration
    stances: Mapping[str, Stance]
    findings: tuple[str, ...]


class ObservationReading:
    """Reads observations."""

    def __init__(self, desk: Desk, sessions: SessionReading) -> None:
        self._desk = desk
        self._sessions = sessions

    def all(self) -> list[Observed]:
        """Every observation, by number."""
        found = sorted(self._desk.store.all(Observation), key=lambda each: (each.number, each.id))
        return self._observed(found)

    def get(self, observation: str) -> Observed:
        """One observation.

        Raises:
            RefusalError: ``observation.unknown``.
        """
        (found,) = self._observed([self._known(observation)])
        return found

    def count(self) -> int:
        """How many there are."""
        return len(self._desk.store.all(Observation))

    def about(self, part: Ref) -> tuple[Observation, ...]:
        """The observations about a part of a model, by number; those that were rejected are left out."""
        tagged = self._desk.store.all(ObservationTag, model=part.model, part=part.part)
        known = {each.id: each for each in self._desk.store.all(Observation)} if tagged else {}
        found = [known[each.observation] for each in tagged if each.tagged and each.observation in known]
        return tuple(
            sorted(
                (each for each in found if each.state is not ObservationState.REJECTED), key=lambda each: each.number
            )
        )

    def drawn(self) -> dict[str | AnswerRef, tuple[Observation, ...]]:
        """By id of each note and item, and by each comment, from which something is drawn: observations, by number."""
        store = self._desk.store
        pairs: list[tuple[str | AnswerRef, str]] = [
            *((each.note, each.observation) for each in store.all(ObservationNote) if each.drawn),
            *((_source(each), each.observation) for each in store.all(ObservationComment) if each.drawn),
            *((each.evidence, each.observation) for each in store.all(ObservationItem) if each.drawn),
        ]
        found: dict[str | AnswerRef, list[Observation]] = {}
        known = {each.id: each for each in store.all(Observation)}
        for source, observation in pairs:
            if observation in known:
                found.setdefault(source, []).append(known[observation])
        return {source: tuple(sorted(each, key=lambda one: one.number)) for source, each in found.items()}

    def comments(self) -> list[Commented]:
        """Every comment that those who take part have written, by model, question and text."""
        present = {each.id for each in self._desk.store.all(Participant)}
        found = [
            Commented(AnswerRef(each.model, each.participant, each.question), each.comment)
            for each in self._desk.store.all(Answer)
            if each.comment.strip() and each.participant in present
        ]
        return sorted(found, key=lambda each: (each.source.model, each.source.question, each.text, each.source))

    def named(self, text: str) -> tuple[Giveaway, ...]:
        """What in a text may tell who somebody is that takes part; see `rules.giveaways`."""
        return named_in(text, self._desk)

    def _observed(self, observations: Sequence[Observation]) -> list[Observed]:
        """Each with what belongs to it; every kind of record is read once for all of them."""
        store = self._desk.store
        members = {each.id for each in store.all(Member)}
        tags = _by_observation(
            (each.observation, Ref(each.model, each.part)) for each in store.all(ObservationTag) if each.tagged
        )
        notes = _by_observation((each.observation, each.note) for each in store.all(ObservationNote) if each.drawn)
        sources = _by_observation(
            (each.observation, _source(each)) for each in store.all(ObservationComment) if each.drawn
        )
        shown = _by_observation((each.observation, each.evidence) for each in store.all(ObservationItem) if each.drawn)
        stances = _by_observation(
            (each.observation, (each.member, each.stance))
            for each in store.all(ObservationStance)
            if each.stance is not None and each.member in members
        )
        findings = _by_observation(
            (each.observation, each.finding) for each in store.all(FindingObservation) if each.kept
        )
        there = {each.id for each in store.all(Finding)}
        found = []
        for each in observations:
            heard, comments = self._sessions.noted(notes[each.id]), self._commented(sources[each.id])
            held, items = [one.session for one in heard], self._items(shown[each.id])
            found.append(
                Observed(
                    observation=each,
                    tags=tuple(sorted(tags[each.id])),
                    notes=heard,
                    comments=comments,
                    items=items,
                    borne_out=corroboration(sources_in(held, items, commented=bool(comments))),
                    stances=dict(stances[each.id]),
                    findings=tuple(sorted(there.intersection(findings[each.id]))),
                )
            )
        return found

    def _items(self, ids: Iterable[str]) -> tuple[Evidence, ...]:
        found = (self._desk.store.get(Evidence, id_) for id_ in ids)
        return tuple(sorted((each for each in found if each is not None), key=lambda one: (one.session, one.id)))

    def _commented(self, sources: Sequence[AnswerRef]) -> tuple[Commented, ...]:
        found = [Commented(source, self._comment(source)) for source in sources]
        return tuple(sorted(found, key=lambda each: (each.text, each.source)))

    def _comment(self, source: AnswerRef) -> str:
        answer = self._desk.store.get(Answer, *source)
        return answer.comment if answer is not None else ""

    def _known(self, observation: str) -> Observation:
        found = self._desk.store.get(Observation, observation)
        if found is None:
            raise RefusalError("observation.unknown")
        return found

    def _note(self, note: str) -> SessionNote:
        found = self._desk.store.get(SessionNote, note)
        if found is None:
            raise RefusalError("note.unknown", note=note)
        return found


def _source(record: ObservationComment) -> AnswerRef:
    return AnswerRef(record.model, record.participant, record.question)


def _by_observation(pairs: Iterable[tuple[str, V]]) -> defaultdict[str, list[V]]:
    found: defaultdict[str, list[V]] = defaultdict(list)
    for observation, value in pairs:
        found[observation].append(value)
    return found
