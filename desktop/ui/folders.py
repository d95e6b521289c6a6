"""Where a file dialog opens: where one last was for the same purpose, else beside the assessment."""

from __future__ import annotations

from pathlib import Path

from desktop.ui.session import Session


class Folders:
    """Remembers, for each purpose, the folder that was chosen last."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def start(self, purpose: str) -> Path:
        """Where the dialog for a purpose opens."""
        last = self._session.settings.folder(purpose)
        if last is not None and last.is_dir():
            return last
        return self._session.assessment.path.parent if self._session.is_open else Path.home()

    def remember(self, purpose: str, folder: Path) -> None:
        """Note where one was."""
        self._session.settings.remember_folder(purpose, folder)
