"""The toast: what the program has to say, laid over the page so that nothing moves under the mouse."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCursor, QEnterEvent, QGuiApplication, QHideEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop.language import N_, NC_, _
from desktop.ui.theme import px
from desktop.ui.wearing import wear
from desktop.ui.widgets.text import Label, restyle

GOOD_NEWS_MS = 6000
"""Good news stays at least so long,"""
READING_MS = 70
"""and for each letter of it so long."""
WIDTH, EDGE = 560, 14
"""At most so wide, in pixels at 100 %, and so far from the page's edges."""

SIGNS = {
    "good": NC_("of a message", "Done"),
    "warn": NC_("of a message", "Note"),
    "bad": NC_("of a message", "Not done"),
}
WAYS = {
    "undo": N_("Undo"),
    "redo": N_("Redo"),
    "open": N_("Open…"),
    "reopen": N_("Open again"),
    "save_copy": N_("Save a sound copy…"),
    "folder": N_("Open folder"),
}


class Notice(NamedTuple):
    """Something to say.

    Attributes:
        text: in plain words.
        tone: ``good`` leaves by itself, ``warn`` and ``bad`` wait to be closed.
        details: can be copied; empty for none.
        way: the key of a command that helps, one of `WAYS`, or ``folder``; empty otherwise.
        folder: what ``folder`` opens.
        holds: whether it is still true; None when nothing that happens later makes it untrue.
        offers: whether its way still leads where it did; None for always.
    """

    text: str
    tone: str
    details: str = ""
    way: str = ""
    folder: Path | None = None
    holds: Callable[[], bool] | None = None
    offers: Callable[[], bool] | None = None


