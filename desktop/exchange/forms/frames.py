"""Messages between two processes: each a length and as many bytes."""

from __future__ import annotations

import struct
from typing import IO

_LENGTH = struct.Struct("<I")


def write_frame(stream: IO[bytes], content: bytes) -> None:
    """Send a message.

    Raises:
        OSError: nobody listens any more.
    """
    stream.write(_LENGTH.pack(len(content)) + content)
    stream.flush()


def read_frame(stream: IO[bytes]) -> bytes | None:
    """The next message, or None when no whole one comes any more."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    content = stream.read(length)
    return content if len(content) == length else None
