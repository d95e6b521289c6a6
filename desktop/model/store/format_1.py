"""The tables of format 1 as they were released: what a file that says it has this format must hold."""

from __future__ import annotations

_RECORDS = {
    "details": "id; organisation TEXT, unit TEXT, sponsor TEXT, purpose TEXT, budget TEXT, starts TEXT, ends TEXT, "
    "threshold INTEGER, notes TEXT",
    "model": "id; digest TEXT, scale TEXT, question_level INTEGER, present BOOLEAN",
    "member": "id; name TEXT, role TEXT, present BOOLEAN",
    "participant": "id; number INTEGER, role TEXT, group TEXT, asked BOOLEAN, present BOOLEAN",
    "identity": "participant; name TEXT, email TEXT",
    "form": "model, participant; saved TEXT, digest TEXT",
    "answer": "model, participant, question; choice TEXT, comment TEXT",
    "practice_rating": "model, practice; value TEXT, alternative BOOLEAN, reason TEXT",
    "goal_rating": "model, goal; weaknesses_significant BOOLEAN, weakness TEXT",
    "area_rating": "model, area; in_scope BOOLEAN, not_applicable BOOLEAN, reason TEXT, rationale TEXT, "
    "settled BOOLEAN",
    "area_stance": "model, area, member; stance TEXT",
    "evidence": "id; kind TEXT, session TEXT, note TEXT, present BOOLEAN",
    "evidence_link": "evidence, model, practice; linked BOOLEAN",
    "action": "id; number INTEGER, title TEXT, description TEXT, model TEXT, area TEXT, goal TEXT, owner TEXT, "
    "due TEXT, priority TEXT, status TEXT, closed TEXT, present BOOLEAN",
}
"""By kind of record, the columns of its key and, after the semicolon, all others."""

_OTHERS = """
CREATE TABLE about (name TEXT NOT NULL, value TEXT NOT NULL, CONSTRAINT pk_about PRIMARY KEY (name));
CREATE TABLE pack (digest TEXT NOT NULL, json BLOB NOT NULL, CONSTRAINT pk_pack PRIMARY KEY (digest));
CREATE TABLE writer (
    id TEXT NOT NULL, author TEXT NOT NULL, opened TEXT NOT NULL, seen TEXT NOT NULL,
    CONSTRAINT pk_writer PRIMARY KEY (id)
);
CREATE TABLE step (
    number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, writer TEXT NOT NULL, clock INTEGER NOT NULL,
    kind TEXT NOT NULL, target INTEGER, label TEXT NOT NULL, facts TEXT NOT NULL, author TEXT NOT NULL,
    at TEXT NOT NULL,
    CONSTRAINT fk_step_writer_writer FOREIGN KEY(writer) REFERENCES writer (id),
    CONSTRAINT fk_step_target_step FOREIGN KEY(target) REFERENCES step (number)
);
CREATE TABLE change (
    step INTEGER NOT NULL, kind TEXT NOT NULL, "row" TEXT NOT NULL, cell TEXT NOT NULL, "before" TEXT, "after" TEXT,
    CONSTRAINT fk_change_step_step FOREIGN KEY(step) REFERENCES step (number)
);
CREATE INDEX ix_change_step ON change (step);
CREATE INDEX ix_change_row ON change ("row", kind);
"""


def statements() -> tuple[str, ...]:
    """The statements that make the tables."""
    others = [statement for statement in _OTHERS.split(";") if statement.strip()]
    return (*(_table(name, columns) for name, columns in _RECORDS.items()), *others)


def _table(name: str, columns: str) -> str:
    key, _semicolon, others = columns.partition("; ")
    keys = ", ".join(f"{column} TEXT NOT NULL" for column in key.split(", "))
    quoted = others.replace("group TEXT", '"group" TEXT')
    return f"CREATE TABLE {name} ({keys}, {quoted}, CONSTRAINT pk_{name} PRIMARY KEY ({key})) WITHOUT ROWID"
