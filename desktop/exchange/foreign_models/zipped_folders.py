"""Models of activities in an archive, as they are handed out: files are read where they are, nothing is unpacked."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from desktop.exchange.foreign_models.activity_models import (
    ACTIVITIES,
    ANSWERS,
    FOLDERS,
    MOST_FILES,
    QUESTIONS,
    STREAMS,
    ActivityFolder,
    read_files,
)
from desktop.model import bounds
from desktop.model.errors import RefusalError
from desktop.model.files.plain_files import read_plain
from desktop.model.maturity.faults import Fault
from desktop.model.maturity.nodes import Node
from desktop.model.maturity.reading import text_of, tree_of

_ARCHIVE, _DIRECTORY_ENTRY = b"PK\x03\x04", b"PK\x01\x02"
_MOST_ENTRIES = 10 * MOST_FILES
"""Files of an archive, with those that are no part of the model."""

_PLACE = re.compile(rf"((?:[^/]+/){{0,8}})({'|'.join(FOLDERS)})/([^/]+\.ya?ml)", re.IGNORECASE)
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, struct.error)


def zipped_folder(path: Path) -> ActivityFolder | None:
    """The model of activities in an archive; None where it is none that can be read, or there is no such model in it.

    Raises:
        RefusalError: ``model.archive_broken`` with ``path``: a file of the model is damaged or has a password;
            ``model.folder_large`` with ``path`` and ``limit``, in files: the model is larger than one can be.
    """
    try:
        data = read_plain(path, bounds.FILE_BYTES)
    except RefusalError:
        return None
    if not data.startswith(_ARCHIVE) or data.count(_DIRECTORY_ENTRY) > _MOST_ENTRIES:
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _folder(archive, path)
    except _BROKEN:
        return None


def _folder(archive: zipfile.ZipFile, path: Path) -> ActivityFolder | None:
    entries = _entries(archive)
    too_large = RefusalError("model.folder_large", path=path, limit=MOST_FILES)
    if len(entries) > MOST_FILES or sum(entry.file_size for entry in entries.values()) > bounds.PACK_BYTES:
        raise too_large
    try:
        contents = {name: _content(archive, entry, path) for name, entry in sorted(entries.items())}
    except _BROKEN as error:
        raise RefusalError("model.archive_broken", path=path) from error
    files = [(name, partial(_tree, content, path)) for name, content in contents.items()]
    return read_files(files, too_large) if files else None


def _entries(archive: zipfile.ZipFile) -> Mapping[str, zipfile.ZipInfo]:
    """The files of the model that lies nearest to the top, by folder and name."""
    found: dict[str, dict[str, zipfile.ZipInfo]] = {}
    for entry in archive.infolist():
        if place := _PLACE.fullmatch(entry.filename.replace("\\", "/")):
            found.setdefault(place[1], {})[f"{place[2].lower()}/{place[3]}"] = entry
    whole = [
        above
        for above, files in found.items()
        if {STREAMS, ACTIVITIES, QUESTIONS, ANSWERS} <= {name.partition("/")[0] for name in files}
    ]
    return found[min(whole, key=lambda above: (above.count("/"), above))] if whole else {}


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, path: Path) -> bytes:
    if entry.flag_bits & 0x1 or entry.compress_type not in _METHODS:
        raise RefusalError("model.archive_broken", path=path)
    with archive.open(entry) as part:
        content = part.read(entry.file_size + 1)
    if len(content) != entry.file_size:
        raise RefusalError("model.archive_broken", path=path)
    return content


def _tree(content: bytes, path: Path, faults: list[Fault]) -> Node:
    return tree_of(text_of(content, path), path, faults)
