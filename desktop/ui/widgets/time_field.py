"""A field for a time of day, typed as people write times."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot

from desktop.language import _
from desktop.ui.typed_times import read_time
from desktop.ui.widgets.editors import LineField
from desktop.ui.widgets.text import Label


class TimeField(LineField):
    """A time, which may be none; shown as ``09:30``. What cannot be read is told in `note`, and nothing is written.

    Signals:
        given: the time, as on a clock of 24 hours, or an empty text.
    """

    given = Signal(str)

    def __init__(self, accessible_name: str) -> None:
        super().__init__(accessible_name, _("hours:minutes"))
        self.note = Label("", "small", wrap=True)
        self.note.hide()
        self.committed.connect(self._on_committed)

    def show_text(self, text: str) -> None:
        """Show a time from the file."""
        super().show_text(text)
        if not self.is_typing:
            self.note.hide()

    @Slot(str)
    def _on_committed(self, text: str) -> None:
        found = read_time(text)
        self.note.setVisible(found is None)
        if found is None:
            self.note.setText(
                _("“{text}” is not a time of day. Write it as hours:minutes, e.g. 09:30.").format(text=text)
            )
            return
        self.show_text(found)
        self.given.emit(found)
