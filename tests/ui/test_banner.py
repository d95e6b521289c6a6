"""The banner."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from desktop.ui.banner import GOOD_NEWS_MS, Banner


@pytest.fixture
def banner(qtbot) -> Banner:
    banner = Banner()
    qtbot.addWidget(banner)
    return banner


def button(banner: Banner, text: str) -> QPushButton:
    return next(each for each in banner.findChildren(QPushButton) if each.text() == text)


def timer(banner: Banner) -> QTimer:
    (found,) = banner.findChildren(QTimer)
    return found


def test_it_is_out_of_the_way_until_there_is_something_to_say(banner: Banner):
    assert banner.isHidden()


@pytest.mark.parametrize(("tone", "sign"), [("good", "Done"), ("warn", "Note"), ("bad", "Not done")])
def test_the_tone_is_a_word_too(banner: Banner, tone: str, sign: str):
    banner.say("The file is there.", tone)
    assert banner.isVisible()
    assert banner.accessibleName() == f"{sign}: The file is there."
    assert banner.property("tone") == tone


def test_good_news_leaves_by_itself(banner: Banner, qtbot):
    banner.say("Written.", "good")
    assert timer(banner).interval() == GOOD_NEWS_MS
    timer(banner).setInterval(1)
    banner.say("Written.", "good")
    qtbot.waitUntil(banner.isHidden)


@pytest.mark.parametrize("tone", ["warn", "bad"])
def test_other_news_waits_even_after_good_news(banner: Banner, tone: str):
    banner.say("Written.", "good")
    banner.say("Refused.", tone)
    assert not timer(banner).isActive()


def test_it_is_closed_by_keyboard(banner: Banner, qtbot):
    banner.say("Refused.", "bad")
    qtbot.keyClick(button(banner, "Close"), Qt.Key.Key_Space)
    assert banner.isHidden()


def test_details_are_copied_where_there_are_any(banner: Banner):
    banner.say("A bug.", "bad", "Traceback")
    button(banner, "Copy details").click()
    assert QGuiApplication.clipboard().text() == "Traceback"
    banner.say("Refused.", "bad")
    assert button(banner, "Copy details").isHidden()


def test_a_text_is_shown_as_it_is(banner: Banner):
    banner.say("<b>a & b</b>", "warn")
    assert banner.text == "<b>a & b</b>"
    assert banner._text.textFormat() is Qt.TextFormat.PlainText
