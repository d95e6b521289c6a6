"""How the values of a record stand in the file and in the journal."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, TypeGuard, TypeVar

import msgspec

from desktop.characters import NO_TEXT
from desktop.model.bounds import DATA_TEXT_LENGTH
from desktop.model.errors import RefusalError
from desktop.model.journal import Cell
from desktop.model.records import KINDS, Record, cell_rules
from desktop.model.records.record import bounded_types, cell_types

if TYPE_CHECKING:
    from sqlalchemy import RowMapping

R = TypeVar("R", bound=Record)

_CELL: msgspec.json.Decoder[Cell] = msgspec.json.Decoder(Cell)

LONGEST_TEXT = DATA_TEXT_LENGTH
"""Characters that one text may have."""


def to_cell(value: object) -> Cell:
    """A field's value as the file keeps it: dates as ISO text, enumerations as their word, and no text but text.

    Raises:
        RefusalError: ``text.too_long``.
    """
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, dt.datetime):
        return value.astimezone(dt.UTC).isoformat(timespec="milliseconds" if value.microsecond >= 1000 else "seconds")
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, str) and len(value) > LONGEST_TEXT:
        raise RefusalError("text.too_long", longest=LONGEST_TEXT)
    if isinstance(value, str):
        return NO_TEXT.sub("", value)
    if value is None or isinstance(value, int | bool):
        return value
    raise TypeError(type(value).__name__)  # not the value: the message stands in the log


def to_record(kind: type[R], row: Mapping[str, Any] | RowMapping) -> R:
    """The record that a row of its table holds; empty cells mean the field's default."""
    values = {name: row[name] for name in kind.__struct_fields__ if row.get(name) is not None}
    return msgspec.convert(values, kind, strict=False)


@cache
def defaults(kind: type[Record]) -> Mapping[str, Cell]:
    """What each cell of a record holds before anything is said."""
    return {field.name: to_cell(field.default) for field in msgspec.structs.fields(kind) if field.name not in kind.keys}


@cache
def is_typed(kind: str, cell: str) -> bool:
    """Whether a cell holds what somebody typed; not an id, a date or a word of a list."""
    record = KINDS[kind]
    if cell in record.keys or cell_types(record).get(cell) is not str:
        return False
    return not cell_rules(record)[cell].names


def can_hold(kind: type[Record], cell: str, *values: Cell) -> bool:
    """Whether a cell of a record can hold each of these values."""
    held = bounded_types(kind).get(cell, bool)  # the mark of a listed record is no field
    try:
        msgspec.convert([value for value in values if value is not None], list[held], strict=False)  # type: ignore[valid-type]
    except ValueError:
        return False
    return True


def row_name(key: tuple[str, ...]) -> str:
    """The key as the journal writes it."""
    return "/".join(key)


def is_key(kind: type[Record], key: Sequence[object]) -> bool:
    """Whether it can be the key of such a record: as many parts, all named, none with the journal's separator."""
    return len(key) == len(kind.keys) and all(map(is_key_part, key))


def is_key_part(part: object) -> bool:
    """Whether it can be a part of a key."""
    return isinstance(part, str) and part != "" and "/" not in part


def is_frozen(json: object, digest: str) -> TypeGuard[bytes]:
    """Whether a frozen pack is what its digest says."""
    return isinstance(json, bytes) and hashlib.sha256(json).hexdigest() == digest


@lru_cache(maxsize=256, typed=True)
def encode(cell: Cell) -> str | None:
    """A cell as the journal writes it."""
    return None if cell is None else msgspec.json.encode(cell).decode()


def decode(text: object) -> Cell:
    """A cell as the journal wrote it.

    Raises:
        ValueError, TypeError: it cannot have written that.
    """
    if text is None:
        return None
    if not isinstance(text, str):
        raise TypeError(type(text).__name__)
    return _CELL.decode(text)
