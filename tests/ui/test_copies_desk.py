"""Copies in the window: made, sent, and kept in step with a folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication

from desktop.model.assessment import Assessment
from desktop.ui import apart_work
from desktop.ui.window import MainWindow
from tests.gui import ScriptedDialogs


def at_rest() -> None:
    """Wait for what runs beside the window, and for what follows."""
    for _time in range(6):
        QThreadPool.globalInstance().waitForDone()
        QApplication.processEvents()


@pytest.fixture
def bea(open_window: MainWindow, tmp_path: Path) -> Path:
    """A copy for Bea with something done in it."""
    assessment = open_window.session.assessment
    path = tmp_path / "bea.maturity"
    assessment.copies.make_for(assessment.preparation.add_member("Bea"), path)
    with Assessment.open(path, author="Bea") as found:
        found.preparation.set_details(unit="Operations", purpose="Find out")
    return path


def test_a_copy_and_a_parcel_are_made(open_window: MainWindow, dialogs: ScriptedDialogs, tmp_path: Path):
    assessment = open_window.session.assessment
    member = assessment.preparation.add_member("Cem")
    dialogs.ways, dialogs.files = [member, "without"], [tmp_path / "cem.maturity"]
    open_window.copies_desk.do_colleague_copy()
    with Assessment.open(tmp_path / "cem.maturity", author="Cem") as found:
        assert (found.copies.holder(), found.copies.is_coded()) == ("Cem", True)
    assessment.preparation.set_details(unit="Desk")
    dialogs.ways, dialogs.files = ["Cem"], [tmp_path / "x.maturity-parcel"]
    open_window.copies_desk.do_parcel()
    assert "1 step is in the parcel" in open_window.toast.text


def test_a_folder_is_chosen_once_and_synced_by_itself(
    open_window: MainWindow, dialogs: ScriptedDialogs, bea: Path, tmp_path: Path
):
    from desktop.exchange.travelling.syncing_copies import sync

    share = tmp_path / "share"
    share.mkdir()
    assessment, desk = open_window.session.assessment, open_window.copies_desk
    dialogs.files = [share]
    desk.do_sync()
    at_rest()
    assert "went out" in open_window.toast.text
    with Assessment.open(bea, author="Bea") as found:
        assert not sync(found, share).came
    desk._on_time()
    at_rest()
    assert assessment.preparation.details().purpose == "Find out"
    assert assessment.history.next_undo() is not None
    step = assessment.history.next_undo()
    assert step is not None
    assert step.label != "merge.arrive"
    dialogs.ways = ["none"]
    desk.do_shared_folder()
    assert open_window.session.settings.shared(assessment.about()["id"]) == ""


def test_much_at_once_is_taken_in_when_asked_for(
    open_window: MainWindow, dialogs: ScriptedDialogs, bea: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    from desktop.exchange.travelling.syncing_copies import sync

    monkeypatch.setattr(apart_work, "BULK", 0)
    share, session = tmp_path / "share", open_window.session
    share.mkdir()
    with Assessment.open(bea, author="Bea") as found:
        sync(found, share)
    session.settings.share(session.assessment.about()["id"], str(share))
    open_window.copies_desk._on_time()
    at_rest()
    assert "“Sync now” takes it in" in open_window.toast.text
    assert session.assessment.preparation.details().purpose == ""
    open_window.show_place("preparation")
    (share / "holiday.txt").write_text("by the sea", encoding="utf-8")
    open_window.copies_desk.do_sync()
    at_rest()
    at_rest()
    assert session.assessment.preparation.details().purpose == "Find out"
    assert "holiday.txt in the shared folder is no file of this program" in open_window.toast.text
    assert open_window._key_in_front() == "preparation"


def test_nothing_is_sent_from_the_past(open_window: MainWindow, dialogs: ScriptedDialogs, bea: Path, tmp_path: Path):
    session = open_window.session
    session.then_wanted.emit(session.assessment.history.steps(1)[0].id)
    at_rest()
    assert session.is_looking_back
    for deed in (open_window.copies_desk.do_parcel, open_window.locking.do_passphrase):
        open_window.toast.dismiss()
        deed()
        assert "as it was" in open_window.toast.text
    open_window.merging_desk.merge([bea])
    assert "as it was" in open_window.toast.text
