"""From the closed file to the result, against one SQL GROUP BY over the same answers."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from tests.bench.data import Data
from tests.bench.measure import Program, tell
from tests.bench.row import Row


def programs(data: Data) -> tuple[Program, Program]:
    command = ["-m", __spec__.name, str(data.large)]
    return Program([*command, "ours"]), Program([*command, "baseline"])


ROW = Row(
    title="score {respondents} respondents × {questions} questions",
    against="one SQL GROUP BY over the same answers, plus opening the file",
    target=3.0,
    pairs=9,
    needs="large",
    programs=programs,
)


def ours(path: Path) -> float:
    from desktop.model.assessment.opened import Assessment

    started = time.perf_counter()
    with Assessment.open(path, author="bench", readonly=True) as assessment:
        results = assessment.results.all()
    seconds = time.perf_counter() - started
    assert results
    return seconds


def baseline(path: Path) -> float:
    import sqlite3

    started = time.perf_counter()
    connection = sqlite3.connect(path)
    rows = connection.execute(
        "SELECT question, choice, count(*) FROM answer WHERE choice IS NOT NULL GROUP BY question, choice"
    ).fetchall()
    connection.close()
    seconds = time.perf_counter() - started
    assert rows
    return seconds


if __name__ == "__main__":
    tell({"ours": ours, "baseline": baseline}[sys.argv[2]](Path(sys.argv[1])))
