"""The start page by keyboard: a new assessment, a recent one, a refusal."""

from __future__ import annotations

import random
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QApplication, QPushButton

from desktop.model.files.plain_files import SQLITE
from desktop.ui import recent_files
from desktop.ui.pages.start import StartPage
from desktop.ui.session import Session
from desktop.ui.widgets.file_link import FileLink
from tests.ui.layout_faults import faults


@pytest.fixture
def page(qtbot, closed_session: Session) -> StartPage:
    page = StartPage(closed_session)
    qtbot.addWidget(page)
    page.refresh()
    page.show()
    return page


def button(page: StartPage, text: str) -> QPushButton:
    return next(b for b in page.findChildren(QPushButton) if text in b.text())


def link(page: StartPage, name: str) -> FileLink:
    return next(link for link in page.findChildren(FileLink) if link.path.name == name)


def test_a_new_assessment_needs_a_name_a_model_and_a_place(page, closed_session, dialogs, qtbot, tmp_path):
    qtbot.keyClick(button(page, "New assessment"), Qt.Key.Key_Space)
    assert page._organisation.isVisible()
    qtbot.keyClicks(page._organisation, "Test centre")
    dialogs.files = [tmp_path / "new"]
    with qtbot.waitSignal(closed_session.opened):
        qtbot.keyClick(page._organisation, Qt.Key.Key_Return)
    assert (tmp_path / "new.maturity").is_file()
    assert closed_session.assessment.preparation.details().organisation == "Test centre"
    assert [in_use.id for in_use in closed_session.assessment.models.all()]


@pytest.mark.parametrize("size", [QSize(911, 420), QSize(640, 380)])
def test_everything_can_be_read_on_a_small_screen(page, closed_session, tmp_path, size):
    for number in range(8):
        closed_session.settings.remember(tmp_path / f"Assessment {number} of an organisation of the north.maturity")
    page.refresh()
    page.resize(size)
    page.begin_new()
    for _round in range(4):
        QApplication.processEvents()
    assert not list(faults(page))
    seen = page._area.viewport().rect()
    for part in (page._organisation, page._create):
        assert seen.contains(part.rect().translated(part.mapTo(page._area.viewport(), QPoint())))


def test_without_a_model_it_says_what_to_do(page, closed_session, qtbot):
    page.begin_new()
    for box in page._boxes:
        box.setChecked(False)
    with qtbot.waitSignal(closed_session.told) as told:
        qtbot.keyClick(page._organisation, Qt.Key.Key_Return)
    assert told.args[1] == "bad"
    assert not closed_session.is_open


def test_a_file_that_is_there_is_not_overwritten(page, closed_session, dialogs, qtbot, tmp_path):
    there = tmp_path / "there.maturity"
    there.write_bytes(b"something of value")
    page.begin_new()
    dialogs.files = [there]
    with qtbot.waitSignal(closed_session.told):
        qtbot.keyClick(page._organisation, Qt.Key.Key_Return)
    assert there.read_bytes() == b"something of value"


def test_recent_files_are_offered_and_open(page, closed_session: Session, session: Session, qtbot):
    path = session.assessment.path
    session.close()
    page.refresh()
    recent = next(link for link in page.findChildren(FileLink) if link.path == path)
    with qtbot.waitSignal(closed_session.opened):
        qtbot.keyClick(recent, Qt.Key.Key_Space)
    assert closed_session.assessment.path == path


def test_files_that_are_away_say_so(page, closed_session: Session, tmp_path: Path, qtbot):
    (tmp_path / "there.maturity").touch()
    for name in ("away.maturity", "there.maturity", "a" * 300 + ".maturity"):
        closed_session.settings.remember(tmp_path / name)
    page.refresh()
    qtbot.waitUntil(lambda: "not there at the moment" in button(page, "away\n").text())
    qtbot.waitUntil(lambda: "not there at the moment" in button(page, "aaaa").text())
    assert "…\n" in button(page, "aaaa").text()
    assert button(page, "aaaa").width() <= page.width()
    assert button(page, "aaaa").toolTip().count("a") >= 300
    qtbot.waitUntil(lambda: link(page, "there.maturity").away is False)
    assert "not there at the moment" not in button(page, "there\n").text()
    with qtbot.waitSignal(closed_session.told) as told:
        qtbot.keyClick(button(page, "away\n"), Qt.Key.Key_Space)
    assert "There is no file" in told.args[0]
    assert tmp_path / "away.maturity" in closed_session.settings.recent


