"""A story told by keyboard, taken back step by step to nothing and told again, across closing the file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from desktop.model.assessment import Assessment
from desktop.model.store.declared_tables import NAMES
from desktop.model.store.tables import TABLES
from desktop.ui.window import MainWindow
from tests.gui import Keyboard, ScriptedDialogs, called

KEYS = {NAMES[kind]: {column.name for column in table.primary_key} for kind, table in TABLES.items()}
"""By kind of record the cells that say which record it is."""

Records = dict[str, list[dict[str, Any]]]


def test_all_of_it_can_be_undone_and_redone(
    qtbot, window: MainWindow, keyboard: Keyboard, dialogs: ScriptedDialogs, window_again, tmp_path: Path
):
    path = tmp_path / "Northern services.maturity"
    keyboard.press("Ctrl+N")
    keyboard.write("Northern services")
    dialogs.files = [path]
    keyboard.press("Return")
    assessment = window.session.assessment
    made, made_by = records(assessment), len(assessment.history.in_effect())
    tell(qtbot, keyboard)
    told, told_by = records(assessment), len(assessment.history.in_effect())
    assert told_by > made_by + 20
    for _step in range((told_by - made_by) // 2):
        keyboard.press("Ctrl+Z")
    window.close()

    dialogs.files = [path]
    keyboard = Keyboard(window := window_again())
    keyboard.press("Ctrl+O")
    assessment = window.session.assessment
    while len(assessment.history.in_effect()) > made_by:
        undo_one(keyboard, assessment)
    assert records(assessment) == made
    while assessment.history.next_undo() is not None:
        undo_one(keyboard, assessment)
    assert records(assessment) == {kind: [] for kind in made}
    assert not window.commands.actions["undo"].isEnabled()
    for place in "12345678":
        keyboard.press(f"Ctrl+{place}")
    assert "Not done" not in window.toast.accessibleName()
    window.close()

    dialogs.files = [path]
    keyboard = Keyboard(window := window_again())
    keyboard.press("Ctrl+O")
    assessment = window.session.assessment
    while assessment.history.next_redo() is not None:
        left = len(assessment.history.in_effect())
        keyboard.press("Ctrl+Shift+Z")
        assert len(assessment.history.in_effect()) == left + 1
    assert records(assessment) == told
    assert assessment.check() == ()


def undo_one(keyboard: Keyboard, assessment: Assessment) -> None:
    left = len(assessment.history.in_effect())
    keyboard.press("Ctrl+Z")
    assert len(assessment.history.in_effect()) == left - 1


def tell(qtbot, keyboard: Keyboard) -> None:
    """A bit of work on every page that edits."""
    keyboard.press("Ctrl+2")
    keyboard.tab_to("Sponsor")
    keyboard.write("Director of services")
    keyboard.press("Alt+T")
    keyboard.tab_to("Add team member")
    for name in ("Assessor A", "Assessor B"):
        keyboard.write(name)
        keyboard.press("Return")
    keyboard.tab_to("Assessment team", back=True)
    keyboard.press("Down", "Delete")
    keyboard.press("Alt+P")
    keyboard.tab_to("Add participant")
    keyboard.paste("Person A\ta@example.org\tManager\tDesk\nPerson B\t\tPractitioner\tDesk")
    keyboard.press("Alt+S")
    keyboard.tab_to("Key process areas of IT Service CMM in scope")
    keyboard.press("End", "Space")
    keyboard.press("Ctrl+4", "Alt+N")
    keyboard.tab_to("Questions")
    keyboard.press(*"1273")
    keyboard.press("Ctrl+6", *"1234", "Return")
    keyboard.write("Seen in two places")
    keyboard.press("Return")
    keyboard.tab_to("Session or document")
    keyboard.write("Interview 1")
    keyboard.press("Return")
    keyboard.tab_to("The area and its goals", back=True)
    keyboard.press("Ctrl+Home", "Down", "Return")
    keyboard.write("Nothing is written down")
    keyboard.press("Return", "Ctrl+Home")
    keyboard.press("Alt+S")
    qtbot.waitUntil(lambda: called(keyboard.focus) == "All agree")  # Qt presses a button a moment after its keys
    keyboard.press("1", "Esc")
    keyboard.press("Ctrl+Shift+A")
    keyboard.write("Write it down")
    keyboard.tab_to("Owner")
    keyboard.write("Service manager")
    keyboard.tab_to("Remove")
    keyboard.press("Ctrl+Shift+A", "Ctrl+1")


def records(assessment: Assessment) -> Records:
    """Everything the file holds except its history; what has nothing left in it, not even a mark, is not there."""
    return {
        kind: [row for row in rows if any(value is not None for cell, value in row.items() if cell not in KEYS[kind])]
        for kind, rows in assessment.whole().records.items()
    }
