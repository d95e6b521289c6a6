"""Undo and redo as the window does them: carried out, told, and shown where it happened."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from desktop.language import _
from desktop.ui.session import Session
from desktop.ui.toast import Notice, Toast

if TYPE_CHECKING:
    from desktop.model.journal import Changed, StepId


class Walking(QObject):
    """Goes through the steps of the open assessment, and keeps the toast true while others are made."""

    def __init__(self, session: Session, toast: Toast, front: Callable[[], str], parent: QObject) -> None:
        """Make it.

        Args:
            session: has the open assessment.
            toast: tells.
            front: the key of the page in front.
            parent: the window.
        """
        super().__init__(parent)
        self._session, self._toast, self._front = session, toast, front
        session.told_of_step.connect(self.tell_of_step)
        session.changed.connect(self._on_changed)
        session.refused.connect(self._on_refused)
        session.closed.connect(toast.clear)

    @Slot()
    def undo(self) -> None:
        """Undo the last edit and show where."""
        history = self._session.assessment.history
        self._walk(history.undo, _("Undone: {step}"), "redo")

    @Slot()
    def redo(self) -> None:
        """Redo what was undone last and show where."""
        history = self._session.assessment.history
        self._walk(history.redo, _("Redone: {step}"), "undo")

    @Slot(str, object)
    def tell_of_step(self, text: str, told: StepId) -> None:
        """Tell about a step for as long as it stands, with undo for as long as it is the next to be undone."""
        assessment = self._session.assessment
        history = assessment.history

        def stands() -> bool:
            return told in history.in_effect()

        def is_next() -> bool:
            step = history.next_undo()
            return step is not None and step.id == told and not assessment.readonly

        self._toast.show_notice(Notice(text=text, tone="good", way="undo", holds=stands, offers=is_next))

    def _walk(self, walk: Callable[[], Changed], text: str, back: str) -> None:
        changed = self._session.run(walk)
        if changed is None or changed.step is None:
            return
        from desktop.ui.whereabouts import whereabouts  # noqa: PLC0415 - knows every kind of record
        from desktop.wording.steps import sentence_of_edit  # noqa: PLC0415 - not needed for the start page

        place = whereabouts(changed, self._session.assessment, self._front())
        if place is not None:
            self._session.go(*place)
        history = self._session.assessment.history
        walked = changed.step.id

        def is_latest() -> bool:
            latest = history.steps(1)
            return bool(latest) and latest[0].id == walked

        told = text.format(step=sentence_of_edit(changed.step))
        self._toast.show_notice(Notice(text=told, tone="good", way=back, holds=is_latest))

    @Slot()
    def _on_refused(self) -> None:
        """A refusal is true until the next step; what its own deed still does is over by the next turn of events."""
        QTimer.singleShot(0, self._let_pass)

    @Slot()
    def _let_pass(self) -> None:
        if not self._session.is_open:
            return
        history = self._session.assessment.history
        before = [step.id for step in history.steps(1)]

        def is_last_word() -> bool:
            return [step.id for step in history.steps(1)] == before

        self._toast.hold_bad_news(is_last_word)

    @Slot(object, object)
    def _on_changed(self, _changed: object, _initiator: object) -> None:
        self._toast.recheck()
