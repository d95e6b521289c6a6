"""Two assessments side by side: a round and the one before it, or two units; each as it may leave the team."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct

from desktop.exchange.deliverable import ActionLine, Deliverable, ModelPart, gather
from desktop.model.assessment import Assessment
from desktop.model.maturity.freezing import digest
from desktop.model.maturity.parts import WHOLE
from desktop.model.planning.achieved import is_reached
from desktop.model.planning.aims import place_of
from desktop.model.planning.place_changes import ModelSide, PlaceChange, place_changes


class Likeness(StrEnum):
    """How far a model of one side is that of the other.

    Attributes:
        SAME: both use the same version.
        ADOPTED: one side has adopted a newer version in place of that of the other; what corresponds is compared.
        OTHER: they use versions of which nobody has said how they correspond; nothing is compared.
        ONE_SIDE: only one side uses it.
    """

    SAME = "same"
    ADOPTED = "adopted"
    OTHER = "other"
    ONE_SIDE = "one_side"


class LinkedAction(Struct, frozen=True):
    """An action with what came of it.

    Attributes:
        places: ids of the places that it was to change, now.
        achieved: whether what it was to change is now as it was to be; None while it is not done, or was to change
            nothing in the model.
    """

    action: ActionLine
    places: frozenset[str]
    achieved: bool | None


class ComparedModel(Struct, frozen=True):
    """A model on both sides.

    Attributes:
        then: as it was; None where only one side uses it, as `now`.
        image: for each part of the earlier version that is in the later one, its id there.
        places: what changed, the whole first; none where versions cannot be compared.
        actions: those that were to change something in it, by number.
    """

    id: str
    name: str
    likeness: Likeness
    then: ModelPart | None
    now: ModelPart | None
    image: Mapping[str, str] = {}
    places: tuple[PlaceChange, ...] = ()
    actions: tuple[LinkedAction, ...] = ()

    def linked(self, place: str) -> tuple[LinkedAction, ...]:
        """The actions that were to change a place; all of them for the model as a whole."""
        return tuple(each for each in self.actions if place == WHOLE or place in each.places)


class Comparison(Struct, frozen=True):
    """Two assessments side by side."""

    then: Deliverable
    now: Deliverable
    models: tuple[ComparedModel, ...]

    def model(self, model: str) -> ComparedModel | None:
        """A model by its id."""
        return next((each for each in self.models if each.id == model), None)


def compare(then: Assessment, now: Assessment, *, day: dt.date | None = None) -> Comparison:
    """Compare what one assessment says with what another says; neither is written to.

    Args:
        then: the earlier one, or that of another unit.
        now: the one that is open.
        day: of the comparison, today without one.
    """
    before, after = gather(then, day=day), gather(now, day=day)
    models = dict.fromkeys([*(part.pack.id for part in after.models), *(part.pack.id for part in before.models)])
    return Comparison(before, after, tuple(_model(model, then, now, before, after) for model in models))


def _model(model: str, then: Assessment, now: Assessment, before: Deliverable, after: Deliverable) -> ComparedModel:
    was, part = _part(before, model), _part(after, model)
    if was is None or part is None:
        used = part or was
        return ComparedModel(model, used.pack.name if used else model, Likeness.ONE_SIDE, was, part)
    likeness, image = _image(model, was, part, then, now)
    if likeness is Likeness.OTHER:
        return ComparedModel(model, part.pack.name, likeness, was, part)
    return ComparedModel(
        id=model,
        name=part.pack.name,
        likeness=likeness,
        then=was,
        now=part,
        image=image,
        places=place_changes(_side(was), _side(part), image),
        actions=_actions(model, image, now, before, after),
    )


def _part(side: Deliverable, model: str) -> ModelPart | None:
    return next((each for each in side.models if each.pack.id == model), None)


def _side(part: ModelPart) -> ModelSide:
    return ModelSide(part.pack, part.result, part.ticks)


def _image(
    model: str, was: ModelPart, part: ModelPart, then: Assessment, now: Assessment
) -> tuple[Likeness, Mapping[str, str]]:
    """How the versions correspond: by what the later side has adopted, or the other way round."""
    if digest(was.pack) == digest(part.pack):
        every = {**part.pack.text_by_id, **{each.id: "" for each in part.result.parts}}
        return Likeness.SAME, {WHOLE: WHOLE} | {id_: id_ for id_ in every}
    forth = now.lineage().parts(model, digest(was.pack))
    if forth is not None:
        return Likeness.ADOPTED, {WHOLE: WHOLE, **forth}
    back = then.lineage().parts(model, digest(part.pack))
    if back is not None:
        return Likeness.ADOPTED, {WHOLE: WHOLE, **{later: earlier for earlier, later in back.items()}}
    return Likeness.OTHER, {}


def _actions(
    model: str, image: Mapping[str, str], now: Assessment, before: Deliverable, after: Deliverable
) -> tuple[LinkedAction, ...]:
    """Actions of both sides that are about a model; one that is on both as it is now."""
    part = after.part(model)
    given, result = now.results.given(model), now.results.of(model)
    known = {action.id for action in after.actions}
    found = []
    for action in (*after.actions, *(each for each in before.actions if each.id not in known)):
        parts = [action.aim] if action.model == model and action.aim else []
        parts += [ref.part for ref in action.effects if ref.model == model]
        if action.id not in known:
            parts = [image[each] for each in parts if each in image]
        if parts:
            done = action.status.is_done
            achieved = all(is_reached(part.pack, given, result, each) for each in parts) if done else None
            found.append(LinkedAction(action, frozenset(place_of(part.pack, each) for each in parts), achieved))
    return tuple(sorted(found, key=lambda each: each.action.number))
