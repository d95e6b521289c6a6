"""Merging from the window: looked at first, with another passphrase too, and beside the window where much comes."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.exchange.travelling import arriving, sending
from desktop.exchange.travelling.arriving import Came
from desktop.exchange.travelling.parcels import Parcel
from desktop.model.assessment import Assessment
from desktop.model.assessment.passphrases import set_passphrase
from desktop.model.merging.onlooker import Onlooker
from desktop.model.scoring.vocabulary import EvidenceKind
from desktop.ui import apart_work, walking
from desktop.ui.wait_dialog import WaitDialog
from desktop.ui.window import MainWindow
from tests.encrypted import OTHER, PASSPHRASE
from tests.gui import Keyboard, ScriptedDialogs
from tests.ui.test_copies_desk import at_rest


@pytest.fixture(autouse=True)
def _quick(quick_keys: None) -> None:
    """Keys are worked out in no time."""


@pytest.fixture
def bea(open_window: MainWindow, tmp_path: Path) -> Path:
    """A copy for Bea with something done in it."""
    assessment = open_window.session.assessment
    path = tmp_path / "bea.maturity"
    assessment.copies.make_for(assessment.preparation.add_member("Bea"), path)
    with Assessment.open(path, author="Bea") as found:
        found.preparation.set_details(unit="Operations", purpose="Find out")
    return path


def purpose(window: MainWindow) -> str:
    return window.session.assessment.preparation.details().purpose


def test_look_before_you_merge(open_window: MainWindow, dialogs: ScriptedDialogs, bea: Path):
    assessment, desk = open_window.session.assessment, open_window.merging_desk
    assessment.preparation.set_details(unit="Desk")
    dialogs.ways = ["leave", "take"]
    desk.merge([bea])
    at_rest()
    assert dialogs.asked[-1].startswith("Bea (bea.maturity) 1 step")
    assert [each.here.split(" ")[0] for each in dialogs.looks[-1].conflicts] == ["Desk"]
    assert (purpose(open_window), open_window.toast.text) == ("", "Nothing was merged.")
    desk.merge([bea])
    at_rest()
    assert purpose(open_window) == "Find out"
    assert "1 conflict" in open_window.toast.text
    assert open_window._key_in_front() == "history", "where it is settled"
    desk.merge([bea])
    at_rest()
    assert "here already" in open_window.toast.text


def test_what_a_parcel_had_not_room_for_comes_with_the_file(
    open_window: MainWindow, bea: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    minutes, assessment = tmp_path / "minutes.txt", open_window.session.assessment
    minutes.write_text("so it was said", encoding="utf-8")
    monkeypatch.setattr(sending, "_ROOM", 0)
    with Assessment.open(bea, author="Bea") as found:
        found.attachments.take(found.evidence.add(EvidenceKind.DOCUMENT, "Minutes"), minutes)
        original = next(each for each in found.copies.all() if not each.own)
        sending.send_parcel(found, original, tmp_path / "x.maturity-parcel")
    arriving.take(assessment, arriving.read_other(tmp_path / "x.maturity-parcel", assessment), "Bea")
    assert assessment.attachments.missing() == 1
    open_window.merging_desk.merge([bea])
    at_rest()
    assert "1 attached file came in." in open_window.toast.text
    assert assessment.attachments.missing() == 0


def test_what_is_large_is_taken_in_beside_the_window(
    open_window: MainWindow, dialogs: ScriptedDialogs, bea: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(apart_work, "BULK", 0)
    path = open_window.session.assessment.path
    open_window.show_place("preparation")
    dialogs.ways = ["take"]
    open_window.merging_desk.merge([bea])
    at_rest()
    at_rest()
    assert (open_window.session.assessment.path, open_window._key_in_front()) == (path, "preparation")
    assert (purpose(open_window), open_window.session.assessment.readonly) == ("Find out", False)
    assert "came in" in open_window.toast.text
    undone = open_window.session.assessment.history.next_undo()
    assert undone is not None
    assert undone.label == "merge.arrive"


def test_a_large_merge_is_taken_back_and_brought_back_beside_the_window(
    open_window: MainWindow, keyboard: Keyboard, bea: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(walking, "MANY_STEPS", 0)
    assessment = open_window.session.assessment
    with Assessment.open(bea, author="", readonly=True) as found:
        assessment.merging.take_in(found.merging.bundle(assessment.merging.reach()), "Bea")
    keyboard.press("Ctrl+Z")
    at_rest()
    assert purpose(open_window) == ""
    assert open_window.toast.text.startswith("Undone: Merge Bea")
    keyboard.press("Ctrl+Shift+Z")
    at_rest()
    assert purpose(open_window) == "Find out"
    assert open_window.toast.text.startswith("Redone: Merge Bea")
    assert open_window.session.assessment is not assessment, "it was opened again"


def test_what_is_being_taken_in_can_be_given_up(
    qtbot: QtBot, open_window: MainWindow, dialogs: ScriptedDialogs, bea: Path, monkeypatch: pytest.MonkeyPatch
):
    def take(assessment: Assessment, parcel: Parcel, source: str, *, onlooker: Onlooker) -> list[Came]:
        while not onlooker.given_up():
            pass
        return arriving_take(assessment, parcel, source, onlooker=onlooker)

    arriving_take = arriving.take
    monkeypatch.setattr(arriving, "take", take)
    monkeypatch.setattr(apart_work, "BULK", 0)
    dialogs.ways = ["take"]
    open_window.merging_desk.merge([bea])
    qtbot.waitUntil(lambda: not open_window.session.is_open)
    (waiting,) = [each for each in open_window.findChildren(WaitDialog) if each.isVisible()]
    waiting.reject()
    at_rest()
    at_rest()
    assert (purpose(open_window), open_window.toast.text) == ("", "Nothing was merged.")
    assert not open_window.session.assessment.readonly
    assert open_window.session.assessment.merging.arrivals() == []


def test_another_passphrase_is_asked_for(open_window: MainWindow, dialogs: ScriptedDialogs, bea: Path):
    set_passphrase(bea, PASSPHRASE)
    dialogs.passphrases, dialogs.ways = [[OTHER], [PASSPHRASE]], ["take"]
    open_window.merging_desk.merge([bea])
    at_rest()
    at_rest()
    assert len(dialogs.problems) == 1
    assert purpose(open_window) == "Find out"
    assert open_window.session.assessment.key is None, "the open file is as readable as before"


def test_a_dropped_copy_with_another_passphrase_is_merged(
    open_window: MainWindow, dialogs: ScriptedDialogs, bea: Path, tmp_path: Path
):
    set_passphrase(bea, PASSPHRASE)
    dialogs.passphrases, dialogs.ways = [[PASSPHRASE]], ["take"]
    open_window.dropping.take([bea])
    at_rest()
    assert purpose(open_window) == "Find out"
    dialogs.passphrases = [None]
    open_window.dropping.take([bea])
    assert open_window.session.is_open


def test_what_is_no_copy_is_told_and_the_next_is_read(open_window: MainWindow, dialogs: ScriptedDialogs, bea: Path):
    strange = bea.with_name("x.maturity-parcel")
    strange.write_bytes(b"hello")
    dialogs.ways = ["take"]
    open_window.merging_desk.merge([strange, open_window.session.assessment.path, bea])
    at_rest()
    at_rest()
    assert purpose(open_window) == "Find out"
