"""The history names things as people do; ids that only the file knows stand nowhere."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from desktop.model.assessment import Assessment
from desktop.model.maturity.shelf import find
from desktop.model.records import KINDS, Stance
from desktop.model.scoring.vocabulary import Characterisation, EvidenceKind
from desktop.ui.pages.history.rows import rows
from desktop.ui.session import Session
from desktop.wording.called import question_names
from desktop.wording.change_rows import change_rows

MODEL = "it-service-cmm"


@pytest.fixture
def assessment(session: Session) -> Assessment:
    return session.assessment


def said(assessment: Assessment) -> list[str]:
    """The changes of the newest step, each with what it is about."""
    step = assessment.history.steps(1)[0]
    return [f"{row.about} | {row.text}" for row in change_rows(assessment.history.changes(step.id), assessment)]


def test_a_participant_is_named_by_number_and_name(assessment: Assessment):
    participant = assessment.preparation.add_participant(name="Ada Lo", role="Manager")
    assessment.preparation.set_participant(participant, role="Lead")
    assert said(assessment) == ["Participant · P-04 Ada Lo | Role: Manager → Lead"]
    assessment.preparation.remove_participant(participant)
    assert all("P-04 Ada Lo" in line for line in said(assessment)), "also when it is gone"


def test_an_answer_is_that_to_a_printed_number_by_its_words(assessment: Assessment):
    participant = assessment.preparation.participants()[0].id
    question = next(iter(assessment.models.numbers(MODEL)))
    assessment.questionnaires.answer(MODEL, participant, question, "seldom")
    choice = assessment.models.get(MODEL).scale.choice("seldom")
    assert choice is not None
    assert f"Answer · P-01 | No. 1, Answer: – → {choice.name}" in said(assessment)


def test_an_action_is_named_by_number_and_title(assessment: Assessment):
    action = assessment.actions.add("Write it down", model=MODEL, aim="SCM")
    lines = said(assessment)
    pack = find(MODEL)
    assert any(f"Model: – → {pack.name}" in line for line in lines)
    assert any(pack.area_by_id["SCM"].name in line for line in lines)
    measure = assessment.measures.add(action, "Calls")
    assert any("A-1 Write it down" in line and "Measure · Calls" in line for line in said(assessment))
    assessment.measures.add_reading(measure, dt.date(2026, 3, 1), "4")
    assert any("Reading of a measure · Calls" in line for line in said(assessment))
    assessment.actions.remove(action)
    assert any("A-1 Write it down" in line for line in said(assessment)), "also when it is gone"


def test_what_undo_took_back_keeps_the_name_it_had(assessment: Assessment):
    assessment.preparation.add_participant(name="Ada Lo", role="Manager")
    assessment.history.undo()
    assert all("P-04 Ada Lo" in line for line in said(assessment))
    action = assessment.actions.add("Write it down", model=MODEL, aim="SCM")
    measure = assessment.measures.add(action, "Calls")
    assessment.measures.add_reading(measure, dt.date(2026, 3, 1), "4")
    for kind in ("Reading of a measure · Calls", "Measure · Calls", "Action · A-1 Write it down"):
        assessment.history.undo()
        assert all(kind in line for line in said(assessment)), kind


def test_a_target_of_the_whole_model_names_the_model(assessment: Assessment):
    assessment.targets.set(MODEL, "*", level=3)
    assert any(
        line.startswith(f"Target | {find(MODEL).name}, ") and line.endswith(": – → 3") for line in said(assessment)
    )


ID = re.compile(r"\b[a-z0-9]{16}\b|\b[0-9a-f]{64}\b")


def test_no_step_shows_an_id_that_only_the_file_knows(assessment: Assessment):
    preparation = assessment.preparation
    assessment.models.add(find("tool-ladder"))
    participant = preparation.participants()[0].id
    member = preparation.members()[0].id
    assessment.ratings.characterise(MODEL, "SCM-CO-1", Characterisation.LARGELY)
    assessment.ratings.set_stance(MODEL, "SCM", member, Stance.AGREES)
    piece = assessment.evidence.add(EvidenceKind.INTERVIEW, "Friday talk", model=MODEL, practices=["SCM-CO-1"])
    action = assessment.actions.add("Write it down", model=MODEL, aim="SCM")
    measure = assessment.measures.add(action, "Calls")
    assessment.measures.add_reading(measure, dt.date(2026, 3, 1), "4")
    assessment.questionnaires.comment(MODEL, participant, "SCM-Q1", "Why")
    assessment.evidence.remove(piece)
    assessment.measures.remove(measure)
    assessment.actions.remove(action)
    preparation.remove_participant(participant)
    preparation.remove_member(member)
    assessment.models.remove("tool-ladder")
    seen = set()
    for step in assessment.history.steps():
        changes = assessment.history.changes(step.id)
        seen |= {change.kind for change in changes}
        for row in change_rows(changes, assessment):
            assert not ID.search(row.text), row.text
            assert not ID.search(row.about), row.about
    assert len(seen & KINDS.keys()) > 8


def test_a_step_about_an_answer_tells_the_printed_number(assessment: Assessment):
    participant = assessment.preparation.participants()[0].id
    question = next(iter(assessment.models.numbers(MODEL)))
    assessment.questionnaires.answer(MODEL, participant, question, "seldom")
    (row,) = rows(assessment.history, assessment.history.steps(1), question_names(assessment))
    assert row.what == "Answer question 1 for P-01"
    assessment.models.add(find("tool-ladder"))
    assert question_names(assessment)[question] == f"No. 1 of {find(MODEL).name}"
