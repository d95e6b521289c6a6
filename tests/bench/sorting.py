"""From a click on a heading to the painted register in that order, with many items."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from tests.bench.noted_keys import Ready, measure, row

if TYPE_CHECKING:
    from desktop.ui.window import MainWindow

ROW = row("{items} items of evidence are sorted by their titles", __spec__.name)


def prepare(window: MainWindow) -> Ready:
    from PySide6.QtCore import Qt

    from desktop.ui.pages.evidence.page import EvidencePage

    window.show_place("evidence")
    page = window.page
    assert isinstance(page, EvidencePage)
    orders = (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder)

    def ready(number: int) -> Callable[[], None]:
        return partial(page.register.table.sortByColumn, 0, orders[number % 2])

    return ready


if __name__ == "__main__":
    measure(prepare)
