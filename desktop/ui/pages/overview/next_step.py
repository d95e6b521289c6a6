"""The one thing to do next, read off the state of the assessment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from desktop.language import _
from desktop.model.assessment import Assessment
from desktop.model.assessment.models import ModelInUse
from desktop.model.scoring.results import ModelResult
from desktop.model.scoring.vocabulary import Rating


class NextStep(Struct, frozen=True):
    """What to do next: words, and where it is done. No words when nothing is pressing."""

    text: str
    page: str
    target: str = ""


def next_step(assessment: Assessment, models: Sequence[ModelInUse], results: Mapping[str, ModelResult]) -> NextStep:
    """The next step along the way from preparation to follow-up."""
    if not models:
        return NextStep(_("choose a model"), "preparation")
    participants = assessment.preparation.participants()
    if not participants:
        return NextStep(_("add participants"), "preparation")
    progress = [item for in_use in models for item in assessment.questionnaires.progress(in_use.id)]
    if progress and not any(item.answered for item in progress):
        return NextStep(_("write and import questionnaires"), "questionnaires")
    for in_use in models:
        step = _rating_step(in_use, results[in_use.id])
        if step is not None:
            return step
    if not assessment.actions.all() and any(result.level.blockers for result in results.values()):
        return NextStep(_("plan improvement actions"), "actions")
    return NextStep("", "")


def _rating_step(in_use: ModelInUse, result: ModelResult) -> NextStep | None:
    """The lowest area in scope that is not rated yet, as far as the next level reaches."""
    limit = result.level.next or result.level.reached
    for area in sorted(result.areas, key=lambda item: item.level):
        if area.rating == Rating.NOT_RATED and area.level <= limit:
            name = in_use.pack.area_by_id[area.id].name
            return NextStep(_("rate {area}").format(area=name), "ratings", area.id)
    return None
