"""The bar across the top: which assessment, finding anything, export."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from desktop.language import _
from desktop.ui import theme
from desktop.ui.sizes import size
from desktop.ui.widgets.text import Elided, restyle
from desktop.ui.widgets.tips import plain_tip

BROAD = 900
"""From this width on, at 100 %, there is room for all words."""


class TopBar(QWidget):
    """Assessment, `finder` and `export`; `places` where the rail has no room."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("top-bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        size(self, least_height=44)
        self.places = QPushButton(_("Pages"))
        self.places.hide()
        self._title = Elided("", "strong")
        self._models = Elided("", "mute")
        self.back = QPushButton(_("Back to now"))
        self.back.setToolTip(plain_tip(_("Show the assessment as it is now (Ctrl+Shift+B)")))
        self.back.hide()
        self.finder = QPushButton()
        self.finder.setAccessibleName(_("Find or do anything"))
        self._say_finder()
        self.finder.setStyleSheet("text-align: left;")
        self.export = QPushButton(_("Export"))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 16, 4)
        row.setSpacing(14)
        row.addWidget(self.places)
        row.addWidget(self._title)
        row.addWidget(self._models, 1)
        row.addWidget(self.back)
        row.addWidget(self.finder)
        row.addWidget(self.export)

    def offer_places(self, menu: QMenu) -> None:
        """Offer the pages by a menu, for where there is no room for the rail."""
        self.places.setMenu(menu)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The way to find anything takes fewer words where room is short."""
        super().resizeEvent(event)
        self._say_finder()

    def _say_finder(self) -> None:
        roomy = self.width() >= theme.px(BROAD)
        words = _("Find or do anything") + "      Ctrl K" if roomy else _("Find") + "   Ctrl K"
        if self.finder.text() != words:
            self.finder.setText(words)

    def say(self, title: str, models: str, then: str = "") -> None:
        """Show whose assessment it is and what it uses; or that it is shown as it was.

        What says so stands first; what stands at the right stays where it is.
        """
        self._title.setText(then or title)
        self._models.setText(title if then else models)
        self.back.setVisible(bool(then))
        self.setProperty("then", bool(then))
        restyle(self)
