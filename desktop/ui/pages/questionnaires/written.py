"""A strip that tells where forms were written, and opens the folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from desktop.language import _, ngettext
from desktop.ui.session import Session
from desktop.ui.theme import px
from desktop.ui.widgets.text import Elided


class WrittenForms(QFrame):
    """Hidden until forms were written."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._session = session
        self._folder: Path | None = None
        self._text = Elided()
        self.open = QPushButton(_("Open fol&der"))
        self.open.clicked.connect(self._on_open)
        self._close = QPushButton(_("C&lose"))
        self._close.clicked.connect(self.hide)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 8, 16, 8)
        line.setSpacing(px(10))
        line.addWidget(self._text, 1)
        line.addWidget(self.open)
        line.addWidget(self._close)
        self.hide()

    def tell(self, folder: Path, count: int) -> str:
        """Say how many forms were written and where; returns the words."""
        self._folder = folder
        text = ngettext(
            "{count} form written to {folder} and noted as sent today.",
            "{count} forms written to {folder} and noted as sent today.",
            count,
        )
        self._text.setText(text.format(count=count, folder=folder))
        self.show()
        return self._text.text()

    @Slot()
    def _on_open(self) -> None:
        if self._folder is not None:
            self._session.dialogs.open_folder(self._folder)
