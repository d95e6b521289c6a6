"""What is shown while the window waits for work beside it: what it is, how far it is, and a way to leave it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from desktop.language import _
from desktop.ui.deeds import let_enter_press
from desktop.ui.screen import keep_to_screen
from desktop.ui.theme import px
from desktop.ui.widgets.text import Label
from desktop.ui.work import Work

QUICK_MS = 400
"""What is done sooner need not be told."""


class WaitDialog(QDialog):
    """Comes when work takes long, goes with it, and keeps all else in the window from hands meanwhile.

    Work that reports that all is done cannot be left any more.

    Args:
        parent: the window.
        title: what is done, in a word or two.
        text: and in a sentence.
        work: what is waited for; not begun yet.
        at_once: whether nothing may be done meanwhile, however quick it is.
        stages: what is done next, by how much is done; of work that tells no more than that.
    """

    def __init__(
        self,
        parent: QWidget,
        title: str,
        text: str,
        work: Work,
        *,
        at_once: bool = False,
        stages: Sequence[str] = (),
    ) -> None:
        super().__init__(parent)
        let_enter_press()
        self.setWindowTitle(title)
        self.setAccessibleDescription(text)
        self._work, self._stays, self._stages = work, at_once, stages
        self.told = Label(text, wrap=True)
        self.told.setFixedWidth(px(420))
        self.stage = Label("", "mute", wrap=True)
        self.stage.setVisible(bool(stages))
        self.bar = QProgressBar()
        self.bar.setAccessibleName(text)
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.leave = QPushButton(_("Cancel"))
        self.leave.setAutoDefault(False)
        self.leave.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(18), px(16), px(18), px(14))
        column.setSpacing(px(12))
        for part in (self.told, self.stage, self.bar):
            column.addWidget(part)
        column.addLayout(row)
        self.adjustSize()
        keep_to_screen(self)
        work.progressed.connect(self._on_progressed)
        work.ended.connect(self._on_ended)
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self.open)
        if at_once:
            self.open()
        else:
            self._pause.start(QUICK_MS)

    def showEvent(self, event: QShowEvent) -> None:
        """Only now it has the letters in which it is shown."""
        super().showEvent(event)
        self.adjustSize()

    def reject(self) -> None:
        """Leave the work, where that can be; what nothing may be done beside is waited for until it has stopped."""
        if self.leave.isEnabled():
            self._work.cancel()
            self.leave.setEnabled(False)
            self.stage.setText(_("It is being given up; nothing of it is kept."))
            if not self._stays:
                super().reject()

    @Slot(int, int)
    def _on_progressed(self, done: int, of: int) -> None:
        if self._work.is_cancelled:
            return
        if done == of:
            self.leave.setEnabled(False)
        if self._stages:
            self.stage.setText(self._stages[done])
            self.bar.setAccessibleDescription(self._stages[done])
        elif of > 1:
            self.bar.setRange(0, of)
            self.bar.setValue(done)

    @Slot()
    def _on_ended(self) -> None:
        self._pause.stop()
        was_active, window = self.isActiveWindow(), self.parentWidget()
        self.hide()
        if was_active and window is not None:
            window.activateWindow()
        self.deleteLater()
