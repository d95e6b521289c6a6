import pytest

from desktop.model.assessment.rules.settled_areas import reopen_settled
from desktop.model.journal import Change
from desktop.model.records import AreaRating, Instance, PartRating
from tests.model.assessment.rules.around import Held


def opened(*changes, held=()):
    found = list(reopen_settled([Change(*change) for change in changes], Held(held)))
    assert all(each.kind is AreaRating and each.cells == {"settled": False} for each in found)
    return [each.key for each in found]


PLN = ("tiny", "PLN")


@pytest.mark.parametrize(
    ("change", "opens"),
    [
        (("practice_rating", "tiny/PLN-AC-1", "value", None, "FI"), True),
        (("practice_rating", "tiny/PLN-AC-1", "value", "FI", None), True),
        (("practice_rating", "tiny/PLN-AC-1", "alternative", None, True), True),
        (("practice_rating", "tiny/PLN-AC-1", "reason", "Why.", " "), True),
        (("practice_rating", "tiny/PLN-AC-1", "reason", "Why.", None), True),
        (("practice_rating", "tiny/PLN-AC-1", "reason", "", "Why."), False),
        (("goal_rating", "tiny/PLN-G1", "weaknesses_significant", None, True), True),
        (("goal_rating", "tiny/PLN-G1", "weakness", "Late.", ""), True),
        (("goal_rating", "tiny/PLN-G1", "weakness", "Late.", "Slow."), False),
        (("area_rating", "tiny/PLN", "not_applicable", None, True), True),
        (("area_rating", "tiny/PLN", "reason", "", "Elsewhere."), False),
        (("area_rating", "tiny/PLN", "rationale", "", "So."), False),
        (("area_rating", "tiny/PLN", "in_scope", True, False), False),
        (("area_rating", "tiny/PLN", "settled", False, True), False),
        (("area_stance", "tiny/PLN/m", "stance", "agrees", "disagrees"), True),
        (("area_stance", "tiny/PLN/m", "stance", "agrees", None), True),
        (("area_stance", "tiny/PLN/m", "stance", None, "agrees"), False),
        (("answer", "tiny/p/PLN-Q1", "choice", None, "often"), False),
        (("practice_rating", "tiny/PLN", "value", None, "FI"), False),
        (("practice_rating", "gone/PLN-AC-1", "value", None, "FI"), False),
        (("practice_rating", "tiny/unheard", "value", None, "FI"), False),
    ],
)
def test_what_opens_a_settled_area(change, opens):
    assert opened(change) == ([PLN] if opens else [])


def test_the_reason_why_an_area_does_not_apply_opens_it():
    change = ("area_rating", "tiny/PLN", "reason", "", "Elsewhere.")
    assert opened(change, held=[AreaRating(model="tiny", place="PLN", not_applicable=True)]) == [PLN]
    assert opened(change, held=[AreaRating(model="tiny", place="PLN", in_scope=False)]) == []


def test_judgements_that_go_from_one_part_to_another_when_a_version_is_adopted_open_nothing():
    judged = ("practice_rating", "tiny/PLN-AC-1", "value", None, "FI")
    assert opened(("adoption", "tiny/1", "after", "", "2"), judged) == []
    assert opened(("adoption", "other/1", "after", "", "2"), judged) == [PLN]


def test_each_area_is_opened_once():
    changes = [
        ("practice_rating", f"tiny/{part}", "value", None, "FI") for part in ("SUP-AC-1", "PLN-AC-1", "PLN-AC-2")
    ]
    assert opened(*changes) == [PLN, ("tiny", "SUP")]


def test_an_instance_that_comes_or_goes_opens_what_rests_on_instances():
    def rated(practice, instance, answer="FI"):
        return PartRating(model="tiny", part=practice, instance=instance, answer=answer)

    mail, desk = Instance(id="mail", model="tiny"), Instance(id="desk", model="tiny")
    held = [rated("PLN-AC-1", "mail"), rated("SUP-AC-1", "mail", None), rated("SUP-AC-1", "gone")]
    come, go = ("instance", "desk", "present", None, True), ("instance", "mail", "present", True, False)
    assert opened(come, held=[mail, desk, *held]) == [PLN]
    assert opened(go, held=[desk, *held]) == [PLN]
    assert opened(("instance", "mail", "name", "Mail", "E-mail"), held=[mail, *held]) == []
    assert opened(come, held=[desk]) == []
