"""From nothing to what a sponsor holds in hand, by keyboard alone, in the real window."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QComboBox, QLabel, QListView

from desktop.exchange.forms.layout import Column
from desktop.model.assessment import Assessment
from desktop.model.records import Action, AreaRating, Priority, Stance
from desktop.model.scoring.results import AreaResult
from desktop.model.scoring.vocabulary import Characterisation, EvidenceKind, Rating
from desktop.ui.session import Session
from desktop.ui.window import MainWindow
from tests.exchange.forms.workbooks import Filled
from tests.gui import Keyboard, ScriptedDialogs, called

MODEL, AREA = "it-service-cmm", "SCM"
PEOPLE = "Person A\ta@example.org\tManager\tDesk\n" + "\n".join(
    f"Person {letter}\t\tPractitioner\tDesk" for letter in "BCDEF"
)
NOT_SAID = AreaRating(model=MODEL, place=AREA)
LONG = 100_000
"""Milliseconds that forms and charts may take on a busy machine."""


@pytest.mark.slow
def test_from_nothing_to_the_exported_workbook(
    qtbot, window: MainWindow, keyboard: Keyboard, dialogs: ScriptedDialogs, window_again, tmp_path: Path
):
    session, path = window.session, tmp_path / "Northern services.maturity"
    begin(keyboard, dialogs, path)
    prepare(keyboard)
    forms = send_out(qtbot, keyboard, session, dialogs, tmp_path / "forms")
    for number, form in enumerate(forms):
        answer(form, ("Almost always", "Frequently", "About half")[number % 3])
    take_in(qtbot, keyboard, session, dialogs, forms)
    rate(qtbot, keyboard)
    qtbot.waitUntil(lambda: session.assessment.ratings.areas(MODEL).get(AREA, NOT_SAID).settled)
    area = settled_area(session.assessment)
    assert area.rating is Rating.SATISFIED
    assert [goal.rating for goal in area.goals] == [Rating.SATISFIED] * len(area.goals)
    assert session.assessment.results.of(MODEL).level.reached == 1
    write_action(keyboard)
    action = the_action(session.assessment)
    shown = look_at_the_level(window, keyboard)
    assert "Satisfied · settled" in look_at_the_area(window)
    results, detail = hand_over(qtbot, keyboard, session, dialogs, tmp_path / "out")
    assert_workbooks(results, detail, area, action)
    window.close()
    assert not session.is_open

    again = window_again()
    dialogs.files = [path]
    Keyboard(again).press("Ctrl+O")
    assert settled_area(again.session.assessment) == area
    assert the_action(again.session.assessment) == action
    assert look_at_the_level(again, Keyboard(again)) == shown
    assert again.session.assessment.check() == ()


def begin(keyboard: Keyboard, dialogs: ScriptedDialogs, path: Path) -> None:
    """A new assessment of the first model offered."""
    keyboard.press("Ctrl+N")
    keyboard.write("Northern services")
    dialogs.files = [path]
    keyboard.press("Return")


def prepare(keyboard: Keyboard) -> None:
    """A team of two, six participants, questions up to level 2."""
    keyboard.press("Ctrl+2", "Alt+T")
    keyboard.tab_to("Add team member")
    for name in ("Assessor A", "Assessor B"):
        keyboard.write(name)
        keyboard.press("Return")
    keyboard.press("Alt+P")
    keyboard.tab_to("Add participant")
    keyboard.paste(PEOPLE)
    keyboard.press("Alt+S")
    keyboard.tab_to("Questionnaire up to")
    keyboard.press("Home")


def send_out(qtbot, keyboard: Keyboard, session: Session, dialogs: ScriptedDialogs, folder: Path) -> list[Path]:
    """Write the questionnaires."""
    dialogs.files = [folder]
    keyboard.press("Ctrl+Shift+F")
    progress = session.assessment.questionnaires.progress
    qtbot.waitUntil(lambda: {row.sending.sent for row in progress(MODEL)} == {session.today()}, timeout=LONG)
    forms = sorted(folder.glob("*.xlsx"))
    assert len(forms) == 6
    return forms


def answer(form: Path, choice: str) -> None:
    """What a participant does: choose an answer to each question, and save."""
    filled = Filled(form)
    marks = filled.sheet[filled.letter(Column.ID)]
    questions = [cell.value for cell in marks if isinstance(cell.value, str) and cell.value.count("-") == 1]
    assert len(questions) == 56
    for question in questions:
        filled.answer(question, choice)
    filled.save()


def take_in(qtbot, keyboard: Keyboard, session: Session, dialogs: ScriptedDialogs, forms: list[Path]) -> None:
    """Import the filled forms."""
    dialogs.files = [*forms]
    keyboard.press("Ctrl+I")
    progress = session.assessment.questionnaires.progress
    qtbot.waitUntil(lambda: [row.answered for row in progress(MODEL)] == [56] * len(forms), timeout=LONG)


def rate(qtbot, keyboard: Keyboard) -> None:
    """Support and rate all practices of the first area, and settle it."""
    keyboard.press("Ctrl+6")
    for kind, session in ((("Home",), "Service catalogue"), (("Home", *["Down"] * 3), "Interview 1")):
        keyboard.tab_to("Kind of evidence")
        keyboard.press(*kind)
        keyboard.tab_to("Session or document")
        keyboard.write(session)
        keyboard.tab_to("Applies to")
        keyboard.press("End")
        keyboard.tab_to("Add")
        keyboard.press("Space")
    keyboard.tab_to("Practices of the area")
    keyboard.press("Ctrl+Home", *"1" * 13)
    keyboard.press("Alt+S")
    qtbot.waitUntil(lambda: called(keyboard.focus) == "All agree")  # Qt presses a button a moment after its keys
    keyboard.press("1", "2")
    keyboard.tab_to("Settle")
    keyboard.press("Space")


def settled_area(assessment: Assessment) -> AreaResult:
    """The first area as the engine and the team see it."""
    assert {rating.value for rating in assessment.ratings.practices(MODEL).values()} == {Characterisation.FULLY}
    assert {piece.kind for piece in assessment.evidence.all()} == {EvidenceKind.DOCUMENT, EvidenceKind.INTERVIEW}
    assert set(assessment.ratings.stances(MODEL, AREA).values()) == {Stance.AGREES}
    assert assessment.ratings.areas(MODEL)[AREA].settled
    return next(area for area in assessment.results.of(MODEL).areas if area.id == AREA)


def look_at_the_level(window: MainWindow, keyboard: Keyboard) -> str:
    """What the ratings page says of the level."""
    keyboard.press("Ctrl+6")
    assert window.page is not None
    labels = window.page.findChildren(QLabel)
    return next(label.text() for label in labels if label.isVisible() and label.text().startswith("Level 1 reached"))


def look_at_the_area(window: MainWindow) -> str:
    """What the list of areas says of the first."""
    assert window.page is not None
    area = next(view for view in window.page.findChildren(QListView) if view.accessibleName() == "Key process areas")
    return str(area.model().index(0, 0).data())


def write_action(keyboard: Keyboard) -> None:
    """A new action with all that matters."""
    keyboard.press("Ctrl+Shift+A")
    keyboard.write("Review the service catalogue twice a year")
    keyboard.tab_to("Description")
    keyboard.write("With each customer.")
    keyboard.tab_to("To improve")
    assert isinstance(keyboard.focus, QComboBox)
    keyboard.press("Down")
    keyboard.tab_to("What is to be reached")
    keyboard.press("Down")
    keyboard.tab_to("Owner")
    keyboard.write("Service manager")
    keyboard.tab_to("Due date")
    keyboard.write("2031-05-31")
    keyboard.tab_to("Priority")
    keyboard.press("Home")
    keyboard.press("Tab")


def the_action(assessment: Assessment) -> Action:
    """The one action there is."""
    (action,) = assessment.actions.all()
    told = (action.title, action.description, action.aim, action.owner, str(action.due), action.priority)
    assert told == (
        "Review the service catalogue twice a year",
        "With each customer.",
        f"{AREA}-G1",
        "Service manager",
        "2031-05-31",
        Priority.HIGH,
    )
    return action


def hand_over(qtbot, keyboard: Keyboard, session: Session, dialogs: ScriptedDialogs, folder: Path) -> tuple[Path, Path]:
    """Export the workbooks, which are looked into; returns the results and the team's detail."""
    dialogs.picks, dialogs.files = [["workbook", "detail"]], [folder]
    keyboard.press("Ctrl+E")
    qtbot.waitUntil(lambda: len([*folder.glob("*.xlsx")]) == 2 and not [*folder.glob(".export-*")], timeout=LONG)
    (results,), (detail,) = folder.glob("* - results.xlsx"), folder.glob("* - team detail.xlsx")
    return results, detail


def assert_workbooks(results: Path, detail: Path, area: AreaResult, action: Action) -> None:
    """The workbooks say what the window said."""
    book = load_workbook(results, data_only=True)
    (model,) = (row for row in book["Summary"].iter_rows(values_only=True) if str(row[1]).startswith("Level 1 of 5"))
    assert model[2] == 1
    areas = {
        row[0]: row for row in load_workbook(detail, data_only=True)["Areas"].iter_rows(min_row=5, values_only=True)
    }
    assert areas[AREA][4] == "Satisfied"
    assert areas[AREA][5] == area.satisfied_goals
    assert areas[AREA][12] == area.answers.mean_percent
    (first, *_rest) = book["Actions"].iter_rows(min_row=5, values_only=True)
    assert first[1:3] == (action.title, action.description)
    assert (first[4], str(first[5])[:10]) == (action.owner, str(action.due))
    assert "Northern services" in results.name
