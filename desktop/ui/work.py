"""Long work beside the window: given plain values, it tells how far it is, can be cancelled, and opens files itself."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QRunnable, QThreadPool, Signal, Slot

from desktop.model.errors import RefusalError

Progress = Callable[[int, int], None]


class Work(QObject):
    """One piece of work. Start it with `start`; its signals arrive on the window's thread.

    It lives until it has ended, whatever becomes of its owner; when the owner goes, it is cancelled. It is the
    application's, so that it is destroyed by the event loop only, and never by whoever lets go of it last: an exception
    that is kept somewhere holds the frames it passed through, and these the work.

    Attributes:
        result: what came of it, once it has ended; None where nothing did.
        refusal: what ended it before that; None where nothing did.

    Signals:
        progressed: ``(done, of)``.
        finished: the result.
        refused: the `RefusalError` that ended it.
        failed: any other exception; a bug.
        ended: always, last.
    """

    _over = Signal()
    """Whoever listens to `ended` has been told. Were it destroyed by `ended` itself, those who come later in the list
    of its listeners could miss it: the thread tells one after the other, and the window does not wait for it."""

    progressed = Signal(int, int)
    finished = Signal(object)
    refused = Signal(object)
    failed = Signal(object)
    ended = Signal()

    def __init__(self, task: Callable[[Progress, Callable[[], bool]], Any], owner: QObject) -> None:
        super().__init__(QCoreApplication.instance())
        self.result: Any = None
        self.refusal: RefusalError | None = None
        self._task = task
        self._cancelled = threading.Event()
        owner.destroyed.connect(self.cancel)
        self._over.connect(self._leave)

    def start(self) -> None:
        """Begin, in a thread of its own."""
        _RUNNING.add(self)
        QThreadPool.globalInstance().start(_Runner(self))

    def start_unawaited(self) -> None:
        """Begin what may hang, such as asking a share that has gone: the program ends without waiting for it."""
        _RUNNING.add(self)
        threading.Thread(target=self.carry_out, daemon=True).start()

    @Slot()
    def cancel(self) -> None:
        """Ask the work to stop at its next report."""
        self._cancelled.set()

    @property
    def is_cancelled(self) -> bool:
        """Whether it was asked to stop."""
        return self._cancelled.is_set()

    def carry_out(self) -> None:
        """Run the task; called by the thread."""
        try:
            self.result = self._task(self.progressed.emit, self._cancelled.is_set)
        except RefusalError as refusal:
            self.refusal = refusal
            self.refused.emit(refusal)
        except Exception as error:  # noqa: BLE001 - handed to the window, which shows it as the bug it is
            self.failed.emit(error)
        else:
            self.finished.emit(self.result)
        self.ended.emit()
        self._over.emit()

    @Slot()
    def _leave(self) -> None:
        _RUNNING.discard(self)
        self.deleteLater()


class _Runner(QRunnable):
    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work

    def run(self) -> None:
        self._work.carry_out()


_RUNNING: set[Work] = set()


def stop_all() -> None:
    """Cancel what runs and wait for it, before the program ends; not for what was begun unawaited."""
    for work in [*_RUNNING]:
        work.cancel()
    QThreadPool.globalInstance().waitForDone()
