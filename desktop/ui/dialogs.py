"""The few questions the window asks in a dialog of its own; tests answer them from a script."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QWidget

from desktop.ui.screen import keep_to_screen

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from desktop.exchange.travelling.looking_ahead import MergeLook
    from desktop.ui.passphrase_dialog import Judge


FILES = "Maturity Workbench (*.maturity)"
"""Which files a dialog about assessments shows."""


class Dialogs(Protocol):
    """What can be asked. Every answer may be None or empty: the user changed their mind.

    The title of a question about files stands for its purpose: the dialog opens where one last was for the same.
    """

    def open_file(self, title: str, pattern: str) -> Path | None:
        """A file to open."""

    def open_files(self, title: str, pattern: str) -> list[Path]:
        """Files to open."""

    def save_file(self, title: str, proposal: str, pattern: str) -> Path | None:
        """Where to write a file."""

    def folder(self, title: str) -> Path | None:
        """A folder."""

    def text(self, title: str, label: str, value: str = "", *, offered: Sequence[str] = ()) -> str | None:
        """A line of text; what is offered can be picked in place of typing it."""

    def open_folder(self, path: Path) -> None:
        """Show a folder in the system's own window."""

    def open_outside(self, path: Path) -> None:
        """Open a file with whatever the system opens such with."""

    def several(
        self, title: str, options: Sequence[tuple[str, str]], chosen: Collection[str], *, none: bool = False
    ) -> list[str] | None:
        """Some of several things, each a key and its words, or none where that may be; `chosen` are ticked at first."""

    def one_of(self, title: str, text: str, options: Sequence[tuple[str, str]]) -> str | None:
        """One of several ways to go on, each a key and its words; the first has the focus."""

    def passphrase(self, title: str, text: str, labels: Sequence[str], judge: Judge) -> bool:
        """A passphrase for each label, until `judge` finds nothing wrong with them; False when that was given up."""

    def merge(self, source: str, look: MergeLook) -> bool:
        """Whether what comes from a copy is to be taken in, once somebody has seen what it would do."""

    def printer(self, title: str) -> QPrinter | None:
        """Where to print to."""


class FolderMemory(Protocol):
    """Knows where a dialog for a purpose opens."""

    def start(self, purpose: str) -> Path:
        """Where to begin."""

    def remember(self, purpose: str, folder: Path) -> None:
        """Where one was."""


class QtDialogs:
    """The real ones."""

    def __init__(self, parent: QWidget, folders: FolderMemory) -> None:
        self._parent = parent
        self._folders = folders

    def open_file(self, title: str, pattern: str) -> Path | None:
        """A file to open."""
        return next(iter(self._chosen(title, pattern, "ExistingFile")), None)

    def open_files(self, title: str, pattern: str) -> list[Path]:
        """Files to open."""
        return self._chosen(title, pattern, "ExistingFiles")

    def save_file(self, title: str, proposal: str, pattern: str) -> Path | None:
        """Where to write a file."""
        return next(iter(self._chosen(title, pattern, "AnyFile", proposal)), None)

    def folder(self, title: str) -> Path | None:
        """A folder."""
        return next(iter(self._chosen(title, "", "Directory")), None)

    def text(self, title: str, label: str, value: str = "", *, offered: Sequence[str] = ()) -> str | None:
        """A line of text."""
        from PySide6.QtWidgets import QInputDialog  # noqa: PLC0415 - only when asked for

        if offered:
            picked, given = QInputDialog.getItem(self._parent, title, label, ["", *offered], editable=True)
            return picked if given else None
        answer, given = QInputDialog.getText(self._parent, title, label, text=value)
        return answer if given else None

    def open_folder(self, path: Path) -> None:
        """Show a folder in the system's own window."""
        self.open_outside(path)

    def open_outside(self, path: Path) -> None:
        """Open a file with whatever the system opens such with."""
        from PySide6.QtCore import QUrl  # noqa: PLC0415 - only when asked for
        from PySide6.QtGui import QDesktopServices  # noqa: PLC0415 - likewise

        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def several(
        self, title: str, options: Sequence[tuple[str, str]], chosen: Collection[str], *, none: bool = False
    ) -> list[str] | None:
        """Some of several things, or none."""
        from desktop.ui.checklist_dialog import ChecklistDialog  # noqa: PLC0415 - only when asked for

        dialog = ChecklistDialog(self._parent, title, options, chosen, none=none)
        picked = dialog.picked() if dialog.exec() else None
        dialog.deleteLater()
        return picked

    def one_of(self, title: str, text: str, options: Sequence[tuple[str, str]]) -> str | None:
        """One of several ways to go on."""
        from desktop.ui.ways_dialog import WaysDialog  # noqa: PLC0415 - only when asked for

        dialog = WaysDialog(self._parent, title, text, options)
        picked = dialog.picked if dialog.exec() else None
        dialog.deleteLater()
        return picked

    def passphrase(self, title: str, text: str, labels: Sequence[str], judge: Judge) -> bool:
        """A passphrase for each label."""
        from desktop.ui.passphrase_dialog import PassphraseDialog  # noqa: PLC0415 - only when asked for

        dialog = PassphraseDialog(self._parent, title, text, labels, judge)
        agreed = dialog.exec() == PassphraseDialog.DialogCode.Accepted
        dialog.deleteLater()
        return agreed

    def merge(self, source: str, look: MergeLook) -> bool:
        """Whether it is to be taken in."""
        from desktop.ui.merge_dialog import MergeDialog  # noqa: PLC0415 - only when asked for

        dialog = MergeDialog(self._parent, source, look)
        agreed = dialog.exec() == MergeDialog.DialogCode.Accepted
        dialog.deleteLater()
        return agreed

    def printer(self, title: str) -> QPrinter | None:
        """Where to print to."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415 - seldom needed

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(title)
        dialog = QPrintDialog(printer, self._parent)
        dialog.setWindowTitle(title)
        keep_to_screen(dialog)
        agreed = dialog.exec() == QPrintDialog.DialogCode.Accepted
        dialog.deleteLater()
        return printer if agreed else None

    def _chosen(self, title: str, pattern: str, mode: str, proposal: str = "") -> list[Path]:
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - only when asked for

        dialog = QFileDialog(self._parent, title, str(self._folders.start(title)), pattern)
        dialog.setFileMode(QFileDialog.FileMode[mode])
        if mode == "AnyFile":
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.selectFile(proposal)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly, mode == "Directory")
        keep_to_screen(dialog)
        found = [Path(name) for name in dialog.selectedFiles()] if dialog.exec() else []
        dialog.deleteLater()
        if found:
            self._folders.remember(title, found[0] if mode == "Directory" else found[0].parent)
        return found
