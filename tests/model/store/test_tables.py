import sqlite3
from contextlib import closing

import msgspec
import pytest

from desktop.model.records import KINDS
from desktop.model.store.tables import NAMES, PRESENT, TABLES, _column_type


@pytest.mark.parametrize("kind", KINDS.values())
def test_a_table_has_a_column_for_every_field(kind):
    fields = [field.name for field in msgspec.structs.fields(kind)]
    assert [column.name for column in TABLES[kind].columns] == fields + [PRESENT] * kind.listed
    assert [column.name for column in TABLES[kind].primary_key] == list(kind.keys)
    assert TABLES[kind].name == NAMES[kind]


def test_fields_of_other_types_are_a_bug():
    with pytest.raises(TypeError):
        _column_type(float)


def test_numbers_of_steps_only_rise(store):
    with closing(sqlite3.connect(store.path)) as connection:
        (sql,) = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'step'").fetchone()
    assert "AUTOINCREMENT" in sql


def test_every_index_and_constraint_has_a_name_that_stays(store):
    with closing(sqlite3.connect(store.path)) as connection:
        statements = [sql for (sql,) in connection.execute("SELECT sql FROM sqlite_master WHERE type = 'table'")]
    assert all("CONSTRAINT pk_" in sql for sql in statements if "PRIMARY KEY (" in sql)
    assert all("CONSTRAINT fk_" in sql for sql in statements if "FOREIGN KEY" in sql)
