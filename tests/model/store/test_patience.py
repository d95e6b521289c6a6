import sqlite3
from contextlib import closing

import pytest

from desktop.model.assessment import Assessment
from desktop.model.errors import RefusalError
from desktop.model.store import patience
from desktop.model.store.blame import blaming_the_environment
from desktop.model.store.patience import Patience
from tests.builders import tiny_pack
from tests.builders_schemes import tiny_criteria, tiny_streams
from tests.exchange.filled import filled
from tests.thoroughness import many

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


def test_a_loop_without_end_is_stopped_after_the_same_effort_on_every_computer(path, connection, monkeypatch):
    monkeypatch.setattr(patience, "LEAST_EFFORT", 10_000)
    rows = 0

    def run(counted):
        nonlocal rows
        while True:
            counted.use()
            rows += 1

    for _time in range(2):
        with pytest.raises(RefusalError, match=r"file\.too_long"):
            run(Patience(connection))
    assert 20_000 < rows < 24_000
    assert rows % 2 == 0


def test_a_statement_without_end_is_stopped_by_its_effort(path, connection, monkeypatch):
    monkeypatch.setattr(patience, "LEAST_EFFORT", 1_000)
    monkeypatch.setattr(patience, "LEAST_SECONDS", 1e9)
    counted = Patience(connection)
    with counted.within(), pytest.raises(sqlite3.OperationalError, match="interrupted"):
        connection.execute(ENDLESS)
    assert 1_000 < counted.effort < 3_000


def test_texts_read_again_count(connection, monkeypatch):
    monkeypatch.setattr(patience, "LEAST_EFFORT", 10_000)
    counted = Patience(connection)
    counted.use(read_again=4_000_000)
    with pytest.raises(RefusalError):
        counted.use(read_again=4_000_000)


def test_a_larger_file_may_take_longer_and_more_effort(connection, monkeypatch):
    for bound in ("LEAST_SECONDS", "LEAST_EFFORT"):
        monkeypatch.setattr(patience, bound, 0)
    monkeypatch.setattr(patience, "MORE_BYTES", 1)
    monkeypatch.setattr(patience, "MORE_BYTES_EFFORT", 1)
    ample = Patience(connection)
    ample.use(read_again=patience.TEXT_BYTES * 4_000)
    assert not ample.is_spent()


def test_a_sound_file_takes_a_fourth_of_the_effort_at_most(path, monkeypatch):
    with filled(path, [tiny_pack(), tiny_streams(), tiny_criteria()]) as assessment:
        assessment.preparation.set_details(notes="x" * 200_000)
        for _time in range(many(5)):
            assessment.history.undo()
            assessment.history.redo()
        for _time in range(many(1)):
            assessment.history.undo_to(0)
            while assessment.history.next_redo() is not None:
                assessment.history.redo()
        monkeypatch.setattr(patience, "LEAST_EFFORT", 0)
        monkeypatch.setattr(patience, "MORE_BYTES_EFFORT", 4 * patience.MORE_BYTES_EFFORT)
        assert assessment.check() == ()
    Assessment.open(path, author="Ada").close()
