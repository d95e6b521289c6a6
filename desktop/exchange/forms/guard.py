"""What is looked at before a workbook that somebody sent is opened: that it is one, of a sensible size, and harmless.

The parts of the workbook are unpacked here, each no further than the file itself says it is long, and only what was
looked at goes on: `Parts.repacked` is all that the reader of workbooks ever sees.
"""

from __future__ import annotations

import io
import os
import re
import struct
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from desktop.exchange.forms.stored import stored
from desktop.model.errors import RefusalError

LARGEST_FILE = 20_000_000
"""Bytes; a questionnaire has some 30,000."""

LARGEST_CONTENT = 50_000_000
"""Bytes of all parts together, unpacked."""

MOST_PARTS = 500
MOST_CELLS = 6_000_000
"""Cells of the rectangle around all that a sheet holds."""

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_ENCRYPTED_FLAG = 0x1
_LOCAL_HEADER = 30
_MACROS = re.compile(rb"macroEnabled|vbaProject|macrosheet", re.IGNORECASE)
_DECLARATION = re.compile(rb"<!(?!--|\[CDATA\[)")
_LARGE_COUNT = re.compile(rb"""ount\s*=\s*["']\+?0*[1-9]\d{6}""")
_PLACE = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]*)(\d+)["']""")
_UNPLACED_CELL = re.compile(rb"""<(?:\w+:)?c(?:\s+(?!r\s*=)[\w:]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*/?>""")
_NOT_NEAR = re.compile(rb"""<(?:c|row)(?! r="[A-Z]?\d{1,4}")[\s/>]""")
_PREFIXED = re.compile(rb":(?:c|row)[\s/>]")
_LAST_COLUMN = 16_384
_LENGTHS = struct.Struct("<HH")
_SHARED_STRINGS = "xl/sharedstrings.xml"
_READ = frozenset(
    (
        "[content_types].xml",
        "_rels/.rels",
        "docprops/core.xml",
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        _SHARED_STRINGS,
        "xl/styles.xml",
    )
)


class Parts(Struct, frozen=True):
    """The parts of a workbook that are read, by name, unpacked and looked at."""

    xml: Mapping[str, bytes]

    def repacked(self) -> io.BytesIO:
        """A workbook of these parts and nothing else."""
        return io.BytesIO(stored(self.xml))


def open_parts(path: Path) -> Parts:
    """Unpack a workbook that somebody sent.

    Raises:
        RefusalError: ``form.missing``, ``form.unreadable``, ``form.too_large``, ``form.not_a_workbook``,
            ``form.other_format``, ``form.password``, ``form.macros``, ``form.entities``, ``form.truncated``.
    """
    data = _read(path)
    if data.startswith(_COMPOUND):
        _refuse_compound(data)
    if not data:
        raise RefusalError("form.truncated")
    if not data.startswith(_ZIP):
        raise RefusalError("form.not_a_workbook")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, UnicodeDecodeError) as error:
        raise RefusalError("form.truncated") from error
    _refuse_names([entry.filename for entry in entries])
    if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > LARGEST_CONTENT:
        raise RefusalError("form.too_large")
    xml = {entry.filename: _unpack(data, entry) for entry in entries if _is_read(entry.filename)}
    _refuse_content(xml)
    return Parts(xml)


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            data = file.read(size) if size <= LARGEST_FILE else b""
    except FileNotFoundError as error:
        raise RefusalError("form.missing") from error
    except OSError as error:
        raise RefusalError("form.unreadable", reason=error.strerror or type(error).__name__) from error
    if size > LARGEST_FILE:
        raise RefusalError("form.too_large")
    return data


def _refuse_compound(data: bytes) -> None:
    """Tell apart what comes in the older container format, by the names in its directory."""
    if any(name.encode("utf-16-le") in data for name in ("EncryptedPackage", "EncryptionInfo")):
        raise RefusalError("form.password")
    if any(name.encode("utf-16-le") + b"\0\0" in data for name in ("Workbook", "Book")):
        raise RefusalError("form.other_format", format=".xls")
    raise RefusalError("form.not_a_workbook")


