"""Which places of a result are in scope, for whatever shows those alone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from desktop.model.scoring.results import AreaResult, GroupResult, ModelResult, StreamResult, TrackResult
from desktop.model.scoring.rules import Rule
from desktop.model.scoring.vocabulary import Rating

P = TypeVar("P", AreaResult, StreamResult, TrackResult)


def in_scope(places: Iterable[P]) -> tuple[P, ...]:
    """Those of these areas, streams or tracks that are in scope; those that do not apply are among them."""
    return tuple(place for place in places if place.excluded is not Rating.OUT_OF_SCOPE)


def categories_in_scope(result: ModelResult) -> tuple[GroupResult, ...]:
    """The categories that have an area in scope, or none at all."""
    return tuple(group for group in result.categories if not is_outside(group))


def is_outside(group: GroupResult) -> bool:
    """Whether every area of a level or category is out of scope."""
    return {part.rule for part in group.trace.parts} == {Rule.AREA_OUT_OF_SCOPE}
