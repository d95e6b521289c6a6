"""A laptop handed to one participant."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop.model.errors import RefusalError
from desktop.ui.pages.questionnaires.kiosk import Kiosk
from desktop.ui.pages.questionnaires.page import ENTRY, QuestionnairesPage
from desktop.ui.widgets.text import Label

MODEL = "it-service-cmm"
CODE = "tulip 7"


@pytest.fixture
def page(open_window, session):
    session.assessment.models.set_question_level(MODEL, 2)
    open_window.show_place("questionnaires")
    found = open_window.page
    assert isinstance(found, QuestionnairesPage)
    found.tabs.setCurrentIndex(ENTRY)
    return found


@pytest.fixture
def handed(qtbot, page, dialogs):
    """The laptop in the hands of the second participant."""
    person = page.assessment.preparation.participants()[1].id
    page.enter(person)
    dialogs.texts = [CODE]
    qtbot.keyClick(page.entry.hand_over, Qt.Key.Key_Space)
    kiosk = page.entry.kiosk
    assert isinstance(kiosk, Kiosk)
    yield kiosk, person
    if page.entry.kiosk is not None:
        kiosk.code.setText(CODE)
        kiosk.leave.click()


def shown(kiosk):
    return " ".join(label.text() for label in kiosk.findChildren(Label) if label.isVisible())


def test_a_code_too_short_hands_nothing_over(qtbot, page, dialogs, open_window):
    page.enter(page.assessment.preparation.participants()[0].id)
    dialogs.texts = ["abc", None]
    for _time in range(2):
        qtbot.keyClick(page.entry.hand_over, Qt.Key.Key_Space)
        assert page.entry.kiosk is None
    assert "at least 4" in open_window.toast.text
    assert open_window.isVisible()


def test_one_area_at_a_time_and_only_ones_own_answers(qtbot, page, handed, open_window):
    kiosk, person = handed
    assert kiosk.isVisible()
    assert not open_window.isVisible()
    areas = page.assessment.models.asked(MODEL)
    assert [row.question.id for row in kiosk.pane.table.source.rows] == [one.id for one in areas[0].questions]
    first = areas[0].questions[0].id
    qtbot.keyClicks(kiosk.pane.table, "2")
    said = page.assessment.questionnaires.answers(MODEL, person)
    assert said[first].choice == areas[0].questions[0].scale.answers[1].id
    others = [one.id for one in page.assessment.preparation.participants() if one.id != person]
    assert not any(page.assessment.questionnaires.answers(MODEL, one) for one in others)
    assert not kiosk.back.isEnabled()
    kiosk.next.click()
    assert areas[1].name in shown(kiosk)
    assert {row.section.id for row in kiosk.pane.table.source.rows} == {areas[1].id}
    assert not any("Ctrl+Page Down" in deed.keys for deed in kiosk.pane.table.deeds())
    for _area in areas[2:]:
        kiosk.next.click()
    assert not kiosk.next.isEnabled()


def test_only_the_code_leaves(qtbot, page, handed, open_window):
    kiosk, person = handed
    kiosk.close()
    assert kiosk.isVisible()
    kiosk.finish.click()
    assert "hand the laptop back" in shown(kiosk)
    qtbot.keyClicks(kiosk.code, "tulip")
    qtbot.keyClick(kiosk.code, Qt.Key.Key_Return)
    assert "not the code" in shown(kiosk)
    assert not open_window.isVisible()
    kiosk.again.click()
    qtbot.keyClicks(kiosk.pane.table, "1")
    kiosk.finish.click()
    qtbot.keyClicks(kiosk.code, CODE)
    qtbot.keyClick(kiosk.code, Qt.Key.Key_Return)
    assert open_window.isVisible()
    assert page.entry.kiosk is None
    assert page.entry.pane.participant == person
    assert page.entry.pane.answered_here == 1


def test_an_answer_that_cannot_be_kept_is_told_where_it_is_seen(qtbot, page, handed, monkeypatch):
    kiosk, person = handed

    def refuse(*_args: object) -> None:
        raise RefusalError("file.full", path=page.assessment.path)

    monkeypatch.setattr(type(page.assessment.questionnaires), "answer", refuse)
    qtbot.keyClicks(kiosk.pane.table, "2")
    assert str(page.assessment.path.name) in shown(kiosk)
    assert kiosk.pane.answered_here == 0
    assert person not in shown(kiosk)
