"""Conflicts in words."""

import shutil

import pytest

from desktop.model.assessment import Assessment
from desktop.model.scoring.vocabulary import Characterisation
from desktop.wording.open_conflicts import conflict_words
from desktop.wording.steps import sentence
from tests.builders import tiny_pack


@pytest.fixture
def pair(moulds, tmp_path):
    with moulds.fresh(tmp_path / "a.maturity", [tiny_pack()], "Ada") as one:
        member = one.preparation.add_member("Dan")
        path = shutil.copyfile(one.path, tmp_path / "b.maturity")
        with Assessment.open(path, author="Bea") as other:
            yield one, other, member


def merged(one, other):
    one.merging.take_in(other.merging.bundle(one.merging.reach()), "Bea")
    return conflict_words(one.conflicts.all(), one)


def test_two_values_with_who_said_them(pair):
    one, other, _member = pair
    one.preparation.set_details(unit="Desk")
    other.preparation.set_details(unit="Operations " * 40)
    (found,) = merged(one, other)
    assert found.what == "Unit"
    assert {side.text.strip() for side in found.sides} == {"Desk", ("Operations " * 40).strip()}
    assert {side.who.partition(",")[0] for side in found.sides} == {"Ada", "Bea"}
    assert [side.stands for side in found.sides].count(True) == 1
    assert found.meanwhile == next(side.text for side in found.sides if side.stands)


def test_removed_here_and_changed_there(pair):
    one, other, member = pair
    one.preparation.remove_member(member)
    other.preparation.set_member(member, name="Daniela")
    (found,) = merged(one, other)
    assert (found.what, [side.value for side in found.sides]) == ("Removed here, changed there", [False, True])
    assert found.sides[1].text == "Name: Daniela"
    one.conflicts.settle(found.open.conflict, value=True)
    assert [each.name for each in one.preparation.members()] == ["Daniela"]


def test_what_is_judged_is_told_by_its_code_and_so_is_what_settled_it(pair):
    one, other, _member = pair
    practice = tiny_pack().area_by_id["PLN"].practices[0].id
    one.ratings.characterise_all("tiny", {practice: Characterisation.FULLY})
    other.ratings.characterise_all("tiny", {practice: Characterisation.NOT})
    (found,) = merged(one, other)
    assert (found.about, found.what) == (f"Practice · {practice}", "Characterisation")
    one.conflicts.settle(found.open.conflict, found.sides[0].value)
    told = sentence(one.history.steps(1)[0])
    assert told == f"Settle what copies said in different ways (practice {practice}: Characterisation)"
