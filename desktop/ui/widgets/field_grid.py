"""Fields below each other, each with its label beside it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.ui.widgets.date_field import DateField, noted
from desktop.ui.widgets.text import Label


def labelled(text: str, field: QWidget) -> Label:
    """The label of a field; the letter marked in it leads there."""
    label = Label(text, "mute")
    label.setBuddy(field)
    return label


class FieldGrid(QGridLayout):
    """The fields take the room; a date has what is told of it beneath."""

    def __init__(self, rows: Iterable[tuple[QWidget, QWidget]], spacing: int = 8) -> None:
        """Lay fields out.

        Args:
            rows: each label with its field.
            spacing: between them, in pixels.
        """
        super().__init__()
        self.setHorizontalSpacing(10)
        self.setVerticalSpacing(spacing)
        self.setColumnStretch(1, 1)
        for number, (label, field) in enumerate(rows):
            self.addWidget(label, number, 0)
            if isinstance(field, DateField):
                self.addLayout(noted(field), number, 1)
            else:
                self.addWidget(field, number, 1)
