"""What respondents are asked about a model with rules of its own."""

from __future__ import annotations

import pytest

from desktop.model.maturity.part_questions import asked_parts, asked_scale, asks_by_itself, part_scale
from desktop.model.maturity.questionnaire import asked_by_id, scales, sections
from desktop.model.maturity.rulebook import NumberRange, PackPart, PartKind, RatingScale, Rulebook
from tests.own_rules import PACKS, own_rules


def percents(scale):
    return {choice.name: choice.percent for choice in asked_scale(scale).answers}


@pytest.mark.parametrize("name", [path.stem for path in PACKS])
def test_each_part_that_is_answered_can_be_asked_with_its_own_scale(name):
    pack = own_rules(name)
    found = asked_by_id(pack, scales(pack)[0].id)
    assert list(found) == [part.id for part in asked_parts(pack.rules)]
    for id_, asked in found.items():
        scale = pack.rules.scale_of(pack.rules.part_by_id[id_])
        assert scale is not None
        assert [choice.id for choice in reversed(asked.scale.answers)] == [choice.id for choice in scale.asked]
        assert asked.text
    assert {section.place for section in sections(pack, scales(pack)[0].id)} <= pack.place_by_id.keys()


def test_only_kinds_that_say_so_are_asked_where_one_does():
    assert asks_by_itself(own_rules("sum-of-levels").rules)
    assert not asks_by_itself(own_rules("weighted-mean").rules)


def test_percents_follow_the_values_and_else_the_order():
    assert percents(RatingScale(id="s", grades=("N", "P", "F"))) == {"F": 100, "P": 50, "N": 0}
    coverage = own_rules("sum-of-levels").rules.scale_by_id["coverage"]
    assert percents(coverage) == {"most": 100, "half": 50, "some": 25, "none": 0}


@pytest.mark.parametrize(
    ("low", "high", "whole", "names"),
    [
        (0, 3, False, ["0", "1", "2", "3"]),
        (0, 100, False, ["0", "10", "20", "30", "40", "50", "60", "70", "80", "90", "100"]),
        (0, 1.5, False, ["0", "0.15", "0.3", "0.45", "0.6", "0.75", "0.9", "1.05", "1.2", "1.35", "1.5"]),
        (1, 26, True, ["1", "4", "6", "8", "11", "14", "16", "18", "21", "24", "26"]),
    ],
)
def test_a_number_is_chosen_from_steps(low, high, whole, names):
    scale = RatingScale(id="s", number_range=NumberRange(low=low, high=high, whole=whole))
    assert list(percents(scale)) == names[::-1]
    assert (asked_scale(scale).answers[0].percent, asked_scale(scale).answers[-1].percent) == (100, 0)


def test_what_several_can_be_ticked_of_is_left_to_the_team():
    scale = RatingScale(id="s", grades=("a", "b"), several=True)
    kinds = (PartKind(id="k", scale="s"), PartKind(id="m"))
    book = Rulebook(
        scales=(scale,), kinds=kinds, parts=(PackPart(id="A", kind="m"), PackPart(id="B", kind="k", parent="A"))
    )
    assert asked_parts(book) == ()
    assert part_scale(book).answers == ()
