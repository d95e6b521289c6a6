import pytest

from desktop.model.assessment.filed_talks import is_talk
from desktop.model.evaluation.sessions import session_key
from desktop.model.maturity.refs import Ref
from desktop.model.records import Adequacy, SessionKind
from desktop.model.scoring.vocabulary import EvidenceKind

INTERVIEW, DOCUMENT = EvidenceKind.INTERVIEW, EvidenceKind.DOCUMENT


@pytest.fixture
def talks(several):
    it = several.evidence
    first = it.add(
        INTERVIEW, "Interview 1", note="Planned each Monday.", model="tiny", practices=["PLN-AC-1", "PLN-AC-2"]
    )
    it.link(first, "tiny-streams", ["DSK-2"])
    it.add(INTERVIEW, "interview  1", model="tiny", practices=["PLN-AC-1"])
    it.add(INTERVIEW, "Interview 2", model="tiny", practices=["PLN-AC-2"])
    it.add(DOCUMENT, "Plan", model="tiny", practices=["PLN-AC-1"])
    it.add(INTERVIEW, "Interview 3", reference="Room 2")
    return several


def sources(assessment):
    filed, heard = assessment.evidence.speaking("tiny-streams"), assessment.interviews.sources("tiny-streams")
    found = [(part, each) for spoken in (filed, heard) for part, several in spoken.items() for each in several]
    return (
        {each.id: (each.sources, each.corroborated) for each in assessment.results.of("tiny").practices},
        {(part, each.kind, session_key(each.session)) for part, each in found},
    )


def test_talks_become_sessions_with_notes_and_count_as_before(talks):
    before, known = sources(talks), talks.interviews.add(SessionKind.DISCUSSION, "Interview 2")
    talks.filed_talks.move(talks.evidence.all())
    assert sources(talks) == before
    assert [each.session for each in talks.evidence.all()] == ["Interview 3", "Plan"]
    sessions = {each.name.capitalize(): each for each in talks.interviews.all()}
    assert {name: each.kind for name, each in sessions.items()} == {
        "Interview 1": SessionKind.INTERVIEW,
        "Interview 2": SessionKind.DISCUSSION,
    }
    assert sessions["Interview 2"].id == known
    notes = talks.interviews.notes(sessions["Interview 1"].id)
    assert {note.text for note in notes} == {"Planned each Monday.", "interview 1"}
    (planned,) = (note for note in notes if note.text == "Planned each Monday.")
    assert talks.interviews.tags(planned.id) == (
        Ref("tiny", "PLN-AC-1"),
        Ref("tiny", "PLN-AC-2"),
        Ref("tiny-streams", "DSK-2"),
    )
    assert talks.check() == ()


def test_it_is_one_step_that_undo_takes_back(talks):
    before = (talks.evidence.all(), talks.evidence.tagged(), sources(talks))
    steps = len(talks.history.steps())
    talks.filed_talks.move(talks.evidence.all())
    assert len(talks.history.steps()) == steps + 1
    talks.history.undo()
    assert (talks.evidence.all(), talks.evidence.tagged(), sources(talks)) == before
    assert talks.interviews.all() == []
    assert talks.check() == ()


def test_what_says_more_than_a_note_can_hold_is_left(talks):
    (item,) = (each for each in talks.evidence.all() if each.session == "Interview 2")
    assert is_talk(item)
    talks.evidence.change(item.id, adequacy=Adequacy.INADEQUATE)
    assert not is_talk(talks.evidence.get(item.id))
    assert talks.filed_talks.move([talks.evidence.get(item.id)]).step is None
