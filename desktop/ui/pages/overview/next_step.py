"""The one thing to do next, read off the state of the assessment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from desktop.language import _
from desktop.model.assessment import Assessment
from desktop.model.assessment.models import ModelInUse
from desktop.model.scoring.results import ModelResult
from desktop.model.scoring.statements import OPEN
from desktop.model.scoring.vocabulary import Rating


class NextStep(Struct, frozen=True):
    """What to do next: words, and where it is done. No words when nothing is pressing."""

    text: str
    page: str
    target: str = ""


def next_step(assessment: Assessment, models: Sequence[ModelInUse], results: Mapping[str, ModelResult]) -> NextStep:
    """The next step along the way from preparation to follow-up.

    Args:
        assessment: the open assessment.
        models: the models in use.
        results: of those that are to be looked at, by id.
    """
    if not models:
        return NextStep(_("choose a model"), "preparation")
    participants = assessment.preparation.participants()
    if not participants:
        return NextStep(_("add participants"), "preparation")
    progress = [item for in_use in models for item in assessment.questionnaires.progress(in_use.id)]
    if progress and not any(item.answered for item in progress):
        return NextStep(_("write and import forms"), "questionnaires")
    for in_use in (model for model in models if model.id in results):
        to_rate = place_to_rate(in_use, results[in_use.id])
        if to_rate is not None:
            place, part = to_rate
            return NextStep(
                _("rate {place}").format(place=in_use.pack.place_by_id[place].name),
                "ratings",
                part if len(models) == 1 else f"{in_use.id}/{part}",
            )
    if not assessment.actions.all() and any(result.level.blockers for result in results.values()):
        return NextStep(_("plan improvement actions"), "gaps")
    return NextStep("", "")


def place_to_rate(in_use: ModelInUse, result: ModelResult) -> tuple[str, str] | None:
    """The first place that lacks a rating, and the part of it to begin with; None where all are rated.

    Of a staged model, the lowest area in scope, as far as the next level reaches; of a model of streams, the first
    stream; of a model of criteria, the track whose next level waits for judgements, and the first statement of these.
    """
    limit = result.level.next or result.level.reached
    for area in sorted(result.areas, key=lambda item: item.level):
        if area.rating == Rating.NOT_RATED and area.level <= limit:
            return area.id, area.id
    for stream in result.streams:
        if stream.excluded is None and not stream.rated:
            return stream.id, stream.id
    values = {statement.id: statement.value for statement in result.statements}
    for track in sorted(result.tracks, key=lambda track: track.level):
        for statement in track.stopping:
            if values[statement] in OPEN:
                return in_use.pack.statement_by_id[statement][0].id, statement
    return None
