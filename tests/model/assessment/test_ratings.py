import pytest
from msgspec.structs import replace

from desktop.model.assessment import Assessment
from desktop.model.errors import RefusalError
from desktop.model.maturity.scheme_settings import SchemeSettings, TeamSetting
from desktop.model.records import PracticeRating, Stance
from desktop.model.scoring.vocabulary import Characterisation, EvidenceKind
from tests.builders import tiny_pack

FI, PI = Characterisation.FULLY, Characterisation.PARTIALLY


def test_practices_are_characterised_and_opened_again(assessment):
    assessment.ratings.characterise("tiny", "PLN-AC-1", FI)
    assert assessment.ratings.practices("tiny") == {
        "PLN-AC-1": PracticeRating(model="tiny", practice="PLN-AC-1", value=FI)
    }
    assessment.ratings.characterise("tiny", "PLN-AC-1", None)
    assert assessment.ratings.practices("tiny")["PLN-AC-1"].value is None


def test_several_practices_in_one_step(assessment):
    assessment.ratings.characterise_all("tiny", {"PLN-AC-1": FI, "PLN-AC-2": PI})
    assert {key: rating.value for key, rating in assessment.ratings.practices("tiny").items()} == {
        "PLN-AC-1": FI,
        "PLN-AC-2": PI,
    }
    step = assessment.history.steps(1)[0]
    assert step.facts == {"practice": "PLN-AC-1, PLN-AC-2", "value": "FI, PI"}
    assessment.history.undo()
    assert {rating.value for rating in assessment.ratings.practices("tiny").values()} == {None}


def test_one_unknown_practice_stops_them_all(assessment, refused):
    values = {"PLN-AC-1": FI, "PLN-AC-9": FI}
    assert refused(assessment.ratings.characterise_all, "tiny", values) == "practice.unknown"
    assert assessment.ratings.practices("tiny") == {}


def test_alternatives_and_reasons(assessment):
    assessment.ratings.set_alternative("tiny", "PLN-AC-1", accepted=True)
    assessment.ratings.set_reason("tiny", "PLN-AC-1", "Another way.")
    rating = assessment.ratings.practices("tiny")["PLN-AC-1"]
    assert (rating.alternative, rating.reason, rating.value) == (True, "Another way.", None)


def test_weaknesses_of_goals(assessment):
    assessment.ratings.set_goal("tiny", "PLN-G1", weaknesses_significant=True, weakness="No plan.")
    rating = assessment.ratings.goals("tiny")["PLN-G1"]
    assert (rating.weaknesses_significant, rating.weakness) == (True, "No plan.")


def test_areas_that_do_not_apply_need_a_reason(assessment, refused):
    declare = assessment.ratings.set_not_applicable
    assert refused(declare, "tiny", "SUP", not_applicable=True, reason="  ") == "area.reason_missing"
    declare("tiny", "SUP", not_applicable=True, reason="No suppliers.")
    assert assessment.ratings.areas("tiny")["SUP"].not_applicable
    declare("tiny", "SUP", not_applicable=False, reason="")
    assert not assessment.ratings.areas("tiny")["SUP"].not_applicable


WHY = "The board meets tomorrow."


@pytest.mark.parametrize(
    ("ask", "arguments", "code"),
    [
        ("characterise", ("PLN-AC-9", FI), "practice.unknown"),
        ("set_reason", ("PLN-AC-9", "x"), "practice.unknown"),
        ("set_goal", ("PLN-G9",), "goal.unknown"),
        ("set_rationale", ("XXX", "x"), "area.unknown"),
        ("set_stance", ("XXX", "m1", Stance.AGREES), "area.unknown"),
        ("settle", ("XXX",), "area.unknown"),
        ("settling", ("XXX",), "area.unknown"),
        ("agree_all", ("XXX",), "area.unknown"),
        ("reopen", ("XXX",), "area.unknown"),
    ],
)
def test_what_the_model_does_not_have_is_refused(assessment, refused, ask, arguments, code):
    assert refused(getattr(assessment.ratings, ask), "tiny", *arguments) == code
    assert refused(getattr(assessment.ratings, ask), "unheard", *arguments) == "model.not_in_use"


def test_the_whole_team_stands_behind_a_settled_area(assessment, refused):
    settle = assessment.ratings.settle
    one, two = (assessment.preparation.add_member(name) for name in ("Ada", "Bea"))
    assert refused(settle, "tiny", "PLN") == "area.silent"
    assessment.ratings.set_stance("tiny", "PLN", one, Stance.AGREES)
    assessment.ratings.set_stance("tiny", "PLN", two, Stance.DISAGREES)
    with pytest.raises(RefusalError) as refusal:
        settle("tiny", "PLN")
    assert (refusal.value.code, refusal.value.facts["members"]) == ("area.dissent", ("Bea",))
    assessment.ratings.set_stance("tiny", "PLN", two, Stance.AGREES)
    assert refused(settle, "tiny", "PLN") == "area.uncovered"
    settle("tiny", "PLN", WHY)
    assert assessment.ratings.areas("tiny")["PLN"].settled
    assert assessment.ratings.stances("tiny", "PLN") == {one: Stance.AGREES, two: Stance.AGREES}


