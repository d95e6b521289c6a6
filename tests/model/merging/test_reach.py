import pytest

from desktop.model.journal import StepId
from desktop.model.merging.reach import CODED, RULES, Knowledge, Reach, is_by_rule, knows_names

SEEN = {"a": {}, "b": {"a": 3}, "c": {"a": 5}, "d": {"b": 9, "c": 7}}
"""One copy went on from the third step of a, another from its fifth; d knew both."""


def test_who_knows_a_step_knows_all_that_it_knew():
    knowledge = Knowledge(SEEN)
    assert knowledge.of("d") == {"a": 5, "b": 9, "c": 7}
    assert knowledge.of("nobody") == {}
    assert Knowledge({**SEEN, "e": {"c": 7, "b": 9}}).of("e") == knowledge.of("d"), "whatever the order"
    assert knowledge.before(StepId(12, "d")) == Reach({"a": 5, "b": 9, "c": 7, "d": 11})


@pytest.mark.parametrize(
    ("step", "other", "knew"),
    [
        ((4, "b"), (3, "a"), True),
        ((4, "b"), (4, "a"), False),
        ((6, "c"), (4, "b"), False),
        ((10, "d"), (5, "a"), True),
        ((10, "d"), (6, "a"), False),
        ((10, "d"), (10, "b"), False),
        ((2, "a"), (1, "a"), True),
        ((2, "a"), (2, "a"), False),
    ],
)
def test_who_knew_of_what(step, other, knew):
    assert Knowledge(SEEN).knew(StepId(*step), StepId(*other)) is knew


def test_the_newest_are_those_nobody_knew():
    knowledge = Knowledge(SEEN)
    assert knowledge.newest(Reach({"a": 5, "b": 9, "c": 7})) == (StepId(7, "c"), StepId(9, "b"))
    assert knowledge.newest(Reach({"a": 6, "b": 9, "c": 7, "d": 10})) == (StepId(6, "a"), StepId(10, "d"))
    assert knowledge.newest(Reach()) == ()


def test_what_all_knew():
    knowledge = Knowledge(SEEN)
    assert knowledge.shared([StepId(9, "b"), StepId(7, "c")]) == Reach({"a": 3})
    assert knowledge.shared([StepId(7, "c")]) == Reach({"a": 5, "c": 7})
    assert knowledge.shared([]) == Reach()


def test_reaches_together_and_in_common():
    one, other = Reach({"a": 3, "b": 1}), Reach({"a": 5, "c": 2})
    assert one | other == other | one == Reach({"a": 5, "b": 1, "c": 2})
    assert one & other == other & one == Reach({"a": 3})
    assert (one | other).covers(one)
    assert not one.covers(other)
    assert (one.knows(StepId(3, "a")), one.knows(StepId(4, "a")), one.knows(StepId(1, "c"))) == (True, False, False)


def test_writers_that_point_at_each_other_hang_nobody():
    assert Knowledge({"a": {"b": 1}, "b": {"a": 1}}).knew(StepId(5, "a"), StepId(1, "b"))


def test_a_thousand_openings_one_after_the_other():
    seen = {f"w{number}": {f"w{number - 1}": number} for number in range(1, 1500)}
    assert len(Knowledge(seen).of("w1499")) == 1499


def test_steps_by_rule_are_known_by_their_writer():
    assert is_by_rule(StepId(1, f"{RULES}0123"))
    assert not is_by_rule(StepId(1, "0123"))


def test_only_who_works_on_a_full_file_is_sure_to_know_names():
    assert [knows_names(StepId(1, writer)) for writer in ("a", f"{CODED}a", f"{RULES}a")] == [True, False, False]
