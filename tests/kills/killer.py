"""Runs a command again and again, killed before another of its writing calls each time, and judges what is left.

One process imports everything, loaded with the shim of killing.c; each run is a child of it. It reads what to play line
by line: `{"scene": name, "place": folder, "points": how many calls}`, and answers each with a line of what it found.
"""

from __future__ import annotations

import ctypes
import json
import os
import shutil
import sqlite3
import sys
import zipfile
from contextlib import closing, suppress
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

from desktop import cli, exchange, model, wording
from desktop.exchange.figures import picture_files
from desktop.model.assessment import Assessment
from desktop.model.errors import RefusalError
from desktop.model.files import file_key
from desktop.model.files.file_key import FileKey, key_for
from desktop.model.files.half_typed import HalfTyped
from desktop.model.files.plain_files import looks_encrypted
from desktop.model.files.workplace import PREFIX
from desktop.model.store.encrypted_bytes import EncryptedBytes
from desktop.wording.exports import unfinished
from tests.encrypted import MARKER, OTHER, PASSPHRASE
from tests.kills.scenes import SCENES, SITE, Scene

KILLED = 9
BESIDE = ("-journal", ".lock", ".typing~")
"""Endings of what SQLite, the lock and typing need beside an assessment; the next to use it takes them away."""


class Killer:
    """One scene, played from its beginning as often as one likes."""

    def __init__(self, scene: Scene, place: Path) -> None:
        self.scene = scene
        self.template, self.folder = place / "template", place / "folder"
        self.template.mkdir()
        scene.prepare(self.template)
        self.before = content(self.template)
        self.calls = self.play(None)
        self.after = content(self.folder)

    def play(self, fatal: int | None) -> int:
        """Run the command from the beginning; returns how many writing calls it made, or -1 when it was killed."""
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(self.template, self.folder, symlinks=True)
        status, calls = self.run(-1 if fatal is None else fatal)
        assert os.WIFSIGNALED(status) is (fatal is not None), (fatal, status)
        assert fatal is not None or os.waitstatus_to_exitcode(status) == 0
        return -1 if fatal is not None else calls

    def run(self, fatal: int) -> tuple[int, int]:
        """Run the command as a child, killed before its writing call of that number; its status and its calls."""
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            shim = ctypes.CDLL(None)
            os.chdir(self.folder)
            silence = os.open(os.devnull, os.O_WRONLY)
            os.dup2(silence, 1)
            os.dup2(silence, 2)
            shim.start_counting(ctypes.c_long(fatal))
            status = self.scene.run()
            shim.calls_counted.restype = ctypes.c_long
            calls = shim.calls_counted()
            shim.start_counting(ctypes.c_long(-1))
            os.write(writer, str(calls).encode())
            os._exit(status)
        os.close(writer)
        said = os.read(reader, 100)
        os.close(reader)
        return os.waitpid(child, 0)[1], int(said or b"-1")

    def judge(self, fatal: int) -> list[str]:
        """What is wrong after a kill before that call, and after running the command once more."""
        self.play(fatal)
        wrong = self._strangers(content(self.folder)) + self._halves(content(self.folder)) + self._readable()
        status = os.waitstatus_to_exitcode(self.run(-1)[0])
        if status not in self.scene.again:
            wrong.append(f"the next run ends with {status}")
        found = content(self.folder)
        wrong += self._strangers(found) + self._missing(found) + self._readable()
        return [f"call {fatal}: {each}" for each in wrong]

    def _strangers(self, found: dict[str, bytes]) -> list[str]:
        """Files that are not the command's, and are not as they were."""
        ours = {name for name in self.after if self.after[name] != self.before.get(name)}
        return [
            f"{name} was touched" for name, data in self.before.items() if name not in ours and found.get(name) != data
        ]

    def _readable(self) -> list[str]:
        """Files in which something can be read while the assessment beside them is encrypted, workplaces included."""
        if not self.scene.hides or not looks_encrypted(self.folder / SITE):
            return []
        found = (path for path in self.folder.rglob("*") if path.is_file())
        return [f"{path.name} can be read" for path in found if MARKER.encode() in path.read_bytes()]

    def _halves(self, found: dict[str, bytes]) -> list[str]:
        """Files under their final name that are neither as before nor whole; sets that are mixed and do not say so."""
        wrong, new, old = [], 0, 0
        for name, data in self.after.items():
            earlier = self.before.get(name)
            if data == earlier:
                continue
            if found.get(name) == earlier:
                old += 1
            elif self._whole(name):
                new += 1
            else:
                wrong.append(f"{name} is half-written")
        noted = any(Path(name).name == unfinished().name for name in found)
        if new and old and not noted and len(self.after) > len(self.before) + 1:
            wrong.append(f"{new} new files, {old} of earlier, and no note")
        return wrong

    def _missing(self, found: dict[str, bytes]) -> list[str]:
        """What is not there whole after the next run, or there and should not be."""
        wrong = [f"{name} is not whole" for name in self.after if name not in self.before and not self._whole(name)]
        more = [name for name in found if name not in self.after and "before-format" not in name]
        hidden = [path.name for path in self.folder.rglob(f"{PREFIX}*")]
        return wrong + [f"{name} is left" for name in (*more, *hidden)]

    def _whole(self, name: str) -> bool:
        path = self.folder / name
        if path.suffix == ".maturity":
            if "before-format" in name and not self.scene.hides:
                with closing(sqlite3.connect(path)) as connection:
                    return connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            return self._sound(path)
        if path.suffix == ".typing":
            return MARKER.encode() in (HalfTyped(path.with_name(SITE), how).read() for how in (None, *_hidden()))
        if path.suffix == ".xlsx":
            return zipfile.is_zipfile(path) and zipfile.ZipFile(path).testzip() is None
        return path.read_bytes() == self.after[name]

    def _sound(self, path: Path) -> bool:
        """Whether an assessment is, once SQLite has taken back what was interrupted; asked of a copy of it."""
        shutil.rmtree(self.folder.with_name("copy"), ignore_errors=True)
        copy = shutil.copytree(self.folder, self.folder.with_name("copy"), symlinks=True) / path.relative_to(
            self.folder
        )
        for passphrase in (PASSPHRASE, OTHER):
            with suppress(RefusalError), Assessment.open(copy, author="", key=key_for(copy, passphrase)) as assessment:
                return not assessment.check() and bool(assessment.models.all())
        return False


