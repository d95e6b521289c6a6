"""From a key that judges an item of evidence to the painted register, with many items."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from tests.bench.noted_keys import Ready, measure, row

if TYPE_CHECKING:
    from desktop.ui.window import MainWindow

ROW = row("a key judges one of {items} items of evidence", __spec__.name)


def prepare(window: MainWindow) -> Ready:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from desktop.ui.pages.evidence.page import EvidencePage

    window.show_place("evidence")
    page = window.page
    assert isinstance(page, EvidencePage)
    table = page.register.table
    table.setFocus()

    def ready(number: int) -> Callable[[], None]:
        QTest.keyClick(table, Qt.Key.Key_Down)
        return partial(QTest.keyClick, table, Qt.Key.Key_A if number % 2 else Qt.Key.Key_N)

    return ready


if __name__ == "__main__":
    measure(prepare)
