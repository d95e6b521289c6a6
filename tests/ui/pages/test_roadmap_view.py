"""The road map: keys and mouse shift actions."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop.exchange.figures.roadmap_data import RoadmapOrder
from desktop.ui.pages.actions.page import ROADMAP, ActionsPage
from desktop.ui.pages.actions.rows import today
from desktop.ui.session import Session
from tests.gui import put_in_front

Key, Ctrl, Shift = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def day(offset: int) -> dt.date:
    return today() + dt.timedelta(days=offset)


@pytest.fixture
def page(qtbot, session: Session) -> ActionsPage:
    actions = session.assessment.actions
    first = actions.add("First", owner="Desk lead", start=day(0), due=day(40))
    second = actions.add("Second", owner="Analyst", due=day(60))
    actions.add("Some day")
    session.assessment.action_links.need(second, first)
    page = ActionsPage(session)
    put_in_front(qtbot, page)
    page.tabs.setCurrentIndex(ROADMAP)
    page.roadmap.chart.setFocus()
    return page


def days(page: ActionsPage, title: str) -> tuple[dt.date | None, dt.date | None]:
    found = next(action for action in page.assessment.actions.all() if action.title == title)
    return found.start, found.due


def test_keys_go_from_action_to_action_and_shift_them(page):
    chart = page.roadmap.chart
    assert chart.here is not None
    assert chart.here.title == "First"
    QTest.keyClick(chart, Key.Key_Right, Ctrl)
    assert days(page, "First") == (day(7), day(47))
    QTest.keyClick(chart, Key.Key_Left, Shift)
    assert days(page, "First") == (day(7), day(40))
    QTest.keyClick(chart, Key.Key_Down)
    assert chart.here.title == "Second"
    QTest.keyClick(chart, Key.Key_Left, Ctrl)
    assert days(page, "Second") == (None, day(53)), "it has no start, and gets none"
    QTest.keyClick(chart, Key.Key_Down)
    assert chart.here.title == "Second", "there is no further one"
    assert "Second" in chart.accessibleDescription()


def test_a_month_is_a_month_also_when_it_is_short(page):
    chart, actions = page.roadmap.chart, page.assessment.actions
    first = actions.all()[0]
    actions.change(first.id, start=dt.date(today().year + 1, 1, 31), due=dt.date(today().year + 1, 3, 31))
    page.refresh()
    chart.select(first.id)
    QTest.keyClick(chart, Key.Key_Down, Ctrl)
    start, due = days(page, "First")
    assert start is not None
    assert due is not None
    assert (start.month, start.day, due.month, due.day) == (2, 29 if start.year % 4 == 0 else 28, 4, 30)


def test_a_due_date_never_comes_before_the_start(page):
    chart = page.roadmap.chart
    for _press in range(3):
        QTest.keyClick(chart, Key.Key_Up, Shift)
    assert days(page, "First") == (day(0), day(0))


def test_the_mouse_drags_a_bar_or_its_end(page):
    chart = page.roadmap.chart
    plan = chart._plan()
    box = plan.boxes[chart.here.id]
    week = round((plan.right - plan.left) / plan.days * 7)
    width = (plan.right - plan.left) / plan.days
    middle = QPoint(round((box.left + box.right) / 2), round(box.middle))
    drag(chart, middle, week)
    moved = round(week / width)
    assert days(page, "First") == (day(moved), day(40 + moved))
    plan = chart._plan()
    box = plan.boxes[chart.here.id]
    drag(chart, QPoint(round(box.right), round(box.middle)), week)
    assert days(page, "First") == (day(moved), day(40 + 2 * moved))


def drag(chart, at, by):
    QTest.mousePress(chart, Qt.MouseButton.LeftButton, pos=at)
    for part in (by // 2, by):
        QTest.mouseMove(chart, at + QPoint(part, 0))
    QTest.mouseRelease(chart, Qt.MouseButton.LeftButton, pos=at + QPoint(by, 0))


def test_enter_opens_the_action_and_the_owner_is_another_order(page):
    view = page.roadmap
    view.order.show_value(RoadmapOrder.OWNER)
    view.refresh()
    assert [bar.title for bar in view.chart._bars] == ["Second", "First"]
    assert view._notes.text() == "1 action has no day"
    view.chart.select(view.chart._bars[1].id)
    QTest.keyClick(view.chart, Key.Key_Return)
    assert page.tabs.currentWidget().isAncestorOf(page.list)
    assert page.table.current_row().action.title == "First"


def test_read_only_nothing_moves(page):
    chart = page.roadmap.chart
    chart.editable = False
    before = days(page, "First")
    QTest.keyClick(chart, Key.Key_Right, Ctrl)
    assert days(page, "First") == before
    assert [deed.text for deed in chart.deeds()] == ["Open it", "Copy as a picture"]
