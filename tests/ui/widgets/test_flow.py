"""A row that breaks."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from desktop.ui.widgets.flow import Flow


def test_a_row_breaks_where_it_has_no_room_and_takes_the_height_it_needs(qtbot):
    ground = QWidget()
    qtbot.addWidget(ground)
    column = QVBoxLayout(ground)
    row = Flow()
    buttons = [QPushButton(f"Button {number}") for number in range(6)]
    for button in buttons:
        row.addWidget(button)
    column.addLayout(row)
    below = QPushButton("Below")
    column.addWidget(below)
    ground.resize(900, 200)
    ground.show()
    assert len({button.y() for button in buttons}) == 1
    ground.resize(220, 400)
    QApplication.processEvents()
    assert len({button.y() for button in buttons}) > 2
    assert max(button.geometry().bottom() for button in buttons) < below.y()
    assert all(button.geometry().right() < 220 for button in buttons)
    buttons[0].hide()
    assert row.minimumSize().width() >= buttons[1].minimumSizeHint().width()
    assert row.count() == 6
    assert row.takeAt(6) is None
    assert row.expandingDirections().value == 0
    assert isinstance(row.sizeHint(), QSize)
