"""What is no longer used is destroyed on the window's thread, whatever threads do meanwhile."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QThread

from desktop.ui import window_garbage
from desktop.ui.window_garbage import WindowGarbage


class Ring(QObject):
    """Only a collection finds it."""

    def __init__(self, destroyed_by: list[QThread]) -> None:
        super().__init__()
        self.ring = self
        self._destroyed_by = destroyed_by

    def __del__(self) -> None:
        self._destroyed_by.append(QThread.currentThread())


@pytest.fixture
def garbage(qapp, monkeypatch) -> Iterator[WindowGarbage]:
    monkeypatch.setattr(window_garbage, "_INTERVAL_MS", 10)
    usual = gc.get_threshold()
    gc.collect()
    gc.freeze()
    gc.enable()
    gc.set_threshold(200, 3, 3)
    found = WindowGarbage(qapp)
    yield found
    found.deleteLater()
    gc.set_threshold(*usual)


def much() -> list[list[object]]:
    """Enough to be looked at, were it looked at by itself."""
    return [[] for _ in range(500)]


def test_no_other_thread_destroys_a_part_of_the_window(garbage: WindowGarbage, qapp):
    destroyed_by: list[QThread] = []
    Ring(destroyed_by)
    thread = threading.Thread(target=much)
    thread.start()
    thread.join()
    assert destroyed_by == []
    kept = much()
    garbage.collect()
    assert destroyed_by == [qapp.thread()]
    assert kept


def test_it_is_done_by_itself(garbage: WindowGarbage, qtbot):
    destroyed_by: list[QThread] = []
    Ring(destroyed_by)
    kept = much()
    qtbot.waitUntil(lambda: len(destroyed_by) == 1)
    assert kept


def test_all_is_looked_at_only_once_there_is_a_quarter_more(garbage: WindowGarbage):
    def looks() -> int:
        return int(gc.get_stats()[2]["collections"])

    def go_on(times: int) -> list[object]:
        kept: list[object] = []
        for _ in range(times):
            kept.append(much())
            garbage.collect()
        return kept

    begun = looks()
    first = go_on(300)
    middle = looks()
    more = go_on(300)
    assert middle - begun >= 3
    assert 1 <= looks() - middle <= 4
    assert first
    assert more
