"""Pictures as drawings: what a paper is given to show them, and what is said in their place. Loads no matplotlib."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct

from desktop.exchange.deliverable import Deliverable, ModelPart
from desktop.exchange.figures import data, part_data, stream_data, track_data
from desktop.exchange.figures.bars import draw_bars
from desktop.exchange.figures.burn_up import BurnUpData, burn_up_data, burn_up_words, draw_burn_up
from desktop.exchange.figures.data import RadarData, StaircaseData
from desktop.exchange.figures.distribution import distribution_data, distribution_height, draw_distribution
from desktop.exchange.figures.heat_map import draw_heat_map, heat_map_height
from desktop.exchange.figures.kinds import FigureKind, title
from desktop.exchange.figures.matrix import draw_matrix
from desktop.exchange.figures.paper import Paper
from desktop.exchange.figures.part_tree import draw_part_tree
from desktop.exchange.figures.radar import draw_radar, radar_height
from desktop.exchange.figures.radars import RADARS
from desktop.exchange.figures.roadmap import draw_roadmap, roadmap_height
from desktop.exchange.figures.roadmap_data import RoadmapData, roadmap_data, roadmap_words
from desktop.exchange.figures.staircase import draw_staircase
from desktop.exchange.figures.tracks import draw_tracks
from desktop.exchange.figures.trend import TrendData, draw_trend, trend_words
from desktop.exchange.tables.roadmap import in_time

Draw = Callable[[Paper], None]

LEAST = 300.0
"""No figure with its heading can be read on a lower paper, in pixels at 100 %."""
_AROUND = 130.0
_AREA, _STREAM, _TRACK, _PART, _BAR, _SPREAD = 25.0, 28.0, 120.0, 23.0, 21.0, 25.0
"""What a row needs for its words to be read; around all rows stand heading and legend."""
_TRACK_NAME = 36.0
"""What stands above the bars of a track, and the space to the next."""


class Drawing(Struct, frozen=True):
    """A picture that any paper can show.

    Attributes:
        draw: draws it, as large as the paper is and in its colours.
        words: its names and values, for whoever cannot see it; empty where a table beside it tells them.
        least: how high the paper must be for the words of a figure to be read, in pixels at 100 %.
        most: higher than that it would be empty; None where a higher paper shows more.
    """

    draw: Draw
    words: str = ""
    least: float = LEAST
    most: float | None = None


def figure(kind: FigureKind, deliverable: Deliverable, model: str | None = None) -> Drawing:
    """A picture of a model's results, the first model's without an id, or of the plan, whatever the model.

    Raises:
        KeyError: there is no such model.
    """
    part = deliverable.part(model)
    return radar(RADARS[kind](deliverable, part)) if kind in RADARS else _FIGURES[kind](deliverable, part)


def radar(shown: RadarData) -> Drawing:
    """Values around a circle."""
    words = ", ".join(f"{axis.name} {axis.told}" for axis in shown.axes)
    return Drawing(lambda paper: draw_radar(paper, shown), words, most=radar_height(shown))


def staircase(shown: StaircaseData) -> Drawing:
    """Levels as steps."""
    words = ", ".join(f"{stair.number} {stair.name}: {stair.state}" for stair in shown.stairs)
    return Drawing(lambda paper: draw_staircase(paper, shown), words)


def trend(shown: TrendData) -> Drawing:
    """Readings of a measure."""
    return Drawing(lambda paper: draw_trend(paper, shown), trend_words(shown))


def burn_up(shown: BurnUpData) -> Drawing:
    """Actions due and done over time."""
    return Drawing(lambda paper: draw_burn_up(paper, shown), burn_up_words(shown))


def roadmap(shown: RoadmapData, chosen: str = "") -> Drawing:
    """Actions over quarters, one of them chosen if any is."""
    return Drawing(
        lambda paper: draw_roadmap(paper, shown, chosen),
        roadmap_words(shown),
        least=max(LEAST, roadmap_height(shown)),
    )


def _heat_map(deliverable: Deliverable, part: ModelPart) -> Drawing:
    shown = data.heat_map(deliverable, part)
    least = _tall(len(shown.rows), _AREA)
    return Drawing(lambda paper: draw_heat_map(paper, shown), least=least, most=heat_map_height(shown))


def _matrix(deliverable: Deliverable, part: ModelPart) -> Drawing:
    shown = stream_data.matrix(deliverable, part)
    return Drawing(lambda paper: draw_matrix(paper, shown), least=_tall(len(shown.rows), _STREAM))


def _tracks(deliverable: Deliverable, part: ModelPart) -> Drawing:
    shown = track_data.tracks(deliverable, part)
    return Drawing(lambda paper: draw_tracks(paper, shown), least=_tall(len(shown.tracks), _TRACK))


def _bars(deliverable: Deliverable, part: ModelPart) -> Drawing:
    shown = track_data.bars(deliverable, part)
    return Drawing(
        lambda paper: draw_bars(paper, shown),
        least=_tall(sum(len(track.bars) for track in shown.tracks), _BAR, len(shown.tracks) * _TRACK_NAME),
    )


def _tall(rows: int, each: float, between: float = 0.0) -> float:
    return max(LEAST, _AROUND + between + rows * each)


def _distribution(deliverable: Deliverable, part: ModelPart) -> Drawing:
    shown = distribution_data(deliverable, part)
    least = _tall(len(shown.rows), _SPREAD)
    return Drawing(lambda paper: draw_distribution(paper, shown), least=least, most=distribution_height(shown))


def _burn_up(deliverable: Deliverable, _part: ModelPart) -> Drawing:
    named = title(FigureKind.BURN_UP)
    return burn_up(burn_up_data(deliverable.actions, deliverable.day, named, deliverable.subject.organisation))


def _roadmap(deliverable: Deliverable, _part: ModelPart) -> Drawing:
    return roadmap(roadmap_data(in_time(deliverable), title(FigureKind.ROADMAP), deliverable.subject.organisation))


def _part_tree(deliverable: Deliverable, part: ModelPart) -> Drawing:
    shown = part_data.part_tree(deliverable, part)
    return Drawing(lambda paper: draw_part_tree(paper, shown), least=_tall(len(shown.rows), _PART))


_FIGURES: Mapping[FigureKind, Callable[[Deliverable, ModelPart], Drawing]] = {
    FigureKind.STAIRCASE: lambda deliverable, part: staircase(data.staircase(deliverable, part)),
    FigureKind.HEAT_MAP: _heat_map,
    FigureKind.STREAM_MATRIX: _matrix,
    FigureKind.TRACK_STAIRCASE: _tracks,
    FigureKind.STATEMENT_BARS: _bars,
    FigureKind.PART_TREE: _part_tree,
    FigureKind.DISTRIBUTION: _distribution,
    FigureKind.BURN_UP: _burn_up,
    FigureKind.ROADMAP: _roadmap,
}
