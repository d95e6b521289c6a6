"""Reasons as indented lines beside an accent rule."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.language import _
from desktop.ui.theme import current, px
from desktop.ui.widgets.text import Label

_MOST = 40


class Lines(QWidget):
    """Wrapped lines with an indent each, beside a rule in the accent colour."""

    def __init__(self, accessible_name: str) -> None:
        super().__init__()
        self.setAccessibleName(accessible_name)
        self._labels: list[Label] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 0, 0, 0)
        self._column.setSpacing(6)

    def show_lines(self, lines: list[tuple[int, str]]) -> None:
        """Show (indent, text); the first line stands out, and what is too much is counted only."""
        if len(lines) > _MOST:
            lines = [*lines[:_MOST], (0, _("and {count} more").format(count=len(lines) - _MOST))]
        while len(self._labels) < len(lines):
            label = Label("", "mute" if self._labels else "body", wrap=True)
            self._labels.append(label)
            self._column.addWidget(label)
        for label, (indent, text) in zip(self._labels, lines, strict=False):
            label.setText(text)
            label.setContentsMargins(px(10) * max(indent - 1, 0), 0, 0, 0)
            label.show()
        for label in self._labels[len(lines) :]:
            label.hide()
        self.setAccessibleDescription("\n".join(text for _indent, text in lines))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the rule."""
        painter = QPainter(self)
        painter.fillRect(0, 0, 2, self.height(), QColor(current().accent))
        painter.end()
