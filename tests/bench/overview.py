"""From nothing to the painted overview of the sample, against a bare window that reads the same rows."""

from __future__ import annotations

import sys

from tests.bench import start
from tests.bench.data import Data
from tests.bench.measure import Program
from tests.bench.row import Row

ROWS = (
    "SELECT * FROM about",
    "SELECT * FROM details",
    "SELECT * FROM model WHERE present",
    "SELECT * FROM pack",
    "SELECT * FROM participant WHERE present",
    "SELECT * FROM member WHERE present",
    "SELECT question, choice, count(*) FROM answer WHERE choice IS NOT NULL GROUP BY question, choice",
    "SELECT participant, count(*) FROM answer WHERE choice IS NOT NULL GROUP BY participant",
    "SELECT * FROM form",
    "SELECT * FROM practice_rating",
    "SELECT * FROM goal_rating",
    "SELECT * FROM area_rating",
    "SELECT * FROM evidence WHERE present",
    "SELECT * FROM evidence_link WHERE linked",
    "SELECT * FROM action WHERE present",
    "SELECT clock, writer, kind, target_clock FROM step ORDER BY clock, writer",
)


def programs(data: Data) -> tuple[Program, Program]:
    environment = start.window_environment(data)
    return (
        Program(["-m", "desktop", str(data.sample)], environment),
        Program(["-m", __spec__.name, str(data.sample)], {"QT_QPA_PLATFORM": "offscreen"}),
    )


ROW = Row(
    title="start to the painted overview with the sample open",
    against="a process that imports PySide6 and SQLAlchemy and reads the same rows",
    target=1.5,
    pairs=9,
    needs="sample",
    programs=programs,
)


def read(path: str) -> int:
    """Read the rows that the overview shows; how many."""
    from sqlalchemy import create_engine

    engine = create_engine(f"sqlite+pysqlite:///{path}")
    with engine.begin() as connection:
        found = sum(len(connection.exec_driver_sql(statement).all()) for statement in ROWS)
    engine.dispose()
    return found


if __name__ == "__main__":
    assert read(sys.argv[1])
    start.show_bare_window()
