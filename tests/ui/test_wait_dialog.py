"""Work that takes long shows what it is, and can be left while nothing hangs on it."""

from __future__ import annotations

from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui.wait_dialog import WaitDialog
from desktop.ui.work import Work


def ended() -> None:
    for _time in range(3):
        QThreadPool.globalInstance().waitForDone()
        QApplication.processEvents()


def test_what_is_quick_is_not_told(qtbot, closed_session):
    window = QWidget()
    qtbot.addWidget(window)
    work = Work(lambda _progress, _cancelled: 1, window)
    dialog = WaitDialog(window, "Merge", "Reading", work)
    shown = dialog.isVisible()
    work.start()
    ended()
    assert not shown
    assert not window.findChildren(WaitDialog) or not dialog.isVisible()


def test_it_can_be_left_until_it_writes(qtbot, closed_session):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    work = Work(lambda _progress, _cancelled: 1, window)
    dialog = WaitDialog(window, "Merge", "Reading", work, at_once=True)
    assert dialog.isVisible()
    dialog._on_progressed(1, 3)
    assert (dialog.bar.value(), dialog.leave.isEnabled()) == (1, True)
    dialog._on_progressed(1, 1)
    assert not dialog.leave.isEnabled()
    dialog.reject()
    assert not work.is_cancelled
    assert dialog.isVisible()
    work.start()
    ended()


def test_what_was_left_is_cancelled(qtbot, closed_session):
    window = QWidget()
    qtbot.addWidget(window)
    work = Work(lambda _progress, cancelled: cancelled(), window)
    dialog = WaitDialog(window, "Merge", "Reading", work)
    dialog.open()
    with qtbot.waitSignal(work.finished) as found:
        dialog.reject()
        work.start()
    assert found.args == [True]
    ended()


def test_it_says_what_is_done_next_and_that_it_is_given_up(qtbot, closed_session):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    work = Work(lambda _progress, _cancelled: 1, window)
    dialog = WaitDialog(window, "Merge", "Reading", work, at_once=True, stages=["Begin.", "Go on.", "Save."])
    dialog._on_progressed(1, 2)
    assert (dialog.stage.text(), dialog.leave.isEnabled(), dialog.bar.maximum()) == ("Go on.", True, 0)
    dialog.reject()
    dialog._on_progressed(2, 2)
    assert "given up" in dialog.stage.text()
    assert dialog.isVisible()
    work.start()
    ended()


def test_what_is_saved_cannot_be_given_up(qtbot, closed_session):
    window = QWidget()
    qtbot.addWidget(window)
    work = Work(lambda _progress, _cancelled: 1, window)
    dialog = WaitDialog(window, "Merge", "Reading", work, at_once=True, stages=["Begin.", "Save."])
    dialog._on_progressed(1, 1)
    dialog.reject()
    assert (dialog.stage.text(), work.is_cancelled) == ("Save.", False)
    work.start()
    ended()
