"""Starting the window."""

from __future__ import annotations

import gc
import os
import signal
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from desktop import language
from desktop.language import _
from desktop.ui import theme
from desktop.ui.crash import CrashReporter
from desktop.ui.dialogs import QtDialogs
from desktop.ui.folders import Folders
from desktop.ui.session import Session
from desktop.ui.settings import Settings
from desktop.ui.window import MainWindow
from desktop.ui.window_garbage import WindowGarbage

EXIT_WHEN_PAINTED = "MATURITY_WORKBENCH_EXIT_WHEN_PAINTED"


def run(path: Path | None = None) -> int:
    """Open the window, with a file when one is named; returns when it is closed.

    On a machine without a display it says so and what to do, and returns 1.
    """
    if _no_display():
        text = _(
            "There is no display to open the window on.\n"
            "Log in to a desktop, or set DISPLAY (for a remote machine: ssh -X).\n"
            "The commands work without a display: python -m desktop --help"
        )
        sys.stderr.write(text + "\n")
        return 1
    app = QApplication([*sys.argv[:1], "-style", theme.STYLE])
    app.setApplicationName("Maturity Workbench")
    app.setDesktopFileName("org.maturityworkbench.Workbench")
    settings = Settings()
    language.choose(settings.language)
    theme.load_fonts()
    theme.choose(app, settings.theme, settings.scale)
    crashes = CrashReporter()
    crashes.install()
    window = make_window(settings, crashes)
    if path is not None:
        window.session.open(path)
    window.show()
    if not settings.kept:
        window.session.tell(_settings_told(settings), "warn")
    app.styleHints().colorSchemeChanged.connect(window.dressing.dress)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if os.environ.get(EXIT_WHEN_PAINTED):
        leave_when_painted(window)
    QTimer.singleShot(0, _speak)
    gc.freeze()  # the program and its window stay until the end
    WindowGarbage(window)
    status = app.exec()
    del window
    return status


def _speak() -> None:
    from desktop.ui.widgets.spoken_areas import speak_areas  # noqa: PLC0415 - loads long lists of names

    speak_areas()


def make_window(settings: Settings, crashes: CrashReporter) -> MainWindow:
    """The main window with the real dialogs."""
    window = MainWindow(Session(settings, _Later()), crashes)
    window.session.setParent(window)
    window.session.dialogs = QtDialogs(window, Folders(window.session))
    return window


class _Later(QtDialogs):
    """Stands in until the window that dialogs belong to exists."""

    def __init__(self) -> None:
        pass


class _PaintWatch(QObject):
    """Leaves the program once the window has been painted."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's hook."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, QCoreApplication.quit)
        return False


def leave_when_painted(window: MainWindow) -> None:
    """For measuring start-up: quit after the first painting."""
    watch = _PaintWatch(window)
    page = window.pages.currentWidget()
    assert page is not None
    page.installEventFilter(watch)


def _settings_told(settings: Settings) -> str:
    from desktop.characters import one_line  # noqa: PLC0415 - seldom needed

    return _(
        "The settings in {path} cannot be read or written, so what you set now is forgotten when you leave. Make "
        "the file writable, or remove it."
    ).format(path=one_line(str(settings.place)))


def _no_display() -> bool:
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return False
    return not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