class Toast(QFrame):
    """Lies over the page, where neither the mouse nor the field with the focus is.

    News that has to be closed waits beneath what is told after it, and comes back. What is no longer true goes.

    Signals:
        wanted: the way was pressed.
        folder_wanted: the folder that should be opened.
    """

    wanted = Signal(str)
    folder_wanted = Signal(object)

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setObjectName("toast")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._over = over
        self._sign = Label("", "strong")
        self._text = Label("", wrap=True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._way, self._copy, self._close = QPushButton(), QPushButton(_("Copy details")), QPushButton(_("Close"))
        self._close.setAccessibleName(_("Close this message"))
        self._way.clicked.connect(self._on_way)
        self._copy.clicked.connect(self._on_copy)
        self._close.clicked.connect(self.dismiss)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        for button in (self._way, self._copy, self._close):
            button.setProperty("kind", "chip")
            buttons.addWidget(button)
        words = QHBoxLayout()
        words.setSpacing(12)
        words.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        words.addWidget(self._text, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 10, 8)
        column.setSpacing(6)
        column.addLayout(words)
        column.addLayout(buttons)
        self._notices: list[Notice] = []
        self._before: QWidget | None = None
        self._timer = QTimer(self, singleShot=True, interval=GOOD_NEWS_MS)
        self._timer.timeout.connect(self._on_time)
        over.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """What it says; empty when it is away."""
        return self._notices[-1].text if self._notices else ""

    def say(self, text: str, tone: str, details: str = "") -> None:
        """Say something; `tone` is ``good``, ``warn`` or ``bad``, `details` can be copied."""
        self.show_notice(Notice(text=text, tone=tone, details=details))

    def show_notice(self, notice: Notice) -> None:
        """Say something. News that leaves by itself is replaced; bad news waits beneath."""
        self._notices = [each for each in self._notices if each.tone == "bad" and each.text != notice.text]
        self._notices.append(notice)
        self._show_last()
        self._announce(urgent=notice.tone == "bad")

    @Slot(object)
    def offer_folder(self, folder: Path) -> None:
        """Offer to open the folder that what is shown speaks of."""
        if self._notices:
            self._notices[-1] = self._notices[-1]._replace(way="folder", folder=folder)
            self._show_last()

    def hold_bad_news(self, holds: Callable[[], bool]) -> None:
        """Let the bad news that is shown go once it no longer holds."""
        if self._notices and self._notices[-1].tone == "bad" and self._notices[-1].holds is None:
            self._notices[-1] = self._notices[-1]._replace(holds=holds)

    @Slot()
    def dismiss(self) -> None:
        """Close what is shown; what waits beneath comes back."""
        if self._notices:
            self._notices.pop()
        self._show_last()

    def clear(self) -> None:
        """Close everything."""
        self._notices.clear()
        self._show_last()

    def recheck(self) -> None:
        """Drop what is no longer true; called after every step."""
        kept = [notice for notice in self._notices if notice.holds is None or notice.holds()]
        if kept == self._notices:
            self._show_way()
        else:
            self._notices = kept
            self._show_last()

    @Slot()
    def stay_above(self) -> None:
        """Lie over the page that came to the front."""
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in its corner when the page changes its size."""
        if event.type() == QEvent.Type.Resize and watched is self._over and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """It never leaves under the mouse."""
        super().enterEvent(event)
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Time goes on."""
        super().leaveEvent(event)
        if self._notices and self._notices[-1].tone == "good":
            self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Give the focus back to where it was."""
        super().hideEvent(event)
        self._timer.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Its corner depends on its size."""
        super().resizeEvent(event)
        if self.isVisible():
            self._place()

    def _show_last(self) -> None:
        if not self._notices:
            self._leave()
            return
        notice = self._notices[-1]
        self._sign.setText(_(SIGNS[notice.tone]))
        self._text.setText(notice.text)
        self.setAccessibleName(f"{_(SIGNS[notice.tone])}: {notice.text}")
        self._copy.setVisible(bool(notice.details))
        self._show_way()
        if self.property("tone") != notice.tone:
            self.setProperty("tone", notice.tone)
            restyle(self)
        focused = QApplication.focusWidget()
        if focused is None or not self.isAncestorOf(focused):
            self._before = focused
        wear(self)
        self._place()
        self.show()
        self._place()  # what was never shown did not know how its text breaks
        self.raise_()
        self._timer.stop()
        if notice.tone == "good":
            self._timer.setInterval(max(GOOD_NEWS_MS, READING_MS * len(notice.text)))
            self._timer.start()

    def _leave(self) -> None:
        focused, before = QApplication.focusWidget(), self._before
        self._before = None
        if before is not None and not isValid(before):  # such as the field of a lock that is lifted
            before = None
        if focused is not None and self.isAncestorOf(focused) and before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()

    def _announce(self, *, urgent: bool) -> None:
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # noqa: PLC0415 - loads long lists of names

        said = QAccessibleAnnouncementEvent(self, self.accessibleName())
        said.setPoliteness(
            QAccessible.AnnouncementPoliteness.Assertive if urgent else QAccessible.AnnouncementPoliteness.Polite
        )
        QAccessible.updateAccessibility(said)

    def _show_way(self) -> None:
        if not self._notices:
            return
        notice = self._notices[-1]
        self._way.setText(_(WAYS[notice.way]) if notice.way else "")
        self._way.setVisible(bool(notice.way) and (notice.offers is None or notice.offers()))

    def _place(self) -> None:
        """At the bottom right, or at the top right where the mouse or the focus is in the way."""
        room = self._over.rect().adjusted(px(EDGE), px(EDGE), -px(EDGE), -px(EDGE))
        width = min(px(WIDTH), room.width())
        layout = self.layout()
        assert layout is not None
        layout.activate()
        height = min(max(layout.totalHeightForWidth(width), layout.minimumSize().height()), room.height())
        low = QRect(room.right() - width + 1, room.bottom() - height + 1, width, height)
        high = low.translated(0, room.top() - low.top())
        self.setGeometry(high if self._in_the_way(low) and not self._in_the_way(high) else low)

    def _in_the_way(self, spot: QRect) -> bool:
        if spot.contains(self._over.mapFromGlobal(QCursor.pos())) and not self.underMouse():
            return True
        focused = QApplication.focusWidget()
        if focused is None or not self._over.isAncestorOf(focused) or self.isAncestorOf(focused):
            return False
        field = QRect(focused.mapTo(self._over, QPoint()), focused.size())
        return focused.height() < px(120) and spot.intersects(field)

    @Slot()
    def _on_time(self) -> None:
        focused = QApplication.focusWidget()
        if self.underMouse() or (focused is not None and self.isAncestorOf(focused)):
            self._timer.start()
        else:
            self.dismiss()

    @Slot()
    def _on_way(self) -> None:
        if not self._notices:
            return
        notice = self._notices[-1]
        self.dismiss()
        if notice.folder is not None:
            self.folder_wanted.emit(notice.folder)
        else:
            self.wanted.emit(notice.way)

    @Slot()
    def _on_copy(self) -> None:
        if self._notices:
            QGuiApplication.clipboard().setText(self._notices[-1].details)
