from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from desktop.model.maturity.shelf import find
from desktop.model.records import Action, ActionStatus, Priority
from desktop.model.scoring.vocabulary import Characterisation, EvidenceKind
from desktop.ui.pages.actions.detail import MEASURES
from desktop.ui.pages.actions.page import ActionsPage
from desktop.ui.pages.actions.rows import Filter, today
from desktop.ui.session import Session
from tests.gui import put_in_front

MODEL, AREA = "it-service-cmm", "SRI"
STREAMS = "service-provisioning"
Key = Qt.Key


@pytest.fixture
def told(session: Session) -> list[tuple[str, str]]:
    heard: list[tuple[str, str]] = []
    session.told.connect(lambda text, tone: heard.append((text, tone)))
    session.told_of_step.connect(lambda text, _step: heard.append((text, "good")))
    return heard


@pytest.fixture
def page(qtbot, session: Session) -> ActionsPage:
    page = ActionsPage(session)
    put_in_front(qtbot, page)
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
    actions.add("Late", owner="Desk lead", due=today() - dt.timedelta(days=6), model=MODEL, aim=AREA)
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
    assert page.table.hasFocus(), "Enter in a field leads back to the list"

    focus.setFocus()
    qtbot.keyClick(focus, Key.Key_Tab)
    qtbot.keyClicks(page.focusWidget(), "In one place")
    for _ in range(2):
        qtbot.keyClick(page.focusWidget(), Key.Key_Tab)
    area = session.assessment.models.get(MODEL).pack.areas[0]
    qtbot.keyClick(page.detail.area, Key.Key_Down)
    assert session.assessment.actions.get(made).aim == area.id
    qtbot.keyClick(page.detail.goal, Key.Key_Down)
    qtbot.keyClicks(page.detail.owner, "Desk lead")
    qtbot.keyClick(page.detail.owner, Key.Key_Return)
    qtbot.keyClicks(page.detail.due, "2031-03-05")
    qtbot.keyClick(page.detail.due, Key.Key_Return)
    qtbot.keyClick(page.detail.priority, Key.Key_Up)

    action = session.assessment.actions.get(made)
    assert (action.description, action.model, action.aim) == ("In one place", MODEL, area.goals[0].id)
    assert (action.owner, action.due, action.priority) == ("Desk lead", dt.date(2031, 3, 5), Priority.HIGH)


def test_closing_notes_the_day_and_an_area_change_clears_the_goal(qtbot, session: Session, page: ActionsPage) -> None:
    goal = session.assessment.models.get(MODEL).pack.area_by_id[AREA].goals[0]
    made = page.new_action(goal=goal.id)
    assert session.assessment.actions.get(made).title == f"Reach the goal “{goal.name}”"
    assert session.assessment.actions.get(made).aim == goal.id
    assert not page.detail.closed.isEnabled()

    qtbot.keyClicks(page.detail.status, "Done")
    assert session.assessment.actions.get(made).closed == today()
    assert page.detail.closed.isEnabled()

    qtbot.keyClick(page.detail.area, Key.Key_Up)
    assert session.assessment.actions.get(made).aim not in (goal.id, AREA)


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
    assert told == [("Action 2 was removed.", "good")]
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
    assert [action.aim for action in added] == others
    assert all(action.title.startswith("Reach the goal “") for action in added)
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


def with_streams(session: Session) -> str:
    """A model of streams is in use, too; an action is to take up a level of one. Returns the action."""
    session.assessment.models.add(find(STREAMS))
    return session.assessment.actions.add("One way in", model=STREAMS, aim="CTP-3")


def test_places_of_every_scheme_can_be_chosen(qtbot, session: Session, page: ActionsPage) -> None:
    action = with_streams(session)
    page.refresh()
    page.reveal(action)

    assert page.detail.area.currentText() == "Contact point · Service provisioning"
    assert page.detail.goal.currentText() == "3 Intermediate"
    assert "Stream" in page.detail.area_label.text().replace("&", "")
    assert page.table.source.row(0).place == "Contact point · level 3"
    qtbot.keyClick(page.detail.goal, Key.Key_Down)
    assert session.assessment.actions.get(action).aim == "CTP-4"
    with qtbot.waitSignal(session.asked_for) as asked:
        qtbot.keyClick(page.detail.ratings, Key.Key_Space)
    assert asked.args == ["ratings", f"{STREAMS}/CTP-4"]


def test_an_action_is_made_about_a_place_whose_id_several_models_have(session: Session, page: ActionsPage) -> None:
    for model in ("service-desk", "tool-ladder"):
        session.assessment.models.add(find(model))

    made = session.assessment.actions.get(page.new_action(area="tool", model="tool-ladder"))
    assert (made.model, made.aim) == ("tool-ladder", "tool")
    page.reveal("service-desk/tool")
    assert page.detail.action_id == made.id
    other = session.assessment.actions.get(page.new_action(goal="TOL-2-1", model="service-desk"))
    assert (other.model, other.aim) == ("service-desk", "TOL-2-1")
    assert other.title.startswith("Ensure: ")


