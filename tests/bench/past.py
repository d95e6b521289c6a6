"""As it was in the midst of 200,000 edits, against reading the journal once; and what such a journal weighs.

Usage, for the weight: python -m tests.bench.past FILE weigh
"""

from __future__ import annotations

import sqlite3
import sys
import time
from contextlib import closing
from pathlib import Path

from tests.bench.data import Data
from tests.bench.measure import Program, tell
from tests.bench.row import Row

EDITS = 200_000
PEOPLE = 400
ANSWERS = 100_000


def programs(data: Data) -> tuple[Program, Program]:
    path = data.folder / "edited.maturity"
    if not path.exists():
        make(path)
    command = ["-m", __spec__.name, str(path)]
    return Program([*command, "past"]), Program([*command, "journal"])


ROW = Row(
    title="as it was in the midst of 200,000 edits",
    against="reading the journal once",
    target=10.0,
    pairs=5,
    needs="",
    programs=programs,
)


def make(path: Path) -> None:
    """Edits one by one: each answer is given, half of them are changed, some get a comment.

    The rows are written as the program writes them, without the program: that would take minutes.
    """
    from desktop.model.records import Answer
    from desktop.model.store.store import Store

    draft = path.with_name(f"making-{path.name}")
    draft.unlink(missing_ok=True)
    with closing(Store.create(draft, "bench", {"id": "bench"})) as store, store.step("answer.set") as step:
        step.draft.put(Answer, "bench", f"p{0:015}", "SDP-AC-0", choice="c0")
    with closing(sqlite3.connect(draft)) as connection:
        (writer,) = connection.execute("SELECT id FROM writer").fetchone()
        at, held = "2026-03-31T08:15:00.000+00:00", {(0, "choice"): '"c0"'}
        for clock in range(2, EDITS + 1):
            number = clock - 1
            cell = "comment" if number % 25 == 0 else "choice"
            said = '"We do this, though not in every team."' if cell == "comment" else f'"c{number // ANSWERS}"'
            place = number % ANSWERS
            person, question = f"p{place % PEOPLE:015}", f"SDP-AC-{place // PEOPLE}"
            facts = f'{{"participant":{place % PEOPLE},"question":"{question}"}}'
            row = (clock, writer, "edit", None, None, "answer.set", facts, "bench", at)
            connection.execute(f"INSERT INTO step VALUES ({', '.join('?' * len(row))})", row)
            change = (clock, writer, "answer", f"bench/{person}/{question}", cell, held.get((place, cell)), said)
            connection.execute("INSERT INTO change VALUES (?, ?, ?, ?, ?, ?, ?)", change)
            held[place, cell] = said
            connection.execute(
                f"INSERT INTO answer (model, participant, question, {cell}) VALUES ('bench', ?, ?, ?) "
                f"ON CONFLICT DO UPDATE SET {cell} = excluded.{cell}",
                (person, question, said.strip('"')),
            )
        connection.commit()
    with closing(Store.open(draft, "bench")) as store:
        assert store.check() == ()
    draft.rename(path)


def look_back(path: Path) -> float:
    from desktop.model.assessment.going_back import as_it_was, moment_at

    started = time.perf_counter()
    with as_it_was(path, moment_at(path, EDITS // 2)) as then:
        assert then.history.steps(1)[0].number == EDITS // 2
    return time.perf_counter() - started


def read(path: Path) -> float:
    started = time.perf_counter()
    with closing(sqlite3.connect(path)) as connection:
        for table in ("step", "change"):
            assert connection.execute(f"SELECT * FROM {table}").fetchall()
    return time.perf_counter() - started


def weigh(path: Path) -> dict[str, float]:
    """Bytes of the file, and of them those of each table with its indexes, for each edit and each answer."""
    with closing(sqlite3.connect(path)) as connection:
        (changes,) = connection.execute("SELECT count(*) FROM change").fetchone()
        (answers,) = connection.execute("SELECT count(*) FROM answer").fetchone()
        pages = dict(connection.execute("SELECT name, sum(pgsize) FROM dbstat GROUP BY name"))
    journal = sum(pages.get(name, 0) for name in ("step", "change", "ix_change_row", "ix_change_step"))
    return {
        "file, MB": path.stat().st_size / 1e6,
        "journal, MB": journal / 1e6,
        "changes": changes,
        "journal, bytes an edit": journal / EDITS,
        "rows, bytes an answer": pages["answer"] / answers,
    }


if __name__ == "__main__":
    wanted, what = Path(sys.argv[1]), sys.argv[2]
    if what == "weigh":
        if not wanted.exists():
            make(wanted)
        for name, value in weigh(wanted).items():
            print(f"{name}: {value:,.1f}")
    else:
        tell(look_back(wanted) if what == "past" else read(wanted))
