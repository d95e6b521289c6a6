"""What respondents and assessors see of a model, and trying it out."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop.model.maturity.questionnaire import sections
from desktop.model.maturity.shelf import find
from desktop.ui.pages.shelf.page import ShelfPage
from desktop.ui.window import MainWindow
from tests.gui import Keyboard
from tests.ui.layout_faults import faults

PACKS = Path(__file__).parents[2] / "model" / "vetting" / "packs"


@pytest.fixture
def page(window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ShelfPage:
    monkeypatch.setenv("MATURITY_WORKBENCH_MODELS", str(tmp_path / "models"))
    (tmp_path / "models").mkdir()
    for name in ("attributes-to-level", "mean-with-bands"):
        shutil.copy(PACKS / f"{name}.yaml", tmp_path / "models")
    (tmp_path / "models" / "draft.yaml").write_text("id: draft\nname: Draft", encoding="utf-8")
    window.resize(1280, 800)
    window.show_place("shelf")
    page = window.page
    assert isinstance(page, ShelfPage)
    return page


def look(page: ShelfPage, model: str, tab: int) -> None:
    page.list.select(lambda line: line.name == model)
    page.tabs.setCurrentIndex(tab)
    QApplication.processEvents()


@pytest.mark.parametrize("id_", ["it-service-cmm", "service-provisioning", "tool-ladder"])
def test_respondents_see_each_question_with_its_answers(page: ShelfPage, id_: str):
    pack = find(id_)
    look(page, pack.name, 1)
    scale = str(page.respondents.scale.value())
    text = page.respondents.reading.toPlainText()
    for section in sections(pack, scale):
        assert not section.questions or section.name in text
        for question in section.questions:
            assert question.text in text
            assert all(choice.name in text for choice in question.scale.choices)


def test_another_scale_shows_its_answers(page: ShelfPage, keyboard: Keyboard):
    look(page, "IT Service CMM", 1)
    field = page.respondents.scale
    assert field.isVisible()
    before = page.respondents.reading.toPlainText()
    field.setFocus()
    keyboard.press("Down")
    assert page.respondents.reading.toPlainText() != before
    look(page, "Kettle process model", 1)
    assert field.isHidden()


def test_assessors_walk_through_the_model(page: ShelfPage, keyboard: Keyboard):
    look(page, "IT Service CMM", 2)
    assert "Largely in place" in page.assessors.reading.toPlainText()
    page.assessors.tree.setFocus()
    keyboard.press("Down", "Down")
    assert "Repeatable" in page.assessors.reading.toPlainText()
    keyboard.press("Return")
    assert page.assessors.reading.hasFocus()
    keyboard.press("Esc")
    assert page.assessors.tree.hasFocus()
    keyboard.press("Esc")
    assert page.list.hasFocus()


@pytest.mark.parametrize("tab", [1, 2, 3])
def test_a_draft_says_what_is_in_the_way(page: ShelfPage, tab: int):
    look(page, "Draft", tab)
    told = [page.respondents.reading.toPlainText(), page.assessors.reading.toPlainText(), page.trying.nothing.text()]
    assert "while the model has faults" in told[tab - 1]
    assert not page.trying.table.isVisible()


def result(page: ShelfPage, part: str) -> str:
    return next(str(line.stands) for line in page.trying.table.source.rows if line.id == part)


def test_answers_are_typed_and_what_follows_shows_at_once(page: ShelfPage, keyboard: Keyboard):
    look(page, "Corner shop check", 3)
    table = page.trying.table
    table.setFocus()
    keyboard.press(*"23543")
    assert result(page, table.source.rows[0].id) == "advanced (3.25)"
    assert not list(faults(page))
    page.trying.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert "advanced" in copied
    assert copied.startswith("  - {")
    page.trying.clear.click()
    assert result(page, table.source.rows[0].id) == "not answered"
    table.setFocus()
    keyboard.press("Esc")
    assert page.list.hasFocus()


def test_numbers_are_typed_into_their_field(page: ShelfPage, keyboard: Keyboard):
    look(page, "Kettle process model", 3)
    page.trying.table.setFocus()
    keyboard.press("8")
    assert page.trying.number.hasFocus()
    keyboard.write("6")
    keyboard.press("Return")
    assert page.trying.table.hasFocus()
    first, second = [line.id for line in page.trying.table.source.rows if line.answered][:2]
    assert result(page, first) == "F (86)"
    assert page.trying.table.current_row().id == second  # type: ignore[union-attr]


def test_an_example_is_run_and_changed(page: ShelfPage, keyboard: Keyboard):
    look(page, "Kettle process model", 3)
    page.trying.example.setFocus()
    keyboard.press("Down")
    wanted = [line for line in page.trying.table.source.rows if line.wanted]
    assert wanted
    assert not any(line.missed for line in wanted)
    assert not page.trying.copy.isEnabled()


def test_an_example_that_fails_says_what_came(page: ShelfPage, keyboard: Keyboard, tmp_path: Path):
    path = tmp_path / "models" / "attributes-to-level.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("gives: {POUR: 3}", "gives: {POUR: 2}"), encoding="utf-8")
    page.show_now()
    look(page, "Kettle process model", 3)
    page.trying.example.setFocus()
    keyboard.press("End")
    page.trying.table.select(lambda line: line.id == "POUR")
    assert page.trying.table.current_row().missed  # type: ignore[union-attr]
    assert "“POUR” should be 2 and is 3." in page.trying.reasons.accessibleDescription()


def test_streams_are_judged_by_their_level(page: ShelfPage, keyboard: Keyboard):
    look(page, "Service provisioning", 3)
    page.trying.table.setFocus()
    streams = [line.id for line in page.trying.table.source.rows if line.judged]
    page.trying.table.select(lambda line: line.id == streams[0])
    assert [button.text() for button in page.trying.buttons][:2] == ["1 Initial", "2 Basic"]
    keyboard.press("3", "4")
    assert [result(page, stream) for stream in streams[:2]] == ["3", "4"]
    assert page.trying.table.current_row().id == streams[2]  # type: ignore[union-attr]
    page.trying.table.select(lambda line: line.id == streams[0])
    keyboard.press("0")
    assert result(page, streams[0]) != "3"
