"""A consultant's rubric by keyboard: kept, added to the running sample, asked, rated, exported; then its version 2."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QWidget

from desktop.model.adopting.correspondence import PartFate
from desktop.model.assessment import Assessment
from desktop.ui.pages.preparation.adoption_panel import AdoptionTable
from desktop.ui.pages.preparation.model_scope import ModelScope
from desktop.ui.pages.questionnaires.entry_table import EntryTable
from desktop.ui.pages.questionnaires.page import QuestionnairesPage
from desktop.ui.pages.shelf.page import ShelfPage
from desktop.ui.window import MainWindow
from desktop.wording import outcome
from tests.exchange.foreign_models.books import LEVELS, book, told
from tests.gui import Keyboard, ScriptedDialogs, called
from tests.moulds import Moulds

MODEL = "tea-room-rubric"
LONG = 20_000
"""Milliseconds: the workbook is read by another process."""

FIRST = (
    "Water is fresh and the kettle is clean",
    "The pot is warm before tea goes in",
    "Cups are clean",
    "Trays carry a cloth",
)
SECOND = (
    "Water is fresh",
    "The kettle is clean",
    "The pot is warm before the tea goes in",
    "Cups are clean",
    "Biscuits lie in a tin",
)
"""The first subject is split, the second reworded, the last gone; the biscuits are new."""


@pytest.fixture
def sample(window: MainWindow, moulds: Moulds, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Assessment:
    monkeypatch.setenv("MATURITY_WORKBENCH_MODELS", str(tmp_path / "models"))
    window.session.adopt(moulds.sample(tmp_path / "sample.maturity", "Ada"))
    window.resize(1280, 800)
    return window.session.assessment


def rubric(path: Path, making: Sequence[str], serving: Sequence[str]) -> Path:
    """A workbook with a row for each subject."""
    rows: list[list[object]] = [["Tea room rubric"], ["Area", "Subject", *LEVELS]]
    for area, subjects in (("Making", making), ("Serving", serving)):
        rows += [[area, subject, *told(subject)] for subject in subjects]
    return book(path, {"Rubric": rows})


def kept(qtbot, window: MainWindow, keyboard: Keyboard, version: str = "") -> None:
    """The rubric that the dialog gives becomes one of the user's models; its version in place of the one before."""
    keyboard.press("Ctrl+Shift+M", "I")
    page = window.page
    assert isinstance(page, ShelfPage)
    qtbot.waitUntil(page.intake.again.isEnabled, timeout=LONG)
    keyboard.tab_to("Is the result of the whole the average, the weakest or the sum?")
    keyboard.press("Down")
    if version:
        keyboard.tab_to("Which version is it?")
        keyboard.retype(version)
        keyboard.tab_to("What becomes of the model")
        keyboard.press("End")
    assert "is sound" in page.intake.outcome.text()
    keyboard.tab_to("Keep it among your models")
    keyboard.press("Return")
    assert page.line is not None
    assert page.line.usable


def tab_to_card(keyboard: Keyboard, name: str) -> None:
    """To a field on the rubric's card; every model has such a card."""
    for _step in range(150):
        card: QWidget | None = keyboard.focus
        while card is not None and not isinstance(card, ModelScope):
            card = card.parentWidget()
        if card is not None and card.model == MODEL and called(keyboard.focus) == name:
            return
        keyboard.press("Tab")
    raise AssertionError(name)


def place(sample: Assessment) -> int:
    """Where the rubric stands among the models in use."""
    return [one.id for one in sample.models.all()].index(MODEL)


def stands(sample: Assessment) -> str:
    """What the whole is said to be."""
    return outcome.standing(sample.results.of(MODEL), sample.models.get(MODEL).pack)


def previewed_and_added(window: MainWindow, keyboard: Keyboard) -> None:
    page = window.page
    assert isinstance(page, ShelfPage)
    page.tabs.setCurrentWidget(page.respondents)
    assert "Cups are clean is such and such at 4." in page.respondents.reading.toPlainText()
    page.tabs.setCurrentWidget(page.assessors)
    assert "G2 Serving" in page.assessors.reading.toPlainText()
    keyboard.press("A")


