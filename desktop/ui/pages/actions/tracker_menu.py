"""What can be done with trackers and the lists of other programs, as the menu of a button."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from desktop.exchange.trackers.programs import NAMES, Program
from desktop.language import _, ngettext
from desktop.ui.session import Session
from desktop.ui.widgets.text import unmarked


class TrackerMenu(QMenu):
    """Writes trackers and lists, and asks for one that came back.

    Signals:
        returned: the file of one that came back.
    """

    returned = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.write: QAction = self.addAction(_("&Write a tracker…"))
        self.take: QAction = self.addAction(_("&Take back a tracker…"))
        self.addSeparator()
        self.lists = {program: self.addAction(_list_text(program)) for program in Program}
        self.write.triggered.connect(self._on_write)
        self.take.triggered.connect(self._on_take)
        for action in self.lists.values():
            action.triggered.connect(self._on_list)

    def enable(self, *, writable: bool, actions: bool) -> None:
        """Offer what can be done."""
        self.take.setEnabled(writable)
        for action in (self.write, *self.lists.values()):
            action.setEnabled(actions)

    @Slot()
    def _on_write(self) -> None:
        from desktop.exchange.trackers.content import tracker_content  # noqa: PLC0415 - only when asked for
        from desktop.exchange.trackers.tracker_files import write_tracker  # noqa: PLC0415 - likewise

        folder = self._session.dialogs.folder(_("Folder for the tracker"))
        if folder is None:
            return
        content = tracker_content(self._session.assessment, self._session.today())
        path = self._session.run(lambda: write_tracker(content, folder))
        if path is not None:
            told = _("{file} is written. Send it to sponsor and owners, and take back what they write in it.")
            self._session.tell_of_files(told.format(file=path.name), folder)

    @Slot()
    def _on_take(self) -> None:
        path = self._session.dialogs.open_file(
            _("A tracker that came back, or the list of another program"), _("Trackers and lists (*.xlsx *.csv *.tsv)")
        )
        if path is not None:
            self.returned.emit(path)

    @Slot()
    def _on_list(self) -> None:
        from desktop.exchange.trackers.content import tracker_content  # noqa: PLC0415 - only when asked for
        from desktop.exchange.trackers.programs import write_lists  # noqa: PLC0415 - likewise

        program = next(program for program, action in self.lists.items() if action is self.sender())
        folder: Path | None = self._session.dialogs.folder(_("Folder for the list"))
        if folder is None:
            return
        content = tracker_content(self._session.assessment, self._session.today())
        paths = self._session.run(partial(write_lists, content, program, folder))
        if paths is not None:
            told = ngettext(
                "{count} list for {program} is written.", "{count} lists for {program} are written.", len(paths)
            )
            self._session.tell_of_files(told.format(count=len(paths), program=NAMES[program]), folder)


def _list_text(program: Program) -> str:
    return unmarked(_("List for {program}…").format(program=NAMES[program]))
