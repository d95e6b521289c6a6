"""How each place of a model stands, in a few plain values: what is told of a round once it is over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from fractions import Fraction

from msgspec import Struct

from desktop.model.evaluation.part_results import PartResult
from desktop.model.maturity.parts import WHOLE
from desktop.model.scoring import rounding
from desktop.model.scoring.results import AreaResult, ModelResult, StreamResult, TrackResult
from desktop.model.scoring.vocabulary import Rating


class PlaceStand(Struct, frozen=True):
    """How a place, or the model as a whole, stands.

    Attributes:
        level: of a stream, a track or the whole; None for an area, for a part, and for a stream that is not rated.
        rating: of an area; why a stream or track takes no part.
        value: of a part of a model with rules of its own, as decimal text with two decimals at most; of an area the
            percentage of its practices that are in place; empty for none.
        grade: likewise.
    """

    level: int | None = None
    rating: Rating | None = None
    value: str = ""
    grade: str = ""


def place_stands(result: ModelResult) -> Mapping[str, PlaceStand]:
    """How the places of a model stand, by id, the whole first as `WHOLE`."""
    if result.whole is not None:
        return {WHOLE: _of_part(result.whole)} | {part.id: _of_part(part) for part in result.parts[1:]}
    found = {WHOLE: PlaceStand(level=result.level.reached)}
    found |= {area.id: _of_area(area) for area in result.areas}
    grown: tuple[StreamResult | TrackResult, ...] = (*result.streams, *result.tracks)
    return found | {each.id: _of_grown(each) for each in grown}


def _of_area(area: AreaResult) -> PlaceStand:
    share = area.in_place_percent
    return PlaceStand(rating=area.rating, value="" if share is None else f"{rounding.decimal(share).normalize():f}")


def _of_grown(place: StreamResult | TrackResult) -> PlaceStand:
    if place.excluded is not None:
        return PlaceStand(rating=place.excluded)
    rated = not isinstance(place, StreamResult) or place.rated
    return PlaceStand(level=place.level) if rated else PlaceStand()


def _of_part(part: PartResult) -> PlaceStand:
    point = part.result.point
    if point is None:
        return PlaceStand()
    value = "" if point.value is None else f"{rounding.half_up(point.value, 2).normalize():f}"
    return PlaceStand(value=value, grade=point.grade or "")


class PlaceMove(StrEnum):
    """How a place moved from one time to another.

    Attributes:
        OTHER: it stands otherwise, and neither way is better: it was not rated, or takes no part, at one of the two.
    """

    BETTER = "better"
    WORSE = "worse"
    SAME = "same"
    OTHER = "other"


def moved(then: PlaceStand, now: PlaceStand, grades: Sequence[str] = ()) -> PlaceMove:
    """How a place moved.

    Args:
        then: how it stood.
        now: how it stands.
        grades: those that it can have, the lowest first.
    """
    if then == now or (then.rating is not None and then.rating is now.rating):
        return PlaceMove.SAME
    before, after = _height(then, grades), _height(now, grades)
    if before is None or after is None or type(before) is not type(after) or before == after:
        return PlaceMove.OTHER
    return PlaceMove.BETTER if after > before else PlaceMove.WORSE


def _height(stand: PlaceStand, grades: Sequence[str]) -> Fraction | int | bool | None:
    if stand.rating in (Rating.SATISFIED, Rating.UNSATISFIED):
        return stand.rating is Rating.SATISFIED
    if stand.rating is not None:
        return None
    if stand.value:
        return Fraction(stand.value)
    if stand.level is not None:
        return stand.level
    return grades.index(stand.grade) if stand.grade in grades else None
