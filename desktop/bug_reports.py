"""What is written down of a bug: where in the program it arose, and nothing of what an assessment says."""

from __future__ import annotations

import os
import traceback
from collections.abc import Iterator
from pathlib import Path


def kind(error: BaseException) -> str:
    """What an error is called; its words are left out, for they may be a name or an answer."""
    name = type(error).__qualname__
    if isinstance(error, OSError) and error.errno is not None:
        return f"{name}: {os.strerror(error.errno)}"
    return name


def details(error: BaseException) -> str:
    """Where an error and those that led to it arose: files, lines and the program's own code there."""
    return "".join(_lines(error, set()))


def private_opener(path: str, flags: int) -> int:
    """For `open`: a file that only its owner reads, and no link is followed to it."""
    descriptor = os.open(path, flags | getattr(os, "O_NOFOLLOW", 0), 0o600)
    if hasattr(os, "fchmod"):
        os.fchmod(descriptor, 0o600)
    return descriptor


def make_private_folder(folder: Path) -> None:
    """Make a folder, for its owner alone where it was not there."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def _lines(error: BaseException, told: set[int]) -> Iterator[str]:
    told.add(id(error))
    earlier = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if earlier is not None and id(earlier) not in told:
        yield from _lines(earlier, told)
        yield "\nThen:\n\n"
    yield "Traceback (most recent call last):\n"
    yield from traceback.StackSummary.extract(traceback.walk_tb(error.__traceback__)).format()
    yield f"{kind(error)}\n"
