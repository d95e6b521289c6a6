"""By keyboard: start a follow-up, rate one area better, and see it in the comparison."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.model.assessment import Assessment
from desktop.model.records import Round
from desktop.model.scoring.place_stands import PlaceMove
from desktop.model.scoring.vocabulary import Characterisation
from desktop.ui.pages.results.page import ResultsPage
from desktop.ui.session import Session
from tests.builders import tiny_pack
from tests.exchange.filled import filled
from tests.gui import ScriptedDialogs, put_in_front
from tests.moulds import Moulds

Key = Qt.Key


@pytest.fixture
def page(qtbot, closed_session: Session, moulds: Moulds, tmp_path: Path) -> ResultsPage:
    made = moulds.cast("results", tmp_path / "a.maturity", lambda mould: filled(mould, [tiny_pack()]), author="Ada")
    closed_session.adopt(made)
    page = ResultsPage(closed_session)
    put_in_front(qtbot, page)
    return page


def press(key: Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, modifier)
    QApplication.processEvents()


def type_over(text: str) -> None:
    press(Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, text)


def test_a_follow_up_from_its_start_to_the_comparison(page: ResultsPage) -> None:
    page.tabs.tabBar().setFocus()
    press(Key.Key_Right)
    press(Key.Key_Right)
    assert page.compare.empty.isVisible()
    press(Key.Key_Right)
    follow_up = page.follow_up
    counts = {row.what: (row.carried, row.away) for row in follow_up.table.source.rows}
    assert counts["Participants"] == (12, 0)
    assert counts["Answers"][0] == 0 < counts["Answers"][1]
    follow_up.last.setFocus()
    type_over("Spring")
    follow_up.name.setFocus()
    type_over("Autumn")
    follow_up.begin.setFocus()
    press(Key.Key_Space)
    assessment = page.assessment
    assert [each.name for each in assessment.rounds.all()] == ["Spring"]
    assert assessment.rounds.name() == "Autumn"
    assert not follow_up.begin.isEnabled(), "nothing is said in the new round yet"
    area = tiny_pack().areas[0]
    assessment.ratings.characterise_all("tiny", {practice.id: Characterisation.FULLY for practice in area.practices})
    page.tabs.tabBar().setFocus()
    press(Key.Key_Left)
    compare = page.compare
    assert compare.side.currentText() == "Spring"
    assert compare.table.select(lambda row: row.change.place == area.id)
    row = compare.table.current_row()
    assert row is not None
    assert row.change.parts
    assert {part.move for part in row.change.parts} <= {*PlaceMove}
    assert area.practices[0].id in compare.detail.toPlainText()
    page.session.assessment.history.undo()
    page.session.assessment.history.undo()
    assert page.assessment.rounds.all() == []
    assert compare.empty.isVisible()


def test_another_assessment_is_compared_and_what_is_none_is_told(
    page: ResultsPage, tmp_path: Path, moulds: Moulds
) -> None:
    told: list[str] = []
    page.session.told.connect(lambda text, _tone: told.append(text))
    page.tabs.setCurrentWidget(page.compare)
    dialogs = page.session.dialogs
    assert isinstance(dialogs, ScriptedDialogs)
    text = tmp_path / "notes.txt"
    text.write_text("no assessment", encoding="utf-8")
    other = tmp_path / "other.maturity"
    moulds.cast("results", other, lambda mould: filled(mould, [tiny_pack()]), author="Ada").close()
    dialogs.files = [text, other, None]
    page.compare.open_other()
    assert "not an assessment" in told[-1]
    assert page.compare.empty.isVisible()
    page.compare.open_other()
    assert page.compare.side.currentText() == "other.maturity"
    assert {row.change.move for row in page.compare.table.source.rows} == {PlaceMove.SAME}
    page.compare.open_other()
    assert page.compare.side.currentText() == "other.maturity"


def test_a_round_that_cannot_be_read_is_told_and_the_rest_is_shown(page: ResultsPage) -> None:
    assessment: Assessment = page.assessment
    assessment.rounds.begin("Autumn", last="Spring", day=page.session.today())
    with assessment._desk.step("round.rename", name="x") as step:
        step.draft.put(Round, assessment.rounds.all()[0].id, content="0" * 64)
    page.reveal(assessment.rounds.all()[0].id)
    assert page.tabs.currentWidget() is page.compare
    assert page.compare.empty.isVisible()
    assert "cannot be read" in page.compare.empty.note.text()
    page.tabs.setCurrentIndex(0)
    assert page.subtitle.text()
