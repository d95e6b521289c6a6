"""Garbage is collected by the window's thread alone.

A collection runs on whatever thread happens to ask for memory, and a widget that is deleted on any but the window's
takes the program with it. A thread may come from a library, or hang for minutes at a share that has gone, so it is no
use to put collections off while threads are known to run.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

_INTERVAL_MS = 1000
_GROWN = 1.25
"""All is looked at once there is a quarter more than the last such look left: Python itself holds it so."""


class WindowGarbage(QObject):
    """Collects now and then, and has nothing collected otherwise.

    Args:
        owner: lives as long as the window; on its thread.
    """

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        gc.disable()
        self._left = len(gc.get_objects(2))
        timer = QTimer(self)
        timer.timeout.connect(self.collect)
        timer.start(_INTERVAL_MS)

    @Slot()
    def collect(self) -> None:
        """Collect as Python would by itself: seldom what has lasted, and only where enough has come."""
        young, middle, _old = (count > most for count, most in zip(gc.get_count(), gc.get_threshold(), strict=True))
        if not young:
            return
        if middle and len(gc.get_objects(2)) > self._left * _GROWN:
            gc.collect()
            self._left = len(gc.get_objects(2))
        else:
            gc.collect(1 if middle else 0)
