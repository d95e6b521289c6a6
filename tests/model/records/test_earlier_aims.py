import pytest

from desktop.model.records.earlier_aims import aim, aimed, is_earlier


def change(clock, cell, after, row="a"):
    return {"clock": clock, "writer": "w", "kind": "action", "row": row, "cell": cell, "before": "?", "after": after}


def told(*changes):
    return [(each["clock"], each["row"], each["before"], each["after"]) for each in aimed(changes)]


def test_a_place_and_a_goal_said_at_once_are_one_change():
    assert told(change(1, "area", "PLN"), change(1, "goal", "PLN-G1")) == [(1, "a", None, "PLN-G1")]
    assert told(change(1, "goal", "PLN-G1"), change(1, "area", "PLN")) == [(1, "a", None, "PLN-G1")]


def test_the_place_is_meant_once_no_goal_is_said():
    steps = [change(1, "area", "PLN"), change(2, "goal", "PLN-G1"), change(3, "goal", ""), change(4, "area", "")]
    assert told(*steps) == [
        (1, "a", None, "PLN"), (2, "a", "PLN", "PLN-G1"), (3, "a", "PLN-G1", "PLN"), (4, "a", "PLN", ""),
    ]  # fmt: skip


def test_each_action_has_its_own():
    assert told(change(1, "area", "PLN"), change(1, "area", "SUP", "b"), change(2, "area", "STD")) == [
        (1, "a", None, "PLN"), (1, "b", None, "SUP"), (2, "a", "PLN", "STD"),
    ]  # fmt: skip


def test_what_changes_no_aim_is_no_change():
    assert told(change(1, "area", "PLN"), change(1, "goal", "PLN-G1"), change(2, "area", "PLN")) == [
        (1, "a", None, "PLN-G1")
    ]


@pytest.mark.parametrize(
    ("area", "goal", "meant"),
    [("PLN", "G", "G"), ("PLN", "", "PLN"), ('"PLN"', '""', '"PLN"'), ("PLN", None, "PLN"), (None, None, None)],
)
def test_which_of_both_is_meant(area, goal, meant):
    assert aim(area, goal) == meant


def test_other_cells_and_kinds_are_left():
    assert is_earlier(change(1, "goal", ""))
    assert not is_earlier(change(1, "title", ""))
    assert not is_earlier({**change(1, "area", ""), "kind": "area_rating"})
