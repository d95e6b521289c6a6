"""Where one sees what a step changed."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop.model.journal import Changed, Step
from desktop.model.maturity.refs import Ref
from desktop.model.records import KINDS, SessionKind
from desktop.model.scoring.vocabulary import EvidenceKind
from desktop.ui.session import Session
from desktop.ui.whereabouts import _BY_KIND, Whereabouts, whereabouts

MODEL = "it-service-cmm"


def test_every_kind_of_record_is_seen_on_a_page():
    assert {kind for kind, _page in _BY_KIND} == set(KINDS)


@pytest.mark.parametrize(
    ("kind", "row", "found"),
    [
        ("answer", "m/p/q", Whereabouts("questionnaires", "m/p/q")),
        ("form", "m/p", Whereabouts("questionnaires", "p")),
        ("evidence_link", "e/m/x", Whereabouts("evidence", "e")),
        ("area_stance", "m/a/who", Whereabouts("ratings", "m/a")),
        ("area_rating", "m/a", Whereabouts("ratings", "m/a")),
        ("target", "m/a", Whereabouts("gaps", "m/a")),
        ("identity", "p", Whereabouts("preparation", "p")),
    ],
)
def test_a_record_is_shown_by_its_key(session: Session, kind: str, row: str, found: Whereabouts):
    changed = Changed(kinds=frozenset({kind}), rows=frozenset({(kind, row)}))
    assert whereabouts(changed, session.assessment) == found


def test_a_version_that_was_adopted_is_seen_with_the_models(session: Session):
    changed = Changed(kinds=frozenset({"adoption", "answer"}), rows=frozenset({("adoption", f"{MODEL}/1")}))
    assert whereabouts(changed, session.assessment) == Whereabouts("preparation", "scope")


def test_scope_is_seen_where_it_is_set(session: Session):
    step = Step(1, "w", "edit", None, "scope.out", {}, "A", dt.datetime(2026, 1, 1, tzinfo=dt.UTC))  # type: ignore[arg-type]
    changed = Changed(step, frozenset({"area_rating"}), frozenset({("area_rating", "m/a")}))
    assert whereabouts(changed, session.assessment) == Whereabouts("preparation", "m/a")


def test_what_belongs_to_an_action_is_seen_with_it_even_when_taken_away(session: Session):
    assessment = session.assessment
    action = assessment.actions.add("Count")
    measure = assessment.measures.add(action, "Calls")
    reading = assessment.measures.add_reading(measure, dt.date(2026, 1, 1), "3")
    for kind, row in (("measure", measure), ("reading", reading)):
        changed = Changed(kinds=frozenset({kind}), rows=frozenset({(kind, row)}))
        assert whereabouts(changed, assessment) == Whereabouts("actions", action)
    undone = assessment.history.undo()
    assert whereabouts(undone, assessment) == Whereabouts("actions", action)


def test_evidence_is_seen_in_its_register(session: Session):
    assessment = session.assessment
    practice = next(iter(assessment.models.get(MODEL).pack.practice_by_id))
    piece = assessment.evidence.add(EvidenceKind.INTERVIEW, "Interview 1", model=MODEL, practices=[practice])
    changed = assessment.evidence.change(piece, note="Seen")
    assert whereabouts(changed, session.assessment) == Whereabouts("evidence", piece)


def test_notes_are_seen_in_their_session_even_when_taken_away(session: Session):
    it = session.assessment.interviews
    meeting = it.add(SessionKind.INTERVIEW, "Interview 1")
    assert whereabouts(it.set_areas(meeting, [Ref(MODEL, "SCM")]), session.assessment).target == meeting  # type: ignore[union-attr]
    note = it.note(meeting, "Agreed.")
    tagged = it.tag(note, [Ref(MODEL, "SCM-AC-1")])
    assert whereabouts(tagged, session.assessment) == Whereabouts("interviews", note)
    assert whereabouts(it.remove_notes([note]), session.assessment) == Whereabouts("interviews", meeting)


def test_what_changed_nothing_is_seen_nowhere(session: Session):
    assert whereabouts(Changed(), session.assessment) is None


def test_nobody_is_led_away_from_the_schedule_for_a_session(session: Session):
    it = session.assessment.interviews
    talk = it.add(SessionKind.INTERVIEW, "Interview 1")
    changed = it.change(talk, place="Room 1")
    assert whereabouts(changed, session.assessment, "schedule") == Whereabouts("schedule", talk)
    assert whereabouts(changed, session.assessment, "overview") == Whereabouts("interviews", talk)
    note = it.note(talk, "Agreed.")
    noted = it.change_note(note, text="Agreed again.")
    assert whereabouts(noted, session.assessment, "schedule") == Whereabouts("interviews", note), "it has no notes"
