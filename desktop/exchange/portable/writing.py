"""A whole assessment as portable data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from desktop.exchange.portable.shape import FORMAT, VERSION
from desktop.model.assessment import Assessment
from desktop.model.assessment.opened import SUFFIX
from desktop.model.errors import RefusalError
from desktop.model.files.whole_files import write_file

_EMBEDDED = ("facts", "seen", "before", "after")
"""Cells of the journal that hold JSON themselves."""


def to_json(assessment: Assessment) -> bytes:
    """Everything in the file as JSON, one record a line; equal files give equal bytes.

    Nothing is left out: people's names and answers are in it.
    """
    whole = assessment.whole()
    packs = [{"digest": digest, "pack": msgspec.Raw(json)} for digest, json in whole.packs.items()]
    journal = {table: [_plain(row) for row in rows] for table, rows in whole.journal.items()}
    rounds = [{"digest": digest, "said": msgspec.Raw(json)} for digest, json in whole.rounds.items()]
    records = {kind: [_told(row) for row in rows] for kind, rows in whole.records.items()}
    return b"\n".join(
        [
            b"{",
            b'"format": ' + msgspec.json.encode(FORMAT) + b",",
            b'"version": ' + msgspec.json.encode(VERSION) + b",",
            b'"about": ' + msgspec.json.encode(whole.about) + b",",
            b'"packs": ' + _list(packs) + b",",
            b'"records": ' + _object(records) + b",",
            b'"journal": ' + _object(journal) + (b"," if rounds else b""),
            *([b'"rounds": ' + _list(rounds)] if rounds else []),
            b"}",
            b"",
        ]
    )


def save_portable(assessment: Assessment, path: Path) -> Path:
    """Write everything in the file to a file of its own, whole or not at all, over an earlier one of that name.

    Raises:
        RefusalError: ``file.is_assessment`` when it is the name of one; those of
            `desktop.model.files.whole_files.write_file`. Then all is as it was.
    """
    if path.suffix.lower() == SUFFIX:
        raise RefusalError("file.is_assessment", path=path)
    write_file(path, to_json(assessment))
    return path


def _object(parts: dict[str, list[Any]]) -> bytes:
    lines = (msgspec.json.encode(str(name)) + b": " + _list(rows) for name, rows in parts.items())
    return b"{\n" + b",\n".join(lines) + b"\n}"


def _list(rows: Iterable[Any]) -> bytes:
    lines = list(map(msgspec.json.encode, rows))
    return b"[\n" + b",\n".join(lines) + b"\n]" if lines else b"[]"


def _told(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if value is not None}


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    return dict(_cells(row))


def _cells(row: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, value in _told(row).items():
        yield name, msgspec.Raw(value.encode()) if name in _EMBEDDED else value
