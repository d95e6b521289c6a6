"""A strip that shows how far long work is and lets one cancel it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton

from desktop.language import _
from desktop.ui.session import Session
from desktop.ui.theme import px
from desktop.ui.widgets.text import Label
from desktop.ui.work import Progress, Work

Task = Callable[[Progress, Callable[[], bool]], Any]


class Working(QFrame):
    """Carries out one piece of work at a time; hidden while there is none.

    Signals:
        done: the result.
        busy: whether work is going on.
    """

    done = Signal(object)
    busy = Signal(bool)

    def __init__(self, session: Session, owner: QObject) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._session = session
        self._owner = owner
        self._work: Work | None = None
        self._what = Label()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._cancel = QPushButton(_("&Cancel"))
        self._cancel.clicked.connect(self._on_cancel)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 8, 16, 8)
        line.setSpacing(px(14))
        line.addWidget(self._what)
        line.addWidget(self._bar, 1, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._cancel)
        self.hide()

    @property
    def is_busy(self) -> bool:
        """Whether work is going on."""
        return self._work is not None

    def begin(self, what: str, task: Task) -> None:
        """Start work; what is asked while other work is going on is not begun."""
        if self._work is not None:
            return
        self._what.setText(what)
        self._bar.setAccessibleName(what)
        self._bar.setRange(0, 0)
        self._work = Work(task, self._owner)
        self._work.progressed.connect(self._on_progressed)
        self._work.finished.connect(self.done)
        self._work.refused.connect(self._session.refuse)
        self._work.failed.connect(self._on_failed)
        self._work.ended.connect(self._on_ended)
        self.show()
        self.busy.emit(True)
        self._work.start()

    @Slot(int, int)
    def _on_progressed(self, done: int, of: int) -> None:
        self._bar.setRange(0, of)
        self._bar.setValue(done)

    @Slot()
    def _on_cancel(self) -> None:
        if self._work is not None:
            self._work.cancel()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        raise error

    @Slot()
    def _on_ended(self) -> None:
        self._work = None
        self.hide()
        self.busy.emit(False)
