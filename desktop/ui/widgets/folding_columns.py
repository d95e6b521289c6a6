"""Columns with handles between them; where room is short, the last ones go beneath, in their whole height."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QStackedWidget, QWidget

from desktop.ui.sizes import size
from desktop.ui.theme import px
from desktop.ui.widgets.unrolling import Unrolling

GAP = 14
LEAST_HEIGHT = 280
"""What stays in front of those beneath; in pixels at 100 %."""


class _Part(Struct):
    widget: QWidget
    least: int
    wanted: int
    share: int

    @property
    def needed(self) -> int:
        return max(px(self.least), self.widget.minimumSizeHint().width())


class _Across(QSplitter):
    """The columns beside each other.

    Attributes:
        least: the height they keep, in pixels at 100 %.
    """

    least = 0

    def minimumSizeHint(self) -> QSize:
        """As high as they need, and no lower than they should be."""
        return super().minimumSizeHint().expandedTo(QSize(0, px(self.least)))


class FoldingColumns(QSplitter):
    """Widgets beside each other as long as each has the width it needs."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self.across = _Across(Qt.Orientation.Horizontal)
        self._parts: list[_Part] = []
        self._beside = 0
        for splitter in (self, self.across):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(GAP)
        self.addWidget(self.across)

    def add(self, widget: QWidget, least: int, wanted: int, share: int = 1) -> None:
        """Add a column.

        Args:
            widget: what stands in it.
            least: the width it needs, or more where its content does, in pixels at 100 %.
            wanted: the width it begins with, likewise.
            share: its part of the room that is left.
        """
        size(widget, least_width=least)
        self._parts.append(_Part(widget, least, wanted, share))
        self._arrange(len(self._parts))

    @property
    def beside(self) -> int:
        """How many stand beside each other."""
        return self._beside

    def minimumSizeHint(self) -> QSize:
        """As narrow as the widest of them."""
        return QSize(max((part.needed for part in self._parts), default=0), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold and unfold."""
        super().resizeEvent(event)
        self._fold()

    def event(self, event: QEvent) -> bool:
        """What stands in the columns may have come to need more, or less."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fold()
        return done

    def _fold(self) -> None:
        fitting = self._fitting()
        if fitting != self._beside:
            self._arrange(fitting)

    def _fitting(self) -> int:
        """As many of the first as fit; at least one."""
        number, taken = 0, -GAP
        for part in self._parts:
            taken += part.needed + GAP
            if number and taken > self.width():
                break
            number += 1
        return number

    def _arrange(self, beside: int) -> None:
        focused = QApplication.focusWidget()
        self._beside = beside
        for number, part in enumerate(self._parts):
            goal = self.across if number < beside else self
            if part.widget.parentWidget() is not goal:
                goal.addWidget(part.widget)
            if goal is self.across:
                self.across.setStretchFactor(number, part.share)
        folded = beside < len(self._parts)
        self.across.least = LEAST_HEIGHT if folded else 0
        self.across.updateGeometry()
        for number, part in enumerate(self._parts):
            for area in (part.widget, *part.widget.findChildren(Unrolling)):
                if isinstance(area, Unrolling):
                    area.unroll(whole=folded and number >= beside)
        self.across.setSizes([px(part.wanted) for part in self._parts[:beside]])
        if focused is not None and self.isAncestorOf(focused):
            focused.setFocus(Qt.FocusReason.OtherFocusReason)


class SeenStack(QStackedWidget):
    """Widgets behind each other; the room it needs is that of the one in front."""

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(self.updateGeometry)

    def minimumSizeHint(self) -> QSize:
        """As the one in front."""
        front = self.currentWidget()
        return front.minimumSizeHint() if front is not None else super().minimumSizeHint()

    def sizeHint(self) -> QSize:
        """As the one in front."""
        front = self.currentWidget()
        return front.sizeHint() if front is not None else super().sizeHint()

    def hasHeightForWidth(self) -> bool:
        """As the one in front."""
        front = self.currentWidget()
        return front is not None and front.hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:
        """As the one in front."""
        front = self.currentWidget()
        return front.heightForWidth(width) if front is not None else -1
