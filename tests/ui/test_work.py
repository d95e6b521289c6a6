"""Long work beside the window."""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject, QThread

from desktop.model.errors import RefusalError
from desktop.ui.work import _RUNNING as RUNNING
from desktop.ui.work import Work, stop_all


def test_work_runs_in_another_thread_and_reports(qtbot, qapp):
    owner = QObject()
    here = QThread.currentThread()
    steps: list[tuple[int, int]] = []

    def task(progress, cancelled):
        progress(1, 2)
        return QThread.currentThread() is not here

    work = Work(task, owner)
    work.progressed.connect(lambda done, of: steps.append((done, of)))
    with qtbot.waitSignal(work.finished) as finished:
        work.start()
    assert finished.args == [True]
    assert steps == [(1, 2)]


def test_work_can_be_cancelled(qtbot, qapp):
    owner = QObject()

    def task(progress, cancelled):
        while not cancelled():
            pass
        return "stopped"

    work = Work(task, owner)
    with qtbot.waitSignal(work.finished) as finished:
        work.start()
        work.cancel()
    assert finished.args == ["stopped"]


def test_refusals_and_bugs_are_told_apart(qtbot, qapp):
    owner = QObject()

    def refused(progress, cancelled):
        raise RefusalError("file.missing", path="x")

    def broken(progress, cancelled):
        raise ZeroDivisionError

    work = Work(refused, owner)
    with qtbot.waitSignal(work.refused) as caught:
        work.start()
    assert caught.args[0].code == "file.missing"
    work = Work(broken, owner)
    with qtbot.waitSignal(work.failed) as failed:
        work.start()
    assert isinstance(failed.args[0], ZeroDivisionError)


def test_the_program_ends_without_what_is_not_awaited(qtbot, qapp):
    gone = threading.Event()
    work = Work(lambda _progress, _cancelled: gone.wait(20), QObject())
    with qtbot.waitSignal(work.finished) as finished:
        work.start_unawaited()
        stop_all()
        assert work in RUNNING
        gone.set()
    assert finished.args == [True]


def test_the_event_loop_destroys_work_and_not_whoever_lets_go_of_it_last(qtbot, qapp):
    kept: list[BaseException] = []

    def failing(progress, cancelled):
        try:
            raise LookupError
        except LookupError as error:
            kept.append(error)  # as a library may that remembers what it did not find

    for _time in range(20):
        owner = QObject()
        gone: list[bool] = []
        work = Work(failing, owner)
        work.destroyed.connect(lambda _work, gone=gone: gone.append(True))
        work.ended.connect(owner.deleteLater)
        work.start()
        del work
        qtbot.waitUntil(lambda gone=gone: len(gone) == 1)
        kept.clear()


def test_it_is_there_until_all_who_listen_have_been_told(qtbot, qapp):
    work = Work(lambda _progress, _cancelled: None, QObject())
    there: list[bool] = []
    work.ended.connect(lambda: there.append(work in RUNNING))
    with qtbot.waitSignal(work.ended):
        work.start()
    qtbot.waitUntil(lambda: work not in RUNNING)
    assert there == [True]
