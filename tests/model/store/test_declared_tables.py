import pytest
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable, DDLElement

from desktop.model.store.declared_tables import CHANGE_CELLS, STEP_CELLS, column_type, declared_statements
from desktop.model.store.tables import change, metadata, step


def test_they_are_spelt_as_sqlalchemy_would_spell_them():
    """Files that SQLAlchemy made and those that are made now cannot be told apart."""
    tables = metadata.sorted_tables
    made: list[DDLElement] = [
        *map(CreateTable, tables),
        *(CreateIndex(index) for table in tables for index in table.indexes),
    ]
    spelt = sorted(str(each.compile(dialect=sqlite.dialect())).lstrip() for each in made)
    assert spelt == sorted(declared_statements())


def test_the_cells_of_the_journal_are_named_in_their_order():
    assert tuple(column.name for column in step.columns) == STEP_CELLS
    assert tuple(column.name for column in change.columns) == CHANGE_CELLS


def test_cells_of_other_types_are_a_bug():
    with pytest.raises(TypeError):
        column_type(float)
