"""The banner: what the program has to say, without a dialog in the way."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from desktop.language import _
from desktop.ui.widgets.text import Label, restyle

GOOD_NEWS_MS = 6000


class Banner(QFrame):
    """A line across the window. Good news leaves by itself; the rest waits to be closed."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("banner")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._sign = Label("", "strong")
        self._text = Label("", wrap=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._copy = QPushButton(_("Copy details"))
        self._copy.clicked.connect(self._on_copy)
        self._close = QPushButton(_("Close"))
        self._close.setAccessibleName(_("Close this message"))
        self._close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(12)
        row.addWidget(self._sign)
        row.addWidget(self._text, 1)
        row.addWidget(self._copy)
        row.addWidget(self._close)
        self._details = ""
        self._timer = QTimer(self, singleShot=True, interval=GOOD_NEWS_MS)
        self._timer.timeout.connect(self.hide)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.text()

    @Slot(str, str)
    def say(self, text: str, tone: str, details: str = "") -> None:
        """Say something; `tone` is ``good``, ``warn`` or ``bad``, `details` can be copied."""
        signs = {"good": _("Done"), "warn": _("Note"), "bad": _("Not done")}
        self._sign.setText(signs[tone])
        self._text.setText(text)
        self.setAccessibleName(f"{signs[tone]}: {text}")
        self._details = details
        self._copy.setVisible(bool(details))
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            restyle(self)
        self.show()
        self._timer.start() if tone == "good" else self._timer.stop()

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details)
