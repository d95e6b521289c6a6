import pytest

from desktop.model.assessment.outgoing_names import NamedText, outgoing_names
from desktop.model.records import ScopeSort


@pytest.fixture
def team(assessment):
    """Ada Lo takes part, alone in her group and unit; she left Bo Ray behind, who was removed."""
    assessment.preparation.add_participant(name="Ada Lo", email="ada@example.org", group="Desk")
    gone = assessment.preparation.add_participant(name="Bo Ray")
    assessment.preparation.remove_participant(gone)
    return assessment


def found(assessment):
    return {(each.kind, each.cell): each.found for each in outgoing_names(assessment._desk)}


def test_texts_that_leave_the_team_are_looked_through(team):
    assert team.outgoing_names() == ()
    action = team.actions.add("Let Ada Lo train others", why="Asked for by P-01")
    team.ratings.set_goal("tiny", "PLN-G1", weakness="Bo Ray does it all.")
    team.ratings.set_not_applicable("tiny", "SUP", not_applicable=True, reason="Ask ada@example.org")
    assert found(team) == {
        ("action", "title"): ("Ada Lo",),
        ("action", "why"): ("P-01",),
        ("goal_rating", "weakness"): ("Bo Ray",),
        ("area_rating", "reason"): ("ada@example.org",),
    }
    titled = next(each for each in team.outgoing_names() if each.cell == "title")
    assert titled == NamedText("action", (action,), 1, "title", ("Ada Lo",))


def test_what_stays_in_the_team_names_the_sponsor_or_speaks_of_a_group_is_let_be(team):
    team.organisation.add(ScopeSort.UNIT, "Ada Lo")
    team.ratings.set_rationale("tiny", "PLN", "Ada Lo said so.")
    team.preparation.set_details(sponsor="Ada Lo", notes="Ada Lo")
    team.findings.add("Ada Lo plans.")
    team.actions.add("Give the Desk more time")
    assert team.outgoing_names() == ()


def test_two_texts_beside_each_other_make_no_name(team):
    team.preparation.add_participant(name="De Vos")
    team.actions.add("Move it to Porto de", why="Vos")
    assert [(each.cell, each.found) for each in team.outgoing_names()] == [("why", ("Vos",))]
