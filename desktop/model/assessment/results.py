"""Results: the engine's answer to the assessment as it stands, computed when asked for and kept while it holds."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.model.assessment.desk import Desk
from desktop.model.assessment.evidence import EvidenceFile
from desktop.model.assessment.models import Models
from desktop.model.assessment.ratings import Ratings
from desktop.model.journal import Changed
from desktop.model.records import Details, Participant
from desktop.model.scoring.inputs import (
    AreaJudgement,
    GoalJudgement,
    PracticeJudgement,
    Source,
    StagedInput,
    Tally,
)
from desktop.model.scoring.results import ModelResult
from desktop.model.scoring.staged import score
from desktop.model.scoring.survey import Survey, survey

_ANSWERS = frozenset({"answer", "participant", "model"})
_JUDGEMENTS = frozenset(
    {"practice_rating", "goal_rating", "area_rating", "evidence", "evidence_link", "model", "details"}
)


class Results:
    """Scores of the models in use."""

    def __init__(self, desk: Desk, models: Models, ratings: Ratings, evidence: EvidenceFile) -> None:
        self._desk = desk
        self._models = models
        self._ratings = ratings
        self._evidence = evidence
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
            self._scores[model] = score(pack, given, self._surveys[model])
        return self._scores[model]

    def given(self, model: str) -> StagedInput:
        """What the engine is given for a model."""
        pieces = self._evidence.by_practice(model)
        ratings = self._ratings.practices(model)
        tallies = self._tally(model)
        return StagedInput(
            scale=self._desk.model(model).scale,
            asked=max((tally.asked for tally in tallies.values()), default=0),
            tallies=tallies,
            practices={
                practice: PracticeJudgement(
                    value=ratings[practice].value if practice in ratings else None,
                    alternative=practice in ratings and ratings[practice].alternative,
                    reason=ratings[practice].reason if practice in ratings else "",
                    sources=tuple(Source(item.kind, item.session) for item in pieces.get(practice, ())),
                )
                for practice in ratings.keys() | pieces.keys()
            },
            goals={
                goal: GoalJudgement(rating.weaknesses_significant, rating.weakness)
                for goal, rating in self._ratings.goals(model).items()
            },
            areas={
                area: AreaJudgement(rating.in_scope, rating.not_applicable, rating.reason)
                for area, rating in self._ratings.areas(model).items()
            },
        )

    def threshold(self) -> int:
        """The smallest group whose answers leave the team."""
        details = self._desk.store.get(Details, "assessment")
        return details.threshold if details else Details().threshold

    def _tally(self, model: str) -> Mapping[str, Tally]:
        if model not in self._tallies:
            self._tallies[model] = self._count(model)
        return self._tallies[model]

    def _count(self, model: str) -> Mapping[str, Tally]:
        store = self._desk.store
        participants = store.all(Participant)
        only = [participant.id for participant in participants] if store.any_removed(Participant) else None
        asked = sum(participant.asked for participant in participants)
        counts: dict[str, dict[str, int]] = {
            question.id: {} for _, questions in self._models.asked(model) for question in questions
        }
        for question, choice, count in store.tallies(model, only):
            counts.setdefault(question, {})[choice] = count
        return {question: Tally(given, max(asked, sum(given.values()))) for question, given in counts.items()}

    def _forget(self, changed: Changed) -> None:
        if changed.kinds & (_ANSWERS | _JUDGEMENTS):
            self._scores.clear()
        if changed.kinds & (_ANSWERS | {"area_rating"}):
            self._tallies.clear()
            self._surveys.clear()
