import sqlite3
from contextlib import closing

import msgspec
import pytest

from desktop.model.records import KINDS
from desktop.model.records.record import PRESENT
from desktop.model.store.declared_tables import NAMES
from desktop.model.store.tables import TABLES, change, step


@pytest.mark.parametrize("kind", KINDS.values())
def test_a_table_has_a_column_for_every_field(kind):
    fields = [field.name for field in msgspec.structs.fields(kind)]
    assert [column.name for column in TABLES[kind].columns] == fields + [PRESENT] * kind.listed
    assert [column.name for column in TABLES[kind].primary_key] == list(kind.keys)
    assert TABLES[kind].name == NAMES[kind]


def test_a_step_is_known_by_clock_and_writer_wherever_it_is_pointed_at():
    assert [column.name for column in step.primary_key] == ["clock", "writer"]
    pointed = {
        tuple(key.column_keys) for table in (step, change) for key in table.foreign_key_constraints
        if key.referred_table is step
    }  # fmt: skip
    assert pointed == {("target_clock", "target_writer"), ("clock", "writer")}


def test_every_index_and_constraint_has_a_name_that_stays(store):
    with closing(sqlite3.connect(store.path)) as connection:
        statements = [sql for (sql,) in connection.execute("SELECT sql FROM sqlite_master WHERE type = 'table'")]
    assert all("CONSTRAINT pk_" in sql for sql in statements if "PRIMARY KEY (" in sql)
    assert all("CONSTRAINT fk_" in sql for sql in statements if "FOREIGN KEY" in sql)
