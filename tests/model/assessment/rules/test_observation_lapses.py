"""What lets an observation fall back."""

import pytest

from desktop.model.maturity.refs import Ref
from desktop.model.records import Adequacy, ObservationState, Tone
from desktop.model.scoring.vocabulary import EvidenceKind

DRAFT, ACCURATE, VALID, REJECTED = ObservationState


def state(assessment, observation):
    return assessment.observations.get(observation).observation.state


def test_a_reworded_one_is_a_draft_on_which_nobody_has_agreed(assessment, valid):
    it = assessment.observations
    it.change(valid, names_nobody=True)
    it.change(valid, text="The plan is followed by nobody.")
    found = it.get(valid)
    assert (found.observation.state, found.stances, found.observation.names_nobody) == (DRAFT, {}, False)
    assessment.history.undo()
    assert state(assessment, valid) is VALID
    it.set_tone([valid], Tone.ALTERNATIVE)
    assert state(assessment, valid) is DRAFT


@pytest.mark.parametrize(
    "change",
    [
        lambda a, note, _o: a.interviews.remove_notes([note]),
        lambda a, note, _o: a.interviews.change_note(note, text="Everybody follows it."),
        lambda a, note, _o: a.interviews.remove(a.interviews.with_note(note)),
        lambda a, note, o: a.observations.withdraw(o, notes=[note]),
    ],
)
def test_it_is_a_draft_again_when_a_note_behind_it_is_gone_or_reworded(assessment, valid, noted, change):
    change(assessment, noted[0], valid)
    assert (state(assessment, valid), assessment.observations.get(valid).stances) == (DRAFT, {})


@pytest.mark.parametrize(
    "change",
    [
        lambda a, c: a.questionnaires.comment("tiny", c.participant, c.question, "In the tool."),
        lambda a, c: a.preparation.remove_participant(c.participant),
        lambda a, c: a.observations.withdraw(a.observations.all()[0].observation.id, comments=[c]),
    ],
)
def test_it_is_a_draft_again_when_a_comment_behind_it_is_gone_or_reworded(assessment, team, noted, comment, change):
    it = assessment.observations
    found = it.add("On paper only.", tone=Tone.WEAKNESS, notes=noted, comments=[comment])
    it.agree_all([found])
    change(assessment, comment)
    assert state(assessment, found) is DRAFT


def test_what_changes_nothing_it_rests_on_lets_it_stand(assessment, valid, noted, comment):
    assessment.interviews.set_tone(noted, Tone.WEAKNESS)
    assessment.interviews.tag(noted[0], [Ref("tiny", "PLN-AC-2")])
    assessment.interviews.note(assessment.interviews.with_note(noted[0]), "More.")
    assessment.questionnaires.comment("tiny", comment.participant, comment.question, "Otherwise.")
    assert state(assessment, valid) is VALID


def test_two_sessions_that_become_one_source_leave_it_merely_accurate(assessment, valid, noted):
    session = assessment.interviews.with_note(noted[1])
    assessment.interviews.change(session, name="interview 1")
    assert state(assessment, valid) is ACCURATE
    assert assessment.observations.get(valid).stances


def test_a_rejected_one_stays_so_when_a_note_behind_it_goes(assessment, valid, noted):
    assessment.observations.reject(valid, "No.")
    assessment.interviews.remove_notes(noted)
    assert state(assessment, valid) is REJECTED
    assessment.observations.change(valid, text="Anew.")
    assert state(assessment, valid) is DRAFT


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda a, item: a.evidence.change(item, note="It was signed."), DRAFT),
        (lambda a, item: a.evidence.change(item, session="Another plan"), DRAFT),
        (lambda a, item: a.evidence.change(item, adequacy=Adequacy.INADEQUATE), DRAFT),
        (lambda a, item: a.evidence.remove(item), DRAFT),
        (lambda a, item: a.evidence.change(item, adequacy=Adequacy.ADEQUATE, owner="Quality"), VALID),
    ],
)
def test_it_is_a_draft_again_when_an_item_behind_it_says_something_else(assessment, team, noted, change, expected):
    it = assessment.observations
    plan = assessment.evidence.add(EvidenceKind.DOCUMENT, "Plan", note="Not signed.")
    found = it.add("The plan is not signed.", tone=Tone.WEAKNESS, notes=noted[:1], items=[plan])
    it.agree_all([found])
    it.confirm([found])
    change(assessment, plan)
    assert state(assessment, found) is expected


def test_what_is_inadequate_bears_nothing_out(assessment, team, noted):
    it = assessment.observations
    plan = assessment.evidence.add(EvidenceKind.DOCUMENT, "Plan", adequacy=Adequacy.INADEQUATE)
    found = it.add("The plan is not signed.", tone=Tone.WEAKNESS, notes=noted[:1], items=[plan])
    assert it.get(found).borne_out.sources == 1
