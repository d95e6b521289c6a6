"""What keys do where the cursor is: said once, for the keys, the menu at the cursor and the list of keys.

The convention that holds on every page:

- Tab goes on to the next control, and Shift+Tab back; neither moves inside a table.
- Arrow keys move inside what has the cursor: lines, chips, numbers.
- Enter does what the thing under the cursor is for: it presses a button, opens a list to choose from, edits or opens a
  line, and in a field writes what is typed and goes back to the list it belongs to.
- Esc goes back to where one came from; what was typed stays.
- Space ticks. A key that is held does its work once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Slot
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QWidget

from desktop.ui.keystrokes import RHYTHM, strokes


class Deed(NamedTuple):
    """Something that keys do.

    Attributes:
        keys: what it answers to, as `keystrokes.strokes` names them; the first is the one that people read.
        text: what it does, translated; empty for a second way to do something, which is listed nowhere.
        act: does it.
        listed: whether the menu at the cursor offers it.
    """

    keys: tuple[str, ...]
    text: str
    act: Callable[[], object]
    listed: bool = True


class Keyed:
    """Mixed into a widget before Qt's class: its `deeds` are done by their keys and offered in its context menu."""

    def deeds(self) -> Sequence[Deed]:
        """What can be done now."""
        return ()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key stands for, once however long it is held."""
        if not perform(self.deeds(), event):
            super().keyPressEvent(event)  # type: ignore[misc]  # Qt's class comes next

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Know when a key was let go."""
        RHYTHM.note_release(event)
        super().keyReleaseEvent(event)  # type: ignore[misc]

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done, at the mouse or by the menu key."""
        assert isinstance(self, QWidget)
        found = [deed for deed in self.deeds() if deed.listed and deed.text]
        if not found:
            event.ignore()
            return
        event.accept()
        DeedMenu(self, found).open_at(event.globalPos())


class DeedMenu(QMenu):
    """Deeds to choose from, each with its key beside it."""

    def __init__(self, owner: QWidget, found: Sequence[Deed]) -> None:
        super().__init__(owner)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._deeds: dict[str, Deed] = {}
        for number, deed in enumerate(found):
            action = self.addAction(f"{deed.text.replace('&', '&&')}\t{deed.keys[0] if deed.keys else ''}")
            action.setData(str(number))
            self._deeds[str(number)] = deed
        self.triggered.connect(self._on_chosen)

    def open_at(self, place: QPoint) -> None:
        """Show it; the window goes on."""
        self.popup(place)

    @Slot(QAction)
    def _on_chosen(self, action: QAction) -> None:
        self._deeds[str(action.data())].act()


def perform(deeds: Sequence[Deed], event: QKeyEvent) -> bool:
    """Do the deed that a key stands for, once however long it is held. True when there is one."""
    taken = {key for deed in deeds for key in deed.keys}
    for stroke in strokes(event, taken):
        for deed in deeds:
            if stroke in deed.keys:
                if not RHYTHM.repeats(event):
                    deed.act()
                event.accept()
                return True
    return False


class EnterPresses(QObject):
    """Lets Enter press whichever button has the focus, as Space does; one of them serves the whole application."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.setObjectName(_PRESSES)
        app.focusChanged.connect(self._on_focus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Press by Enter, unless Enter does something for all that the button belongs to."""
        if not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.KeyRelease:
            RHYTHM.note_release(event)
        if event.type() != QEvent.Type.KeyPress:
            return False
        if not isinstance(watched, QAbstractButton) or "Enter" not in strokes(event) or _enters(watched):
            return False
        if not RHYTHM.repeats(event):
            watched.click()
        return True

    @Slot("QWidget*", "QWidget*")
    def _on_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        if isinstance(before, QAbstractButton):
            before.removeEventFilter(self)
        if isinstance(now, QAbstractButton):
            now.installEventFilter(self)


_PRESSES = "enter-presses"


def let_enter_press() -> None:
    """Let Enter press buttons in every window from now on."""
    app = QApplication.instance()
    if isinstance(app, QApplication) and app.findChild(EnterPresses, _PRESSES) is None:
        EnterPresses(app)


def _enters(button: QAbstractButton) -> bool:
    around = button.parentWidget()
    while around is not None:
        if isinstance(around, Keyed) and any("Enter" in deed.keys for deed in around.deeds()):
            return True
        around = around.parentWidget()
    return False


def focused_in(page: QWidget) -> QWidget | None:
    """Where the focus was last in a page; None where it never was, of which Qt's annotation does not know."""
    return page.focusWidget()
