"""The passphrase of an assessment file: given, changed, taken away while nobody has the file open."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from desktop.model.errors import RefusalError
from desktop.model.files.file_key import FileKey, refuse_weak
from desktop.model.files.plain_files import looks_encrypted
from desktop.model.store.rekeying import Rekeyed, half_typed_of, rekey
from desktop.model.store.restore_points import chosen_folder, folder_of, points_in
from desktop.model.store.store import Store


def set_passphrase(path: Path, passphrase: str) -> Rekeyed:
    """Encrypt a file, and its copies beside it.

    Raises:
        RefusalError: ``passphrase.there`` when it is encrypted; those of `refuse_weak` and of `rekey`. Then the file is
            as it was.
    """
    refuse_weak(passphrase)
    if looks_encrypted(path):
        raise RefusalError("passphrase.there", path=path)
    return rekey(path, None, FileKey(passphrase), _points(path, None))


def change_passphrase(path: Path, key: FileKey, new: str) -> Rekeyed:
    """Give an encrypted file another passphrase, and its copies as far as they have the same.

    Raises:
        RefusalError: ``file.wrong_passphrase`` when the key is not that of the file; as `set_passphrase`.
    """
    refuse_weak(new)
    fitted = _fitted(path, key)
    return rekey(path, fitted, FileKey(new), _points(path, fitted))


def remove_passphrase(path: Path, key: FileKey) -> Rekeyed:
    """Let an encrypted file, and its copies as far as they have the same passphrase, be read without one.

    Raises:
        RefusalError: ``file.wrong_passphrase`` when the key is not that of the file; as `set_passphrase`.
    """
    fitted = _fitted(path, key)
    return rekey(path, fitted, None, _points(path, fitted))


def _points(path: Path, key: FileKey | None) -> list[Path]:
    """Its restore points, wherever the team keeps them."""
    try:
        with closing(Store.open(path, "", readonly=True, key=key)) as store:
            folder = folder_of(store.path, chosen_folder(store.about()))
    except RefusalError as refusal:
        if refusal.code != "file.older_readonly":
            raise
        folder = folder_of(path)
    return [point.path for point in points_in(folder)]


def _fitted(path: Path, key: FileKey) -> FileKey:
    found = key.fitted(path)
    if found is None:
        raise RefusalError("file.missing" if not path.exists() else "passphrase.none", path=path)
    return found


__all__ = ["Rekeyed", "change_passphrase", "half_typed_of", "remove_passphrase", "set_passphrase"]
