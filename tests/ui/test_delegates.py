"""Cells: nothing painted hides under the frame of the current cell, and no painter is left otherwise than it was."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QRect, QSize
from PySide6.QtGui import QBrush, QColor, QFont, QImage, QPainter
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
)

from desktop.ui.delegates import TagDelegate, TellingDelegate
from desktop.ui.said_panel import SaidDelegate
from desktop.ui.table_rows import Column, RowsModel
from desktop.ui.tables import Table
from tests.sample_window import PAGES, SampleWindow, sample_window
from tests.thoroughness import THOROUGH

__all__ = ["sample_window"]

State = QStyle.StateFlag


def delegates_of(base: type) -> Iterator[type]:
    kinds: list[type] = base.__subclasses__()
    for kind in kinds:
        if kind.__module__.startswith("desktop."):
            yield kind
        yield from delegates_of(kind)


def cells(view: QAbstractItemView, most: int = 12 if THOROUGH else 3) -> Iterator[QModelIndex]:
    """The cells that can be seen, of the first rows."""
    model = view.model()
    index = view.indexAt(QPoint(2, 2))
    for _number in range(most):
        if not index.isValid():
            return
        for column in range(1 if isinstance(view, QListView) else model.columnCount(index.parent())):
            cell = index.siblingAtColumn(column)
            if view.visualRect(cell).isValid() and view.visualRect(cell).width() > 4:
                yield cell
        index = view.indexBelow(index) if isinstance(view, QTreeView) else index.siblingAtRow(index.row() + 1)


def option_of(view: QAbstractItemView, index: QModelIndex, state: State) -> QStyleOptionViewItem:
    option = QStyleOptionViewItem()
    view.initViewItemOption(option)
    option.index = index
    option.rect = QRect(QPoint(0, 0), view.visualRect(index).size())
    option.state = State.State_Enabled | state
    option.widget = view
    return option


def painted(delegate: QAbstractItemDelegate, option: QStyleOptionViewItem, index: QModelIndex) -> QImage:
    """A cell's picture; the painter must come back as it went."""
    image = QImage(option.rect.size(), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    before = (QBrush(painter.brush()), painter.pen().color(), QFont(painter.font()), painter.renderHints())
    delegate.paint(painter, option, index)
    after = (painter.brush(), painter.pen().color(), painter.font(), painter.renderHints())
    assert after == before, f"{type(delegate).__name__} leaves the painter otherwise than it found it"
    assert not painter.hasClipping(), f"{type(delegate).__name__} leaves a clip"
    painter.end()
    return image


def inside(image: QImage) -> QImage:
    return image.copy(image.rect().adjusted(3, 3, -3, -3))


def test_every_delegate_tells_its_cells_in_plain_words():
    ours = set(delegates_of(QStyledItemDelegate))
    assert ours - {TellingDelegate} <= set(delegates_of(TellingDelegate))


def test_a_current_cell_shows_what_it_showed(sample_window: SampleWindow):
    """The frame of the current cell once filled with the brush of the tag: a grey box hid the tag."""
    looked_at: set[type] = set()
    hidden = []
    for page in sample_window.looks(QSize(1280, 800)):
        for view in sample_window.window.findChildren(QAbstractItemView):
            if not view.isVisible() or view.model() is None:
                continue
            for index in cells(view):
                delegate = view.itemDelegateForIndex(index)
                assert isinstance(delegate, QStyledItemDelegate)
                looked_at.add(type(delegate))
                plain = option_of(view, index, State.State_Selected)
                current = option_of(view, index, State.State_Selected | State.State_HasFocus)
                one, other = painted(delegate, plain, index), painted(delegate, current, index)
                if isinstance(delegate, TellingDelegate) and inside(one) != inside(other):
                    hidden.append((page, view.accessibleName(), index.row(), index.column()))
    assert not hidden
    assert set(delegates_of(TellingDelegate)) - {SaidDelegate} <= looked_at  # which stands on no page


@pytest.mark.parametrize("page", PAGES)
def test_other_colours_reach_all_that_is_seen(sample_window: SampleWindow, page: str):
    window = sample_window.window
    sample_window.show(page)
    front = window.page
    assert front is not None
    front.refresh()
    window.dressing.do_dark()
    sample_window.settle(whole=True)
    switched = front.grab().toImage()
    front.refresh()
    sample_window.settle(whole=True)
    anew = front.grab().toImage()
    window.dressing.do_light()
    assert switched == anew


@pytest.mark.parametrize("tone", ["good", "plain"])
def test_the_tag_of_the_current_cell_is_seen(qtbot, tone: str):
    table = Table(RowsModel([Column("State", str, tone=lambda _row: tone, width=90)]), "Things")
    qtbot.addWidget(table)
    table.source.set_rows(["Open"])
    QAbstractItemModelTester(table.source)
    index = table.proxy.index(0, 0)
    image = painted(table.itemDelegate(), option_of(table, index, State.State_Selected | State.State_HasFocus), index)
    colours = {image.pixelColor(x, image.height() // 2).name() for x in range(3, image.width() - 3)}
    assert len(colours) > 5, "ground, tag and letters"


def test_a_cell_that_is_cut_tells_the_whole(qtbot):
    table = Table(
        RowsModel(
            [
                Column("Tag", str, tone=lambda _row: "good", width=90),
                Column("Text", str, beneath=lambda row: f"beneath {row}"),
            ]
        ),
        "Things",
    )
    qtbot.addWidget(table)
    long = "A long word for a state that does not fit"
    table.source.set_rows([long])
    delegate = table.itemDelegate()
    assert isinstance(delegate, TagDelegate)
    for column, whole in ((0, long), (1, f"{long}\nbeneath {long}")):
        index = table.proxy.index(0, column)
        option = option_of(table, index, State.State_Enabled)
        option.rect = QRect(0, 0, 90, 24)
        assert delegate.told(option, index) == whole
        option.rect = QRect(0, 0, 900, 100)
        assert delegate.told(option, index) == ""


def test_a_tooltip_is_never_markup(qtbot, monkeypatch):
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QHelpEvent
    from PySide6.QtWidgets import QToolTip

    shown = []
    monkeypatch.setattr(QToolTip, "showText", lambda _place, text, _widget: shown.append(text))
    tip = '<img src="http://example.org/x.png"><b>bold</b>'
    table = Table(RowsModel([Column("Text", str, tip=lambda _row: tip)]), "Things")
    qtbot.addWidget(table)
    table.source.set_rows(["short"])
    index = table.proxy.index(0, 0)
    event = QHelpEvent(QEvent.Type.ToolTip, QPoint(2, 2), QPoint(2, 2))
    table.itemDelegate().helpEvent(event, table, option_of(table, index, State.State_Enabled), index)
    assert "&lt;img" in shown[0]
    assert "<img" not in shown[0]
