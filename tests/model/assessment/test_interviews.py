import datetime as dt

import pytest

from desktop.model.maturity.refs import Ref
from desktop.model.records import SessionKind, Tone
from desktop.model.scoring.inputs import Source
from desktop.model.scoring.vocabulary import EvidenceKind

PLAN = Ref("tiny", "PLN-AC-1")
INTERVIEW, TOUR = SessionKind.INTERVIEW, SessionKind.DEMONSTRATION


def test_sessions_stand_in_the_order_of_their_times(assessment):
    for name, day, starts in (("c", None, ""), ("b", 3, "13:00"), ("a", 3, "09:00"), ("d", 2, "16:00")):
        assessment.interviews.add(INTERVIEW, name, day=day and dt.date(2026, 3, day), starts=starts)
    assert [each.name for each in assessment.interviews.all()] == ["d", "a", "b", "c"]


def test_a_session_knows_who_asks_who_is_heard_and_what_it_is_about(assessment, refused):
    it = assessment.interviews
    session = it.add(INTERVIEW, "Interview 1")
    ada, bea = (assessment.preparation.add_member(name) for name in ("Ada", "Bea"))
    person = assessment.preparation.add_participant(role="manager")
    it.take_part(session, members=[ada, bea], participants=[person])
    it.take_part(session, members=[bea])
    assert (it.members(session), it.participants(session)) == ({bea}, set())
    it.set_areas(session, [Ref("tiny", "PLN")])
    assert it.areas(session) == {Ref("tiny", "PLN")}
    it.set_areas(session, [])
    assert it.areas(session) == set()
    assert refused(it.take_part, session, members=["nobody"]) == "member.unknown"
    assert refused(it.take_part, session, participants=["nobody"]) == "participant.unknown"
    assert refused(it.set_areas, session, [PLAN]) == "area.unknown"


def test_notes_stand_as_they_were_taken_with_what_they_speak_of(assessment):
    it = assessment.interviews
    session = it.add(INTERVIEW, "Interview 1")
    noon = dt.datetime(2026, 3, 3, 12, tzinfo=dt.UTC)
    later = it.note(session, "Later.", at=noon + dt.timedelta(minutes=1))
    first = it.note(session, " Planned. ", tone=Tone.STRENGTH, tags=[PLAN, Ref("tiny", "PLN-G1")], at=noon)
    assert [(note.id, note.text, note.tone) for note in it.notes(session)] == [
        (first, "Planned.", Tone.STRENGTH),
        (later, "Later.", Tone.NEUTRAL),
    ]
    assert it.tags(first) == (PLAN, Ref("tiny", "PLN-G1"))
    it.tag(first, [PLAN], tagged=False)
    it.change_note(first, text="Not planned.", tone=Tone.WEAKNESS)
    assert it.tags(first) == (Ref("tiny", "PLN-G1"),)
    assert it.notes(session)[0].text == "Not planned."
    assessment.history.undo()
    assert it.notes(session)[0].text == "Planned."


def test_a_note_is_changed_with_what_it_speaks_of_in_one_step(assessment, refused):
    it = assessment.interviews
    note = it.note(it.add(INTERVIEW, "Interview 1"), "Planned.", tags=[PLAN])
    it.change_note(note, text="Not planned.", tags=[Ref("tiny", "PLN-G1")])
    assert it.tags(note) == (Ref("tiny", "PLN-G1"),)
    it.change_note(note, tone=Tone.WEAKNESS)
    assert it.tags(note) == (Ref("tiny", "PLN-G1"),)
    assert refused(it.change_note, note, tags=[Ref("tiny", "PLN-AC-9")]) == "part.unknown"
    assessment.history.undo()
    assessment.history.undo()
    assert it.tags(note) == (PLAN,)


def test_several_notes_are_marked_or_removed_in_one_step(assessment, refused):
    it = assessment.interviews
    session = it.add(INTERVIEW, "Interview 1")
    notes = [it.note(session, text) for text in ("One.", "Two.", "Three.")]
    it.set_tone(notes[:2], Tone.STRENGTH)
    assert [note.tone for note in it.notes(session)] == [Tone.STRENGTH, Tone.STRENGTH, Tone.NEUTRAL]
    it.remove_notes(notes[1:])
    assert [note.id for note in it.notes(session)] == notes[:1]
    assert refused(it.set_tone, notes, Tone.NEUTRAL) == "note.unknown"
    assessment.history.undo()
    assessment.history.undo()
    assert [note.tone for note in it.notes(session)] == [Tone.NEUTRAL] * 3


