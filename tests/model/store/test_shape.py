import sqlite3
from contextlib import closing

import pytest

from desktop.model.bounds import ATTACHED_BYTES, ATTACHED_SLICE
from desktop.model.errors import RefusalError
from desktop.model.records import Answer, Member, Participant
from desktop.model.store.attached_content import MOST_SLICES
from desktop.model.store.cells import LONGEST_TEXT
from desktop.model.store.store import Store


@pytest.fixture
def altered(store):
    """Change a file with another program, and tell why it is refused; None when it opens."""
    with store.step("participant.add", number=1) as step:
        step.draft.put(Participant, "p1", number=1, role="manager", asked=True)
        step.draft.put(Answer, "tiny", "p1", "Q1", choice="often", comment="Often.")
        step.draft.put(Member, "m1", name="Ada")
    store.close()

    def alter(*statements):
        with closing(sqlite3.connect(store.path)) as connection:
            connection.create_function("endless", 0, lambda: 1)
            for statement in statements:
                connection.execute(*statement) if isinstance(statement, tuple) else connection.execute(statement)
            connection.commit()
        before = store.path.read_bytes()
        try:
            Store.open(store.path, "Ada").close()
        except RefusalError as refusal:
            assert store.path.read_bytes() == before
            return refusal.code, refusal.facts.get("thing") or refusal.facts.get("table")
        return None

    return alter


REWRITE = "PRAGMA writable_schema = ON"


@pytest.mark.parametrize(
    ("statements", "thing"),
    [
        (["DROP TABLE tick"], "tick"),
        (["DROP INDEX ix_change_row"], "ix_change_row"),
        (["ALTER TABLE answer ADD COLUMN more TEXT"], "answer"),
        (["ALTER TABLE answer ADD COLUMN more TEXT AS (choice || choice)"], "answer"),
        (["CREATE TABLE more (x)"], "more"),
        (["CREATE VIEW more AS SELECT * FROM answer"], "more"),
        (["CREATE INDEX more ON answer (comment)"], "more"),
        (["CREATE TRIGGER more AFTER INSERT ON step BEGIN UPDATE answer SET choice = NULL; END"], "more"),
        (["ANALYZE"], "sqlite_stat1"),
        (["CREATE VIRTUAL TABLE more USING fts5 (x)"], "more"),
        (
            [
                "DROP TABLE tick",
                "CREATE VIEW tick AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n",
            ],
            "tick",
        ),
        ([REWRITE, "UPDATE sqlite_schema SET sql = replace(sql, 'comment TEXT', 'comment INTEGER')"], "answer"),
        ([REWRITE, "UPDATE sqlite_schema SET sql = replace(sql, 'comment TEXT', 'comment TEXT CHECK (1)')"], "answer"),
        ([REWRITE, "UPDATE sqlite_schema SET sql = sql || ' -- more' WHERE name = 'answer'"], "answer"),
    ],
)
def test_what_the_format_has_not_is_refused_before_anything_runs(altered, statements, thing):
    assert altered(*statements) in {("file.altered", thing), ("file.altered", "sqlite_stat4")} or thing == "more"


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE more (x)",
        "CREATE VIEW more AS SELECT 1",
        "CREATE INDEX more ON answer (comment)",
        "CREATE TRIGGER more AFTER INSERT ON step BEGIN SELECT 1; END",
    ],
)
def test_what_is_there_besides_is_named(altered, statement):
    assert altered(statement) == ("file.altered", "more")


def test_other_spacing_and_quoting_is_the_same(altered):
    assert altered(REWRITE, "UPDATE sqlite_schema SET sql = replace(sql, ' TEXT', '   TEXT')") is None
    assert altered(REWRITE, """UPDATE sqlite_schema SET sql = replace(sql, 'comment TEXT', '"comment" TEXT')""") is None


