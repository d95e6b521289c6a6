"""Passphrases on the command line: from a file descriptor, the environment or the terminal, and never an argument.

Arguments of a program can be seen by everybody who is logged in, and stay in the history of the shell.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, TypeVar

from desktop.characters import one_line
from desktop.language import _
from desktop.model.errors import RefusalError
from desktop.model.files.file_key import MOST_LETTERS, FileKey, key_for, refuse_weak

_KNOWN = "MATURITY_WORKBENCH_PASSPHRASE"
_NEW = "MATURITY_WORKBENCH_NEW_PASSPHRASE"
"""Variables of the environment."""

TRIES = 3
"""So often is asked at a terminal."""

_MOST_BYTES = 4 * MOST_LETTERS + 2

R = TypeVar("R")


class Passphrases:
    """Where a command gets passphrases from, each asked for once.

    Args:
        descriptor: of a file from which the passphrase of a file is read, up to the end of a line; None for none.
        new: the same for a new passphrase; when it is the same, the new one stands in the next line.
    """

    def __init__(self, descriptor: int | None = None, new: int | None = None) -> None:
        self._descriptor, self._new = descriptor, new
        self._streams: dict[int, BinaryIO] = {}
        self._given: list[str] = []

    def open(self, path: Path, opening: Callable[[FileKey | None], R]) -> R:
        """Open a file; where it is encrypted, ask for its passphrase.

        Args:
            path: the file.
            opening: opens it with a key, or without one.

        Raises:
            RefusalError: ``passphrase.unasked`` where there is nowhere to ask; ``file.wrong_passphrase`` where none of
                those given opens it; what `opening` refuses.
        """
        try:
            return opening(None)
        except RefusalError as refusal:
            if refusal.code not in ("file.encrypted", "parcel.sealed"):
                raise
            wrong = refusal
        for passphrase in self._tries(path):
            try:
                found = opening(key_for(path, passphrase))
            except RefusalError as refusal:
                if refusal.code != "file.wrong_passphrase":
                    raise
                wrong = refusal
            else:
                self._given.append(passphrase)
                return found
        raise wrong

    def new(self, path: Path) -> str:
        """A passphrase for a file that is to have one; at a terminal it is typed twice.

        Raises:
            RefusalError: ``passphrase.unasked``, ``passphrase.differs``, and those of `refuse_weak`.
        """
        if self._new is not None:
            found = self._read(self._new)
        elif _NEW in os.environ:
            found = os.environ.pop(_NEW)
        elif not _at_terminal():
            raise RefusalError("passphrase.new_unasked", path=path)
        else:
            found = _ask(_("New passphrase for {path}: ").format(path=one_line(str(path))))
            refuse_weak(found)
            if _ask(_("The same again: ")) != found:
                raise RefusalError("passphrase.differs")
        refuse_weak(found)
        return found

    def _tries(self, path: Path) -> Iterator[str]:
        yield from self._given
        if self._descriptor is not None:
            yield self._read(self._descriptor)
        elif _KNOWN in os.environ:
            yield os.environ.pop(_KNOWN)
        elif _at_terminal():
            prompt = _("Passphrase of {path}: ").format(path=one_line(str(path)))
            for _time in range(TRIES):
                yield _ask(prompt)
        elif not self._given:
            raise RefusalError("passphrase.unasked", path=path)

    def _read(self, descriptor: int) -> str:
        """The next line of a file that the shell has opened."""
        try:
            if descriptor not in self._streams:
                self._streams[descriptor] = os.fdopen(descriptor, "rb", buffering=0, closefd=False)
            line = bytearray()
            while len(line) < _MOST_BYTES and (byte := self._streams[descriptor].read(1)) not in (b"", b"\n"):
                line += byte
            return line.removesuffix(b"\r").decode()
        except (OSError, OverflowError, ValueError) as error:
            reason = error.strerror if isinstance(error, OSError) and error.strerror else type(error).__name__
            raise RefusalError("passphrase.unreadable", descriptor=descriptor, reason=reason) from None


def _at_terminal() -> bool:
    return sys.stdin is not None and sys.stdin.isatty()


def _ask(prompt: str) -> str:
    from getpass import getpass  # noqa: PLC0415 - seldom asked

    try:
        return getpass(prompt)
    except EOFError:
        raise KeyboardInterrupt from None
