"""Slides of how the parts of a model stand beside each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop.exchange.deliverable import Deliverable, ModelPart
from desktop.exchange.figures import radars
from desktop.exchange.figures.data import RadarData, Role, Series
from desktop.exchange.slides.measuring import shared_out
from desktop.exchange.slides.slide import ChartKind, ChartSlide, Slide, told
from desktop.exchange.slides.standings import numbers_of
from desktop.language import _
from desktop.model.scoring.in_scope import in_scope
from desktop.model.scoring.results import AreaResult, GroupResult
from desktop.model.scoring.vocabulary import Rating
from desktop.wording import names, outcome, slides

SPOKES = 10
"""More names do not fit around a radar in type that can be read from the last row."""

_FEWEST_SPOKES = 5
"""Fewer say more as bars."""

BARS = 7
"""More bars do not fit on a slide."""

PERCENTS = (100.0, 25.0)
"""The end of an axis of shares, and its steps."""

_GROUNDS = {Rating.SATISFIED: 0, Rating.UNSATISFIED: 1}

_SHOWN = (Role.NOW, Role.TARGET, Role.LAST)


def profile(deliverable: Deliverable, part: ModelPart) -> Iterator[Slide]:
    """A radar of as many names as can be read, of few bars; of a staged model also its areas, level by level.

    Where all stand alike, the slide of the model's level has said it.
    """
    data = radars.profile(deliverable, part)
    count = len(data.axes)
    differ = any(len(set(each.values) - {None}) > 1 for each in data.series if each.role in _SHOWN)
    if differ and _FEWEST_SPOKES <= count <= SPOKES:
        yield _chart(part, data, ChartKind.RADAR, range(count))
    elif differ and (count < _FEWEST_SPOKES or not part.result.areas):
        for shown in shared_out(count, BARS):
            yield _chart(part, data, ChartKind.BARS, shown)
    for level in part.result.levels:
        inside = [area for area in in_scope(part.result.areas) if str(area.level) == level.id]
        if all(area.in_place_percent is None for area in inside):
            continue  # nothing to see; what is not rated is told with what was not assessed
        for shown in shared_out(len(inside), BARS):
            yield _areas(part, level, [inside[place] for place in shown])


def _chart(part: ModelPart, data: RadarData, kind: ChartKind, shown: range) -> Slide:
    axes = [data.axes[place] for place in shown]
    series = tuple(
        Series(each.role, each.name, tuple(each.values[place] for place in shown))
        for each in data.series
        if each.role in _SHOWN and any(value is not None for value in each.values)
    )
    now, rings = data.series[0].values, data.rings
    percent = rings.top == PERCENTS[0]
    return Slide(
        slides.profile(part.pack.name, [(axis.name, now[place]) for axis, place in zip(axes, shown, strict=True)]),
        ChartSlide(
            kind,
            tuple(axis.name for axis in axes),
            series or data.series[:1],
            top=rings.top,
            step=PERCENTS[1] if percent else 1,
            caption=_caption(part, data),
            alt="; ".join(f"{axis.name}: {axis.told}" for axis in axes) + ".",
            labels=tuple(axis.told for axis in axes),
            percent=percent,
        ),
        told([data.title + ".", outcome.left_out(part.result, part.pack), numbers_of(part)]),
    )


def _caption(part: ModelPart, data: RadarData) -> str:
    if part.result.parts:
        return data.series[0].name
    if part.result.areas:
        return _("{series}, in percent").format(series=data.series[0].name)
    return _("Levels from {first} to {last}").format(first=data.rings.values[0], last=data.rings.top)


def _areas(part: ModelPart, level: GroupResult, shown: Sequence[AreaResult]) -> Slide:
    """Areas of a level: how many of their practices are in place, each as it is rated."""
    ratings = [rating for rating in Rating if any(area.rating is rating for area in shown)]
    series = tuple(
        Series(
            Role.NOW,
            names.name(rating),
            tuple(area.in_place_percent if area.rating is rating else None for area in shown),
        )
        for rating in ratings
    )
    rated = [(area.name, area.in_place_percent) for area in shown if area.rating is not Rating.NOT_RATED]
    return Slide(
        slides.areas_of_level(
            part.pack, int(level.id), level.satisfied, level.areas, rated, all_shown=len(shown) == level.areas
        ),
        ChartSlide(
            ChartKind.BARS,
            tuple(area.name if area.in_place_percent is not None else _without(area) for area in shown),
            series,
            *PERCENTS,
            caption=_("Practices in place, in percent. An area is satisfied once all its goals are."),
            alt="; ".join(f"{area.name}: {_stands(area)}" for area in shown) + ".",
            grounds=tuple(_GROUNDS.get(rating, 2) for rating in ratings),
            stacked=True,
            percent=True,
        ),
        told([outcome.state_text(level).capitalize() + ".", numbers_of(part)]),
    )


def _without(area: AreaResult) -> str:
    """An area that has no bar."""
    return _("{name} ({rating})").format(name=area.name, rating=names.name(area.rating).lower())


def _stands(area: AreaResult) -> str:
    rating = names.name(area.rating).lower()
    if area.in_place_percent is None:
        return rating
    return _("{percent}, {rating}").format(percent=names.percent(area.in_place_percent), rating=rating)
