"""What the page shows of one model at one moment, read once and handed to its parts."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from desktop.model.maturity.pack import Area, Pack
from desktop.model.records import ONCE, AreaRating, BlindStage, Evidence, GoalRating, Instance, PracticeRating
from desktop.model.scoring.coverage import Coverage
from desktop.model.scoring.inputs import Source
from desktop.model.scoring.results import AreaResult, GoalResult, ModelResult, PracticeResult
from desktop.model.scoring.vocabulary import Characterisation

if TYPE_CHECKING:
    from desktop.model.assessment import Assessment


class SubjectKind(StrEnum):
    """What can be selected and asked "why?"."""

    AREA = "area"
    GOAL = "goal"
    PRACTICE = "practice"


class Subject(Struct, frozen=True):
    """An area, goal or practice of the model on show."""

    kind: SubjectKind
    id: str


class Snapshot(Struct, frozen=True):
    """A model in use with its result and the judgements behind it.

    Attributes:
        numbers: of the questions that forms ask, by id.
        pieces: the evidence filed, by practice id.
        noted: the sessions in which somebody took notes on each, likewise.
        covered: what speaks of each part of the model.
        stages: how far each area is that is rated blind.
        instances: the services, units or projects that practices are characterised for; none unless some are named.
        by_instance: characterisations by practice id and id of the instance.
    """

    model: str
    pack: Pack
    result: ModelResult
    numbers: Mapping[str, int]
    areas: Mapping[str, AreaResult]
    goals: Mapping[str, GoalResult]
    practices: Mapping[str, PracticeResult]
    area_ratings: Mapping[str, AreaRating]
    goal_ratings: Mapping[str, GoalRating]
    practice_ratings: Mapping[str, PracticeRating]
    pieces: Mapping[str, tuple[Evidence, ...]]
    noted: Mapping[str, tuple[Source, ...]]
    covered: Coverage
    stages: Mapping[str, BlindStage]
    instances: tuple[Instance, ...]
    by_instance: Mapping[str, Mapping[str, Characterisation | None]]

    def area(self, area: str) -> Area:
        """An area of the pack."""
        return self.pack.area_by_id[area]

    def area_rating(self, area: str) -> AreaRating:
        """What the team says of an area; nothing said yet reads as the defaults."""
        return self.area_ratings.get(area) or AreaRating(model=self.model, place=area)

    def goal_rating(self, goal: str) -> GoalRating:
        """What the team says of a goal."""
        return self.goal_ratings.get(goal) or GoalRating(model=self.model, goal=goal)

    def practice_rating(self, practice: str) -> PracticeRating:
        """What the team says of a practice."""
        return self.practice_ratings.get(practice) or PracticeRating(model=self.model, practice=practice)

    def said_of(self, practice: str, instance: str) -> Characterisation | None:
        """How a practice is characterised for an instance; by the team as such with `ONCE`."""
        if instance == ONCE:
            return self.practice_rating(practice).value
        return self.by_instance.get(practice, {}).get(instance)

    def area_of(self, target: str) -> str | None:
        """The area that an id of an area, goal or practice belongs to, None when the model has no such id."""
        if target in self.areas:
            return target
        found = self.goals.get(target) or self.practices.get(target)
        return found.area if found else None

    def subject(self, target: str) -> Subject | None:
        """The subject with this id, None when the model has no such id."""
        for kind, known in (
            (SubjectKind.AREA, self.areas),
            (SubjectKind.GOAL, self.goals),
            (SubjectKind.PRACTICE, self.practices),
        ):
            if target in known:
                return Subject(kind, target)
        return None


def read(assessment: Assessment, model: str) -> Snapshot:
    """The state of a model in use.

    Raises:
        RefusalError: ``model.not_in_use``.
    """
    result = assessment.results.of(model)
    return Snapshot(
        model=model,
        pack=assessment.models.get(model).pack,
        result=result,
        numbers=assessment.models.numbers(model),
        areas={area.id: area for area in result.areas},
        goals={goal.id: goal for area in result.areas for goal in area.goals},
        practices={practice.id: practice for practice in result.practices},
        area_ratings=assessment.ratings.areas(model),
        goal_ratings=assessment.ratings.goals(model),
        practice_ratings=assessment.ratings.practices(model),
        pieces=assessment.evidence.by_practice(model),
        noted=assessment.interviews.sources(model),
        covered=assessment.coverage.of(model),
        stages=assessment.blind.stages(model),
        instances=tuple(assessment.parts.instances(model)),
        by_instance=assessment.ratings.by_instance(model),
    )