@pytest.mark.parametrize(
    ("statement", "table"),
    [
        ("UPDATE answer SET comment = x'00ff'", "answer"),
        ("UPDATE answer SET choice = x'6f6674656e'", "answer"),
        ("INSERT INTO answer VALUES (x'61', 'p1', 'Q2', NULL, NULL)", "answer"),
        (f"UPDATE answer SET comment = printf('%.*c', {LONGEST_TEXT + 1}, 'x')", "answer"),
        ("UPDATE participant SET number = 'many'", "participant"),
        ("UPDATE participant SET number = 1e300", "participant"),
        ("UPDATE participant SET number = 9223372036854775807", "participant"),
        ("UPDATE participant SET asked = 2", "participant"),
        ("UPDATE member SET role = 'emperor'", "member"),
        ("UPDATE member SET present = 'x'", "member"),
        ("INSERT INTO details (id, starts) VALUES ('assessment', '2026-02-30')", "details"),
        ("INSERT INTO session (id, starts) VALUES ('s', '25:00')", "session"),
        ("INSERT INTO session_note (id, at) VALUES ('n', 'yesterday')", "session_note"),
        ("INSERT INTO form (model, participant, saved) VALUES ('m', 'p', '2026-02-30T10:00:00Z')", "form"),
        ("INSERT INTO measure (id, target) VALUES ('m', 'many')", "measure"),
        ("INSERT INTO reading (id, value) VALUES ('r', '1e5')", "reading"),
        ("UPDATE step SET label = x'00'", "step"),
        ("UPDATE step SET clock = 'late'", "step"),
        ("UPDATE writer SET author = x'00'", "writer"),
        ("UPDATE about SET value = x'00'", "about"),
        ("INSERT INTO pack VALUES ('x', 'text')", "pack"),
        (f"INSERT INTO attachment VALUES ('{'0' * 63}', 1)", "attachment"),
        (f"INSERT INTO attachment VALUES ('{'0' * 64}', {ATTACHED_BYTES + 1})", "attachment"),
        (f"INSERT INTO attachment VALUES ('{'0' * 64}', 'many')", "attachment"),
        (f"INSERT INTO attachment_slice VALUES ('{'0' * 64}', 0, 'text')", "attachment_slice"),
        (f"INSERT INTO attachment_slice VALUES ('{'0' * 64}', {MOST_SLICES}, x'00')", "attachment_slice"),
        (f"INSERT INTO attachment_slice VALUES ('{'0' * 64}', 0, zeroblob({ATTACHED_SLICE + 1}))", "attachment_slice"),
    ],
)
def test_a_value_of_a_kind_that_cannot_be_is_refused(altered, statement, table):
    assert altered(statement) == ("file.impossible", table)


@pytest.mark.parametrize(
    ("table", "column", "told", "meanwhile", "value"),
    [
        ("answer", "question", "TEXT", "BLOB", "5"),
        ("answer", "question", "TEXT", "BLOB", "x''"),
        ("answer", "comment", "TEXT", "BLOB", "5.5"),
        ("answer", "comment", "TEXT", "BLOB", "x''"),
        ("about", "value", "TEXT NOT NULL", "TEXT", "NULL"),
    ],
)
def test_what_the_column_itself_would_not_have_taken_is_refused(altered, table, column, told, meanwhile, value):
    def declare(before, after):
        words = f"'{column} {before}', '{column} {after}'"
        return f"UPDATE sqlite_schema SET sql = replace(sql, {words}) WHERE name = '{table}'"

    statements = [
        *(REWRITE, declare(told, meanwhile), "PRAGMA writable_schema = RESET"),
        f"UPDATE {table} SET {column} = {value}",
        *(REWRITE, declare(meanwhile, told)),
    ]
    assert altered(*statements) == ("file.impossible", table)


def test_the_longest_text_that_may_be_is_taken(altered):
    assert altered(f"UPDATE answer SET comment = printf('%.*c', {LONGEST_TEXT}, 'x')") is None


def test_a_text_that_would_be_refused_later_is_refused_when_it_is_entered(path):
    with closing(Store.create(path, "Ada", {"id": "a1"})) as store:

        def enter(length):
            with store.step("test") as step:
                step.draft.put(Member, "m1", name="x" * length)
                step.draft.put_alike(Answer, ("tiny", "p1"), ("choice", "comment"), {"Q1": ("often", "x" * length)})

        with pytest.raises(RefusalError) as refusal:
            enter(LONGEST_TEXT + 1)
        assert refusal.value.code == "text.too_long"
        enter(LONGEST_TEXT)
        assert store.check() == ()
    Store.open(path, "Ada").close()
