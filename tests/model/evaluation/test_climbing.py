from __future__ import annotations

import pytest

from desktop.model.evaluation.blank_reasons import BlankReason
from desktop.model.evaluation.part_inputs import PartWord
from tests.rulebooks import ends, flat, results, whole

NA = PartWord(answer=BlankReason.DOES_NOT_APPLY, reason="None here.")


def ladder(**more):
    rule = {"floor": 1, "top": 4, "here": {"at_least": "LI"}, **more}
    return flat({"ladder": rule, "blanks": {"unanswered": "lowest"}}, {"scale": "grades"}, 4, level=(1, 2, 3, 4))


def test_the_floor_asks_for_nothing_unless_what_is_below_is_asked_for():
    assert whole(ladder(), I1="NI", I2="LI").value == 2
    below = ladder(below={"at_least": "FI"})
    assert whole(below, I1="LI", I2="LI").value == 1
    assert whole(below, I1="FI", I2="LI").value == 2


def test_a_level_of_which_nothing_applies_is_not_reached():
    found = results(ladder(), I2=NA, I3="FI", I4="FI")["ALL"]
    assert (found.result.value, found.result.determined, found.ahead.none_apply) == (1, True, True)
    assert whole(ladder(none_apply_passes=True), I2=NA, I3="FI", I4="FI").value == 4


def test_a_level_without_parts_asks_for_nothing():
    book = flat({"ladder": {"floor": 1, "top": 3, "here": {"at_least": "LI"}}}, {"scale": "grades"}, 1, level=(3,))
    assert whole(book, I1="LI").value == 3
    assert whole(book, I1="PI").value == 2


def test_levels_spelt_out_may_be_skipped():
    steps = [
        {"level": 2, "needs": [{"how_many": 2, "at_least": "LI"}]},
        {"level": 5, "needs": [{"at_least": "LI"}, {"of": ["I1"], "at_least": "FI"}]},
    ]
    book = flat(
        {"ladder": {"floor": 0, "top": 5, "levels": steps}, "blanks": {"unanswered": "lowest"}}, {"scale": "grades"}, 3
    )
    assert whole(book, I1="LI", I2="NI").value == 0
    found = results(book, I1="LI", I2="LI", I3="LI")["ALL"]
    assert found.result.value == 2
    assert (found.ahead.level, found.ahead.fails) == (5, ("I1",))
    assert whole(book, I1="FI", I2="LI", I3="LI").value == 5


def test_what_is_open_bounds_the_climb():
    assert ends(whole(ladder(), I2="LI", I4="PI")) == (2, 3)
    assert ends(whole(ladder(), I3="PI")) == (1, 2)


@pytest.mark.parametrize(("says", "value"), [(3, 3), (1, 1), (9, 2), (2.5, 2)])
def test_the_team_may_set_a_level_of_the_ladder_only(says, value):
    book = flat(
        {"ladder": {"floor": 1, "top": 4, "here": {"at_least": "LI"}}, "judged": {"may_set": True},
         "blanks": {"unanswered": "lowest"}},
        {"scale": "grades"}, 4, level=(1, 2, 3, 4),
    )  # fmt: skip
    found = results(book, ALL=PartWord(says=says), I2="LI", I3="PI", I4="PI")["ALL"]
    assert found.result.value == value
    if says == 3:
        assert (found.ahead.level, found.ahead.fails) == (4, ("I4",))
        assert found.result.determined


def test_what_is_surely_there_counts_only_above_what_surely_is():
    found = whole(ladder(), I3="LI", I4="NI")
    assert (found.value, ends(found)) == (1, (1, 3))


def test_what_is_below_begins_at_the_lowest_level():
    rule = {"floor": 0, "top": 2, "here": {"at_least": "LI"}, "below": {"at_least": "FI"}}
    book = flat({"ladder": rule}, {"scale": "grades"}, 2, level=(0, 1))
    assert whole(book, I1="LI", I2="LI").value == 0
    assert whole(book, I1="FI", I2="LI").value == 1


def test_what_is_set_is_held_and_only_what_is_above_stands_before_the_next():
    rule = {"floor": 1, "top": 3, "here": {"at_least": "LI"}, "below": {"at_least": "LI"}}
    book = flat({"ladder": rule, "judged": {"may_set": True}}, {"scale": "grades"}, 3, level=(1, 2, 3))
    said = {"I1": "NI", "I2": "PI", "I3": "PI"}
    assert results(book, ALL=PartWord(says=2), **said)["ALL"].ahead.before == ("I3",)
    assert results(book, **said)["ALL"].ahead.before == ("I1", "I2")


def test_what_stands_before_the_level_that_is_wanted():
    found = results(ladder(), ALL=PartWord(target=3), I2="PI", I4="NI")["ALL"]
    assert (found.to_target.level, found.to_target.before, found.to_target.open) == (3, ("I3",), ("I3",))
    both = ladder(below={"at_least": "LI"})
    found = results(both, ALL=PartWord(target=3), I1="FI", I2="PI")["ALL"].to_target
    assert (found.before, found.fails, found.open) == (("I2", "I3"), ("I2",), ("I3",))
    assert results(both, ALL=PartWord(target=1))["ALL"].to_target is None


def test_a_part_that_does_not_apply_and_stands_in_the_way_is_not_open():
    found = results(ladder(here={"at_least": "LI", "not_applicable_fails": True}, none_apply_passes=True), I2=NA)["ALL"]
    assert (found.ahead.fails, found.ahead.open) == (("I2",), ())


def test_where_nothing_applies_there_is_the_floor():
    found = whole(ladder(), I1=NA, I2=NA, I3=NA, I4=NA)
    assert (found.value, found.determined) == (1, True)


def test_what_the_rule_alone_says_is_told_beside_what_is_set():
    book = flat({"combine": "min", "judged": {"may_set": True}}, {"scale": "numbers"}, 1)
    found = results(book, ALL=PartWord(says=7), I1=2)["ALL"]
    assert (found.result.value, found.by_rule.value) == (7, 2)
