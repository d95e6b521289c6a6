"""Files dropped anywhere on the window: an assessment is opened, forms are imported; nothing is ever moved."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from desktop.language import _
from desktop.ui.session import Session

ASSESSMENT = ".maturity"
FORMS = (".xlsx", ".xlsm", ".xls", ".ods")
_DROPS = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


class Dropping(QObject):
    """Takes drops of files before any field in the window sees them.

    Args:
        window: where files may be dropped.
        session: opens an assessment.
        import_forms: takes forms and folders of them.
    """

    def __init__(self, window: QWidget, session: Session, import_forms: Callable[[list[Path]], None]) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._import = import_forms
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's hook."""
        if event.type() == QEvent.Type.Show and watched is self._window and self._window.windowHandle() is not None:
            self._window.windowHandle().installEventFilter(self)
        if event.type() not in _DROPS or not isinstance(event, QDropEvent):
            return False
        paths = dropped(event.mimeData())
        if not paths or not event.possibleActions() & Qt.DropAction.CopyAction:
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if event.type() == QEvent.Type.Drop:
            self.take(paths)
        return True

    def take(self, paths: list[Path]) -> None:
        """Open the assessment among files, or else import them as forms."""
        found = [path for path in paths if path.suffix.casefold() == ASSESSMENT]
        if found:
            self._session.open(found[0])
        elif self._session.is_open:
            self._import(paths)
        else:
            self._session.tell(_("Open the assessment first, then drop the forms again."), "warn")


def dropped(data: QMimeData) -> list[Path]:
    """What of dropped data can be taken: assessments, forms and folders on this computer."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()] if data.hasUrls() else []
    return [path for path in paths if path.suffix.casefold() in (ASSESSMENT, *FORMS) or path.is_dir()]
