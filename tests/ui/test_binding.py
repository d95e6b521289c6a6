"""The binding to Qt must not lower reference counts: before Python 3.12, None and True can die of it.

PySide6 6.12.0 does so at every call that returns nothing and at every signal; a window lives a few minutes with it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel

CALLS = 50


class Source(QObject):
    told = Signal()


@pytest.mark.parametrize("what", ["slot", "setter", "getter"])
def test_calls_leave_the_counts_as_they_are(qtbot, what):
    source, label = Source(), QLabel()
    qtbot.addWidget(label)
    calls: dict[str, Callable[[], object]] = {
        "slot": source.told.emit,
        "setter": lambda: label.setText("x"),
        "getter": label.buddy,
    }
    call = calls[what]
    call()
    before = [sys.getrefcount(value) for value in (None, True, False)]
    for _ in range(CALLS):
        call()
    after = [sys.getrefcount(value) for value in (None, True, False)]
    assert all(now > then - CALLS // 2 for now, then in zip(after, before, strict=True))