def test_two_notes_of_one_session_are_one_source(assessment):
    it = assessment.interviews
    first, second = it.add(INTERVIEW, "Interview 1"), it.add(TOUR, "Tour")
    for session in (first, first, second):
        it.note(session, "Planned.", tags=[PLAN])
    it.note(first, "Nothing in particular.")
    assert set(it.sources("tiny")) == {PLAN.part}
    assert len(it.sources("tiny")[PLAN.part]) == 2
    assert {*it.sources("tiny")[PLAN.part]} == {
        Source(EvidenceKind.INTERVIEW, "Interview 1"),
        Source(EvidenceKind.DEMONSTRATION, "Tour"),
    }


@pytest.mark.parametrize(("named", "sources"), [("interview  1", 1), ("Interview 2", 2)])
def test_notes_and_evidence_of_one_session_are_one_source_of_a_rating(assessment, named, sources):
    assessment.evidence.add(EvidenceKind.INTERVIEW, "Interview 1", model="tiny", practices=[PLAN.part])
    before = _practice(assessment).sources
    session = assessment.interviews.add(INTERVIEW, named)
    note = assessment.interviews.note(session, "Planned.", tags=[PLAN])
    assert _practice(assessment).sources == before + sources - 1
    assessment.interviews.remove_notes([note])
    assert _practice(assessment).sources == before


def test_a_session_goes_with_its_notes_and_comes_back_with_them(assessment, refused):
    it = assessment.interviews
    session = it.add(INTERVIEW, "Interview 1")
    note = it.note(session, "Planned.", tags=[PLAN])
    it.remove(session)
    assert (it.all(), it.sources("tiny")) == ([], {})
    assert refused(it.remove_notes, [note]) == "note.unknown"
    assert refused(it.note, session, "Heard.") == "session.unknown"
    assessment.history.undo()
    assert set(it.sources("tiny")) == {PLAN.part}
    assert assessment.check() == ()


def test_what_makes_no_sense_is_refused(assessment, refused):
    it = assessment.interviews
    assert refused(it.add, INTERVIEW, " ") == "session.nameless"
    session = it.add(INTERVIEW, "Interview 1")
    assert refused(it.change, session, name="") == "session.nameless"
    assert refused(it.note, session, " ") == "note.empty"
    assert refused(it.note, session, "Heard.", participant="nobody") == "participant.unknown"
    assert refused(it.note, session, "Heard.", tags=[Ref("tiny", "PLN-AC-9")]) == "part.unknown"
    note = it.note(session, "Heard.")
    assert refused(it.change_note, note, text="") == "note.empty"
    assert refused(it.tag, note, [Ref("unheard", "PLN-AC-1")]) == "model.not_in_use"
    assert len(it.notes(session)) == 1


def test_what_a_note_speaks_of_is_offered_with_the_areas_of_the_session_first(assessment, refused):
    it = assessment.interviews
    session = it.add(INTERVIEW, "Interview 1")
    it.set_areas(session, [Ref("tiny", "SUP")])
    said = "There is a policy and people followed it."
    assert it.offered("tiny", said, session)[0] == Ref("tiny", "SUP-CO-1")
    assert it.offered("tiny", said)[0] == Ref("tiny", "PLN-CO-1")
    assert it.offered("tiny", "") == ()
    assert it.typed("tiny", "supco")[0] == Ref("tiny", "SUP-CO-1")
    assert refused(it.offered, "unheard", said) == "model.not_in_use"


def _practice(assessment):
    return next(each for each in assessment.results.of("tiny").practices if each.id == PLAN.part)


def test_a_kick_off_is_on_the_schedule_and_no_source(assessment, refused):
    it = assessment.interviews
    kick_off, talk = it.add(SessionKind.KICK_OFF, "Kick-off"), it.add(INTERVIEW, "Talk")
    assert [each.id for each in it.heard_in()] == [talk]
    it.note(kick_off, "Welcome", tags=[PLAN])
    assert it.sources("tiny") == {}
    assert it.heard("tiny", PLAN.part) == ()
    it.note(talk, "There is a plan", tags=[PLAN])
    assert refused(it.change, talk, kind=SessionKind.DEBRIEF) == "session.has_notes"
    it.change(talk, kind=TOUR)
    assert it.sources("tiny") == {PLAN.part: (Source(EvidenceKind.DEMONSTRATION, "Talk"),)}


def test_a_session_ends_on_no_day_before_it_begins(assessment, refused):
    first, last = dt.date(2027, 3, 1), dt.date(2027, 3, 4)
    asked = SessionKind.QUESTIONNAIRES
    assert refused(assessment.interviews.add, asked, "Forms", day=last, last_day=first) == "session.days"
    session = assessment.interviews.add(asked, "Forms", day=first, last_day=last)
    assert refused(assessment.interviews.change, session, day=dt.date(2027, 3, 5)) == "session.days"
    assessment.interviews.change(session, day=dt.date(2027, 3, 5), last_day=None)
    assert assessment.interviews.get(session).last_day is None
