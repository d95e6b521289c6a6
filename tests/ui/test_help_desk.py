"""Help stands beside the window, and the list of keys says what keys do."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from desktop import resources
from desktop.ui.commands import COMMANDS
from desktop.ui.help_window import HelpWindow, topics
from desktop.ui.keys_overlay import KeysOverlay, page_keys
from desktop.ui.places import PLACES
from desktop.ui.window import MainWindow
from tests.gui import Keyboard


def help_window(window: MainWindow) -> HelpWindow:
    found = window.help_desk.help
    assert isinstance(found, HelpWindow)
    return found


def test_f1_opens_the_help_of_the_page(open_window: MainWindow, keyboard: Keyboard, qtbot):
    for place in PLACES:
        open_window.show_place(place.key)
        keyboard.press("F1")
        shown = help_window(open_window)
        assert shown.isVisible()
        assert not shown.isModal()
        assert shown.topic == place.key
        title = shown.text.toPlainText().splitlines()[0]
        assert title == topics()[place.key]
        shown.close()
        open_window.activateWindow()
        qtbot.waitUntil(open_window.isActiveWindow)


def test_f1_on_the_start_page_tells_the_story(window: MainWindow, keyboard: Keyboard):
    keyboard.press("F1")
    assert help_window(window).topic == "story"


def test_links_lead_from_page_to_page_and_back(open_window: MainWindow):
    open_window.help_desk.do_help()
    shown = help_window(open_window)
    shown.text.anchorClicked.emit(QUrl("gaps.md"))
    assert shown.topic == "gaps"
    shown.go_back()
    assert shown.topic == "overview"


def test_links_lead_nowhere_else(open_window: MainWindow):
    open_window.help_desk.do_help()
    shown = help_window(open_window)
    for link in ("https://example.org/gaps", "file:///etc/passwd", "../secret.md", "nowhere.md"):
        shown.text.anchorClicked.emit(QUrl(link))
        assert shown.topic == "overview", link


def test_every_page_of_the_help_is_there_and_leads_on():
    for name in topics():
        text = resources.help_page(name).read_text(encoding="utf-8")
        assert text.startswith(f"# {topics()[name]}\n"), name
        for link in re.findall(r"\]\(([^)]+)\)", text):
            assert link.removesuffix(".md") in topics(), f"{name} leads to {link}"
    folder = resources.help_page("story").parent
    assert {path.stem for path in Path(folder).glob("*.md")} == set(topics())


def test_a_page_that_is_missing_is_told(open_window: MainWindow, monkeypatch, tmp_path):
    monkeypatch.setattr(resources, "help_page", lambda name: tmp_path / name)
    open_window.help_desk.do_help()
    assert "missing" in help_window(open_window).text.toPlainText()


def test_about_has_no_key():
    assert {command.key: command.shortcut for command in COMMANDS}["about"] == ""


def test_a_question_mark_lays_the_keys_over_the_page(open_window: MainWindow, keyboard: Keyboard):
    open_window.show_place("gaps")
    before = keyboard.focus
    keyboard.press("?")
    overlay = open_window.findChild(KeysOverlay)
    assert overlay is not None
    said = [label.text() for label in overlay.findChildren(QLabel)]
    assert "Raise the target" in said
    assert "Ctrl+K" in said
    keyboard.press("Esc")
    QApplication.processEvents()
    assert open_window.findChild(KeysOverlay) is None
    assert keyboard.focus is before


def test_a_question_mark_in_a_field_is_a_question_mark(open_window: MainWindow, keyboard: Keyboard):
    open_window.show_place("actions")
    open_window.page.new_action()  # type: ignore[union-attr]
    keyboard.retype("Why?")
    assert open_window.findChild(KeysOverlay) is None
    assert keyboard.focus.text() == "Why?"  # type: ignore[attr-defined]


def test_the_keys_listed_are_those_of_what_is_shown(open_window: MainWindow):
    for place in PLACES:
        open_window.show_place(place.key)
        groups = page_keys(open_window.page, [])
        for heading, lines in groups:
            assert heading
            assert all(keys and text for keys, text in lines)
        assert [keys for _heading, lines in groups for keys, _text in lines].count("Ctrl+C") == 1


def test_the_keys_fit_a_small_window(open_window: MainWindow):
    open_window.resize(1024, 700)
    open_window.show_place("ratings")
    open_window.help_desk.do_keys()
    overlay = open_window.findChild(KeysOverlay)
    assert overlay is not None
    assert open_window.rect().contains(overlay.geometry())
    for label in overlay.findChildren(QLabel):
        assert label.width() >= label.minimumSizeHint().width(), label.text()
    overlay.leave()


def test_help_and_keys_wear_what_the_window_wears(open_window: MainWindow, keyboard: Keyboard):
    keyboard.press("F1")
    beside = help_window(open_window)
    open_window.commands.actions["dark"].trigger()
    assert open_window.menuBar().styleSheet() == beside.styleSheet()
    QTest.keyClick(beside.windowHandle(), Qt.Key.Key_Escape)
    assert not beside.isVisible()
    assert open_window.isActiveWindow()
    keyboard.press("?")
    overlay = open_window.findChild(KeysOverlay)
    assert overlay is not None
    assert open_window.menuBar().styleSheet() == overlay.styleSheet()
    overlay.leave()
    open_window.commands.actions["light"].trigger()


def test_a_click_closes_the_keys(open_window: MainWindow, qtbot):
    open_window.help_desk.do_keys()
    overlay = open_window.findChild(KeysOverlay)
    assert overlay is not None
    qtbot.mouseClick(overlay, Qt.MouseButton.LeftButton)
    assert not overlay.isVisible()
