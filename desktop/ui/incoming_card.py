"""Something that comes from a file, before any of it is kept: what it is, what to decide, and what to do with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.language import _
from desktop.model.errors import RefusalError
from desktop.ui.deeds import Deed, Keyed
from desktop.ui.session import Session
from desktop.ui.theme import px
from desktop.ui.widgets.scroll_area import scrolled
from desktop.ui.widgets.text import Label
from desktop.ui.work import Progress, Work


class IncomingCard(Keyed, QFrame):
    """Reads beside the window, shows what was read, and leaves by Esc. Who derives from it says how in `take_in`.

    Signals:
        left: done with it, or leave it.
    """

    left = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._session = session
        self._work: Work | None = None
        self.heading = Label("", "heading", wrap=True)
        self.leave = QPushButton(_("&Leave it"))
        self.leave.clicked.connect(self._on_leave)

    def lay_out(self, name: str, said: Sequence[QWidget], buttons: Sequence[QPushButton]) -> None:
        """Put what is said below the heading, where it scrolls, and the buttons below that, `leave` at their end.

        Args:
            name: what is said, for who cannot see it.
            said: from top to bottom.
            buttons: from the left.
        """
        content = QWidget()
        content.setObjectName("scrolled")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 10, 0)
        column.setSpacing(px(10))
        for widget in said:
            column.addWidget(widget)
        column.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(px(10))
        for button in (*buttons, self.leave):
            row.addWidget(button)
        row.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 14, 16, 14)
        whole.setSpacing(px(10))
        whole.addWidget(self.heading)
        whole.addWidget(scrolled(content, name), 1)
        whole.addLayout(row)

    def begin(self, path: Path, task: Callable[[Progress, Callable[[], bool]], Any]) -> None:
        """Read a file by a task that runs beside the window."""
        self.heading.setText(_("Reading {name} …").format(name=path.name))
        self.leave.setFocus()
        self._work = Work(task, self)
        self._work.finished.connect(self._on_read)
        self._work.refused.connect(self._on_refused)
        self._work.failed.connect(self._session.report)
        self._work.start()

    def stop(self) -> None:
        """Nothing that is still being read counts any more."""
        if self._work is not None:
            self._work.cancel()
        self._work = None

    def deeds(self) -> Sequence[Deed]:
        """Esc leaves it."""
        return (Deed(("Esc",), _("Leave it"), self._on_leave, listed=False),)

    def take_in(self, read: Any) -> None:  # noqa: ANN401 - whatever the task gives
        """Show what was read."""
        raise NotImplementedError

    def turn_away(self, refusal: RefusalError) -> None:
        """It cannot be read."""
        self._session.refuse(refusal)
        self._on_leave()

    @Slot(object)
    def _on_read(self, read: Any) -> None:  # noqa: ANN401 - likewise
        if self.sender() is self._work:
            self.take_in(read)

    @Slot(object)
    def _on_refused(self, refusal: RefusalError) -> None:
        if self.sender() is self._work:
            self.turn_away(refusal)

    @Slot()
    def _on_leave(self) -> None:
        self.stop()
        self.left.emit()
