"""The schedule."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea

from desktop.model.records import SessionKind
from desktop.ui.pages.schedule.blocks import CalendarBlock, lanes
from desktop.ui.pages.schedule.page import SchedulePage
from desktop.ui.printed_page import document_of
from tests.gui import put_in_front

MONDAY = dt.date(2027, 3, 1)
TUESDAY = dt.date(2027, 3, 2)
TALK = SessionKind.INTERVIEW


@pytest.fixture
def people(session):
    """Two sessions of one assessor, one after the other; their ids."""
    it, preparation = session.assessment.interviews, session.assessment.preparation
    first = it.add(TALK, "First", day=MONDAY, starts="09:00", ends="10:00")
    second = it.add(TALK, "Second", day=MONDAY, starts="10:30", ends="11:30")
    for each in (first, second):
        it.take_part(each, members=[preparation.members()[0].id])
    return first, second


@pytest.fixture
def page(session, people, qtbot):
    page = SchedulePage(session)
    put_in_front(qtbot, page)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.calendar.setFocus()
    return page


def press(page, *keys, held=Qt.KeyboardModifier.NoModifier):
    for key in keys:
        QTest.keyClick(page.focusWidget(), key, held)
        QApplication.processEvents()


def moment(session, id_):
    found = session.assessment.interviews.get(id_)
    return found.day, found.starts, found.ends


def test_sessions_stand_in_the_order_of_their_times(session, page, people):
    loose = session.assessment.interviews.add(TALK, "Loose")
    assert [row.session.id for row in page.table.source.rows] == [*people, loose]
    assert page.subtitle.text() == "3 sessions on 1 day · 1 without a day, see the list"
    page.reveal(loose)
    assert page.table.isVisible()
    assert page.about.name.text() == "Loose"


def test_the_cursor_goes_through_times_and_sessions(page, people):
    first, second = people
    assert page.calendar.here.key == first
    press(page, Qt.Key.Key_Down)
    assert (page.calendar.here, page.calendar.moment) == (None, (MONDAY, 600))
    press(page, Qt.Key.Key_Down)
    assert page.calendar.here.key == second
    assert page.about.name.text() == "Second"
    assert "10:30: Second" in page.calendar.accessibleDescription()
    press(page, Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert page.calendar.here.key == first
    press(page, Qt.Key.Key_Right)
    assert page.calendar.moment == (TUESDAY, 540)
    press(page, *[Qt.Key.Key_Right] * 4)
    assert page.calendar.moment == (MONDAY + dt.timedelta(days=7), 540)
    assert page.bar.week.text() == "2027-03-08 to 2027-03-12"
    press(page, Qt.Key.Key_PageUp, *[Qt.Key.Key_Up] * 3)
    assert page.calendar.moment == (MONDAY, None)


def test_enter_on_a_free_time_adds_a_session_there(session, page):
    press(page, Qt.Key.Key_Right, Qt.Key.Key_Return)
    (added,) = (each for each in session.assessment.interviews.all() if each.day == TUESDAY)
    assert (added.starts, added.ends, added.name) == ("09:00", "10:00", "Session 1")
    assert page.about.name.hasFocus()
    QTest.keyClicks(page.about.name, "Tour")
    press(page, Qt.Key.Key_Return)
    assert session.assessment.interviews.get(added.id).name == "Tour"
    assert page.calendar.hasFocus()
    assert page.calendar.here.name == "Tour"


def test_a_session_is_moved_by_keys_into_a_clash_that_is_told_and_out_of_it(session, page, people):
    first, second = people
    press(page, *[Qt.Key.Key_Down] * 2)
    press(page, *[Qt.Key.Key_Up] * 3, held=Qt.KeyboardModifier.ControlModifier)
    assert moment(session, second) == (MONDAY, "09:45", "10:45")
    assert page.bar.troubles.text().startswith("Assessor A is in “First” and in “Second” at once")
    assert page.calendar.here.clashes
    press(page, Qt.Key.Key_F8)
    assert page.calendar.here.key == first
    press(page, Qt.Key.Key_F8)
    press(page, Qt.Key.Key_Right, held=Qt.KeyboardModifier.ControlModifier)
    assert moment(session, second)[0] == TUESDAY
    assert not page.bar.troubles.isVisible()
    press(page, Qt.Key.Key_Plus)
    press(page, Qt.Key.Key_Minus, Qt.Key.Key_Minus)
    assert moment(session, second) == (TUESDAY, "09:45", "10:30")
    for _step in range(7):
        session.assessment.history.undo()
    assert moment(session, second) == (MONDAY, "10:30", "11:30")


def test_a_session_is_dragged(session, page, people):
    calendar, second = page.calendar, people[1]
    grid = calendar._grid()
    start = grid.span(MONDAY, (630, 690)).center().toPoint()
    end = QPoint(round(grid.column(TUESDAY).center().x()), round(start.y() + grid.hour))
    QTest.mousePress(calendar, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(calendar, (start + end) / 2)
    QTest.mouseMove(calendar, end)
    QTest.mouseRelease(calendar, Qt.MouseButton.LeftButton, pos=end)
    assert moment(session, second) == (TUESDAY, "11:30", "12:30")


def test_a_session_is_removed_and_comes_back(session, page, people):
    press(page, Qt.Key.Key_Delete)
    assert [each.id for each in session.assessment.interviews.all()] == [people[1]]
    assert not page.about.isVisible()
    session.assessment.history.undo()
    assert [each.id for each in session.assessment.interviews.all()] == [*people]


def test_a_plan_is_looked_at_before_it_is_taken(session, page, people):
    session.assessment.preparation.set_details(starts=MONDAY, ends=dt.date(2027, 3, 12))
    page.lay.click()
    assert page.plan.days.value() == 10
    drafts = [block for block in page.calendar._blocks if block.is_draft]
    assert len(drafts) == len(page.calendar._blocks) == len(page.plan.plan.sessions)
    assert [each.id for each in session.assessment.interviews.all()] == [*people]
    page.plan.replacing.click()
    assert {*people} < {block.key for block in page.calendar._blocks}
    page.plan.days.setValue(1)
    assert "no time to discuss" in page.plan.missing.text()
    page.plan.leave.click()
    assert {block.key for block in page.calendar._blocks} == {*people}
    page.lay.click()
    page.plan.take.click()
    kinds = [each.kind for each in session.assessment.interviews.all()]
    assert kinds.count(SessionKind.INTERVIEW) == 3
    assert not page.bar.troubles.isVisible()
    session.assessment.history.undo()
    assert [each.id for each in session.assessment.interviews.all()] == [*people]


def test_all_sessions_are_printed_whichever_view_is_in_front(session, page):
    said = document_of(page, session).toPlainText()
    assert "First" in said
    assert "Second" in said
    assert "Who is heard" not in said


def test_the_plan_needs_no_more_width_than_its_pane_has(qtbot, session, people):
    page = SchedulePage(session)
    put_in_front(qtbot, page, 700, 500)
    page.lay.click()
    QApplication.processEvents()
    (around,) = [area for area in page.findChildren(QScrollArea) if area.accessibleName() == "Lay out a plan"]
    assert around.horizontalScrollBar().maximum() == 0


def block(key, starts, ends):
    return CalendarBlock(key, key, TALK, MONDAY, MONDAY, (starts, ends), "")


def test_sessions_at_once_stand_beside_each_other():
    found = lanes([block("a", 540, 660), block("b", 540, 600), block("c", 600, 660), block("d", 660, 700)])
    assert found == {"b": (0, 2), "a": (1, 2), "c": (0, 2), "d": (0, 1)}


def test_a_session_without_a_time_on_a_sunday_is_on_the_calendar(session, page):
    sunday = session.assessment.interviews.add(TALK, "Late", day=MONDAY + dt.timedelta(days=6))
    page.refresh()
    assert page.calendar.select(sunday)
    assert page.calendar._grid().days == 7


def test_undo_stays_on_the_calendar(open_window, session, keyboard):
    keyboard.press("Ctrl+Shift+S", "Enter")
    keyboard.retype("Interview of the desk")
    keyboard.press("Tab", "Ctrl+Z", "Ctrl+Z")
    assert not session.assessment.interviews.all()
    assert open_window._place == "schedule"
    assert open_window.page.calendar.isVisible()


def test_a_calendar_without_days_begins_on_the_next_working_day(session, qtbot, monkeypatch):
    session.assessment.preparation.set_details(starts=None, ends=None)
    monkeypatch.setattr(session, "today", lambda: MONDAY - dt.timedelta(days=1))
    page = SchedulePage(session)
    put_in_front(qtbot, page)
    assert page.calendar._day == MONDAY
