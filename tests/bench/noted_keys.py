"""From a key to the painted page with many notes, and from an arrow key to a bare Qt list of the same notes."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from tests.bench.data import Data
from tests.bench.measure import Program, tell
from tests.bench.row import Row

if TYPE_CHECKING:
    from desktop.ui.window import MainWindow

TIMES = 20
Ready = Callable[[int], Callable[[], None]]
"""Gets ready for the so-manieth time; gives what presses the key."""

WITHIN = 0.1
"""Seconds from a key to what it shows."""
AGAINST = "an arrow key in a bare QListView of the same notes"


def row(title: str, module: str) -> Row:
    """A row whose module measures a key."""

    def programs(data: Data) -> tuple[Program, Program]:
        environment = {"QT_QPA_PLATFORM": "offscreen"}
        return (
            Program(["-m", module, str(data.noted)], environment),
            Program(["-m", __name__, str(data.noted)], environment),
        )

    return Row(title, AGAINST, target=WITHIN, pairs=5, needs="noted", programs=programs, in_seconds=True)


def measure(prepare: Callable[[MainWindow], Ready]) -> None:
    """Open a copy of the file of many notes, press a key again and again, and tell the middle of the seconds.

    Args:
        prepare: brings the window to where the key is pressed.
    """
    with tempfile.TemporaryDirectory() as folder:
        os.environ["MATURITY_WORKBENCH_SETTINGS"] = str(Path(folder, "settings.ini"))
        copy = Path(folder, "noted.maturity")
        shutil.copyfile(sys.argv[1], copy)
        tell(_pressed(copy, prepare))


def _pressed(path: Path, prepare: Callable[[MainWindow], Ready]) -> float:
    from PySide6.QtWidgets import QApplication

    from desktop.ui import theme
    from desktop.ui.app import make_window
    from desktop.ui.crash import CrashReporter
    from desktop.ui.settings import Settings

    app = QApplication([])
    theme.load_fonts()
    theme.choose(app, "light")
    window = make_window(Settings(), CrashReporter(path.parent))
    window.resize(1280, 800)
    window.show()
    window.session.open(path)
    app.processEvents()
    window._show_counts()
    ready = prepare(window)
    app.processEvents()
    seconds = []
    for number in range(TIMES):
        press = ready(number)
        app.processEvents()
        started = time.perf_counter()
        press()
        app.processEvents()
        window._show_counts()  # the rail counts a little later; it belongs to what the key costs
        app.processEvents()
        seconds.append(time.perf_counter() - started)
    window.close()
    return median(seconds)


def press_in_bare_list(path: Path) -> float:
    """The middle of the seconds from an arrow key to the painted list."""
    import sqlite3

    from PySide6.QtCore import QStringListModel, Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QListView

    with closing(sqlite3.connect(path)) as connection:
        texts = [text for (text,) in connection.execute("SELECT text FROM session_note ORDER BY at")]
    app = QApplication([])
    view = QListView()
    model = QStringListModel(texts)
    view.setModel(model)
    view.resize(1280, 800)
    view.show()
    app.processEvents()
    seconds = []
    for _time in range(TIMES):
        started = time.perf_counter()
        QTest.keyClick(view, Qt.Key.Key_Down)
        app.processEvents()
        seconds.append(time.perf_counter() - started)
    return median(seconds)


if __name__ == "__main__":
    tell(press_in_bare_list(Path(sys.argv[1])))
