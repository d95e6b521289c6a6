"""The staged scheme: practices characterised, goals rated, areas rated, one level for the whole.

The rules follow the published appraisal methods for models of this kind (CBA IPI, SCAMPI); they stand in
`desktop.model.maturity.short_forms.of_areas`.
"""

from __future__ import annotations

from desktop.model.evaluation.evaluate import Evaluation
from desktop.model.maturity import Pack
from desktop.model.maturity.parts import WHOLE
from desktop.model.maturity.short_forms.expanding import expanded
from desktop.model.scoring.areas import rate_area
from desktop.model.scoring.inputs import StagedInput
from desktop.model.scoring.level import level_outcome
from desktop.model.scoring.part_words import parts_input
from desktop.model.scoring.results import ModelResult
from desktop.model.scoring.rollup import by_category, by_level
from desktop.model.scoring.survey import Survey, survey


def score(pack: Pack, given: StagedInput, answers: Survey | None = None) -> ModelResult:
    """Everything the staged scheme says about a model of an assessment.

    What is given for ids that the pack has not is left aside.

    Args:
        pack: the model.
        given: answers and judgements.
        answers: the survey of the same answers, when it is at hand from an earlier score.

    Raises:
        KeyError: the pack has no such answer scale.
        ValueError: a tally does not fit the scale.
    """
    read = answers or survey(pack, given)
    engine = Evaluation(expanded(pack, given.scale), parts_input(pack, given))
    areas = [rate_area(pack, area, engine, given, read) for area in pack.areas]
    return ModelResult(
        model=pack.id,
        scheme=pack.scheme,
        level=level_outcome(min(level.number for level in pack.levels), engine.result(WHOLE), areas),
        levels=by_level(pack, areas),
        categories=by_category(pack, areas),
        areas=tuple(area.result for area in areas),
        practices=tuple(practice for area in areas for practice in area.practices),
        questions=read.questions,
        answers=read.answers,
    )
