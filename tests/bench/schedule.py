"""From a key that moves a session by a quarter of an hour to the painted week, with many sessions."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from tests.bench.noted_keys import Ready, measure, row

if TYPE_CHECKING:
    from desktop.ui.window import MainWindow

ROW = row("a key moves one of {sessions} sessions", __spec__.name)


def prepare(window: MainWindow) -> Ready:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from desktop.ui.pages.schedule.page import SchedulePage

    window.show_place("schedule")
    page = window.page
    assert isinstance(page, SchedulePage)
    page.reveal(window.session.assessment.interviews.all()[0].id)
    page.calendar.setFocus()
    back_and_forth = (Qt.Key.Key_Down, Qt.Key.Key_Up)

    def ready(number: int) -> Callable[[], None]:
        return partial(QTest.keyClick, page.calendar, back_and_forth[number % 2], Qt.KeyboardModifier.ControlModifier)

    return ready


if __name__ == "__main__":
    measure(prepare)
