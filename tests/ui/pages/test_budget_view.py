"""Planning within a budget in the window: looking, pinning, accepting, discarding."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.model.assessment.best_plans import Ambition
from desktop.model.planning.budgeted.asked import Pin
from desktop.ui.pages.actions.page import BUDGET, ROADMAP, ActionsPage
from desktop.ui.session import Session
from tests.gui import put_in_front

MODEL = "it-service-cmm"
Key = Qt.Key


@pytest.fixture
def page(qtbot, session: Session) -> ActionsPage:
    assessment = session.assessment
    goals = [goal.id for goal in assessment.models.get(MODEL).pack.areas[0].goals]
    for number, goal in enumerate(goals, start=1):
        assessment.actions.add(f"For {goal}", model=MODEL, aim=goal, effort="10", cost=str(100 * number))
    assessment.targets.set(MODEL, level=2)
    page = ActionsPage(session)
    put_in_front(qtbot, page)
    page.tabs.setCurrentIndex(BUDGET)
    return page


def look(qtbot, page: ActionsPage, **budget: str) -> None:
    view = page.budget
    for name, text in budget.items():
        getattr(view, name).setText(text)
    with qtbot.waitSignal(view.working.busy, check_params_cb=lambda busy: not busy, timeout=30_000):
        view.look.click()


def planned(page: ActionsPage) -> list[str]:
    return [line.cells["title"] for line in page.budget.planned.source.rows]


def test_what_is_found_is_accepted_in_one_step(qtbot, page, session):
    view, before = page.budget, session.assessment.actions.all()
    look(qtbot, page, cost="100", effort="10")
    assert planned(page) == [before[0].title]
    assert view.head.text().startswith(f"1 of {len(before)} open actions planned")
    assert "more" in view.growth.text()
    assert session.assessment.actions.all() == before, "looking changes nothing"
    view.accept.click()
    after = session.assessment.actions.all()
    assert after[0].start is not None
    assert after[0].due is not None
    assert after[1:] == before[1:]
    assert page.tabs.currentIndex() == ROADMAP
    session.assessment.history.undo()
    assert session.assessment.actions.all() == before


def test_what_is_pinned_comes_in_and_what_is_left_out_stays_out(qtbot, page):
    view = page.budget
    second = page.assessment.actions.all()[1]
    look(qtbot, page, cost="250", effort="10")
    first = planned(page)[0]
    view.planned.setFocus()
    view.planned.selectRow(0)
    with qtbot.waitSignal(view.working.busy, check_params_cb=lambda busy: not busy, timeout=30_000):
        QTest.keyClick(view.planned, Key.Key_X)
    assert view._pins == {next(a.id for a in page.assessment.actions.all() if a.title == first): Pin.OUT}
    assert planned(page) == [second.title]
    view.discard.click()
    assert view._pins == {}
    assert not view.accept.isVisible()


def test_a_plan_falls_when_what_it_rests_on_changes(qtbot, page):
    view = page.budget
    look(qtbot, page, cost="100", effort="10")
    page.refresh()
    assert view.accept.isVisible()
    page.assessment.actions.change(page.assessment.actions.all()[0].id, effort="99")
    page.refresh()
    assert not view.accept.isVisible()
    assert "changed since" in view.head.text()


def test_what_makes_no_sense_is_told(page, session):
    heard: list[str] = []
    session.told.connect(lambda text, _tone: heard.append(text))
    page.budget.cost.setText("much")
    page.budget.look.click()
    assert "much" in heard[-1]
    assert not page.budget.working.is_busy


def test_levels_and_targets_can_be_wanted(page):
    offered = page.budget.wanted._values
    assert offered[0] == Ambition()
    assert Ambition(MODEL, "2") in offered
    assert Ambition(MODEL, "1") not in offered, "it is there already"
