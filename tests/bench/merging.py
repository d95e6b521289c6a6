"""Two copies with 100,000 edits each become one, against reading both journals once."""

from __future__ import annotations

import shutil
import sys
import time
from pathlib import Path

from tests.bench.data import Data
from tests.bench.measure import Program, tell
from tests.bench.row import Row


def programs(data: Data) -> tuple[Program, Program]:
    command = ["-m", __spec__.name, *map(str, data.apart)]
    return Program([*command, "ours"]), Program([*command, "baseline"])


ROW = Row(
    title="two copies of {edits} edits each become one",
    against="reading both journals once",
    target=2.0,
    pairs=5,
    needs="apart",
    programs=programs,
)


def ours(here: Path, there: Path) -> float:
    from desktop.model.assessment.opened import Assessment

    copy = here.with_name("merging.maturity")
    shutil.copyfile(here, copy)
    try:
        with (
            Assessment.open(copy, author="bench") as one,
            Assessment.open(there, author="bench", readonly=True) as other,
        ):
            one.get_ready_to_write()
            started = time.perf_counter()
            found = one.merging.take_in(other.merging.bundle(one.merging.reach()), "bench")
            seconds = time.perf_counter() - started
            assert found.conflicts
            return seconds
    finally:
        copy.unlink()


def baseline(here: Path, there: Path) -> float:
    """Each step and each change of both, as the values that the program has of them."""
    import sqlite3
    from contextlib import closing

    from desktop.model.journal import Change
    from desktop.model.store.cells import decode
    from desktop.model.store.queries import steps

    started = time.perf_counter()
    for path in (here, there):
        with closing(sqlite3.connect(path)) as connection:
            found = steps(connection)
            rows = connection.execute(
                'SELECT kind, "row", cell, before, after FROM change ORDER BY clock, writer, rowid'
            )
            changes = [Change(kind, row, cell, decode(was), decode(now)) for kind, row, cell, was, now in rows]
            assert len(changes) >= len(found)
    return time.perf_counter() - started


if __name__ == "__main__":
    first, second, side = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
    tell({"ours": ours, "baseline": baseline}[side](first, second))
