"""The tables: one a kind of record, made from the record itself, and those of the journal."""

from __future__ import annotations

import datetime as dt
import types
from enum import StrEnum
from typing import Any, get_args

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)
from sqlalchemy.types import TypeEngine

from desktop.model.records import KINDS, Record
from desktop.model.records.record import cell_types

APPLICATION_ID = 0x4D575F31

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

about = Table(
    "about",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

pack = Table(
    "pack",
    metadata,
    Column("digest", Text, primary_key=True),
    Column("json", LargeBinary, nullable=False),
)

writer = Table(
    "writer",
    metadata,
    Column("id", Text, primary_key=True),
    Column("author", Text, nullable=False),
    Column("opened", Text, nullable=False),
    Column("seen", Text, nullable=False),
)

step = Table(
    "step",
    metadata,
    Column("clock", Integer, primary_key=True),
    Column("writer", Text, ForeignKey("writer.id"), primary_key=True),
    Column("kind", Text, nullable=False),
    Column("target_clock", Integer),
    Column("target_writer", Text),
    Column("label", Text, nullable=False),
    Column("facts", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("at", Text, nullable=False),
    ForeignKeyConstraint(["target_clock", "target_writer"], ["step.clock", "step.writer"]),
    sqlite_with_rowid=False,
)

change = Table(
    "change",
    metadata,
    Column("clock", Integer, nullable=False),
    Column("writer", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("row", Text, nullable=False),
    Column("cell", Text, nullable=False),
    Column("before", Text),
    Column("after", Text),
    ForeignKeyConstraint(["clock", "writer"], ["step.clock", "step.writer"]),
    Index("ix_change_step", "clock", "writer"),
    Index("ix_change_row", "row", "kind"),
)

PRESENT = "present"
"""The cell that marks whether a listed record is there."""


def _column_type(hint: Any) -> TypeEngine[Any]:  # noqa: ANN401 - a type hint is anything
    if isinstance(hint, types.UnionType):
        hint = next(part for part in get_args(hint) if part is not types.NoneType)
    if hint is bool:
        return Boolean()
    if hint is int:
        return Integer()
    if hint in (str, dt.date, dt.datetime) or issubclass(hint, StrEnum):
        return Text()
    raise TypeError(hint)


def _table(name: str, kind: type[Record]) -> Table:
    types_of = cell_types(kind)
    columns = [
        Column(
            name,
            _column_type(types_of[name]),
            primary_key=name in kind.keys,
            nullable=name not in kind.keys,
        )
        for name in kind.__struct_fields__
    ]
    if kind.listed:
        columns.append(Column(PRESENT, Boolean))
    return Table(name, metadata, *columns, sqlite_with_rowid=False)


TABLES: dict[type[Record], Table] = {kind: _table(name, kind) for name, kind in KINDS.items()}
NAMES: dict[type[Record], str] = {kind: name for name, kind in KINDS.items()}
