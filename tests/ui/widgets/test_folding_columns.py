"""Columns that fold."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from desktop.ui.widgets.folding_columns import FoldingColumns, SeenStack


@pytest.fixture
def columns(qtbot) -> FoldingColumns:
    columns = FoldingColumns()
    qtbot.addWidget(columns)
    for least in (200, 300, 250):
        columns.add(QPushButton(str(least)), least, least)
    columns.show()
    return columns


@pytest.mark.parametrize(("width", "beside"), [(900, 3), (778, 3), (777, 2), (514, 2), (513, 1), (150, 1)])
def test_the_last_ones_go_beneath_where_there_is_no_room(columns: FoldingColumns, width: int, beside: int):
    columns.resize(width, 500)
    assert columns.beside == beside
    assert columns.across.count() == beside
    assert columns.count() == 1 + 3 - beside


def test_they_come_back_in_their_order(columns: FoldingColumns):
    columns.resize(300, 500)
    columns.resize(900, 500)
    found = [columns.across.widget(place) for place in range(3)]
    assert [each.text() for each in found if isinstance(each, QPushButton)] == ["200", "300", "250"]
    assert columns.count() == 1


def test_it_is_as_narrow_as_the_widest(columns: FoldingColumns):
    columns.resize(900, 500)
    assert columns.minimumSizeHint().width() == 300


def test_folding_keeps_the_focus(columns: FoldingColumns, qtbot):
    columns.resize(900, 500)
    columns.activateWindow()
    qtbot.waitUntil(columns.isActiveWindow)
    last = columns.across.widget(2)
    assert last is not None
    last.setFocus()
    columns.resize(300, 500)
    assert last.hasFocus()


def test_a_stack_needs_what_the_one_in_front_needs(qtbot):
    stack = SeenStack()
    qtbot.addWidget(stack)
    small, tall = QLabel("a"), QLabel("\n" * 30)
    stack.addWidget(small)
    stack.addWidget(tall)
    low = stack.minimumSizeHint().height()
    stack.setCurrentWidget(tall)
    assert stack.minimumSizeHint().height() > low
    assert stack.sizeHint().height() >= stack.minimumSizeHint().height()