def _refuse_names(names: list[str]) -> None:
    lower = {name.lower() for name in names}
    if len(lower) < len(names):
        raise RefusalError("form.truncated")
    if any(name.endswith(("vbaproject.bin", "vbadata.xml")) or "/macrosheets/" in name for name in lower):
        raise RefusalError("form.macros")
    if "xl/workbook.bin" in lower:
        raise RefusalError("form.other_format", format=".xlsb")
    if "content.xml" in lower and "mimetype" in lower:
        raise RefusalError("form.other_format", format=".ods")
    if "[content_types].xml" not in lower or "xl/workbook.xml" not in lower:
        raise RefusalError("form.not_a_workbook")


def _is_read(name: str) -> bool:
    lower = name.lower()
    return lower in _READ or lower.startswith("xl/worksheets/sheet")


def _unpack(data: bytes, entry: zipfile.ZipInfo) -> bytes:
    """One part; never more than it is said to be long, whatever its compressed data would unfold to."""
    if entry.flag_bits & _ENCRYPTED_FLAG:
        raise RefusalError("form.password")
    name_length, extra_length = _LENGTHS.unpack_from(data[entry.header_offset + 26 :][:4].ljust(4, b"\0"))
    start = entry.header_offset + _LOCAL_HEADER + name_length + extra_length
    packed = data[start : start + entry.compress_size]
    if entry.compress_type == zipfile.ZIP_STORED:
        content = packed
    elif entry.compress_type == zipfile.ZIP_DEFLATED:
        content = _inflate(packed, entry.file_size)
    else:
        raise RefusalError("form.not_a_workbook")
    if len(content) != entry.file_size or zlib.crc32(content) != entry.CRC:
        raise RefusalError("form.truncated")
    return content


def _inflate(packed: bytes, size: int) -> bytes:
    """What is said to unfold to so many bytes, and one more where there is more."""
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        content = unpacker.decompress(packed, size + 1)
        if (
            len(content) > size
            and len(unpacker.decompress(unpacker.unconsumed_tail, LARGEST_CONTENT)) == LARGEST_CONTENT
        ):
            raise RefusalError("form.too_large")
    except zlib.error as error:
        raise RefusalError("form.truncated") from error
    return content


def _refuse_content(xml: Mapping[str, bytes]) -> None:
    for name, content in xml.items():
        if b"\0" in content:
            raise RefusalError("form.not_a_workbook")
        if b"<!" in content and _DECLARATION.search(content):
            raise RefusalError("form.entities")
        lower = name.lower()
        if lower == _SHARED_STRINGS and _LARGE_COUNT.search(content):
            raise RefusalError("form.too_large")
        if lower == "[content_types].xml" and _MACROS.search(content):
            raise RefusalError("form.macros")
        if lower.startswith("xl/worksheets/") and not _is_small(content):
            raise RefusalError("form.too_large")


def _is_small(sheet: bytes) -> bool:
    """Whether the rectangle around all cells of a sheet is of a sensible size: a reader asks for room for all of it.

    Cells that do not say where they are follow the one before, so they may be anywhere in any of the rows.
    """
    if not (_NOT_NEAR.search(sheet) or _PREFIXED.search(sheet)):
        return True  # every cell says that it is within column Z and row 9999
    places = _PLACE.findall(sheet)
    if _UNPLACED_CELL.search(sheet):
        row = max((int(number) for _, number in places), default=1) + sheet.count(b"<row")
        return row * _LAST_COLUMN <= MOST_CELLS
    row = max((int(number) for letters, number in places if letters), default=1)
    column = max((_column(letters) for letters in {letters for letters, _ in places if letters}), default=1)
    return row * column <= MOST_CELLS


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - ord("A") + 1
    return number
