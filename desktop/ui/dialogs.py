"""The few questions the window asks in a dialog of its own; tests answer them from a script."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QInputDialog, QWidget

FILES = "Maturity Workbench (*.maturity)"
"""Which files a dialog about assessments shows."""


class Dialogs(Protocol):
    """What can be asked. Every answer may be None or empty: the user changed their mind."""

    def open_file(self, title: str, pattern: str) -> Path | None:
        """A file to open."""

    def open_files(self, title: str, pattern: str) -> list[Path]:
        """Files to open."""

    def save_file(self, title: str, proposal: str, pattern: str) -> Path | None:
        """Where to write a file."""

    def folder(self, title: str) -> Path | None:
        """A folder."""

    def text(self, title: str, label: str, value: str = "") -> str | None:
        """A line of text."""

    def open_folder(self, path: Path) -> None:
        """Show a folder in the system's own window."""


class QtDialogs:
    """The real ones."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent

    def open_file(self, title: str, pattern: str) -> Path | None:
        """A file to open."""
        name, _filter = QFileDialog.getOpenFileName(self._parent, title, "", pattern)
        return Path(name) if name else None

    def open_files(self, title: str, pattern: str) -> list[Path]:
        """Files to open."""
        names, _filter = QFileDialog.getOpenFileNames(self._parent, title, "", pattern)
        return [Path(name) for name in names]

    def save_file(self, title: str, proposal: str, pattern: str) -> Path | None:
        """Where to write a file."""
        name, _filter = QFileDialog.getSaveFileName(self._parent, title, proposal, pattern)
        return Path(name) if name else None

    def folder(self, title: str) -> Path | None:
        """A folder."""
        name = QFileDialog.getExistingDirectory(self._parent, title)
        return Path(name) if name else None

    def text(self, title: str, label: str, value: str = "") -> str | None:
        """A line of text."""
        answer, given = QInputDialog.getText(self._parent, title, label, text=value)
        return answer if given else None

    def open_folder(self, path: Path) -> None:
        """Show a folder in the system's own window."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
