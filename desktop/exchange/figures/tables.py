"""Pictures as tables, with the same numbers, for whoever cannot see them or wants the numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from msgspec.structs import replace

from desktop.exchange.deliverable import Deliverable, ModelPart
from desktop.exchange.figures.data import last_round
from desktop.exchange.figures.kinds import FigureKind
from desktop.exchange.tables.areas import areas
from desktop.exchange.tables.burn_up import burn_up
from desktop.exchange.tables.distribution import distribution
from desktop.exchange.tables.goals import goals
from desktop.exchange.tables.groups import groups
from desktop.exchange.tables.parts import main_parts, parts_in_scope
from desktop.exchange.tables.roadmap import roadmap
from desktop.exchange.tables.streams import streams, ticked_at
from desktop.exchange.tables.table import AnyTable, Column, Kind, Value
from desktop.exchange.tables.tracks import track_levels, tracks
from desktop.language import _
from desktop.model.scoring.in_scope import categories_in_scope, in_scope
from desktop.model.scoring.place_stands import PlaceStand
from desktop.model.scoring.results import AreaResult
from desktop.model.scoring.vocabulary import Rating
from desktop.wording.track_states import bar_parts


def table(kind: FigureKind, deliverable: Deliverable, model: str | None = None) -> AnyTable:
    """The picture as a table, with the same numbers.

    Args:
        kind: which picture.
        deliverable: what may be shown.
        model: id of the model; the first one without.

    Raises:
        KeyError: there is no such model.
    """
    if kind in _OF_PLAN:
        return _OF_PLAN[kind](deliverable)
    part = deliverable.part(model)
    found = _TABLES[kind](part)
    if kind in _OVER_ROUNDS and (then := last_round(deliverable, part)):
        found = replace(found, columns=(*found.columns, _then(*then)))
    return found


def _then(name: str, stands: Mapping[str, PlaceStand]) -> Column[Any]:
    """How each place stood at the end of the last round."""

    def stood(row: Any) -> Value:  # noqa: ANN401 - rows of several tables
        stand = stands.get(row.id, PlaceStand())
        value = Decimal(stand.value) if stand.value else None
        return next((each for each in (stand.level, stand.rating, stand.grade, value) if each not in (None, "")), None)

    return Column("then", name, 14, _("How it stood at the end of the last round."), Kind.STATE, stood)


def _areas(part: ModelPart) -> AnyTable:
    shown = areas(part).of(in_scope(part.result.areas))
    found = shown.pick("id", "name", "rating", "in_place_percent", "answers.mean_percent")
    wanted = {gap.place for gap in part.gaps if gap.target}
    if not wanted:
        return found
    target: Column[AreaResult] = Column(
        "wanted",
        _("Target"),
        12,
        _("Whether the area is to be satisfied, for itself or for the target of the model."),
        Kind.STATE,
        lambda area: Rating.SATISFIED if area.id in wanted else None,
    )
    return replace(found, columns=(*found.columns, target))


def _categories(part: ModelPart) -> AnyTable:
    return groups(part).of(categories_in_scope(part.result)).pick("name", "in_place_percent", "mean_percent")


def _staircase(part: ModelPart) -> AnyTable:
    shown = groups(part).of(part.result.levels)
    return shown.pick("name", "state", "satisfied", "rated", "areas", "progress_index")


def _heat_map(part: ModelPart) -> AnyTable:
    by_level = sorted(in_scope(part.result.areas), key=lambda area: area.level)
    shown = goals(part).of([goal for area in by_level for goal in area.goals])
    return shown.pick("level", "area_name", "area_rating", "id", "name", "rating")


def _streams(part: ModelPart) -> AnyTable:
    stands = ("id", "name", "stands", "target", "gap", "importance", "weighted_gap")
    answers = ("index", "suggestion.mean_level", "answers.n")
    return streams(part).of(in_scope(part.result.streams)).pick(*stands, *answers, *(["last"] if part.last else []))


def _matrix(part: ModelPart) -> AnyTable:
    ticked = [ticked_at(level.number) for level in part.pack.levels]
    return streams(part).of(in_scope(part.result.streams)).pick("id", "name", "stands", *ticked, "missing")


def _tracks(part: ModelPart) -> AnyTable:
    return tracks(part).of(in_scope(part.result.tracks)).pick("name", "level", "target", "gap")


def _of_track_levels(part: ModelPart, *keys: str) -> AnyTable:
    inside, found = {track.id for track in in_scope(part.result.tracks)}, track_levels(part)
    return found.of([row for row in found.rows if row.track.id in inside]).pick("name", *keys)


_OF_PLAN: Mapping[FigureKind, Callable[[Deliverable], AnyTable]] = {
    FigureKind.BURN_UP: lambda deliverable: burn_up(deliverable.actions, deliverable.day),
    FigureKind.ROADMAP: roadmap,
}

_OVER_ROUNDS = (
    FigureKind.RADAR_BY_AREA,
    FigureKind.STREAM_RADAR,
    FigureKind.TRACK_RADAR,
    FigureKind.PART_RADAR,
)

_TABLES: Mapping[FigureKind, Callable[[ModelPart], AnyTable]] = {
    FigureKind.RADAR_BY_AREA: _areas,
    FigureKind.RADAR_BY_CATEGORY: _categories,
    FigureKind.STAIRCASE: _staircase,
    FigureKind.HEAT_MAP: _heat_map,
    FigureKind.STREAM_RADAR: _streams,
    FigureKind.STREAM_MATRIX: _matrix,
    FigureKind.TRACK_STAIRCASE: lambda part: _of_track_levels(part, "state", "met", "stopping", "caps"),
    FigureKind.TRACK_RADAR: _tracks,
    FigureKind.STATEMENT_BARS: lambda part: _of_track_levels(part, *(each.key for each in bar_parts(None))),
    FigureKind.PART_RADAR: lambda part: main_parts(part).pick("title", "stands", "target", "gap", "reached", "wanted"),
    FigureKind.DISTRIBUTION: distribution,
    FigureKind.PART_TREE: lambda part: parts_in_scope(part).pick("title", "kind", "stands", "between", "target", "gap"),
}
