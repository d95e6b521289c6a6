"""What radars show of any model: the picture that tells its profile."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desktop.exchange.deliverable import Deliverable, ModelPart
from desktop.exchange.figures import data, part_data, stream_data, track_data
from desktop.exchange.figures.data import RadarData
from desktop.exchange.figures.kinds import FigureKind, kinds

RADARS: Mapping[FigureKind, Callable[[Deliverable, ModelPart], RadarData]] = {
    FigureKind.RADAR_BY_AREA: data.radar_by_area,
    FigureKind.RADAR_BY_CATEGORY: data.radar_by_category,
    FigureKind.STREAM_RADAR: stream_data.radar,
    FigureKind.TRACK_RADAR: track_data.radar,
    FigureKind.PART_RADAR: part_data.main_parts,
}
"""By kind of picture."""


def profile(deliverable: Deliverable, part: ModelPart) -> RadarData:
    """How the main parts of a model stand beside each other; of a staged model its categories."""
    (kind,) = [kind for kind in kinds(part) if kind in RADARS and kind is not FigureKind.RADAR_BY_AREA]
    return RADARS[kind](deliverable, part)
