import sqlite3
from contextlib import closing

import pytest

from desktop.cli.console import Console
from desktop.cli.reading import opened
from desktop.model.assessment import Assessment
from desktop.model.errors import RefusalError
from desktop.model.records import FORMAT
from desktop.model.store import migrations


def test_the_window_may_have_it_open(made):
    with Assessment.open(made, author="Ada") as window, opened(made, Console()) as assessment:
        assert assessment.readonly
        assert not window.readonly


def test_an_older_file_is_brought_up_and_that_is_told(made, monkeypatch, capsys):
    with closing(sqlite3.connect(made)) as connection:
        connection.execute("PRAGMA user_version = 0")
    run = migrations.migrate
    monkeypatch.setattr(
        "desktop.model.store.migrations.migrate",
        lambda path, found, key: run(path, found, steps=dict.fromkeys(range(FORMAT), lambda _connection: None)),
    )
    with opened(made, Console()) as assessment:
        assert assessment.check() == ()
        kept = assessment.kept
    assert kept is not None
    assert kept.is_file()
    assert str(kept) in capsys.readouterr().err


def test_any_other_refusal_is_passed_on(path):
    with pytest.raises(RefusalError) as refusal:
        opened(path, Console())
    assert refusal.value.code == "file.missing"
