"""From a suggestion to a done action by keyboard: effort, what it waits for, a milestone; and all of it undone."""

from __future__ import annotations

import datetime as dt

from desktop.model.records import ActionStatus
from desktop.ui.session import Session
from desktop.ui.window import MainWindow
from tests.gui import Keyboard, called
from tests.ui.pages.test_actions import MODEL, rate_area_unsatisfied

DAY = dt.date(2031, 3, 5)


def test_a_suggestion_is_planned_done_and_undone(open_window: MainWindow, session: Session, keyboard: Keyboard):
    assessment = session.assessment
    goals = rate_area_unsatisfied(session)
    before = len(assessment.history.steps())
    take_up(keyboard, session, goals)
    first, second = assessment.actions.all()[:2]
    estimate(keyboard, session, first.id)
    milestone(keyboard, session)
    wait(keyboard, session, first.id, second.id)
    finish(keyboard, session, first.id)
    steps = len(assessment.history.steps()) - before
    for _step in range(steps):
        keyboard.press("Ctrl+Z")
    assert (assessment.actions.all(), assessment.milestones.all()) == ([], [])


def take_up(keyboard: Keyboard, session: Session, goals: list[str]) -> None:
    """What blocks the next level is proposed; the list has the keys."""
    keyboard.press("Ctrl+9")
    keyboard.tab_to("From blockers")
    keyboard.press("Return")
    assert called(keyboard.focus) == "Improvement actions"
    assert {action.aim for action in session.assessment.actions.all()} == set(goals)
    assert {action.model for action in session.assessment.actions.all()} == {MODEL}


def estimate(keyboard: Keyboard, session: Session, action: str) -> None:
    """On Priority Enter leads from the line to the effort; a number as people type it."""
    keyboard.press("Alt+Y")
    keyboard.tab_to("Open actions in their order")
    keyboard.press("Home", "Return")
    assert called(keyboard.focus) == "Effort"
    keyboard.retype("4,5")
    keyboard.press("Return")
    shown = [each for each in session.assessment.actions.all() if each.effort]
    assert [each.effort for each in shown] == ["4.5"]


def milestone(keyboard: Keyboard, session: Session) -> None:
    """A milestone is added on the calendar."""
    keyboard.press("Alt+C")
    keyboard.tab_to("Add a milestone")
    keyboard.write("Pilot is over; 5 March 2031")
    keyboard.press("Return")
    (made,) = session.assessment.milestones.all()
    assert (made.title, made.day) == ("Pilot is over", DAY)


def wait(keyboard: Keyboard, session: Session, action: str, other: str) -> None:
    """The first is to be done for it, and waits for the second."""
    keyboard.tab_to("Views of the plan")
    keyboard.press("Left", "Left", "Left")
    keyboard.tab_to("Parts of the action")
    keyboard.press("Right")
    keyboard.tab_to("Milestone")
    keyboard.press("Down")
    keyboard.tab_to("Let it wait for another action")
    keyboard.press("Down")
    it = session.assessment
    assert it.actions.get(action).milestone == it.milestones.all()[0].id
    assert it.action_links.needs() == {action: (other,)}


def finish(keyboard: Keyboard, session: Session, action: str) -> None:
    """On the board it is moved on until it is done."""
    keyboard.tab_to("Views of the plan")
    keyboard.press("Right", "Right")
    keyboard.tab_to("Board of actions by status")
    for _column in range(4):
        keyboard.press("Ctrl+Right")
    done = [each for each in session.assessment.actions.all() if each.status is ActionStatus.DONE]
    assert [each.percent for each in done] == [100]
