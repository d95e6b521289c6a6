"""What a command says: results on standard output, everything else on standard error."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import sys
from functools import cached_property
from typing import TYPE_CHECKING

import msgspec

from desktop.characters import escaped_json, for_terminal, readable_halves
from desktop.language import _

if TYPE_CHECKING:
    from desktop.cli.passphrases import Passphrases

_EVERY = 10
"""Progress is told at least this often, in steps of the whole."""


_WINDOWED = sys.platform == "win32"
"""Whether a program may have been started without streams because it is one with a window."""


class OutputError(Exception):
    """Standard output does not take what is said.

    Attributes:
        reason: what the system says.
    """

    def __init__(self, reason: OSError) -> None:
        super().__init__(reason)
        self.reason = reason


class Console:
    """Where a command's words go.

    Attributes:
        json: whether the result is wanted as one JSON object; then nothing else goes to standard output.
    """

    def __init__(self, *, json: bool = False, descriptors: tuple[int | None, int | None] = (None, None)) -> None:
        self.json = json
        self._descriptors = descriptors

    @cached_property
    def passphrases(self) -> Passphrases:
        """Where passphrases come from, if there is need for any."""
        from desktop.cli.passphrases import Passphrases  # noqa: PLC0415 - help must not wait for it

        return Passphrases(*self._descriptors)

    def say(self, text: str = "") -> None:
        """A line of the result, for people."""
        if not self.json:
            self._put(for_terminal(text) + "\n")

    def tell(self, text: str) -> None:
        """A line about the work: what is being done, what went wrong."""
        with contextlib.suppress(OSError, ValueError):  # nobody to tell it to
            if sys.stderr is not None:
                sys.stderr.write(for_terminal(text) + "\n")

    def result(self, content: object) -> None:
        """The result as JSON, when that is wanted."""
        if self.json:
            readable = _readable(msgspec.to_builtins(content))
            text = msgspec.json.format(msgspec.json.encode(readable), indent=2).decode()
            self._put(escaped_json(text) + "\n")

    def pour(self, content: bytes) -> None:
        """The result as UTF-8 text that is ready, however long."""
        self._put(escaped_json(content.decode()) + "\n")

    def _put(self, text: str) -> None:
        """Write to standard output.

        Raises:
            OutputError: it takes no more.
        """
        if sys.stdout is None:
            return
        try:
            sys.stdout.write(text)
        except OSError as error:
            raise OutputError(error) from error

    def progress(self, done: int, of: int) -> None:
        """How far long work is: a line every tenth of it, and the last."""
        if done == of or done * _EVERY // of > (done - 1) * _EVERY // of:
            self.tell(_("  {done} of {of}").format(done=done, of=of))


def prepare() -> None:
    """Make the standard streams take any text, whatever the system's encoding; a windowed program has none.

    Raises:
        OutputError: standard output is closed, so that no result could be told.
    """
    if sys.stdout is None and not _WINDOWED:
        raise OutputError(OSError(errno.EBADF, os.strerror(errno.EBADF)))
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


def finish() -> None:
    """Make sure that all that was said has arrived.

    Raises:
        OutputError: it has not, e.g. because the disk is full.
    """
    if sys.stdout is not None:
        try:
            sys.stdout.flush()
        except OSError as error:
            raise OutputError(error) from error


def hang_up() -> None:
    """Standard output takes nothing more: let the rest of it go nowhere, so that leaving does not fail."""
    if sys.stdout is None:
        return
    with contextlib.suppress(io.UnsupportedOperation):
        output = sys.stdout.fileno()
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, output)
        os.close(nowhere)


def _readable(content: object) -> object:
    """The same with every text such that any encoding takes it: file names need not be UTF-8."""
    if isinstance(content, str):
        return readable_halves(content)
    if isinstance(content, dict):
        return {_readable(key): _readable(value) for key, value in content.items()}
    if isinstance(content, (list, tuple)):
        return [_readable(value) for value in content]
    return content
