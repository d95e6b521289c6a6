"""The parts of a workbook that somebody sent, unpacked one by one and never further than they are said to be long."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from pathlib import Path

from desktop.model import bounds
from desktop.model.errors import RefusalError
from desktop.model.files.plain_files import read_plain

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_DIRECTORY_ENTRY = b"PK\x01\x02"
_ENCRYPTED_FLAG = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, struct.error)


class Archive:
    """A workbook's archive. Names of parts are compared without letter case and with either kind of slash."""

    def __init__(self, path: Path) -> None:
        """Look at the file as a whole.

        Raises:
            RefusalError: ``form.missing``, ``form.unreadable`` and the rest of `read_plain`; ``form.too_large``,
                ``form.truncated``, ``form.not_a_workbook``, ``form.other_format``, ``form.password``, ``form.macros``.
        """
        data = _read(path)
        if data.count(_DIRECTORY_ENTRY) > 4 * bounds.PARTS:
            raise RefusalError("form.too_large")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            entries = [entry for entry in self._zip.infolist() if not entry.orig_filename.endswith(("/", "\\"))]
        except _BROKEN as error:
            raise RefusalError("form.truncated") from error
        self._entries = {part_name(entry.orig_filename): entry for entry in entries}
        if len(self._entries) < len(entries):
            raise RefusalError("form.truncated")
        _refuse_kinds(set(self._entries))
        if len(entries) > bounds.PARTS or sum(entry.file_size for entry in entries) > bounds.UNPACKED_BYTES:
            raise RefusalError("form.too_large")

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    def read(self, name: str) -> bytes:
        """One part.

        Raises:
            RefusalError: ``form.password``, ``form.not_a_workbook``, ``form.truncated``; the last also when it is not
                there.
        """
        entry = self._entries.get(name)
        if entry is None:
            raise RefusalError("form.truncated")
        if entry.flag_bits & _ENCRYPTED_FLAG:
            raise RefusalError("form.password")
        if entry.compress_type not in _METHODS:
            raise RefusalError("form.not_a_workbook")
        try:
            with self._zip.open(entry) as part:
                content = part.read(entry.file_size + 1)
        except _BROKEN as error:
            raise RefusalError("form.truncated") from error
        if len(content) != entry.file_size:
            raise RefusalError("form.truncated")
        return content


def part_name(name: str) -> str:
    """The name of a part as it is compared."""
    return name.replace("\\", "/").lstrip("/").lower()


def _read(path: Path) -> bytes:
    try:
        data = read_plain(path, bounds.FILE_BYTES)
    except RefusalError as refusal:
        if isinstance(refusal.__cause__, FileNotFoundError):
            raise RefusalError("form.missing") from refusal
        if refusal.code == "file.too_large":
            raise RefusalError("form.too_large") from refusal
        if refusal.code == "file.unreadable":
            raise RefusalError("form.unreadable", reason=refusal.facts["reason"]) from refusal
        raise
    if data.startswith(_COMPOUND):
        _refuse_compound(data)
    if not data:
        raise RefusalError("form.truncated")
    if not data.startswith(_ZIP):
        raise RefusalError("form.not_a_workbook")
    return data


def _refuse_compound(data: bytes) -> None:
    """Tell apart what comes in the older container format, by the names in its directory."""
    if any(name.encode("utf-16-le") in data for name in ("EncryptedPackage", "EncryptionInfo")):
        raise RefusalError("form.password")
    if any(name.encode("utf-16-le") + b"\0\0" in data for name in ("Workbook", "Book")):
        raise RefusalError("form.other_format", format=".xls")
    raise RefusalError("form.not_a_workbook")


def _refuse_kinds(names: set[str]) -> None:
    if any(name.endswith(("vbaproject.bin", "vbadata.xml")) or "/macrosheets/" in name for name in names):
        raise RefusalError("form.macros")
    if any(name.endswith("/workbook.bin") for name in names):
        raise RefusalError("form.other_format", format=".xlsb")
    if "content.xml" in names and "mimetype" in names:
        raise RefusalError("form.other_format", format=".ods")
    if any((name.startswith("index/") and name.endswith(".iwa")) or name == "index.zip" for name in names):
        raise RefusalError("form.other_format", format=".numbers")
    if "[content_types].xml" not in names or "_rels/.rels" not in names:
        raise RefusalError("form.not_a_workbook")