@cache
def _hidden() -> tuple[EncryptedBytes, ...]:
    return tuple(EncryptedBytes(FileKey(passphrase)) for passphrase in (PASSPHRASE, OTHER))


def content(folder: Path) -> dict[str, bytes]:
    """Every file by its path in the folder; workplaces and what stands beside an assessment left out."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and PREFIX not in str(path) and not path.name.endswith(BESIDE)
    }


def chosen(calls: int, most: int) -> list[int]:
    """At most so many of the calls, spread evenly; every second one is of the last third, where names are given."""
    if calls <= most:
        return list(range(calls))
    late, third = most // 2, calls // 3
    early = [number * (calls - third) // (most - late) for number in range(most - late)]
    return sorted({*early, *(calls - third + number * third // late for number in range(late))})


class _Undrawn:
    """A picture; drawing takes long and writes nothing."""

    def __init__(self, kind: object, _deliverable: object, model: str | None) -> None:
        self._words = f"{kind} {model}"

    def saved(self, format_: str) -> bytes:
        return f"{self._words} {format_}".encode() * 2000


def load_everything() -> None:
    """What a command loads when it needs it; else every child would load it anew."""
    for package in (cli, exchange, model, wording):
        for module in walk_packages(package.__path__, f"{package.__name__}."):
            import_module(module.name)


def judged(scene: str, place: str, points: int) -> dict[str, object]:
    """What a scene's kills leave, before at most so many of its calls."""
    killer = Killer(SCENES[scene], Path(place))
    fatal = chosen(killer.calls, points)
    wrong = [each for point in fatal for each in killer.judge(point)]
    return {"calls": killer.calls, "killed": len(fatal), "wrong": wrong}


if __name__ == "__main__":
    load_everything()
    assert hasattr(picture_files, "drawn_sheet")
    vars(picture_files)["drawn_sheet"] = _Undrawn
    file_key.ROUNDS = 1000  # working a key out writes nothing
    for line in sys.stdin:
        print(json.dumps(judged(**json.loads(line))), flush=True)
