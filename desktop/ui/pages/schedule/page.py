"""The schedule: every session of the days on site with day, time, place and people."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from desktop.language import _, ngettext
from desktop.ui.deeds import Deed
from desktop.ui.page import Page
from desktop.ui.pages.interviews.session_rows import SessionRow, session_key_of, session_rows
from desktop.ui.pages.schedule.list_columns import list_columns
from desktop.ui.session import Session
from desktop.ui.tables import RowsModel, Table
from desktop.ui.widgets.card import Card


class SchedulePage(Page):
    """The sessions in the order of their times."""

    concerns: ClassVar[frozenset[str]] = frozenset(
        {"session", "session_member", "session_participant", "session_area", "participant", "member"}
    )

    def __init__(self, session: Session) -> None:
        super().__init__(session, _("Schedule"))
        self.table = Table(RowsModel(list_columns()), _("Sessions in order"))
        self.table.offer_deeds(self._deeds)
        listed = Card()
        listed.tighten()
        listed.body.addWidget(self.table, 1)
        self.body.addWidget(listed, 1)
        self.landing = self.table

    def refresh(self) -> None:
        """Show the sessions as they are now."""
        rows = session_rows(self.assessment, sources=False)
        self.table.fill(rows, session_key_of)
        days = len({row.session.day for row in rows if row.session.day is not None})
        told = (
            ngettext("{count} session", "{count} sessions", len(rows)).format(count=len(rows)),
            ngettext("on {count} day", "on {count} days", days).format(count=days),
        )
        self.subtitle.setText(" ".join(told) if rows else _("Nothing is planned yet"))

    def reveal(self, target: str) -> None:
        """Put the cursor on a session by its id."""
        self.show_now()
        self.table.select(lambda row: row.session.id == target)

    def _deeds(self) -> Sequence[Deed]:
        row: SessionRow | None = self.table.current_row()
        return (Deed(("Enter",), _("Open its notes"), self._open_notes),) if row is not None else ()

    def _open_notes(self) -> None:
        row: SessionRow | None = self.table.current_row()
        if row is not None:
            self.session.go("interviews", row.session.id)
