"""The tables as SQLAlchemy knows them, for whoever writes; see `declared_tables`."""

from __future__ import annotations

from typing import Any

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

from desktop.model.records import KINDS, Record
from desktop.model.records.record import cell_types
from desktop.model.store.declared_tables import PRESENT, column_type

_TYPES = {"BOOLEAN": Boolean, "INTEGER": Integer, "TEXT": Text}

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

attachment = Table(
    "attachment",
    metadata,
    Column("digest", Text, primary_key=True),
    Column("size", Integer, nullable=False),
)

attachment_slice = Table(
    "attachment_slice",
    metadata,
    Column("digest", Text, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("bytes", LargeBinary, nullable=False),
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


def _table(name: str, kind: type[Record]) -> Table:
    types_of = cell_types(kind)
    columns: list[Column[Any]] = [
        Column(
            name,
            _TYPES[column_type(types_of[name])],
            primary_key=name in kind.keys,
            nullable=name not in kind.keys,
        )
        for name in kind.__struct_fields__
    ]
    if kind.listed:
        columns.append(Column(PRESENT, Boolean))
    return Table(name, metadata, *columns, sqlite_with_rowid=False)


TABLES: dict[type[Record], Table] = {kind: _table(name, kind) for name, kind in KINDS.items()}
