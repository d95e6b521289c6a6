"""On a wide screen nobody reads lines across all of it, and what belongs together stays together."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QPushButton, QTabWidget, QVBoxLayout, QWidget

from desktop.ui.page import WIDEST
from desktop.ui.theme import px
from desktop.ui.widgets.reading_text import ReadingText
from desktop.ui.widgets.text import READING, Label
from tests.sample_window import SampleWindow, sample_window

__all__ = ["sample_window"]

WORDS = "Everything that is said at such length that it takes several lines. " * 20


def test_lines_of_a_text_end_where_the_eye_finds_the_next(qtbot):
    ground, label, text = QWidget(), Label(WORDS, wrap=True), ReadingText("Words")
    column = QVBoxLayout(ground)
    column.addWidget(label)
    column.addWidget(text, 1)
    text.setPlainText(WORDS)
    qtbot.addWidget(ground)
    ground.resize(2000, 600)
    ground.show()
    QApplication.processEvents()
    assert label.width() == px(READING)
    assert label.height() >= label.heightForWidth(px(READING))
    assert text.document().textWidth() == px(READING)
    ground.resize(500, 600)
    QApplication.processEvents()
    assert label.width() < 500
    assert text.document().textWidth() == text.viewport().width()


def test_a_page_keeps_to_the_middle_of_a_wide_screen(sample_window: SampleWindow):
    sample_window.show("history", QSize(3840, 1000))
    page = sample_window.window.page
    assert page is not None
    heading = page.title.mapTo(page, page.title.rect().topLeft()).x()
    assert heading >= (page.width() - px(WIDEST)) // 2 > 0
    sample_window.show("preparation")
    tabs = sample_window.window.page.findChild(QTabWidget)  # type: ignore[union-attr]
    assert isinstance(tabs, QTabWidget)
    tabs.setCurrentIndex(3)
    sample_window.settle()
    buttons = [each for each in tabs.findChildren(QPushButton) if each.isVisible()]
    assert buttons
    assert all(button.width() <= button.sizeHint().width() for button in buttons), "none takes what a text leaves"
    tabs.setCurrentIndex(0)
    sample_window.show("history", QSize(1280, 800))
    page = sample_window.window.page
    assert page is not None
    assert page.title.mapTo(page, page.title.rect().topLeft()).x() < 40
