"""A list to choose one value from."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from desktop.ui.keystrokes import strokes
from desktop.ui.widgets.tips import plain_tip

AROUND = 3
"""What the style leaves free within the field, in pixels."""


class StillBox(QComboBox):
    """A list that the wheel does not turn: it scrolls the page around it, whether the list has the focus or not.

    Enter opens the list, as Space does. What is chosen is told by a tooltip where it does not fit.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = ""
        self.currentTextChanged.connect(self._tell)

    def setAccessibleName(self, name: str) -> None:
        """What it is for; on Linux Qt tells what is chosen in place of a list's name, so it stands there as well."""
        super().setAccessibleName(name)
        self.setAccessibleDescription(name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or less of what is chosen is seen."""
        super().resizeEvent(event)
        self._tell()

    @Slot()
    def _tell(self) -> None:
        if self.toolTip() == self._told:  # else somebody gave it another
            text = self.currentText()
            self.setToolTip(plain_tip("" if self._shown(QStyleOptionComboBox()) == text else text))
            self._told = self.toolTip()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it; what does not fit ends in an ellipsis, where Qt would cut a letter in two."""
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        option.currentText = self._shown(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()

    def _shown(self, option: QStyleOptionComboBox) -> str:
        """What fits of the text; fills the option."""
        self.initStyleOption(option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self).width() - AROUND
        return self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open by Enter."""
        if not self.isEditable() and "Enter" in strokes(event):
            if not event.isAutoRepeat():
                self.showPopup()
        else:
            super().keyPressEvent(event)


class Choice(StillBox):
    """Offers values by their names. `chosen` carries the value the user picks, never what is merely shown.

    Attributes:
        is_picked: whether the value was picked from the list unfolded; by letters one may still be on the way.
    """

    chosen = Signal(object)

    def __init__(self, accessible_name: str) -> None:
        super().__init__()
        self.setAccessibleName(accessible_name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._values: tuple[Hashable, ...] = ()
        self._texts: tuple[str, ...] = ()
        self._known = -1
        self.is_picked = False
        self.activated.connect(self._on_activated)

    def offer(self, options: Sequence[tuple[Hashable, str]]) -> None:
        """Offer these values, each with its name; the one shown stays where it still is among them."""
        values = tuple(value for value, _text in options)
        texts = tuple(text for _value, text in options)
        if (values, texts) == (self._values, self._texts):
            return
        shown = self.value()
        self._values, self._texts = values, texts
        self.clear()
        self.addItems(texts)
        self.show_value(shown if shown in values else next(iter(values), None))

    def showPopup(self) -> None:
        """Unfold."""
        self.is_picked = True
        super().showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters and arrows turn the list without unfolding it."""
        self.is_picked = False
        super().keyPressEvent(event)

    def show_value(self, value: Hashable) -> None:
        """Show a value; one that is not offered leaves the list empty."""
        self._known = self._values.index(value) if value in self._values else -1
        self.setCurrentIndex(self._known)

    def value(self) -> Hashable:
        """The value shown, None when there is none."""
        return self._values[self._known] if 0 <= self._known < len(self._values) else None

    @Slot(int)
    def _on_activated(self, place: int) -> None:
        if place != self._known:
            self._known = place
            self.chosen.emit(self._values[place])
