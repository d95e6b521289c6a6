"""Copies of attached files outside the assessment: where the user says, or in a private folder to be looked at."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable
from pathlib import Path

from desktop.exchange.file_names import file_name
from desktop.model.files.system_refusals import refusing_for
from desktop.model.files.whole_files import drafted

_ENDING = re.compile(r"\.[A-Za-z0-9]{1,10}$")

Told = Callable[[int], None]
"""Is told how many bytes were written so far; what it raises ends the writing."""


def copy_name(name: str) -> str:
    """A name for a copy that every system accepts and nothing hides in.

    No folder, no control or turning character, no name that Windows keeps for devices, and not too long; the ending
    stays where it is a plain one.
    """
    last = re.split(r"[/\\]", name)[-1].strip(" .-")
    found = _ENDING.search(last)
    stem, ending = (last[: found.start()], found[0]) if found else (last, "")
    return file_name(stem, ending=ending)


def save_copy(slices: Iterable[bytes], path: Path, told: Told) -> None:
    """Write a copy to where nothing is, whole or not at all.

    Raises:
        RefusalError: those of `drafted`.
    """
    with drafted(path) as draft, draft.open("wb") as stream:
        _write(slices, stream.write, told)


def look_copy(slices: Iterable[bytes], folder: Path, name: str, told: Told) -> Path:
    """Write a copy to be looked at, which nobody else can read and nobody writes to.

    Args:
        slices: what it holds.
        folder: a private one; made where it is not there.
        name: of the file.
        told: see `Told`.

    Returns:
        Its path. One that is there already is as it was.

    Raises:
        RefusalError: what the system causes.
    """
    path = folder / copy_name(name)
    with refusing_for(path):
        folder.mkdir(mode=0o700, exist_ok=True)
        if path.exists():
            return path
        draft = folder / "draft"
        draft.unlink(missing_ok=True)
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(draft, flags, 0o600), "wb") as stream:
            _write(slices, stream.write, told)
        draft.chmod(0o400)
        draft.rename(path)
    return path


def _write(slices: Iterable[bytes], write: Callable[[bytes], object], told: Told) -> None:
    done = 0
    for content in slices:
        write(content)
        done += len(content)
        told(done)
