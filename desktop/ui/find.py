"""Find or do anything: one line that knows commands, pages, files, models, people and actions, and what was said."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QListWidgetItem, QWidget

from desktop.language import _
from desktop.ui.commands import Commands
from desktop.ui.find_box import FindBox
from desktop.ui.findable import everything
from desktop.ui.finding import Catalogue, Found
from desktop.ui.said_lines import said_lines
from desktop.ui.session import Session
from desktop.ui.widgets.tips import plain_tip

MOST = 60
"""So many are shown at most."""
SAID = 3
"""So many of each sort of what was said follow what is called so; Ctrl+F has them all."""
SHORTEST_SAID = 3
"""Fewer letters stand in too much of what was said."""
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
        self._said: list[Found] = []
        self._reading = QTimer(self, interval=0)
        self._reading.timeout.connect(self._on_reading)
        if session.is_open and not session.assessment.search.ready:
            self._reading.start()
        self.show_found("")

    @Slot(str)
    def show_found(self, text: str) -> None:
        """List what is called so, and below it what was said with these words."""
        self._said = self._found_said(text)
        self._shown = [*self._catalogue.find(text, self._commands.lately, MOST), *self._said]
        self.list.clear()
        for thing in self._shown:
            item = QListWidgetItem(f"{thing.kind}   {thing.words}")
            item.setToolTip(plain_tip(thing.words))
            self.list.addItem(item)
        self.say_nothing("" if self._shown else self._nothing(text))
        self.choose_first()

    def _found_said(self, text: str) -> list[Found]:
        """The newest notes, comments, evidence, observations and findings that hold every word."""
        if not self._session.is_open or len(text.strip()) < SHORTEST_SAID:
            return []
        assessment, go = self._session.assessment, self._session.go
        return [
            Found(line.spoken, _("Said"), "", partial(go, line.shown.page, line.shown.target))
            for line in said_lines(assessment, assessment.search.find(text, SAID))
            if line.shown is not None
        ]

    @Slot()
    def _on_reading(self) -> None:
        """Read what was said between the keys; once all is there, what was typed meanwhile finds it."""
        if not self._session.is_open:
            self._reading.stop()
        elif self._session.assessment.search.read_on():
            self._reading.stop()
            if self.line.text():
                self.show_found(self.line.text())

    def _nothing(self, text: str) -> str:
        told = _("Nothing here is called “{text}”. Try fewer letters, or another word.").format(text=text)
        return f"{told} {_('Ctrl+F searches what was said.')}" if self._session.is_open else told

    def open_row(self, row: int) -> None:
        """Go there, and remember it."""
        if 0 <= row < len(self._shown):
            found = self._shown[row]
            if found not in self._said:
                others = [key for key in self._commands.lately if key != found.key]
                self._commands.lately = [found.key, *others][:REMEMBERED]
            self.close()
            found.open()
