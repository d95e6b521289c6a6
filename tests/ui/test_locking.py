"""The window locks: nothing of the assessment is seen, heard or done until the passphrase is typed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QAccessibleInterface, QDropEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.model.assessment import Assessment
from desktop.ui.lock_screen import LockScreen
from desktop.ui.locking import MINUTES
from desktop.ui.window import MainWindow
from tests.builders import tiny_pack
from tests.encrypted import MARKER, PASSPHRASE, key
from tests.gui import Keyboard


@pytest.fixture
def encrypted(window: MainWindow, tmp_path) -> MainWindow:
    """The window with an encrypted file."""
    path = tmp_path / "site.maturity"
    Assessment.create(path, [tiny_pack()], author="Ada", organisation=MARKER, key=key()).close()
    assert window.session.open(path, key())
    return window


def screen(window: MainWindow) -> LockScreen:
    found = window.findChild(LockScreen)
    assert found is not None
    return found


def shown(window: QWidget) -> list[QWidget]:
    """What can be seen in a window."""
    return [part for part in window.findChildren(QWidget) if part.isVisible()]


def heard(part: QAccessibleInterface | None) -> list[str]:
    """What a screen reader finds in a window, hidden parts left out."""
    if part is None or part.state().invisible:
        return []
    said = [part.text(kind) for kind in (QAccessible.Text.Name, QAccessible.Text.Value, QAccessible.Text.Description)]
    return said + [text for number in range(part.childCount()) for text in heard(part.child(number))]


def test_nothing_of_it_is_left_to_see_or_hear(encrypted: MainWindow, keyboard: Keyboard):
    assert MARKER in encrypted.windowTitle()
    keyboard.press("Ctrl+L")
    lock = screen(encrypted)
    assert {part for part in shown(encrypted) if part is not lock and not lock.isAncestorOf(part)} == set()
    assert lock.geometry() == encrypted.rect()
    assert MARKER not in encrypted.windowTitle()
    assert not [text for text in heard(QAccessible.queryAccessibleInterface(encrypted)) if MARKER in text]
    assert encrypted.commands.actions["undo"].text() == "&Undo"


def test_the_passphrase_brings_it_back_where_one_was(encrypted: MainWindow, keyboard: Keyboard):
    keyboard.press("Ctrl+2")
    focused, title, before = keyboard.focus, encrypted.windowTitle(), set(shown(encrypted))
    keyboard.press("Ctrl+L")
    keyboard.write("wrong")
    keyboard.press("Return")
    lock = screen(encrypted)
    assert lock.problem.isVisible()
    assert keyboard.focus is lock.field
    keyboard.write(PASSPHRASE)
    keyboard.press("Return")
    assert not encrypted.locking.is_locked
    assert (keyboard.focus, encrypted.windowTitle(), set(shown(encrypted))) == (focused, title, before)
    assert encrypted.commands.actions["undo"].text().startswith("&Undo: ")


def test_hands_reach_nothing_but_the_lock(encrypted: MainWindow, keyboard: Keyboard):
    keyboard.press("Ctrl+2", "Ctrl+L")
    lock = screen(encrypted)
    steps = len(encrypted.session.assessment.history.steps())
    keyboard.press("Ctrl+Z", "Ctrl+1", "Ctrl+K", "Ctrl+W", "F1", "Ctrl+N")
    assert encrypted.session.is_open
    assert len(encrypted.session.assessment.history.steps()) == steps
    assert encrypted.locking.is_locked
    assert set(shown(encrypted)) - {lock} == set(shown(lock))
    page = encrypted.page
    assert page is not None
    press = QMouseEvent(
        QEvent.Type.MouseButtonPress,
        QPointF(5, 5),
        QPointF(5, 5),
        Qt.MouseButton.LeftButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    assert encrypted.locking.eventFilter(page, press), "it is kept from what is not the lock"
    assert not encrypted.locking.eventFilter(lock.field, press)


def test_files_that_are_dropped_on_it_are_not_taken(encrypted: MainWindow, tmp_path, dialogs, keyboard: Keyboard):
    other = tmp_path / "other.maturity"
    Assessment.create(other, [tiny_pack()], author="Ada").close()
    keyboard.press("Ctrl+L")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(other))])
    event = QDropEvent(
        QPointF(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(encrypted.windowHandle(), event)
    assert encrypted.session.assessment.path != other
    assert encrypted.locking.is_locked


def test_what_is_told_meanwhile_waits(encrypted: MainWindow, keyboard: Keyboard):
    keyboard.press("Ctrl+L")
    encrypted.session.tell(MARKER, "bad")
    encrypted.setWindowTitle(f"{MARKER} — Maturity Workbench")
    assert not [part for part in encrypted.findChildren(QLabel) if part.isVisible() and MARKER in part.text()]
    assert MARKER not in encrypted.windowTitle()
    keyboard.write(PASSPHRASE)
    keyboard.press("Return")
    assert encrypted.toast.text == MARKER
    assert MARKER in encrypted.windowTitle()


def test_dialogs_are_covered_too_those_that_come_among_them(encrypted: MainWindow, qtbot, keyboard: Keyboard):
    dialogs = []
    for number in range(2):
        dialog = QDialog(encrypted)
        dialog.setWindowTitle(MARKER)
        column = QVBoxLayout(dialog)
        column.addWidget(QLineEdit(MARKER))
        qtbot.addWidget(dialog)
        dialogs.append(dialog)
        if number == 0:
            dialog.show()
            encrypted.locking.do_lock()
    dialogs[1].show()
    for dialog in dialogs:
        assert not any(field.isVisible() for field in dialog.findChildren(QLineEdit))
        assert MARKER not in dialog.windowTitle()
    lock = screen(encrypted)
    lock.field.setText(PASSPHRASE)
    lock.back.click()
    for dialog in dialogs:
        assert all(field.isVisible() for field in dialog.findChildren(QLineEdit))
        assert dialog.windowTitle() == MARKER


def test_a_file_without_passphrase_is_only_hidden_and_that_is_said(open_window: MainWindow, keyboard: Keyboard):
    keyboard.press("Ctrl+L")
    lock = screen(open_window)
    told = " ".join(label.text() for label in lock.findChildren(QLabel) if label.isVisible())
    assert "only hidden" in told
    assert not lock.field.isVisible()
    assert keyboard.focus is lock.back
    keyboard.press("Return")
    assert not open_window.locking.is_locked


def test_closing_the_file_needs_no_passphrase(encrypted: MainWindow, keyboard: Keyboard):
    keyboard.press("Ctrl+L")
    screen(encrypted).leave.click()
    assert not encrypted.session.is_open
    assert not encrypted.locking.is_locked
    assert encrypted.pages.isVisible()
    keyboard.press("Ctrl+L")
    assert not encrypted.locking.is_locked, "there is nothing to lock"


def test_it_locks_by_itself_when_nobody_touches_it(encrypted: MainWindow, dialogs, keyboard: Keyboard):
    timer = encrypted.locking._idle
    assert timer.isActive()
    assert timer.interval() == encrypted.session.settings.lock_after * 60_000
    begun = timer.timerId()
    keyboard.press("Down")
    assert timer.timerId() != begun, "it begins anew: somebody is there"
    timer.timeout.emit()
    assert encrypted.locking.is_locked
    screen(encrypted).field.setText(PASSPHRASE)
    screen(encrypted).back.click()
    dialogs.ways = ["0"]
    encrypted.locking.do_lock_after()
    assert encrypted.session.settings.lock_after == 0
    assert not timer.isActive()
    dialogs.ways = ["5"]
    encrypted.locking.do_lock_after()
    assert timer.interval() == 5 * 60_000
    assert 5 in MINUTES


def test_a_file_without_passphrase_does_not_lock_by_itself(open_window: MainWindow):
    assert not open_window.locking._idle.isActive()


def test_what_is_half_typed_is_kept_before_it_locks(open_window: MainWindow, keyboard: Keyboard):
    keyboard.press("Ctrl+2")
    field = next(part for part in open_window.findChildren(QLineEdit) if part.isVisible() and hasattr(part, "commit"))
    field.setFocus()
    keyboard.retype("Half typed")
    keyboard.press("Ctrl+L")
    assert not field.isVisible()
    assert not field.is_typing  # type: ignore[attr-defined]  # a `LineField`
    assert QApplication.activePopupWidget() is None
