"""The sessions of the shipped sample speak of what is there, and stand beside the evidence that was filed of them."""

import pytest

from desktop.exchange.decisions import load
from desktop.exchange.sample_sessions import held_sessions
from desktop.model.assessment import Assessment
from desktop.model.records import SessionKind, Tone


@pytest.fixture(scope="module")
def sample(moulds, tmp_path_factory):
    with moulds.sample(tmp_path_factory.mktemp("sample") / "sample.maturity", "Ada") as made:
        yield made


def test_they_are_of_several_kinds_with_notes_of_every_tone(sample: Assessment):
    held = {each.name for each in held_sessions()}
    sessions = [each for each in sample.interviews.all() if each.name in held]
    notes = [note for session in sessions for note in sample.interviews.notes(session.id)]
    assert {session.kind for session in sessions} >= {SessionKind.INTERVIEW, SessionKind.DEMONSTRATION}
    assert {note.tone for note in notes} == set(Tone)
    assert all(
        sample.interviews.areas(session.id) and sample.interviews.participants(session.id) for session in sessions
    )
    assert any(sample.interviews.unheard(session.id) for session in sessions)
    assert all(sample.interviews.tags(note.id) for note in notes)


def test_who_speaks_is_heard_in_the_session_and_notes_lie_within_its_times():
    for session in held_sessions():
        times = [session.starts, *(note.at for note in session.notes), session.ends]
        assert times == sorted(times), session.name
        assert {note.by for note in session.notes} - {None} <= set(session.heard)


def test_a_session_with_evidence_of_its_name_is_the_same_source():
    filed = {(piece.kind, piece.session) for piece in load().evidence}
    with_notes = [session for session in held_sessions() if session.notes]
    assert {(session.kind.evidence, session.name) for session in with_notes} <= filed
