"""The step that says what follows by rule once copies have become one.

Its id and content depend on nothing but the steps that there are, so each copy that has them writes the very same.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import partial

import msgspec
from sqlalchemy import Connection

from desktop.model.journal import Change, StepId, StepKind
from desktop.model.merging.apart import Apart
from desktop.model.merging.reach import RULES, Reach, is_by_rule, knows_names
from desktop.model.records import KINDS, Record
from desktop.model.records.record import PRESENT, tells_who
from desktop.model.store.cells import decode, encode
from desktop.model.store.draft import Draft
from desktop.model.store.engine import raw
from desktop.model.store.journal_reach import knowledge_of
from desktop.model.store.standing_rows import Journal, renew_conflicts

Heeds = Callable[[str, str], bool]
"""Whether any rule looks at changes of a cell of a kind of record."""

Follow = Callable[[Draft, Callable[[Heeds], Apart]], None]
"""Puts into a draft what follows from what copies did apart from each other, as far as the rules look at it."""

BY_RULE = "merge.follow"
"""Label of the step."""

_MOST_ROUNDS = 20
_CHANGES = """
    SELECT clock, writer, kind, "row", cell, before, after FROM change
    WHERE (kind, cell) IN (SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(?))
    ORDER BY clock, writer, rowid
"""


def follow_by_rule(connection: Connection, follow: Follow, reach: Reach) -> tuple[list[Change], Reach]:
    """Write what follows, and what follows from that.

    Args:
        connection: in a transaction.
        follow: tells what follows.
        reach: how far the steps go.

    Returns:
        All that it changed, and how far the steps go then.
    """
    driver, found = raw(connection), list[Change]()
    for _round in range(_MOST_ROUNDS):
        journal = Journal(driver, knowledge_of(driver))
        newest = journal.knowledge.newest(reach)
        if len(newest) == 1 and knows_names(newest[0]):
            break
        draft = Draft(connection)
        follow(draft, partial(_apart, journal, newest))
        if not draft.changes:
            break
        reach |= _write(journal, reach, newest, draft.changes)
        renew_conflicts(Journal(driver, knowledge_of(driver)), {(each.kind, each.row) for each in draft.changes})
        found += draft.changes
    return found, reach


def _apart(journal: Journal, newest: tuple[StepId, ...], heeds: Heeds) -> Apart:
    heeded = [(name, cell) for name, kind in KINDS.items() for cell in _cells(kind) if heeds(name, cell)]
    alone = len(newest) == 1 and is_by_rule(newest[0])
    shared = journal.knowledge.before(newest[0]) if alone else journal.knowledge.shared(newest)
    names = shared if all(map(knows_names, newest)) else Reach()
    dated = [
        (step, Change(kind, row, cell, decode(before), decode(after)))
        for clock, writer, kind, row, cell, before, after in journal.connection.execute(
            _CHANGES, (msgspec.json.encode(heeded).decode(),)
        )
        for step in (StepId(clock, writer),)
        if not (names if tells_who(KINDS[kind], cell) else shared).knows(step)
    ]

    def heads(kind: str, row: str, cell: str) -> tuple[StepId, ...]:
        return tuple(head.step for head in journal.past(kind, row, cell).standing().heads)

    return Apart(dated, journal.knowledge, heads)


def _cells(kind: type[Record]) -> tuple[str, ...]:
    return (*kind.__struct_fields__, PRESENT)


def _write(journal: Journal, reach: Reach, newest: tuple[StepId, ...], changes: list[Change]) -> Reach:
    driver = journal.connection
    rows = [(item.kind, item.row, item.cell, encode(item.before), encode(item.after)) for item in changes]
    told = msgspec.json.encode((sorted(reach.clocks.items()), rows))
    writer, clock = f"{RULES}{hashlib.sha256(told).hexdigest()[:16]}", newest[-1].clock + 1
    of_newest = "SELECT at FROM step WHERE clock = ? AND writer = ?"
    at = max(driver.execute(of_newest, step).fetchone()[0] for step in newest)
    seen = msgspec.json.encode({step.writer: step.clock for step in newest}).decode()
    facts = msgspec.json.encode({"count": len(rows)}).decode()
    driver.execute("INSERT INTO writer VALUES (?, '', ?, ?, NULL, NULL)", (writer, at, seen))
    driver.execute(
        "INSERT INTO step VALUES (?, ?, ?, NULL, NULL, ?, ?, '', ?)",
        (clock, writer, StepKind.EDIT.value, BY_RULE, facts, at),
    )
    driver.executemany("INSERT INTO change VALUES (?, ?, ?, ?, ?, ?, ?)", ((clock, writer, *row) for row in rows))
    return Reach({writer: clock})
