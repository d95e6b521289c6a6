"""What is typed and not kept yet, beside the file that it belongs to: written at every key, gone once it is kept."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Protocol

from desktop.model.errors import RefusalError
from desktop.model.files.plain_files import read_plain

MOST = 2_000_000
"""Bytes of it that are read."""


class Writing(Protocol):
    """How it is written: as it is, or so that nobody reads it without a passphrase."""

    def write(self, path: Path, content: bytes) -> None:
        """Write a file that is not there yet, for its owner alone."""

    def read(self, path: Path, most: int) -> bytes:
        """The content of a file; refused where it is not one of these."""


class PlainBytes:
    """As it is."""

    def write(self, path: Path, content: bytes) -> None:
        """Write a file that is not there yet, for its owner alone."""
        how = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(path, how, 0o600), "wb") as stream:
            stream.write(content)

    def read(self, path: Path, most: int) -> bytes:
        """The content of a file."""
        return read_plain(path, most)


class HalfTyped:
    """A hidden file beside another, ``.name.typing``.

    It is replaced whole. It is not synced, since a key must not wait for a disk: what a killed program has written is
    there afterwards, and a power cut may cost the last seconds. What hinders it hinders nobody at typing.

    Args:
        beside: the file that the text belongs to.
        writing: how it is written.
    """

    def __init__(self, beside: Path, writing: Writing | None = None) -> None:
        self.path = beside.with_name(f".{beside.name}.typing")
        self._draft = beside.with_name(f".{beside.name}.typing~")
        self._writing = writing or PlainBytes()
        self._kept: bytes | None = None

    def read(self) -> bytes:
        """What was typed; empty where there is nothing, or nothing that can be read."""
        try:
            return self._writing.read(self.path, MOST)
        except RefusalError:
            return b""

    def keep(self, content: bytes) -> bool:
        """Keep what is typed now, or nothing at all where it is empty. False when the folder does not allow it."""
        if content == self._kept:
            return True
        try:
            if content:
                self._write(content)
            else:
                self.forget()
        except (OSError, RefusalError):
            return False
        self._kept = content
        return True

    def forget(self) -> None:
        """Leave nothing of it, nor of what a killed program was writing.

        Raises:
            OSError: the folder does not allow it.
        """
        self._draft.unlink(missing_ok=True)
        self.path.unlink(missing_ok=True)

    def _write(self, content: bytes) -> None:
        """Write beside and take the place: whatever is planted under either name is replaced and never followed."""
        self._draft.unlink(missing_ok=True)
        self._writing.write(self._draft, content)
        self._draft.replace(self.path)
