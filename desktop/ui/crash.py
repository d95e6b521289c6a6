"""Bugs: logged, told once with a copy button, and never fatal to the file, which is safe after every step.

Neither the log nor what is copied holds what an assessment says; see `desktop.bug_reports`.
"""

from __future__ import annotations

import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal, Slot

from desktop import bug_reports
from desktop.model.errors import RefusalError

if TYPE_CHECKING:
    import logging

KEPT_BYTES = 500_000


class CrashReporter(QObject):
    """Takes exceptions nobody handled, on any thread, to the log and to the window.

    Signals:
        happened: ``(summary, details)``, once for each different place in the code; neither holds a value of the file.
        refused: a `RefusalError` that nobody awaited, e.g. while a page was shown; no bug.
    """

    happened = Signal(str, str)
    refused = Signal(object)
    _arrived = Signal(object)

    def __init__(self, folder: Path | None = None) -> None:
        super().__init__()
        place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation)
        self.path = (folder or Path(place)) / "errors.log"
        self._seen: set[str] = set()
        self._arrived.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Start listening."""
        sys.excepthook = self.take
        threading.excepthook = self._take_from_thread
        sys.unraisablehook = self._take_unraisable

    def take(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log an exception and tell the window."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        if isinstance(error, RefusalError):
            self.refused.emit(error)
            return
        if error.__traceback__ is None:
            error.__traceback__ = trace
        self._log().error("unhandled exception\n%s", bug_reports.details(error))
        self._arrived.emit(error)

    def log_text(self) -> str:
        """The log, to be copied."""
        try:
            return self.path.read_text(encoding="utf-8")
        except OSError:
            return ""

    def _log(self) -> logging.Logger:
        """The log, set up when there is something to write: its modules take their time to load."""
        import logging  # noqa: PLC0415 - see above

        from desktop.ui.private_log import PrivateLog  # noqa: PLC0415 - likewise

        log = logging.getLogger("desktop.crash")
        if not log.handlers:
            try:
                bug_reports.make_private_folder(self.path.parent)
                handler: logging.Handler = PrivateLog(self.path, maxBytes=KEPT_BYTES, backupCount=1, encoding="utf-8")
            except OSError:
                handler = logging.StreamHandler()
            handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
            log.addHandler(handler)
        return log

    def _take_from_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.take(args.exc_type, args.exc_value, args.exc_traceback)

    def _take_unraisable(self, args: sys.UnraisableHookArgs) -> None:
        """What goes wrong while something is cleared away is logged, too: Python would print its words."""
        if args.exc_value is not None:
            self.take(args.exc_type, args.exc_value, args.exc_traceback)

    @Slot(object)
    def _tell(self, error: BaseException) -> None:
        details = bug_reports.details(error)
        if details not in self._seen:
            self._seen.add(details)
            self.happened.emit(bug_reports.kind(error), details)
