"""What the rail tells beside each page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.model.scoring.results import ModelResult
from desktop.model.scoring.vocabulary import Rating

if TYPE_CHECKING:
    from desktop.model.assessment import Assessment

_DECIDED = {Rating.SATISFIED, Rating.UNSATISFIED, Rating.NOT_APPLICABLE}


def counts(assessment: Assessment) -> dict[str, str]:
    """Page key to a few characters, e.g. ``12/14`` forms in."""
    models = [in_use.id for in_use in assessment.models.all()]
    replies = [assessment.questionnaires.replied(model) for model in models]
    replied, asked = (sum(each) for each in zip(*replies, strict=True)) if replies else (0, 0)
    decided = [done for model in models for done in _decided(assessment.results.of(model))]
    found = {
        "preparation": str(len(assessment.preparation.participants()) or ""),
        "schedule": str(assessment.interviews.count() or ""),
        "evidence": str(assessment.evidence.count() or ""),
        "interviews": str(assessment.interviews.count(sources=True) or ""),
        "findings": str(assessment.findings.count() or assessment.observations.count() or ""),
        "actions": str(len(assessment.actions.all()) or ""),
    }
    if asked:
        found["questionnaires"] = f"{replied}/{asked}"
    if decided:
        found["ratings"] = f"{sum(decided)}/{len(decided)}"
    return found


def _decided(result: ModelResult) -> list[bool]:
    """For each area in scope, stream and track, whether the team has decided on it: on a track, on all it states."""
    open_tracks = {statement.track for statement in result.statements if statement.value is None}
    return [
        *(area.rating in _DECIDED for area in result.areas if area.rating != Rating.OUT_OF_SCOPE),
        *(stream.rated for stream in result.streams if stream.excluded is None),
        *(track.id not in open_tracks for track in result.tracks if track.excluded is None),
    ]
