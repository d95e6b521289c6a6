"""The radar of a comparison: each place now and then, and what is wanted of it."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.exchange.comparison import ComparedModel, Comparison
from desktop.exchange.deliverable import Deliverable, ModelPart
from desktop.exchange.figures import data, part_data, stream_data
from desktop.exchange.figures.data import Axis, RadarData, Rings, Role, Series
from desktop.exchange.figures.drawing import Drawing, radar
from desktop.language import _
from desktop.model.maturity.by_scheme import ByScheme
from desktop.model.scoring.in_scope import in_scope
from desktop.wording import outcome


def compared_radar(comparison: Comparison, model: str, then: str, now: str) -> Drawing | None:
    """The radar of a model on both sides; None where its versions cannot be compared.

    Args:
        comparison: the two sides.
        model: id of the model.
        then: what the earlier side is called.
        now: what the later side is called.
    """
    found = comparison.model(model)
    if found is None or not found.places:
        return None
    return radar(compared_data(comparison, found, then, now))


def compared_data(comparison: Comparison, compared: ComparedModel, then: str, now: str) -> RadarData:
    """What the radar shows: the axes of the later side, with the values of the earlier one on them."""
    assert compared.then is not None
    assert compared.now is not None
    after = _shown(comparison.now, compared.now)
    before = _values(_shown(comparison.then, compared.then), compared.image)
    wanted = [each for each in after.series if each.role is Role.TARGET]
    return RadarData(
        title=_("“{now}” beside “{then}”").format(now=now, then=then),
        subtitle=after.subtitle,
        axes=after.axes,
        series=(
            Series(Role.NOW, now, after.series[0].values),
            Series(Role.LAST, then, tuple(before.get(axis.id) for axis in after.axes)),
            *wanted,
        ),
        rings=after.rings,
        full_names=after.full_names,
    )


def _values(shown: RadarData, image: Mapping[str, str]) -> dict[str, float | None]:
    values = zip(shown.axes, shown.series[0].values, strict=True)
    return {image[axis.id]: value for axis, value in values if axis.id in image}


def _tracks(deliverable: Deliverable, part: ModelPart) -> RadarData:
    """The level that each track demonstrates."""
    tracks = in_scope(part.result.tracks)
    levels = [level.number for level in part.pack.levels]
    return RadarData(
        title="",
        subtitle=data.subtitle(deliverable, part),
        axes=tuple(Axis(track.id, track.name, outcome.stands(track)) for track in tracks),
        series=(
            Series(Role.NOW, "", tuple(None if track.excluded else float(track.level) for track in tracks)),
            Series(Role.TARGET, _("Target"), tuple(track.target for track in tracks)),
        ),
        rings=Rings(tuple(levels)),
        full_names=True,
    )


_SHOWN = ByScheme(staged=data.radar_by_area, streams=stream_data.radar, criteria=_tracks, parts=part_data.main_parts)


def _shown(deliverable: Deliverable, part: ModelPart) -> RadarData:
    return _SHOWN.of(part.pack)(deliverable, part)
