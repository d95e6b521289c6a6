"""Observations from draft to valid, and what lets them fall back."""

import pytest

from desktop.model.errors import RefusalError
from desktop.model.maturity.refs import Ref
from desktop.model.records import ObservationState, Stance, Tone
from desktop.model.scoring.vocabulary import EvidenceKind

PLAN, TRACK = Ref("tiny", "PLN-AC-1"), Ref("tiny", "PLN-AC-2")
DRAFT, ACCURATE, VALID, REJECTED = ObservationState


def state(assessment, observation):
    return assessment.observations.get(observation).observation.state


def test_what_cannot_be_agreed_on_is_told(assessment, refused, team, noted, comment):
    it = assessment.observations
    bare = it.add("Anna wrote the plan.")
    assert refused(it.agree_all, [bare]) == "observation.toneless"
    it.change(bare, tone=Tone.STRENGTH)
    assert refused(it.agree_all, [bare]) == "observation.sourceless"
    it.draw(bare, notes=noted)
    with pytest.raises(RefusalError) as caught:
        it.set_stance(bare, team[0], Stance.AGREES)
    assert (caught.value.code, caught.value.facts["found"]) == ("observation.names", ("Anna",))
    assert refused(it.confirm, [bare]) == "observation.not_accurate"
    it.change(bare, names_nobody=True)
    it.agree_all([bare])
    assert state(assessment, bare) is ACCURATE
    assert refused(it.add, " \n ") == "observation.empty"
    assert refused(it.add, "A", notes=["gone"]) == "note.unknown"
    assert refused(it.add, "A", comments=[comment._replace(question="PLN-Q2")]) == "comment.unknown"
    assert refused(it.add, "A", tags=[Ref("tiny", "gone")]) == "part.unknown"
    assert refused(it.change, "gone", tone=Tone.STRENGTH) == "observation.unknown"


def test_it_is_accurate_once_every_member_agrees(assessment, team, noted):
    it = assessment.observations
    found = it.add("The plan is not followed.", tone=Tone.WEAKNESS, notes=noted)
    it.set_stance(found, team[0], Stance.AGREES)
    assert (state(assessment, found), it.get(found).stances) == (DRAFT, {team[0]: Stance.AGREES})
    it.set_stance(found, team[1], Stance.AGREES)
    assert state(assessment, found) is ACCURATE
    it.confirm([found])
    it.set_stance(found, team[1], Stance.DISAGREES)
    assert state(assessment, found) is DRAFT
    assert it.get(found).stances == {team[1]: Stance.DISAGREES}


def test_one_source_is_not_enough_to_be_valid(assessment, refused, team, noted):
    it = assessment.observations
    found = it.add("The plan is not followed.", tone=Tone.WEAKNESS, notes=noted[:1])
    it.agree_all([found])
    assert refused(it.confirm, [found]) == "observation.uncorroborated"
    it.draw(found, notes=noted[1:])
    assert state(assessment, found) is ACCURATE, "more behind it changes nothing on which the team agreed"
    it.confirm([found])
    assert state(assessment, found) is VALID


def test_rejecting_needs_a_reason_and_reopening_forgets_who_agreed(assessment, refused, valid):
    it = assessment.observations
    assert refused(it.reject, valid, " ") == "observation.reason_missing"
    it.reject(valid, "Said of another unit.")
    assert it.get(valid).observation.reason == "Said of another unit."
    assert refused(it.agree_all, [valid]) == "observation.rejected"
    it.reopen([valid])
    assert (state(assessment, valid), it.get(valid).stances) == (DRAFT, {})
    it.remove([valid])
    assert it.all() == []


def test_a_document_bears_an_observation_out_beside_a_note(assessment, refused, team, noted):
    it = assessment.observations
    plan = assessment.evidence.add(
        EvidenceKind.DOCUMENT, "Plan", note="The plan is of last year.", model="tiny", practices=["PLN-AC-2"]
    )
    found = it.add("The plan is not followed.", tone=Tone.WEAKNESS, notes=noted[:1], items=[plan])
    seen = it.get(found)
    assert [each.id for each in seen.items] == [plan]
    assert (seen.borne_out.sources, seen.tags) == (2, (Ref("tiny", "PLN-AC-1"), Ref("tiny", "PLN-AC-2")))
    assert [each.id for each in it.drawn()[plan]] == [found]
    it.agree_all([found])
    it.confirm([found])
    it.withdraw(found, items=[plan])
    assert (it.get(found).items, state(assessment, found)) == ((), DRAFT)
    it.draw(found, items=[plan])
    assert it.get(found).borne_out.enough
    assert refused(it.add, "A", items=["gone"]) == "evidence.unknown"


def test_an_item_of_a_session_is_no_source_of_its_own(assessment, noted):
    talk = assessment.evidence.add(EvidenceKind.INTERVIEW, "Interview 1", note="Said so.")
    found = assessment.observations.add("The plan is not followed.", notes=noted[:1], items=[talk])
    assert assessment.observations.get(found).borne_out.sources == 1
