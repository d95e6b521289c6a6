"""Taking a participant out: what was said is kept without identity, or goes as well."""

import pytest

from desktop.model.assessment.parting import Parting
from desktop.model.maturity.refs import Ref
from desktop.model.records import Form, SessionKind, SessionNote
from desktop.model.scoring.inputs import Tally

MODEL = "tiny"


@pytest.fixture
def leaver(assessment):
    """The second of three, who answered, commented, and was heard alone and with others."""
    first, leaver, _third = (assessment.preparation.add_participant(name=f"Person {n}", role="lead") for n in "ABC")
    assessment.questionnaires.answer(MODEL, first, "PLN-Q1", "often")
    assessment.questionnaires.answer(MODEL, leaver, "PLN-Q1", "often")
    assessment.questionnaires.answer(MODEL, leaver, "PLN-Q2", "dont_know")
    assessment.questionnaires.comment(MODEL, leaver, "PLN-Q3", "Not said aloud.")
    alone = assessment.interviews.add(SessionKind.INTERVIEW, "Alone")
    both = assessment.interviews.add(SessionKind.INTERVIEW, "Both")
    assessment.interviews.take_part(alone, participants=[leaver])
    assessment.interviews.take_part(both, participants=[first, leaver])
    tags = [Ref(MODEL, "PLN-AC-1")]
    assessment.interviews.note(alone, "Alone, no code", tags=tags)
    assessment.interviews.note(both, "Both, no code", tags=tags)
    assessment.interviews.note(both, "Of the leaver", participant=leaver, tags=tags)
    assessment.interviews.note(both, "Of the first", participant=first, tags=tags)
    return leaver


def texts(assessment):
    return {note.text for session in assessment.interviews.all() for note in assessment.interviews.notes(session.id)}


def test_it_is_counted_what_somebody_said(assessment, leaver):
    assert assessment.preparation.parting(leaver) == Parting(answers=2, comments=1, notes=2, heard=2)
    third = assessment.preparation.participants()[2].id
    assert not assessment.preparation.parting(third)
    assessment.questionnaires.comment(MODEL, third, "PLN-Q3", "Said.")
    assert assessment.preparation.parting(third)


def test_what_was_said_counts_on_without_identity(assessment, leaver):
    before, notes = assessment.results.given(MODEL).practices["PLN-AC-1"].sources, texts(assessment)
    assessment.preparation.remove_identity(leaver)
    assert assessment.results.given(MODEL).tallies["PLN-Q1"] == Tally({"often": 2}, 3)
    assert assessment.questionnaires.comments(MODEL, "PLN-Q3") == ["Not said aloud."]
    assert (assessment.results.given(MODEL).practices["PLN-AC-1"].sources, texts(assessment)) == (before, notes)
    person = assessment.preparation.people()[1]
    assert (person.identity.name, person.identity.email, person.participant.role) == ("", "", "lead")
    assert not any((person.participant.asked, person.participant.interviewed, person.participant.discusses))
    assert assessment.history.steps()[0].facts == {"number": 2, "answers": 2, "notes": 2}
    assessment.history.undo()
    person = assessment.preparation.people()[1]
    assert (person.identity.name, person.participant.asked) == ("Person B", True)


def test_who_left_is_asked_and_named_no_more(assessment, leaver, refused):
    assessment.preparation.remove_identity(leaver)
    for cells in ({"name": "Person D"}, {"email": "d@example.org"}, {"asked": True}, {"interviewed": True}):
        assert refused(assessment.preparation.set_participant, leaver, **cells) == "participant.left"
    assessment.preparation.set_participant(leaver, group="Leads")
    assert assessment.preparation.participant(leaver).group == "Leads"


def test_a_name_is_looked_for_in_findings_after_its_owner_left(assessment, leaver):
    assessment.preparation.remove_identity(leaver)
    assert [each.found for each in assessment.findings.named("Plans are made by Person B.")] == ["Person B"]


def test_all_that_was_said_is_taken_back(assessment, leaver):
    with assessment._desk.step("form.sent", count=1) as step:
        step.draft.put(Form, MODEL, leaver, digest="abc", said="PLN-Q1 often", left_out="d e")
    assessment.preparation.remove_participant(leaver)
    assert assessment.results.given(MODEL).tallies["PLN-Q1"] == Tally({"often": 1}, 2)
    assert assessment.questionnaires.comments(MODEL, "PLN-Q3") == []
    assert all(
        each.choice is None and not each.comment for each in assessment.questionnaires.answers(MODEL, leaver).values()
    )
    assert texts(assessment) == {"Both, no code", "Of the first"}
    (form,) = assessment._desk.all(Form, participant=leaver)
    assert (form.digest, form.said, form.left_out) == ("", "", "")
    assert assessment.history.steps()[0].label == "participant.take_back"
    assessment.history.undo()
    assert assessment.preparation.parting(leaver) == Parting(answers=2, comments=1, notes=2, heard=2)
    assert len(assessment._desk.all(SessionNote)) == 4


def test_who_left_can_be_removed_after_all(assessment, leaver):
    assessment.preparation.remove_identity(leaver)
    assessment.preparation.remove_participant(leaver)
    assert [each.number for each in assessment.preparation.participants()] == [1, 3]
    assert assessment.questionnaires.comments(MODEL, "PLN-Q3") == []
