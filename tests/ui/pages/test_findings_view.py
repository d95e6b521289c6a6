"""The view of the findings: made of valid observations, ordered, merged, split and marked, by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.model.maturity.refs import Ref
from desktop.model.records import SessionKind, Tone
from desktop.ui.pages.findings.page import FINDINGS, FindingsPage
from desktop.ui.session import Session
from tests.gui import put_in_front

MODEL = "it-service-cmm"


@pytest.fixture
def valid(session: Session) -> list[str]:
    """Three valid observations on two areas."""
    assessment, found = session.assessment, []
    meetings = [assessment.interviews.add(SessionKind.INTERVIEW, name) for name in ("Interview 1", "Interview 2")]
    for text, part in (("Needs are known.", "SCM-AC-1"), ("Needs are old.", "SCM-AC-2"), ("Work is seen.", "STO-AC-2")):
        notes = [assessment.interviews.note(each, text, tags=[Ref(MODEL, part)]) for each in meetings]
        found.append(assessment.observations.add(text, tone=Tone.WEAKNESS, notes=notes))
    assessment.observations.agree_all(found)
    assessment.observations.confirm(found)
    return found


@pytest.fixture
def page(session: Session, valid: list[str], qtbot) -> FindingsPage:
    made = FindingsPage(session)
    put_in_front(qtbot, made)
    made.tabs.setCurrentIndex(FINDINGS)
    QApplication.processEvents()
    return made


def press(widget, *keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    widget.setFocus()
    for key in keys:
        QTest.keyClick(widget, key, held)


def texts(session: Session) -> list[str]:
    return [each.text for each in session.assessment.findings.all()]


def make_all(page: FindingsPage) -> None:
    """A finding of each observation."""
    while page.findings.waiting.source.rows:
        page.findings.waiting.selectRow(0)
        press(page.findings.waiting, Qt.Key.Key_Return)


def drop(table, row: int) -> None:
    """Let the current row go on the lower half of one further down, or the upper half of one further up."""
    rect = table.visualRect(table.proxy.index(row, 0))
    place = rect.bottomLeft() if row > table.currentIndex().row() else rect.topLeft()
    table.dropEvent(
        QDropEvent(
            QPointF(place),
            Qt.DropAction.MoveAction,
            QMimeData(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )


def test_selected_observations_become_one_finding_of_their_area(page, session, valid):
    view = page.findings
    view.waiting.selectRow(0)
    press(view.waiting, Qt.Key.Key_Down, held=Qt.KeyboardModifier.ShiftModifier)
    press(view.waiting, Qt.Key.Key_Return)
    assert view.detail.text.hasFocus()
    QTest.keyClicks(view.detail.text, "Needs are not looked after.")
    view.commit()
    (found,) = session.assessment.findings.all()
    assert (found.text, found.tone, found.place) == ("Needs are not looked after.", Tone.WEAKNESS, "SCM")
    assert [each.id for each in session.assessment.findings.observations(found.id)] == valid[:2]
    assert len(view.waiting.source.rows) == 1
    assert page.subtitle.text() == "1 finding · 0 for the report"
    press(view.waiting, Qt.Key.Key_Plus)
    assert view.waiting.source.rows == ()
    assert [button.observation for button in view.detail.rests.buttons] == valid


def test_keys_and_the_mouse_put_them_in_order_within_their_area(page, session):
    make_all(page)
    view = page.findings
    assert texts(session) == ["Needs are known.", "Needs are old.", "Work is seen."]
    view.table.selectRow(1)
    press(view.table, Qt.Key.Key_Up, held=Qt.KeyboardModifier.ControlModifier)
    assert texts(session) == ["Needs are old.", "Needs are known.", "Work is seen."]
    assert view.table.current_row().finding.text == "Needs are old."
    press(view.table, Qt.Key.Key_Up, held=Qt.KeyboardModifier.ControlModifier)
    view.table.selectRow(0)
    drop(view.table, 2)
    assert texts(session) == ["Needs are known.", "Needs are old.", "Work is seen."], "it stays in its area"
    view.table.selectRow(1)
    drop(view.table, 0)
    assert texts(session) == ["Needs are old.", "Needs are known.", "Work is seen."]


def test_findings_are_merged_and_split(page, session, valid):
    make_all(page)
    view = page.findings
    view.table.selectRow(0)
    press(view.table, Qt.Key.Key_Down, held=Qt.KeyboardModifier.ShiftModifier)
    press(view.table, Qt.Key.Key_M)
    assert texts(session) == ["Needs are known. Needs are old.", "Work is seen."]
    press(view.detail.rests.buttons[1], Qt.Key.Key_P)
    assert texts(session) == ["Needs are known. Needs are old.", "Needs are old.", "Work is seen."]
    press(view.detail.rests.buttons[0], Qt.Key.Key_Delete)
    assert view.detail.lacking.isVisible()
    press(view.table, Qt.Key.Key_Delete)
    assert len(texts(session)) == 2
    assert [row.id for row in view.waiting.source.rows] == [valid[1]]


def test_marking_for_the_report_asks_for_names_to_be_settled(page, session):
    people = session.assessment.preparation.participants()
    session.assessment.preparation.set_participant(people[0].id, name="Anna Work")
    make_all(page)
    view, told = page.findings, []
    session.told.connect(lambda text, _tone: told.append(text))
    view.table.select(lambda row: row.finding.text == "Work is seen.")
    assert "Work" in view.detail.naming.text()
    press(view.table, Qt.Key.Key_R)
    assert "may tell who said it" in told[-1]
    view.detail.nobody.click()
    press(view.table, Qt.Key.Key_R)
    assert [each.text for each in session.assessment.findings.all() if each.final] == ["Work is seen."]
    assert view.detail.state.text() == "In the report"
    view.detail.text.setPlainText("Work is not seen.")
    view.commit()
    assert not any(each.final for each in session.assessment.findings.all())


def test_an_area_and_a_tone_are_chosen_and_a_bare_finding_stays_in_the_team(page, session):
    view, told = page.findings, []
    session.told.connect(lambda text, _tone: told.append(text))
    view.new.click()
    view.detail.area.chosen.emit(f"{MODEL}/STO")
    press(view.table, Qt.Key.Key_S, Qt.Key.Key_R)
    (found,) = session.assessment.findings.all()
    assert (found.place, found.tone, found.final) == ("STO", Tone.STRENGTH, False)
    assert "rests on no observation" in told[-1]


def test_a_finding_is_made_from_the_observations_view_and_leads_back(page, session, valid, qtbot):
    page.tabs.setCurrentIndex(0)
    with qtbot.waitSignal(session.asked_for) as asked:
        press(page.observations.table, Qt.Key.Key_F)
    (found,) = session.assessment.findings.all()
    assert asked.args == ["findings", found.id]
    page.reveal(found.id)
    assert (page.tabs.currentIndex(), page.findings.table.current_row().id) == (FINDINGS, found.id)
    page.reveal(valid[2])
    assert (page.tabs.currentIndex(), page.observations.table.current_row().id) == (0, valid[2])


def test_no_valid_observation_waits_because_each_is_in_a_finding_or_there_is_none(page, session, valid):
    make_all(page)
    note = page.findings.beside.note
    assert note.text() == "Each is in a finding."
    session.assessment.observations.remove(valid)
    page.refresh()
    assert note.text().startswith("None yet. Under Observations the team agrees")
