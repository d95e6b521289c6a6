"""What is wrong with a layout: cut words, things over each other, things out of reach."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QScrollArea,
    QScrollBar,
    QSplitterHandle,
    QStyle,
    QStyleOptionButton,
    QStyleOptionFrame,
    QStyleOptionViewItem,
    QTableView,
    QToolButton,
    QTreeView,
    QWidget,
)

from desktop.ui.delegates import TellingDelegate
from desktop.ui.tables import Table
from desktop.ui.toast import Toast
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.editors import LineField
from desktop.ui.widgets.folding_panes import FoldingPanes
from desktop.ui.widgets.text import Elided
from desktop.ui.widgets.tips import plain_tip

NEAR = 1
"""A pixel more or less is nobody's fault."""
ROWS = 30
CALENDAR = 18
"""The button in a field for a day, in pixels."""


def faults(root: QWidget) -> Iterator[str]:
    """The faults of everything visible below a widget."""
    for widget in _seen(root):
        if _inside(widget, (QComboBox, QScrollBar, Toast)):
            continue
        yield from (f"{_path(widget)}: {fault}" for fault in _of_words(widget))
        yield from (f"{_path(widget)}: {fault}" for fault in _of_place(widget, root))
        if isinstance(widget, QAbstractScrollArea) and not isinstance(widget, QHeaderView):
            beyond = widget.horizontalScrollBar().maximum()
            cramped = isinstance(widget, Table) and widget.room.least > widget.viewport().width()
            if beyond > 0 and not cramped:
                yield f"{_path(widget)}: scrolls sideways by {beyond} of {widget.viewport().width()}"
        if isinstance(widget, QAbstractItemView):
            yield from (f"{_path(widget)}: {fault}" for fault in _of_cells(widget))


def _seen(widget: QWidget) -> Iterator[QWidget]:
    """A widget and all that is visible in it; pages behind the one in front are not gone through."""
    if widget.isVisible():
        yield widget
        for child in widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            yield from _seen(child)


def _of_words(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, Elided):
        if widget.is_cut and not widget.toolTip():
            yield f"cut without a tooltip: {widget.text()!r}"
    elif isinstance(widget, QLabel) and widget.text():
        yield from _of_label(widget)
    elif isinstance(widget, QAbstractButton) and widget.text():
        yield from _of_button(widget)
    elif isinstance(widget, QComboBox):
        needed = widget.fontMetrics().horizontalAdvance(widget.currentText())
        if needed > widget.width() - 24 and not widget.toolTip():
            yield f"choice cut: {widget.currentText()!r}"
    elif isinstance(widget, QLineEdit):
        yield from _of_line(widget)


def _of_line(widget: QLineEdit) -> Iterator[str]:
    words = widget.text() or widget.placeholderText()
    needed = widget.fontMetrics().horizontalAdvance(words)
    if isinstance(widget, DateField) and widget.text():
        option = QStyleOptionFrame()
        widget.initStyleOption(option)
        inside = widget.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, widget).width()
        if needed > inside - CALENDAR:
            yield f"day cut: {words!r} needs {needed} of {inside - CALENDAR}"
    elif isinstance(widget, LineField) and widget.is_cut and widget.toolTip() != plain_tip(widget.text()):
        yield f"text cut without a tooltip: {widget.text()!r}"
    elif words and not widget.text() and needed > widget.contentsRect().width() and not widget.toolTip():
        yield f"hint cut: {words!r}"


def _of_button(widget: QAbstractButton) -> Iterator[str]:
    if not (isinstance(widget, QToolButton) and widget.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly):
        words = widget.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
        needed = max(widget.fontMetrics().horizontalAdvance(line) for line in words.split("\n"))
        if needed > _button_room(widget) + NEAR:
            yield f"button cut: {words!r} needs {needed} of {_button_room(widget)}"
        if widget.fontMetrics().height() * (words.count("\n") + 1) > widget.height() + NEAR:
            yield f"button too low: {words!r}"


def _of_label(label: QLabel) -> Iterator[str]:
    room = label.contentsRect()
    text = label.text().replace("&", "") if label.buddy() is not None else label.text()
    if label.wordWrap():
        whole = label.fontMetrics().boundingRect(
            QRect(0, 0, room.width(), 100_000), int(Qt.TextFlag.TextWordWrap), text
        )
        needed, wide = whole.height(), whole.width()
    else:
        lines = text.split("\n")
        needed = label.fontMetrics().lineSpacing() * (len(lines) - 1) + label.fontMetrics().height()
        wide = max(map(label.fontMetrics().horizontalAdvance, lines))
    if wide > room.width() + NEAR:
        yield f"label cut: {text[:60]!r} needs {wide} of {room.width()}"
    elif needed > room.height() + NEAR + 1:
        yield f"label too low: {text[:60]!r} needs {needed} of {room.height()}"


