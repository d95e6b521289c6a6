"""Which places of a result are in scope."""

from __future__ import annotations

import pytest

from desktop.model.assessment import Assessment
from desktop.model.scoring.in_scope import categories_in_scope, in_scope, is_outside
from tests.builders import tiny_pack
from tests.builders_schemes import tiny_criteria, tiny_streams


@pytest.fixture
def assessment(tmp_path):
    with Assessment.create(tmp_path / "a.maturity", [tiny_pack(), tiny_streams(), tiny_criteria()], author="A") as made:
        yield made


def test_areas_that_do_not_apply_are_in_scope(assessment):
    assessment.models.set_scope("tiny", ["STD"], in_scope=False, reason="Later.")
    assessment.ratings.set_not_applicable("tiny", "SUP", not_applicable=True, reason="None.")
    result = assessment.results.of("tiny")
    assert [area.id for area in in_scope(result.areas)] == ["PLN", "SUP", "DLV"]
    assert [is_outside(level) for level in result.levels if level.areas] == [False, False]


def test_a_level_or_category_is_outside_with_all_its_areas(assessment):
    assessment.models.set_scope("tiny", ["STD", "DLV"], in_scope=False, reason="Later.")
    result = assessment.results.of("tiny")
    assert [level.id for level in result.levels if is_outside(level)] == ["3"]
    assessment.models.set_scope("tiny", ["PLN", "SUP"], in_scope=False, reason="Later.")
    assert categories_in_scope(assessment.results.of("tiny")) == ()


def test_streams_and_tracks(assessment):
    assessment.models.set_scope("tiny-streams", ["DSK"], in_scope=False, reason="Sold.")
    assessment.models.set_scope("tiny-criteria", ["work"], in_scope=False, reason="Bought in.")
    assert [stream.id for stream in in_scope(assessment.results.of("tiny-streams").streams)] == ["REQ", "REP"]
    assert [track.id for track in in_scope(assessment.results.of("tiny-criteria").tracks)] == ["tool"]
