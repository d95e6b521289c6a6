"""Below the matrix: how the stream stands, why the team sees it there, and what is wanted of it."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.language import _
from desktop.ui.pages.ratings.applies import AppliesLine
from desktop.ui.pages.ratings.streams import words
from desktop.ui.pages.ratings.streams.snapshot import Snapshot
from desktop.ui.pages.ratings.wanted import LevelWanted
from desktop.ui.widgets.editors import LineField
from desktop.ui.widgets.text import Label


class StreamStrip(QWidget):
    """The words about one stream.

    Signals:
        reasoned: (str) why the team sees it there.
        left: Enter or Esc; the cursor should go back to the matrix.
    """

    reasoned = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.result = Label("", "strong", wrap=True)
        self.reason = LineField(_("Reason of the level"), _("Why does this text fit best?"))
        self.reason.committed.connect(self._on_reason)
        self.reason.returnPressed.connect(self.left)
        self.applies = AppliesLine(apart=True)
        self.wanted = LevelWanted(self.applies.button)
        self.wanted.left.connect(self.left)
        label = Label(_("&Reason"), "mute")
        label.setBuddy(self.reason)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label)
        row.addWidget(self.reason, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.result)
        column.addLayout(row)
        column.addWidget(self.wanted)
        column.addWidget(self.applies)

    def show_stream(self, snapshot: Snapshot, stream: str, *, readonly: bool) -> None:
        """Show a stream."""
        self.result.setText(words.line(snapshot.streams[stream]))
        self.reason.show_text(snapshot.rating(stream).reason)
        self.reason.setReadOnly(readonly)
        levels = [level.number for level in snapshot.pack.levels]
        said = snapshot.applies(stream)
        self.applies.show_place(
            stream,
            outside=said.not_applicable,
            reason=said.reason,
            usable=not readonly and stream not in snapshot.outside,
        )
        self.wanted.show_target(snapshot.target(stream), levels, readonly=readonly)

    def commit(self) -> None:
        """Write what is being typed."""
        self.reason.commit()
        self.wanted.commit()
        self.applies.commit()

    @Slot(str)
    def _on_reason(self, text: str) -> None:
        self.reasoned.emit(text)
