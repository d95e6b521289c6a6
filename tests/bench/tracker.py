"""Taking back a tracker of many actions, against a library that only reads the same cells."""

from __future__ import annotations

import shutil
import sys
import time
from pathlib import Path

from tests.bench.data import Data
from tests.bench.measure import Program, tell
from tests.bench.row import Row


def programs(data: Data) -> tuple[Program, Program]:
    command = ["-m", __spec__.name, str(data.folder)]
    return Program([*command, "ours"]), Program([*command, "baseline"])


ROW = Row(
    title="take back a tracker of {actions} actions",
    against="reading the same cells with openpyxl, read-only",
    target=1.0,
    pairs=5,
    needs="tracker",
    programs=programs,
)


def ours(data: Data) -> float:
    """Read in a process of its own, compared, and every tenth row taken in one step."""
    from desktop.exchange.trackers.reading import read_tracker
    from desktop.model.assessment.opened import Assessment

    copy = data.folder / "taking-tracker.maturity"
    shutil.copyfile(data.tracked, copy)
    try:
        with Assessment.open(copy, author="bench") as assessment:
            assessment.get_ready_to_write()  # as the window does once its first page is painted
            started = time.perf_counter()
            tracker = read_tracker(data.tracker)
            found = assessment.trackers.compare(tracker)
            assessment.trackers.take(tracker, found.changes)
            seconds = time.perf_counter() - started
            assert len(found.changes) == data.counts["actions"] // 10
            assert found.unread == ()
    finally:
        copy.unlink()
    return seconds


def baseline(data: Data) -> float:
    from openpyxl import load_workbook

    started = time.perf_counter()
    workbook = load_workbook(data.tracker, read_only=True)
    for sheet in workbook:
        for _row in sheet.iter_rows(values_only=True):
            pass
    return time.perf_counter() - started


if __name__ == "__main__":
    tell({"ours": ours, "baseline": baseline}[sys.argv[2]](Data(Path(sys.argv[1]))))
