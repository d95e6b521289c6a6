"""Looking back: the window shows the assessment as it was at a step or on a day, until one comes back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from desktop.language import _
from desktop.ui.session import Session
from desktop.ui.work import Progress, Work

if TYPE_CHECKING:
    from desktop.model.assessment.going_back import PastAssessment


class CancelledError(Exception):
    """Nobody waits for it any more."""


class LookingBack(QObject):
    """Works out beside the window how the assessment was, and lets the window show it."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._work: Work | None = None
        session.then_wanted.connect(self.look)

    @Slot()
    def do_as_of(self) -> None:
        """Ask for a day."""
        from desktop.exchange.typed_days import UnclearDayError  # noqa: PLC0415 - only when asked for
        from desktop.ui.widgets.date_field import day_typed  # noqa: PLC0415

        title, label = _("As it was on a day"), _("The day whose evening is to be seen, such as 2026-03-31:")
        typed = self._session.dialogs.text(title, label)
        if not typed:
            return
        try:
            day = day_typed(typed)
        except UnclearDayError:
            day = None
        if day is None:
            self._session.tell(_("“{text}” is no day. Write it like 2026-03-31.").format(text=typed), "bad")
        else:
            self.look(day)

    @Slot()
    def do_come_back(self) -> None:
        """Show the assessment as it is."""
        if self._session.is_looking_back:
            self._session.come_back()
            self._session.tell(_("You see the assessment as it is now."))

    @Slot(object)
    def look(self, wanted: object) -> None:
        """Show the assessment as it was.

        Args:
            wanted: a step by its id, or a day.
        """
        if self._work is not None or not self._session.is_open:
            return
        from desktop.model.assessment.going_back import as_it_was, moment_at  # noqa: PLC0415 - only when asked for

        present = self._session.present
        path, key = present.path, present.key

        def task(progress: Progress, cancelled: Callable[[], bool]) -> PastAssessment:
            def told(done: int, of: int) -> None:
                if cancelled():
                    raise CancelledError
                progress(done, of)

            moment = moment_at(path, wanted, key=key)  # type: ignore[arg-type] # a signal carries any object
            return as_it_was(path, moment, told, key=key, present=present)

        self._work = Work(task, self)
        self._work.progressed.connect(self._on_progressed)
        self._work.finished.connect(self._on_finished)
        self._work.refused.connect(self._session.refuse)
        self._work.failed.connect(self._on_failed)
        self._work.ended.connect(self._on_ended)
        self._work.start()

    @Slot(int, int)
    def _on_progressed(self, done: int, of: int) -> None:
        if done < of:
            self._session.tell(_("Reading the history: {done} of {of} changes").format(done=done, of=of), "warn")

    @Slot(object)
    def _on_finished(self, past: PastAssessment) -> None:
        if self._session.is_open and self._session.present.path == past.path:
            self._session.look_back(past)
        else:
            past.close()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, CancelledError):
            self._session.report(error)

    @Slot()
    def _on_ended(self) -> None:
        self._work = None
