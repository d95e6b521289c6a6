"""The rail: the pages by phase, each with what is done of it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.language import _
from desktop.ui.places import PLACES
from desktop.ui.sizes import size
from desktop.ui.widgets.scroll_area import scrolled
from desktop.ui.widgets.text import Label
from desktop.ui.widgets.tips import plain_tip

SPACING = 2


class Rail(QWidget):
    """The way from page to page. `chosen` carries a page's key."""

    chosen = Signal(str)
    WIDTH = 196

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(_("Pages"))
        size(self, width=self.WIDTH)
        self._buttons: dict[str, QPushButton] = {}
        self._counts: dict[str, Label] = {}
        self._phases: list[Label] = []
        self._group = QButtonGroup(self)
        content = QWidget()
        content.setObjectName("scrolled")
        column = QVBoxLayout(content)
        column.setContentsMargins(8, 10, 8, 10)
        column.setSpacing(SPACING)
        phase = ""
        for place in PLACES:
            if place.phase and place.phase != phase:
                heading = Label(_(place.phase), "small")
                heading.setContentsMargins(10, 10, 0, 2)
                column.addWidget(heading)
                self._phases.append(heading)
            phase = place.phase or phase
            column.addWidget(self._button(place.key, _(place.title), place.shortcut))
        column.addStretch(1)
        self._content = content
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(scrolled(content, _("Pages")))
        self._group.buttonClicked.connect(self._on_clicked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it would have to scroll, the names of the phases give way to the pages."""
        super().resizeEvent(event)
        whole = self._content.sizeHint().height()
        whole += sum(phase.sizeHint().height() + SPACING for phase in self._phases if phase.isHidden())
        for phase in self._phases:
            phase.setVisible(whole <= self.height())

    def show_place(self, key: str) -> None:
        """Mark the page in front, if it stands here; Tab comes to it, and arrow keys go on to the others."""
        known = key in self._buttons
        for each, button in self._buttons.items():
            focused = each == key if known else each == PLACES[0].key
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if focused else Qt.FocusPolicy.ClickFocus)
        self._group.setExclusive(known)
        for each, button in self._buttons.items():
            button.setChecked(each == key)

    def show_counts(self, counts: Mapping[str, str]) -> None:
        """Show what is done of each page, e.g. ``12/14``."""
        for key, label in self._counts.items():
            label.setText(counts.get(key, ""))

    def _button(self, key: str, title: str, shortcut: str) -> QPushButton:
        button = QPushButton(title)
        button.setProperty("kind", "rail")
        button.setProperty("key", key)
        button.setCheckable(True)
        button.setToolTip(plain_tip(shortcut))
        count = Label("", "small")
        count.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        inside = QHBoxLayout(button)
        inside.setContentsMargins(0, 0, 9, 0)
        inside.addStretch(1)
        inside.addWidget(count)
        self._group.addButton(button)
        self._buttons[key] = button
        self._counts[key] = count
        return button

    @Slot(object)
    def _on_clicked(self, button: QPushButton) -> None:
        self.chosen.emit(str(button.property("key")))
