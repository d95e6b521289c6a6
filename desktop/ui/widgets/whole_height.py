"""How tall lists, tables and scroll areas are when they show all that they hold."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QHeaderView,
    QScrollArea,
    QTableView,
    QTextEdit,
    QTreeView,
    QWidget,
)

from desktop.ui.widgets.seen_stack import least_size

Rolled = QScrollArea | QAbstractItemView | QTextEdit
"""What scrolls on its own. Fields in several lines are not among them: they are as tall as their text anyway."""


def rolled_within(root: QWidget) -> list[Rolled]:
    """What is seen below a widget and could scroll; not what somebody keeps at one height."""
    found = [each for each in root.findChildren(QAbstractScrollArea) if isinstance(each, Rolled) and each.isVisible()]
    return [
        each for each in found if not isinstance(each, QHeaderView) and each.minimumHeight() != each.maximumHeight()
    ]


def whole_height(area: Rolled) -> int:
    """The height at which nothing of it has to be scrolled to, for the width it has, in pixels."""
    around = area.height() - area.viewport().height()
    return around + _content(area)


def _content(area: Rolled) -> int:
    match area:
        case QScrollArea():
            content = area.widget()
            return least_size(content, area.viewport().width()).height() if content is not None else 0
        case QTableView():
            return area.verticalHeader().length()
        case QTextEdit():
            return round(area.document().size().height())
        case _:
            last = _last(area)
            return area.visualRect(last).bottom() + 1 + area.verticalScrollBar().value() if last.isValid() else 0


def _last(view: QAbstractItemView) -> QModelIndex:
    """The last row that can be scrolled to."""
    model = view.model()
    last = model.index(model.rowCount() - 1, 0)
    while isinstance(view, QTreeView) and view.isExpanded(last) and model.rowCount(last):
        last = model.index(model.rowCount(last) - 1, 0, last)
    return last
