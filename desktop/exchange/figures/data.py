"""What pictures of staged models show, as plain values, and what pictures of all models share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum, auto

from msgspec import Struct

from desktop.exchange.deliverable import Deliverable, ModelPart
from desktop.exchange.figures.kinds import FigureKind, title
from desktop.language import _
from desktop.model.scoring.in_scope import categories_in_scope, in_scope, is_outside
from desktop.model.scoring.place_stands import PlaceStand
from desktop.model.scoring.results import AreaResult, ModelResult
from desktop.model.scoring.vocabulary import Rating
from desktop.wording import names, outcome
from desktop.wording.names import percent


class Role(Enum):
    """What a line of a radar tells; each looks its own way. `LAST` is what was, or is, before what `NOW` shows."""

    NOW = auto()
    SURVEY = auto()
    TARGET = auto()
    LAST = auto()


class Series(Struct, frozen=True):
    """A line of a radar.

    Attributes:
        values: one for each axis; None where there is nothing to show.
    """

    role: Role
    name: str
    values: tuple[float | None, ...]


class Axis(Struct, frozen=True):
    """An axis of a radar.

    Attributes:
        id: short enough for a small picture.
        told: its value in words, or why there is none.
    """

    id: str
    name: str
    told: str = "–"


class Rings(Struct, frozen=True):
    """The circles of a radar, from its middle at 0.

    Attributes:
        values: where they lie; the last is the outermost.
        outermost: what the last one is called in the legend; nothing is said without a word.
    """

    values: tuple[int, ...]
    outermost: str = ""

    @property
    def top(self) -> int:
        """The value at the end of an axis."""
        return self.values[-1]


class RadarData(Struct, frozen=True):
    """Values around a circle.

    Attributes:
        series: the first is what counts most; one without any value is left out.
        full_names: whether axes go by name; otherwise by id and name.
    """

    title: str
    subtitle: str
    axes: tuple[Axis, ...]
    series: tuple[Series, ...]
    rings: Rings
    full_names: bool


class Stair(Struct, frozen=True):
    """A level as a step.

    Attributes:
        state: in words, e.g. held.
        part: satisfied areas, or statements met, of those that count, 0 to 1.
        short: `state` for where there is little room.
        quiet: whether it is out of scope, and stands there only so that the levels are whole.
    """

    number: int
    name: str
    state: str
    held: bool
    part: float
    short: str = ""
    quiet: bool = False


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
    """Areas in scope in the model's order; those that do not apply stay as axes without a value."""
    areas = in_scope(part.result.areas)
    return RadarData(
        title=title(FigureKind.RADAR_BY_AREA),
        subtitle=subtitle(deliverable, part),
        axes=area_axes(areas),
        series=(
            *_shares([area.in_place_percent for area in areas], [area.answers.mean_percent for area in areas]),
            Series(Role.TARGET, _("To be satisfied"), _wanted(part, areas)),
            *_in_place_then(deliverable, part, areas),
        ),
        rings=percents(),
        full_names=False,
    )


def radar_by_category(deliverable: Deliverable, part: ModelPart) -> RadarData:
    """Categories with areas in scope, in the model's order."""
    groups = categories_in_scope(part.result)
    return RadarData(
        title=title(FigureKind.RADAR_BY_CATEGORY),
        subtitle=subtitle(deliverable, part),
        axes=tuple(Axis(group.id, group.name, _told(group.in_place_percent)) for group in groups),
        series=_shares([group.in_place_percent for group in groups], [group.mean_percent for group in groups]),
        rings=percents(),
        full_names=True,
    )


def _shares(in_place: Sequence[float | None], survey: Sequence[float | None]) -> tuple[Series, ...]:
    return (
        Series(Role.NOW, _("Practices in place"), tuple(in_place)),
        Series(Role.SURVEY, _("Mean of the answers"), tuple(survey)),
    )


def _wanted(part: ModelPart, areas: Sequence[AreaResult]) -> tuple[float | None, ...]:
    """The end of the axis of each area that is to be satisfied."""
    wanted = {gap.place for gap in part.gaps if gap.target}
    return tuple(100.0 if area.id in wanted else None for area in areas)


def last_round(deliverable: Deliverable, part: ModelPart) -> tuple[str, Mapping[str, PlaceStand]] | None:
    """What the round before this one was called, and how places stood then; None where the model was not in it."""
    over = deliverable.rounds[-1] if deliverable.rounds else None
    found = over.of(part.pack.id) if over else None
    return (over.name or _("Last round"), found.stands) if over and found else None


def levels_then(deliverable: Deliverable, part: ModelPart, places: Sequence[str]) -> tuple[Series, ...]:
    """The line of the levels at the end of the last round; none where there was no such round."""
    found = last_round(deliverable, part)
    if found is None:
        return ()
    name, stands = found
    return (Series(Role.LAST, name, tuple(stands.get(place, PlaceStand()).level for place in places)),)


def _in_place_then(deliverable: Deliverable, part: ModelPart, areas: Sequence[AreaResult]) -> tuple[Series, ...]:
    """The line of what was in place at the end of the last round; none where there was no such round."""
    found = last_round(deliverable, part)
    if found is None:
        return ()
    told = [found[1].get(area.id, PlaceStand()).value for area in areas]
    return (Series(Role.LAST, found[0], tuple(float(value) if value else None for value in told)),)


def area_axes(areas: Sequence[AreaResult]) -> tuple[Axis, ...]:
    """An axis for each area; without practices that count it tells its rating."""
    return tuple(
        Axis(area.id, area.name, _told(area.in_place_percent, names.name(area.rating).lower())) for area in areas
    )


def percents() -> Rings:
    """Rings for shares of practices."""
    return Rings((25, 50, 75, 100), _("100 percent"))


def _told(value: float | None, missing: str = "–") -> str:
    return missing if value is None else percent(value)


def staircase(deliverable: Deliverable, part: ModelPart) -> StaircaseData:
    """The model's levels."""
    return StaircaseData(
        title=outcome.headline(part.result.level, part.pack),
        subtitle=subtitle(deliverable, part),
        stairs=stairs(part.result),
    )


def stairs(result: ModelResult) -> tuple[Stair, ...]:
    """The levels of a staged model as steps."""
    return tuple(
        Stair(
            number=int(group.id),
            name=group.name,
            state=outcome.step_text(group, result.level),
            held=int(group.id) <= result.level.reached,
            part=group.satisfied / group.areas if group.areas else 0.0,
            quiet=is_outside(group),
        )
        for group in result.levels
    )


def heat_map(deliverable: Deliverable, part: ModelPart) -> HeatMapData:
    """Areas in scope and their goals with their ratings."""
    goal_names = {goal: found.name for goal, (_area, found) in part.pack.goal_by_id.items()}
    rows = [
        HeatRow(
            Tile(area.id, area.name, area.rating),
            area.level,
            tuple(Tile(goal.id, goal_names[goal.id], goal.rating) for goal in area.goals),
        )
        for area in sorted(in_scope(part.result.areas), key=lambda area: area.level)
    ]
    return HeatMapData(
        title=title(FigureKind.HEAT_MAP),
        subtitle=subtitle(deliverable, part),
        rows=tuple(rows),
        goals=max((len(row.goals) for row in rows), default=0),
    )


def subtitle(deliverable: Deliverable, part: ModelPart) -> str:
    """Whose results, by which model, and what is left out of them."""
    told = (deliverable.subject.organisation, part.pack.name, outcome.left_out(part.result, part.pack))
    return " · ".join(text for text in told if text)
