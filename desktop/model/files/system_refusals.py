"""What the system answers when it does not do as it is told, as refusals. This is the one place that knows."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop.model.errors import RefusalError

CODES = {
    errno.ENAMETOOLONG: "file.name_too_long",
    errno.EILSEQ: "file.name_unfit",
    errno.ENOSPC: "file.full",
    errno.EFBIG: "file.full",
    errno.EDQUOT: "file.full",
    errno.EIO: "file.io",
    errno.ESTALE: "file.io",
    errno.EEXIST: "file.exists",
}
"""By the system's number; whatever else it says is told in its own words."""

_NAME_TOO_LONG_ON_WINDOWS = 206
_LONGEST_NAME = 255


@contextmanager
def refusing_for(path: Path, otherwise: str = "file.unwritable") -> Iterator[None]:
    """Turn what the system refuses into a refusal that names the file.

    Args:
        path: what the user calls what is read or written.
        otherwise: the code for causes that have none of their own.

    Raises:
        RefusalError: one of `CODES`, or `otherwise`, with the facts ``path`` and ``reason``.
    """
    try:
        yield
    except OSError as error:
        raise system_refusal(error, path, otherwise) from error


def system_refusal(error: OSError, path: Path, otherwise: str = "file.unwritable") -> RefusalError:
    """The refusal for what the system says; see `refusing_for`."""
    code = CODES.get(error.errno or 0, otherwise)
    if getattr(error, "winerror", None) == _NAME_TOO_LONG_ON_WINDOWS:
        code = "file.name_too_long"
    return RefusalError(code, path=path, reason=error.strerror or type(error).__name__)


def refuse_long_name(path: Path, room: int = 0) -> None:
    """Refuse a name that the system would not take; `room` bytes more are needed for names made from it.

    Names are as long as their bytes. Windows and macOS count their own units, which are never more.

    Raises:
        RefusalError: ``file.name_too_long``.
    """
    if len(os.fsencode(path.name)) + room > longest_name(path.parent):
        raise RefusalError("file.name_too_long", path=path, reason="")


def longest_name(folder: Path) -> int:
    """How many bytes a name in a folder may have; the folder need not be there yet."""
    if not hasattr(os, "pathconf"):
        return _LONGEST_NAME
    for place in (folder, *folder.absolute().parents):
        try:
            return os.pathconf(place, "PC_NAME_MAX")
        except (OSError, ValueError):
            continue
    return _LONGEST_NAME
