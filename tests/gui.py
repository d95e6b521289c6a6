"""The window and what it asks, for tests: sessions on real files, dialogs that answer from a script, a keyboard.

The fixtures are taken over by the conftest of every folder whose tests drive the window.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication, QKeySequence, QWindow
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.model.assessment import Assessment
from desktop.model.maturity.shelf import find
from desktop.ui import theme
from desktop.ui.crash import CrashReporter
from desktop.ui.page import Page
from desktop.ui.session import Session
from desktop.ui.settings import Settings
from desktop.ui.window import MainWindow
from desktop.ui.work import stop_all
from tests.moulds import Moulds

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.exchange.travelling.looking_ahead import MergeLook

MOST_STEPS = 150
"""No page has more stops for Tab."""


class ScriptedDialogs:
    """Answers what the test put in; a question nobody expected fails the test."""

    def __init__(self) -> None:
        self.files: list[Path | None] = []
        self.texts: list[str | None] = []
        self.asked: list[str] = []
        self.shown: list[Path] = []
        self.picks: list[list[str] | None] = []
        self.ways: list[str | None] = []
        self.offered: list[str] = []
        self.printers: list[QPrinter | None] = []
        self.passphrases: list[list[str] | None] = []
        self.problems: list[str] = []
        self.looks: list[MergeLook] = []

    def open_file(self, title: str, pattern: str) -> Path | None:
        self.asked.append(title)
        return self.files.pop(0)

    def open_files(self, title: str, pattern: str) -> list[Path]:
        self.asked.append(title)
        found, self.files = self.files, []
        return [path for path in found if path is not None]

    def save_file(self, title: str, proposal: str, pattern: str) -> Path | None:
        self.asked.append(title)
        return self.files.pop(0)

    def folder(self, title: str) -> Path | None:
        self.asked.append(title)
        return self.files.pop(0)

    def several(
        self, title: str, options: Sequence[tuple[str, str]], chosen: Collection[str], *, none: bool = False
    ) -> list[str] | None:
        """Agrees to what is ticked, unless the script says what to tick."""
        self.asked.append(title)
        return self.picks.pop(0) if self.picks else [key for key, _words in options if key in chosen]

    def one_of(self, title: str, text: str, options: Sequence[tuple[str, str]]) -> str | None:
        """Goes the way that the script says; one that is not offered fails the test."""
        self.asked.append(f"{title}: {text}")
        way = self.ways.pop(0)
        assert way is None or way in dict(options)
        return way

    def passphrase(self, title: str, text: str, labels: Sequence[str], judge: Callable[[list[str]], str]) -> bool:
        """Types what the script says, again and again; what was wrong with it is remembered."""
        self.asked.append(f"{title}: {text}")
        while (typed := self.passphrases.pop(0)) is not None:
            assert len(typed) == len(labels)
            wrong = judge(typed)
            if not wrong:
                return True
            self.problems.append(wrong)
        return False

    def merge(self, source: str, look: MergeLook) -> bool:
        """Takes it where the script says so."""
        self.asked.append(" ".join([source, *look.told]))
        self.looks.append(look)
        return self.ways.pop(0) == "take"

    def printer(self, title: str) -> QPrinter | None:
        self.asked.append(title)
        return self.printers.pop(0)

    def text(self, title: str, label: str, value: str = "", *, offered: Sequence[str] = ()) -> str | None:
        self.asked.append(title)
        self.offered = [*offered]
        return self.texts.pop(0)

    def open_folder(self, path: Path) -> None:
        self.shown.append(path)

    def open_outside(self, path: Path) -> None:
        self.shown.append(path)


class Keyboard:
    """Keys pressed wherever the focus is. Nobody is so fast that the window does not get its turn between them."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    @property
    def focus(self) -> QWidget:
        """The widget that has the focus."""
        return QApplication.focusWidget() or self.window

    def press(self, *keys: str) -> None:
        """Press keys by their names, e.g. ``Ctrl+N``, ``Tab``, ``3``."""
        for key in keys:
            QTest.keySequence(self._front, QKeySequence(key))
            QApplication.processEvents()

    def write(self, text: str) -> None:
        """Type a text."""
        for letter in text:
            QTest.keyClick(self._front, letter)  # type: ignore[call-overload]  # the annotation forgets letters
        QApplication.processEvents()

    @property
    def _front(self) -> QWindow:
        """Keys go to the window and find their way from there, as those of a real keyboard do."""
        return self.window.windowHandle()

    def retype(self, text: str) -> None:
        """Type a text over what a field holds."""
        self.press("Ctrl+A")
        self.write(text)

    def paste(self, text: str) -> None:
        """Copy a text elsewhere and paste it."""
        QGuiApplication.clipboard().setText(text)
        self.press("Ctrl+V")

    def tab_to(self, name: str, *, back: bool = False) -> QWidget:
        """Press Tab until the focus is on the widget that a screen reader calls so."""
        return self._tab(name, lambda widget: called(widget) == name, back=back)

    def tab_into(self, kind: type[QWidget]) -> QWidget:
        """Press Tab until the focus is on a widget of a kind."""
        return self._tab(kind.__name__, lambda widget: isinstance(widget, kind), back=False)

    def _tab(self, wanted: str, found: Callable[[QWidget], bool], *, back: bool) -> QWidget:
        passed = []
        for _step in range(MOST_STEPS):
            if found(self.focus):
                return self.focus
            passed.append(called(self.focus) or type(self.focus).__name__)
            self.press("Backtab" if back else "Tab")
        raise AssertionError(f"Tab never comes to {wanted!r}; it passes {list(dict.fromkeys(passed))}")


