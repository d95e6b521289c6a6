"""What changed from one result of a model to another: place by place, and what beneath each is said otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from desktop.model.maturity import Pack
from desktop.model.maturity.parts import WHOLE
from desktop.model.scoring.place_stands import PlaceMove, PlaceStand, moved, place_stands
from desktop.model.scoring.results import ModelResult, PlaceResult
from desktop.model.scoring.results_of_growth import StreamResult
from desktop.model.scoring.vocabulary import Characterisation, Fulfilment, Rating

Said = Rating | Characterisation | Fulfilment | bool | None
"""What is said of a part beneath a place: of a goal, a practice, a practice of a stream (done or not), a statement."""

_RANKS: dict[Said, int] = {
    Rating.UNSATISFIED: 0,
    Rating.SATISFIED: 1,
    Characterisation.NOT: 0,
    Characterisation.PARTIALLY: 1,
    Characterisation.LARGELY: 2,
    Characterisation.FULLY: 3,
    Fulfilment.NOT_MET: 0,
    Fulfilment.PARTLY_MET: 1,
    Fulfilment.MET: 2,
}
"""What is better; of nothing else can that be said. Compared is only what is of one kind."""


class ModelSide(Struct, frozen=True):
    """A result that is compared.

    Attributes:
        ticks: ids of the practices of streams that are done.
    """

    pack: Pack
    result: ModelResult
    ticks: frozenset[str] = frozenset()


class PartChange(Struct, frozen=True):
    """A part beneath a place of which something else is said.

    Attributes:
        part: its id now.
    """

    part: str
    then: Said
    now: Said
    move: PlaceMove


class PlaceChange(Struct, frozen=True):
    """A place at two times.

    Attributes:
        place: its id now; `WHOLE` for the model.
        then: how it stood; None where it was not there.
        move: how it moved; None where it was not there.
        progress_then: of an area, the share of its practices in place, in percent; of a stream its index; else None.
        mean_then: the mean of the answers, in percent; None where it is not shown, as `mean_now`.
        parts: what is said otherwise of parts beneath it, in the order of the model.
    """

    place: str
    then: PlaceStand | None
    now: PlaceStand
    move: PlaceMove | None
    progress_then: float | None
    progress_now: float | None
    mean_then: float | None
    mean_now: float | None
    parts: tuple[PartChange, ...]


def place_changes(then: ModelSide, now: ModelSide, image: Mapping[str, str]) -> tuple[PlaceChange, ...]:
    """Every place of a model, the whole first, then as it stands in the model.

    Args:
        then: the earlier result.
        now: the later one.
        image: for each part of the earlier version that is in the later one, its id there.
    """
    before = {image[place]: stand for place, stand in place_stands(then.result).items() if place in image}
    grades = {part.id: part.grades for part in now.result.parts} | (
        {WHOLE: now.result.parts[0].grades} if now.result.parts else {}
    )
    places_then = {image[each.id]: each for each in then.result.places if each.id in image}
    places_now = {each.id: each for each in now.result.places}
    said_then = {image[part]: said for part, (_place, said) in _said(then).items() if part in image}
    parts: dict[str, list[PartChange]] = {}
    for part, (place, said) in _said(now).items():
        if part in said_then and said_then[part] != said:
            parts.setdefault(place, []).append(PartChange(part, said_then[part], said, _move(said_then[part], said)))
    return tuple(
        PlaceChange(
            place=place,
            then=before.get(place),
            now=stand,
            move=moved(before[place], stand, grades.get(place, ())) if place in before else None,
            progress_then=_progress(places_then.get(place)),
            progress_now=_progress(places_now.get(place)),
            mean_then=_mean(then.result, places_then.get(place), place),
            mean_now=_mean(now.result, places_now.get(place), place),
            parts=tuple(parts.get(place, ())),
        )
        for place, stand in place_stands(now.result).items()
    )


def _move(then: Said, now: Said) -> PlaceMove:
    if isinstance(then, bool) and isinstance(now, bool):
        return PlaceMove.BETTER if now else PlaceMove.WORSE
    if then not in _RANKS or now not in _RANKS:
        return PlaceMove.OTHER
    return PlaceMove.BETTER if _RANKS[now] > _RANKS[then] else PlaceMove.WORSE


def _said(side: ModelSide) -> dict[str, tuple[str, Said]]:
    """What is said of each part beneath a place, with the place."""
    return dict(_each_said(side))


def _each_said(side: ModelSide) -> Iterator[tuple[str, tuple[str, Said]]]:
    for area in side.result.areas:
        yield from ((goal.id, (area.id, goal.rating)) for goal in area.goals)
    yield from ((practice.id, (practice.area, practice.value)) for practice in side.result.practices)
    yield from (
        (item, (stream.id, item in side.ticks)) for item, (stream, _cell, _item) in side.pack.item_by_id.items()
    )
    yield from ((statement.id, (statement.track, statement.value)) for statement in side.result.statements)


def _progress(place: PlaceResult | None) -> float | None:
    if isinstance(place, StreamResult):
        return place.index
    return getattr(place, "in_place_percent", None)


def _mean(result: ModelResult, place: PlaceResult | None, place_id: str) -> float | None:
    if place_id == WHOLE:
        return result.answers.mean_percent
    return None if place is None else place.answers.mean_percent
