from __future__ import annotations

from desktop.exchange.deliverable import Deliverable
from desktop.exchange.figures import FigureKind, data, table
from desktop.model.scoring.vocabulary import Rating
from desktop.wording import names, outcome


def test_the_area_table_has_the_engines_numbers(small: Deliverable) -> None:
    found = table(FigureKind.RADAR_BY_AREA, small)
    assert found.cells == tuple(
        (area.id, area.name, area.rating, area.in_place_percent, area.answers.mean_percent)
        for area in small.part().result.areas
    )
    assert any(isinstance(row[3], float) for row in found.cells)


def test_the_category_table_has_the_engines_numbers(small: Deliverable) -> None:
    groups = small.part().result.categories
    assert table(FigureKind.RADAR_BY_CATEGORY, small).cells == tuple(
        (group.name, group.in_place_percent, group.mean_percent) for group in groups
    )


def test_the_level_table_has_the_engines_numbers(small: Deliverable) -> None:
    result = small.part().result
    assert table(FigureKind.STAIRCASE, small, "tiny").cells == tuple(
        (
            f"Level {group.id}: {group.name}",
            outcome.step_text(group, result.level),
            group.satisfied,
            group.rated,
            group.areas,
            group.progress_index,
        )
        for group in result.levels
    )


def test_the_heat_table_has_every_goal_with_its_rating(large: Deliverable) -> None:
    rows = table(FigureKind.HEAT_MAP, large).cells
    goals = {goal.id: goal.rating for area in large.part().result.areas for goal in area.goals}
    assert {row[3]: row[5] for row in rows} == goals


def test_missing_values_are_gaps_and_say_why(large: Deliverable) -> None:
    found = data.radar_by_area(large, large.part())
    for axis, share, area in zip(found.axes, found.series[0].values, large.part().result.areas, strict=True):
        if area.level > 3 or area.rating is Rating.NOT_APPLICABLE:
            assert share is None
            assert axis.told == names.name(area.rating).lower()
        else:
            assert share == area.in_place_percent


def test_a_level_without_any_characterisation_has_no_share(large: Deliverable) -> None:
    part = large.part()
    shares = {group.id: group.in_place_percent for group in part.result.levels}
    assert shares["4"] is None
    assert shares["2"] is not None


def test_areas_in_the_heat_map_go_by_level(large: Deliverable) -> None:
    levels = [row.level for row in data.heat_map(large, large.part()).rows]
    assert levels == sorted(levels)
