"""Restore points made from the window: when somebody asks, and once a day of work, beside the window."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from desktop.language import _
from desktop.ui.session import Session
from desktop.ui.work import Work

if TYPE_CHECKING:
    from desktop.model.assessment.restoring import RestorePoint
    from desktop.model.journal import Changed


PAUSE_MS = 5_000
"""So long after the first edit of a day its restore point is made: nobody who types waits for it."""


class RestoreKeeper(QObject):
    """Makes restore points of the open file."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._kept: tuple[str, dt.date] | None = None
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._keep_day)
        session.changed.connect(self._on_changed)
        session.closed.connect(self._pause.stop)
        session.point_wanted.connect(self.do_restore_point)

    @Slot()
    def do_restore_point(self) -> None:
        """Ask for a name, and make one."""
        if not self._session.is_open:
            return
        title, label = _("Restore point"), _("What to call it, such as “Before the debrief”:")
        name = self._session.dialogs.text(title, label)
        if name is not None and name.strip():
            self._make(name.strip())

    @Slot(object, object)
    def _on_changed(self, changed: Changed, _initiator: object) -> None:
        """At the first edit of a day."""
        if changed.step is not None and self._kept != self._today():
            self._pause.start(PAUSE_MS)

    @Slot()
    def _keep_day(self) -> None:
        present = self._session.present
        if present.readonly:
            return
        self._kept = self._today()
        if not any(point.at.date() == self._kept[1] for point in present.restoring.daily()):
            self._make("")

    def _today(self) -> tuple[str, dt.date]:
        return str(self._session.present.path), self._session.today()

    def _make(self, name: str) -> None:
        from desktop.model.assessment.restoring import Why, make_point  # noqa: PLC0415 - not needed to open a file

        present, author = self._session.present, self._session.author
        path, key, why = present.path, present.key, Why.NAMED if name else Why.DAY
        work = Work(lambda _progress, _cancelled: make_point(path, name, author, why, key=key), self)
        work.finished.connect(self._on_made)
        work.refused.connect(self._session.refuse)
        work.failed.connect(self._session.report)
        work.start()

    @Slot(object)
    def _on_made(self, point: RestorePoint) -> None:
        if point.name:
            self._session.tell(_("The restore point “{name}” was made.").format(name=point.name))
        self._session.point_made.emit()
