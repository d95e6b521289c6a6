"""What the team has observed: each observation with what it is about and what bears it out."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from desktop.model.assessment.desk import Desk
from desktop.model.assessment.rules.corroboration import Corroboration, corroboration
from desktop.model.assessment.rules.finding_lapses import named_in
from desktop.model.assessment.rules.giveaways import Giveaway
from desktop.model.assessment.rules.observation_lapses import sources_of
from desktop.model.assessment.session_reading import HeardNote, SessionReading
from desktop.model.errors import RefusalError
from desktop.model.maturity.refs import AnswerRef, Ref
from desktop.model.records import (
    Answer,
    FindingObservation,
    Member,
    Observation,
    ObservationComment,
    ObservationNote,
    ObservationStance,
    ObservationTag,
    Participant,
    SessionNote,
    Stance,
)


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
        borne_out: how well that bears it out.
        stances: where the present team members stand, by member id; silence is left out.
        findings: ids of the findings that rest on it.
    """

    observation: Observation
    tags: tuple[Ref, ...]
    notes: tuple[HeardNote, ...]
    comments: tuple[Commented, ...]
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
        return [self._observed(each) for each in found]

    def get(self, observation: str) -> Observed:
        """One observation.

        Raises:
            RefusalError: ``observation.unknown``.
        """
        return self._observed(self._known(observation))

    def count(self) -> int:
        """How many there are."""
        return len(self._desk.store.all(Observation))

    def drawn_from(self, note: str) -> tuple[Observation, ...]:
        """The observations that are drawn from a note, by number."""
        ids = {each.observation for each in self._desk.store.all(ObservationNote, note=note) if each.drawn}
        found = [each for each in self._desk.store.all(Observation) if each.id in ids]
        return tuple(sorted(found, key=lambda each: each.number))

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

    def _observed(self, observation: Observation) -> Observed:
        store, id_ = self._desk.store, observation.id
        tags = tuple(Ref(each.model, each.part) for each in store.all(ObservationTag, observation=id_) if each.tagged)
        notes = [each.note for each in store.all(ObservationNote, observation=id_) if each.drawn]
        present = {each.id for each in store.all(Member)}
        stances = {
            each.member: each.stance
            for each in store.all(ObservationStance, observation=id_)
            if each.stance is not None and each.member in present
        }
        kept = sorted(each.finding for each in store.all(FindingObservation, observation=id_) if each.kept)
        return Observed(
            observation,
            tuple(sorted(tags)),
            self._sessions.noted(notes),
            self._commented(id_),
            corroboration(sources_of(id_, self._desk)),
            stances,
            tuple(kept),
        )

    def _commented(self, observation: str) -> tuple[Commented, ...]:
        found = []
        for each in self._desk.store.all(ObservationComment, observation=observation):
            if each.drawn:
                answer = self._desk.store.get(Answer, each.model, each.participant, each.question)
                text = answer.comment if answer is not None else ""
                found.append(Commented(AnswerRef(each.model, each.participant, each.question), text))
        return tuple(sorted(found, key=lambda each: (each.text, each.source)))

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
