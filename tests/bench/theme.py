"""From light to dark and back with every page of the sample open, and with the start page only."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path
from statistics import median

from tests.bench.data import Data
from tests.bench.measure import Program, tell
from tests.bench.row import Row

TIMES = 10


def programs(data: Data) -> tuple[Program, Program]:
    command = ["-m", __spec__.name, str(data.sample)]
    environment = {"QT_QPA_PLATFORM": "offscreen"}
    return Program([*command, "all"], environment), Program([*command, "start"], environment)


ROW = Row(
    title="light to dark with all pages open, until painted",
    against="the same with the start page only",
    target=4.0,
    pairs=5,
    needs="sample",
    programs=programs,
)


def switch(path: Path, *, every_page: bool) -> float:
    """The middle of the seconds from the command to the painted window."""
    from PySide6.QtCore import QElapsedTimer, QThreadPool
    from PySide6.QtWidgets import QApplication

    from desktop.ui import theme
    from desktop.ui.app import make_window
    from desktop.ui.crash import CrashReporter
    from desktop.ui.places import PLACES
    from desktop.ui.settings import Settings

    app = QApplication([])
    theme.load_fonts()
    theme.choose(app, "light")
    window = make_window(Settings(), CrashReporter(path.parent))
    window.resize(1280, 800)
    window.show()
    if every_page:
        window.session.open(path)
        for place in (*PLACES, PLACES[0]):
            window.show_place(place.key)
            app.processEvents()
    QThreadPool.globalInstance().waitForDone()
    app.processEvents()
    seconds = []
    for _time in range(TIMES):
        clock = QElapsedTimer()
        clock.start()
        window.dressing.do_dark() if theme.name() == "light" else window.dressing.do_light()
        app.processEvents()
        seconds.append(clock.nsecsElapsed() / 1e9)
    window.close()
    return median(seconds)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        os.environ["MATURITY_WORKBENCH_SETTINGS"] = str(Path(folder, "settings.ini"))
        copy = Path(folder, "sample.maturity")
        shutil.copyfile(sys.argv[1], copy)
        tell(switch(copy, every_page=sys.argv[2] == "all"))
