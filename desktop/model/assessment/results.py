"""Results: the engine's answer to the assessment as it stands, computed when asked for and kept while it holds."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from desktop.model.assessment.desk import Desk
from desktop.model.assessment.gathering import Gathering
from desktop.model.assessment.models import Models
from desktop.model.evaluation.evaluate import Evaluation
from desktop.model.journal import Changed
from desktop.model.records import COUNTED, KINDS, SCORES, Details, EvidenceLink, NoteTag
from desktop.model.records.record import key_part
from desktop.model.scoring.engine import Scorer
from desktop.model.scoring.inputs import Given, Tally
from desktop.model.scoring.results import ModelResult
from desktop.model.scoring.survey import Survey, survey


class Results:
    """Scores of the models in use."""

    def __init__(self, desk: Desk, models: Models, gathering: Gathering) -> None:
        self._desk = desk
        self._models = models
        self._gathering = gathering
        self._scorers: dict[str, Scorer] = {}
        self._scores: dict[str, ModelResult] = {}
        self._tallies: dict[str, Mapping[str, Tally]] = {}
        self._surveys: dict[str, Survey] = {}
        desk.subscribe(self._forget)

    def all(self) -> list[ModelResult]:
        """The result of every model in use, in order of its id."""
        return [self.of(in_use.id) for in_use in self._models.all()]

    def of(self, model: str) -> ModelResult:
        """The result of one model.

        Raises:
            RefusalError: ``model.not_in_use``.
        """
        if model not in self._scores:
            pack, given = self._desk.pack(model), self.given(model)
            if model not in self._surveys:
                self._surveys[model] = survey(pack, given)
            if model not in self._scorers or self._scorers[model].pack is not pack:
                self._scorers[model] = Scorer(pack)
            self._scores[model] = self._scorers[model].score(given, self._surveys[model])
        return self._scores[model]

    def engine(self, model: str) -> Evaluation:
        """What the result of a model is read off.

        Raises:
            RefusalError: ``model.not_in_use``.
        """
        self.of(model)
        return self._scorers[model].engine

    def survey(self, model: str) -> Survey:
        """What the answers alone say about a model: nothing that the team says or hears makes it wait.

        Raises:
            RefusalError: ``model.not_in_use``.
        """
        if model not in self._surveys:
            self._surveys[model] = survey(self._desk.pack(model), self.given(model))
        return self._surveys[model]

    def given(self, model: str) -> Given:
        """What the engine is given for a model, in the form of its scheme; see `Gathering.given`."""
        if model not in self._tallies:
            self._tallies[model] = self._gathering.tally(model)
        return self._gathering.given(model, self._tallies[model])

    def threshold(self) -> int:
        """The smallest group whose answers leave the team."""
        details = self._desk.store.get(Details, "assessment")
        return details.threshold if details else Details().threshold

    def _forget(self, changed: Changed) -> None:
        if changed.step is None:  # another program changed the file, or steps of a copy came in
            for kept in (self._scores, self._tallies, self._surveys):
                kept.clear()
            return
        if self._gathering.moves_sessions_only(changed):
            return
        rows = {(kind, row.rpartition("/")[0] or row) for kind, row in changed.rows if kind in SCORES}
        concerned = {(kind, model) for kind, row in rows for model in self._concerned(kind, row)}
        for kind, model in concerned:
            self._scores.pop(model, None)
            if kind in COUNTED:
                self._tallies.pop(model, None)
                self._surveys.pop(model, None)

    def _concerned(self, kind: str, row: str) -> Collection[str]:
        """Ids of the models whose results rest on a record: its own, those it is evidence in, or all.

        Args:
            kind: of the record.
            row: its key; of several parts the last may be left out, as it is never the model.
        """
        model = key_part(KINDS[kind], row, "model")
        if model:
            return (model,)
        if kind == "evidence":
            return {link.model for link in self._desk.store.all(EvidenceLink, evidence=row)}
        if kind == "session_note":
            return {tag.model for tag in self._desk.store.all(NoteTag, note=row)}
        return {*self._scores, *self._tallies}
