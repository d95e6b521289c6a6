import sqlite3
from contextlib import closing

import pytest

from desktop.model.journal import StepId
from desktop.model.merging.reach import Reach
from desktop.model.records import Member
from desktop.model.store.declared_tables import declared_statements
from desktop.model.store.engine import connected
from desktop.model.store.journal_reach import (
    after_of,
    knowledge_of,
    newest_of,
    note_tip,
    outline_of,
    own_steps,
    reach_of,
    seen,
    tip_of,
)


@pytest.fixture
def journal():
    """Tables without a step."""
    with closing(sqlite3.connect(":memory:")) as connection:
        for statement in declared_statements():
            connection.execute(statement)
        yield connection


def test_a_file_goes_on_from_its_own_last_step(store, again):
    for _opening in range(2):
        with again().step("member.add") as step:
            step.draft.put(Member, f"m{_opening}", name="Ada")
    with closing(connected(store.path)) as connection:
        one, two = (StepId(clock, writer) for clock, writer in connection.execute("SELECT clock, writer FROM step"))
        assert (reach_of(connection), newest_of(connection)) == (Reach({one.writer: 1, two.writer: 2}), two)
        assert knowledge_of(connection).knew(two, one)
        assert (tip_of(connection), after_of(connection)) == (two, {one.writer: None, two.writer: one})
        assert own_steps(after_of(connection), two) == reach_of(connection)
        assert outline_of(connection).senseless == ()
        note_tip(connection, one.writer)
        assert tip_of(connection) == one
        note_tip(connection, two.writer, 1)
        assert tip_of(connection) == StepId(1, two.writer)
        note_tip(connection, "", 0)
        assert tip_of(connection) is None
        for spoilt in ("nobody", "nobody x", f"nobody {'9' * 40}"):
            note_tip(connection, spoilt)
            assert tip_of(connection) == two


def test_without_a_step_there_is_nothing_to_go_on_from(journal):
    assert (tip_of(journal), newest_of(journal), reach_of(journal)) == (None, None, Reach())


def test_files_of_before_went_on_from_the_newest_they_had_seen(journal):
    rows = [("a", "{}"), ("b", '{"a": 4}'), ("c", '{"a": 4, "b": 9}'), ("d", "[]")]
    journal.executemany("INSERT INTO writer VALUES (?, 'Ada', '', ?, NULL, NULL)", rows)
    assert after_of(journal) == {"a": None, "b": StepId(4, "a"), "c": StepId(9, "b"), "d": None}


@pytest.mark.parametrize("told", ["{", "[]", None, 7, '{"a": "x"}'])
def test_what_cannot_be_read_was_not_seen(told):
    assert seen(told) == {}


def test_own_steps_end_where_the_copy_was_made():
    after = {"a": None, "b": StepId(4, "a"), "c": StepId(2, "c")}
    assert own_steps(after, StepId(9, "b")) == Reach({"a": 4, "b": 9})
    assert own_steps(after, StepId(9, "c")) == Reach({"c": 9})
    assert own_steps(after, None) == Reach()
