"""What no cell sees once copies are one; `docs/merging.md` names each case."""

import datetime as dt

import pytest

from desktop.model.assessment import Assessment
from desktop.model.assessment.merging import _NOUNS, _OF_ITS_RECORD, IncomingNoun
from desktop.model.maturity.refs import Ref
from desktop.model.merging.bundle import Conflict
from desktop.model.merging.cell_past import ConflictSort
from desktop.model.records import KINDS, AreaRating, Reading, Stance
from desktop.model.scoring.vocabulary import Characterisation, EvidenceKind
from tests.builders import tiny_pack
from tests.model.assessment.copied import copies, even, hand_over

AREA = "PLN"
PRACTICES = [practice.id for practice in tiny_pack().area_by_id[AREA].practices]
QUESTION = tiny_pack().area_by_id[AREA].questions[0].id
FULL, NOT = Characterisation.FULLY, Characterisation.NOT


@pytest.fixture
def pair(assessment, participant):
    with copies(assessment, "Bea") as found:
        yield found


def settle(assessment, area=AREA):
    assessment._desk.store.all(AreaRating)
    with assessment._desk.step("area.settle", area=area) as step:
        step.draft.put(AreaRating, "tiny", area, settled=True)


def settled(assessment):
    return [each.place for each in assessment._desk.all(AreaRating) if each.settled]


def test_every_noun_is_of_kinds_that_there_are():
    assert {*_NOUNS, *_OF_ITS_RECORD} <= KINDS.keys()


def test_a_look_tells_what_would_come_in_of_whom_and_where(pair, participant):
    here, there = pair
    there.questionnaires.answer("tiny", participant, QUESTION, "often")
    there.questionnaires.comment("tiny", participant, QUESTION, "So it is.")
    there.evidence.add(EvidenceKind.DOCUMENT, "Plan", model="tiny", practices=PRACTICES[:1])
    there.ratings.characterise_all("tiny", {PRACTICES[0]: FULL})
    there.actions.add("Do it", model="tiny", aim=AREA)
    there.preparation.add_member("Cy")
    found = here.merging.preview(there.merging.bundle(here.merging.reach()))
    told = [(line.noun, line.author, line.count) for line in found.lines]
    assert told == [(noun, "Bea", 1) for noun in IncomingNoun if noun is not IncomingNoun.NOTES]
    assert found.lines[0].places == (Ref("tiny", AREA),)
    assert (found.steps, found.conflicts, found.missing) == (6, 0, ())
    assert here.actions.all() == []


def test_two_numbers_become_distinct_and_it_is_told(pair):
    here, there = pair
    here.actions.add("Here", model="tiny", aim=AREA)
    there.actions.add("There", model="tiny", aim=AREA)
    found = hand_over(there, here)
    assert {each.cell for each in found.followed} == {"number"}
    assert {("action", each.row) for each in found.followed} <= found.changed.rows
    even(here, there)
    assert sorted(each.number for each in there.actions.all()) == [1, 2]
    assert here.history.authors() == there.history.authors() == ["Ada", "Bea"]


def test_an_area_settled_here_is_open_again_when_it_was_rated_there(pair):
    here, there = pair
    settle(here)
    there.ratings.characterise_all("tiny", {PRACTICES[0]: FULL})
    even(here, there)
    assert settled(here) == []


def test_who_settled_with_the_rating_in_view_has_settled(pair):
    here, there = pair
    there.ratings.characterise_all("tiny", {PRACTICES[0]: FULL})
    hand_over(there, here)
    settle(here)
    there.preparation.add_member("Cy")
    even(here, there)
    assert settled(there) == [AREA]


def test_who_settled_has_settled_even_where_a_third_did_not_know_the_rating(assessment):
    with copies(assessment, "Bea", "Cy") as (here, there, third):
        there.ratings.characterise_all("tiny", {PRACTICES[0]: FULL})
        hand_over(there, here)
        settle(here)
        third.preparation.add_member("Di")
        hand_over(third, here)
        assert settled(here) == [AREA]
        third.ratings.characterise_all("tiny", {PRACTICES[1]: FULL})
        hand_over(third, here)
        assert settled(here) == []
        even(here, there, third)


def test_what_a_rule_said_gives_way_to_people_who_did_not_know_and_the_rule_asks_anew(pair):
    here, there = pair
    settle(here)
    there.ratings.characterise_all("tiny", {PRACTICES[0]: FULL})
    hand_over(there, here)
    assert settled(here) == []
    settle(there)
    here.ratings.characterise_all("tiny", {PRACTICES[1]: FULL})
    even(here, there)
    assert (settled(here), here.conflicts.all()) == ([], [])


def test_a_circle_that_only_both_together_have_is_opened(assessment):
    one, two = (assessment.actions.add(title, model="tiny", aim=AREA) for title in ("One", "Two"))
    with copies(assessment, "Bea") as (here, there):
        here.action_links.need(one, two)
        there.action_links.need(two, one)
        even(here, there)
        assert len(here.action_links.needs()) == 1


def test_one_reading_a_day(assessment):
    measure = assessment.measures.add(assessment.actions.add("Do it", model="tiny", aim=AREA), "Backlog")
    day = dt.date(2026, 5, 1)
    with copies(assessment, "Bea") as (here, there):
        here.measures.add_reading(measure, day, "7")
        there.measures.add_reading(measure, dt.date(2026, 4, 1), "5")
        there.measures.add_reading(measure, day, "9")
        even(here, there)
        assert [each.value for each in here._desk.all(Reading) if each.day == day] == ["9"], "the later one stays"


