"""The window on the decided sample with every page built, made once for all tests that only look at it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSize, QThreadPool
from PySide6.QtWidgets import QAbstractButton, QApplication, QButtonGroup, QTabWidget, QTextEdit, QWidget

from desktop.model.assessment import Assessment
from desktop.ui.crash import CrashReporter
from desktop.ui.pages.ratings.page import RatingsPage
from desktop.ui.places import PLACES, SHELF
from desktop.ui.session import Session
from desktop.ui.settings import Settings
from desktop.ui.table_room import TableRoom
from desktop.ui.widgets.one_scroll import OneScroll
from desktop.ui.window import MainWindow
from tests.gui import ScriptedDialogs, look_light
from tests.moulds import Moulds

MOST_ROUNDS, QUIET = 60, 10
"""A page is at rest when nothing has stirred for so many rounds; it is within so many."""


class SampleWindow:
    """The window, and the ways to look at it."""

    def __init__(self, app: QApplication, folder: Path, settings: Settings, assessment: Assessment) -> None:
        self._app = app
        look_light(app)
        session = Session(settings, ScriptedDialogs())
        self.window = MainWindow(session, CrashReporter(folder))
        session.setParent(self.window)
        self.window.show()
        session.adopt(assessment)

    def show(self, place: str, size: QSize | None = None) -> None:
        """Bring a page to the front and let everything come to rest."""
        if size is not None and self.window.size() != size:
            self.window.resize(size)
        self.window.show_place(place)
        self.settle()

    def scale(self, scale: int) -> None:
        """The program's own size, in percent."""
        self.window.session.settings.scale = scale
        self.window.dressing.dress()
        self.settle()

    def looks(self, size: QSize | None = None) -> Iterator[str]:
        """Show every page with every tab, model and view of it; gives what is shown."""
        for place in (*PLACES, SHELF):
            self.show(place.key, size)
            page = self.window.page
            assert page is not None
            match place.key:
                case "ratings":
                    for model in self.window.session.assessment.models.all():
                        page.reveal(model.id)
                        self.settle()
                        yield f"{place.key}: {model.id}"
                    yield from self._blind(page)
                case "gaps" | "results":
                    for button in [each for each in _views(page) if each.isVisible()]:
                        button.click()
                        self.settle()
                        yield f"{place.key}: {button.text()}"
                    page.reveal("")
                case _:
                    yield from self._tabs(place.key, page)

    def _blind(self, page: QWidget) -> Iterator[str]:
        """An area that two have rated blind, opened, and one that nobody has."""
        assert isinstance(page, RatingsPage)
        page.blind.setChecked(True)
        for area in ("SCM", "SDP"):
            page.reveal(f"it-service-cmm/{area}")
            self.settle()
            yield f"ratings: blind {area}"
        page.blind.setChecked(False)

    def _tabs(self, key: str, page: QWidget) -> Iterator[str]:
        tabs = [each for each in page.findChildren(QTabWidget) if each.isVisible()]
        if not tabs:
            yield key
        for each in tabs:
            first = each.currentIndex()
            for number in range(each.count()):
                each.setCurrentIndex(number)
                self.settle()
                yield f"{key}: {each.tabText(number)}"
            each.setCurrentIndex(first)

    def settle(self, *, whole: bool = False) -> None:
        """Let timers without delay, layouts and drawing in threads come to their end.

        Args:
            whole: also what is out of sight, which takes long: rows that wait until nobody presses a key.
        """
        for _round in range(4):
            self._app.processEvents()
        QThreadPool.globalInstance().waitForDone()
        for _round in range(3):
            self._app.processEvents()
        page = self.window.page or self.window
        for text in page.findChildren(QTextEdit):
            if text.isVisible():
                text.document().pageCount()  # a long text is laid out bit by bit, unless somebody asks for its end
        for room in page.findChildren(TableRoom) if whole else ():
            while room._waiting and not room._stale and room._table.isVisible():
                room._lay_slice()
        quiet, rooms = 0, page.findChildren(TableRoom)
        for _round in range(MOST_ROUNDS):
            for room in rooms:
                room._slices.stop()  # each slice of a long table makes it taller, and the page follows a moment later
            self._app.processEvents()
            quiet = 0 if any(area.is_settling for area in page.findChildren(OneScroll)) else quiet + 1
            if quiet == QUIET:
                break
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def close(self) -> None:
        """Close it."""
        self.window.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        look_light(self._app)


@contextmanager
def kept_open(app: QApplication, folder: Path, opened: Callable[[Path], Assessment]) -> Iterator[SampleWindow]:
    """A window that several tests look at.

    Args:
        app: the application.
        folder: where its settings and the assessment lie.
        opened: makes and opens the assessment at a path.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MATURITY_WORKBENCH_SETTINGS", str(folder / "settings.ini"))
        settings = Settings()
    window = SampleWindow(app, folder, settings, opened(folder / "sample.maturity"))
    yield window
    window.close()


@pytest.fixture(scope="module")
def sample_window(
    qapp: QApplication, moulds: Moulds, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[SampleWindow]:
    """The window on the sample."""
    folder = tmp_path_factory.mktemp("sample")
    with kept_open(qapp, folder, lambda path: moulds.sample(path, "Assessor A")) as sample:
        yield sample


def _views(page: QWidget) -> list[QAbstractButton]:
    """The buttons that choose among views of a page."""
    groups = [group for group in page.findChildren(QButtonGroup) if group.exclusive() and group.parent() is page]
    return groups[0].buttons() if groups else []


PAGES = tuple(place.key for place in (*PLACES, SHELF))
