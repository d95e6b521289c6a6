"""From Enter, which keeps a note, to the painted page of interviews, with many notes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from tests.bench.noted_keys import Ready, measure, row

if TYPE_CHECKING:
    from desktop.ui.window import MainWindow

ROW = row("Enter keeps one more of {notes} notes", __spec__.name)


def prepare(window: MainWindow) -> Ready:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from desktop.ui.pages.interviews.page import InterviewsPage

    window.show_place("interviews")
    page = window.page
    assert isinstance(page, InterviewsPage)
    page.type_notes()

    def ready(number: int) -> Callable[[], None]:
        line = QApplication.focusWidget()
        assert line is not None
        QTest.keyClicks(line, f"We plan release {number}.")
        return partial(QTest.keyClick, line, Qt.Key.Key_Return)

    return ready


if __name__ == "__main__":
    measure(prepare)
