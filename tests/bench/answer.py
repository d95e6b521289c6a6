"""One answer typed, to durable on disk, against one bare insert committed with the same settings."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

from tests.bench.data import Data
from tests.bench.measure import Program, tell
from tests.bench.row import Row

TIMES = 60


def programs(data: Data) -> tuple[Program, Program]:
    command = ["-m", __spec__.name, str(data.large)]
    return Program([*command, "ours"]), Program([*command, "baseline"])


ROW = Row(
    title="one answer typed, to durable on disk",
    against="one bare SQLite insert committed with the same settings",
    target=4.0,
    pairs=9,
    needs="large",
    programs=programs,
)


def ours(path: Path) -> float:
    from desktop.model.assessment.opened import Assessment

    with Assessment.open(path, author="bench") as assessment:
        (in_use,) = assessment.models.all()
        participant = assessment.preparation.participants()[0].id
        given = assessment.questionnaires.answers(in_use.id, participant)
        choices = [choice.id for choice in in_use.scale.choices]
        typed = [
            (question, next(choice for choice in choices if choice != answer.choice))
            for question, answer in list(given.items())[:TIMES]
        ]
        return median(
            _seconds(partial(assessment.questionnaires.answer, in_use.id, participant, question, choice))
            for question, choice in typed
        )


def baseline(path: Path) -> float:
    import sqlite3

    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.execute("PRAGMA synchronous = EXTRA")
    connection.execute("CREATE TABLE bare (number INTEGER PRIMARY KEY, choice TEXT)")

    def insert() -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO bare (choice) VALUES ('often')")
        connection.execute("COMMIT")

    seconds = median(_seconds(insert) for _ in range(TIMES))
    connection.close()
    return seconds


def _seconds(act: Callable[[], object]) -> float:
    started = time.perf_counter()
    act()
    return time.perf_counter() - started


if __name__ == "__main__":
    source, side = Path(sys.argv[1]), sys.argv[2]
    copy = source.with_name(f"answer-{side}.maturity")
    shutil.copyfile(source, copy)
    try:
        tell({"ours": ours, "baseline": baseline}[side](copy))
    finally:
        copy.unlink()
