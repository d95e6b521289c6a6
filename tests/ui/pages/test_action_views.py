"""The other views of the plan: priority, board, calendar, and several actions changed together."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QTabBar

from desktop.model.records import ActionStatus, PriorityMethod
from desktop.ui.pages.actions.page import BOARD, CALENDAR, LIST, PRIORITY, ActionsPage
from desktop.ui.pages.actions.rows import today
from desktop.ui.session import Session
from desktop.wording.priorities import reckoned
from tests.gui import put_in_front

Key, Ctrl, Left = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.MouseButton.LeftButton
NOTHING = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def told(session: Session) -> list[tuple[str, str]]:
    heard: list[tuple[str, str]] = []
    session.told.connect(lambda text, tone: heard.append((text, tone)))
    return heard


@pytest.fixture
def page(qtbot, session: Session) -> ActionsPage:
    it = session.assessment.actions
    it.add("Small", effort="2", impact=4, start=today(), due=today() + dt.timedelta(days=2))
    it.add("Large", effort="20", impact=2, owner="Desk lead")
    it.add("Unsaid")
    page = ActionsPage(session)
    put_in_front(qtbot, page, 1200, 800)
    qtbot.waitExposed(page)
    return page


def drag(widget, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(widget, Left, NOTHING, start)
    QTest.mouseMove(widget, (start + end) / 2)
    QTest.mouseMove(widget, end)
    QTest.mouseRelease(widget, Left, NOTHING, end)


def actions(session: Session):
    return {action.title: action for action in session.assessment.actions.all()}


def test_the_method_is_chosen_and_every_input_stands_beside_the_result(
    qtbot, session: Session, page: ActionsPage
) -> None:
    page.tabs.setCurrentIndex(PRIORITY)
    view = page.priority
    assert view.summary() == "3 open actions · 3 lack an input"
    qtbot.keyClick(view.method, Key.Key_End)
    assert session.assessment.priorities.method() is PriorityMethod.IMPACT_EFFORT
    rows = view.table.source.rows
    found = [(row.place, reckoned(row.method, row.weighed)) for row in rows]
    assert found == [
        (1, "Impact 4, 2 days: Quick win"),
        (2, "Impact 2, 20 days: Think twice"),
        (0, "No result yet; missing: its impact, its effort."),
    ]
    view.table.selectRow(2)
    qtbot.keyClick(view.table, Key.Key_Return)
    assert page.tabs.currentIndex() == LIST
    assert page.focusWidget() is page.detail.effort.effort
    assert page.detail.title.text() == "Unsaid"


def test_a_dot_is_moved_by_keys_and_by_the_mouse(qtbot, session: Session, page: ActionsPage) -> None:
    page.tabs.setCurrentIndex(PRIORITY)
    field = page.priority.field
    field.setFocus()
    field.select(actions(session)["Small"].id)
    qtbot.keyClick(field, Key.Key_Right, Ctrl)
    qtbot.keyClick(field, Key.Key_Up, Ctrl)
    assert (actions(session)["Small"].effort, actions(session)["Small"].impact) == ("3", 5)
    qtbot.keyClick(field, Key.Key_Up, Ctrl)
    assert actions(session)["Small"].impact == 5
    qtbot.keyClick(field, Key.Key_Right)
    qtbot.keyClick(field, Key.Key_Right)
    assert field.accessibleDescription() == "3 Unsaid: not placed yet"
    qtbot.keyClick(field, Key.Key_Down, Ctrl)
    assert (actions(session)["Unsaid"].effort, actions(session)["Unsaid"].impact) == ("3", 2)

    rooms = {each.number: room for each, room in field._rooms()}
    there = field._at(4, Decimal(50)).toPoint()
    drag(field, rooms[2].center().toPoint(), there)
    assert (actions(session)["Large"].effort, actions(session)["Large"].impact) == ("50", 4)

    for title in ("Small", "Large", "Unsaid"):
        session.assessment.actions.change(actions(session)[title].id, effort="5", impact=3)
    page.refresh()
    middles = [room.center() for _each, room in field._rooms()]
    assert len({round(each.y()) for each in middles}) == len(middles) == 3, "none covers another"
    assert {round(each.x()) for each in middles} == {round(field._at(3, Decimal(5)).x())}


def test_a_card_is_moved_by_keys_and_by_the_mouse(qtbot, session: Session, page: ActionsPage, told) -> None:
    page.tabs.setCurrentIndex(BOARD)
    board = page.board.board
    board.setFocus()
    board.select(actions(session)["Large"].id)
    qtbot.keyClick(board, Key.Key_Right, Ctrl)
    assert actions(session)["Large"].status is ActionStatus.AGREED
    assert "agreed" in board.accessibleDescription()

    rooms = {action.title: room for action, room in board._card_rooms()}
    done = board._column_rooms()[ActionStatus.DONE].center().toPoint()
    drag(board, rooms["Small"].center().toPoint(), done)
    assert (actions(session)["Small"].status, actions(session)["Small"].percent) == (ActionStatus.DONE, 100)

    board.select(actions(session)["Small"].id)
    qtbot.keyClick(board, Key.Key_Right, Ctrl)
    assert told[-1][1] == "bad", "only verification makes it verified"
    assert actions(session)["Small"].status is ActionStatus.DONE


def test_what_is_dropped_on_the_board_says_why_first(qtbot, session: Session, page: ActionsPage) -> None:
    page.tabs.setCurrentIndex(BOARD)
    board = page.board.board
    rooms = {action.title: room for action, room in board._card_rooms()}
    drag(board, rooms["Large"].center().toPoint(), board._column_rooms()[ActionStatus.DROPPED].center().toPoint())
    assert page.focusWidget() is page.detail.because
    assert actions(session)["Large"].status is ActionStatus.PROPOSED
    qtbot.keyClicks(page.detail.because, "Too dear")
    qtbot.keyClick(page.detail.because, Key.Key_Return)
    dropped = actions(session)["Large"]
    assert (dropped.status, dropped.dropped_because) == (ActionStatus.DROPPED, "Too dear")


def test_days_are_moved_by_keys_and_a_due_date_before_the_start_is_refused(
    qtbot, session: Session, page: ActionsPage, told
) -> None:
    page.tabs.setCurrentIndex(CALENDAR)
    month = page.calendar.month
    month.setFocus()
    month.go_to(today() + dt.timedelta(days=2))
    qtbot.keyClick(month, Key.Key_Down, Ctrl)
    assert actions(session)["Small"].due == today() + dt.timedelta(days=9)
    assert month.day == today() + dt.timedelta(days=9)
    for _week in range(2):
        qtbot.keyClick(month, Key.Key_Up, Ctrl)
    assert actions(session)["Small"].due == today() + dt.timedelta(days=2)
    assert "before it starts" in told[-1][0]


def test_milestones_are_added_by_title_and_day(qtbot, session: Session, page: ActionsPage, told) -> None:
    page.tabs.setCurrentIndex(CALENDAR)
    for text in ("Pilot is over; 2031-03-05", "Soon; someday"):
        page.calendar.add.setText(text)
        qtbot.keyClick(page.calendar.add, Key.Key_Return)
    (made,) = session.assessment.milestones.all()
    assert (made.title, made.day) == ("Pilot is over", dt.date(2031, 3, 5))
    assert page.calendar.add.text() == "Soon; someday"
    assert "someday" in told[-1][0]


def test_several_are_changed_in_one_step(qtbot, session: Session, page: ActionsPage) -> None:
    page.table.selectRow(0)
    flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    page.table.selectionModel().select(page.table.proxy.index(2, 0), flags)
    bulk, steps = page.list.bulk, len(session.assessment.history.steps())
    assert page.list.beside.currentWidget() is bulk
    qtbot.keyClicks(bulk.owner, "Team lead")
    qtbot.keyClicks(bulk.tag, "#Pilot")
    qtbot.keyClicks(bulk.due, "2031-03-05")
    qtbot.keyClick(bulk.apply, Key.Key_Space)
    found = actions(session)
    assert {title for title, each in found.items() if each.owner == "Team lead"} == {"Small", "Unsaid"}
    assert found["Small"].due == found["Unsaid"].due == dt.date(2031, 3, 5)
    assert session.assessment.action_links.tags()[found["Unsaid"].id] == ("pilot",)
    assert len(session.assessment.history.steps()) == steps + 1
    assert page.list.beside.currentWidget() is bulk
    assert bulk.owner.text() == ""
    session.assessment.history.undo()
    assert actions(session)["Small"].owner == ""


def test_lists_narrow_down_and_let_go(qtbot, session: Session, page: ActionsPage) -> None:
    session.assessment.actions.change_several([actions(session)["Small"].id], tags={"pilot": True})
    page.refresh()
    view = page.list
    qtbot.keyClick(view.more, Key.Key_Space)
    qtbot.keyClicks(view.narrowing.tag, "pilot")
    assert view.table.proxy.rowCount() == 1
    qtbot.keyClick(view.narrowing.tag, Key.Key_Home)
    qtbot.keyClicks(view.narrowing.owner, "Desk lead")
    assert view.detail.title.text() == "Large"
    qtbot.keyClick(view.more, Key.Key_Space)
    assert view.table.proxy.rowCount() == 3


def test_no_letter_with_alt_leads_to_two_places_in_any_part_of_an_action(page: ActionsPage) -> None:
    for number in range(page.detail.tabs.count()):
        page.detail.tabs.setCurrentIndex(number)
        letters = [found[1].casefold() for text in marked(page) if (found := re.search("&([^&])", text))]
        assert len(letters) == len({*letters, *"fevgh"}) - len("fevgh"), page.detail.tabs.tabText(number)


def marked(page: ActionsPage) -> list[str]:
    """The texts in view that a letter can lead to; the menus of the window have letters of their own."""
    buttons = [each.text() for each in page.findChildren(QAbstractButton) if each.isVisible()]
    labels = [each.text() for each in page.findChildren(QLabel) if each.isVisible() and each.buddy() is not None]
    bars = [each for each in page.findChildren(QTabBar) if each.isVisible()]
    return buttons + labels + [bar.tabText(number) for bar in bars for number in range(bar.count())]
