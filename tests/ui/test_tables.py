"""Tables, their delegates and editors."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox

from desktop.ui.delegates import Role
from desktop.ui.table_rows import Column, RowsModel
from desktop.ui.tables import Table


@dataclass
class Row:
    name: str
    size: int | None
    state: str = "open"


@pytest.fixture
def edited() -> list[tuple[str, str]]:
    return []


@pytest.fixture
def model(closed_session, edited) -> RowsModel[Row]:
    columns: list[Column[Row]] = [
        Column("Name", lambda row: row.name, edit=lambda row, value: edited.append((row.name, value))),
        Column("Size", lambda row: str(row.size or ""), sort=lambda row: row.size, right=True, width=80),
        Column("State", lambda row: row.state, tone=lambda row: "good", choices=("open", "done"), width=90,
               edit=lambda row, value: edited.append((row.name, value))),
        Column("Shares", lambda row: "half", shares=lambda row: [(0.5, 4), (0.5, -1)], width=90),
    ]  # fmt: skip
    model = RowsModel(columns)
    model.set_rows([Row("b", 10), Row("a", None), Row("c", 9)])
    return model


def test_the_model_keeps_qts_rules(model, qtmodeltester):
    qtmodeltester.check(model)


def test_sorting_follows_values_not_their_text_and_puts_nothing_last(model, qtbot):
    table = Table(model, "Things")
    qtbot.addWidget(table)
    table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    shown = [table.proxy.index(row, 0).data() for row in range(3)]
    assert shown == ["c", "b", "a"]


def test_the_cursor_survives_new_contents_of_the_same_rows(model, qtbot):
    table = Table(model, "Things")
    qtbot.addWidget(table)
    assert table.select(lambda row: row.name == "c")
    model.set_rows([Row("b", 1), Row("a", 2), Row("c", 3)])
    assert table.current_row() == Row("c", 3)


def test_cursor_and_selection_go_with_their_rows_when_an_edit_changes_the_order(model, qtbot):
    table = Table(model, "Things")
    qtbot.addWidget(table)
    table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert [table.proxy.index(row, 0).data() for row in range(3)] == ["a", "b", "c"]
    assert table.select(lambda row: row.name == "c")
    model.set_row(2, Row("c", 20))
    assert [table.proxy.index(row, 0).data() for row in range(3)] == ["a", "c", "b"]
    assert table.current_row() == Row("c", 20)
    assert table.selected_rows() == [Row("c", 20)]
    model.set_rows([Row("b", 30), Row("a", None), Row("c", 9)])
    assert table.current_row() == Row("c", 9)
    assert table.index_of(2) == table.currentIndex() == table.proxy.index(2, 0)
    assert [row.name for row in model.rows] == ["b", "a", "c"], "as given"
    table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
    assert [table.proxy.index(row, 0).data() for row in range(3)] == ["b", "a", "c"]


def test_sorted_and_sifted_rows_are_found(model, qtbot):
    table = Table(model, "Things")
    qtbot.addWidget(table)
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    table.proxy.set_test(lambda row: row.name != "a")
    assert table.select(lambda row: row.name == "c")
    assert table.currentIndex().row() == 1
    assert not table.select(lambda row: row.name == "a")


def test_thousands_of_rows_are_sorted_without_asking_for_two_values_at_each_comparison(closed_session, qtbot):
    asked: list[str] = []

    def name(row: Row) -> str:
        asked.append(row.name)
        return row.name

    column: Column[Row] = Column("Name", name)
    table = Table(RowsModel([column]), "Things")
    qtbot.addWidget(table)
    table.source.set_rows([Row(f"thing {number * 7 % 500}", number) for number in range(500)])
    asked.clear()
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert [table.proxy.index(row, 0).data() for row in (0, 9, 10, 499)] == [
        "thing 0",
        "thing 9",
        "thing 10",
        "thing 499",
    ]
    assert len(asked) == 500 + 4, "each row once, and the four that were looked at"


@pytest.mark.parametrize(
    ("held", "modifier"),
    [
        (Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Shift, Qt.KeyboardModifier.ShiftModifier),
    ],
    ids=["Ctrl", "Shift"],
)
def test_a_held_key_does_not_hinder_the_program_leading_the_cursor(model, qtbot, held, modifier):
    table = Table(model, "Things")
    qtbot.addWidget(table)
    table.show()
    table.selectRow(2)
    QTest.keyPress(table.windowHandle(), held, modifier)
    assert QApplication.keyboardModifiers() != Qt.KeyboardModifier.NoModifier
    table.selectRow(1)
    assert table.selected_rows() == [table.current_row()] == [Row("a", None)]
    table.setCurrentIndex(table.proxy.index(0, 0))
    assert table.selected_rows() == [table.current_row()] == [Row("b", 10)]


def test_the_user_still_picks_several_by_mouse_and_keys(model, qtbot):
    table = Table(model, "Things")
    qtbot.addWidget(table)
    table.show()
    table.selectRow(0)
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert [row.name for row in table.selected_rows()] == ["b", "a"]
    place = table.visualRect(table.proxy.index(2, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, place)
    assert [row.name for row in table.selected_rows()] == ["b", "a", "c"]


def test_a_list_that_is_filled_while_it_has_the_focus_has_a_cursor(model, qtbot):
    rows = list(model.rows)
    model.set_rows([])
    table = Table(model, "Things")
    qtbot.addWidget(table)
    table.show()
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    assert table.current_row() is None
    table.fill(rows, lambda row: row.name)
    assert table.current_row() == Row("b", 10)


def test_a_filter_hides_rows(model, qtbot):
    table = Table(model, "Things")
    qtbot.addWidget(table)
    table.proxy.set_test(lambda row: row.size is not None)
    assert table.proxy.rowCount() == 2
    table.proxy.set_test(None)
    assert table.proxy.rowCount() == 3


def test_an_edit_reaches_the_column_and_the_same_value_does_not(model, edited):
    assert model.setData(model.index(0, 0), "new")
    assert not model.setData(model.index(0, 0), "b")
    assert edited == [("b", "new")]


def test_choices_are_edited_in_a_list(model, edited, qtbot):
    table = Table(model, "Things", sortable=False)
    qtbot.addWidget(table)
    table.show()
    table.setCurrentIndex(table.proxy.index(0, 2))
    table.edit(table.proxy.index(0, 2))
    box = table.findChild(QComboBox)
    assert box is not None
    assert box.accessibleName() == "State"
    box.setCurrentText("done")
    table.itemDelegate().setModelData(box, table.proxy, table.proxy.index(0, 2))
    assert edited == [("b", "done")]


def test_cells_say_their_column_to_a_screen_reader(model):
    assert model.data(model.index(0, 2), Qt.ItemDataRole.AccessibleTextRole) == "State: open"
    assert model.data(model.index(0, 3), Role.SHARES) == ((0.5, 4), (0.5, -1))


def test_every_sort_of_cell_is_painted(model, qtbot):
    table = Table(model, "Things")
    qtbot.addWidget(table)
    table.resize(500, 200)
    table.show()
    picture = table.grab().toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(0, 500, 2) for y in range(0, 200, 2)}
    assert len(colours) > 5


def test_columns_give_way_where_room_is_short_and_come_back(closed_session, qtbot):
    columns: list[Column[Row]] = [
        Column("Name", lambda row: row.name),
        Column("Size", lambda row: str(row.size or ""), width=80, gives_way=1),
        Column("State", lambda row: row.state, width=90, gives_way=2),
        Column("Kept", lambda row: row.name, width=90),
    ]
    table = Table(RowsModel(columns), "Things")
    qtbot.addWidget(table)
    table.show()
    for width, hidden in ((600, []), (370, [2]), (260, [1, 2]), (600, [])):
        table.resize(width, 200)
        QApplication.processEvents()
        assert [number for number in range(4) if table.isColumnHidden(number)] == hidden


def test_the_row_under_the_cursor_stays_whole_when_narrower_columns_make_rows_taller(qtbot):
    table = Table(RowsModel([Column("What", str, beneath=lambda _row: "said of it")]), "Things", sortable=False)
    qtbot.addWidget(table)
    table.resize(900, 260)
    table.show()
    table.source.set_rows([f"{number} things that want several lines as soon as room is short" for number in range(30)])
    table.room.fit()
    table.setCurrentIndex(table.proxy.index(29, 0))
    table.scrollTo(table.currentIndex())
    tall = table.rowHeight(29)
    table.resize(240, 260)
    table.room.fit()
    assert table.rowHeight(29) > tall
    assert table.viewport().rect().contains(table.visualRect(table.currentIndex()))


def test_only_rows_that_were_not_there_before_are_measured_while_columns_stay_as_wide(qtbot, monkeypatch):
    """Hundreds of notes are not laid out anew for one more."""
    columns: list[Column[Row]] = [
        Column("Name", lambda row: row.name),
        Column("State", lambda row: row.state, width=90),
    ]
    source = RowsModel(columns)
    table = Table(source, "Things", sortable=False)
    qtbot.addWidget(table)
    table.resize(400, 300)
    rows = [Row("word " * 30 * (number % 2), number) for number in range(6)]
    table.fill(rows, lambda row: row.size)
    table.show()
    heights = [table.rowHeight(number) for number in range(6)]
    assert len({*heights}) == 2
    measured: list[int] = []
    resize = table.resizeRowToContents

    def measure(number: int) -> None:
        measured.append(number)
        resize(number)

    monkeypatch.setattr(table, "resizeRowToContents", measure)
    table.fill([Row("word " * 60, 6), *rows], lambda row: row.size)
    assert measured == [0]
    assert [table.rowHeight(number) for number in range(1, 7)] == heights
    source.set_row(2, Row("short", 1))
    table.room.fit()
    assert measured == [0, 2]
    assert table.rowHeight(2) < heights[1]
    table.resize(300, 300)
    table.room.fit()
    assert measured == [0, 2, *range(7)]


def test_of_many_rows_those_in_view_are_measured_and_the_others_between_two_keys(qtbot, monkeypatch):
    """Thousands of notes of a session are there at once; the row under the cursor stays in view as others grow."""
    table = Table(RowsModel([Column("What", str)]), "Things", sortable=False)
    qtbot.addWidget(table)
    table.resize(300, 300)
    table.show()
    measured: set[int] = set()
    resize = table.resizeRowToContents

    def measure(number: int) -> None:
        measured.add(number)
        resize(number)

    monkeypatch.setattr(table, "resizeRowToContents", measure)
    table.fill([f"{number} " + "words that want several lines " * 5 for number in range(400)], str)
    table.room.fit()  # as before each painting
    in_view = {number for number in range(400) if table.rowViewportPosition(number) < table.viewport().height()}
    assert in_view <= measured
    assert len(measured) < 12, "as many as there was room for before they grew"
    table.selectRow(399)
    table.scrollToBottom()
    table.room.fit()  # as before each painting
    assert 399 in measured
    assert len(measured) < 24
    assert table.viewport().rect().contains(table.visualRect(table.currentIndex()))
    table.room.fit()  # the scroll bar has made it narrower
    top = table.rowAt(0)
    for _time in range(400):
        table.room._lay_slice()
        if not table.room.pending:
            break
    assert len(measured) == 400
    assert not table.room.pending
    assert table.rowAt(0) == top, "what is looked at stays where it is"
    assert all(table.rowHeight(number) >= table.sizeHintForRow(number) for number in range(400))
