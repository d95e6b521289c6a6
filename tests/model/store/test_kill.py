import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from desktop.model.errors import RefusalError
from desktop.model.records import Member
from desktop.model.store.engine import connected
from desktop.model.store.store import Store
from tests.thoroughness import THOROUGH

ROUNDS = 1000 if THOROUGH else 25
SEED = 20260302


@pytest.mark.slow
def test_every_acknowledged_edit_survives_a_kill(store):
    store.close()
    nursery = Path(__file__).with_name("kill_nursery.py")
    command = [sys.executable, str(nursery), "rounds", str(store.path), str(ROUNDS), str(SEED)]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])}
    run = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert run.returncode == 0, run.stderr
    found = json.loads(run.stdout)
    assert found["lost"] == []
    assert found["faults"] == []
    assert found["acknowledged"] >= ROUNDS // 2
    assert found["interrupted"] > 0
    with closing(Store.open(store.path, "Ada")) as opened:
        assert not opened.readonly
        while opened.undo().step is not None:
            pass
        assert opened.check() == ()
        assert opened.tallies("tiny") == []


@pytest.fixture
def interrupted(store, tmp_path):
    """A file as a power cut leaves it in the middle of a commit: half of its pages new, its journal hot."""
    for number in range(30):
        with store.step("member.add", name="Ada") as step:
            step.draft.put(Member, f"m{number:02}", name="Ada " * 200)
    store.close()
    folder = tmp_path / "found"
    folder.mkdir()
    with closing(sqlite3.connect(store.path, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE member SET name = 'half written ' || name")
        for path in (store.path, store.path.with_name(f"{store.path.name}-journal")):
            shutil.copyfile(path, folder / path.name)
        connection.execute("ROLLBACK")
    found = folder / store.path.name
    assert b"half written" in found.read_bytes()
    return found


@pytest.mark.parametrize("readonly", [False, True])
def test_an_interrupted_commit_is_taken_back(interrupted, readonly):
    with closing(Store.open(interrupted, "Ada", readonly=readonly)) as store:
        assert store.readonly is readonly
        assert all(member.name.startswith("Ada") for member in store.all(Member))
        assert store.check() == ()
    assert [path.name for path in interrupted.parent.iterdir()] == [interrupted.name]


def test_an_interrupted_file_that_cannot_be_written_to_is_not_read(interrupted, monkeypatch):
    monkeypatch.setattr("desktop.model.store.file.connected", partial(connected, readonly=True))
    with pytest.raises(RefusalError) as refusal:
        Store.open(interrupted, "Ada", readonly=True)
    assert refusal.value.code == "file.interrupted"
