"""Whether files opened lately can be reached now, asked beside the window: a share that is gone is slow to say so."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Signal


class Whereabouts(QObject):
    """Asks for files, each in a thread of its own, which nobody waits for.

    Signals:
        told: ``(path, there)``, on the window's thread.
        cleared: (folder) a draft lay there that anybody could read, beside a file that has a passphrase.
    """

    told = Signal(str, bool)
    cleared = Signal(str)

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        self._asking: set[Path] = set()

    def ask(self, paths: Iterable[Path]) -> None:
        """Ask for those that are not being asked for already."""
        for path in set(paths) - self._asking:
            self._asking.add(path)
            threading.Thread(target=self._look, args=(path,), daemon=True).start()

    def _look(self, path: Path) -> None:
        there = is_there(path)
        self._asking.discard(path)
        with contextlib.suppress(RuntimeError):  # the window has gone meanwhile
            self.told.emit(str(path), there)
        if there and clear_away(path.parent):
            with contextlib.suppress(RuntimeError):
                self.cleared.emit(str(path.parent))


def is_there(path: Path) -> bool:
    """Whether there is a file of this name; a name that no system takes is that of none."""
    try:
        path.stat()
    except (OSError, ValueError):
        return False
    return True


def clear_away(folder: Path) -> bool:
    """Clear away the drafts that a killed program left beside a file.

    Returns:
        Whether one of them could be read by anybody, and a file beside it cannot: as when a passphrase was being taken
        away.
    """
    from desktop.model.files.workplace import PREFIX  # noqa: PLC0415 - not needed for the start page

    with contextlib.suppress(OSError):
        if next(folder.glob(f"{PREFIX}*"), None) is not None:
            from desktop.model.files.file_sets import tidy  # noqa: PLC0415 - usually there are none
            from desktop.model.files.plain_files import SQLITE, begins_with, looks_encrypted  # noqa: PLC0415 - likewise

            open_drafts = [each for each in folder.glob(f"{PREFIX}*/*.maturity") if begins_with(each, SQLITE)]
            tidy(folder)
            if any(not each.exists() for each in open_drafts):
                return any(looks_encrypted(each) for each in folder.glob("*.maturity"))
    return False
