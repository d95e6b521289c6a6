"""Files beside an encrypted assessment that nobody reads without its passphrase."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from desktop.model.files.whole_files import drafted
from desktop.model.store.encrypted_bytes import EncryptedBytes

if TYPE_CHECKING:
    from desktop.model.files.file_key import FileKey


def write_sealed(path: Path, content: bytes, key: FileKey) -> None:
    """Write a file under a name that nothing has, whole or not at all.

    Raises:
        RefusalError: ``file.exists`` and others; then nothing is there.
    """
    with drafted(path) as draft:
        draft.unlink()  # it is made anew, for its owner alone
        EncryptedBytes(key).write(draft, content)


def read_sealed(path: Path, most: int, key: FileKey) -> bytes:
    """The content of such a file.

    Raises:
        RefusalError: see `EncryptedBytes.read`.
    """
    return EncryptedBytes(key).read(path, most)
