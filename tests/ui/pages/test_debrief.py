from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop.model.records import LessonSort, Phase
from desktop.ui.pages.history.page import HistoryPage
from desktop.ui.session import Session
from tests.gui import put_in_front


@pytest.fixture
def page(qtbot, session: Session) -> HistoryPage:
    page = HistoryPage(session)
    put_in_front(qtbot, page)
    page.tabs.setCurrentWidget(page.debrief)
    qtbot.waitExposed(page)
    return page


def cells(table) -> list[list[str]]:
    model = table.proxy
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_a_lesson_is_typed_and_said_in_other_words(qtbot, page):
    lessons = page.debrief.lessons
    assert page.landing is lessons.add_line
    lessons.sort.show_value(LessonSort.TRY)
    qtbot.keyClicks(lessons.add_line, "Two rooms")
    qtbot.keyClick(lessons.add_line, Qt.Key.Key_Return)
    assert cells(lessons.table) == [["Try next time", "Two rooms", ""]]
    index = lessons.table.proxy.index(0, 0)
    lessons.table.proxy.setData(index, "Keep")
    lessons.table.proxy.setData(index.siblingAtColumn(2), " The lead books them ")
    assert cells(lessons.table) == [["Keep", "Two rooms", "The lead books them"]]
    page.refresh()
    assert page.subtitle.text() == "1 lesson"
    lessons.table.selectRow(0)
    qtbot.keyClick(lessons.table, Qt.Key.Key_Delete)
    assert not page.assessment.debriefing.lessons()


def test_hours_are_typed_in_place_and_added_up(page):
    hours, debriefing = page.debrief.hours, page.assessment.debriefing
    member = debriefing.hours()[0].member
    row = next(row for row, each in enumerate(hours.table.source.rows) if each.phase is Phase.EXECUTION)
    index = hours.table.source.index(row, 2)
    hours.table.source.setData(index, "40")
    hours.table.source.setData(index.siblingAtColumn(3), "44,5")
    assert cells(hours.table)[row][1:] == ["Execution", "40", "44.5"]
    assert hours.hours.text() == "Hours: 40 planned, 44.5 spent, 4.5 more than planned"
    hours.table.source.setData(index, "many")
    assert cells(hours.table)[row][2] == "40"
    assert debriefing.hours()[0].member == member


def test_undo_leads_to_the_debrief(qtbot, page, session):
    lesson = page.assessment.debriefing.add(LessonSort.KEEP, "Breaks")
    member = page.assessment.debriefing.hours()[0].member
    page.tabs.setCurrentIndex(0)
    page.reveal(lesson)
    assert page.tabs.currentWidget() is page.debrief
    assert page.debrief.lessons.table.current_row().id == lesson
    page.tabs.setCurrentIndex(0)
    page.reveal(f"{member}/{Phase.AFTERCARE}")
    assert page.debrief.hours.table.current_row().phase is Phase.AFTERCARE
    page.reveal("1")
    assert page.tabs.currentIndex() == 0
