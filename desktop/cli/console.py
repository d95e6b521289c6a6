"""What a command says: results on standard output, everything else on standard error."""

from __future__ import annotations

import contextlib
import io
import os
import re
import sys
from typing import TextIO

import msgspec

from desktop.language import _

_LONE = re.compile("[\ud800-\udfff]")
"""Halves of pairs, by which Python stands for bytes of names that are no UTF-8."""
_BYTE = 0xDC00
_EVERY = 10
"""Progress is told at least this often, in steps of the whole."""


class Console:
    """Where a command's words go.

    Attributes:
        json: whether the result is wanted as one JSON object; then nothing else goes to standard output.
    """

    def __init__(self, *, json: bool = False) -> None:
        self.json = json

    def say(self, text: str = "") -> None:
        """A line of the result, for people."""
        if not self.json:
            _write(sys.stdout, f"{text}\n")

    def tell(self, text: str) -> None:
        """A line about the work: what is being done, what went wrong."""
        _write(sys.stderr, f"{text}\n")

    def result(self, content: object) -> None:
        """The result as JSON, when that is wanted."""
        if self.json:
            plain = msgspec.to_builtins(content)
            _write(sys.stdout, msgspec.json.format(msgspec.json.encode(_all_sayable(plain)), indent=2).decode() + "\n")

    def pour(self, content: bytes) -> None:
        """The result as UTF-8 text that is ready, however long."""
        _write(sys.stdout, content.decode() + "\n")

    def progress(self, done: int, of: int) -> None:
        """How far long work is: a line every tenth of it, and the last."""
        if done == of or done * _EVERY // of > (done - 1) * _EVERY // of:
            self.tell(_("  {done} of {of}").format(done=done, of=of))


def sayable(text: str) -> str:
    r"""The text as UTF-8 and JSON can tell it: bytes of a file name that is no UTF-8 are written ``\xfc``."""
    return _LONE.sub(_escaped, text)


def _escaped(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\x{code - _BYTE:02x}" if code - _BYTE in range(0x80, 0x100) else f"\\u{code:04x}"


def _all_sayable(content: object) -> object:
    if isinstance(content, str):
        return sayable(content)
    if isinstance(content, dict):
        return {_all_sayable(key): _all_sayable(value) for key, value in content.items()}
    if isinstance(content, list | tuple):
        return [_all_sayable(one) for one in content]
    return content


def prepare() -> None:
    """Make the standard streams take any text, whatever the system's encoding; a windowed program has none."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


def finish() -> None:
    """Make sure that all that was said has arrived.

    Raises:
        OSError: it has not, e.g. because the disk is full.
    """
    if sys.stdout is not None:
        sys.stdout.flush()


def hang_up() -> None:
    """Standard output takes nothing more: let the rest of it go nowhere, so that leaving does not fail."""
    with contextlib.suppress(io.UnsupportedOperation):
        output = sys.stdout.fileno()
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, output)
        os.close(nowhere)


def _write(stream: TextIO | None, text: str) -> None:
    if stream is not None:
        stream.write(sayable(text))
