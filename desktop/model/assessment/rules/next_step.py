"""The one thing to do next, along the way from preparation to follow-up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

from msgspec import Struct

from desktop.model.evaluation.blank_reasons import BlankReason
from desktop.model.maturity.pack import Pack
from desktop.model.records import Action
from desktop.model.scoring.results import ModelResult
from desktop.model.scoring.statements import OPEN
from desktop.model.scoring.vocabulary import Rating


class Task(StrEnum):
    """What can be next."""

    CHOOSE_MODEL = "choose_model"
    ADD_PARTICIPANTS = "add_participants"
    COLLECT_FORMS = "collect_forms"
    RATE = "rate"
    PLAN = "plan"
    NOTHING = "nothing"


class NextStep(Struct, frozen=True):
    """What to do next.

    Attributes:
        model: with `place` and `part`, what is to be rated: ids of the model, of the area, stream or track, and of the
            part of it to begin with.
    """

    task: Task
    model: str = ""
    place: str = ""
    part: str = ""


def next_step(
    packs: Sequence[Pack],
    results: Mapping[str, ModelResult],
    answered: Sequence[int],
    actions: Sequence[Action],
    *,
    participants: bool,
) -> NextStep:
    """The next step.

    Args:
        packs: the models in use.
        results: of those that are to be looked at, by id.
        answered: how many questions each of those has answered who were asked, model by model.
        actions: what is to be done already.
        participants: whether there are any.
    """
    if not packs:
        return NextStep(Task.CHOOSE_MODEL)
    if not participants:
        return NextStep(Task.ADD_PARTICIPANTS)
    if answered and not any(answered):
        return NextStep(Task.COLLECT_FORMS)
    for pack in (pack for pack in packs if pack.id in results):
        to_rate = place_to_rate(pack, results[pack.id])
        if to_rate is not None:
            return NextStep(Task.RATE, pack.id, *to_rate)
    if not actions and any(result.level.blockers for result in results.values()):
        return NextStep(Task.PLAN)
    return NextStep(Task.NOTHING)


def place_to_rate(pack: Pack, result: ModelResult) -> tuple[str, str] | None:
    """The first place that lacks a rating, and the part of it to begin with; None where all are rated.

    Of a staged model, the lowest area in scope, as far as the next level reaches; of a model of streams, the first
    stream; of a model of criteria, the track whose next level waits for judgements, and the first statement of these;
    of a model with rules of its own, the first part that is not answered.
    """
    for part in result.parts:
        if part.result.blank is BlankReason.UNANSWERED and part.missing == (part.id,):
            return part.id, part.id
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
                return pack.statement_by_id[statement][0].id, statement
    return None
