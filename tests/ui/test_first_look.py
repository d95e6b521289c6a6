"""What is done before the first picture: what it shows, and nothing else; all the rest is there when it is used."""

from __future__ import annotations

import json
import os
import subprocess
import sys

from PySide6.QtWidgets import QInputDialog, QLineEdit

from desktop.model.maturity.shelf import find
from desktop.ui import theme
from desktop.ui.crash import CrashReporter
from desktop.ui.pages.start import StartPage
from desktop.ui.session import Session
from desktop.ui.window import COUNTING_MS, MainWindow
from tests.gui import Keyboard, begun, called
from tests.moulds import Moulds

STARTED = """
import builtins, gc, json, sys
theirs = builtins.__import__
from desktop.__main__ import main
from desktop.ui import window_garbage
made, make = [], window_garbage.WindowGarbage.__init__
window_garbage.WindowGarbage.__init__ = lambda self, owner: (made.append(1), make(self, owner))[1]
status = main()
collected = len(made) == 1 and not gc.isenabled()
print(json.dumps([status, builtins.__import__ is theirs, collected, gc.get_freeze_count() > 0, [*sys.modules]]))
"""
NEVER = {"sqlalchemy", "openpyxl", "matplotlib", "html", "logging.handlers"}
NOT_YET = NEVER | {"msgspec", "desktop.model.journal", "desktop.ui.page"}


def test_the_start_page_is_painted_without_what_it_does_not_show(tmp_path):
    assert not NOT_YET & started(tmp_path)


def test_an_assessment_is_painted_before_what_only_edits_need_is_loaded(tmp_path, moulds: Moulds):
    path = tmp_path / "a.maturity"
    moulds.fresh(path, [find("it-service-cmm")]).close()
    assert not NEVER & started(tmp_path, str(path))


def started(tmp_path, *arguments):
    """Start the program in a process of its own; the modules it has loaded when its first page is painted."""
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "MATURITY_WORKBENCH_EXIT_WHEN_PAINTED": "1",
        "MATURITY_WORKBENCH_SETTINGS": str(tmp_path / "settings.ini"),
    }
    ran = subprocess.run(
        [sys.executable, "-c", STARTED, *arguments], env=environment, capture_output=True, text=True, check=True
    )
    status, own_import, by_the_window_alone, keeps, loaded = json.loads(ran.stdout)
    assert (status, own_import, by_the_window_alone, keeps) == (0, True, True, True)
    return {*loaded}


def test_keys_work_as_soon_as_the_start_page_is_seen(window: MainWindow, keyboard: Keyboard):
    keyboard.press("Ctrl+N")
    keyboard.write("Test centre")
    assert called(keyboard.focus) == "Organisation"
    assert isinstance(keyboard.focus, QLineEdit)
    assert keyboard.focus.text() == "Test centre"


def test_the_page_is_painted_before_anything_is_counted(window: MainWindow, qtbot, tmp_path):
    window.hide()
    window.session.create(tmp_path / "a.maturity", [find("it-service-cmm")])
    qtbot.waitUntil(lambda: window._counting.remainingTime() < COUNTING_MS * 3 // 4)
    window.show()
    assert window._counting.remainingTime() > COUNTING_MS * 3 // 4


def test_what_was_hidden_wears_what_is_in_use_once_it_is_seen(window: MainWindow, tmp_path):
    hidden = (window.rail, window.top_bar, window.toast)
    assert not any(part.styleSheet() for part in hidden)
    window.dressing.do_dark()
    window.session.create(tmp_path / "a.maturity", [find("it-service-cmm")])
    window.session.tell("Told.")
    assert {part.styleSheet() for part in hidden} == {theme.style_sheet(theme.current())}
    window.dressing.do_light()
    assert {part.styleSheet() for part in hidden} == {theme.style_sheet(theme.current())}
    assert window.pages.start.styleSheet() != theme.style_sheet(theme.current())
    window.session.close()
    assert window.pages.start.styleSheet() == theme.style_sheet(theme.current())


def test_the_start_page_is_made_only_for_who_sees_it(qtbot, closed_session: Session, moulds: Moulds, tmp_path):
    window = MainWindow(closed_session, CrashReporter(tmp_path))
    qtbot.addWidget(window)
    closed_session.adopt(moulds.cast("begun", tmp_path / "a.maturity", begun, author="Tester"))
    window.show()
    window.close()
    assert not closed_session.is_open
    assert not window.findChildren(StartPage)
    window.show()
    assert window.pages.start.isVisible()


def test_a_dialog_wears_what_the_window_wears(window: MainWindow):
    dialog = QInputDialog(window)
    dialog.show()
    assert dialog.styleSheet() == theme.style_sheet(theme.current())
    dialog.close()
