"""A model that brings its own rules, from the questionnaire to the workbook: all eight public rules in one file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QLabel

from desktop.cli.entry import run as main
from desktop.model.assessment import Assessment
from desktop.model.assessment.models import EVERYTHING_ASKED
from desktop.model.evaluation.evaluate import evaluate
from desktop.model.vetting.pack_examples import given_in
from desktop.ui.window import MainWindow
from desktop.wording import outcome
from tests.exchange.forms.workbooks import fill
from tests.gui import Keyboard, ScriptedDialogs
from tests.own_rules import PACKS, own_rules, say
from tests.thoroughness import thorough

_ONLY = ("--only", "workbook", "--only", "detail")
LONG = 20_000
"""Milliseconds."""

NAMES = [path.stem for path in PACKS]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """An assessment that uses all eight: rated as their examples say, asked of one person."""
    made = tmp_path_factory.mktemp("eight")
    first, *others = PACKS
    assert main(["new", str(made / "a.maturity"), "--model", str(first), "--organization", "Kettle Ltd"]) == 0
    for path in others:
        assert main(["models", "add", str(made / "a.maturity"), str(path)]) == 0
    with Assessment.open(made / "a.maturity", author="Ada") as it:
        it.preparation.add_participant(name="Somebody")
        for name in NAMES:
            pack = own_rules(name)
            it.models.set_question_level(pack.id, EVERYTHING_ASKED)
            say(it, pack.rules, pack.rules.examples[0])
    return made


def test_forms_go_out_with_each_part_s_own_scale_and_come_back(folder):
    assert main(["forms", str(folder / "a.maturity"), "--out", str(folder / "forms")]) == 0
    forms = sorted((folder / "forms").rglob("Questionnaire*.xlsx"))
    assert len(forms) == len(NAMES)
    with Assessment.open(folder / "a.maturity", author="Ada", readonly=True) as it:
        for path in forms:
            questions = it.models.questions(path.stem.rpartition(" ")[2])
            fill(path, {id_: asked.scale.answers[0].name for id_, asked in questions.items()})
    assert main(["import", str(folder / "a.maturity"), str(folder / "forms")]) == 0
    with Assessment.open(folder / "a.maturity", author="Ada") as it:
        for in_use in it.models.all():
            found = it.results.of(in_use.id)
            assert found.answers.n == len(found.questions) > 0, in_use.id
            assert all(question.answers.mean_percent == 100.0 for question in found.questions)


def test_results_are_told_on_the_command_line_and_in_workbooks(folder, capsys):
    capsys.readouterr()
    assert main(["score", str(folder / "a.maturity"), "--json"]) == 0
    models = {each["id"]: each for each in json.loads(capsys.readouterr().out)["models"]}
    for name in NAMES:
        book = own_rules(name).rules
        parts = {part["id"]: part for part in models[book.id]["parts"]}
        assert models[book.id]["level"] is None
        expected = evaluate(book, given_in(book, book.examples[0]))
        for id_, part in expected.items():
            value = None if part.result.value is None else float(part.result.value)
            told = (parts[id_]["value"], parts[id_]["grade"], parts[id_]["blank"])
            assert told == (value, part.result.grade, part.result.blank)
            assert parts[id_]["gap"] == (None if part.gap is None else float(part.gap))
    assert main(["score", str(folder / "a.maturity")]) == 0
    assert "Garden profile: 5; Below 5: 2" in capsys.readouterr().out
    assert main(["export", str(folder / "a.maturity"), "--out", str(folder / "out"), *_ONLY]) == 0
    books = [load_workbook(path, data_only=True) for path in sorted((folder / "out").glob("*.xlsx"))]
    assert len(books) == 2
    cells = {
        str(cell.value) for book in books for sheet in book for row in sheet.iter_rows() for cell in row if cell.value
    }
    assert {"advanced (3.25)", "risk informed (2)", "unsatisfied"} <= cells
    for name in NAMES:
        pack = own_rules(name)
        assert any(pack.name in cell for cell in cells)
        assert {part.id for part in pack.rules.parts} <= cells


@pytest.mark.parametrize(
    ("name", "keys", "stands"),
    [
        ("mean-with-bands", ("2", "3", "5", "4", "3"), "Corner shop check: advanced (3.25)"),
        pytest.param(
            "numbers-with-targets", ("4", "7", "3", "5", "6"), "Garden profile: 5; Below 5: 2", marks=thorough
        ),
    ],
)
def test_by_keyboard_from_the_form_to_the_workbook(
    qtbot, window: MainWindow, keyboard: Keyboard, dialogs: ScriptedDialogs, tmp_path: Path, name, keys, stands
):
    pack = own_rules(name)
    made = Assessment.create(tmp_path / "a.maturity", [pack], author="Ada", organisation="Kettle Ltd")
    made.preparation.add_participant(name="Somebody")
    window.session.adopt(made)
    keyboard.press("Ctrl+2", "Alt+S")
    keyboard.tab_to("Questionnaire up to")
    keyboard.press("Home")
    (tmp_path / "forms").mkdir()
    dialogs.files = [tmp_path / "forms"]
    keyboard.press("Ctrl+Shift+F")
    qtbot.waitUntil(lambda: len([*(tmp_path / "forms").glob("*.xlsx")]) == 1, timeout=LONG)
    (form,) = (tmp_path / "forms").glob("*.xlsx")
    questions = made.models.questions(pack.id)
    fill(form, {id_: asked.scale.answers[-1].name for id_, asked in questions.items()})
    dialogs.files = [form]
    keyboard.press("Ctrl+I")
    qtbot.waitUntil(lambda: made.results.of(pack.id).answers.n == len(questions), timeout=LONG)

    keyboard.press("Ctrl+6")
    keyboard.tab_to("Parts")
    for key in keys:
        keyboard.press(key)
        if pack.rules.scales[0].number_range is not None:
            keyboard.press("Return")
    assert outcome.standing(made.results.of(pack.id), pack).startswith(stands)
    keyboard.press("Ctrl+1")
    assert stands in "\n".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())

    (tmp_path / "out").mkdir()
    dialogs.files = [tmp_path / "out"]
    keyboard.press("Ctrl+E")
    qtbot.waitUntil(lambda: any((tmp_path / "out").glob("* - results.xlsx")), timeout=LONG)
    (path,) = (tmp_path / "out").glob("* - results.xlsx")
    cells = {
        str(cell.value) for sheet in load_workbook(path, data_only=True) for row in sheet.iter_rows() for cell in row
    }
    assert any(cell.startswith(stands) for cell in cells)
