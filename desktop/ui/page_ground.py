"""The ground on which the pages of the window lie, one in front of the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget

from desktop.ui.session import Session
from desktop.ui.wearing import wear

if TYPE_CHECKING:
    from desktop.ui.pages.start import StartPage


class PageGround(QStackedWidget):
    """Holds the pages of the open assessment, and the start page for when there is none."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("page-ground")
        self._session = session
        self.made: list[StartPage] = []
        """The start page, once it was made."""

    @property
    def start(self) -> StartPage:
        """The start page; who opens a file at once never has it made."""
        if not self.made:
            from desktop.ui.pages.start import StartPage  # noqa: PLC0415 - as above

            self.made.append(StartPage(self._session))
            self.addWidget(self.made[0])
        return self.made[0]

    def show_start(self) -> None:
        """Bring the start page to the front."""
        wear(self.start)
        self.setCurrentWidget(self.start)
        self.start.refresh()
