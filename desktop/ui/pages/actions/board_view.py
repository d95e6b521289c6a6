"""The board: actions by status."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.language import _
from desktop.model.records import ActionStatus
from desktop.ui.page import Page
from desktop.ui.pages.actions.rows import today
from desktop.ui.pages.actions.status_board import StatusBoard
from desktop.ui.widgets.text import Label


class BoardView(QWidget):
    """All actions as cards.

    Signals:
        opening: the id of an action to see in full.
        dropping: the id of an action that is to be dropped, once somebody says why.
    """

    opening = Signal(str)
    dropping = Signal(str)

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self.board = StatusBoard()
        hint = Label(
            _("Drag a card to another status, or move it with Ctrl and the left and right arrow keys. Enter opens it."),
            "small",
            wrap=True,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 0)
        column.addWidget(hint)
        column.addWidget(self.board, 1)
        self.board.opening.connect(self.opening)
        self.board.moving.connect(self._on_moving)

    @property
    def landing(self) -> QWidget:
        """What has the keys first."""
        return self.board

    def refresh(self) -> None:
        """Show the actions as they are now."""
        self.board.editable = not self._page.assessment.readonly
        self.board.show_actions(self._page.assessment.actions.all(), today())

    def commit(self) -> None:
        """Nothing is typed here."""

    def summary(self) -> str:
        """How many are still open."""
        actions = self._page.assessment.actions.all()
        return _("{count} open").format(count=sum(action.status.is_open for action in actions))

    @Slot(str, object)
    def _on_moving(self, action: str, status: ActionStatus) -> None:
        if status is ActionStatus.DROPPED:
            self.dropping.emit(action)
            return
        actions = self._page.assessment.actions
        self._page.session.run(lambda: actions.change(action, status=status), self._page)
        self._page.refresh()
