"""Models from elsewhere on the page of all models: recognised, asked about, kept or left."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.ui.pages.shelf.intake_panel import IntakePanel
from desktop.ui.pages.shelf.page import ShelfPage
from desktop.ui.widgets.choice import Choice
from desktop.ui.window import MainWindow
from tests.exchange.foreign_models.books import RUBRIC_MERGED, book, rubric_rows
from tests.gui import Keyboard, ScriptedDialogs
from tests.ui.layout_faults import faults

PACKS = Path(__file__).parents[2] / "model" / "vetting" / "packs"
KETTLE = PACKS / "attributes-to-level.yaml"
LONG = 20_000
"""Milliseconds: a workbook is read by another process."""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MATURITY_WORKBENCH_MODELS", str(tmp_path / "models"))
    return tmp_path / "models"


@pytest.fixture
def page(window: MainWindow) -> ShelfPage:
    window.resize(1280, 800)
    window.show_place("shelf")
    page = window.page
    assert isinstance(page, ShelfPage)
    return page


def bring(qtbot, page: ShelfPage, path: Path) -> IntakePanel:
    page.import_path(path)
    assert not page.intake.keep.isEnabled()
    qtbot.waitUntil(page.intake.again.isEnabled, timeout=LONG)
    QApplication.processEvents()
    return page.intake


def test_a_rubric_is_asked_about_and_kept(qtbot, page: ShelfPage, keyboard: Keyboard, folder: Path, tmp_path: Path):
    panel = bring(qtbot, page, book(tmp_path / "tea-room.xlsx", {"Rubric": rubric_rows()}, {"Rubric": RUBRIC_MERGED}))
    assert "is a rubric" in panel.heading.text()
    assert "The column “Score” is left out." in panel.notices.text()
    result = panel.questions.fields["result"]
    assert result.hasFocus()
    assert not list(faults(page))
    keyboard.press("Down")
    assert not panel.keep.isEnabled() or result.value() == "average"  # type: ignore[union-attr]
    assert "Tea room rubric 1.0 is sound" in panel.outcome.text()
    keyboard.tab_to("What is the model called?")
    keyboard.retype("Tea: the rubric")
    keyboard.tab_to("Keep it among your models", back=True)
    keyboard.press("Return")
    assert page.line is not None
    assert (page.line.name, page.line.usable, page.list.hasFocus()) == ("Tea: the rubric", True, True)
    assert page.front.currentWidget() is page.tabs


def test_faults_are_told_by_sheet_and_row_and_the_file_read_again(qtbot, page: ShelfPage, folder: Path, tmp_path: Path):
    rows = rubric_rows()
    rows[5][2] = "Water"
    path = book(tmp_path / "tea-room.xlsx", {"Rubric": rows}, {"Rubric": RUBRIC_MERGED})
    panel = bring(qtbot, page, path)
    panel.questions.answered.emit("result", "weakest")
    assert "Rubric, row 6:" in panel.faults.text()
    assert "1 thing is wrong with it" in panel.outcome.text()
    book(path, {"Rubric": rubric_rows()}, {"Rubric": RUBRIC_MERGED})
    panel.again.click()
    qtbot.waitUntil(panel.again.isEnabled, timeout=LONG)
    assert "is sound" in panel.outcome.text()
    assert panel.faults.text() == ""


def test_answers_that_fit_no_more_are_let_go(qtbot, page: ShelfPage, tmp_path: Path):
    rows = rubric_rows()
    panel = bring(qtbot, page, book(tmp_path / "a.xlsx", {"One": rows, "Two": rows}))
    table = panel.questions.fields["table"]
    assert isinstance(table, Choice)
    for answer in ("1", "2"):
        panel.questions.answered.emit("table", answer)
        panel.questions.answered.emit("result", "average")
    assert panel.keep.isEnabled()
    panel.questions.answered.emit("table", "")
    assert not panel.keep.isEnabled()


def test_a_pack_keeps_its_own_text_even_as_a_draft(qtbot, page: ShelfPage, folder: Path, tmp_path: Path):
    text = "# by me\n" + KETTLE.read_text(encoding="utf-8").replace("parent: ", "parnt: ", 1)
    (tmp_path / "mine.yaml").write_text(text, encoding="utf-8")
    panel = bring(qtbot, page, tmp_path / "mine.yaml")
    assert "parnt" in panel.faults.text()
    assert panel.keep.text() == "&Keep it as a draft"
    panel.keep.click()
    assert (folder / "kettle-process.yaml").read_text(encoding="utf-8") == text
    assert page.line is not None
    assert page.line.stands == "1 fault"


def test_yaml_that_breaks_off_can_be_kept_as_a_draft(qtbot, page: ShelfPage, folder: Path, tmp_path: Path):
    (tmp_path / "mine.yaml").write_text("id: mine\nparts: [", encoding="utf-8")
    panel = bring(qtbot, page, tmp_path / "mine.yaml")
    assert "not valid YAML" in panel.faults.text()
    panel.keep.click()
    assert [path.name for path in folder.iterdir()] == ["model.yaml"]


def test_what_is_no_model_is_refused(qtbot, page: ShelfPage, window: MainWindow, tmp_path: Path):
    (tmp_path / "list.yaml").write_text("- tea", encoding="utf-8")
    page.import_path(tmp_path / "list.yaml")
    qtbot.waitUntil(lambda: "not recognised" in window.toast.text, timeout=LONG)
    assert page.front.currentWidget() is page.tabs


@pytest.mark.parametrize(
    ("way", "names"), [("beside", ["kettle-process", "kettle-process-2"]), ("replace", ["kettle-process"])]
)
def test_a_taken_identity_asks_what_to_do(qtbot, page: ShelfPage, folder: Path, tmp_path: Path, way: str, names):
    folder.mkdir()
    shutil.copy(KETTLE, folder / "kettle-process.yaml")
    newer = KETTLE.read_text(encoding="utf-8").replace('version: "1.0"', 'version: "2.0"')
    (tmp_path / "newer.yaml").write_text(newer, encoding="utf-8")
    panel = bring(qtbot, page, tmp_path / "newer.yaml")
    assert panel.clash.isVisible()
    panel.clash.choice.show_value(way)
    panel.keep.click()
    assert sorted(path.stem for path in folder.iterdir()) == names
    lines = [line for line in page.list.rows.rows if line.own is not None]
    assert all(line.usable for line in lines)
    assert page.line is not None
    assert page.line.version == "2.0"


def test_esc_leaves_it(qtbot, page: ShelfPage, keyboard: Keyboard, dialogs: ScriptedDialogs, folder: Path):
    dialogs.files = [KETTLE]
    page.list.setFocus()
    keyboard.press("I")
    qtbot.waitUntil(page.intake.again.isEnabled, timeout=LONG)
    keyboard.press("Esc")
    assert page.front.currentWidget() is page.tabs
    assert page.list.hasFocus()
    assert not folder.exists()


def test_models_are_dropped_anywhere(qtbot, window: MainWindow, tmp_path: Path):
    window.dropping.take([KETTLE])
    page = window.page
    assert isinstance(page, ShelfPage)
    qtbot.waitUntil(page.intake.again.isEnabled, timeout=LONG)
    assert page.intake.keep.isEnabled()
    window.dropping.take([tmp_path])
    qtbot.waitUntil(lambda: "not recognised" in window.toast.text, timeout=LONG)
