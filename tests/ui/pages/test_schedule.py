"""The schedule."""

from __future__ import annotations

import datetime as dt

from desktop.model.records import SessionKind
from desktop.ui.pages.schedule.page import SchedulePage
from tests.gui import put_in_front

MONDAY = dt.date(2027, 3, 1)


def test_sessions_stand_in_the_order_of_their_times(session, qtbot):
    it = session.assessment.interviews
    late = it.add(SessionKind.INTERVIEW, "Late", day=MONDAY, starts="13:00", ends="14:00")
    loose = it.add(SessionKind.INTERVIEW, "Loose")
    early = it.add(SessionKind.DISCUSSION, "Early", day=MONDAY, starts="09:00", ends="10:00")
    page = SchedulePage(session)
    put_in_front(qtbot, page)
    assert [row.session.id for row in page.table.source.rows] == [early, late, loose]
    assert page.subtitle.text() == "3 sessions on 1 day"
    page.reveal(loose)
    row = page.table.current_row()
    assert row is not None
    assert row.session.id == loose
