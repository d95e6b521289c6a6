"""From an arrow key in the matrix of sources to the painted cell with what was said, with many notes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from tests.bench.noted_keys import Ready, measure, row

if TYPE_CHECKING:
    from desktop.ui.window import MainWindow

ROW = row("an arrow key in the coverage of {notes} notes", __spec__.name)


def prepare(window: MainWindow) -> Ready:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from desktop.ui.pages.evidence.page import COVERAGE, EvidencePage

    window.show_place("evidence")
    page = window.page
    assert isinstance(page, EvidencePage)
    page.tabs.setCurrentIndex(COVERAGE)
    table = page.coverage.matrix.table
    table.setFocus()

    def ready(number: int) -> Callable[[], None]:
        return partial(QTest.keyClick, table, Qt.Key.Key_Down if number % 3 else Qt.Key.Key_Right)

    return ready


if __name__ == "__main__":
    measure(prepare)
