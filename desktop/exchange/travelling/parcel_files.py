"""Parcels as files: readable by anybody, or sealed with the passphrase of the assessment that they come from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from desktop.exchange.travelling.parcels import HEAD_BYTES, Parcel, ParcelHead, head_of_parcel, is_parcel, read
from desktop.model.assessment.sealed_files import read_sealed, write_sealed
from desktop.model.bounds import PARCEL_BYTES, PARCEL_HEAD
from desktop.model.errors import RefusalError
from desktop.model.files.plain_files import head_of, looks_encrypted, read_plain
from desktop.model.files.system_refusals import refusing_for
from desktop.model.files.whole_files import write_new_file

if TYPE_CHECKING:
    from desktop.model.files.file_key import FileKey

SUFFIX = ".maturity-parcel"
_MOST = PARCEL_BYTES + PARCEL_HEAD


def write_parcel(path: Path, content: bytes, key: FileKey | None) -> None:
    """Write a parcel under a name that nothing has, sealed where there is a key.

    Raises:
        RefusalError: ``file.exists`` and others; then nothing is there.
    """
    if key is None:
        write_new_file(path, content)
    else:
        write_sealed(path, content, key)


def read_parcel(path: Path, key: FileKey | None) -> Parcel:
    """A parcel from a file.

    Raises:
        RefusalError: ``parcel.none``, ``parcel.half``, ``parcel.spoilt``, ``parcel.newer``, ``parcel.sealed`` and
            others.
    """
    return read(_content(path, key), path)


def read_head(path: Path, key: FileKey | None) -> ParcelHead:
    """What a parcel says about itself, without reading the rest where it is not sealed.

    Raises:
        RefusalError: as `read_parcel`.
    """
    begins = head_of(path, HEAD_BYTES)
    if is_parcel(begins) or not looks_encrypted(path):
        with refusing_for(path, "file.unreadable"):
            return head_of_parcel(begins, path.stat().st_size, path)
    content = _content(path, key)
    return head_of_parcel(content, len(content), path)


def is_sealed(path: Path) -> bool:
    """Whether nobody reads a parcel without a passphrase."""
    return not is_parcel(head_of(path, HEAD_BYTES)) and looks_encrypted(path)


def looks_like_parcel(path: Path) -> bool:
    """Whether a file is a parcel by its name, or begins as one."""
    return path.suffix.casefold() == SUFFIX or is_parcel(head_of(path, HEAD_BYTES))


def _content(path: Path, key: FileKey | None) -> bytes:
    if not is_sealed(path):
        return read_plain(path, _MOST)
    if key is None:
        raise RefusalError("parcel.sealed", path=path)
    return read_sealed(path, _MOST, key)
