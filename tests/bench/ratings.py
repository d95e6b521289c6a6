"""From a key that rates a practice to the painted page of ratings, with many notes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from tests.bench.noted_keys import Ready, measure, row

if TYPE_CHECKING:
    from desktop.ui.window import MainWindow

ROW = row("a key rates a practice beside {notes} notes", __spec__.name)


def prepare(window: MainWindow) -> Ready:
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QTableView

    window.show_place("ratings")
    page = window.page
    assert page is not None
    (table,) = (view for view in page.findChildren(QTableView) if view.accessibleName() == "Practices of the area")
    table.setFocus()

    def ready(number: int) -> Callable[[], None]:
        return partial(QTest.keyClick, table, "43"[number % 2])

    return ready


if __name__ == "__main__":
    measure(prepare)
