"""Results out of a workbook, by the window: shown, decided, taken, undone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.exchange.past_results.past_workbooks import ColumnUse
from desktop.model.maturity.shelf import find
from desktop.model.scoring.vocabulary import Characterisation
from desktop.ui.pages.preparation.page import PreparationPage
from desktop.ui.pages.preparation.past_intake import PastIntake
from desktop.ui.work import Work
from tests.exchange.foreign_models.books import book
from tests.gui import put_in_front

AREA = find("it-service-cmm").areas[0]
SCORES = ["F", "L", "P", "N", "about half"]


@pytest.fixture
def workbook(tmp_path):
    rows = [["ID", "2024", "Score", "Remarks"]]
    practices = AREA.practices[: len(SCORES)]
    rows += [
        [each.id, "N", score, f"seen {place}"]
        for place, (each, score) in enumerate(zip(practices, SCORES, strict=True))
    ]
    return book(tmp_path / "spring.xlsx", {"Scores": rows})


@pytest.fixture
def page(qtbot, session):
    page = PreparationPage(session)
    put_in_front(qtbot, page)
    page.reveal("scope")
    return page


def wanted(qtbot, page, dialogs, workbook) -> PastIntake:
    dialogs.files = [workbook]
    page.scope.cards[0].past.click()
    panel: PastIntake = page.scope.past
    qtbot.waitUntil(lambda: bool(panel.columns.choices) or panel.isHidden(), timeout=20_000)
    return panel


def test_what_a_workbook_says_is_shown_decided_and_taken_in_one_step(qtbot, page, session, dialogs, workbook):
    panel = wanted(qtbot, page, dialogs, workbook)
    assert panel.heading.text() == "spring.xlsx speaks of 5 parts of IT Service CMM."
    uses = {name: choice.value() for name, choice in panel.columns.choices.items()}
    assert uses == {"2024": ColumnUse.LEFT, "Score": ColumnUse.RATING, "Remarks": ColumnUse.NOTE}
    assert "Scores, row 6, Score: “about half” is none of the values" in panel.told.text()
    assert panel.take.text() == "&Take 9 results"
    assert QApplication.focusWidget() is panel.take
    panel.columns.chosen.emit("2024", "rating")
    assert panel.columns.choices["Score"].value() == ColumnUse.LEFT
    assert panel.take.text() == "&Take 10 results"
    panel.columns.chosen.emit("Score", "rating")
    qtbot.keyClick(panel.take, Qt.Key.Key_Return)
    practices = session.assessment.ratings.practices("it-service-cmm")
    assert practices[AREA.practices[0].id].value == "FI"
    assert practices[AREA.practices[4].id].reason == "seen 4"
    assert panel.isHidden()
    assert QApplication.focusWidget() is page.scope.cards[0].past
    session.assessment.history.undo()
    assert not session.assessment.ratings.practices("it-service-cmm").get(AREA.practices[0].id).value


def test_what_stands_there_stays_unless_one_says_otherwise(qtbot, page, session, dialogs, workbook):
    session.assessment.ratings.characterise("it-service-cmm", AREA.practices[0].id, Characterisation.NOT)
    panel = wanted(qtbot, page, dialogs, workbook)
    assert panel.replaces.isVisible()
    assert panel.take.text() == "&Take 8 results"
    panel.replaces.setChecked(True)
    assert panel.take.text() == "&Take 9 results"
    panel.take.click()
    assert session.assessment.ratings.practices("it-service-cmm")[AREA.practices[0].id].value == "FI"


def test_esc_leaves_it_and_nothing_is_taken(qtbot, page, session, dialogs, workbook):
    before = session.assessment.history.next_undo()
    panel = wanted(qtbot, page, dialogs, workbook)
    qtbot.keyClick(panel.take, Qt.Key.Key_Escape)
    assert panel.isHidden()
    assert page.scope.cards[0].isVisible()
    assert session.assessment.history.next_undo() == before


def test_a_workbook_about_something_else_is_refused(qtbot, page, session, dialogs, tmp_path):
    other = book(tmp_path / "menu.xlsx", {"Menu": [["Dish", "Price"], ["Soup", 3], ["Pie", 5]]})
    with qtbot.waitSignal(session.told, timeout=20_000) as told:
        panel = wanted(qtbot, page, dialogs, other)
    assert "has no table about the model “IT Service CMM”" in told.args[0]
    assert panel.isHidden()
    assert page.scope.cards[0].isVisible()


def test_it_ends_in_the_assessment_it_began_in_or_nowhere(qtbot, page, session, dialogs, workbook, moulds, tmp_path):
    panel = wanted(qtbot, page, dialogs, workbook)
    session.adopt(moulds.fresh(tmp_path / "other.maturity", [find("it-service-cmm")]))
    page.mark_stale()
    page.show_now()
    assert panel.isHidden()
    assert session.assessment.ratings.practices("it-service-cmm") == {}


def test_what_is_read_when_another_assessment_has_come_is_let_go(
    qtbot, page, session, dialogs, workbook, moulds, tmp_path
):
    panel = wanted(qtbot, page, dialogs, workbook)
    book = panel._book
    assert book is not None
    read = Work(lambda _progress, _cancelled: book, panel)  # one that has run takes itself away
    read.finished.connect(panel._on_read)
    panel._work = read
    panel.columns.show_columns(())
    session.adopt(moulds.fresh(tmp_path / "other.maturity", [find("tool-ladder")]))
    read.finished.emit(book)
    assert not panel.columns.choices
    panel.take.click()
    assert session.assessment.history.next_undo().label == "model.add"
