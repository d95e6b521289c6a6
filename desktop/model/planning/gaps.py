"""Gaps: where each place of a model stands, where the team wants it, and what is missing between the two."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from msgspec import Struct

from desktop.model.evaluation.part_inputs import PartWord
from desktop.model.evaluation.part_results import PartResult
from desktop.model.evaluation.states import Point
from desktop.model.maturity.parts import WHOLE
from desktop.model.scoring import rounding
from desktop.model.scoring.inputs import Given, TargetJudgement
from desktop.model.scoring.results import AreaResult, ModelResult, StreamResult, TrackResult
from desktop.model.scoring.targets import to_target, wanted_of_model
from desktop.model.scoring.vocabulary import MET, Rating


class Gap(Struct, frozen=True):
    """A place and what is wanted of it.

    Attributes:
        model: id of the model.
        place: id of an area, stream, track or part, or `WHOLE`.
        level: the level where it stands; for an area 1 when it is satisfied or does not apply, else 0; for a part its
            number or the place of its grade, from 0.
        target: the level wanted; for an area 1 when it is to be satisfied; for a part a number or a grade. None while
            nothing is wanted.
        own: whether the target is the place's own, rather than what the level wanted of the model asks for.
        importance: 1 to 5, None where nothing is said.
        gap: max(0, target - level); None without a target.
        weighted_gap: gap times importance; an importance that nobody gave counts 1.
        missing: ids of goals, practices or statements between it and its target; without a target, those before its
            next level.
        rated: whether the team's judgements give the level; False where it stands there only for want of them.
        rating: that of an area; None for a stream, a track or the whole model.
        part: the result of a part, or of the whole, of a model with rules of its own.
    """

    model: str
    place: str
    level: int | float
    target: int | float | str | None
    own: bool
    importance: int | None
    gap: int | float | None
    weighted_gap: int | float | None
    missing: tuple[str, ...]
    rated: bool
    rating: Rating | None = None
    part: PartResult | None = None


def gaps(given: Given, result: ModelResult) -> tuple[Gap, ...]:
    """The gap of every place of a model, the largest weighted gap first; see `largest_first`.

    Streams and tracks that take no part are left out; areas out of scope too, unless something is wanted of them. An
    area without a target of its own is to be satisfied when the level wanted of the model asks for it.

    Args:
        given: what the result was scored from.
        result: its result.
    """
    found: list[Gap] = [_of_area(given, area, result) for area in result.areas if _counts(given, area)]
    grown: tuple[StreamResult | TrackResult, ...] = (*result.streams, *result.tracks)
    found += [_of_level(given, place, result.model) for place in grown if place.excluded is None]
    found += [_of_part(given, part, result.model, part.id) for part in result.parts[1:] if not _closed(part)]
    return largest_first(found)


def whole(given: Given, result: ModelResult) -> Gap:
    """The gap of a model as a whole: its level and the level wanted of it; missing are the places before the next.

    Args:
        given: what the result was scored from.
        result: its result.
    """
    if result.whole is not None:
        return _of_part(given, result.whole, result.model, WHOLE)
    said = given.targets.get(WHOLE, TargetJudgement())
    return _gap(
        result.model,
        WHOLE,
        result.level.reached,
        said.level,
        importance=said.importance,
        own=True,
        missing=tuple(blocker.place for blocker in result.level.blockers),
        rated=result.level.determined,
    )


def largest_first(found: Iterable[Gap]) -> tuple[Gap, ...]:
    """Gaps in order, of one model or several: by weighted gap, then by gap; without a target last, the lowest first."""
    return tuple(sorted(found, key=_rank))


def _rank(gap: Gap) -> tuple[float, float]:
    if gap.gap is None or gap.weighted_gap is None:
        return 1, gap.level
    return -gap.weighted_gap, -gap.gap


def _counts(given: Given, area: AreaResult) -> bool:
    return area.rating is not Rating.OUT_OF_SCOPE or area.id in given.targets


def _of_area(given: Given, area: AreaResult, result: ModelResult) -> Gap:
    said = given.targets.get(area.id, TargetJudgement())
    wanted = wanted_of_model(given.targets)
    implied = 1 if wanted is not None and area.level <= wanted else None
    met = area.rating in MET
    return _gap(
        result.model,
        area.id,
        int(met),
        implied if said.level is None else said.level,
        importance=said.importance,
        own=said.level is not None,
        missing=() if met else tuple(goal.id for goal in area.goals if goal.rating not in MET),
        rated=met or area.rating is Rating.UNSATISFIED,
        rating=area.rating,
    )


def _of_level(given: Given, place: StreamResult | TrackResult, model: str) -> Gap:
    """Of a stream or track: what is missing up to its target, or without one before its next level."""
    before_next = place.missing if isinstance(place, StreamResult) else place.stopping
    to_reach = before_next if place.target is None else place.needed
    return Gap(
        model=model,
        place=place.id,
        level=place.level,
        target=place.target,
        own=_own(given, place.id),
        importance=place.importance,
        gap=place.gap,
        weighted_gap=place.weighted_gap,
        missing=() if place.gap == 0 else to_reach,
        rated=place.rated if isinstance(place, StreamResult) else place.determined,
    )


def _closed(part: PartResult) -> bool:
    return part.result.blank is not None and part.result.blank.closed


def _of_part(given: Given, part: PartResult, model: str, place: str) -> Gap:
    gap = None if part.gap is None else plain(part.gap)
    own = given.words.get(part.id, PartWord()).target is not None
    return Gap(
        model=model,
        place=place,
        level=_height(part),
        target=None if part.target is None else _plain_point(part.target),
        own=own,
        importance=part.importance,
        gap=gap,
        weighted_gap=None if gap is None else gap * (part.importance or 1),
        missing=() if gap == 0 else (part.ahead.before if part.ahead else part.missing),
        rated=part.result.blank is None,
        part=part,
    )


def _height(part: PartResult) -> int | float:
    point = part.result.point
    if point is None:
        return 0
    if point.value is not None:
        return plain(point.value)
    return part.grades.index(point.grade) if point.grade in part.grades else 0


def _plain_point(point: Point) -> int | float | str:
    return plain(point.value) if point.grade is None and point.value is not None else point.grade or ""


def plain(value: Fraction) -> int | float:
    """A number as it is shown: whole, or with two decimals at most, half up."""
    return int(value) if value.denominator == 1 else rounding.plain(rounding.half_up(value, 2))


def _own(given: Given, place: str) -> bool:
    return given.targets.get(place, TargetJudgement()).level is not None


def _gap(
    model: str,
    place: str,
    level: int,
    target: int | None,
    *,
    importance: int | None,
    own: bool,
    missing: tuple[str, ...],
    rated: bool,
    rating: Rating | None = None,
) -> Gap:
    found = to_target(place, level, target, importance)
    return Gap(
        model=model,
        place=place,
        level=level,
        target=target,
        own=own and target is not None,
        importance=importance,
        gap=found.gap,
        weighted_gap=found.weighted_gap,
        missing=() if found.gap == 0 else missing,
        rated=rated,
        rating=rating,
    )
