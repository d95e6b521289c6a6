"""All models: the list, the text with its faults, and what is done with a model."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.model.maturity.shelf import shipped_ids
from desktop.model.own_models import kept_models
from desktop.model.vetting.vetted_packs import usable_pack
from desktop.ui.deeds import DeedMenu
from desktop.ui.pages.preparation.adoption_panel import AdoptionTable
from desktop.ui.pages.shelf.page import ShelfPage
from desktop.ui.session import Session
from desktop.ui.window import MainWindow
from tests.gui import Keyboard, ScriptedDialogs
from tests.ui.layout_faults import faults

PACKS = Path(__file__).parents[2] / "model" / "vetting" / "packs"
KETTLE = "attributes-to-level.yaml"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A sound model and a draft."""
    folder = tmp_path / "models"
    folder.mkdir()
    monkeypatch.setenv("MATURITY_WORKBENCH_MODELS", str(folder))
    shutil.copy(PACKS / KETTLE, folder / "kettle.yaml")
    draft = (PACKS / "mean-with-bands.yaml").read_text(encoding="utf-8").replace("parent: ", "parnt: ", 1)
    (folder / "shop.yaml").write_text(draft, encoding="utf-8")
    return folder


def shelf(window: MainWindow, on: str = "") -> ShelfPage:
    window.show_place("shelf")
    page = window.page
    assert isinstance(page, ShelfPage)
    if on:
        page.list.select(lambda line: on in line.name)
    page.list.setFocus()
    QApplication.processEvents()
    return page


def stands(page: ShelfPage) -> dict[str, str]:
    return {line.name: line.stands for line in page.list.rows.rows}


def test_from_the_start_page_to_all_models_and_back(window: MainWindow, keyboard: Keyboard):
    keyboard.press("Tab")
    before = keyboard.focus
    keyboard.press("Ctrl+Shift+M")
    page = window.page
    assert isinstance(page, ShelfPage)
    assert len(stands(page)) == len(shipped_ids()) + 2
    assert (stands(page)["Kettle process model"], stands(page)["Corner shop check"]) == ("Sound", "1 fault")
    keyboard.press("Esc")
    assert window.page is None
    assert window.pages.currentWidget() is window.pages.start
    assert keyboard.focus is before is not window.pages.start


def test_shipped_models_are_there_when_the_folder_cannot_be_read(window: MainWindow, folder: Path):
    shutil.rmtree(folder)
    folder.write_text("no folder", encoding="utf-8")
    page = shelf(window)
    assert len(stands(page)) == len(shipped_ids())
    assert f"{folder} could not be read" in window.toast.text


def test_a_fault_is_found_in_the_text_and_mended(window: MainWindow, keyboard: Keyboard, folder: Path):
    window.resize(1280, 800)
    page = shelf(window, "Corner shop")
    assert not page.use.isEnabled()
    keyboard.tab_to("Faults")
    keyboard.press("Return")
    text = page.check.text
    assert text.hasFocus()
    chosen = text.textCursor().selectedText()
    assert "parnt: " in chosen
    keyboard.write(chosen.replace("parnt: ", "parent: "))
    keyboard.press("Ctrl+S")
    assert stands(page)["Corner shop check"] == "Sound"
    assert "Sound" in page.check.standing.text()
    assert "parnt" not in (folder / "shop.yaml").read_text(encoding="utf-8")
    keyboard.press("Esc")
    assert page.list.hasFocus()
    assert page.use.isEnabled()


def test_f8_leads_from_fault_to_fault(window: MainWindow, keyboard: Keyboard, folder: Path):
    text = (folder / "shop.yaml").read_text(encoding="utf-8")
    (folder / "shop.yaml").write_text(text.replace("parent: ", "parnt: ", 1), encoding="utf-8")
    page = shelf(window, "Corner shop")
    keyboard.press("Return")
    lines = []
    for _press in range(3):
        keyboard.press("F8")
        lines.append(page.check.text.textCursor().blockNumber())
    assert lines[0] < lines[1]
    assert lines[2] == lines[0]


def test_what_is_typed_is_kept_whatever_comes_next(window: MainWindow, keyboard: Keyboard, folder: Path):
    page = shelf(window, "Kettle")
    keyboard.press("Return", "Ctrl+End")
    keyboard.write("# mine")
    page.list.select(lambda line: "shop" in line.name)
    assert (folder / "kettle.yaml").read_text(encoding="utf-8").endswith("# mine")
    assert "Corner shop" in page.check.text.toPlainText()


def test_what_is_typed_is_kept_when_the_assessment_closes(
    open_window: MainWindow, keyboard: Keyboard, folder: Path, session: Session
):
    shelf(open_window, "Kettle")
    keyboard.press("Return", "Ctrl+End")
    keyboard.write("# mine")
    session.close()
    assert (folder / "kettle.yaml").read_text(encoding="utf-8").endswith("# mine")


def test_a_text_that_another_program_changed_is_kept_beside(window: MainWindow, keyboard: Keyboard, folder: Path):
    page = shelf(window, "Kettle")
    keyboard.press("Return", "Ctrl+End")
    keyboard.write("# mine")
    (folder / "kettle.yaml").write_text("id: other", encoding="utf-8")
    keyboard.press("Ctrl+S")
    assert (folder / "kettle.yaml").read_text(encoding="utf-8") == "id: other"
    assert (folder / "kettle-process.yaml").read_text(encoding="utf-8").endswith("# mine")
    assert "Your text is kept" in window.toast.text
    assert page.line is not None
    assert page.line.path.name == "kettle-process.yaml"


