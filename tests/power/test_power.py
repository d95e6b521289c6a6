"""An edit that was told as done is there after a power cut, wherever it came: simulated from what was synced."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from desktop.model.store.store import Store
from tests.power.disk import Call, Disk, Inode, calls
from tests.thoroughness import THOROUGH

HERE = Path(__file__).parent
EDITS = 60 if THOROUGH else 4

pytestmark = [
    pytest.mark.skipif(not sys.platform.startswith("linux") or shutil.which("cc") is None, reason="needs Linux and cc"),
    pytest.mark.slow,
]


@pytest.fixture(scope="module")
def shim(tmp_path_factory):
    """The library that records."""
    made = tmp_path_factory.mktemp("shim") / "recording.so"
    subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-w", "-o", made, HERE / "recording.c", "-ldl"], check=True)
    return made


def recorded(shim, folder, level):
    """What was there before, and every call of an editor."""
    place = folder / "place"
    place.mkdir()
    path, said, record = place / "a.maturity", place / "said", folder / "record"
    Store.create(path, "Ada", {"id": "a1"}).close()
    before = {str(path): path.read_bytes()}
    environment = {
        **os.environ, "PYTHONPATH": str(HERE.parents[1]), "LD_PRELOAD": str(shim), "POWER_FOLDER": str(place),
        "POWER_RECORD": str(record),
    }  # fmt: skip
    command = [sys.executable, HERE / "editor.py", path, said, str(EDITS), level]
    subprocess.run(command, check=True, env=environment, cwd=HERE.parents[1])
    return path, str(said), before, calls(record)


def cuts(shim, folder, level):
    """For every different state after a cut: how many edits were told as done, how many are there, what is wrong."""
    path, said, before, made = recorded(shim, folder, level)
    disk, chance, told, seen = Disk(str(path.parent), before), random.Random(1), 0, set()
    for call in made:
        if call.path == said:
            told += call.what == "write"
            continue
        disk.follow(call)
        for state in disk.after_a_cut(chance):
            mark = (told, hash(tuple(sorted(state.items()))))
            if mark not in seen:
                seen.add(mark)
                yield told, *_look(folder, state, deep=len(seen) % 5 == 0)
    assert told == EDITS


def _look(folder, state, *, deep):
    found = folder / "found"
    shutil.rmtree(found, ignore_errors=True)
    found.mkdir()
    for path, content in state.items():
        (found / Path(path).name).write_bytes(content)
    with closing(Store.open(found / "a.maturity", "Judge")) as store:
        return len(store.steps()), store.check() if deep else ()


def test_no_edit_that_was_told_as_done_is_lost(shim, tmp_path):
    number = 0
    for told, there, faults in cuts(shim, tmp_path, "EXTRA"):
        assert there in {told, told + 1}
        assert faults == ()
        number += 1
    assert number > EDITS * 8


def test_without_a_synced_folder_edits_are_lost(shim, tmp_path):
    """So the simulation would notice: the journal of the last edit comes back and takes it back."""
    assert any(there < told for told, there, _faults in cuts(shim, tmp_path, "FULL"))


def test_a_disk_keeps_what_was_synced_and_perhaps_more():
    disk = Disk("/d", {"/d/a": b"0000"})
    chance = random.Random(1)

    def states():
        return [*disk.after_a_cut(chance)]

    disk.follow(Call("write", "/d/a", 2, b"11"))
    disk.follow(Call("create", "/d/j", 0, b""))
    least, most, _between = states()
    assert (least, most) == ({"/d/a": b"0000"}, {"/d/a": b"0011", "/d/j": b""})
    disk.follow(Call("sync", "/d/a", 0, b""))
    disk.follow(Call("sync", "/d/", 0, b""))
    disk.follow(Call("unlink", "/d/j", 0, b""))
    disk.follow(Call("cut", "/d/a", 1, b""))
    least, most, _between = states()
    assert (least, most) == ({"/d/a": b"0011", "/d/j": b""}, {"/d/a": b"0"})
    assert Inode(b"12").with_some([Call("write", "/d/a", 4, b"5")]) == b"12\0\x005"