def look_light(app: QApplication) -> None:
    """The look that the program starts with, but for the cursor in texts: it does not blink between two pictures."""
    app.setCursorFlashTime(0)
    theme.load_fonts()
    theme.choose(app, "light")


def put_in_front(qtbot: QtBot, page: Page, width: int = 1084, height: int = 690) -> None:
    """Show a page by itself as the window would, of the size it has in a window of 1280 × 800."""
    qtbot.addWidget(page)
    page.resize(width, height)
    page.wear()
    page.show()
    page.show_now()


def called(widget: QWidget) -> str:
    """What a screen reader calls a widget."""
    text = getattr(widget, "text", None)
    return widget.accessibleName() or (text().replace("&", "") if callable(text) else "")


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setenv("MATURITY_WORKBENCH_SETTINGS", str(tmp_path / "settings.ini"))
    return Settings()


@pytest.fixture
def dialogs() -> ScriptedDialogs:
    return ScriptedDialogs()


@pytest.fixture
def closed_session(qapp: QApplication, settings: Settings, dialogs: ScriptedDialogs) -> Iterator[Session]:
    """A session with nothing open."""
    look_light(qapp)
    session = Session(settings, dialogs)
    yield session
    stop_all()
    QApplication.processEvents()
    session.close()
    session.deleteLater()


@pytest.fixture
def session(closed_session: Session, moulds: Moulds, tmp_path: Path) -> Session:
    """A session on a new assessment of the shipped model, with a team of two and three participants."""
    closed_session.adopt(moulds.cast("begun", tmp_path / "a.maturity", begun, author="Tester"))
    return closed_session


def begun(path: Path) -> Assessment:
    """A new assessment of the shipped model, with a team of two and three participants."""
    assessment = Assessment.create(path, [find("it-service-cmm")], author="Tester", organisation="Test centre")
    assessment.preparation.add_member("Assessor A")
    assessment.preparation.add_member("Assessor B")
    for role in ("Manager", "Practitioner", "Practitioner"):
        assessment.preparation.add_participant(role=role, group="Desk")
    return assessment


@pytest.fixture
def window(qtbot: QtBot, closed_session: Session, tmp_path: Path) -> MainWindow:
    """The main window, in front, with nothing open."""
    return _shown(qtbot, closed_session, tmp_path)


@pytest.fixture
def open_window(window: MainWindow, session: Session) -> MainWindow:
    """The main window on the new assessment of `session`."""
    assert session.is_open
    return window


@pytest.fixture
def keyboard(window: MainWindow) -> Keyboard:
    """The keyboard in front of the window."""
    return Keyboard(window)


@pytest.fixture
def window_again(
    qtbot: QtBot, settings: Settings, dialogs: ScriptedDialogs, tmp_path: Path
) -> Iterator[Callable[[], MainWindow]]:
    """Starts the program anew, as after it was closed; call it for the window."""
    sessions: list[Session] = []

    def start() -> MainWindow:
        sessions.append(Session(settings, dialogs))
        return _shown(qtbot, sessions[-1], tmp_path)

    yield start
    for session in sessions:
        session.close()
        session.deleteLater()


def _shown(qtbot: QtBot, session: Session, folder: Path) -> MainWindow:
    window = MainWindow(session, CrashReporter(folder))
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window
