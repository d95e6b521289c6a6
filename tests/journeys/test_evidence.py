"""Evidence filed, tagged, judged, attached, rated and found again, by keyboard alone in the real window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop.model.maturity.refs import Ref
from desktop.model.records import Adequacy, Directness
from desktop.ui.pages.evidence.page import EvidencePage
from desktop.ui.pages.ratings.page import RatingsPage
from desktop.ui.session import Session
from desktop.ui.window import MainWindow
from tests.gui import Keyboard, ScriptedDialogs, called

MODEL = "it-service-cmm"


def test_a_document_goes_from_the_disk_to_a_rating(
    open_window: MainWindow,
    session: Session,
    dialogs: ScriptedDialogs,
    keyboard: Keyboard,
    window_again: Callable[[], MainWindow],
    tmp_path: Path,
    qtbot,
):
    it = session.assessment.evidence
    keyboard.press("Ctrl+Shift+V")
    keyboard.tab_to("File the first item")
    keyboard.press("Return")
    assert called(keyboard.focus) == "Title"
    keyboard.retype("Service catalogue")
    keyboard.press("Return", "T")
    keyboard.write("scmco1")
    keyboard.press("Return")
    keyboard.write("scmac1")
    keyboard.press("Return", "Return")
    assert called(keyboard.focus) == "Items of evidence"
    keyboard.press("A", "D")
    (item,) = it.all()
    assert (item.session, item.adequacy, item.directness) == ("Service catalogue", Adequacy.ADEQUATE, Directness.DIRECT)
    assert it.tags(item.id) == (Ref(MODEL, "SCM-AC-1"), Ref(MODEL, "SCM-CO-1"))
    (tmp_path / "catalogue.csv").write_bytes(b"service;level\ndesk;gold\n")
    dialogs.files = [tmp_path / "catalogue.csv"]
    keyboard.press("F")
    page = open_window.page
    assert isinstance(page, EvidencePage)
    qtbot.waitUntil(lambda: not page.register.files.working.is_busy, timeout=10_000)
    QApplication.processEvents()
    assert it.get(item.id).file_name == "catalogue.csv"
    keyboard.tab_to("Items of evidence")
    keyboard.press("O")
    qtbot.waitUntil(lambda: bool(dialogs.shown), timeout=10_000)
    assert dialogs.shown[0].read_bytes() == (tmp_path / "catalogue.csv").read_bytes()
    results = {each.id: each.sources for each in session.assessment.results.of(MODEL).practices}
    assert (results["SCM-CO-1"], results["SCM-AC-1"]) == (1, 1)
    keyboard.press("R")
    assert front(open_window) == RatingsPage
    keyboard.press("Ctrl+K")
    keyboard.write("service catalogue")
    keyboard.press("Return")
    assert front(open_window) == EvidencePage
    keyboard.press("N")
    results = {each.id: each.sources for each in session.assessment.results.of(MODEL).practices}
    assert (results["SCM-CO-1"], results["SCM-AC-1"]) == (0, 0), "what is not adequate is no source"
    keyboard.press("Ctrl+Z", "Delete")
    assert it.all() == []
    keyboard.press("Ctrl+Z")
    path = session.assessment.path
    open_window.close()
    again = window_again()
    assert again.session.open(path)
    (found,) = again.session.assessment.evidence.all()
    assert b"".join(again.session.assessment.attachments.content(found.content)) == b"service;level\ndesk;gold\n"
    assert again.session.assessment.check() == ()


def front(window: MainWindow) -> type:
    """What kind of page is in front."""
    return type(window.page)
