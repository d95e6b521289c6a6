"""The overview tells the engine's numbers and leads to what is next."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt

from desktop.model.scoring.vocabulary import Characterisation, EvidenceKind
from desktop.ui.pages.overview.next_step import next_step
from desktop.ui.pages.overview.page import OverviewPage
from desktop.ui.session import Session

MODEL = "it-service-cmm"


@pytest.fixture
def page(qtbot, session: Session) -> OverviewPage:
    page = OverviewPage(session)
    qtbot.addWidget(page)
    page.resize(1084, 700)
    page.show()
    page.show_now()
    return page


def test_the_level_and_its_blockers_are_the_engines(page, session):
    cards = page._cards[MODEL]
    result = session.assessment.results.of(MODEL)
    assert str(result.level.reached) in cards._level.heading.text()
    assert [row.blocker for row in cards._rows.rows] == list(result.level.blockers)


def test_it_follows_an_edit_made_elsewhere(page, session):
    assert page._progress._parts["areas"][0].note.text().startswith("0 of 22")
    session.assessment.ratings.set_not_applicable(MODEL, "SUB", not_applicable=True, reason="Nothing is bought in.")
    assert "1 not applicable" in page._progress._parts["areas"][0].note.text()


def test_enter_on_a_blocker_leads_to_its_ratings(page, session, qtbot):
    table = page._cards[MODEL]._table
    table.setCurrentIndex(table.proxy.index(0, 0))
    with qtbot.waitSignal(session.asked_for) as asked:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert asked.args == ["ratings", session.assessment.results.of(MODEL).level.blockers[0].area]


def step(session):
    assessment = session.assessment
    models = assessment.models.all()
    return next_step(assessment, models, {m.id: assessment.results.of(m.id) for m in models})


def test_what_is_next_follows_the_work(session):
    assert step(session).page == "questionnaires"
    participant = session.assessment.preparation.participants()[0].id
    scale = session.assessment.models.get(MODEL).scale
    session.assessment.questionnaires.answer(MODEL, participant, "SCM-Q1", scale.answers[0].id)
    assert (step(session).page, step(session).target) == ("ratings", "SCM")
    area = session.assessment.models.get(MODEL).pack.area_by_id["SCM"]
    practices = [practice.id for practice in area.practices]
    for kind, place in ((EvidenceKind.INTERVIEW, "Interview 1"), (EvidenceKind.DOCUMENT, "Agreements")):
        session.assessment.evidence.add(kind, place, model=MODEL, practices=practices)
    session.assessment.ratings.characterise_all(MODEL, dict.fromkeys(practices, Characterisation.FULLY))
    assert step(session).target == "SDP"


@pytest.mark.parametrize(
    ("today", "told"),
    [
        (dt.date(2026, 3, 1), "1 day until"),
        (dt.date(2026, 3, 2), "Day 1 of 5"),
        (dt.date(2026, 3, 6), "Day 5 of 5"),
        (dt.date(2026, 3, 7), "Aftercare"),
    ],
)
def test_the_phase_is_told_by_the_dates(page, session, monkeypatch, today, told):
    session.assessment.preparation.set_details(starts=dt.date(2026, 3, 2), ends=dt.date(2026, 3, 6))
    monkeypatch.setattr(session, "today", lambda: today)
    page.refresh()
    assert told in page.subtitle.text()
