import random

import pytest

from desktop.model.assessment import note_index
from desktop.model.assessment.note_index import NoteIndex
from desktop.model.maturity.refs import Ref
from desktop.model.records import SessionKind

PARTS = tuple(Ref("tiny", part) for part in ("PLN-AC-1", "PLN-G1", "SUP-AC-1"))


def told(index: NoteIndex, sessions):
    """All that an index tells."""
    return (
        dict(index.counted()),
        {session: {*index.in_session(session)} for session in sessions},
        {part: ({*index.speaking_of(part)}, {*index.hearings(part)}) for part in PARTS},
        {*index.spoken_of("tiny")},
    )


@pytest.mark.parametrize("followed", [2_000, 1])
def test_it_keeps_up_with_every_edit_undo_and_redo(assessment, monkeypatch, followed):
    """Also where a step changes so much that all is read anew."""
    monkeypatch.setattr(note_index, "_MOST_FOLLOWED", followed)
    it, index, chance = assessment.interviews, assessment.interviews._index, random.Random(1)
    person = assessment.preparation.add_participant(role="Manager")
    sessions = [it.add(SessionKind.INTERVIEW, name) for name in ("One", "Two")]
    for _time in range(6):
        it.note(chance.choice(sessions), "Said.", tags=chance.sample(PARTS, 2))

    def there():
        return [note.id for session in sessions for note in it.notes(session)] or [it.note(sessions[0], "Again.")]

    edits = (
        lambda: it.note(chance.choice(sessions), "More.", participant=person, tags=chance.sample(PARTS, 1)),
        lambda: it.tag(chance.choice(there()), chance.sample(PARTS, 2), tagged=chance.random() < 0.5),
        lambda: it.change_note(chance.choice(there()), participant=chance.choice(["", person])),
        lambda: it.remove_notes(there()[:1]),
        assessment.history.undo,
        assessment.history.redo,
    )
    for _time in range(40):
        chance.choice(edits)()
        assert told(index, sessions) == told(NoteIndex(assessment._store), sessions)
    it.remove(sessions[0])
    assert told(index, sessions) == told(NoteIndex(assessment._store), sessions)


def test_what_was_heard_of_a_part_is_the_same_until_a_note_of_it_changes(assessment):
    it, index = assessment.interviews, assessment.interviews._index
    session = it.add(SessionKind.INTERVIEW, "One")
    it.note(session, "Planned.", tags=PARTS[:1])
    before = index.hearings(PARTS[0])
    it.note(session, "Elsewhere.", tags=PARTS[1:])
    assert index.hearings(PARTS[0]) is before
    it.note(session, "Planned again.", tags=PARTS[:1])
    assert index.hearings(PARTS[0]) is not before


def test_a_source_has_the_name_its_session_has_now(assessment):
    it = assessment.interviews
    session = it.add(SessionKind.INTERVIEW, "One")
    it.note(session, "Planned.", tags=PARTS[:1])
    assert [each.session for each in it.sources("tiny")["PLN-AC-1"]] == ["One"]
    it.change(session, name="First")
    assert [each.session for each in it.sources("tiny")["PLN-AC-1"]] == ["First"]
