"""From a key in the search of what was said to the painted hits, with many notes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from tests.bench.noted_keys import Ready, measure, row

if TYPE_CHECKING:
    from desktop.ui.window import MainWindow

ROW = row("a key in the search of {notes} notes", __spec__.name)
TYPED = "service levels agreed and reported to the customer"


def prepare(window: MainWindow) -> Ready:
    from PySide6.QtTest import QTest

    from desktop.ui.said_panel import SaidPanel

    while not window.session.assessment.search.read_on():
        pass
    window.do_search()
    (panel,) = window.findChildren(SaidPanel)

    def ready(number: int) -> Callable[[], None]:
        return partial(QTest.keyClicks, panel.line, TYPED[number])

    return ready


if __name__ == "__main__":
    measure(prepare)
