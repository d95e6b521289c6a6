"""The staged scheme: practices characterised, goals rated, areas rated, one level for the whole.

The rules follow the published appraisal methods for models of this kind (CBA IPI, SCAMPI); they stand in
`desktop.model.maturity.short_forms.of_areas`.
"""

from __future__ import annotations

from collections.abc import Iterator

from desktop.model.maturity import Area, Pack
from desktop.model.maturity.parts import WHOLE
from desktop.model.scoring.areas import RatedArea, rate_area
from desktop.model.scoring.inputs import Given
from desktop.model.scoring.level import level_outcome
from desktop.model.scoring.results import ModelResult, PracticeResult
from desktop.model.scoring.rollup import by_category, by_level
from desktop.model.scoring.survey import Survey
from desktop.model.scoring.worked_out import WorkedOut, worked_out


def score(pack: Pack, given: Given, answers: Survey | None = None) -> ModelResult:
    """Everything the staged scheme says about a model of an assessment; see `desktop.model.scoring.engine.score`."""
    return result_of(pack, worked_out(pack, given, answers))


def result_of(pack: Pack, now: WorkedOut, last: tuple[WorkedOut, ModelResult] | None = None) -> ModelResult:
    """Everything the staged scheme says about a model of an assessment.

    What is given for ids that the pack has not is left aside.

    Args:
        pack: the model.
        now: what its results are read off.
        last: the same before something was changed, with the result of that.
    """
    rated = {} if last is None else dict(_untouched(pack, now, *last))
    areas = [rated.get(area.id) or _rated(pack, area, now) for area in pack.areas]
    return ModelResult(
        model=pack.id,
        level=level_outcome(min(level.number for level in pack.levels), now.engine.result(WHOLE), areas),
        levels=by_level(pack, areas),
        categories=by_category(pack, areas),
        areas=tuple(area.result for area in areas),
        practices=tuple(practice for area in areas for practice in area.practices),
        questions=now.read.questions,
        answers=now.read.answers,
    )


def _rated(pack: Pack, area: Area, now: WorkedOut) -> RatedArea:
    return rate_area(pack, area, now.engine, now.given, now.read)


def _untouched(pack: Pack, now: WorkedOut, before: WorkedOut, result: ModelResult) -> Iterator[tuple[str, RatedArea]]:
    """The areas of which nothing changed, as they were rated."""
    given, said, touched = now.given, before.given, now.engine.touched
    if touched is None or now.read is not before.read:
        return
    of_area: dict[str, list[PracticeResult]] = {}
    for practice in result.practices:
        of_area.setdefault(practice.area, []).append(practice)
    for area, found in zip(pack.areas, result.areas, strict=True):
        goals = (goal.id for goal in area.goals)
        across = (each.id for each in area.practices)
        if (
            area.id not in touched
            and all(given.goals.get(goal) == said.goals.get(goal) for goal in goals)
            and all(given.practices.get(practice) == said.practices.get(practice) for practice in across)
        ):
            questions = tuple(now.read.informing[question.id][0] for question in area.questions)
            yield area.id, RatedArea(found, tuple(of_area.get(area.id, ())), questions)
