"""The toast: over the page, never under the mouse, gone when untrue."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QAccessible, QCursor, QEnterEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.ui import toast as toasts
from desktop.ui.toast import GOOD_NEWS_MS, Notice, Toast


@pytest.fixture
def ground(qtbot) -> QWidget:
    ground = QWidget()
    ground.resize(900, 500)
    qtbot.addWidget(ground)
    ground.show()
    QCursor.setPos(ground.mapToGlobal(QPoint(5, 5)))
    return ground


@pytest.fixture
def toast(ground: QWidget) -> Toast:
    return Toast(ground)


def button(toast: Toast, text: str) -> QPushButton:
    found: QPushButton = next(each for each in toast.findChildren(QPushButton) if each.text() == text)
    return found


def timer(toast: Toast) -> QTimer:
    found: QTimer
    (found,) = toast.findChildren(QTimer)
    return found


def enter(toast: Toast) -> None:
    place = QPointF(5, 5)
    QApplication.sendEvent(toast, QEnterEvent(place, place, place))


def test_it_is_out_of_the_way_until_there_is_something_to_say(toast: Toast):
    assert toast.isHidden()


@pytest.mark.parametrize(("tone", "sign"), [("good", "Done"), ("warn", "Note"), ("bad", "Not done")])
def test_the_tone_is_a_word_too(toast: Toast, tone: str, sign: str):
    toast.say("The file is there.", tone)
    assert toast.isVisible()
    assert toast.accessibleName() == f"{sign}: The file is there."
    assert toast.property("tone") == tone


def test_good_news_leaves_by_itself(toast: Toast, qtbot, monkeypatch):
    toast.say("Written.", "good")
    assert timer(toast).interval() == GOOD_NEWS_MS
    monkeypatch.setattr(toasts, "GOOD_NEWS_MS", 1)
    monkeypatch.setattr(toasts, "READING_MS", 0)
    toast.say("Written.", "good")
    qtbot.waitUntil(toast.isHidden)


def test_long_news_stays_long_enough_to_be_read(toast: Toast):
    toast.say("word " * 100, "good")
    assert timer(toast).interval() > 2 * GOOD_NEWS_MS


@pytest.mark.parametrize("tone", ["warn", "bad"])
def test_other_news_waits_even_after_good_news(toast: Toast, tone: str):
    toast.say("Written.", "good")
    toast.say("Refused.", tone)
    assert not timer(toast).isActive()


def test_it_never_leaves_under_the_mouse(toast: Toast):
    toast.say("Written.", "good")
    enter(toast)
    assert not timer(toast).isActive()
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    assert timer(toast).isActive()


def test_bad_news_comes_back_after_good_news_until_it_is_closed(toast: Toast):
    toast.say("Refused.", "bad")
    toast.say("Written.", "good")
    assert toast.text == "Written."
    toast.dismiss()
    assert toast.text == "Refused."
    assert toast.isVisible()
    toast.dismiss()
    assert toast.text == ""
    assert toast.isHidden()


def test_the_same_refusal_twice_is_closed_once(toast: Toast):
    toast.say("Refused.", "bad")
    toast.say("Refused.", "bad")
    toast.dismiss()
    assert toast.isHidden()


def test_what_is_no_longer_true_goes_even_from_beneath(toast: Toast):
    true = [True]
    toast.show_notice(Notice(text="There is no model.", tone="bad", holds=lambda: true[0]))
    toast.say("Written.", "good")
    true[0] = False
    toast.recheck()
    assert toast.text == "Written."
    toast.dismiss()
    assert toast.isHidden()


def test_a_way_back_is_offered_only_while_it_leads_there(toast: Toast, qtbot):
    leads = [True]
    toast.show_notice(Notice(text="Taken away.", tone="good", way="undo", offers=lambda: leads[0]))
    assert button(toast, "Undo").isVisible()
    leads[0] = False
    toast.recheck()
    assert not button(toast, "Undo").isVisible()
    assert toast.text == "Taken away."
    leads[0] = True
    toast.recheck()
    with qtbot.waitSignal(toast.wanted) as wanted:
        button(toast, "Undo").click()
    assert wanted.args == ["undo"]
    assert toast.isHidden()


def test_it_is_closed_by_keyboard(toast: Toast, qtbot):
    toast.say("Refused.", "bad")
    qtbot.keyClick(button(toast, "Close"), Qt.Key.Key_Space)
    assert toast.isHidden()


def test_closing_it_gives_the_focus_back(toast: Toast, ground: QWidget, qtbot):
    field = QLineEdit(ground)
    field.show()
    ground.activateWindow()
    qtbot.waitUntil(ground.isActiveWindow)
    field.setFocus()
    toast.say("Refused.", "bad")
    assert field.hasFocus()
    button(toast, "Close").setFocus()
    button(toast, "Close").click()
    assert field.hasFocus()


def test_details_are_copied_where_there_are_any(toast: Toast):
    toast.say("A bug.", "bad", "Traceback")
    button(toast, "Copy details").click()
    assert QGuiApplication.clipboard().text() == "Traceback"
    toast.say("Refused.", "bad")
    assert button(toast, "Copy details").isHidden()


def test_a_text_is_shown_as_it_is(toast: Toast):
    toast.say("<b>a & b</b>", "warn")
    assert toast.text == "<b>a & b</b>"
    assert toast._text.textFormat() is Qt.TextFormat.PlainText


def test_it_lies_at_the_bottom_and_moves_nothing(ground: QWidget, qtbot):
    page = QWidget()
    QVBoxLayout(ground).addWidget(page)
    toast = Toast(ground)
    before = page.geometry()
    toast.say("Refused.", "bad")
    assert page.geometry() == before
    assert ground.height() - toast.geometry().bottom() < 30
    ground.resize(700, 400)
    qtbot.waitUntil(lambda: ground.height() - toast.geometry().bottom() < 30)
    assert ground.rect().contains(toast.geometry())


def test_it_keeps_away_from_the_mouse(toast: Toast, ground: QWidget):
    QCursor.setPos(ground.mapToGlobal(QPoint(860, 470)))
    toast.say("Refused.", "bad")
    assert toast.geometry().top() < 30


def test_it_keeps_away_from_the_field_one_types_in(toast: Toast, ground: QWidget, qtbot):
    field = QLineEdit(ground)
    field.setGeometry(500, 450, 300, 30)
    field.show()
    ground.activateWindow()
    qtbot.waitUntil(ground.isActiveWindow)
    field.setFocus()
    toast.say("Refused.", "bad")
    assert not toast.geometry().intersects(field.geometry())


def test_it_fits_a_long_text_in_a_narrow_page(toast: Toast, ground: QWidget):
    ground.resize(320, 400)
    toast.say("A long sentence about a file that was not written. " * 4, "bad", "details")
    assert ground.rect().contains(toast.geometry())
    assert toast._text.height() >= toast._text.heightForWidth(toast._text.width())


@pytest.mark.parametrize(
    ("tone", "politeness"),
    [
        ("good", QAccessible.AnnouncementPoliteness.Polite),
        ("bad", QAccessible.AnnouncementPoliteness.Assertive),
    ],
)
def test_a_screen_reader_says_it(toast: Toast, monkeypatch, tone, politeness):
    heard = []
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", lambda event: heard.append((event.message(), event.politeness()))
    )
    toast.say("The file is there.", tone)
    assert heard == [(toast.accessibleName(), politeness)]


def test_a_folder_that_was_written_to_can_be_opened(toast: Toast, tmp_path):
    opened: list[object] = []
    toast.folder_wanted.connect(opened.append)
    toast.say("2 files are there.", "good")
    toast.offer_folder(tmp_path)
    button(toast, "Open folder").click()
    assert opened == [tmp_path]
    assert not toast.text
    toast.offer_folder(tmp_path)
    assert not toast.isVisible()


def test_it_is_no_taller_when_it_is_first_shown(toast: Toast):
    toast.say("16 sessions are planned.", "good")
    first = toast.height()
    toast.dismiss()
    toast.say("16 sessions are planned.", "good")
    assert first == toast.height()
