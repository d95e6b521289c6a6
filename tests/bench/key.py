"""From a key that rates a practice to the painted result, with the five models of the sample and with one of them."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from tests.bench.data import Data
from tests.bench.measure import Program, tell
from tests.bench.row import Row

TIMES = 30
VALUES = ("4", "3")
"""Keys pressed in turn, so that each is a change."""


def programs(data: Data) -> tuple[Program, Program]:
    command = ["-m", __spec__.name, str(data.sample)]
    environment = {"QT_QPA_PLATFORM": "offscreen"}
    return Program([*command, "all"], environment), Program([*command, "one"], environment)


ROW = Row(
    title="key press to painted result, sample open",
    against="the same with one of its five models",
    target=1.5,
    pairs=5,
    needs="sample",
    programs=programs,
)


def keep_one_model(path: Path) -> None:
    """Take all models but the one with the most practices out of use."""
    from desktop.model.assessment import Assessment

    with Assessment.open(path, author="bench") as assessment:
        largest = max(assessment.models.all(), key=lambda in_use: len(in_use.pack.practice_by_id))
        for in_use in assessment.models.all():
            if in_use.id != largest.id:
                assessment.models.remove(in_use.id)


def press(path: Path) -> float:
    """Rate one practice after the other; the middle of the seconds until page and rail show what follows."""
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QTableView

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
    window.show_place("ratings")
    app.processEvents()
    page = window.page
    assert page is not None
    (table,) = (view for view in page.findChildren(QTableView) if view.accessibleName() == "Practices of the area")
    table.setFocus()
    seconds = []
    for _time in range(TIMES):
        before = window.session.assessment.history.next_undo()
        started = time.perf_counter()
        QTest.keyClick(table, VALUES[_time % len(VALUES)])  # type: ignore[call-overload]  # takes letters, too
        app.processEvents()
        window._show_counts()  # the rail counts a little later; it belongs to what the key costs
        app.processEvents()
        seconds.append(time.perf_counter() - started)
        assert window.session.assessment.history.next_undo() != before
    window.close()
    return median(seconds)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        os.environ["MATURITY_WORKBENCH_SETTINGS"] = str(Path(folder, "settings.ini"))
        copy = Path(folder, "sample.maturity")
        shutil.copyfile(sys.argv[1], copy)
        if sys.argv[2] == "one":
            keep_one_model(copy)
        tell(press(copy))
