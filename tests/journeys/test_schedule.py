"""The days on site by keyboard alone: a plan is laid out, a clash made and mended, the calendar saved."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from icalendar import Calendar

from desktop.model.records import SessionKind
from desktop.ui.session import Session
from desktop.ui.window import MainWindow
from tests.gui import Keyboard, ScriptedDialogs, called

MONDAY = dt.date(2027, 3, 1)
CALENDAR = "Calendar of the week"


def test_a_plan_is_laid_out_a_clash_mended_and_the_calendar_saved(
    open_window: MainWindow, session: Session, keyboard: Keyboard, dialogs: ScriptedDialogs, tmp_path: Path
):
    session.assessment.preparation.set_details(starts=MONDAY, ends=MONDAY + dt.timedelta(days=4))
    it = session.assessment.interviews
    lay_out(keyboard)
    first, second, third = (each for each in it.all() if each.kind is SessionKind.INTERVIEW)
    assert session.assessment.schedule.clashes() == ()
    assert called(keyboard.focus) == CALENDAR

    find(keyboard, second.name)
    assert called(keyboard.focus) == CALENDAR
    keyboard.press("Ctrl+Up")
    keyboard.press("Ctrl+Up")
    (clash,) = session.assessment.schedule.clashes()
    assert {clash.session, clash.other} == {first.id, second.id}
    keyboard.press("Ctrl+1")
    keyboard.tab_to("What is next and what is overdue")
    keyboard.press("Down", "Return")
    assert called(keyboard.focus) == CALENDAR
    keyboard.press("F8")
    keyboard.press("Ctrl+Down")
    keyboard.press("Ctrl+Down")
    assert session.assessment.schedule.clashes() == ()

    dialogs.files.append(tmp_path / "plan")
    keyboard.tab_to("Save…", back=True)
    keyboard.press("Return")
    content = (tmp_path / "plan.ics").read_bytes()
    events = Calendar.from_ical(content).walk("VEVENT")
    assert {str(event["summary"]) for event in events} == {each.name for each in it.all()}
    assert third.name in {str(event["summary"]) for event in events}
    keyboard.press("Ctrl+Z", "Ctrl+Z", "Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    assert it.all() == []


def lay_out(keyboard: Keyboard) -> None:
    """From the empty page to a plan of five days that is taken."""
    keyboard.press("Ctrl+Shift+S")
    keyboard.tab_to("Lay out a plan")
    keyboard.press("Return")
    assert called(keyboard.focus) == "Days on site"
    keyboard.retype("5")
    keyboard.tab_to("Take the plan")
    keyboard.press("Return")


def find(keyboard: Keyboard, name: str) -> None:
    """Lead the cursor to a session by its name, and from its page to the schedule."""
    keyboard.press("Ctrl+Shift+S")
    keyboard.tab_to(CALENDAR)
    for _step in range(60):
        described = keyboard.focus.accessibleDescription()
        if f": {name}" in described:
            return
        keyboard.press("Down" if "17:00" not in described else "Right")
        if "17:00" in described:
            keyboard.press(*["Up"] * 12)
    raise AssertionError(name)
