"""Sizes that follow the size in use."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHeaderView, QWidget

from desktop.ui import theme
from desktop.ui.sizes import size, size_again


def test_sizes_follow_the_size_in_use(qtbot, qapp: QApplication):
    theme.choose(qapp, "light")
    around = QWidget()
    qtbot.addWidget(around)
    inner = QWidget(around)
    size(inner, width=100, least_height=20)
    size(inner, most_height=40)
    assert (inner.minimumWidth(), inner.maximumWidth()) == (100, 100)
    theme.choose(qapp, "light", 150)
    size_again(around)
    assert (inner.minimumWidth(), inner.maximumWidth()) == (150, 150)
    assert (inner.minimumHeight(), inner.maximumHeight()) == (30, 60)
    theme.choose(qapp, "light")


def test_columns_and_rows_of_a_table_follow_it(qtbot, qapp: QApplication):
    theme.choose(qapp, "light", 150)
    header = QHeaderView(Qt.Orientation.Horizontal)
    qtbot.addWidget(header)
    size(header, section=40, least_section=30)
    assert (header.defaultSectionSize(), header.minimumSectionSize()) == (60, 45)
    theme.choose(qapp, "light")
    size_again(header)
    assert (header.defaultSectionSize(), header.minimumSectionSize()) == (40, 30)
