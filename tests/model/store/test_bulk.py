import pytest
from sqlalchemy import Column, Integer, MetaData, Table, Text, select
from sqlalchemy.dialects.sqlite import insert

from desktop.model.store import bulk
from desktop.model.store.bulk import insert_rows
from desktop.model.store.engine import open_engine, writing

TABLE = Table("note", MetaData(), Column("id", Integer, primary_key=True), Column("text", Text))
NOTE = TABLE.insert()
STATEMENT = insert(TABLE)
UPSERT = STATEMENT.on_conflict_do_update(index_elements=["id"], set_={"text": STATEMENT.excluded.text})


@pytest.fixture
def connection(tmp_path):
    (tmp_path / "x.db").touch()
    engine = open_engine(tmp_path / "x.db")
    with writing(engine) as opened:
        TABLE.create(opened)
        yield opened
    engine.dispose()


@pytest.mark.parametrize("count", [0, 1, 449, 450, 451, 1_000])
def test_every_row_arrives_whole(connection, count):
    rows = [(number, f"=text ? {number}, 'x'") for number in range(count)]
    insert_rows(connection, NOTE, ("id", "text"), rows)
    assert [tuple(row) for row in connection.execute(select(TABLE).order_by(TABLE.c.id))] == rows


def test_rows_that_are_there_are_set(connection):
    insert_rows(connection, NOTE, ("id", "text"), [(1, "old"), (2, "stays")])
    insert_rows(connection, UPSERT, ("id", "text"), [(1, "new"), (3, None)])
    found = [tuple(row) for row in connection.execute(select(TABLE).order_by(TABLE.c.id))]
    assert found == [(1, "new"), (2, "stays"), (3, None)]


def test_columns_out_of_their_order_are_noticed(connection):
    with pytest.raises(AssertionError, match="order"):
        insert_rows(connection, NOTE, ("text", "id"), [("a", 1)])


def test_a_statement_is_remembered_once_and_holds_on_to_no_file(tmp_path):
    compiled = []
    for name in ("one.db", "other.db"):
        (tmp_path / name).touch()
        engine = open_engine(tmp_path / name)
        with writing(engine) as opened:
            TABLE.create(opened)
            insert_rows(opened, NOTE, ("id", "text"), [(1, "one")])
        engine.dispose()
        compiled.append(bulk._text.cache_info().misses)
    assert compiled[0] == compiled[1]
