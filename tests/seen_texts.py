"""What somebody reads on a page: its words, tooltips, and all lines of its lists that are in front."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)


def visible(html: str) -> str:
    """The words of a marked-up text."""
    return unescape(re.sub(r"<[^>]*>", " ", html))


def texts(page: QWidget) -> Iterator[str]:
    """Everything that a page shows or tells: words, tooltips, all lines of the lists that are in front."""
    for widget in (page, *page.findChildren(QWidget)):
        yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
        match widget:
            case QLabel() | QAbstractButton() | QLineEdit():
                yield visible(widget.text())
            case QTextEdit() | QPlainTextEdit():
                yield widget.toPlainText()
            case QComboBox():
                yield from (widget.itemText(number) for number in range(widget.count()))
            case QAbstractItemView() if widget.model() is not None and widget.isVisible():
                yield from cells(widget.model(), QModelIndex())


def cells(model: QAbstractItemModel, under: QModelIndex) -> Iterator[str]:
    """What the lines of a list say, and those beneath them."""
    for row in range(model.rowCount(under)):
        for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount(under)):
            index = model.index(row, column, under)
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
                if isinstance(text := model.data(index, role), str):
                    yield text
            if column == 0:
                yield from cells(model, index)
