"""Pictures as tables, with the same numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from desktop.exchange.deliverable import Deliverable, ModelPart
from desktop.exchange.figures import stream_data, track_data
from desktop.exchange.figures.data import (
    RadarData,
    Table,
    Tile,
    Value,
    heat_map,
    radar_by_area,
    radar_by_category,
)
from desktop.exchange.figures.kinds import FigureKind
from desktop.exchange.figures.stream_data import ticked_text
from desktop.language import _
from desktop.wording import names, outcome


def table(kind: FigureKind, deliverable: Deliverable, model: str | None = None) -> Table:
    """The picture as a table, with the same numbers.

    Args:
        kind: which picture.
        deliverable: what may be shown.
        model: id of the model; the first one without.

    Raises:
        KeyError: there is no such model.
    """
    return _TABLES[kind](deliverable, deliverable.part(model))


def _areas_table(deliverable: Deliverable, part: ModelPart) -> Table:
    rated = {area.id: names.name(area.rating) for area in part.result.areas}
    return _radar_table(radar_by_area(deliverable, part), _("Area"), rated)


def _categories_table(deliverable: Deliverable, part: ModelPart) -> Table:
    return _radar_table(radar_by_category(deliverable, part), _("Category"), None)


def _radar_table(data: RadarData, what: str, rated: dict[str, str] | None) -> Table:
    in_place, survey = data.series
    numbers = zip(data.axes, in_place.values, survey.values, strict=True)
    if rated is None:
        return Table(
            (what, _("Practices in place, %"), _("Mean of answers, %")),
            tuple((axis.name, share, mean) for axis, share, mean in numbers),
        )
    return Table(
        (_("Id"), what, _("Rating"), _("Practices in place, %"), _("Mean of answers, %")),
        tuple((axis.id, axis.name, rated[axis.id], share, mean) for axis, share, mean in numbers),
    )


def _staircase_table(_deliverable: Deliverable, part: ModelPart) -> Table:
    level = part.result.level
    return Table(
        (_("Level"), _("Name"), _("State"), _("Areas satisfied"), _("Areas rated"), _("Areas"), _("Progress index, %")),
        tuple(
            (
                int(group.id),
                group.name,
                outcome.step_text(group, level),
                group.satisfied,
                group.rated,
                group.areas,
                group.progress_index,
            )
            for group in part.result.levels
        ),
    )


def _heat_table(deliverable: Deliverable, part: ModelPart) -> Table:
    return Table(
        (_("Level"), _("Id"), _("Area"), _("Rating"), _("Goal"), _("Goal in short"), _("Rating of the goal")),
        tuple(
            (row.level, row.area.id, row.area.name, names.name(row.area.rating), *goal)
            for row in heat_map(deliverable, part).rows
            for goal in _goal_cells(row.goals)
        ),
    )


def _goal_cells(goals: Sequence[Tile]) -> list[tuple[Value, ...]]:
    return [(goal.id, goal.name, names.name(goal.rating)) for goal in goals] or [(None, None, None)]


def _stream_table(_deliverable: Deliverable, part: ModelPart) -> Table:
    return Table(
        (
            _("Id"),
            _("Stream"),
            _("Level now"),
            _("Level wanted"),
            _("Gap"),
            _("Importance"),
            _("Weighted gap"),
            _("Index, not a level"),
            _("Mean level in answers"),
            _("Answers"),
            *([_("Level before its latest change")] if part.last else []),
        ),
        tuple(
            (
                row.id,
                row.name,
                row.level if row.level is not None else row.stands,
                row.target,
                row.gap,
                row.importance,
                row.weighted_gap,
                row.index,
                row.mean_level,
                row.answers,
                *([part.last.get(row.id)] if part.last else []),
            )
            for row in stream_data.rows(part)
        ),
    )


def _matrix_table(deliverable: Deliverable, part: ModelPart) -> Table:
    data = stream_data.matrix(deliverable, part)
    ticked = [_("Ticked at level {level}").format(level=number) for number, _name in data.levels]
    return Table(
        (_("Id"), _("Stream"), _("Level now"), *ticked, _("Not ticked for the next level")),
        tuple(
            (
                row.id,
                row.name,
                row.level if row.level is not None else row.stands,
                *(ticked_text(step) for step in row.steps),
                ", ".join(row.missing) or None,
            )
            for row in data.rows
        ),
    )


def _track_table(_deliverable: Deliverable, part: ModelPart) -> Table:
    level_names = {level.number: level.name for level in part.pack.levels}
    return Table(
        (_("Track"), _("Level"), _("Name"), _("State"), _("Met"), _("Count"), _("Stopped by"), _("Caps")),
        tuple(
            (
                track.name,
                level.level,
                level_names[level.level],
                track_data.state_of(level, track),
                level.met,
                track_data.counted(level),
                (", ".join(track.stopping) or None) if level.level == track.next else None,
                (", ".join(track.caps) or None) if level.level == track.next else None,
            )
            for track in part.result.tracks
            for level in track.levels
        ),
    )


def _bars_table(deliverable: Deliverable, part: ModelPart) -> Table:
    data = track_data.bars(deliverable, part)
    return Table(
        (_("Track"), _("Level"), _("Name"), *(each.name for each in track_data.bar_parts(None))),
        tuple(
            (track.name, bar.number, bar.name, *(each.count for each in track_data.bar_parts(bar.counts)))
            for track in data.tracks
            for bar in track.bars
        ),
    )


_TABLES: Mapping[FigureKind, Callable[[Deliverable, ModelPart], Table]] = {
    FigureKind.RADAR_BY_AREA: _areas_table,
    FigureKind.RADAR_BY_CATEGORY: _categories_table,
    FigureKind.STAIRCASE: _staircase_table,
    FigureKind.HEAT_MAP: _heat_table,
    FigureKind.STREAM_RADAR: _stream_table,
    FigureKind.STREAM_MATRIX: _matrix_table,
    FigureKind.TRACK_STAIRCASE: _track_table,
    FigureKind.STATEMENT_BARS: _bars_table,
}
