"""The tables as SQLAlchemy knows them, for whoever writes; made of those in `declared_tables`."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)

from desktop.model.records import KINDS, Record
from desktop.model.store.declared_tables import JOURNAL, DeclaredTable, kind_table

_TYPES = {"BLOB": LargeBinary, "BOOLEAN": Boolean, "INTEGER": Integer, "TEXT": Text}

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _table(declared: DeclaredTable) -> Table:
    return Table(
        declared.name,
        metadata,
        *(
            Column(cell.name, _TYPES[cell.sort], primary_key=cell.name in declared.key, nullable=not cell.needed)
            for cell in declared.cells
        ),
        *(ForeignKeyConstraint(to.cells, [f"{to.table}.{cell}" for cell in to.key]) for to in declared.references),
        *(Index(name, *cells) for name, cells in declared.indexes),
        sqlite_with_rowid=declared.rowid,
    )


about, attachment, attachment_slice, pack, writer, step, change, conflict, arrival, waiting = map(_table, JOURNAL)

TABLES: dict[type[Record], Table] = {kind: _table(kind_table(kind)) for kind in KINDS.values()}
