"""Attaching, opening and saving files of the register, each beside the window with its progress."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal, Slot

from desktop.exchange.attached_copies import copy_name, look_copy, save_copy
from desktop.exchange.harmless_kinds import may_open
from desktop.language import _, ngettext
from desktop.model.errors import RefusalError
from desktop.model.records import Evidence
from desktop.ui.pages.evidence.attaching import Attached, Attaching, Cancelled
from desktop.ui.private_copies import PrivateCopies
from desktop.ui.work import Progress
from desktop.ui.working import Working
from desktop.wording.refusals import sentence

if TYPE_CHECKING:
    from desktop.ui.page import Page


class Copied(NamedTuple):
    """A copy that was written; None when it was cancelled.

    Attributes:
        look: whether it is to be opened.
    """

    path: Path | None
    look: bool


class AttachedFiles(QObject):
    """What is done with attached files, one thing at a time.

    Attributes:
        working: shows how far it is.

    Signals:
        filed: ids of the items to which files were attached.
    """

    filed = Signal(object)

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._session = page.session
        self._attaching: Attaching | None = None
        self._copies = PrivateCopies(page.session, self)
        self.working = Working(page.session, self)
        self.working.done.connect(self._on_done)
        self.working.busy.connect(self._on_busy)

    def attach(self, item: Evidence) -> None:
        """Ask for a file and attach it to an item."""
        path = self._session.dialogs.open_file(_("File to attach"), "")
        if path is not None:
            self.take([(path, item.id)])

    def ask_for_files(self) -> None:
        """Ask for files and file each as an item."""
        paths = self._session.dialogs.open_files(_("Files to attach"), "")
        if paths:
            self.take([(path, "") for path in paths])

    def take(self, wanted: Sequence[tuple[Path, str]]) -> None:
        """Attach files, each to an item by its id, or to a new one."""
        if self._session.assessment.readonly:
            self._session.refuse(RefusalError("file.opened_readonly", path=self._session.assessment.path))
        elif self.working.is_busy:
            self._session.tell(
                _("Other files are being attached or copied. Wait for that, or cancel it first."), "warn"
            )
        else:
            self._attaching = Attaching(self._session, wanted)
            self.working.begin(_("Attaching files"), self._attaching.carry_out)

    def open(self, item: Evidence) -> None:
        """Look at what is attached, if it is of a harmless kind; a program is never run."""
        attachments = self._session.assessment.attachments
        head = self._session.run(lambda: next(attachments.content(item.content), b""))
        if head is None:
            return
        if not may_open(copy_name(item.file_name), head):
            self._session.refuse(RefusalError("attachment.program", name=item.file_name))
            return
        folder = self._session.run(lambda: self._copies.folder(item.content))
        if folder is not None:
            content = attachments.content(item.content)
            self._copy(item, lambda told: look_copy(content, folder, item.file_name, told), look=True)

    def save(self, item: Evidence) -> None:
        """Ask where to, and save what is attached there."""
        path = self._session.dialogs.save_file(_("Save the attached file"), copy_name(item.file_name), "")
        if path is None:
            return

        content = self._session.assessment.attachments.content(item.content)

        def write(told: Callable[[int], None]) -> Path:
            save_copy(content, path, told)
            return path

        self._copy(item, write, look=False)

    def _copy(self, item: Evidence, write: Callable[[Callable[[int], None]], Path], *, look: bool) -> None:
        size = max(item.file_size or 1, 1)

        def task(progress: Progress, cancelled: Callable[[], bool]) -> Copied:
            def told(done: int) -> None:
                if cancelled():
                    raise Cancelled
                progress(min(done, size), size)

            try:
                return Copied(write(told), look)
            except Cancelled:
                return Copied(None, look)

        self.working.begin(_("Copying “{file}”").format(file=item.file_name), task)

    @Slot(bool)
    def _on_busy(self, busy: bool) -> None:  # noqa: FBT001 - Qt hands it over by place
        if not busy and self._attaching is not None:
            self._attaching.sweep()
            self._attaching = None

    @Slot(object)
    def _on_done(self, done: Attached | Copied) -> None:
        if not self._session.is_open:
            return
        if isinstance(done, Attached):
            self._tell_attached(done)
        elif done.path is not None and done.look:
            self._session.dialogs.open_outside(done.path)
        elif done.path is not None:
            self._session.tell_of_files(_("The file is in {folder}.").format(folder=done.path.parent), done.path.parent)
        else:
            self._session.tell(_("Cancelled; no file was written."), "warn")

    def _tell_attached(self, done: Attached) -> None:
        if done.pieces:
            self.filed.emit(done.pieces)
        if done.refused:
            self._session.tell("\n".join(dict.fromkeys(map(sentence, done.refused))), "bad")
        elif done.pieces:
            count = len(done.pieces)
            self._session.tell(
                ngettext("{count} file is attached.", "{count} files are attached.", count).format(count=count)
            )
        else:
            self._session.tell(_("Cancelled; no file was attached."), "warn")
