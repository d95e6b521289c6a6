import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from desktop.model.errors import RefusalError
from desktop.model.store.format_1 import statements
from desktop.model.store.shape import lacking, strange
from desktop.model.store.store import Store

RELEASED = Path(__file__).parents[2] / "formats" / "1.maturity"


@pytest.fixture
def copied(tmp_path):
    return shutil.copyfile(RELEASED, tmp_path / "site.maturity")


def test_the_released_file_has_these_tables(copied):
    with closing(sqlite3.connect(copied)) as connection:
        assert [*strange(connection, 1)] == [*lacking(connection, 1)] == []


def test_they_can_be_made():
    with closing(sqlite3.connect(":memory:")) as connection:
        for statement in statements():
            connection.execute(statement)
        assert [*strange(connection, 1)] == []


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TABLE change",
        "ALTER TABLE action ADD COLUMN more TEXT",
        "CREATE VIEW seen AS SELECT 1",
        "PRAGMA user_version = 2",
    ],
)
def test_a_file_that_only_claims_to_be_older_is_not_migrated(copied, statement):
    with closing(sqlite3.connect(copied)) as connection:
        connection.execute(statement)
        connection.commit()
    before = copied.read_bytes()
    with pytest.raises(RefusalError) as refusal:
        Store.open(copied, "Ada")
    assert refusal.value.code == "file.altered"
    assert copied.read_bytes() == before
    assert [*copied.parent.iterdir()] == [copied]