def test_a_share_that_does_not_answer_holds_nothing_up(page, closed_session: Session, tmp_path, qtbot, monkeypatch):
    (tmp_path / "there.maturity").touch()
    for name in ("hanging.maturity", "there.maturity"):
        closed_session.settings.remember(tmp_path / name)
    answer, asked, real = threading.Event(), threading.Event(), recent_files.is_there

    def hang(path: Path) -> bool:
        if "hanging" in path.name:
            asked.set()
            answer.wait(20)
        return real(path)

    monkeypatch.setattr(recent_files, "is_there", hang)
    page.refresh()
    qtbot.waitUntil(lambda: link(page, "there.maturity").away is False and asked.is_set())
    assert "hanging" in button(page, "hanging").text()
    answer.set()
    qtbot.waitUntil(lambda: link(page, "hanging.maturity").away is True)


def test_a_bug_that_asking_runs_into_is_reported(page, closed_session: Session, tmp_path, qtbot, monkeypatch):
    reported: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, _error, _trace: reported.append(kind))
    monkeypatch.setattr(recent_files, "is_there", lambda _path: 1 / 0)
    closed_session.settings.remember(tmp_path / "a.maturity")
    page.refresh()
    qtbot.waitUntil(lambda: reported == [ZeroDivisionError])


@pytest.mark.parametrize(
    ("typed", "made"),
    [
        ("Bank 2026.11", "Bank 2026.11.maturity"),
        ("St. Mary's Hospital", "St. Mary's Hospital.maturity"),
        ("Bank.MATURITY", "Bank.MATURITY"),
    ],
)
def test_an_ending_is_added_and_replaces_nothing(page, closed_session: Session, dialogs, tmp_path, typed, made):
    page.begin_new()
    dialogs.files = [tmp_path / typed]
    page._on_create()
    assert [path.name for path in tmp_path.iterdir() if path.suffix.lower() == ".maturity"] == [made]


@pytest.mark.parametrize(
    ("organisation", "proposal"),
    [
        ('A/B: "North"', "A B North.maturity"),
        ("CON", "_CON.maturity"),
        ("Sons & Co.", "Sons & Co.maturity"),
        ("", "Assessment.maturity"),
        ("x" * 300, "x" * 120 + ".maturity"),
    ],
)
def test_what_is_proposed_is_a_name_everywhere(page, dialogs, monkeypatch, organisation, proposal):
    proposals: list[str] = []
    monkeypatch.setattr(dialogs, "save_file", lambda _title, name, _pattern: proposals.append(name))
    page.begin_new()
    page._organisation.setText(organisation)
    page._on_create()
    assert proposals == [proposal]


def test_a_name_that_is_too_long_is_said_so(page, closed_session: Session, dialogs, tmp_path, qtbot):
    page.begin_new()
    dialogs.files = [tmp_path / ("a" * 245)]
    with qtbot.waitSignal(closed_session.told) as told:
        page._on_create()
    assert "longer than the system allows" in told.args[0]
    assert not [path for path in tmp_path.iterdir() if path.name.startswith("a")]


def test_what_a_killed_program_left_beside_a_recent_file_goes(tmp_path):
    left, used = tmp_path / ".maturity-workbench-0123456789abcdef", tmp_path / "notes"
    for place in (left, used):
        place.mkdir()
        (place / "draft.maturity").write_bytes(b"readable")
    assert not recent_files.clear_away(tmp_path)
    assert (left.exists(), used.exists()) == (False, True)
    assert not recent_files.clear_away(tmp_path / "gone")


def test_a_draft_that_a_killed_removal_of_a_passphrase_left_readable_is_told(
    page, closed_session: Session, tmp_path, qtbot
):
    left = tmp_path / ".maturity-workbench-0123456789abcdef"
    left.mkdir()
    (left / "draft.maturity").write_bytes(SQLITE + b"readable")
    (tmp_path / "a.maturity").write_bytes(random.Random(1).randbytes(4096))
    closed_session.settings.remember(tmp_path / "a.maturity")
    with qtbot.waitSignal(closed_session.told) as told:
        page.refresh()
    assert "could be read without a passphrase" in told.args[0]
    assert not left.exists()
