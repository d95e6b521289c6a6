"""Which steps had been made by a moment."""

from __future__ import annotations

import datetime as dt
import sqlite3

import pytest

from desktop.model.journal import StepId
from desktop.model.store.reaches import (
    newest_step,
    reach_at_number,
    reach_at_step,
    reach_before,
    steps_between,
)

DAY = dt.datetime(2026, 3, 31, tzinfo=dt.UTC)


@pytest.fixture
def connection():
    """Two laptops: `b` had seen the first step of `a`, and its clock is a day behind; `c` built upon all of `b`."""
    found = sqlite3.connect(":memory:")
    found.execute("CREATE TABLE writer (id, author, opened, seen)")
    found.execute("CREATE TABLE step (clock, writer, kind, target_clock, target_writer, label, facts, author, at)")
    seen = {"a": "{}", "b": '{"a": 1}', "c": '{"a": 1, "b": 3}'}
    found.executemany("INSERT INTO writer VALUES (?, '', '2026-03-01T00:00:00+00:00', ?)", seen.items())
    steps = [
        (1, "a", "2026-03-30T23:59:59.999+00:00"),
        (2, "a", "2026-03-31T08:00:00.000+00:00"),
        (2, "b", "2026-03-30T08:00:00.000+00:00"),
        (3, "b", "2026-03-31T08:00:00.000+00:00"),
        (4, "c", "2026-03-30T10:00:00.000+00:00"),
    ]
    found.executemany("INSERT INTO step VALUES (?, ?, 'edit', NULL, NULL, 'x', '{}', 'Ada', ?)", steps)
    yield found
    found.close()


def test_up_to_a_step_are_all_that_stand_before_it(connection):
    assert reach_at_step(connection, StepId(2, "a")) == {"a": 2}
    assert reach_at_step(connection, StepId(2, "b")) == {"a": 2, "b": 2}
    assert reach_at_number(connection, 2) == {"a": 2, "b": 2}
    assert reach_at_number(connection, 0) == {}


def test_before_an_instant_comes_what_was_built_upon_whatever_a_clock_said(connection):
    assert reach_before(connection, DAY - dt.timedelta(days=1)) == {}
    assert reach_before(connection, DAY - dt.timedelta(hours=16)) == {}, "08:00 itself is not before"
    assert reach_before(connection, DAY - dt.timedelta(hours=15)) == {"a": 1, "b": 2}
    assert reach_before(connection, DAY) == {"a": 1, "b": 3, "c": 4}


def test_the_newest_step_and_those_between(connection):
    found = newest_step(connection, {"a": 2, "b": 2})
    assert found is not None
    assert found.id == StepId(2, "b")
    assert newest_step(connection, {}) is None
    later = steps_between(connection, {"a": 1}, {"a": 2, "b": 3})
    assert [step.id for step in later] == [(3, "b"), (2, "b"), (2, "a")]
