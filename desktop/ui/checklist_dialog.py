"""A dialog to tick some of several things."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.language import _
from desktop.ui.deeds import let_enter_press
from desktop.ui.screen import keep_to_screen
from desktop.ui.theme import px

MANY = 12
"""More boxes than this scroll."""


class ChecklistDialog(QDialog):
    """Boxes below each other. It can be agreed to once one is ticked, or with none where that is meant.

    Enter agrees unless one goes to a box first.
    """

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        options: Sequence[tuple[str, str]],
        chosen: Collection[str],
        *,
        none: bool = False,
    ) -> None:
        super().__init__(parent)
        self._none = none
        let_enter_press()
        self.setWindowTitle(title)
        self.setMinimumWidth(px(380))
        self.boxes = {key: QCheckBox(words.replace("&", "&&")) for key, words in options}
        column = QVBoxLayout(self)
        column.setContentsMargins(px(18), px(16), px(18), px(14))
        column.setSpacing(px(8))
        boxes = self._scrolled(column) if len(options) > MANY else column
        for key, box in self.boxes.items():
            box.setChecked(key in chosen)
            box.toggled.connect(self._on_toggled)
            boxes.addWidget(box)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, parent=self
        )
        self.agree = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.agree.setText(_("Continue"))
        self.agree.setProperty("kind", "primary")
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(_("Cancel"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column.addSpacing(px(6))
        column.addWidget(self.buttons)
        self._on_toggled()
        first = next(iter(self.boxes.values()))
        (self.agree if self.picked() else first).setFocus()
        if len(options) > MANY:
            self.resize(px(520), px(480))
            keep_to_screen(self)

    def _scrolled(self, column: QVBoxLayout) -> QVBoxLayout:
        sheet, area = QWidget(), QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(sheet)
        column.addWidget(area, 1)
        return QVBoxLayout(sheet)

    def picked(self) -> list[str]:
        """The keys of what is ticked, in order."""
        return [key for key, box in self.boxes.items() if box.isChecked()]

    @Slot()
    def _on_toggled(self) -> None:
        self.agree.setEnabled(self._none or bool(self.picked()))
