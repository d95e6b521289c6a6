"""What the rail tells beside each page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.model.scoring.vocabulary import Rating

if TYPE_CHECKING:
    from desktop.model.assessment import Assessment

_DECIDED = {Rating.SATISFIED, Rating.UNSATISFIED, Rating.NOT_APPLICABLE}


def counts(assessment: Assessment) -> dict[str, str]:
    """Page key to a few characters, e.g. ``12/14`` forms in."""
    models = [in_use.id for in_use in assessment.models.all()]
    progress = [item for model in models for item in assessment.questionnaires.progress(model)]
    areas = [
        area for model in models for area in assessment.results.of(model).areas if area.rating != Rating.OUT_OF_SCOPE
    ]
    found = {
        "preparation": str(len(assessment.preparation.participants()) or ""),
        "actions": str(len(assessment.actions.all()) or ""),
    }
    if progress:
        found["questionnaires"] = f"{sum(item.answered > 0 for item in progress)}/{len(progress)}"
    if areas:
        found["ratings"] = f"{sum(area.rating in _DECIDED for area in areas)}/{len(areas)}"
    return found
