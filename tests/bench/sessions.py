"""From an arrow key in the list of sessions to the painted notes of another one, each of them with many."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from tests.bench.noted_keys import Ready, measure, row

if TYPE_CHECKING:
    from desktop.ui.window import MainWindow

ROW = row("an arrow key opens another of the longest sessions", __spec__.name)


def prepare(window: MainWindow) -> Ready:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from desktop.ui.pages.interviews.page import InterviewsPage
    from tests.bench.noted import LONGEST

    window.show_place("interviews")
    page = window.page
    assert isinstance(page, InterviewsPage)
    page.table.selectRow(0)
    page.table.setFocus()
    counts = [row.notes for row in page.table.source.rows[:2]]
    assert counts == [LONGEST, LONGEST], counts
    up_and_down = (Qt.Key.Key_Down, Qt.Key.Key_Up)

    def ready(number: int) -> Callable[[], None]:
        return partial(QTest.keyClick, page.table, up_and_down[number % 2])

    return ready


if __name__ == "__main__":
    measure(prepare)
