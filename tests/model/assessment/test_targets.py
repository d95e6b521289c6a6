import pytest

from desktop.model.maturity.parts import WHOLE


def test_a_target_has_a_level_an_importance_a_reason_and_who_wants_it(several):
    several.targets.set("tiny-streams", "DSK", level=4, importance=5, reason="Customers ask.", set_by="Sponsor")
    several.targets.set("tiny-streams", "DSK", level=3)
    (target,) = several.targets.all("tiny-streams").values()
    assert (target.level, target.importance, target.reason, target.set_by) == (3, 5, "Customers ask.", "Sponsor")
    assert several.targets.get("tiny-streams", "DSK") == target
    assert several.targets.all("tiny-criteria") == {}


def test_whoever_sets_a_target_first_is_noted_with_it_while_something_is_wanted(several):
    several.targets.set("tiny-streams", "DSK", level=4)
    assert several.targets.get("tiny-streams", "DSK").set_by == "Ada"
    several.work_as("Bea")
    several.targets.set("tiny-streams", "DSK", importance=2)
    assert several.targets.get("tiny-streams", "DSK").set_by == "Ada"
    several.targets.set("tiny-streams", "DSK", level=None, importance=None)
    assert several.targets.get("tiny-streams", "DSK").set_by == ""


def test_the_whole_model_has_a_target(several):
    several.targets.set("tiny-criteria", level=3)
    several.targets.set("tiny-criteria", "", importance=2)
    (target,) = several.targets.all("tiny-criteria").values()
    assert (target.place, target.level, target.importance) == (WHOLE, 3, 2)
    assert several.targets.get("tiny-criteria") == several.targets.get("tiny-criteria", "") == target


def test_a_target_cleared_is_gone_until_undo(several):
    several.targets.set("tiny-criteria", "tool", level=4, reason="So.")
    several.targets.clear("tiny-criteria", "tool")
    assert several.targets.all("tiny-criteria") == {}
    assert several.targets.get("tiny-criteria", "tool").level is None
    several.history.undo()
    assert several.targets.all("tiny-criteria")["tool"].level == 4


def test_gaps_follow_targets(several):
    several.targets.set("tiny-streams", level=2)
    several.targets.set("tiny-streams", "DSK", level=4, importance=3)
    gaps = {stream.id: (stream.gap, stream.weighted_gap) for stream in several.results.of("tiny-streams").streams}
    assert gaps == {"DSK": (3, 9), "REQ": (1, 1), "REP": (1, 1)}


@pytest.mark.parametrize(
    ("model", "place", "cells", "code"),
    [
        ("tiny-streams", "PLN", {"level": 2}, "area.unknown"),
        ("tiny-streams", "DSK-2", {"level": 2}, "area.unknown"),
        ("tiny-streams", "DSK", {"level": 6}, "level.unknown"),
        ("tiny-streams", "", {"level": 0}, "level.unknown"),
        ("tiny-criteria", "tool", {"level": 5}, "level.unknown"),
        ("tiny", "PLN", {"level": 2}, "target.area_level"),
        ("tiny", "PLN", {"importance": 0}, "target.importance"),
        ("tiny", "PLN", {"importance": 6}, "target.importance"),
        ("unheard", "", {"level": 1}, "model.not_in_use"),
    ],
)
def test_impossible_targets_are_refused(several, refused, model, place, cells, code):
    assert refused(several.targets.set, model, place, **cells) == code


def test_an_area_is_to_be_satisfied_or_need_not_be(several):
    for level in (1, 0):
        several.targets.set("tiny", "PLN", level=level)
        assert several.targets.get("tiny", "PLN").level == level


def test_only_known_places_are_cleared(several, refused):
    assert refused(several.targets.clear, "tiny", "unheard") == "area.unknown"
