"""A window that types notes until it is killed, and tells after each key what it typed; see `test_typing_kill`."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.model.assessment import Assessment
from desktop.model.records import SessionKind
from desktop.ui.crash import CrashReporter
from desktop.ui.pages.interviews.page import InterviewsPage
from desktop.ui.session import Session
from desktop.ui.settings import Settings
from desktop.ui.window import MainWindow
from tests.gui import Keyboard, ScriptedDialogs, look_light

NOTE = "We agree on it with each of them, in writing."


def main(path: Path) -> None:
    app = QApplication([])
    look_light(app)
    session = Session(Settings(), ScriptedDialogs())
    window = MainWindow(session, CrashReporter(path.parent))
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    assessment = Assessment.open(path, author="Tester")
    meeting = assessment.interviews.add(SessionKind.INTERVIEW, "Interview 1")
    session.adopt(assessment)
    window.show_place("interviews", meeting)
    assert isinstance(window.page, InterviewsPage)
    window.page.type_notes()
    keyboard = Keyboard(window)
    for number in range(10_000):
        note = f"{number}: {NOTE}"
        for end, letter in enumerate(note, start=1):
            keyboard.write(letter)
            print(f"{number} {end}", flush=True)
        keyboard.press("Return")
        print(f"{number + 1} 0", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
