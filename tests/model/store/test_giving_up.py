"""Work in a transaction that is given up while SQLite works, or once it is done, and is not kept then."""

import sqlite3

import pytest

from desktop.model.errors import RefusalError
from desktop.model.store.giving_up import can_be_given_up

LONG = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200000) SELECT max(i) FROM n"


@pytest.fixture
def connection():
    found = sqlite3.connect(":memory:")
    yield found
    found.close()


def test_sqlite_stops_once_and_what_clears_away_is_let_be(connection):
    cleared = []

    def work():
        try:
            connection.execute(LONG).fetchone()
        finally:
            cleared.append(connection.execute(LONG).fetchone())

    with pytest.raises(RefusalError, match=r"merge\.given_up"), can_be_given_up(connection, lambda: True):
        work()
    assert cleared == [(200_000,)]
    assert connection.execute(LONG).fetchone() == (200_000,), "nobody asks any more"


def test_what_is_given_up_at_its_end_is_not_kept(connection):
    with pytest.raises(RefusalError, match=r"merge\.given_up"), can_be_given_up(connection, lambda: True):
        pass


def test_what_is_wanted_goes_on_and_its_errors_are_its_own(connection):
    with can_be_given_up(connection, lambda: False):
        assert connection.execute(LONG).fetchone() == (200_000,)
    with pytest.raises(ZeroDivisionError), can_be_given_up(connection, lambda: False):
        raise ZeroDivisionError
    with can_be_given_up(connection, bool):
        assert connection.execute(LONG).fetchone() == (200_000,)
