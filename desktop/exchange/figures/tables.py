"""Pictures as tables, with the same numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from desktop.exchange.deliverable import Deliverable, ModelPart
from desktop.exchange.figures import part_data, stream_data, track_data
from desktop.exchange.figures.data import (
    Line,
    Table,
    Value,
    radar_by_area,
    radar_by_category,
)
from desktop.exchange.figures.kinds import FigureKind
from desktop.exchange.figures.stream_data import ticked_text
from desktop.language import _
from desktop.model.maturity.parts import WHOLE
from desktop.model.scoring.in_scope import (
    areas_in_scope,
    categories_in_scope,
    streams_in_scope,
    tracks_in_scope,
)
from desktop.model.scoring.own_rules import part_trace
from desktop.model.scoring.results import AreaResult, Trace
from desktop.wording import names, outcome
from desktop.wording.part_results import PartLine


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
    in_place, survey = radar_by_area(deliverable, part).series
    return Table(
        (_("Id"), _("Area"), _("Rating"), _("Practices in place, %"), _("Mean of answers, %")),
        tuple(
            _line((area.id, area.name, names.name(area.rating), share, mean), area.id, area.trace)
            for area, share, mean in zip(areas_in_scope(part.result), in_place.values, survey.values, strict=True)
        ),
    )


def _categories_table(deliverable: Deliverable, part: ModelPart) -> Table:
    in_place, survey = radar_by_category(deliverable, part).series
    return Table(
        (_("Category"), _("Practices in place, %"), _("Mean of answers, %")),
        tuple(
            _line((group.name, share, mean), group.id, group.trace)
            for group, share, mean in zip(categories_in_scope(part.result), in_place.values, survey.values, strict=True)
        ),
    )


def _line(cells: tuple[Value, ...], place: str, trace: Trace, *, part: str = "", level: int | None = None) -> Line:
    return Line(cells, place, part or place, level, trace)


def _staircase_table(_deliverable: Deliverable, part: ModelPart) -> Table:
    level = part.result.level
    return Table(
        (_("Level"), _("Name"), _("State"), _("Areas satisfied"), _("Areas rated"), _("Areas"), _("Progress index, %")),
        tuple(
            _line(
                (
                    int(group.id),
                    group.name,
                    outcome.step_text(group, level),
                    group.satisfied,
                    group.rated,
                    group.areas,
                    group.progress_index,
                ),
                WHOLE,
                group.trace,
                level=int(group.id),
            )
            for group in part.result.levels
        ),
    )


def _heat_table(_deliverable: Deliverable, part: ModelPart) -> Table:
    return Table(
        (_("Level"), _("Id"), _("Area"), _("Rating"), _("Goal"), _("Goal in short"), _("Rating of the goal")),
        tuple(
            line
            for area in sorted(areas_in_scope(part.result), key=lambda area: area.level)
            for line in _area_lines(area, part)
        ),
    )


def _area_lines(area: AreaResult, part: ModelPart) -> list[Line]:
    """A line for each goal; an area without goals has one of its own."""
    own: tuple[Value, ...] = (area.level, area.id, area.name, names.name(area.rating))
    return [
        _line(
            (*own, goal.id, part.pack.goal_by_id[goal.id][1].name, names.name(goal.rating)),
            area.id,
            goal.trace,
            part=goal.id,
        )
        for goal in area.goals
    ] or [_line((*own, None, None, None), area.id, area.trace)]


def _stream_table(_deliverable: Deliverable, part: ModelPart) -> Table:
    return Table(
        (
            _("Id"),
            _("Stream"),
            _("Level now"),
            _("Target"),
            _("Gap"),
            _("Importance"),
            _("Weighted gap"),
            _("Index, not a level"),
            _("Mean level in answers"),
            _("Answers"),
            *([_("Level before its latest change")] if part.last else []),
        ),
        tuple(
            _line(
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
                ),
                row.id,
                stream.trace,
            )
            for row, stream in zip(stream_data.rows_in_scope(part), streams_in_scope(part.result), strict=True)
        ),
    )


def _matrix_table(deliverable: Deliverable, part: ModelPart) -> Table:
    data = stream_data.matrix(deliverable, part)
    ticked = [_("Ticked at level {level}").format(level=number) for number, _name in data.levels]
    return Table(
        (_("Id"), _("Stream"), _("Level now"), *ticked, _("Not ticked for the next level")),
        tuple(
            _line(
                (
                    row.id,
                    row.name,
                    row.level if row.level is not None else row.stands,
                    *(ticked_text(step) for step in row.steps),
                    ", ".join(row.missing) or None,
                ),
                row.id,
                stream.trace,
            )
            for row, stream in zip(data.rows, streams_in_scope(part.result), strict=True)
        ),
    )


def _track_table(_deliverable: Deliverable, part: ModelPart) -> Table:
    level_names = {level.number: level.name for level in part.pack.levels}
    return Table(
        (_("Track"), _("Level"), _("Name"), _("State"), _("Met"), _("Count"), _("Blocked by"), _("Caps")),
        tuple(
            _line(
                (
                    track.name,
                    level.level,
                    level_names[level.level],
                    track_data.state_of(level, track),
                    level.met,
                    track_data.counted(level),
                    (", ".join(track.stopping) or None) if level.level == track.next else None,
                    (", ".join(track.caps) or None) if level.level == track.next else None,
                ),
                track.id,
                level.trace,
                level=level.level,
            )
            for track in tracks_in_scope(part.result)
            for level in track.levels
        ),
    )


def _bars_table(_deliverable: Deliverable, part: ModelPart) -> Table:
    level_names = {level.number: level.name for level in part.pack.levels}
    return Table(
        (_("Track"), _("Level"), _("Name"), *(each.name for each in track_data.bar_parts(None))),
        tuple(
            _line(
                (
                    track.name,
                    level.level,
                    level_names[level.level],
                    *(each.count for each in track_data.bar_parts(level)),
                ),
                track.id,
                level.trace,
                level=level.level,
            )
            for track in tracks_in_scope(part.result)
            for level in track.levels
        ),
    )


def _main_parts_table(_deliverable: Deliverable, part: ModelPart) -> Table:
    shown = {main.id for main in part_data.main_results(part)}
    return _table_of_parts(part, [line for line in part_data.lines(part) if line.id in shown])


def _parts_table(_deliverable: Deliverable, part: ModelPart) -> Table:
    return _table_of_parts(part, part_data.lines(part))


def _table_of_parts(part: ModelPart, lines: Sequence[PartLine]) -> Table:
    known = {result.id: result for result in part.result.parts}
    return Table(
        (_("Part"), _("Kind"), _("Result"), _("Can become"), _("Target"), _("Gap")),
        tuple(
            _line(
                (line.title, line.kind, line.stands, line.between or None, line.target or None, line.gap),
                line.id,
                part_trace(known[line.id]),
            )
            for line in lines
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
    FigureKind.PART_RADAR: _main_parts_table,
    FigureKind.PART_TREE: _parts_table,
}
