"""What gives way where room is short: columns, tabs behind others, scroll areas and words at the bottom."""

from __future__ import annotations

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QLabel

from desktop.ui.painting import strong_font
from desktop.ui.status_line import StatusLine
from desktop.ui.table_room import PADS, squeezed
from desktop.ui.table_rows import Column, RowsModel
from desktop.ui.tables import Table
from desktop.ui.widgets.front_tabs import FrontTabs
from desktop.ui.widgets.text import Elided


def test_columns_share_what_they_spare():
    assert squeezed({0: 100, 1: 60}, {0: 50, 1: 60}, 130) == {0: 70, 1: 60}
    assert squeezed({0: 100, 1: 60}, {0: 50, 1: 60}, 200) == {0: 100, 1: 60}
    assert squeezed({0: 100, 1: 60}, {0: 50, 1: 60}, 20) == {0: 50, 1: 60}
    assert squeezed({}, {}, 20) == {}


def test_a_table_asks_for_what_never_gives_way(qtbot):
    columns = [Column("No.", str, width=200), Column("What", str), Column("Who", str, width=200, gives_way=1)]
    table = Table(RowsModel(columns), "Things")
    qtbot.addWidget(table)
    table.fill(["1", "2"], str)
    table.resize(300, 200)
    table.show()
    QApplication.processEvents()
    assert table.isColumnHidden(2)
    assert not table.isColumnHidden(0)
    assert table.horizontalScrollBar().maximum() == 0
    assert table.room.least <= table.minimumSizeHint().width() < 300


def test_a_row_that_grows_under_the_cursor_stays_in_view(qtbot):
    column = Column("What", str)
    table = Table(RowsModel([column]), "Things")
    qtbot.addWidget(table)
    table.resize(200, 200)
    table.show()
    table.fill([str(number) for number in range(30)], str)
    QApplication.processEvents()
    table.setCurrentIndex(table.proxy.index(29, 0))
    QApplication.processEvents()
    words = "Words that take more than one line, and more than two lines, of a column as narrow as this"
    table.fill([*(str(number) for number in range(29)), words], lambda row: row if row.isdigit() else "29")
    QApplication.processEvents()
    assert table.visualRect(table.currentIndex()).height() > 40
    assert table.visualRect(table.currentIndex()).bottom() <= table.viewport().height()


def test_a_day_is_never_cut(qtbot):
    columns = [Column("Name", str), Column("Sent", lambda _row: "2026-11-29", width=130), Column("By", str, width=130)]
    table = Table(RowsModel(columns), "Things")
    qtbot.addWidget(table)
    table.fill(["1", "2"], str)
    table.resize(300, 200)
    table.show()
    QApplication.processEvents()
    assert table.columnWidth(1) < 130
    assert table.columnWidth(1) >= QFontMetrics(strong_font(table.font())).horizontalAdvance("2026-11-29") + PADS


def test_columns_that_are_hidden_leave_no_hole(qtbot):
    columns = [Column("What", str), Column("Number", str, width=100, right=True),
               Column("When", str, width=100, gives_way=1), Column("Sum", str, width=100, right=True)]  # fmt: skip
    table = Table(RowsModel(columns), "Things")
    qtbot.addWidget(table)
    table.fill(["11111111111111", "2"], str)
    for width, hidden in ((700, False), (250, True), (700, False), (250, True)):
        table.resize(width, 200)
        table.show()
        QApplication.processEvents()
        header = table.horizontalHeader()
        assert table.isColumnHidden(2) is hidden
        assert header.sectionPosition(3) == sum(map(header.sectionSize, (0, 1, 2)))
        assert header.sectionSize(2) >= (0 if hidden else 100)


def test_a_column_that_comes_back_has_room_for_its_heading(qtbot):
    columns = [Column("What", str), Column("Number of those who know\nnothing", str, width=40, gives_way=1, right=True)]
    table = Table(RowsModel(columns), "Things")
    qtbot.addWidget(table)
    table.fill(["1", "2"], str)
    for width in (250, 700):
        table.resize(width, 200)
        table.show()
        QApplication.processEvents()
    assert not table.isColumnHidden(1)
    header = table.horizontalHeader()
    words = "Number of those who know nothing"  # which Qt shortens as if they stood on one line
    assert header.sectionSize(1) > header.fontMetrics().horizontalAdvance(words)


def test_a_tab_behind_asks_for_nothing(qtbot):
    tabs, small, large = FrontTabs(), QLabel("Small"), QLabel("Large")
    large.setMinimumSize(900, 700)
    tabs.addTab(small, "One")
    tabs.addTab(large, "Two")
    qtbot.addWidget(tabs)
    assert tabs.minimumSizeHint().width() < 400
    tabs.setCurrentIndex(1)
    assert tabs.minimumSizeHint().width() >= 900


def test_saved_is_whole_while_a_name_is_asked_for(qtbot):
    line = StatusLine()
    qtbot.addWidget(line)
    saved, undoes = (each for each in line.findChildren(Elided))
    saved.setText("Saved · step 333 · Assessor A")
    undoes.setText("Undo: Add an action with a title that goes on and on and on and on and on   Ctrl Z")
    line.ask_author(wanted=True)
    line.readonly.hide()
    line.resize(700, 30)
    line.show()
    assert not saved.is_cut
    assert undoes.is_cut
    assert line.author.width() >= 200
    line.resize(480, 30)
    assert not saved.is_cut
