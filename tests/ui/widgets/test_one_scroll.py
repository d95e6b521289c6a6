"""Where a page scrolls, nothing in it does."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractSlider,
    QApplication,
    QLabel,
    QLineEdit,
    QListWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.table_rows import Column, RowsModel
from desktop.ui.tables import Table
from desktop.ui.widgets.folding_panes import FoldingColumns
from desktop.ui.widgets.one_scroll import OneScroll
from desktop.ui.widgets.scroll_area import scrolled

HEAD, ROWS = 150, 60


class Lists(QWidget):
    """What stands on a page: a head that is always as tall, and a table and a list that take turns."""

    def __init__(self) -> None:
        super().__init__()
        head = QLabel("Head")
        head.setFixedHeight(HEAD)
        self.rows: RowsModel[int] = RowsModel([Column("Number", text=str)])
        self.table = Table(self.rows, "Numbers")
        self.rows.set_rows(range(ROWS))
        self.list = QListWidget()
        self.list.addItems([str(number) for number in range(ROWS)])
        self.list.setMinimumHeight(30)
        self.panes = FoldingColumns()
        self.panes.add(self.table, "Table", 100, 100)
        tabs = QTabWidget()
        tabs.addTab(self.list, "List")
        self.panes.add(tabs, "List", 100, 100)
        column = QVBoxLayout(self)
        column.addWidget(head)
        column.addWidget(self.panes, 1)
        self.area = OneScroll(self)
        scrolled(self, "Page", self.area)

    def resize_area(self, height: int) -> None:
        """Give it so much room."""
        self.area.resize(400, height)
        for _turn in range(20):
            QApplication.processEvents()


@pytest.fixture
def lists(qtbot) -> Iterator[Lists]:
    lists = Lists()
    qtbot.addWidget(lists.area)
    lists.area.show()
    lists.resize_area(500)
    yield lists
    lists.area.hide()


def _beyond(area: QWidget) -> int:
    return area.verticalScrollBar().maximum()  # type: ignore[attr-defined, no-any-return]


def _top(widget: QWidget, lists: Lists) -> int:
    return widget.mapTo(lists.area.viewport(), QPoint()).y()


def _row_top(lists: Lists) -> int:
    """Where the row with the cursor begins, in what is seen of the page."""
    row = lists.table.visualRect(lists.table.currentIndex()).topLeft()
    return lists.table.viewport().mapTo(lists.area.viewport(), row).y()


def test_with_room_each_list_scrolls_and_the_page_does_not(lists: Lists):
    assert not lists.area.is_unrolled
    assert _beyond(lists.area) == 0
    assert _beyond(lists.table) > 0
    assert _beyond(lists.list) > 0


def test_a_field_stays_in_view_when_a_list_above_it_grows(lists: Lists, qtbot):
    lists.area.activateWindow()
    qtbot.waitUntil(lists.area.isActiveWindow)
    line = QLineEdit()
    cast("QVBoxLayout", lists.layout()).addWidget(line)
    lists.resize_area(500)
    line.setFocus()
    for count in (ROWS, 2 * ROWS):
        lists.rows.set_rows(range(count))
        lists.resize_area(200)
        assert 0 <= _top(line, lists) <= 200 - line.height()


def test_without_room_the_page_scrolls_and_one_list_is_as_tall_as_its_rows(lists: Lists):
    lists.resize_area(200)
    assert lists.area.is_unrolled
    assert _beyond(lists.area) > 0
    assert _beyond(lists.table) == 0
    assert lists.table.viewport().height() == lists.table.verticalHeader().length()
    assert len(lists.panes.in_view) == 1
    assert not lists.area.is_settling
    lists.panes.bring(1)
    lists.resize_area(200)
    assert _beyond(lists.list) == 0


def test_where_one_list_alone_has_room_panes_take_turns_and_the_page_does_not_scroll(lists: Lists):
    lists.list.setMinimumHeight(300)
    lists.resize_area(400)
    assert lists.panes.in_view == range(1)
    assert not lists.area.is_unrolled
    assert _beyond(lists.area) == 0
    assert _beyond(lists.table) > 0
    lists.resize_area(600)
    assert len(lists.panes.in_view) == 2


def test_with_room_again_all_is_as_before(lists: Lists):
    before = lists.table.size(), lists.list.size()
    lists.resize_area(200)
    lists.resize_area(500)
    assert not lists.area.is_unrolled
    assert (lists.table.size(), lists.list.size()) == before
    assert _beyond(lists.area) == 0


def test_fewer_rows_make_the_page_shorter(lists: Lists):
    lists.resize_area(200)
    before = _beyond(lists.area)
    lists.rows.set_rows(range(ROWS // 2))
    lists.resize_area(200)
    assert _beyond(lists.area) < before * 2 // 3
    lists.rows.set_rows(range(ROWS))
    lists.resize_area(200)
    assert _beyond(lists.area) == before


def test_the_bar_of_the_panes_and_the_heading_stay_in_view(lists: Lists):
    lists.resize_area(200)
    heading = lists.table.horizontalHeader()
    lists.area.verticalScrollBar().setValue(0)
    assert _top(lists.panes.bar, lists) > HEAD
    lists.area.verticalScrollBar().setValue(700)
    assert _top(lists.panes.bar, lists) == 0
    assert _top(heading, lists) == lists.panes.bar.height()
    lists.area.verticalScrollBar().setValue(0)
    assert _top(heading, lists) > HEAD


def test_the_row_with_the_cursor_is_followed(lists: Lists, qtbot):
    lists.area.activateWindow()
    qtbot.waitUntil(lists.area.isActiveWindow)
    lists.table.setFocus()
    lists.resize_area(200)
    for number in (40, 20):
        lists.table.selectRow(number)
        assert _row_top(lists) < 200
        assert _row_top(lists) >= _top(lists.table.horizontalHeader(), lists) + lists.table.horizontalHeader().height()
    lists.panes.bring(1)
    lists.resize_area(200)
    lists.panes.bring(0)
    lists.table.setFocus()
    lists.resize_area(200)
    assert 0 < _row_top(lists) < 200
    lists.area.verticalScrollBar().triggerAction(QAbstractSlider.SliderAction.SliderToMinimum)
    lists.rows.set_row(0, 5)
    lists.resize_area(200)
    assert lists.area.verticalScrollBar().value() == 0


def test_pages_are_turned_by_what_is_seen(lists: Lists):
    lists.resize_area(200)
    lists.table.selectRow(10)
    QTest.keySequence(lists.table, "PgDown")
    assert 11 < lists.table.currentIndex().row() < 20
    QTest.keySequence(lists.table, "PgUp")
    assert lists.table.currentIndex().row() == 10
