"""A rubric of one's own goes on in its second version: late forms, keys, commands."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.cli.entry import run as main
from desktop.model.assessment import Assessment
from desktop.model.assessment.models import EVERYTHING_ASKED
from desktop.ui.pages.preparation.adoption_panel import AdoptionTable
from desktop.ui.session import Session
from desktop.ui.window import MainWindow
from tests.exchange.forms.workbooks import fill
from tests.gui import Keyboard, ScriptedDialogs
from tests.newer_versions import KEY_CARE_2
from tests.own_rules import PACKS, own_rules, say

MODEL = "key-care"
FIRST = next(path for path in PACKS if path.stem == "weighted-mean")


@pytest.fixture
def file(tmp_path):
    """An assessment of the first version, judged, with two people asked."""
    path = tmp_path / "keys.maturity"
    assert main(["new", str(path), "--model", str(FIRST)]) == 0
    pack = own_rules("weighted-mean")
    with Assessment.open(path, author="Ada") as it:
        say(it, pack.rules, pack.rules.examples[0])
        it.models.set_question_level(MODEL, EVERYTHING_ASKED)
        for role in ("Manager", "Clerk"):
            it.preparation.add_participant(role=role)
    return path


def answers(assessment: Assessment) -> list[dict[str, str]]:
    """What each participant has answered."""
    people = [one.id for one in assessment.preparation.participants()]
    said = (assessment.questionnaires.answers(MODEL, one) for one in people)
    return [{question: one.choice for question, one in each.items() if one.choice} for each in said]


def test_a_form_of_the_first_version_comes_back_after_the_second_was_adopted(file, tmp_path, capsys):
    assert main(["forms", str(file), "--out", str(tmp_path / "forms")]) == 0
    early, late = sorted((tmp_path / "forms").glob("*.xlsx"))
    for form in (early, late):
        fill(form, {"CAB.1": "managed", "CAB.2": "managed", "CAB.4": "basic", "DOOR.1": "basic"})
    assert main(["import", str(file), str(early)]) == 0
    assert main(["models", "adopt", str(file), str(KEY_CARE_2), "--settle", "CAB.3=CAB.3"]) == 0
    with Assessment.open(file, author="Ada") as it:
        assert answers(it) == [{"CAB.2": "managed", "CAB.5": "basic", "DOOR.1": "basic"}, {}]
    capsys.readouterr()
    assert main(["import", str(file), str(early), str(late)]) == 0
    told = capsys.readouterr().out
    assert "the same as before, nothing changed" in told
    assert "2 answers left out" in told
    assert "Left out: “Every key hangs on its own hook.”" in told
    with Assessment.open(file, author="Ada") as it:
        assert answers(it)[1] == {"CAB.2": "managed", "CAB.5": "basic"}
        assert it.results.of(MODEL).answers.n == 4
        assert it.check() == ()
    assert main(["data", str(file), "--out", str(tmp_path / "keys.json")]) == 0
    assert main(["new", str(tmp_path / "again.maturity"), "--from", str(tmp_path / "keys.json")]) == 0
    assert main(["import", str(tmp_path / "again.maturity"), str(late)]) == 0


def test_by_keyboard_in_the_window(
    window: MainWindow, keyboard: Keyboard, dialogs: ScriptedDialogs, closed_session: Session, file: Path
):
    session = window.session
    dialogs.files = [file]
    keyboard.press("Ctrl+O", "Ctrl+2", "Alt+S")
    before = session.assessment.parts.all(MODEL)
    keyboard.tab_to("Update")
    dialogs.files = [KEY_CARE_2]
    keyboard.press("Return", "Down", "Return")
    assert isinstance(keyboard.focus, AdoptionTable)
    assert session.assessment.models.get(MODEL).pack.version == "1.0"
    keyboard.press("S")
    keyboard.focus.select(lambda row: row.ids == "DOOR.1")
    keyboard.press("P")
    menu = QApplication.activePopupWidget()
    assert menu is not None
    offered = [action.text() for action in menu.actions()]
    assert [text.split(":")[0] for text in offered] == ["CAB.4", "DOOR.3"]
    keyboard.press("Down", "Return")
    table = keyboard.focus
    assert isinstance(table, AdoptionTable)
    line = table.current_row()
    assert line is not None
    assert line.ids == "DOOR.1 → DOOR.3"
    keyboard.press("N")
    assert "DOOR.1" in [row.ids for row in table.source.rows]
    table.select(lambda row: row.ids == "DOOR.3")
    keyboard.press("P", "Return", "Return")
    assert session.assessment.models.get(MODEL).pack.version == "2.0"
    assert session.assessment.parts.get(MODEL, "DOOR.3").answer == "optimised"
    assert session.assessment.parts.get(MODEL, "CAB.3").answer == "advanced"
    assert session.assessment.parts.get(MODEL, "CAB.5").answer == "initial"
    keyboard.press("Ctrl+Z")
    assert session.assessment.models.get(MODEL).pack.version == "1.0"
    assert session.assessment.parts.all(MODEL).keys() >= before.keys()
    assert session.assessment.parts.get(MODEL, "CAB.4").answer == "initial"
    keyboard.press("Ctrl+Y")
    assert session.assessment.parts.get(MODEL, "CAB.5").answer == "initial"
    assert session.assessment.check() == ()
