"""One thing to decide, in full, with what can be chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QPushButton, QVBoxLayout, QWidget

from desktop.language import _
from desktop.ui.pages.questionnaires.review_items import Item
from desktop.ui.theme import px
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.scroll_area import scrolled
from desktop.ui.widgets.text import Label
from desktop.ui.widgets.text_button import TextButton


class ReviewCard(Card):
    """Shows an item.

    Signals:
        chosen: the number of what was clicked.
        alike: the same for all like it.
    """

    chosen = Signal(int)
    alike = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._item: Item | None = None
        self._title, self._where = Label(style="strong", wrap=True), Label(style="small", wrap=True)
        self._reason = Label(wrap=True)
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._group.buttonClicked.connect(self._on_clicked)
        self._options = QVBoxLayout()
        self._options.setSpacing(px(4))
        self._alike = QPushButton(_("The same for all like it"))
        self._alike.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._alike.clicked.connect(self.alike)
        content = QWidget()
        content.setObjectName("scrolled")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        for label in (self._title, self._where, self._reason):
            column.addWidget(label)
        column.addLayout(self._options)
        column.addStretch(1)
        self.body.addWidget(scrolled(content, _("The thing to decide, in full")), 1)
        self.body.addWidget(self._alike, 0, Qt.AlignmentFlag.AlignLeft)

    def show_item(self, item: Item | None) -> None:
        """Show an item."""
        self._item = item
        self._alike.setVisible(item is not None)
        for label, text in (
            (self._title, item.title if item else ""),
            (self._where, f"{item.number} · {item.where}" if item else ""),
            (self._reason, item.reason if item else ""),
        ):
            label.setText(text)
        for old in self._group.buttons():
            self._group.removeButton(old)
            old.hide()
            old.deleteLater()
        for option in item.options if item else ():
            button = TextButton(str(option.digit))
            button.say(option.text, str(option.digit))
            button.setChecked(item is not None and item.chosen == option.digit)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._group.addButton(button, option.digit)
            self._options.addWidget(button)

    @Slot(QAbstractButton)
    def _on_clicked(self, button: QAbstractButton) -> None:
        self.chosen.emit(self._group.id(button))
