from __future__ import annotations

import pytest


@pytest.fixture
def area(example, read_text):
    return read_text(example).areas[0]


def test_a_practice_that_names_no_goals_serves_all(area):
    served = {practice.id: area.goals_of(practice) for practice in area.practices}
    assert served == {"TEA-CO-1": ("TEA-G1", "TEA-G2"), "TEA-AC-1": ("TEA-G1",), "TEA-AC-2": ("TEA-G2",)}


def test_the_practices_of_a_goal_stand_in_the_pack_s_order(area):
    assert [practice.id for practice in area.practices_of("TEA-G2")] == ["TEA-CO-1", "TEA-AC-2"]
    assert area.practices_of("TEA-G3") == ()
