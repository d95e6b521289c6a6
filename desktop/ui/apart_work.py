"""What takes long and writes to the open file: done beside the window, which shows nothing of the file meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from desktop.language import _
from desktop.ui.session import Session
from desktop.ui.wait_dialog import WaitDialog
from desktop.ui.work import Progress, Work

if TYPE_CHECKING:
    from desktop.model.assessment import Assessment
    from desktop.model.files.file_key import FileKey
    from desktop.model.merging.onlooker import Onlooker

BULK = 4000
"""Steps with more changes of cells than these take so long that the window would be seen to wait."""


class ApartWork(QObject):
    """Closes the file for the window, lets an operation have it in a thread, and opens it again, whatever came of it.

    Args:
        session: whose file it is.
        window: over which one waits.
    """

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._window = session, window
        self._work: Work | None = None
        self._then: Callable[[Any], None] = _nothing
        self._open: Callable[[], bool] = bool

    def begin(
        self, title: str, text: str, operation: Callable[[Assessment, Onlooker], object], then: Callable[[Any], None]
    ) -> None:
        """Begin what needs the open file.

        Args:
            title: what is done, in a word or two.
            text: and in a sentence.
            operation: is given the open file, and who waits for it.
            then: is given what came of it, once the file is open in the window again; None where it was left.
        """
        from desktop.model.assessment import Assessment  # noqa: PLC0415 - only when asked for
        from desktop.model.merging.onlooker import MergeStage, Onlooker  # noqa: PLC0415 - likewise

        path, key, author = self._session.assessment.path, self._session.assessment.key, self._session.author

        def task(progress: Progress, cancelled: Callable[[], bool]) -> object:
            with Assessment.open(path, author=author, key=key) as found:
                if cancelled():
                    return None
                return operation(found, Onlooker(lambda stage: progress(stage, MergeStage.SAVING), cancelled))

        self._begin(title, text, task, then, lambda _result: key, stages=_stages())

    def begin_closed(
        self,
        title: str,
        text: str,
        operation: Callable[[], object],
        then: Callable[[Any], None],
        key_after: Callable[[Any], FileKey | None],
    ) -> None:
        """Begin what needs the file closed, and cannot be left.

        Args:
            title: what is done, in a word or two.
            text: and in a sentence.
            operation: what is done.
            then: is given what came of it, once the file is open again; not where it was refused.
            key_after: gives what opens the file then; it is given None where it was refused.
        """

        def task(progress: Progress, _cancelled: Callable[[], bool]) -> object:
            progress(1, 1)
            return operation()

        self._begin(title, text, task, then, key_after)

    def _begin(
        self,
        title: str,
        text: str,
        task: Callable[[Progress, Callable[[], bool]], object],
        then: Callable[[Any], None],
        key_after: Callable[[Any], FileKey | None],
        *,
        stages: Sequence[str] = (),
    ) -> None:
        session, path = self._session, self._session.assessment.path

        def opened() -> bool:
            with session.turning():
                return session.open(path, key_after(None if self._work is None else self._work.result))

        self._then, self._open = then, opened
        with session.turning():
            session.close()
        self._work = work = Work(task, self)
        WaitDialog(self._window, title, text, work, at_once=True, stages=stages)
        work.failed.connect(session.report)
        work.ended.connect(self._on_ended)
        work.start()

    @Slot()
    def _on_ended(self) -> None:
        work = self._work
        assert work is not None
        is_open = self._open()
        self._work = None
        if not is_open:
            self._session.closed.emit()  # what was to be opened again is not: the window shows where one begins
        if work.refusal is not None and work.refusal.code != "merge.given_up":
            self._session.refuse(work.refusal)
        elif is_open:
            self._then(work.result)


def _stages() -> Sequence[str]:
    """What is done next, by stage."""
    return (
        _("A restore point is made."),
        _("Steps are taken in, and what follows from all of them is worked out."),
        _("The rules are asked what follows."),
        _("It is saved. This can no longer be cancelled."),
    )


def _nothing(_result: object) -> None:
    """Nothing follows."""
