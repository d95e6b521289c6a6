"""A settled area is open again once something changes that the whole team stood behind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop.model.assessment.blind_things import place_of
from desktop.model.assessment.rules.consequences import Consequence, Surroundings
from desktop.model.assessment.rules.observation_lapses import PRESENT
from desktop.model.errors import RefusalError
from desktop.model.journal import Change
from desktop.model.maturity.pack import Pack
from desktop.model.records import KINDS, Adoption, AreaRating, Instance, PartRating, Stance
from desktop.model.records.record import PART, key_part

JUDGEMENTS = (
    "practice_rating",
    "part_rating",
    "goal_rating",
    "area_rating",
    "area_stance",
    "stream_rating",
    "tick",
    "statement_rating",
)


def reopen_settled(changes: Sequence[Change], around: Surroundings) -> Iterator[Consequence]:
    """Open the areas under which a judgement has changed, or with which a member no longer agrees.

    A further instance is still to be characterised, and what was said for one that goes counts no more: both open what
    rests on instances. A rationale opens none, since it says why, not what. The reason of a practice and the
    weakness of a goal are needed for a rating, so taking one away does. Where a newer version of a model is adopted,
    judgements go from one part to another; which areas that opens is decided there.
    """
    found: set[tuple[str, str]] = set()
    adopted = {key_part(Adoption, change.row, "model") for change in changes if change.kind == "adoption"}
    for change in changes:
        if change.kind in JUDGEMENTS and _matters(change):
            kind = KINDS[change.kind]
            model, part = key_part(kind, change.row, "model"), key_part(kind, change.row, PART)
            if model in adopted:
                continue
            if change.cell != "reason" or change.kind != "area_rating" or _is_outside(model, part, around):
                found.update((model, area) for area in _areas(change.kind, part, model, around))
        elif change.kind == "instance" and change.cell == PRESENT:
            found.update(_under_instances(change.row, around))
    for model, area in sorted(found):
        yield Consequence(AreaRating, (model, area), {"settled": False})


def _under_instances(instance: str, around: Surroundings) -> Iterator[tuple[str, str]]:
    """Areas with practices that are characterised for the instance that goes, or for those beside one that comes."""
    come = next(iter(around.all(Instance, id=instance)), None)
    said = around.all(PartRating) if come is None else around.all(PartRating, model=come.model)
    known = {instance} if come is None else {each.id for each in around.all(Instance, model=come.model)}
    for each in said:
        if each.answer is not None and each.instance in known:
            yield from ((each.model, area) for area in _areas("part_rating", each.part, each.model, around))


def _matters(change: Change) -> bool:
    withdrawn = not str(change.after or "").strip()
    match change.kind, change.cell:
        case (
            ("practice_rating", "value" | "alternative")
            | ("part_rating", "answer" | "says" | "alternative")
            | ("stream_rating", "level")
            | ("tick", "done")
            | ("statement_rating", "value")
            | ("goal_rating", "weaknesses_significant")
        ):
            return True
        case ("area_rating", "not_applicable" | "reason"):
            return True
        case ("practice_rating", "reason") | ("goal_rating", "weakness"):
            return withdrawn
        case ("area_stance", "stance"):
            return change.after != Stance.AGREES.value
    return False


def _is_outside(model: str, area: str, around: Surroundings) -> bool:
    """Whether the reason of an area says why it does not apply; else it says why it is out of scope."""
    return any(rating.not_applicable for rating in around.all(AreaRating, model=model, place=area))


def _areas(kind: str, part: str, model: str, around: Surroundings) -> Iterator[str]:
    if kind in ("area_rating", "area_stance"):
        yield part
        return
    pack = _pack(model, around)
    if pack is None:
        return
    if kind == "goal_rating":
        yield from [pack.goal_by_id[part][0].id] if part in pack.goal_by_id else []
    elif place := place_of(pack, part):
        yield place


def _pack(model: str, around: Surroundings) -> Pack | None:
    try:
        return around.pack(model)
    except RefusalError:
        return None
