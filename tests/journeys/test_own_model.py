"""A consultant's rubric by keyboard: imported, its fault mended, looked at, tried out, added to the running sample."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.model.assessment import Assessment
from desktop.ui.pages.shelf.page import ShelfPage
from desktop.ui.window import MainWindow
from tests.exchange.foreign_models.books import RUBRIC_MERGED, book, rubric_rows
from tests.gui import Keyboard, ScriptedDialogs
from tests.moulds import Moulds

LONG = 20_000
"""Milliseconds: the workbook is read by another process."""


@pytest.fixture
def sample(window: MainWindow, moulds: Moulds, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Assessment:
    monkeypatch.setenv("MATURITY_WORKBENCH_MODELS", str(tmp_path / "models"))
    window.session.adopt(moulds.sample(tmp_path / "sample.maturity", "Ada"))
    window.resize(1280, 800)
    return window.session.assessment


def test_from_a_rubric_to_the_running_assessment(
    qtbot, window: MainWindow, keyboard: Keyboard, dialogs: ScriptedDialogs, sample: Assessment, tmp_path: Path
):
    rows = rubric_rows()
    rows[5][2] = "Water"
    path = book(tmp_path / "tea-room.xlsx", {"Rubric": rows}, {"Rubric": RUBRIC_MERGED})
    dialogs.files = [path]
    keyboard.press("Ctrl+Shift+M", "I")
    page = window.page
    assert isinstance(page, ShelfPage)
    panel = page.intake
    qtbot.waitUntil(panel.again.isEnabled, timeout=LONG)

    keyboard.tab_to("Is the result of the whole the average, the weakest or the sum?")
    keyboard.press("Down")
    assert "Rubric, row 6:" in panel.faults.text()
    book(path, {"Rubric": rubric_rows()}, {"Rubric": RUBRIC_MERGED})
    keyboard.tab_to("Read the file again")
    keyboard.press("Return")
    qtbot.waitUntil(panel.keep.isEnabled, timeout=LONG)
    assert "is sound" in panel.outcome.text()
    keyboard.tab_to("Keep it among your models")
    keyboard.press("Return")
    assert page.list.hasFocus()

    keyboard.press("Return", "Ctrl+Home")
    keyboard.write("x")
    keyboard.press("Ctrl+S")
    assert page.check.faults.isVisible()
    assert not page.use.isEnabled()
    keyboard.press("Backspace", "Ctrl+S", "Esc")
    assert page.line is not None
    assert page.line.usable

    page.tabs.setCurrentWidget(page.respondents)
    assert "Water is such and such at 4." in page.respondents.reading.toPlainText()
    page.tabs.setCurrentWidget(page.assessors)
    assert "Tea room rubric" in page.assessors.reading.toPlainText()
    page.tabs.setCurrentWidget(page.trying)
    page.trying.table.setFocus()
    keyboard.press("2", "2", "4")
    assert page.trying.table.source.rows[0].stands == "3"

    keyboard.press("Esc", "A")
    assert "tea-room-rubric" in {one.id for one in sample.models.all()}
    assert page.line.used
    keyboard.press("Ctrl+5")
    assert window.page is not page
    keyboard.press("Ctrl+Z")
    assert "tea-room-rubric" not in {one.id for one in sample.models.all()}