def test_a_measure_is_made_from_a_metric_and_read_by_keyboard(qtbot, session: Session, page: ActionsPage) -> None:
    action = with_streams(session)
    page.refresh()
    page.reveal(action)
    page.detail.tabs.setCurrentIndex(MEASURES)
    panel, metric = page.detail.measures, find(STREAMS).cell("CTP", 3).metrics[0]
    panel.add_from(metric.id)
    assert page.focusWidget() is panel.fields.name

    for field, text in ((panel.fields.baseline, "10"), (panel.fields.target, "95")):
        qtbot.keyClicks(field, text)
        qtbot.keyClick(field, Key.Key_Return)
    qtbot.keyClicks(panel.fields.due, "2099-12-31")
    qtbot.keyClick(panel.fields.due, Key.Key_Return)
    (made,) = session.assessment.measures.of(action)
    assert (made.measure.name, made.measure.metric, made.measure.direction) == (
        metric.name,
        metric.id,
        metric.direction,
    )
    assert (made.measure.baseline, made.measure.target, made.measure.due) == ("10", "95", dt.date(2099, 12, 31))

    qtbot.keyClicks(panel.value, "40,5")
    qtbot.keyClick(panel.value, Key.Key_Tab)
    qtbot.keyClicks(panel.note, "first count")
    qtbot.keyClick(panel.note, Key.Key_Return)
    (reading,) = session.assessment.measures.of(action)[0].readings
    assert (reading.day, reading.value, reading.note) == (today(), "40.5", "first count")
    assert page.focusWidget() is panel.value
    assert panel.state.text().startswith("On track: 40.5 ")
    assert f"{today()} 40.5" in panel.trend.accessibleName()
    assert page.detail.tabs.tabText(MEASURES) == "Measures 1"


def test_a_value_that_is_no_number_is_refused_and_stays_to_be_mended(
    qtbot, session: Session, page: ActionsPage, told: list[tuple[str, str]]
) -> None:
    action = session.assessment.actions.add("Count")
    session.assessment.measures.add(action, "Calls")
    page.refresh()
    page.detail.tabs.setCurrentIndex(MEASURES)
    panel = page.detail.measures
    qtbot.keyClicks(panel.value, "many")
    qtbot.keyClick(panel.value, Key.Key_Return)

    assert told[-1][1] == "bad"
    assert panel.value.text() == "many"
    assert session.assessment.measures.of(action)[0].readings == ()


def test_measures_and_readings_are_taken_away_and_come_back(
    qtbot, session: Session, page: ActionsPage, told: list[tuple[str, str]]
) -> None:
    action = session.assessment.actions.add("Count")
    measure = session.assessment.measures.add(action, "Calls")
    session.assessment.measures.add_reading(measure, today(), "3")
    page.refresh()
    page.detail.tabs.setCurrentIndex(MEASURES)
    panel = page.detail.measures
    panel.readings.setFocus()
    qtbot.keyClick(panel.readings, Key.Key_Down)
    qtbot.keyClick(panel.readings, Key.Key_Delete)
    assert session.assessment.measures.get(measure).readings == ()

    panel.table.setFocus()
    qtbot.keyClick(panel.table, Key.Key_Delete)
    assert session.assessment.measures.of(action) == []
    assert "removed" in told[-1][0]
    assert panel.nothing.isVisible()
    session.assessment.history.undo()
    assert panel.current is not None
    assert panel.current.measure.name == "Calls"


def test_levels_before_the_next_become_actions_with_their_measures(session: Session, page: ActionsPage) -> None:
    session.assessment.models.add(find(STREAMS))
    pack = find(STREAMS)
    for stream in pack.streams:
        session.assessment.streams.rate_stream(STREAMS, stream.id, 1 if stream.id == "CTP" else 4)
    page.refresh()
    page.propose()

    (made,) = session.assessment.actions.all()
    assert made.aim == "CTP-2"
    names = sorted(one.measure.name for one in session.assessment.measures.of(made.id))
    assert names == sorted(metric.name for metric in pack.cell("CTP", 2).metrics)


def test_the_tables_of_measures_are_sound_item_models(qtmodeltester, session: Session, page: ActionsPage) -> None:
    action = session.assessment.actions.add("Count")
    session.assessment.measures.add_reading(session.assessment.measures.add(action, "Calls"), today(), "3")
    page.refresh()

    for table in (page.detail.measures.table, page.detail.measures.readings):
        qtmodeltester.check(table.source)
