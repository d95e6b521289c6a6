"""Which sources speak of each practice, from the file: kept until something that it rests on changes."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.model.assessment.desk import Desk
from desktop.model.assessment.evidence import EvidenceFile
from desktop.model.assessment.interviews import Interviews
from desktop.model.assessment.results import Results
from desktop.model.assessment.session_reading import Standing, role_of
from desktop.model.evaluation.sessions import session_key
from desktop.model.journal import Changed
from desktop.model.records import (
    SCORES,
    Evidence,
    EvidenceLink,
    NoteTag,
    Participant,
    SessionNote,
    SessionParticipant,
    TeamSession,
)
from desktop.model.scoring.coverage import Coverage, Spoken, Voice, coverage
from desktop.model.scoring.vocabulary import SourceKind

_SPEAK = frozenset(
    kind.declared.name
    for kind in (Evidence, EvidenceLink, NoteTag, Participant, SessionNote, SessionParticipant, TeamSession)
)
"""Kinds that tell what speaks of a part."""
_FEEDS = SCORES | _SPEAK


class Covering:
    """The coverage of the models in use."""

    def __init__(self, desk: Desk, results: Results, evidence: EvidenceFile, interviews: Interviews) -> None:
        self._desk = desk
        self._results = results
        self._evidence = evidence
        self._interviews = interviews
        self._kept: dict[tuple[str, Standing], Coverage] = {}
        self._spoken: dict[tuple[str, Standing], Mapping[str, Spoken]] = {}
        desk.subscribe(self._forget)

    def of(self, model: str, by: Standing = role_of) -> Coverage:
        """Which sources speak of the parts of a model, and what is missing; see `desktop.model.scoring.coverage`.

        Args:
            model: id of the model.
            by: as whom people are told apart who were interviewed; it changes nothing of what is missing.

        Raises:
            RefusalError: ``model.not_in_use``.
        """
        if (model, by) not in self._kept:
            spoken = self.spoken(model, by)
            self._kept[model, by] = coverage(self._desk.pack(model), self._results.engine(model), spoken)
        return self._kept[model, by]

    def spoken(self, model: str, by: Standing = role_of) -> Mapping[str, Spoken]:
        """What speaks of each part of a model besides answers. Kept while the team only rates."""
        if (model, by) not in self._spoken:
            voices = self._voices(model, by)
            self._spoken[model, by] = {part: Spoken.of(found) for part, found in voices.items()}
        return self._spoken[model, by]

    def _voices(self, model: str, by: Standing) -> Mapping[str, tuple[Voice, ...]]:
        """The notes of sessions, and evidence that was filed.

        A piece of evidence that has kind and name of a session is of that session.
        """
        held = {
            (kind.evidence, session_key(each.name)): kind
            for each in self._interviews.all()
            if (kind := each.kind.source) is not None
        }
        found = dict(self._interviews.voices(model, by))
        for part, pieces in self._evidence.speaking(model).items():
            filed = (
                Voice(held.get((each.kind, session_key(each.session)), SourceKind(each.kind.value)), each.session)
                for each in pieces
            )
            found[part] = (*found.get(part, ()), *filed)
        return found

    def _forget(self, changed: Changed) -> None:
        if changed.step is None or not _FEEDS.isdisjoint(changed.kinds):
            self._kept.clear()
        if changed.step is None or not _SPEAK.isdisjoint(changed.kinds):
            self._spoken.clear()
