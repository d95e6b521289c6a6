"""The passphrase of the open file, and the lock of the window: by a key, or after some minutes without any."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QAction, QGuiApplication, QWindow
from PySide6.QtWidgets import QApplication, QMainWindow, QToolTip, QWidget

from desktop.language import _, ngettext
from desktop.ui.apart_work import ApartWork
from desktop.ui.session import Session

if TYPE_CHECKING:
    from desktop.ui.lock_screen import Cover

MINUTES = (0, 5, 15, 30, 60)
"""After so many the window of an encrypted file may lock itself; 0 for never."""

_MINUTE_MS = 60_000
_TOUCHED = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TabletPress,
}
_FOR_HANDS = {
    *_TOUCHED,
    QEvent.Type.KeyRelease,
    QEvent.Type.Shortcut,
    QEvent.Type.ShortcutOverride,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.ContextMenu,
    QEvent.Type.ToolTip,
}
"""What a locked window keeps from everything but its lock."""

_DROPS = {QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop}
"""What it keeps from everything."""


class Locking(QObject):
    """Carries out the commands about passphrase and lock.

    Args:
        session: whose file it is.
        window: what is locked.
        commit: has the field with the focus write what is typed.
    """

    def __init__(self, session: Session, window: QMainWindow, commit: Callable[[], None]) -> None:
        super().__init__(window)
        self._session, self._window, self._commit = session, window, commit
        self._apart = ApartWork(session, window)
        self._covers: list[Cover] = []
        self._idle = QTimer(self, singleShot=True)
        self._idle.timeout.connect(self.do_lock)
        session.opened.connect(self._wait)
        session.closed.connect(self._on_closed)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.focusWindowChanged.connect(self._on_window)

    @property
    def is_locked(self) -> bool:
        """Whether the window is locked."""
        return bool(self._covers)

    @Slot()
    def do_passphrase(self) -> None:
        """Give the file a passphrase, another one, or take it away."""
        from desktop.ui.passphrase_change import PassphraseChange  # noqa: PLC0415 - only when asked for

        self._commit()
        PassphraseChange(self._session, self._apart).begin()

    @Slot()
    def do_lock_after(self) -> None:
        """Choose after how many minutes the window locks itself."""
        settings = self._session.settings
        options = [(str(minutes), _minutes(minutes)) for minutes in MINUTES]
        options.sort(key=lambda option: option[0] != str(settings.lock_after))
        text = _(
            "When nobody touches the keyboard or the mouse for so long, the window of a file with a passphrase locks "
            "itself. Now: {now}."
        ).format(now=_minutes(settings.lock_after))
        chosen = self._session.dialogs.one_of(_("Lock by itself"), text, options)
        if chosen is not None:
            settings.lock_after = int(chosen)
            self._wait()

    @Slot()
    def do_lock(self) -> None:
        """Hide everything that is shown of the assessment."""
        from desktop.ui.lock_screen import Cover, LockScreen  # noqa: PLC0415 - only when asked for

        if self.is_locked or not self._session.is_open:
            return
        self._commit()
        while (popup := QApplication.activePopupWidget()) is not None:
            if not popup.close():
                popup.hide()
        QToolTip.hideText()
        for action in self._window.findChildren(QAction):
            if action.objectName() in ("undo", "redo"):
                action.setText(_("&Undo") if action.objectName() == "undo" else _("&Redo"))
        screen = LockScreen(self._window, encrypted=self._session.assessment.key is not None)
        screen.typed.connect(self._on_typed)
        screen.leaving.connect(self._on_leaving)
        others = (each for each in QApplication.topLevelWidgets() if each.isVisible() and each is not self._window)
        self._covers = [screen, *(Cover(each) for each in others)]
        for cover in reversed(self._covers):
            cover.fall()
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]  # there is one

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While it is locked, hands reach nothing but the lock, and no window shows a thing; else somebody is there."""
        kind = event.type()
        if not self._covers:
            if kind in _TOUCHED and self._idle.isActive():
                self._idle.start()
            return False
        if kind == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self._cover(watched)
        if kind in _DROPS:
            return True
        if kind not in _FOR_HANDS or isinstance(watched, QWindow):
            return False
        return not (isinstance(watched, QWidget) and self._is_lock(watched))

    def _is_lock(self, part: QWidget) -> bool:
        screen = self._covers[0]
        return part is screen or screen.isAncestorOf(part)

    def _cover(self, window: QWidget) -> None:
        """A window that comes while the lock is on, such as that of work that has ended."""
        from desktop.ui.lock_screen import Cover  # noqa: PLC0415 - only when locked

        if window is not self._window and window.windowType() != Qt.WindowType.ToolTip:
            self._covers.append(Cover(window))
            self._covers[-1].fall()

    @Slot(str)
    def _on_typed(self, passphrase: str) -> None:
        from desktop.ui.lock_screen import LockScreen  # noqa: PLC0415 - only when locked

        screen, key = self._covers[0], self._session.assessment.key
        if key is not None and not key.is_of(passphrase):
            assert isinstance(screen, LockScreen)
            screen.refuse()
            return
        self._lift()
        self._session.unlocked_again.emit()
        self._wait()

    @Slot()
    def _on_leaving(self) -> None:
        self._session.close()

    @Slot()
    def _on_closed(self) -> None:
        self._idle.stop()
        self._lift()

    def _lift(self) -> None:
        if not self._covers:
            return
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]  # there is one
        covers, self._covers = self._covers, []
        for cover in reversed(covers):
            with suppress(RuntimeError):  # its window has gone meanwhile
                cover.lift()

    @Slot()
    def _wait(self) -> None:
        """Begin to count the minutes, where there is something to lock."""
        minutes = self._session.settings.lock_after
        if minutes and self._session.is_open and self._session.assessment.key is not None:
            self._idle.start(minutes * _MINUTE_MS)
            self._on_window(self._window.windowHandle())
        else:
            self._idle.stop()

    @Slot(object)
    def _on_window(self, window: QWindow | None) -> None:
        """Whoever types or points does so in the window that has the focus; one filter on it sees all of that."""
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)


def _minutes(minutes: int) -> str:
    if not minutes:
        return _("Never")
    return ngettext("After {count} minute", "After {count} minutes", minutes).format(count=minutes)
