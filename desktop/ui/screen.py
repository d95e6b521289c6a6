"""Where windows open: within what is free of the screen."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QPoint, QRect, QSize
from PySide6.QtWidgets import QDialog, QMainWindow

USUAL = QSize(1280, 800)
FRAME = QSize(16, 40)
"""What the system draws around a window, as long as it is not known."""


def open_within_screen(window: QMainWindow, remembered: QByteArray) -> None:
    """Give a window the place it had, or the usual size; never more than is free of the screen."""
    is_known = window.restoreGeometry(remembered)
    free = window.screen().availableGeometry()
    if is_known:
        wanted = placed(window.geometry(), free)
    else:
        wanted = placed(QRect(QPoint(), USUAL), free)
        wanted.moveCenter(free.center())
    if not (window.isMaximized() or window.isFullScreen()):
        window.setGeometry(wanted)


def keep_to_screen(dialog: QDialog) -> None:
    """Put a dialog that is not shown yet over the middle of its window, within what is free of the screen."""
    free, below = dialog.screen().availableGeometry(), dialog.parentWidget()
    wanted = QRect(QPoint(), dialog.size())
    wanted.moveCenter(free.center() if below is None else below.window().geometry().center())
    dialog.setGeometry(placed(wanted, free))


def placed(wanted: QRect, free: QRect) -> QRect:
    """A window's inner place, shrunk and moved so that it lies in the free area with its frame."""
    size = wanted.size().boundedTo(free.size() - FRAME)
    most = QPoint(free.right() + 1 - size.width() - FRAME.width() // 2, free.bottom() + 1 - size.height() - 8)
    least = QPoint(free.left() + FRAME.width() // 2, free.top() + FRAME.height() - 8)
    left = max(least.x(), min(wanted.left(), most.x()))
    top = max(least.y(), min(wanted.top(), most.y()))
    return QRect(QPoint(left, top), size)
