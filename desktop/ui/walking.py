"""Undo and redo as the window does them: carried out, told, and shown where it happened."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

from desktop.language import _
from desktop.ui.session import Session
from desktop.ui.toast import Notice, Toast

if TYPE_CHECKING:
    from desktop.model.assessment import Assessment
    from desktop.model.journal import Changed, Step, StepId
    from desktop.ui.apart_work import ApartWork


MANY_STEPS = 1_000
"""A merge of more steps is taken back, and brought back, beside the window."""


class Walking(QObject):
    """Goes through the steps of the open assessment, and keeps the toast true while others are made."""

    def __init__(self, session: Session, toast: Toast, front: Callable[[], str], window: QWidget) -> None:
        """Make it.

        Args:
            session: has the open assessment.
            toast: tells.
            front: the key of the page in front.
            window: over which one waits.
        """
        super().__init__(window)
        self._session, self._toast, self._front, self._window = session, toast, front, window
        self._apart: ApartWork | None = None
        session.told_of_step.connect(self.tell_of_step)
        session.changed.connect(self._on_changed)
        session.refused.connect(self._on_refused)
        session.closed.connect(toast.clear)

    @Slot()
    def undo(self) -> None:
        """Undo the last edit and show where."""
        history = self._session.assessment.history
        if not self._is_large(history.next_undo()):
            self._walked(self._session.run(history.undo), _("Undone: {step}"), "redo")
            return
        text = _("What came in is put aside, whole; redo brings it back.")
        self._walk_apart(
            text, lambda found: found.history.undo(), partial(self._walked, text=_("Undone: {step}"), back="redo")
        )

    @Slot()
    def redo(self) -> None:
        """Redo what was undone last and show where."""
        history = self._session.assessment.history
        if not self._is_large(history.next_redo()):
            self._walked(self._session.run(history.redo), _("Redone: {step}"), "undo")
            return
        text = _("What was put aside is taken in once more.")
        self._walk_apart(
            text, lambda found: found.history.redo(), partial(self._walked, text=_("Redone: {step}"), back="undo")
        )

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

    def _is_large(self, step: Step | None) -> bool:
        """Whether it is a merge of very many steps."""
        return step is not None and step.label == "merge.arrive" and int(step.facts.get("count") or 0) > MANY_STEPS

    def _walk_apart(
        self, text: str, walk: Callable[[Assessment], Changed], then: Callable[[Changed | None], None]
    ) -> None:
        """Do it beside the window, which would be seen to wait."""
        from desktop.model.assessment import Assessment  # noqa: PLC0415 - seldom needed
        from desktop.ui.apart_work import ApartWork  # noqa: PLC0415 - likewise

        if self._apart is None:
            self._apart = ApartWork(self._session, self._window)
        path, key, author = self._session.assessment.path, self._session.assessment.key, self._session.author

        def operation() -> Changed:
            with Assessment.open(path, author=author, key=key) as found:
                return walk(found)

        self._apart.begin_closed(_("Merge"), text, operation, then, lambda _result: key)

    def _walked(self, changed: Changed | None, text: str, back: str) -> None:
        """Tell what was done, and show where."""
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
