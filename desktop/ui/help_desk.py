"""What the menu Help does: help for the page, its keys, and what this program is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from desktop.language import _
from desktop.ui.session import Session

if TYPE_CHECKING:
    from desktop.ui.page import Page

_EVERYWHERE = ("find", "help", "keys", "undo", "redo", "print")
"""Commands whose keys are told with those of every page."""


class HelpDesk(QObject):
    """Serves one window.

    Args:
        session: tells what is said.
        window: what help stands beside and keys are laid over.
        place: gives the key of the page in front, empty for none, and the page.
        commands: gives the window's actions by key.
    """

    def __init__(
        self,
        session: Session,
        window: QWidget,
        place: Callable[[], tuple[str, Page | None]],
        commands: Callable[[], dict[str, QAction]],
    ) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._place = place
        self._commands = commands
        self.help: QObject | None = None

    @Slot()
    def do_help(self) -> None:
        """Open the help for the page in front."""
        from desktop.ui.help_window import STORY, HelpWindow  # noqa: PLC0415 - seldom needed

        if not isinstance(self.help, HelpWindow):
            self.help = HelpWindow(self._window)
        key, _page = self._place()
        self.help.open_beside(key or STORY)

    @Slot()
    def do_keys(self) -> None:
        """Lay the keys of the page in front over it."""
        from desktop.ui.keys_overlay import KeysOverlay, page_keys  # noqa: PLC0415 - seldom needed

        _key, page = self._place()
        commands = self._commands()
        told = [commands[key] for key in _EVERYWHERE if key in commands and not commands[key].shortcut().isEmpty()]
        KeysOverlay(self._window, page_keys(page, told)).open_over()

    @Slot()
    def do_about(self) -> None:
        """Say what this is."""
        from desktop import __version__  # noqa: PLC0415 - one word

        self._session.tell(
            _(
                "Maturity Workbench {version}. Measures how mature an IT service organisation is, and follows its "
                "improvement. Works offline; your data stays in your file."
            ).format(version=__version__),
            "warn",
        )
