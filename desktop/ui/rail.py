"""The rail: the pages by phase, each with what is done of it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.language import _
from desktop.ui.places import PLACES
from desktop.ui.sizes import size
from desktop.ui.theme import px
from desktop.ui.widgets.scroll_area import scrolled
from desktop.ui.widgets.text import Label
from desktop.ui.widgets.tips import plain_tip

SPACING = 2
MARGIN = 10
ROW, LOW_ROW = 31, 27
"""How tall a page's line is where there is room for it, and where there is not; pixels at 100 %."""


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
        self._lines: list[QFrame] = []
        self._group = QButtonGroup(self)
        content = QWidget()
        content.setObjectName("scrolled")
        column = QVBoxLayout(content)
        column.setSpacing(SPACING)
        phase = ""
        for place in PLACES:
            if place.phase and place.phase != phase:
                heading = Label(_(place.phase), "small")
                heading.setContentsMargins(10, 10, 0, 2)
                column.addWidget(heading)
                self._phases.append(heading)
                line = QFrame()
                line.setProperty("kind", "rule")
                size(line, height=1)
                line.hide()
                column.addWidget(line)
                self._lines.append(line)
            phase = place.phase or phase
            column.addWidget(self._button(place.key, _(place.title), place.shortcut))
        column.addStretch(1)
        self._column = column
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(scrolled(content, _("Pages")))
        self._group.buttonClicked.connect(self._on_clicked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it would have to scroll, pages move together, and then lines stand for the phases' names."""
        super().resizeEvent(event)
        for row, named in ((ROW, True), (LOW_ROW, True), (LOW_ROW, False)):
            if self._needed(row, named=named) <= self.height():
                break
        margin = MARGIN if row == ROW else SPACING
        self._column.setContentsMargins(8, margin, 8, margin)
        for button in self._buttons.values():
            size(button, height=row)
        for phase, line in zip(self._phases, self._lines, strict=True):
            phase.setVisible(named)
            line.setVisible(not named)

    def _needed(self, row: int, *, named: bool) -> int:
        """How tall everything is with lines of a height, and with the names of the phases or without."""
        between = sum(phase.sizeHint().height() for phase in self._phases) if named else len(self._lines)
        gaps = SPACING * (len(self._phases) + len(self._buttons) - 1)
        return between + gaps + px(row) * len(self._buttons) + 2 * (MARGIN if row == ROW else SPACING)

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
