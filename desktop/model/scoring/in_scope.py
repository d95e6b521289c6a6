"""Which places of a result are in scope, for whatever shows those alone."""

from __future__ import annotations

from desktop.model.scoring.results import AreaResult, GroupResult, ModelResult, StreamResult, TrackResult
from desktop.model.scoring.rules import Rule
from desktop.model.scoring.vocabulary import Rating


def areas_in_scope(result: ModelResult) -> tuple[AreaResult, ...]:
    """The areas in scope in the model's order; those that do not apply are among them."""
    return tuple(area for area in result.areas if area.rating is not Rating.OUT_OF_SCOPE)


def streams_in_scope(result: ModelResult) -> tuple[StreamResult, ...]:
    """Likewise the streams."""
    return tuple(stream for stream in result.streams if stream.excluded is not Rating.OUT_OF_SCOPE)


def tracks_in_scope(result: ModelResult) -> tuple[TrackResult, ...]:
    """Likewise the tracks."""
    return tuple(track for track in result.tracks if track.excluded is not Rating.OUT_OF_SCOPE)


def categories_in_scope(result: ModelResult) -> tuple[GroupResult, ...]:
    """The categories that have an area in scope, or none at all."""
    return tuple(group for group in result.categories if not is_outside(group))


def is_outside(group: GroupResult) -> bool:
    """Whether every area of a level or category is out of scope."""
    return {part.rule for part in group.trace.parts} == {Rule.AREA_OUT_OF_SCOPE}