def _button_room(button: QAbstractButton) -> int:
    option = QStyleOptionButton()
    option.initFrom(button)
    option.text = button.text()
    element = QStyle.SubElement.SE_PushButtonContents
    if isinstance(button, QCheckBox):
        element = QStyle.SubElement.SE_CheckBoxContents
    return button.style().subElementRect(element, option, button).width()


def _of_place(widget: QWidget, root: QWidget) -> Iterator[str]:
    parent = widget.parentWidget()
    if widget is root or parent is None or widget.isWindow() or _floats(widget):
        return
    around = parent.parentWidget()
    scrolled = isinstance(around, QAbstractScrollArea) and parent.objectName() == "qt_scrollarea_viewport"
    if isinstance(parent, QAbstractScrollArea | QHeaderView) or scrolled or isinstance(widget, QSplitterHandle):
        if isinstance(around, QScrollArea):
            hidden = around.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            if hidden and widget.width() > parent.width() + NEAR:
                yield "wider than its area, which does not scroll"
        return
    if not parent.rect().adjusted(-NEAR, -NEAR, NEAR, NEAR).contains(widget.geometry()):
        yield f"out of {type(parent).__name__}: {widget.geometry().getRect()} in {parent.rect().getRect()}"
    for other in parent.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        if other is widget or not other.isVisible() or other.isWindow() or _floats(other):
            continue
        common = widget.geometry().intersected(other.geometry())
        if common.width() > NEAR and common.height() > NEAR and id(widget) < id(other):
            yield f"over {_path(other)}: {common.getRect()}"


def _floats(widget: QWidget) -> bool:
    """Whether it lies over others on purpose; the bar of panes does while it is kept in view."""
    around = widget.parentWidget()
    if isinstance(around, FoldingPanes) and widget is around.bar:
        return widget.autoFillBackground()
    return isinstance(widget, Toast | QSplitterHandle)


def _of_cells(view: QAbstractItemView) -> Iterator[str]:
    for index in _cells(view):
        delegate = view.itemDelegateForIndex(index)
        option = QStyleOptionViewItem()
        view.initViewItemOption(option)
        option.rect = view.visualRect(index)
        option.index = index
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        if isinstance(delegate, TellingDelegate):
            whole = delegate.cut(option, index)
            if whole and not delegate.told(option, index):
                yield f"cell cut without a tooltip: {text!r}"
        elif text and QFontMetrics(option.font).horizontalAdvance(text) > option.rect.width():
            yield f"cell cut: {text!r}"
        if option.rect.height() < QFontMetrics(option.font).height() and text:
            yield f"row too low: {text!r}"
    header = view.horizontalHeader() if isinstance(view, QTableView) else None
    if header is not None and header.isVisible():
        yield from _of_header(view, header)


def _of_header(view: QAbstractItemView, header: QHeaderView) -> Iterator[str]:
    model = view.model()
    assert model is not None
    seen = sum(header.sectionSize(number) for number in range(header.count()) if not header.isSectionHidden(number))
    if header.length() != seen:
        yield f"hole of {header.length() - seen} between the columns"
    for number in range(header.count()):
        words = str(model.headerData(number, Qt.Orientation.Horizontal) or "")
        longest = max(map(header.fontMetrics().horizontalAdvance, words.split()), default=0)
        if header.isSectionHidden(number):
            continue
        if longest + 12 > header.sectionSize(number):
            tip = model.headerData(number, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
            if not tip:
                yield f"heading cut: {words!r} in {header.sectionSize(number)}"


def _cells(view: QAbstractItemView) -> Iterator[QModelIndex]:
    model = view.model()
    index = view.indexAt(QPoint(3, 3))
    for _number in range(ROWS):
        if not index.isValid() or view.visualRect(index).top() > view.viewport().height():
            return
        for column in range(1 if isinstance(view, QListView) else model.columnCount(index.parent())):
            cell = index.siblingAtColumn(column)
            if view.visualRect(cell).width() > 0:
                yield cell
        index = view.indexBelow(index) if isinstance(view, QTreeView) else index.siblingAtRow(index.row() + 1)


def _inside(widget: QWidget, kinds: tuple[type[QWidget], ...]) -> bool:
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, kinds):
            return True
        above = above.parentWidget()
    return False


def _path(widget: QWidget) -> str:
    names: list[str] = []
    above: QWidget | None = widget
    while above is not None and len(names) < 4:
        name = type(above).__name__
        if not name.startswith("QWidget") and above.objectName() != "qt_scrollarea_viewport":
            names.append(name)
        above = above.parentWidget()
    called = widget.accessibleName()
    return " < ".join(names) + (f" ({called[:40]})" if called else "")
