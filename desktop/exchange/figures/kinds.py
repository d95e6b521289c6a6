"""The pictures there are."""

from __future__ import annotations

from enum import StrEnum

from desktop.language import N_, _


class FigureKind(StrEnum):
    """A picture of a model's results."""

    RADAR_BY_AREA = "radar_by_area"
    RADAR_BY_CATEGORY = "radar_by_category"
    STAIRCASE = "staircase"
    HEAT_MAP = "heat_map"


_TITLES = {
    FigureKind.RADAR_BY_AREA: N_("Practices in place by key process area"),
    FigureKind.RADAR_BY_CATEGORY: N_("Practices in place by process category"),
    FigureKind.STAIRCASE: N_("Maturity levels"),
    FigureKind.HEAT_MAP: N_("Key process areas and their goals"),
}

_FILE_WORDS = {
    FigureKind.RADAR_BY_AREA: N_("radar by area"),
    FigureKind.RADAR_BY_CATEGORY: N_("radar by category"),
    FigureKind.STAIRCASE: N_("levels"),
    FigureKind.HEAT_MAP: N_("areas and goals"),
}


def title(kind: FigureKind) -> str:
    """What stands above the picture."""
    return _(_TITLES[kind])


def file_words(kind: FigureKind) -> str:
    """What the picture is called in the name of its file."""
    return _(_FILE_WORDS[kind])
