"""What pictures show, as plain values, and the same as tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from desktop.exchange.deliverable import Deliverable, ModelPart
from desktop.exchange.figures.kinds import FigureKind, title
from desktop.language import _
from desktop.model.scoring.results import GroupResult
from desktop.model.scoring.vocabulary import Rating
from desktop.wording import names, outcome

Value = str | float | int | None


class Table(Struct, frozen=True):
    """A picture in words and figures, for whoever cannot see it or wants the numbers. None is an empty cell."""

    headings: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


class Axis(Struct, frozen=True):
    """An axis of a radar.

    Attributes:
        id: short enough for a small picture.
        missing: what to say in place of a value that is not there.
    """

    id: str
    name: str
    missing: str = "–"


class RadarData(Struct, frozen=True):
    """Shares from 0 to 100 percent around a circle.

    Attributes:
        in_place: for each axis the percent of practices in place; None where there is nothing to show.
        survey: for each axis the mean of the answers; None where there are none or they are hidden.
        full_names: whether axes go by name; otherwise by id and name.
    """

    title: str
    subtitle: str
    axes: tuple[Axis, ...]
    in_place: tuple[float | None, ...]
    survey: tuple[float | None, ...]
    full_names: bool


class Stair(Struct, frozen=True):
    """A level as a step.

    Attributes:
        state: in words, e.g. held.
        part: satisfied areas of those that count, 0 to 1.
    """

    number: int
    name: str
    state: str
    held: bool
    part: float


class StaircaseData(Struct, frozen=True):
    """Levels as steps, the lowest first."""

    title: str
    subtitle: str
    stairs: tuple[Stair, ...]


class Tile(Struct, frozen=True):
    """A rating with what is rated."""

    id: str
    name: str
    rating: Rating


class HeatRow(Struct, frozen=True):
    """An area with its rating and those of its goals."""

    area: Tile
    level: int
    goals: tuple[Tile, ...]


class HeatMapData(Struct, frozen=True):
    """Areas by level, the lowest first; `goals` is the largest number of goals."""

    title: str
    subtitle: str
    rows: tuple[HeatRow, ...]
    goals: int


def radar_by_area(deliverable: Deliverable, part: ModelPart) -> RadarData:
    """Areas in the model's order; those out of scope or not applicable stay as axes without a value."""
    shares = part.shares()
    return RadarData(
        title=title(FigureKind.RADAR_BY_AREA),
        subtitle=subtitle(deliverable, part),
        axes=tuple(Axis(area.id, area.name, names.name(area.rating).lower()) for area in part.result.areas),
        in_place=tuple(shares[area.id] for area in part.result.areas),
        survey=tuple(area.answers.mean_percent for area in part.result.areas),
        full_names=False,
    )


def radar_by_category(deliverable: Deliverable, part: ModelPart) -> RadarData:
    """Categories in the model's order."""
    groups = part.result.categories
    return RadarData(
        title=title(FigureKind.RADAR_BY_CATEGORY),
        subtitle=subtitle(deliverable, part),
        axes=tuple(Axis(group.id, group.name) for group in groups),
        in_place=tuple(group_share(part, group) for group in groups),
        survey=tuple(group.mean_percent for group in groups),
        full_names=True,
    )


def staircase(deliverable: Deliverable, part: ModelPart) -> StaircaseData:
    """The model's levels."""
    level = part.result.level
    return StaircaseData(
        title=outcome.headline(level, part.pack),
        subtitle=subtitle(deliverable, part),
        stairs=tuple(
            Stair(
                number=int(group.id),
                name=group.name,
                state=outcome.step_text(group, level),
                held=int(group.id) <= level.reached,
                part=group.satisfied / group.areas if group.areas else 0.0,
            )
            for group in part.result.levels
        ),
    )


def heat_map(deliverable: Deliverable, part: ModelPart) -> HeatMapData:
    """Areas and goals with their ratings."""
    goal_names = {goal: found.name for goal, (_area, found) in part.pack.goal_by_id.items()}
    rows = [
        HeatRow(
            Tile(area.id, area.name, area.rating),
            area.level,
            tuple(Tile(goal.id, goal_names[goal.id], goal.rating) for goal in area.goals),
        )
        for area in sorted(part.result.areas, key=lambda area: area.level)
    ]
    return HeatMapData(
        title=title(FigureKind.HEAT_MAP),
        subtitle=subtitle(deliverable, part),
        rows=tuple(rows),
        goals=max((len(row.goals) for row in rows), default=0),
    )


def subtitle(deliverable: Deliverable, part: ModelPart) -> str:
    """Whose results and by which model."""
    return " · ".join(text for text in (deliverable.subject.organisation, part.pack.name) if text)


def group_share(part: ModelPart, group: GroupResult) -> float | None:
    """The share of practices in place in a category or level; None where nothing has been characterised yet."""
    shares = part.shares()
    begun = any(
        shares[area.id] is not None
        for area in part.result.areas
        if group.id in area.categories or group.id == str(area.level)
    )
    return group.in_place_percent if begun else None


def table(kind: FigureKind, deliverable: Deliverable, model: str | None = None) -> Table:
    """The picture as a table, with the same numbers.

    Args:
        kind: which picture.
        deliverable: what may be shown.
        model: id of the model; the first one without.

    Raises:
        KeyError: there is no such model.
    """
    part = deliverable.part(model)
    match kind:
        case FigureKind.RADAR_BY_AREA:
            rated = {area.id: names.name(area.rating) for area in part.result.areas}
            return _radar_table(radar_by_area(deliverable, part), _("Area"), rated)
        case FigureKind.RADAR_BY_CATEGORY:
            return _radar_table(radar_by_category(deliverable, part), _("Category"), None)
        case FigureKind.STAIRCASE:
            return _staircase_table(part)
        case FigureKind.HEAT_MAP:
            return _heat_table(heat_map(deliverable, part).rows)


def _radar_table(data: RadarData, what: str, rated: dict[str, str] | None) -> Table:
    numbers = zip(data.axes, data.in_place, data.survey, strict=True)
    if rated is None:
        return Table(
            (what, _("Practices in place, %"), _("Mean of answers, %")),
            tuple((axis.name, share, mean) for axis, share, mean in numbers),
        )
    return Table(
        (_("Id"), what, _("Rating"), _("Practices in place, %"), _("Mean of answers, %")),
        tuple((axis.id, axis.name, rated[axis.id], share, mean) for axis, share, mean in numbers),
    )


def _staircase_table(part: ModelPart) -> Table:
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


def _heat_table(rows: Iterable[HeatRow]) -> Table:
    return Table(
        (_("Level"), _("Id"), _("Area"), _("Rating"), _("Goal"), _("Goal in short"), _("Rating of the goal")),
        tuple(
            (row.level, row.area.id, row.area.name, names.name(row.area.rating), *goal)
            for row in rows
            for goal in _goal_cells(row.goals)
        ),
    )


def _goal_cells(goals: Sequence[Tile]) -> list[tuple[Value, ...]]:
    return [(goal.id, goal.name, names.name(goal.rating)) for goal in goals] or [(None, None, None)]
