import sqlite3
from collections.abc import Callable
from contextlib import closing

import pytest

from desktop.model.records import FORMAT
from desktop.model.store.declared_tables import declared_statements
from desktop.model.store.formats import FROZEN, KNOWN, frozen_text, statements


def test_every_released_format_is_frozen():
    """If it is not: python -m desktop.model.store.formats, before FORMAT was raised."""
    assert {*range(1, FORMAT)} <= FROZEN.keys()
    assert tuple(range(1, FORMAT + 1)) == KNOWN


def test_what_a_released_format_has_never_changes():
    """If it has: raise FORMAT in desktop/model/records/__init__.py, so that the change is a format of its own."""
    if FORMAT in FROZEN:
        assert _shape(FROZEN[FORMAT]()) == _shape(declared_statements())


@pytest.mark.parametrize("number", KNOWN)
def test_the_tables_of_every_format_can_be_made(number):
    assert "step" in {name for name, _sql in _shape(statements(number))}


def test_other_formats_are_not_known():
    with pytest.raises(KeyError):
        statements(FORMAT + 1)


def test_frozen_tables_are_todays():
    namespace: dict[str, Callable[[], tuple[str, ...]]] = {}
    exec(frozen_text(), namespace)
    assert _shape(namespace["statements"]()) == _shape(declared_statements())


def _shape(made):
    with closing(sqlite3.connect(":memory:")) as connection:
        for statement in made:
            connection.execute(statement)
        rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
        return {(name, " ".join(sql.split())) for name, sql in rows}
