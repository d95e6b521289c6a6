"""The matrix of coverage: what there is under the cursor, what lacks something, and the ways from it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.model.maturity.refs import Ref
from desktop.model.records import SessionKind
from desktop.model.scoring.coverage import SourceGroup
from desktop.model.scoring.vocabulary import EvidenceKind, SourceKind
from desktop.ui.pages.evidence.coverage import Coverage
from desktop.ui.pages.evidence.page import COVERAGE, EvidencePage
from desktop.ui.pages.interviews.page import InterviewsPage
from desktop.ui.session import Session
from tests.gui import put_in_front

MODEL = "it-service-cmm"
PART = Ref(MODEL, "SCM-AC-1")


@pytest.fixture
def heard(session: Session) -> tuple[str, str]:
    """Two notes on one practice by a manager; the ids."""
    it = session.assessment.interviews
    manager = session.assessment.preparation.participants()[0].id
    talk = it.add(SessionKind.INTERVIEW, "Interview 1")
    it.take_part(talk, participants=[manager])
    it.set_areas(talk, [Ref(MODEL, "SCM")])
    session.assessment.evidence.add(EvidenceKind.DOCUMENT, "Catalogue", model=MODEL, practices=[PART.part])
    return it.note(talk, "We plan.", tags=[PART]), it.note(talk, "We review.", tags=[PART])


@pytest.fixture
def page(session: Session, heard: tuple[str, str], qtbot) -> EvidencePage:
    shown = EvidencePage(session)
    put_in_front(qtbot, shown)
    shown.tabs.setCurrentIndex(COVERAGE)
    return shown


@pytest.fixture
def view(page: EvidencePage) -> Coverage:
    return page.coverage


@pytest.fixture
def interviews(session: Session, heard: tuple[str, str], qtbot) -> InterviewsPage:
    shown = InterviewsPage(session)
    put_in_front(qtbot, shown)
    return shown


@pytest.fixture
def asked(session: Session) -> list[tuple[str, str]]:
    """Where the window was asked to go."""
    found: list[tuple[str, str]] = []
    session.asked_for.connect(lambda place, target: found.append((place, target)))
    return found


def stand_on(view: Coverage, group: SourceGroup) -> None:
    assert view.matrix.select(PART.part)
    table = view.matrix.table
    for column in range(table.model().columnCount()):
        table.setCurrentIndex(table.model().index(table.currentIndex().row(), column))
        if view.matrix.group() == group:
            return
    raise AssertionError(group)


def line(view: Coverage) -> str:
    here = view.matrix.line()
    return "" if here is None else here.id


def press(view: Coverage, key: Qt.Key) -> None:
    QTest.keyClick(view.matrix.table, key)


def said(view: Coverage) -> list[str]:
    return [line.text for line in view.spoken.source.rows]


def test_a_cell_leads_to_what_is_there(view: Coverage, heard, asked, session: Session):
    stand_on(view, SourceGroup(SourceKind.DOCUMENT))
    press(view, Qt.Key.Key_Return)
    piece = session.assessment.evidence.all()[0].id
    assert asked == [("evidence", piece)]
    stand_on(view, SourceGroup(SourceKind.INTERVIEW, "Manager"))
    assert said(view) == ["We plan.", "We review."]
    press(view, Qt.Key.Key_Return)
    assert view.spoken.hasFocus()
    QTest.keyClick(view.spoken, Qt.Key.Key_Down)
    QTest.keyClick(view.spoken, Qt.Key.Key_Return)
    assert asked[1:] == [("interviews", heard[1])]
    stand_on(view, SourceGroup(SourceKind.DEMONSTRATION))
    assert said(view) == []
    press(view, Qt.Key.Key_Return)
    assert len(asked) == 2


def test_answers_are_told_by_question(view: Coverage, asked, session: Session):
    assessment = session.assessment
    question = next(iter(assessment.models.get(MODEL).pack.informants[PART.part])).id
    choice = assessment.models.get(MODEL).scale.answers[0].id
    for person in assessment.preparation.participants():
        assessment.questionnaires.answer(MODEL, person.id, question, choice)
    stand_on(view, SourceGroup(SourceKind.QUESTIONNAIRE))
    assert said(view)[0].endswith("(3 answers)")
    press(view, Qt.Key.Key_Return)
    assert asked == [("questionnaires", f"{MODEL}/{question}")]


def test_only_what_lacks_something_is_shown_of_one_area_or_all(view: Coverage):
    shown = {line.id for line in view.matrix.table.source.rows}
    assert {"SCM", PART.part, "SCM-AC-2"} <= shown
    view.lacking.click()
    lines = view.matrix.table.source.rows
    assert PART.part not in {line.id for line in lines}
    assert len(lines) == len(shown) - 1
    view.matrix.select("SCM")
    press(view, Qt.Key.Key_Return)
    assert {line.id.partition("-")[0] for line in view.matrix.table.source.rows} == {"SCM"}
    press(view, Qt.Key.Key_Return)
    assert line(view) == "SCM"
    assert view.matrix.table.source.rowCount() == len(lines)
    assert view.reveal("SRI-AC-3")
    assert line(view) == "SRI-AC-3"
    assert not view.reveal("SRI-AC-99")


def test_what_is_missing_is_noted_in_the_session_about_it(view: Coverage, interviews: InterviewsPage, asked, session):
    stand_on(view, SourceGroup(SourceKind.DOCUMENT))
    for key in (Qt.Key.Key_N, Qt.Key.Key_R, Qt.Key.Key_G):
        press(view, key)
    assert asked == [("interviews", f"tag:{PART}"), ("model", str(PART)), ("ratings", str(PART))]
    another = session.assessment.interviews.add(SessionKind.DISCUSSION, "Another")
    interviews.reveal(another)
    interviews.reveal(f"tag:{PART}")
    row = interviews.table.current_row()
    assert row is not None
    assert row.session.name == "Interview 1"
    assert interviews.pane.entry.draft.tags == (PART,)


def test_columns_follow_who_is_heard(view: Coverage, session: Session):
    headings = [column.heading for column in view.matrix.table.source.columns]
    assert "Interview: Manager" in headings
    assert "Interview: Practitioner" not in headings
    it, people = session.assessment.interviews, session.assessment.preparation.participants()
    view.matrix.select(PART.part)
    it.take_part(it.all()[0].id, participants=[person.id for person in people])
    assert "Interview: Practitioner" in [column.heading for column in view.matrix.table.source.columns]
    assert line(view) == PART.part
    assert view.summary().startswith("1 of ")


def test_on_the_line_of_an_area_it_says_what_enter_does(view):
    assert view.matrix.line().place is not None
    assert "Enter shows it alone" in view.below.note.text()


def test_ids_stay_whole_where_room_is_short(page, view):
    page.resize(480, 400)
    QApplication.processEvents()
    table = view.matrix.table
    longest = max((line.called for line in table.source.rows), key=len)
    assert table.columnWidth(0) >= table.fontMetrics().horizontalAdvance(longest) + 20


def test_the_arrow_keys_go_through_the_matrix_once_it_comes_to_the_front(open_window, session, heard, keyboard):
    open_window.show_place("evidence")
    keyboard.press("Alt+C")
    assert keyboard.focus is open_window.page.coverage.matrix.table


def test_interviews_are_told_apart_by_group_at_a_press(view: Coverage, session: Session):
    manager = session.assessment.preparation.participants()[0]
    session.assessment.preparation.set_participant(manager.id, role="Manager", group="Management")
    view.refresh()
    stand_on(view, SourceGroup(SourceKind.INTERVIEW, "Manager"))
    view.by_group.click()
    stand_on(view, SourceGroup(SourceKind.INTERVIEW, "Management"))
    assert [each.text for each in view.spoken.source.rows] == ["We plan.", "We review."]
    assert line(view) == PART.part, "the cursor stays on its line"
    view.by_group.click()
    stand_on(view, SourceGroup(SourceKind.INTERVIEW, "Manager"))
