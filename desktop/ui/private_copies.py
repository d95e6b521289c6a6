"""Copies of attached files that the user looks at: in a folder nobody else can read, gone with the assessment."""

from __future__ import annotations

import contextlib
import tempfile
from contextlib import ExitStack
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from desktop.model.files.system_refusals import refusing_for
from desktop.model.files.workplace import leftovers, workplace
from desktop.ui.session import Session


class PrivateCopies(QObject):
    """The folder for them; made when it is first needed. What a killed program left goes then, too."""

    def __init__(self, session: Session, owner: QObject) -> None:
        super().__init__(owner)
        self._held = ExitStack()
        self._folder: Path | None = None
        session.closed.connect(self.clear)

    def folder(self, digest: str) -> Path:
        """Where the copy of some content lies.

        Raises:
            RefusalError: it cannot be made.
        """
        if self._folder is None:
            around = Path(tempfile.gettempdir())
            with refusing_for(around):
                for _left in leftovers(around):
                    pass
                self._folder = self._held.enter_context(workplace(around))
        return self._folder / digest[:16]

    @Slot()
    def clear(self) -> None:
        """Take them away; one that another program still holds on Windows goes with the next."""
        if self._folder is not None:
            for path in self._folder.rglob("*"):
                with contextlib.suppress(OSError):
                    path.chmod(0o600 if path.is_file() else 0o700)
            self._folder = None
            self._held.close()