def test_what_a_copy_did_is_in_effect_here_until_it_undoes_it(pair):
    here, there = pair
    there.preparation.add_member("Cy")
    made = there.history.steps(1)[0].id
    hand_over(there, here)
    assert made in here.history.in_effect()
    there.history.undo()
    hand_over(there, here)
    assert made not in here.history.in_effect()
    there.history.redo()
    hand_over(there, here)
    assert made in here.history.in_effect()


def test_what_a_twin_undid_already_is_not_undone_again(assessment):
    """What the second undo would take back is away; the words said since and taken back do not make it one's own."""
    assessment.narratives.set("summary", "So it is.")
    with copies(assessment, "Bea") as (here, there):
        here.history.undo()
        there.merging.take_in(here.merging.bundle(there.merging.reach()), here.author, undoable=False)
        there.narratives.set("summary", "Otherwise.")
        there.history.undo()
        there.history.undo()
        assert there.history.next_redo().label == "narrative.set"
        assert there.narratives.get("summary").text == ""
        even(here, there)


def test_what_was_handed_on_without_names_and_put_aside_since_comes_back_with_them(assessment, tmp_path):
    member = assessment.preparation.add_member("Cem")
    with copies(assessment, "Bea") as (here, there):
        there.actions.add("Do it", model="tiny")
        hand_over(there, here)
        here.preparation.add_participant(role="manager", name="Wilhelmina")
        here.history.undo()
        here.copies.make_for(member, tmp_path / "cem.maturity", coded=True)
        here.history.undo()
        here.history.undo()
        assert here.actions.all() == [], "the merge is taken back, and what was done since"
        with Assessment.open(tmp_path / "cem.maturity", author="Cem") as cem:
            cem.evidence.add(EvidenceKind.DOCUMENT, "Plan")
            bundle = cem.copies.bundle_for(here.merging.reach())
        assert here.copies.missing(bundle) == []
        assert there.copies.missing(bundle) != [], "who never had it whole waits for who has"
        here.merging.take_in(here.copies.fit(bundle), "Cem")
        assert len(here.evidence.all()) == 1
        assert here.check() == ()
        even(here, there)


def test_a_conflict_shows_both_with_author_and_time_and_is_settled_by_one_step_that_travels(pair):
    here, there = pair
    here.ratings.characterise_all("tiny", {PRACTICES[0]: FULL})
    there.ratings.characterise_all("tiny", {PRACTICES[0]: NOT})
    even(here, there)
    (open_,) = here.conflicts.all()
    assert [(side.author, side.value) for side in open_.sides] in (
        [("Ada", FULL), ("Bea", NOT)],
        [("Bea", NOT), ("Ada", FULL)],
    )
    assert [side.stands for side in open_.sides] == [False, True]
    assert all(side.at.tzinfo is not None for side in open_.sides)
    there.conflicts.settle(open_.conflict, open_.standing)
    assert there.conflicts.count() == 0
    even(here, there)
    assert here.conflicts.all() == []
    assert here.history.steps(1)[0].label == "conflict.settle"


def test_settled_twice_apart_is_asked_once_more(pair):
    here, there = pair
    here.ratings.characterise_all("tiny", {PRACTICES[0]: FULL})
    there.ratings.characterise_all("tiny", {PRACTICES[0]: NOT})
    even(here, there)
    (open_,) = here.conflicts.all()
    here.conflicts.settle(open_.conflict, FULL)
    there.conflicts.settle(open_.conflict, NOT)
    even(here, there)
    assert here.conflicts.count() == 1


def test_what_is_settled_already_is_refused(pair, refused):
    here, there = pair
    here.ratings.characterise_all("tiny", {PRACTICES[0]: FULL})
    there.ratings.characterise_all("tiny", {PRACTICES[0]: NOT})
    hand_over(there, here)
    (open_,) = here.conflicts.all()
    with pytest.raises(ValueError, match="value"):
        here.conflicts.settle(open_.conflict, "unheard")
    here.conflicts.settle(open_.conflict, FULL)
    assert refused(here.conflicts.settle, open_.conflict, FULL) == "conflict.gone"


@pytest.mark.parametrize("back", [True, False])
def test_a_record_removed_here_and_changed_there(assessment, back):
    action = assessment.actions.add("Do it", model="tiny", aim=AREA)
    with copies(assessment, "Bea") as (here, there):
        here.actions.remove(action)
        there.actions.change(action, due=dt.date(2026, 5, 1))
        even(here, there)
        (open_,) = there.conflicts.all()
        assert (open_.conflict.sort, [side.cell for side in open_.sides]) == (ConflictSort.REMOVED, ["present", "due"])
        there.conflicts.settle(open_.conflict, back)
        even(here, there)
        assert [each.due for each in here.actions.all()] == ([dt.date(2026, 5, 1)] if back else [])


def test_a_cell_is_settled_for_what_it_can_hold_alone(pair):
    here, _there = pair
    conflict = Conflict("practice_rating", "tiny/x", "value", ConflictSort.DIFFER)
    with pytest.raises(ValueError, match="value"):
        here.conflicts.settle(conflict, "no such word")


def test_listeners_are_told_what_came_in(pair, heard):
    here, there = pair
    there.preparation.add_member("Cy")
    hand_over(there, here)
    assert [(each.step, each.kinds) for each in heard] == [(None, {"member"})]
    assert [each.source for each in here.merging.arrivals()] == ["Bea"]


def test_a_stance_taken_here_against_a_settling_there(pair):
    here, there = pair
    member = here.preparation.add_member("Cy")
    hand_over(here, there)
    settle(there)
    here.ratings.set_stance("tiny", AREA, member, Stance.DISAGREES)
    even(here, there)
    assert settled(here) == []
