"""The bar across the top: which assessment, finding anything, export."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop.language import _
from desktop.ui import theme
from desktop.ui.widgets.text import Label


class TopBar(QWidget):
    """Assessment, `finder` and `export`."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("top-bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(theme.px(44))
        self._title = Label("", "strong")
        self._models = Label("", "mute")
        self.finder = QPushButton(_("Find or do anything") + "      Ctrl K")
        self.finder.setAccessibleName(_("Find or do anything"))
        self.finder.setMinimumWidth(theme.px(260))
        self.finder.setStyleSheet("text-align: left;")
        self.export = QPushButton(_("Export"))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 16, 4)
        row.setSpacing(14)
        row.addWidget(self._title)
        row.addWidget(self._models, 1)
        row.addWidget(self.finder)
        row.addWidget(self.export)

    def say(self, title: str, models: str) -> None:
        """Show whose assessment it is and what it uses."""
        self._title.setText(title)
        self._models.setText(models)
