"""A card whose content may be taller than it: reasons and history beside the work, advice below them."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.ui.widgets.scroll_area import scrolled


class ScrolledCard(QFrame):
    """Widgets one below the other in a card that scrolls."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._frame = QVBoxLayout(self)
        self._frame.setContentsMargins(14, 12, 6, 8)
        self._subject: object = None

    def hold(self, name: str, *widgets: QWidget, spacing: int = 0) -> None:
        """Take what the card shows.

        Args:
            name: what is in it, for a screen reader.
            widgets: from top to bottom.
            spacing: between them, in pixels.
        """
        content = QWidget()
        content.setObjectName("scrolled")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(spacing)
        for widget in widgets:
            column.addWidget(widget)
        column.addStretch(1)
        self.area = scrolled(content, name)
        self._frame.addWidget(self.area)

    def turn_to(self, subject: object) -> None:
        """What is shown from now on; another subject than the last starts at the top."""
        if subject != self._subject:
            self.area.verticalScrollBar().setValue(0)
        self._subject = subject
