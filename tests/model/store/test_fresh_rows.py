from contextlib import closing

import pytest

from desktop.model.store.engine import MemoryConnection
from desktop.model.store.fresh_rows import fresh_rows, others_of, put_fresh_rows
from desktop.model.store.tables import metadata

ADA, BEN = "a" * 16, "b" * 16


@pytest.fixture
def driver():
    """A file in which one change of one participant stands."""
    with closing(MemoryConnection()) as file:
        metadata.create_all(file.engine)
        file.driver.execute("INSERT INTO change VALUES (1, ?, 'participant', 'p1', 'name', NULL, '\"Cy\"')", (ADA,))
        yield file.driver


def said(clock, writer, row, after, cell="name", kind="participant"):
    return (clock, writer, kind, row, cell, None, after)


def test_the_last_word_of_one_writer_stands_however_the_changes_are_ordered(driver):
    changes = [
        said(9, ADA, "p2", '"late"'),
        said(3, ADA, "p2", '"early"'),
        said(5, ADA, "p2", '"manager"', "role"),
        said(9, ADA, "p2", '"last"'),
    ]
    assert fresh_rows(driver, changes) == {"participant": {"p2": {"name": '"last"', "role": '"manager"'}}}


def test_a_record_of_which_something_is_here_is_none(driver):
    changes = [said(2, ADA, "p1", '"x"', "unit"), said(2, ADA, "p1", "true", "present", kind="member")]
    fresh = fresh_rows(driver, changes)
    assert fresh == {"participant": {}, "member": {"p1": {"present": "true"}}}, "another kind may have the same name"
    assert others_of({("participant", "p1"), ("member", "p1"), ("action", "a1")}, fresh) == {
        ("participant", "p1"),
        ("action", "a1"),
    }


def test_a_record_of_which_two_spoke_is_none_whoever_spoke_last(driver):
    changes = [said(2, ADA, "p2", '"one"'), said(3, BEN, "p2", '"two"'), said(4, ADA, "p2", '"three"')]
    assert fresh_rows(driver, changes) == {"participant": {}}


def test_they_stand_in_their_tables_and_what_nobody_spoke_of_is_empty(driver):
    put_fresh_rows(driver, {"participant": {"p2": {"role": '"manager"', "present": "true"}}, "member": {"m1": {}}})
    assert driver.execute("SELECT id, role, unit, present FROM participant").fetchall() == [("p2", "manager", None, 1)]
    assert driver.execute("SELECT count(*) FROM member").fetchone() == (1,)
