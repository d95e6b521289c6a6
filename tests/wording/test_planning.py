from __future__ import annotations

from msgspec.structs import replace

from desktop.model.maturity import Link, Pack
from desktop.model.maturity.parts import WHOLE
from desktop.model.planning.crosswalk import disagreements, loans
from desktop.model.planning.gaps import gaps, whole
from desktop.model.planning.suggestions import ActionProposal, proposal, suggestions
from desktop.model.planning.what_if import what_if
from desktop.model.scoring.engine import score
from desktop.model.scoring.inputs import Given, GoalJudgement, TargetJudgement
from desktop.model.scoring.vocabulary import Characterisation, Fulfilment, Rating
from desktop.wording import planning
from tests.builders import all_in_place, tiny_pack, with_practices
from tests.builders_schemes import no_levels, said_of, tiny_criteria, tiny_streams

STAGED, CRITERIA = tiny_pack(), tiny_criteria()
STREAMS = tiny_streams(crosswalk=[Link(origin="DSK", model="tiny", to=("PLN",), why="Both take calls.")])
WEAK = with_practices(all_in_place(STAGED), PLN_AC_1=Characterisation.NOT)


def first(pack: Pack, given: Given) -> ActionProposal:
    return suggestions(pack, score(pack, given))[0]


def test_a_goal_as_an_action() -> None:
    made = planning.as_proposal(first(STAGED, WEAK), STAGED)
    assert (made.title, made.aim) == ("Reach the goal “Goal PLN-G1”", "PLN-G1")
    assert made.description == "Practices to put in place:\n– Work 1 of PLN."
    assert made.why == STAGED.area_by_id["PLN"].purpose
    assert made.measures == ()


def test_a_cell_as_an_action_with_measures() -> None:
    made = planning.as_proposal(first(STREAMS, no_levels(chosen={"DSK": 2})), STREAMS)
    assert (made.title, made.aim) == ("Raise Stream DSK to level 3", "DSK-3")
    assert made.description == "Practices to put in place:\n– Do 1 for DSK at 3.\n– Do 2 for DSK at 3."
    assert made.why == "Outcomes to expect:\n– What DSK gives at 3."
    (measure,) = made.measures
    assert (measure.name, measure.unit, measure.metric) == ("Share of DSK at 3", "percent", "DSK-3-M1")


def test_goals_that_are_reached_with_it_are_expected_to_change() -> None:
    """They wait for a practice that serves all goals; what a goal's own weaknesses keep back is not promised."""
    shared = next(p for p in STAGED.area_by_id["PLN"].practices if len(STAGED.area_by_id["PLN"].goals_of(p)) > 1)
    given = with_practices(all_in_place(STAGED), **{shared.id.replace("-", "_"): Characterisation.NOT})
    made = planning.as_proposal(first(STAGED, given), STAGED)
    after = what_if(STAGED, given, [f"goal:{made.aim}"])
    reached = {goal.id for area in after.areas for goal in area.goals if goal.rating is Rating.SATISFIED}
    assert made.effects
    assert {effect.part for effect in made.effects} <= reached
    held = replace(given, goals={made.effects[0].part: GoalJudgement(True, "All in all.")})
    assert made.effects[0] not in planning.as_proposal(first(STAGED, held), STAGED).effects


def test_a_statement_as_an_action() -> None:
    made = planning.as_proposal(first(CRITERIA, said_of(CRITERIA, TOL_3_1=Fulfilment.NOT_MET)), CRITERIA)
    assert (made.title, made.aim, made.description) == ("Ensure: TOL 1 of 3 is so.", "TOL-3-1", "")


def texts(pack: Pack, given: Given) -> dict[str, str]:
    return {gap.place: planning.gap_text(gap) for gap in gaps(given, score(pack, given))}


def test_gaps_of_areas() -> None:
    given = replace(with_practices(WEAK, STD_AC_1=None), targets={"PLN": TargetJudgement(1), "DLV": TargetJudgement(1)})
    assert texts(STAGED, given) == {
        "PLN": "Unsatisfied; to be satisfied",
        "SUP": "Satisfied",
        "STD": "Not rated",
        "DLV": "Satisfied",
    }


def test_gaps_of_streams_and_of_the_whole() -> None:
    given = no_levels(chosen={"DSK": 2, "REQ": 4}, targets={"DSK": TargetJudgement(4), "REQ": TargetJudgement(3)})
    assert texts(STREAMS, given) == {
        "DSK": "Level 2, target 4: a gap of 2",
        "REQ": "Level 4; the target of 3 is reached",
        "REP": "Level 1, not determined; no target set",
    }
    given = no_levels(targets={WHOLE: TargetJudgement(3)})
    assert planning.gap_text(whole(given, score(STREAMS, given))) == "Level 1, not determined, target 3: a gap of 2"


def test_names_of_places() -> None:
    assert planning.place_name("DSK", STREAMS) == "Stream DSK"
    assert planning.place_name(WHOLE, STREAMS) == "Tiny streams"


def test_a_loan_says_where_it_comes_from() -> None:
    packs = {"tiny": STAGED, "tiny-streams": STREAMS}
    results = [score(STAGED, WEAK), score(STREAMS, no_levels(chosen={"DSK": 2}))]
    (loan,) = loans(packs.values(), results, "tiny", "PLN")
    assert planning.loan_text(loan, packs) == "From Tiny streams: Stream DSK, level 3. Both take calls."


def test_disagreements() -> None:
    packs = {"tiny": STAGED, "tiny-streams": STREAMS}
    (found,) = disagreements(packs.values(), [score(STAGED, WEAK), score(STREAMS, no_levels(chosen={"DSK": 4}))])
    assert planning.disagreement_text(found, packs) == (
        "Stream DSK (Tiny streams) is at level 4, but Area PLN (Tiny model) is unsatisfied. "
        "Both are about the same thing: Both take calls."
    )
    good = [score(STAGED, all_in_place(STAGED)), score(STREAMS, no_levels(chosen={"DSK": 1}))]
    (found,) = disagreements(packs.values(), good)
    assert planning.disagreement_text(found, packs).startswith(
        "Area PLN (Tiny model) is satisfied, but Stream DSK (Tiny streams) is at level 1."
    )


def test_what_if() -> None:
    before = score(STAGED, WEAK).level
    assert planning.what_if_text(before, what_if(STAGED, WEAK, ["goal:PLN-G1"]).level) == (
        "Level 1 would become level 3"
    )
    given = with_practices(WEAK, SUP_AC_1=Characterisation.NOT)
    after = what_if(STAGED, given, ["goal:SUP-G1"]).level
    told = planning.what_if_text(score(STAGED, given).level, after)
    assert told == "Level 1 would stay, with 1 fewer to block the next"
    assert planning.what_if_text(before, before) == "Level 1 would stay"
    half = with_practices(WEAK, SUP_AC_1=None)
    after = what_if(STAGED, half, ["goal:PLN-G1"]).level
    assert planning.what_if_text(score(STAGED, half).level, after) == (
        "Level 1 would stay; level 2 would no longer be blocked"
    )


def test_any_cell_has_a_title() -> None:
    result = score(STREAMS, no_levels())
    assert planning.title(proposal(STREAMS, result, "cell:REP-5"), STREAMS) == "Raise Stream REP to level 5"
