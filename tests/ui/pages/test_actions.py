from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from desktop.model.records import Action, ActionStatus, Priority
from desktop.model.scoring.vocabulary import Characterisation, EvidenceKind
from desktop.ui.pages.actions.page import ActionsPage
from desktop.ui.pages.actions.rows import Filter, today
from desktop.ui.session import Session

MODEL, AREA = "it-service-cmm", "SRI"
Key = Qt.Key


@pytest.fixture
def told(session: Session) -> list[tuple[str, str]]:
    heard: list[tuple[str, str]] = []
    session.told.connect(lambda text, tone: heard.append((text, tone)))
    return heard


@pytest.fixture
def page(qtbot, session: Session) -> ActionsPage:
    page = ActionsPage(session)
    qtbot.addWidget(page)
    page.resize(1084, 690)
    page.show()
    page.show_now()
    qtbot.waitExposed(page)
    return page


def listed(page: ActionsPage) -> list[str]:
    """Titles as the table shows them, from the top."""
    proxy = page.table.proxy
    return [str(proxy.index(row, 1).data()) for row in range(proxy.rowCount())]


def titled(session: Session, title: str) -> Action:
    return next(action for action in session.assessment.actions.all() if action.title == title)


def with_three(session: Session) -> None:
    actions = session.assessment.actions
    actions.add("Late", owner="Desk lead", due=today() - dt.timedelta(days=6), model=MODEL, area=AREA)
    actions.add("Orphan", due=today() + dt.timedelta(days=9), priority=Priority.HIGH)
    closed = actions.add("Over", owner="Desk lead", priority=Priority.LOW)
    actions.change(closed, status=ActionStatus.DONE)


def rate_area_unsatisfied(session: Session) -> list[str]:
    """Every practice of an area is not in place; its goals in the pack's order."""
    area = session.assessment.models.get(MODEL).pack.area_by_id[AREA]
    practices = [practice.id for practice in area.practices]
    for kind in (EvidenceKind.DOCUMENT, EvidenceKind.INTERVIEW):
        session.assessment.evidence.add(kind, f"A {kind.value}", model=MODEL, practices=practices)
    session.assessment.ratings.characterise_all(MODEL, dict.fromkeys(practices, Characterisation.NOT))
    return [goal.id for goal in area.goals]


def test_an_action_is_made_and_filled_in_by_keyboard(qtbot, session: Session, page: ActionsPage) -> None:
    made = page.new_action()
    focus = page.focusWidget()
    qtbot.keyClicks(focus, "Register every request")
    qtbot.keyClick(focus, Key.Key_Return)
    assert titled(session, "Register every request").id == made

    qtbot.keyClick(focus, Key.Key_Tab)
    qtbot.keyClicks(page.focusWidget(), "In one place")
    for _ in range(2):
        qtbot.keyClick(page.focusWidget(), Key.Key_Tab)
    area = session.assessment.models.get(MODEL).pack.areas[0]
    qtbot.keyClick(page.detail.area, Key.Key_Down)
    assert session.assessment.actions.get(made).area == area.id
    qtbot.keyClick(page.detail.goal, Key.Key_Down)
    qtbot.keyClicks(page.detail.owner, "Desk lead")
    qtbot.keyClick(page.detail.owner, Key.Key_Return)
    qtbot.keyClicks(page.detail.due, "2031-03-05")
    qtbot.keyClick(page.detail.due, Key.Key_Return)
    qtbot.keyClick(page.detail.priority, Key.Key_Up)

    action = session.assessment.actions.get(made)
    assert (action.description, action.model, action.goal) == ("In one place", MODEL, area.goals[0].id)
    assert (action.owner, action.due, action.priority) == ("Desk lead", dt.date(2031, 3, 5), Priority.HIGH)


def test_closing_notes_the_day_and_an_area_change_clears_the_goal(qtbot, session: Session, page: ActionsPage) -> None:
    goal = session.assessment.models.get(MODEL).pack.area_by_id[AREA].goals[0]
    made = page.new_action(goal=goal.id)
    assert session.assessment.actions.get(made).title == f"Reach: {goal.name}"
    assert session.assessment.actions.get(made).area == AREA
    assert not page.detail.closed.isEnabled()

    qtbot.keyClick(page.detail.status, Key.Key_End)
    assert session.assessment.actions.get(made).closed == today()
    assert page.detail.closed.isEnabled()

    qtbot.keyClick(page.detail.area, Key.Key_Up)
    assert session.assessment.actions.get(made).goal == ""


def test_a_title_cannot_be_emptied(qtbot, session: Session, page: ActionsPage) -> None:
    made = page.new_action()
    page.detail.title.clear()
    qtbot.keyClick(page.detail.title, Key.Key_Return)

    assert session.assessment.actions.get(made).title == "New action"
    assert page.detail.title.text() == "New action"


def test_filters_count_and_the_overdue_say_so(qtbot, session: Session, page: ActionsPage) -> None:
    with_three(session)
    page.refresh()

    texts = [button.text() for button in page.chips.findChildren(QPushButton) if button.isVisible()]
    assert texts == ["All 3", "Open 2", "Overdue 1", "Without owner 1", "Blocks level 2: 1", "Done 1"]
    assert page.subtitle.text() == "3 actions · 2 open · 1 overdue"
    states = [str(page.table.proxy.index(row, 4).data()) for row in range(3)]
    assert states == ["Overdue 6 days", "Proposed", "Done"]

    buttons = {button.text(): button for button in page.chips.findChildren(QPushButton)}
    for text, titles in (("Without owner 1", ["Orphan"]), ("Blocks level 2: 1", ["Late"]), ("Done 1", ["Over"])):
        qtbot.keyClick(buttons[text], Key.Key_Space)
        assert listed(page) == titles