@pytest.mark.parametrize("stance", [Stance.DISAGREES, None])
def test_dissent_opens_a_settled_area(assessment, stance):
    member = assessment.preparation.add_member("Ada")
    assessment.ratings.set_stance("tiny", "PLN", member, Stance.AGREES)
    assessment.ratings.settle("tiny", "PLN", WHY)
    assessment.ratings.set_stance("tiny", "PLN", member, stance)
    assert not assessment.ratings.areas("tiny")["PLN"].settled
    assessment.history.undo()
    assert assessment.ratings.areas("tiny")["PLN"].settled


def test_a_reason_to_settle_all_the_same_is_kept_where_something_is_missing(assessment):
    member = assessment.preparation.add_member("Ada")
    assessment.ratings.set_stance("tiny", "PLN", member, Stance.DISAGREES)
    assessment.ratings.set_dissent("tiny", "PLN", member, "I saw no plan.")
    assessment.ratings.settle("tiny", "PLN", WHY)
    assert assessment.ratings.areas("tiny")["PLN"].in_spite == WHY
    assert assessment.ratings.dissent("tiny", "PLN") == {member: "I saw no plan."}, "dissent is kept"
    weak(assessment)
    for goal in ("PLN-G1", "PLN-G2"):
        assessment.ratings.set_goal("tiny", goal, weakness="No plan.")
    assessment.ratings.agree_all("tiny", "PLN")
    assert assessment.ratings.dissent("tiny", "PLN") == {}
    assessment.ratings.settle("tiny", "PLN", WHY)
    assert assessment.ratings.areas("tiny")["PLN"].in_spite == "", "nothing is missing any more"


def test_no_reason_settles_what_members_still_rate_alone(assessment, refused):
    ada, bea = (assessment.preparation.add_member(name) for name in ("Ada", "Bea"))
    assessment.blind.begin("tiny", ["PLN"], ada)
    assessment.ratings.agree_all("tiny", "PLN")
    assert refused(assessment.ratings.settle, "tiny", "PLN", WHY) == "blind.under_way"
    practices = [thing.part for thing in assessment.blind.things("tiny", "PLN")]
    for member, value in ((ada, "FI"), (bea, "LI")):
        assessment.blind.rate("tiny", practices, value, member)
        assessment.blind.hand_in("tiny", "PLN", member)
    assessment.blind.open("tiny", "PLN", ada)
    assert refused(assessment.ratings.settle, "tiny", "PLN") == "area.differing"
    assert assessment.ratings.settling("tiny", "PLN").differing == tuple(practices)
    for practice in practices:
        assessment.blind.pick("tiny", practice, "LI", "As in May.")
    assert assessment.ratings.settling("tiny", "PLN").differing == ()
    assert refused(assessment.ratings.settle, "tiny", "PLN") == "area.uncovered"


def test_all_agree_in_one_step(assessment):
    members = [assessment.preparation.add_member(name) for name in ("Ada", "Bea")]
    assessment.ratings.set_stance("tiny", "PLN", members[0], Stance.DISAGREES)
    assessment.ratings.agree_all("tiny", "PLN")
    assert assessment.ratings.stances("tiny", "PLN") == dict.fromkeys(members, Stance.AGREES)
    assessment.history.undo()
    assert assessment.ratings.stances("tiny", "PLN") == {members[0]: Stance.DISAGREES}


def test_what_stands_before_settling_is_told_as_settling_is_refused(assessment):
    one, two, three = (assessment.preparation.add_member(name) for name in ("Cid", "Ada", "Bea"))
    weak(assessment)
    assessment.ratings.set_stance("tiny", "PLN", one, Stance.DISAGREES)
    found = assessment.ratings.settling("tiny", "PLN")
    assert (found.weaknesses, found.against, found.silent) == (("PLN-G1", "PLN-G2"), ("Cid",), ("Ada", "Bea"))
    assert not found.ready
    for goal in ("PLN-G1", "PLN-G2"):
        assessment.ratings.set_goal("tiny", goal, weakness="No plan.")
    assessment.ratings.agree_all("tiny", "PLN")
    assert assessment.ratings.settling("tiny", "PLN").ready
    assert three in assessment.ratings.stances("tiny", "PLN")
    assert two in assessment.ratings.stances("tiny", "PLN")


def test_who_left_the_team_has_no_say(assessment):
    one, two = (assessment.preparation.add_member(name) for name in ("Ada", "Bea"))
    assessment.ratings.set_stance("tiny", "PLN", one, Stance.AGREES)
    assessment.ratings.set_stance("tiny", "PLN", two, Stance.DISAGREES)
    assessment.preparation.remove_member(two)
    assessment.ratings.settle("tiny", "PLN", WHY)
    assert assessment.ratings.stances("tiny", "PLN") == {one: Stance.AGREES}


