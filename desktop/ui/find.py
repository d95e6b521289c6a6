"""Find or do anything: one line that knows commands, pages, files, models, people and actions."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QListWidgetItem, QWidget

from desktop.language import _
from desktop.ui.commands import Commands
from desktop.ui.find_box import FindBox
from desktop.ui.findable import everything
from desktop.ui.finding import Catalogue, Found
from desktop.ui.session import Session
from desktop.ui.widgets.tips import plain_tip

MOST = 60
"""So many are shown at most."""
REMEMBERED = 20
"""So many of what was opened are remembered while the window is open."""


class Finder(FindBox):
    """What is called so, or nearly so."""

    def __init__(self, parent: QWidget, session: Session, commands: Commands) -> None:
        super().__init__(parent, _("Find or do anything"))
        self._session = session
        self._commands = commands
        self._catalogue = Catalogue(everything(session, commands))
        self.line.setPlaceholderText(_("Type a command, a page, a part of a model, a person, an action, a file"))
        self.line.setAccessibleName(_("What to find"))
        self.list.setAccessibleName(_("What was found"))
        self.list.setUniformItemSizes(True)
        self._shown: list[Found] = []
        self.show_found("")

    @Slot(str)
    def show_found(self, text: str) -> None:
        """List what is called so."""
        self._shown = self._catalogue.find(text, self._commands.lately, MOST)
        self.list.clear()
        for thing in self._shown:
            item = QListWidgetItem(f"{thing.kind}   {thing.words}")
            item.setToolTip(plain_tip(thing.words))
            self.list.addItem(item)
        self.say_nothing("" if self._shown else self._nothing(text))
        self.choose_first()

    def _nothing(self, text: str) -> str:
        told = _("Nothing here is called “{text}”. Try fewer letters, or another word.").format(text=text)
        return f"{told} {_('Ctrl+F searches what was said.')}" if self._session.is_open else told

    def open_row(self, row: int) -> None:
        """Go there, and remember it."""
        if 0 <= row < len(self._shown):
            found = self._shown[row]
            others = [key for key in self._commands.lately if key != found.key]
            self._commands.lately = [found.key, *others][:REMEMBERED]
            self.close()
            found.open()
