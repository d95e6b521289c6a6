"""Whether files opened lately can be reached now, asked beside the window: a share that is gone is slow to say so."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from desktop.ui.work import Work


class Whereabouts(QObject):
    """Asks for files, each in a thread of its own, which nobody waits for.

    Signals:
        told: ``(path, there)``.
        cleared: (folder) a draft lay there that anybody could read, beside a file that has a passphrase.
        failed: an exception; a bug.
    """

    told = Signal(str, bool)
    cleared = Signal(str)
    failed = Signal(object)

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        self._asking: set[Path] = set()

    def ask(self, paths: Iterable[Path]) -> None:
        """Ask for those that are not being asked for already."""
        for path in set(paths) - self._asking:
            self._asking.add(path)
            self._begin(partial(_found, path), self._on_found)

    def _begin(self, task: Callable[[], object], then: Callable[[Any], None]) -> None:
        work = Work(lambda _progress, _cancelled: task(), self)
        work.finished.connect(then)
        work.failed.connect(self.failed)
        work.start_unawaited()

    @Slot(object)
    def _on_found(self, found: tuple[Path, bool]) -> None:
        path, there = found
        self._asking.discard(path)
        self.told.emit(str(path), there)
        if there:
            self._begin(partial(_cleared, path.parent), self._on_cleared)

    @Slot(object)
    def _on_cleared(self, folder: Path | None) -> None:
        if folder is not None:
            self.cleared.emit(str(folder))


def _found(path: Path) -> tuple[Path, bool]:
    return path, is_there(path)


def _cleared(folder: Path) -> Path | None:
    return folder if clear_away(folder) else None


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
