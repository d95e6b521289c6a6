"""The pictures there are: of each model's results, and of the plan."""

from __future__ import annotations

from enum import StrEnum

from desktop.exchange.deliverable import ModelPart
from desktop.language import N_, _
from desktop.model.maturity.by_scheme import ByScheme


class FigureKind(StrEnum):
    """A picture of a model's results, or of what is done about them."""

    RADAR_BY_AREA = "radar_by_area"
    RADAR_BY_CATEGORY = "radar_by_category"
    STAIRCASE = "staircase"
    HEAT_MAP = "heat_map"
    STREAM_RADAR = "stream_radar"
    STREAM_MATRIX = "stream_matrix"
    TRACK_STAIRCASE = "track_staircase"
    TRACK_RADAR = "track_radar"
    STATEMENT_BARS = "statement_bars"
    PART_RADAR = "part_radar"
    PART_TREE = "part_tree"
    DISTRIBUTION = "distribution"
    BURN_UP = "burn_up"
    ROADMAP = "roadmap"


_KINDS = ByScheme(
    staged=(
        FigureKind.RADAR_BY_AREA,
        FigureKind.RADAR_BY_CATEGORY,
        FigureKind.STAIRCASE,
        FigureKind.HEAT_MAP,
    ),
    streams=(FigureKind.STREAM_RADAR, FigureKind.STREAM_MATRIX),
    criteria=(FigureKind.TRACK_STAIRCASE, FigureKind.TRACK_RADAR, FigureKind.STATEMENT_BARS),
    parts=(FigureKind.PART_TREE, FigureKind.PART_RADAR),
)

PLAN_KINDS = (FigureKind.BURN_UP, FigureKind.ROADMAP)
"""The pictures of all actions, whatever model they are for."""

_TITLES = {
    FigureKind.RADAR_BY_AREA: N_("Practices in place by key process area"),
    FigureKind.RADAR_BY_CATEGORY: N_("Practices in place by process category"),
    FigureKind.STAIRCASE: N_("Maturity levels"),
    FigureKind.HEAT_MAP: N_("Key process areas and their goals"),
    FigureKind.STREAM_RADAR: N_("Levels of the streams"),
    FigureKind.STREAM_MATRIX: N_("Streams level by level"),
    FigureKind.TRACK_STAIRCASE: N_("Levels of the tracks and what blocks them"),
    FigureKind.TRACK_RADAR: N_("Levels of the tracks"),
    FigureKind.STATEMENT_BARS: N_("Statements met, level by level"),
    FigureKind.PART_RADAR: N_("How much of each main part is reached"),
    FigureKind.PART_TREE: N_("Parts with their results"),
    FigureKind.DISTRIBUTION: N_("How answers spread"),
    FigureKind.BURN_UP: N_("Actions due and done over time"),
    FigureKind.ROADMAP: N_("Road map"),
}

_FILE_WORDS = {
    FigureKind.RADAR_BY_AREA: N_("radar by area"),
    FigureKind.RADAR_BY_CATEGORY: N_("radar by category"),
    FigureKind.STAIRCASE: N_("levels"),
    FigureKind.HEAT_MAP: N_("areas and goals"),
    FigureKind.STREAM_RADAR: N_("radar of streams"),
    FigureKind.STREAM_MATRIX: N_("streams by level"),
    FigureKind.TRACK_STAIRCASE: N_("tracks"),
    FigureKind.TRACK_RADAR: N_("radar of tracks"),
    FigureKind.STATEMENT_BARS: N_("statements"),
    FigureKind.PART_RADAR: N_("radar of parts"),
    FigureKind.PART_TREE: N_("parts"),
    FigureKind.DISTRIBUTION: N_("answers"),
    FigureKind.BURN_UP: N_("actions over time"),
    FigureKind.ROADMAP: N_("road map"),
}


def kinds(part: ModelPart) -> tuple[FigureKind, ...]:
    """The pictures that there are of a model, the most telling first; of answers only where anybody was asked."""
    asked = any(question.answers.asked for question in part.result.questions)
    return (*_KINDS.of(part.pack), *((FigureKind.DISTRIBUTION,) if asked else ()))


def title(kind: FigureKind) -> str:
    """What stands above the picture."""
    return _(_TITLES[kind])


def file_words(kind: FigureKind) -> str:
    """What the picture is called in the name of its file."""
    return _(_FILE_WORDS[kind])
