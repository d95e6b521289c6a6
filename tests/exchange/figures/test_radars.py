"""Radars tell now, what is wanted, and the round before, and their tables tell the same."""

from __future__ import annotations

from fractions import Fraction

import pytest
from msgspec.structs import replace

from desktop.exchange.deliverable import Deliverable
from desktop.exchange.figures import FigureKind, kinds, table
from desktop.exchange.figures.data import RadarData, Role, Series
from desktop.exchange.figures.radars import RADARS, profile
from desktop.exchange.round_lines import RoundLine, RoundModel
from desktop.model.scoring.place_stands import PlaceStand, place_stands
from desktop.model.scoring.vocabulary import Rating


@pytest.fixture
def again(every: Deliverable) -> Deliverable:
    """With a round before, in which everything stood as it does now."""
    models = tuple(RoundModel(part.pack.id, "", place_stands(part.result)) for part in every.models)
    return replace(every, rounds=(RoundLine("Spring", None, None, models),))


def series(data: RadarData, role: Role) -> Series | None:
    return next((each for each in data.series if each.role is role), None)


@pytest.mark.parametrize("kind", [FigureKind.STREAM_RADAR, FigureKind.TRACK_RADAR])
def test_levels_of_the_last_round_are_a_line_of_their_own(again: Deliverable, kind: FigureKind) -> None:
    part = next(part for part in again.models if kind in kinds(part))
    data = RADARS[kind](again, part)
    then, now = series(data, Role.LAST), series(data, Role.NOW)
    assert then is not None
    assert now is not None
    assert (then.name, then.values) == ("Spring", now.values)
    shown = table(kind, again, part.pack.id)
    assert shown.columns[-1].heading == "Spring"
    assert tuple(row[-1] for row in shown.cells) == then.values


def test_without_a_round_before_there_is_no_such_line(every: Deliverable, again: Deliverable) -> None:
    part = every.part("tiny-criteria")
    assert series(RADARS[FigureKind.TRACK_RADAR](every, part), Role.LAST) is None
    elsewhere = replace(again, rounds=(replace(again.rounds[0], models=()),))
    assert series(RADARS[FigureKind.TRACK_RADAR](elsewhere, part), Role.LAST) is None
    assert [column.heading for column in table(FigureKind.TRACK_RADAR, elsewhere, part.pack.id).columns][-1] != "Spring"


def test_parts_are_told_in_percent_of_what_they_could_be_now(again: Deliverable) -> None:
    part = again.models[-1]
    data = profile(again, part)
    then, now = series(data, Role.LAST), series(data, Role.NOW)
    assert then is not None
    assert now is not None
    for was, is_ in zip(then.values, now.values, strict=True):
        assert was is not None
        assert is_ is not None
        assert abs(Fraction(was) - Fraction(is_)) <= 1  # the round kept two decimals


def test_areas_tell_how_they_were_rated_and_which_are_to_be_satisfied(again: Deliverable) -> None:
    part = again.part("tiny")
    gaps = tuple(replace(gap, target=1 if gap.place == "SUP" else None) for gap in part.gaps)
    wanted = replace(part, gaps=gaps)
    target = series(RADARS[FigureKind.RADAR_BY_AREA](again, wanted), Role.TARGET)
    assert target is not None
    axes = [axis.id for axis in RADARS[FigureKind.RADAR_BY_AREA](again, wanted).axes]
    assert dict(zip(axes, target.values, strict=True)) == {id_: 100.0 if id_ == "SUP" else None for id_ in axes}
    shown = table(FigureKind.RADAR_BY_AREA, replace(again, models=(wanted,)))
    cells = {row[0]: row[-2:] for row in shown.cells}
    ratings = {area.id: area.rating for area in part.result.areas}
    assert cells == {id_: (Rating.SATISFIED if id_ == "SUP" else None, ratings[id_]) for id_ in map(str, cells)}


def test_a_place_that_is_new_has_no_value_then(again: Deliverable) -> None:
    part = again.part("tiny-streams")
    first, *others = part.result.streams
    stands = {each.id: PlaceStand(level=1) for each in others}
    before = replace(again.rounds[0], models=(RoundModel(part.pack.id, "", stands),))
    then = series(RADARS[FigureKind.STREAM_RADAR](replace(again, rounds=(before,)), part), Role.LAST)
    assert then is not None
    assert then.values == (None, *(1 for _each in others))
    assert first.id not in stands
