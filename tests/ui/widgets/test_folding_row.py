import pytest
from PySide6.QtWidgets import QWidget

from desktop.ui.widgets.folding_row import FoldingRow


@pytest.fixture
def row(qtbot):
    row = FoldingRow(100, (3, 1))
    qtbot.addWidget(row)
    row.show()
    return row


def places(row):
    return [row._grid.getItemPosition(place)[:2] for place in range(row._grid.count())]


@pytest.mark.parametrize(
    ("width", "parts", "columns"),
    [
        *[(213, 2, 1), (214, 2, 2), (600, 2, 2), (99, 2, 1)],
        *[(670, 6, 6), (600, 6, 3), (330, 6, 3), (320, 6, 2), (330, 4, 2)],
    ],
)
def test_parts_stand_side_by_side_while_each_has_room(row, qtbot, width, parts, columns):
    for _ in range(parts):
        row.add(QWidget())
    row.resize(width, 50)
    qtbot.waitUntil(lambda: row.columns == columns)
    assert places(row) == [(place // columns, place % columns) for place in range(parts)]


def test_a_hidden_part_takes_no_place(row, qtbot):
    parts = [QWidget() for _ in range(3)]
    for part in parts:
        row.add(part)
    row.resize(220, 50)
    qtbot.waitUntil(lambda: places(row) == [(0, 0), (0, 1), (1, 0)])
    parts[1].hide()
    qtbot.waitUntil(lambda: places(row) == [(0, 0), (0, 1)])
    assert [row._grid.indexOf(part) for part in parts] == [0, -1, 1]
    parts[1].show()
    qtbot.waitUntil(lambda: len(places(row)) == 3)


def test_one_row_is_shared_as_said(row, qtbot):
    first, second = QWidget(), QWidget()
    row.add(first)
    row.add(second)
    row.resize(414, 50)
    qtbot.waitUntil(lambda: first.width() == 3 * second.width() == 300)


def test_a_part_that_needs_more_height_gets_it(row, qtbot):
    first = QWidget()
    row.add(first)
    row.add(QWidget())
    row.resize(300, 50)
    first.setMinimumHeight(80)
    qtbot.waitUntil(lambda: row.minimumSizeHint().height() == 80)
    first.setMinimumHeight(300)
    qtbot.waitUntil(lambda: row.minimumSizeHint().height() == 300)