def asked(window: MainWindow, keyboard: Keyboard, sample: Assessment) -> dict[str, str | None]:
    """Answers of the first of the sample's people, typed in; a level has its own number as key."""
    keyboard.press("Ctrl+4")
    keyboard.tab_to("Model")
    keyboard.press("Home", *["Down"] * place(sample), "Alt+N")
    keyboard.tab_into(EntryTable)
    page = window.page
    assert isinstance(page, QuestionnairesPage)
    shown = [button.accessibleName() for button in page.entry.card.findChildren(QWidget) if not button.isHidden()]
    assert f"2 Repeatable: Repeatable: {FIRST[0]} is such and such at 2." in shown
    keyboard.press("2", "3", "4", "1")
    (person,) = [row.participant.id for row in sample.questionnaires.progress(MODEL) if row.answered]
    return {id_: each.choice for id_, each in sample.questionnaires.answers(MODEL, person).items()}


def rated(window: MainWindow, keyboard: Keyboard, sample: Assessment) -> None:
    keyboard.press("Ctrl+6", f"Alt+{place(sample) + 1}")
    keyboard.tab_to("Parts")
    keyboard.press("2", "3", "4", "1")


def exported(qtbot, keyboard: Keyboard, dialogs: ScriptedDialogs, folder: Path) -> list[tuple[object, ...]]:
    """The rows about the rubric in the workbook of results."""
    folder.mkdir()
    dialogs.files, dialogs.picks = [folder], [["workbook"]]
    keyboard.press("Ctrl+E")
    qtbot.waitUntil(lambda: len([*folder.glob("* - results.xlsx")]) == 1, timeout=LONG)
    (path,) = folder.glob("* - results.xlsx")
    return [*load_workbook(path, read_only=True, data_only=True)["Tea room rubric"].iter_rows(values_only=True)]


def test_a_rubric_from_its_workbook_to_its_second_version(
    qtbot, window: MainWindow, keyboard: Keyboard, dialogs: ScriptedDialogs, sample: Assessment, tmp_path: Path
):
    dialogs.files = [rubric(tmp_path / "tea.xlsx", FIRST[:2], FIRST[2:])]
    kept(qtbot, window, keyboard)
    previewed_and_added(window, keyboard)
    assert asked(window, keyboard, sample) == {
        "S1": "repeatable",
        "S2": "defined",
        "S3": "managed",
        "S4": "initial",
    }
    rated(window, keyboard, sample)
    assert stands(sample) == "Tea room rubric: 2.5"
    rows = exported(qtbot, keyboard, dialogs, tmp_path / "out")
    assert ("Tea room rubric: 2.5",) in [row[:1] for row in rows]
    assert ("ALL Tea room rubric", "2.5", 2.5) in [row[:3] for row in rows]

    dialogs.files = [rubric(tmp_path / "tea-2.xlsx", SECOND[:3], SECOND[3:])]
    kept(qtbot, window, keyboard, "2.0")
    assert sample.models.get(MODEL).pack.version == "1.0", "what is in use stays as it is"
    keyboard.press("Ctrl+2", "Alt+S")
    tab_to_card(keyboard, "Update")
    keyboard.press("Return", "Down", "Return")
    table = keyboard.focus
    assert isinstance(table, AdoptionTable)
    assert [(row.change.change, row.change.before, row.change.after, row.now) for row in table.source.rows] == [
        (PartFate.DOUBTFUL, ("S2",), ("S3",), SECOND[2]),
        (PartFate.SPLIT, ("S1",), ("S1", "S2"), " / ".join(SECOND[:2])),
        (PartFate.MOVED, ("S3",), ("S4",), SECOND[3]),
        (PartFate.NEW, (), ("S5",), SECOND[4]),
        (PartFate.GONE, ("S4",), (), ""),
    ]
    keyboard.press("S", "Return")
    assert sample.models.get(MODEL).pack.version == "2.0"
    said = {part: sample.parts.get(MODEL, part).answer for part in ("S1", "S2", "S3", "S4", "S5")}
    assert said == {"S1": None, "S2": None, "S3": "defined", "S4": "managed", "S5": None}
    assert stands(sample).startswith("Tea room rubric: 3.5; it can still become ")
    keyboard.press("Ctrl+Z")
    assert sample.models.get(MODEL).pack.version == "1.0"
    assert stands(sample) == "Tea room rubric: 2.5"
    assert sample.check() == ()
