import hashlib
import sqlite3
from contextlib import closing

import pytest

from desktop.model.errors import RefusalError
from desktop.model.records import Answer, Member, Participant
from desktop.model.store.cells import LONGEST_TEXT
from desktop.model.store.check import MOST_FAULTS, faults
from desktop.model.store.engine import open_engine, reading

DIGEST = hashlib.sha256(b"pack").hexdigest()


@pytest.fixture
def tampered(store):
    """Change a sound file behind the program's back and tell what its check finds."""
    with store.step("participant.add", number=1) as step:
        step.draft.put(Participant, "p1", number=1, role="manager")
        step.draft.put(Answer, "tiny", "p1", "PLN-Q1", choice="often")
    with store.step("member.add", name="Ada") as step:
        step.draft.put(Member, "m1", name="Ada")
    store.undo()
    store.add_pack(DIGEST, b"pack")
    assert store.check() == ()
    store.close()

    def change(*statements):
        with closing(sqlite3.connect(store.path)) as connection:
            for statement in statements:
                connection.execute(statement)
            connection.commit()
        engine = open_engine(store.path, readonly=True)
        with reading(engine) as connection:
            found = faults(connection)
        engine.dispose()
        return found

    return change


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        ("UPDATE answer SET choice = 'half'", "journal: answer/tiny/p1/PLN-Q1/choice"),
        ("UPDATE participant SET role = NULL", "journal: participant/p1/role"),
        ("DELETE FROM answer", "journal: answer/tiny/p1/PLN-Q1/choice"),
        ("INSERT INTO member (id, name, present) VALUES ('m9', 'Eve', 1)", "journal: member/m9/name"),
        ("UPDATE participant SET number = 'many'", "record: participant/p1"),
        ("UPDATE answer SET question = 'PLN/Q1'", "record: answer/tiny/p1/PLN/Q1"),
        ("UPDATE change SET cell = 'unheard' WHERE cell = 'role'", "journal: participant/p1/unheard"),
        ("UPDATE change SET kind = 'unheard' WHERE kind = 'answer'", "journal: unheard"),
        ("UPDATE change SET row = 'p1/p2' WHERE row = 'p1'", "journal: participant/p1/p2"),
        ("UPDATE change SET before = 'x' WHERE clock = 3", "journal: member/m1/"),
        ("UPDATE change SET before = '\"Eve\"', after = '\"Eve\"' WHERE clock = 1 AND cell = 'role'", "journal: "),
        ("UPDATE step SET clock = 0 WHERE clock = 2", "step: 0"),
        ("UPDATE step SET target_clock = 1 WHERE kind = 'undo'", "step: 3"),
        (f"UPDATE answer SET choice = printf('%.*c', {LONGEST_TEXT + 1}, 'x')", "record: answer/tiny/p1/PLN-Q1"),
        ("UPDATE answer SET choice = x'00'", "record: answer/tiny/p1/PLN-Q1"),
        ("UPDATE member SET present = 7", "record: member/m1"),
        ("UPDATE step SET facts = '{' WHERE clock = 1", "step: 1"),
        ("UPDATE step SET at = 'noon' WHERE clock = 2", "step: 2"),
        ("UPDATE writer SET seen = '[]'", "writer: "),
        ("UPDATE pack SET json = 'other'", f"pack: {DIGEST}"),
        ("DELETE FROM about", "about: id"),
        (
            "INSERT INTO change (clock, writer, kind, row, cell, after) VALUES (99, 'w', 'member', 'm1', 'name', NULL)",
            "reference: ",
        ),
        ("DROP INDEX ix_change_step", None),
    ],
)
def test_tampering_is_found(tampered, statement, fault):
    found = tampered(statement)
    if fault is None:
        assert found == ()
    else:
        assert any(each.startswith(fault) for each in found)


def test_an_index_that_contradicts_its_table_is_found(tampered):
    found = tampered(
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_master SET sql = 'CREATE INDEX ix_change_step ON change (cell)' WHERE name = 'ix_change_step'",
    )
    assert any(each.startswith("sqlite: ") for each in found)


def test_no_more_is_told_than_anybody_reads(tampered):
    many = f"WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {MOST_FAULTS + 9})"
    found = tampered(
        f"{many} INSERT INTO member (id, name, present) SELECT 'x' || i, printf('%.*c', 999, 'y'), 1 FROM n"
    )
    assert len(found) == MOST_FAULTS
    long = tampered(f"INSERT INTO member (id, present) VALUES (printf('%.*c', {LONGEST_TEXT}, 'z'), 1)")
    assert max(map(len, long)) <= 200


def test_a_journal_that_would_not_go_into_memory_is_not_called_sound(tampered, monkeypatch):
    monkeypatch.setattr("desktop.model.store.check.MOST_CHANGES", 5)
    with pytest.raises(RefusalError) as refusal:
        tampered("SELECT 1")
    assert refusal.value.code == "file.too_big"
