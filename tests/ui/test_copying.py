"""A copied table is one in a spreadsheet and in a letter."""

from __future__ import annotations

import csv
import io

import pytest
from PySide6.QtCore import QEvent, QItemSelectionModel, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication

from desktop.ui.copying import as_html, as_text
from desktop.ui.deeds import Deed, DeedMenu
from desktop.ui.table_rows import Column, RowsModel
from desktop.ui.tables import Table

ROWS = [("SCM-1", 3, "plain"), ("=1+1", 10, "two\nlines"), ("3-2", 2, 'a "word"\twith a tab')]


@pytest.fixture
def table(qtbot, closed_session) -> Table:
    columns: list[Column[tuple[str, int, str]]] = [
        Column("Code", lambda row: row[0], beneath=lambda row: "below" if row[1] == 3 else None),
        Column("Count", lambda row: str(row[1]), sort=lambda row: row[1], right=True, width=80),
        Column("Words", lambda row: row[2]),
    ]
    table = Table(RowsModel(columns), "Things")
    qtbot.addWidget(table)
    table.resize(900, 300)
    table.fill(ROWS, lambda row: row[0])
    table.show()
    return table


def copied() -> list[list[str]]:
    text = QGuiApplication.clipboard().text()
    return list(csv.reader(io.StringIO(text, newline=""), dialect="excel-tab"))


def test_selected_rows_are_copied_with_headings_in_the_order_shown(table: Table, qtbot):
    table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    table.selectAll()
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert copied() == [
        ["Code", "Count", "Words"],
        ["3-2", "2", 'a "word"\twith a tab'],
        ["SCM-1 – below", "3", "plain"],
        ["=1+1", "10", "two\nlines"],
    ]


def test_several_rows_can_be_selected(table: Table, qtbot):
    table.setCurrentIndex(table.proxy.index(0, 0))
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert len(table.selected_rows()) == 2
    table.copy_rows()
    assert len(copied()) == 3


def test_without_a_selection_the_row_under_the_cursor_is_copied(table: Table):
    table.selectionModel().setCurrentIndex(table.proxy.index(1, 0), QItemSelectionModel.SelectionFlag.NoUpdate)
    table.copy_rows()
    assert [row[0] for row in copied()] == ["Code", "=1+1"]


def test_hidden_columns_are_not_copied(table: Table):
    table.setColumnHidden(1, True)
    table.selectAll()
    table.copy_rows()
    assert copied()[0] == ["Code", "Words"]


def test_a_spreadsheet_keeps_words_as_words():
    html = as_html(["A<b>"], [["=1+1"], ["3-2"], ["12.5"], ["-4"], ["two\nlines"], ["<i>"]])
    assert "<th>A&lt;b&gt;</th>" in html
    assert '<td class="w">=1+1</td>' in html
    assert '<td class="w">3-2</td>' in html
    assert "<td>12.5</td>" in html
    assert "<td>-4</td>" in html
    assert "two<br>lines" in html
    assert "&lt;i&gt;" in html


def test_text_has_a_tab_between_cells():
    assert as_text([["a", "b"], ["1", "2"]]) == "a\tb\n1\t2\n"


def test_the_menu_of_a_row_says_what_can_be_done_with_its_keys(table: Table):
    done: list[str] = []

    class Around:
        def deeds(self) -> tuple[Deed, ...]:
            return (Deed(("Enter",), "Open it", lambda: done.append("open")), Deed(("X",), "", lambda: None))

    around = Around()
    table.offer_deeds(around.deeds)
    table.setCurrentIndex(table.proxy.index(0, 0))
    place = table.visualRect(table.currentIndex()).center()
    QApplication.sendEvent(
        table.viewport(),
        QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, table.viewport().mapToGlobal(place)),
    )
    menu = table.findChild(DeedMenu)
    assert menu is not None
    assert [action.text() for action in menu.actions()] == ["Open it\tEnter", "Copy for a spreadsheet\tCtrl+C"]
    menu.actions()[0].trigger()
    assert done == ["open"]
    menu.close()


def test_enter_opens_a_row_once_however_long_it_is_held(table: Table, qtbot):
    opened: list[int] = []
    table.activated.connect(lambda index: opened.append(index.row()))
    table.setCurrentIndex(table.proxy.index(1, 0))
    for number in range(3):
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", number > 0)
        QApplication.sendEvent(table, event)
    assert opened == [1]
    place = table.visualRect(table.currentIndex()).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened == [1, 1]
