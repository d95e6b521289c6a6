"""Opening an assessment file: what it must be before anything is read from it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.model.errors import RefusalError
from desktop.model.files.plain_files import SQLITE, looks_encrypted, refuse_other_than_plain
from desktop.model.files.system_refusals import system_refusal
from desktop.model.records import FORMAT
from desktop.model.store.blame import StoreFaultError, blaming_the_content, blaming_the_environment
from desktop.model.store.cipher import opens_some_page
from desktop.model.store.declared_tables import APPLICATION_ID
from desktop.model.store.engine import connected
from desktop.model.store.formats import KNOWN
from desktop.model.store.patience import Patience
from desktop.model.store.point_names import is_restore_point
from desktop.model.store.shape import impossible, strange

if TYPE_CHECKING:
    from desktop.model.files.file_key import FileKey


def is_writable(path: Path) -> bool:
    """Whether it is a file that this user may write to, in a folder where SQLite can keep its journal.

    It is not opened: that would drop SQLite's locks on it.
    """
    return path.is_file() and not is_restore_point(path) and _may_write(path) and _may_write(path.resolve().parent)


def _may_write(path: Path) -> bool:
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def prepare(path: Path, *, writable: bool, key: FileKey | None = None) -> Path | None:
    """Make sure that a file can be opened by this program; migrate it if it is older.

    Args:
        path: the file.
        writable: whether it may be migrated.
        key: of an encrypted file.

    Returns:
        The copy kept before a migration, or None.

    Raises:
        RefusalError: ``file.missing``, ``file.not_plain``, ``file.unreadable``, ``file.not_an_assessment``,
            ``file.encrypted`` without a key, ``file.wrong_passphrase``, ``file.newer``,
            ``file.older_readonly``; ``file.altered`` when it has not just what its format has, ``file.impossible``
            when a value is of no kind that can be there, ``file.too_long``.
    """
    found = _format_of(path, key)
    if found < FORMAT and not writable:
        raise RefusalError("file.older_readonly", path=path, format=found)
    if found in KNOWN:
        _refuse_stranger(path, found, key)
    if found == FORMAT:
        return None
    from desktop.model.store.migrations import migrate  # noqa: PLC0415 - only for an older file

    kept = migrate(path, found, key=key)
    _refuse_stranger(path, FORMAT, key)
    return kept


def prepare_reading(path: Path, key: FileKey | None = None) -> None:
    """Make sure that a file says that it has today's format, whatever it holds.

    Raises:
        RefusalError: ``file.missing``, ``file.not_plain``, ``file.unreadable``, ``file.not_an_assessment``,
            ``file.encrypted``, ``file.wrong_passphrase``, ``file.newer``,
            ``file.older_readonly``.
    """
    found = _format_of(path, key)
    if found < FORMAT:
        raise RefusalError("file.older_readonly", path=path, format=found)


@contextmanager
def blaming_who_wrote_over(path: Path, key: FileKey | None) -> Iterator[None]:
    """For an open file: what the environment causes is told, and what comes of its being another file now.

    Raises:
        RefusalError: ``file.overwritten`` when it is none any more, ``file.rekeyed`` when its passphrase came, changed
            or went; and what `blaming_the_environment` raises.
    """
    try:
        with blaming_the_environment(path):
            yield
    except (RefusalError, StoreFaultError) as error:
        if not _is_another(path, error, key):
            raise
        code = "file.overwritten" if _is_none(path, key) else "file.rekeyed"
        refusal = RefusalError(code, path=path)
        refusal.typed = error.typed if isinstance(error, RefusalError) else ""
        raise refusal from None


def _is_another(path: Path, error: RefusalError | StoreFaultError, key: FileKey | None) -> bool:
    """Whether an error in reading comes of the file's being no assessment any more, or one with another passphrase."""
    if isinstance(error, RefusalError) and error.code not in ("file.damaged", "file.not_an_assessment"):
        return False
    if key is not None and key.fitted(path) is not key:
        return True
    try:
        prepare_reading(path, key)
    except RefusalError as refusal:
        return refusal.code in ("file.not_an_assessment", "file.encrypted", "file.wrong_passphrase")
    return False


def _is_none(path: Path, key: FileKey | None) -> bool:
    """Whether a file is no assessment: of an encrypted one nobody without its passphrase can say so."""
    try:
        prepare_reading(path, None if key is None else key.fitted(path))
    except RefusalError as refusal:
        return refusal.code == "file.not_an_assessment"
    return False


def _format_of(path: Path, key: FileKey | None) -> int:
    """The number of the file's format, as it says."""
    _refuse_no_file(path, key)
    with _blaming(path), _blaming_the_key(path, key), closing(connected(path, key=key)) as connection:
        (application_id,) = connection.execute("PRAGMA application_id").fetchone()
        (found,) = connection.execute("PRAGMA user_version").fetchone()
    if application_id != APPLICATION_ID or found < 0:
        raise RefusalError("file.not_an_assessment", path=path)
    if found > FORMAT:
        raise RefusalError("file.newer", path=path, format=found, known=FORMAT)
    return int(found)


def _refuse_no_file(path: Path, key: FileKey | None) -> None:
    """A pipe would never end, and a device is no file."""
    try:
        refuse_other_than_plain(path)
        with path.open("rb") as stream:
            head = stream.read(len(SQLITE))
    except FileNotFoundError:
        raise RefusalError("file.missing", path=path) from None
    except OSError as error:
        raise system_refusal(error, path, "file.unreadable") from error
    if key is not None:
        return
    if looks_encrypted(path):
        raise RefusalError("file.encrypted", path=path)
    if head != SQLITE:
        raise RefusalError("file.not_an_assessment", path=path)


def _refuse_stranger(path: Path, found: int, key: FileKey | None) -> None:
    """Nothing that stands in the file is run before this: it reads the schema as data, then the types of the values."""
    with _blaming(path), closing(connected(path, key=key)) as connection:
        patience = Patience(connection)
        with patience.within():
            thing = next(strange(connection, found), None)
            if thing is not None:
                raise RefusalError("file.altered", path=path, thing=thing)
            if found == FORMAT and (table := impossible(connection)) is not None:
                raise RefusalError("file.impossible", path=path, table=table)


@contextmanager
def _blaming_the_key(path: Path, key: FileKey | None) -> Iterator[None]:
    """What SQLCipher cannot read has another key, unless a page of it can be read."""
    if key is None:
        yield
        return
    try:
        with blaming_the_environment(path, strange=True):
            yield
    except RefusalError as refusal:
        if refusal.code != "file.not_an_assessment":
            raise
        with blaming_the_environment(path):
            code = "file.damaged" if opens_some_page(path, key) else "file.wrong_passphrase"
        raise RefusalError(code, path=path) from None


@contextmanager
def _blaming(path: Path) -> Iterator[None]:
    with blaming_the_environment(path, strange=True), blaming_the_content(path):
        yield