def test_what_is_shipped_is_read_only_and_duplicated_to_be_changed(
    window: MainWindow, keyboard: Keyboard, folder: Path
):
    page = shelf(window, "Service desk")
    assert page.check.text.isReadOnly()
    keyboard.press("D")
    line = page.line
    assert line is not None
    assert (line.name, line.id, line.usable) == ("Service desk maturity (copy)", "service-desk-2", True)
    assert not page.check.text.isReadOnly()
    assert (folder / "service-desk-2.yaml").is_file()


def test_rename_and_remove(window: MainWindow, keyboard: Keyboard, dialogs: ScriptedDialogs, folder: Path):
    page = shelf(window, "Kettle")
    dialogs.texts = ["Tea: the model"]
    keyboard.press("F2")
    assert page.line is not None
    assert page.line.name == "Tea: the model"
    keyboard.press("Delete", "Esc")
    assert (folder / "kettle.yaml").is_file()
    assert keyboard.focus is page.list
    keyboard.press("Delete", "Backtab", "Return")
    assert not (folder / "kettle.yaml").exists()
    assert "Tea: the model" not in stands(page)
    assert keyboard.focus is page.list


def test_what_is_shipped_can_neither_be_renamed_nor_removed(window: MainWindow):
    page = shelf(window, "Service desk")
    assert {key for deed in page.list.deeds() for key in deed.keys}.isdisjoint({"F2", "Delete", "O"})


@pytest.mark.parametrize("ending", [".xlsx", ".yaml"])
def test_export(window: MainWindow, keyboard: Keyboard, dialogs: ScriptedDialogs, tmp_path: Path, ending: str):
    from desktop.exchange.foreign_models.examining import open_model

    shelf(window, "Kettle")
    dialogs.files = [tmp_path / f"out{ending}"]
    keyboard.press("E")
    found = open_model(tmp_path / f"out{ending}").understood().vetted()
    assert found.pack.id == "kettle-process"  # type: ignore[union-attr]


def test_a_model_is_added_to_the_open_assessment(open_window: MainWindow, keyboard: Keyboard, session: Session):
    page = shelf(open_window, "Kettle")
    keyboard.press("A")
    assert "kettle-process" in {one.id for one in session.assessment.models.all()}
    assert page.line is not None
    assert page.line.used
    assert not page.use.isEnabled()
    keyboard.press("Ctrl+Z")
    assert not page.line.used


def test_a_new_assessment_begins_with_a_model_of_ones_own(
    window: MainWindow, keyboard: Keyboard, dialogs: ScriptedDialogs, tmp_path: Path
):
    shelf(window, "Kettle")
    keyboard.press("A")
    assert window.pages.currentWidget() is window.pages.start
    dialogs.files = [tmp_path / "new"]
    keyboard.write("Tea Ltd")
    keyboard.press("Return")
    assert [one.id for one in window.session.assessment.models.all()] == ["kettle-process"]


def test_more_offers_what_the_keys_do(window: MainWindow):
    page = shelf(window, "Kettle")
    page.more.click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, DeedMenu)
    offered = {action.text().partition("\t")[0] for action in menu.actions()}
    assert {"Duplicate", "Rename…", "Remove…", "Export…", "New assessment with it"} <= offered
    menu.close()


def test_a_file_that_cannot_be_read_is_listed_with_its_fault(window: MainWindow, folder: Path):
    (folder / "bytes.yaml").write_bytes(b"\xff\xfe")
    page = shelf(window, "bytes")
    assert stands(page)["bytes"] == "1 fault"
    assert page.check.text.isReadOnly()
    assert len(stands(page)) == len(shipped_ids()) + 3


@pytest.mark.parametrize(("width", "height", "scale"), [(1280, 800, 100), (1366, 768, 150)])
def test_everything_fits(open_window: MainWindow, width: int, height: int, scale: int):
    open_window.session.settings.scale = scale
    open_window.dressing.dress()
    open_window.resize(width, height)
    page = shelf(open_window, "Corner shop")
    page.list.setFocus(Qt.FocusReason.TabFocusReason)
    for _round in range(4):
        QApplication.processEvents()
    assert not list(faults(page))


def test_another_version_of_a_model_in_use_is_adopted(
    open_window: MainWindow, keyboard: Keyboard, session: Session, folder: Path
):
    session.assessment.models.add(usable_pack(folder / "kettle.yaml"))
    page = shelf(open_window, "Kettle")
    assert not page.use.isEnabled()
    text = (folder / "kettle.yaml").read_text(encoding="utf-8")
    newer = text.replace('version: "1.0"', 'version: "2.0"').replace("name: Pouring", "name: Pouring out")
    (folder / "kettle.yaml").write_text(newer, encoding="utf-8")
    page = shelf(open_window, "Kettle")
    assert page.use.text() == "&Adopt this version…"
    keyboard.press("A")
    assert isinstance(keyboard.focus, AdoptionTable)
    keyboard.press("Return")
    assert session.assessment.models.get("kettle-process").pack.version == "2.0"


def test_models_of_ones_own_are_offered_in_preparation(open_window: MainWindow):
    open_window.show_place("preparation")
    scope = open_window.page.scope  # type: ignore[union-attr]
    scope.fill_menu()
    words = [action.text() for action in scope.menu.actions()]
    assert any(word.startswith("Kettle process model") for word in words)
    assert not any(word.startswith("Corner shop") for word in words)
    kept_models.remove(kept_models.own_models()[0].path)
    scope.fill_menu()
    assert not any(action.text().startswith("Kettle") for action in scope.menu.actions())