def weak(assessment):
    """Area PLN with all practices weak, so that both its goals are unsatisfied."""
    practices = [practice.id for practice in assessment.models.all()[0].pack.area_by_id["PLN"].practices]
    assessment.ratings.characterise_all("tiny", dict.fromkeys(practices, PI))
    for kind, session in ((EvidenceKind.DOCUMENT, "plan"), (EvidenceKind.INTERVIEW, "interview 1")):
        piece = assessment.evidence.add(kind, session)
        assessment.evidence.link(piece, "tiny", practices, linked=True)


def test_an_area_cannot_be_settled_while_an_unsatisfied_goal_lacks_its_weakness(assessment, refused):
    weak(assessment)
    with pytest.raises(RefusalError) as refusal:
        assessment.ratings.settle("tiny", "PLN")
    assert refusal.value.code == "area.weakness_missing"
    assert refusal.value.facts == {"area": "Area PLN", "goals": ("Goal PLN-G1", "Goal PLN-G2")}, "names, not ids"
    assessment.ratings.set_goal("tiny", "PLN-G1", weakness="No plan.")
    assert refused(assessment.ratings.settle, "tiny", "PLN") == "area.weakness_missing"
    assessment.ratings.set_goal("tiny", "PLN-G2", weakness="No policy.")
    assessment.ratings.settle("tiny", "PLN")
    assert assessment.ratings.areas("tiny")["PLN"].settled


def test_taking_the_weakness_away_opens_a_settled_area(assessment):
    weak(assessment)
    for goal in ("PLN-G1", "PLN-G2"):
        assessment.ratings.set_goal("tiny", goal, weakness="No plan.")
    assessment.ratings.settle("tiny", "PLN")
    assessment.ratings.set_goal("tiny", "PLN-G1", weakness="No plan at all.")
    assert assessment.ratings.areas("tiny")["PLN"].settled
    assessment.ratings.set_goal("tiny", "PLN-G1", weakness=" ")
    assert not assessment.ratings.areas("tiny")["PLN"].settled


def test_declaring_that_it_does_not_apply_opens_a_settled_area(assessment):
    assessment.ratings.settle("tiny", "SUP", WHY)
    assessment.ratings.set_not_applicable("tiny", "SUP", not_applicable=False, reason="")
    assert assessment.ratings.areas("tiny")["SUP"].settled
    assessment.ratings.set_not_applicable("tiny", "SUP", not_applicable=True, reason="No suppliers.")
    assert not assessment.ratings.areas("tiny")["SUP"].settled


def test_a_practice_that_loses_its_reason_opens_a_settled_area(assessment):
    assessment.ratings.set_reason("tiny", "PLN-AC-1", "Nothing to plan.")
    assessment.ratings.settle("tiny", "PLN", WHY)
    assessment.ratings.set_reason("tiny", "PLN-AC-1", "Nothing to plan here.")
    assert assessment.ratings.areas("tiny")["PLN"].settled
    assessment.ratings.set_reason("tiny", "PLN-AC-1", "")
    assert not assessment.ratings.areas("tiny")["PLN"].settled


def test_a_settled_area_can_be_opened_again(assessment):
    assessment.ratings.settle("tiny", "PLN", WHY)
    assessment.ratings.reopen("tiny", "PLN")
    assert not assessment.ratings.areas("tiny")["PLN"].settled


def test_a_settled_area_opens_again_when_a_judgement_it_rests_on_changes(assessment):
    model = assessment.models.all()[0].pack
    area = next(area for area in model.areas if area.practices)
    practice = area.practices[0].id
    ratings = assessment.ratings
    ratings.characterise(model.id, practice, Characterisation.FULLY)
    for change in (
        lambda: ratings.characterise(model.id, practice, Characterisation.NOT),
        lambda: ratings.set_alternative(model.id, practice, accepted=True),
        lambda: ratings.set_goal(model.id, area.goals[0].id, weaknesses_significant=True),
    ):
        ratings.settle(model.id, area.id, WHY)
        change()
        assert not ratings.areas(model.id)[area.id].settled
        assessment.history.undo()
        assert ratings.areas(model.id)[area.id].settled
        assessment.history.redo()


def test_a_rationale_leaves_a_settled_area_settled(assessment):
    model = assessment.models.all()[0].pack
    area = model.areas[0].id
    assessment.ratings.settle(model.id, area, WHY)
    assessment.ratings.set_rationale(model.id, area, "As seen in the agreements.")
    assert assessment.ratings.areas(model.id)[area].settled


def test_the_team_goes_as_far_as_the_model_lets_it(tmp_path):
    bound = replace(tiny_pack(), settings=SchemeSettings(team=TeamSetting(may_lower=False, alternatives=False)))
    with Assessment.create(tmp_path / "bound.maturity", [bound], author="Tester") as assessment:
        ratings = assessment.ratings
        with pytest.raises(RefusalError) as caught:
            ratings.set_alternative("tiny", "PLN-AC-1", accepted=True)
        assert caught.value.code == "team.no_alternatives"
        ratings.set_alternative("tiny", "PLN-AC-1", accepted=False)
        with pytest.raises(RefusalError) as caught:
            ratings.set_goal("tiny", "PLN-G1", weaknesses_significant=True)
        assert caught.value.code == "team.may_not_lower"
        ratings.set_goal("tiny", "PLN-G1", weaknesses_significant=False, weakness="Thin.")