def test_what_one_works_on_stays_though_it_leaves_the_filter(qtbot, session: Session, page: ActionsPage) -> None:
    with_three(session)
    page.refresh()
    page.chips.choose(Filter.WITHOUT_OWNER)
    page.chips.chosen.emit(Filter.WITHOUT_OWNER)

    qtbot.keyClicks(page.detail.owner, "Team lead")
    qtbot.keyClick(page.detail.owner, Key.Key_Return)

    assert titled(session, "Orphan").owner == "Team lead"
    assert listed(page) == ["Orphan"]
    assert page.detail.title.text() == "Orphan"


def test_search_finds_titles_owners_and_areas(qtbot, session: Session, page: ActionsPage) -> None:
    with_three(session)
    page.refresh()

    qtbot.keyClicks(page.search, "incident manag")
    assert listed(page) == ["Late"]
    page.search.clear()
    qtbot.keyClicks(page.search, "LEAD done")
    assert listed(page) == ["Over"]
    page.search.clear()
    qtbot.keyClicks(page.search, "nowhere")
    assert listed(page) == []
    assert page.nothing.isVisible()


def test_columns_sort_by_what_they_mean(session: Session, page: ActionsPage) -> None:
    with_three(session)
    page.refresh()

    page.table.sortByColumn(5, Qt.SortOrder.AscendingOrder)
    assert listed(page) == ["Orphan", "Late", "Over"]
    page.table.sortByColumn(3, Qt.SortOrder.AscendingOrder)
    assert listed(page) == ["Late", "Orphan", "Over"]
    page.table.sortByColumn(4, Qt.SortOrder.AscendingOrder)
    assert listed(page) == ["Late", "Orphan", "Over"]


def test_the_table_works_by_keys(qtbot, session: Session, page: ActionsPage, told: list[tuple[str, str]]) -> None:
    with_three(session)
    page.refresh()
    page.table.setFocus()

    qtbot.keyClick(page.table, Key.Key_Down)
    assert page.detail.title.text() == "Orphan"
    qtbot.keyClick(page.table, Key.Key_Return)
    assert page.focusWidget() is page.detail.title
    page.table.setFocus()
    qtbot.keyClick(page.table, Key.Key_Delete)

    assert [action.title for action in session.assessment.actions.all()] == ["Late", "Over"]
    assert told == [("Action 2 is taken away. Undo brings it back.", "good")]
    assert page.detail.title.text() == "Over"
    session.assessment.history.undo()
    assert listed(page) == ["Late", "Orphan", "Over"]
    assert page.detail.title.text() == "Over"


def test_blockers_become_actions_once_and_in_one_step(
    session: Session, page: ActionsPage, told: list[tuple[str, str]]
) -> None:
    page.propose()
    assert session.assessment.actions.all() == []
    assert told[-1][1] == "warn"

    first, *others = rate_area_unsatisfied(session)
    kept = page.new_action(goal=first)
    steps = len(session.assessment.history.steps())
    page.propose()

    assert len(session.assessment.history.steps()) == steps + 1
    added = [action for action in session.assessment.actions.all() if action.id != kept]
    assert [action.goal for action in added] == others
    assert all(action.title.startswith("Reach: ") and action.area == AREA for action in added)
    page.propose()
    assert len(session.assessment.actions.all()) == len(others) + 1
    session.assessment.history.undo()
    assert [action.id for action in session.assessment.actions.all()] == [kept]


def test_reveal_finds_an_action_or_one_of_an_area(session: Session, page: ActionsPage) -> None:
    with_three(session)
    page.refresh()
    page.chips.choose(Filter.OVERDUE)
    page.chips.chosen.emit(Filter.OVERDUE)

    page.reveal(titled(session, "Over").id)
    assert page.detail.title.text() == "Over"
    page.reveal(AREA)
    assert page.detail.title.text() == "Late"
    page.reveal("nothing like it")
    assert page.detail.title.text() == "Late"


def test_an_area_leads_to_its_ratings(qtbot, session: Session, page: ActionsPage) -> None:
    page.new_action(area=AREA)
    with qtbot.waitSignal(session.asked_for) as asked:
        qtbot.keyClick(page.detail.ratings, Key.Key_Space)

    assert asked.args == ["ratings", AREA]


def test_without_actions_the_page_says_what_to_do(qtbot, session: Session, page: ActionsPage) -> None:
    assert page.empty.isVisible()
    assert not page.table.isVisible()

    qtbot.keyClick(page.first, Key.Key_Space)

    assert len(session.assessment.actions.all()) == 1
    assert page.table.isVisible()
    assert page.focusWidget() is page.detail.title


def test_the_table_is_a_sound_item_model(qtmodeltester, session: Session, page: ActionsPage) -> None:
    with_three(session)
    page.refresh()

    qtmodeltester.check(page.table.source)
    qtmodeltester.check(page.table.proxy)
