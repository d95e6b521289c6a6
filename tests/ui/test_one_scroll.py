"""One scroll per page: what scrolls stands in nothing that scrolls the same way."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from tests.sample_window import SampleWindow, sample_window
from tests.ui.nested_scrolls import nested
from tests.ui.test_layout import SCREENS

__all__ = ["sample_window"]


LOWEST = "1366x768 at 150 %, largest"
"""So few lines have room there that the heading scrolls away with the page while lists keep their own bars."""


@pytest.mark.parametrize("screen", [screen for screen in SCREENS if screen != LOWEST])
def test_nothing_scrolls_within_what_scrolls(sample_window: SampleWindow, screen: str):
    size, scale = SCREENS[screen]
    sample_window.scale(scale)
    found = [f"{look}: {fault}" for look in sample_window.looks(size) for fault in nested(sample_window.window)]
    assert not found, "\n".join(dict.fromkeys(found))


def test_one_in_another_is_noticed(qtbot):
    """The test of the test: a page made too tall for its window, and a field made too low for its text."""
    page, content, words = QScrollArea(), QWidget(), QPlainTextEdit("\n".join("abcdefghij"))
    words.setAccessibleName("Words")
    column = QVBoxLayout(content)
    column.addWidget(words)
    page.setWidget(content)
    page.setWidgetResizable(True)
    qtbot.addWidget(page)
    words.setFixedHeight(60)
    page.resize(300, 300)
    page.show()
    QApplication.processEvents()
    assert words.verticalScrollBar().maximum() > 0
    assert page.verticalScrollBar().maximum() == 0
    assert not list(nested(page))
    content.setMinimumHeight(400)
    QApplication.processEvents()
    assert page.verticalScrollBar().maximum() > 0
    assert any("(Words) scrolls down" in fault for fault in nested(page))
    words.setPlainText("short")
    QApplication.processEvents()
    assert not list(nested(page))
