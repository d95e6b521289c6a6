import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.table_rows import Column, RowsModel
from desktop.ui.whole_table import WholeTable


@pytest.fixture
def table(qtbot):
    table = WholeTable(RowsModel([Column("What", lambda row: row)]), "Things")
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    column.addWidget(table)
    column.addStretch(1)
    holder.resize(300, 600)
    holder.show()
    yield table
    holder.close()


def is_whole(table):
    return table.height() == table._height() and table.verticalScrollBar().maximum() == 0


def test_it_is_as_tall_as_its_rows(table, qtbot):
    table.fill(["one", "two"], key=str)
    qtbot.waitUntil(lambda: is_whole(table))
    two = table.height()
    table.fill(["one", "two", "a text of so many words that it breaks into several lines " * 3], key=str)
    qtbot.waitUntil(lambda: is_whole(table) and table.height() > 1.5 * two)
    table.fill([], key=str)
    qtbot.waitUntil(lambda: is_whole(table) and table.height() < two)


def test_a_narrower_room_makes_it_taller(table, qtbot):
    table.fill(["a text of so many words that it breaks into several lines " * 2], key=str)
    qtbot.waitUntil(lambda: is_whole(table))
    before = table.height()
    table.window().resize(190, 600)
    qtbot.waitUntil(lambda: is_whole(table) and table.height() > before)
