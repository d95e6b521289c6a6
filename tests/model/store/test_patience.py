import sqlite3
import time
from contextlib import closing

import pytest

from desktop.model.errors import RefusalError
from desktop.model.store import patience
from desktop.model.store.blame import blaming_the_environment
from desktop.model.store.patience import Patience

ENDLESS = "WITH RECURSIVE more (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM more) SELECT count(*) FROM more"


@pytest.fixture
def connection(path):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE x (y)")
        yield connection


def test_a_statement_without_end_is_stopped(path, connection, monkeypatch):
    monkeypatch.setattr(patience, "LEAST_SECONDS", 0.05)
    short = Patience(connection)

    def run():
        with blaming_the_environment(path), short.within():
            connection.execute(ENDLESS)

    with pytest.raises(RefusalError) as refusal:
        run()
    assert refusal.value.code == "file.too_long"
    assert connection.execute("SELECT 1").fetchone() == (1,)


def test_a_loop_without_end_is_stopped(path, connection, monkeypatch):
    monkeypatch.setattr(patience, "LEAST_SECONDS", 0.05)
    short = Patience(connection)

    def run():
        while True:
            short.use()

    with pytest.raises(RefusalError) as refusal:
        run()
    assert (refusal.value.code, refusal.value.facts["path"]) == ("file.too_long", path)


def test_a_larger_file_may_take_longer(connection, monkeypatch):
    monkeypatch.setattr(patience, "LEAST_SECONDS", 0.0)
    monkeypatch.setattr(patience, "MORE_BYTES", 1)
    ample = Patience(connection)
    assert not ample.is_spent()


def test_but_no_longer_than_it_is_said(connection):
    now = time.thread_time()
    assert Patience(connection, now - 1).is_spent()
    assert not Patience(connection, now + 60).is_spent()
