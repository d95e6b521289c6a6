from itertools import pairwise

import pytest

from desktop.model.errors import RefusalError
from desktop.model.maturity.refs import Ref


@pytest.fixture
def chain(assessment):
    """Three actions, of which the first waits for the second and that for the third; their ids."""
    found = [assessment.actions.add(title) for title in ("One", "Two", "Three")]
    for action, needs in pairwise(found):
        assessment.action_links.need(action, needs)
    return found


def test_a_circle_is_refused_with_the_chain_by_numbers(assessment, chain):
    first, second, third = chain
    with pytest.raises(RefusalError) as caught:
        assessment.action_links.need(third, first)
    assert (caught.value.code, caught.value.facts["chain"]) == ("action.circle", "3 → 1 → 2 → 3")
    assert assessment.action_links.needs() == {first: (second,), second: (third,)}


def test_what_is_already_said_can_be_said_again_and_taken_back(assessment, chain, refused):
    first, second, third = chain
    assessment.action_links.need(first, second)
    assessment.action_links.need(second, third, needed=False)
    assessment.action_links.need(third, first)
    assert assessment.action_links.needs() == {first: (second,), third: (first,)}
    assert refused(assessment.action_links.need, first, first) == "action.needs_itself"
    assert refused(assessment.action_links.need, first, "gone") == "action.unknown"


def test_a_removed_action_is_waited_for_by_nobody(assessment, chain):
    first, second, _third = chain
    assessment.actions.remove(second)
    assert assessment.action_links.needs() == {}
    assessment.history.undo()
    assert first in assessment.action_links.needs()


def test_needs_stand_by_number(assessment, chain):
    first, second, third = chain
    assessment.action_links.need(first, third)
    assert assessment.action_links.needs()[first] == (second, third)


def test_an_action_changes_its_aim_and_what_else_is_said(several, refused):
    action = several.actions.add("x", model="tiny-streams", aim="DSK-3")
    other = several.actions.add("y")
    several.action_links.expect(action, Ref("tiny", "PLN-G1"))
    several.action_links.expect(other, Ref("tiny-criteria", "TOL-3-1"))
    assert several.action_links.effects() == {
        action: (Ref("tiny-streams", "DSK-3"), Ref("tiny", "PLN-G1")),
        other: (Ref("tiny-criteria", "TOL-3-1"),),
    }
    several.action_links.expect(other, Ref("tiny-criteria", "TOL-3-1"), expected=False)
    several.models.remove("tiny")
    assert several.action_links.effects() == {action: (Ref("tiny-streams", "DSK-3"),)}
    assert refused(several.action_links.expect, action, Ref("tiny-streams", "nowhere")) == "part.unknown"
    assert refused(several.action_links.expect, "gone", Ref("tiny-streams", "DSK-3")) == "action.unknown"


def test_findings_that_it_came_of(assessment, agreed):
    finding = assessment.findings.add("It is late.", area=Ref("tiny", "PLN"), observations=agreed)
    action = assessment.actions.add("Be on time", finding=finding)
    assert [each.id for each in assessment.action_links.findings()[action]] == [finding]
    assessment.discussions.take_up(finding, action, taken=False)
    assert assessment.action_links.findings() == {}
