"""The guide beside the notes: what to ask, what was asked, and the team's own questions."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest

from desktop.model.assessment.guides import Guides
from desktop.model.maturity.refs import Ref
from desktop.model.planning.guides import GuideLine
from desktop.model.records import SessionKind
from desktop.ui.pages.interviews.guide_pane import GuidePane
from desktop.ui.pages.interviews.guide_rows import GuideRow
from desktop.ui.pages.interviews.page import InterviewsPage
from desktop.ui.pages.interviews.printed_guide import printed_guide
from desktop.ui.pages.questionnaires.page import RESULTS, QuestionnairesPage
from desktop.ui.session import Session
from tests.gui import ScriptedDialogs, put_in_front

MODEL = "it-service-cmm"
AREA = Ref(MODEL, "SCM")
GUIDE = 1


@pytest.fixture
def talk(session: Session) -> str:
    """An interview with everybody about service commitments."""
    it, people = session.assessment.interviews, session.assessment.preparation.participants()
    found = it.add(SessionKind.INTERVIEW, "Interview 1", place="Room 1")
    it.take_part(found, participants=[person.id for person in people])
    it.set_areas(found, [AREA])
    return found


@pytest.fixture
def page(session: Session, talk: str, qtbot) -> InterviewsPage:
    shown = InterviewsPage(session)
    put_in_front(qtbot, shown)
    shown.reveal(talk)
    shown.asking.setCurrentIndex(GUIDE)
    return shown


@pytest.fixture
def guide(page: InterviewsPage) -> GuidePane:
    return page.guide


def rows(guide: GuidePane) -> list[GuideRow]:
    return list(guide.table.source.rows)


def press(guide: GuidePane, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(guide.table, key)


def type_own(guide: GuidePane, text: str) -> None:
    guide.own.setText(text)
    QTest.keyClick(guide.own, Qt.Key.Key_Return)


def test_a_question_is_answered_in_the_line_and_marked_as_asked(guide: GuidePane, page: InterviewsPage):
    first = rows(guide)[0]
    assert "nobody has spoken of it" in first.beneath
    guide.table.selectRow(0)
    press(guide, Qt.Key.Key_Return)
    assert page.pane.entry.draft.tags == first.tags
    press(guide, Qt.Key.Key_Space)
    assert rows(guide)[-1].line.topic == first.line.topic
    assert "asked" in rows(guide)[-1].beneath
    assert guide.told.text().endswith("asked: 1")
    guide.table.selectRow(len(rows(guide)) - 1)
    press(guide, Qt.Key.Key_Space)
    assert rows(guide)[0].line.topic == first.line.topic


def test_the_team_adds_changes_and_removes_its_own(guide: GuidePane, session: Session):
    count = len(rows(guide))
    type_own(guide, "What hurts?")
    guide.reach.setCurrentIndex(1)
    guide.reach.activated.emit(1)
    type_own(guide, "Who promises?")
    assert sorted(row.line.topic.text for row in rows(guide)[:2]) == ["What hurts?", "Who promises?"]
    areas = {each.text: (each.session != "", each.place) for each in _own(session)}
    assert areas == {"What hurts?": (True, ""), "Who promises?": (False, "SCM")}
    guide.table.select(lambda row: row.line.topic.text == "What hurts?")
    press(guide, Qt.Key.Key_F2)
    assert guide.own.text() == "What hurts?"
    type_own(guide, "What helps?")
    assert guide.own.text() == ""
    guide.table.select(lambda row: row.line.topic.text == "What helps?")
    press(guide, Qt.Key.Key_Delete)
    assert len(rows(guide)) == count + 1
    type_own(guide, " ")
    assert len(rows(guide)) == count + 1


def _own(session: Session):
    guides, it = session.assessment.guides, session.assessment.interviews
    return [guides.own(line.topic.ask.part) for line in guides.of(it.all()[0].id) if line.topic.own]


def test_a_guide_is_printed_without_participants(
    guide: GuidePane, session: Session, dialogs: ScriptedDialogs, talk, tmp_path: Path
):
    people = session.assessment.preparation
    people.set_participant(people.participants()[0].id, name="Nora Nobody")
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "guide.pdf"))
    dialogs.printers.append(printer)
    press(guide, Qt.Key.Key_P)
    assert (tmp_path / "guide.pdf").stat().st_size
    text = printed_guide(session.assessment, talk, rows(guide)).toPlainText()
    assert "Manager, Practitioner" in text
    assert rows(guide)[-1].line.topic.text in text
    assert "Nora" not in text
    assert "P-01" not in text


def test_typing_notes_does_not_wait_for_a_guide_that_nobody_sees(page: InterviewsPage, guide: GuidePane, monkeypatch):
    page.asking.setCurrentIndex(0)
    asked: list[str] = []

    def of(_guides: Guides, session: str) -> tuple[GuideLine, ...]:
        asked.append(session)
        return ()

    monkeypatch.setattr(Guides, "of", of)
    page.pane.entry.line.setText("Heard.")
    page.pane.entry.keep_note()
    assert asked == []
    page.asking.setCurrentIndex(GUIDE)
    assert len(asked) == 1


@pytest.fixture
def questionnaires(session: Session, talk: str, qtbot) -> QuestionnairesPage:
    shown = QuestionnairesPage(session)
    put_in_front(qtbot, shown)
    return shown


def test_a_question_comes_first_in_the_guide_at_a_keystroke(questionnaires: QuestionnairesPage, session: Session, talk):
    results = questionnaires.results
    questionnaires.tabs.setCurrentIndex(RESULTS)
    results.reveal("SCM")
    results.questions.selectRow(1)
    row = results.questions.current_row()
    assert row is not None
    QTest.keyClick(results.questions, Qt.Key.Key_A)
    line = session.assessment.guides.of(talk)[0]
    assert (line.topic.own, line.topic.text) == (True, row.question.text)
