"""The sponsor's round trip: a tracker leaves, is worked on in LibreOffice while the team goes on, and comes back."""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop.model.records import ActionStatus, Priority
from desktop.ui.pages.actions.page import ActionsPage
from desktop.ui.window import MainWindow
from tests.exchange.trackers.tracked_plans import TITLES, planned
from tests.gui import ScriptedDialogs
from tests.programs import missing, program

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

SPONSOR = Path(__file__).parent / "sponsor_at_work.py"
SECONDS = 150
EDITS = {
    "edits": [
        [1, "mw:owner", "Head of services"],
        [2, "mw:due", "2026-12-01"],
        [3, "mw:priority", "High"],
        [4, "mw:status", "Done"],
        [4, "mw:comment", "Everybody was there."],
    ],
    "new": {"mw:title": "Publish the catalogue", "mw:owner": "Desk lead", "mw:due": "2026-11-30"},
    "reading": ["1 · Time to restore", "2026-06-15", 5.25],
}


def bridge() -> str:
    """A Python that has the bridge to LibreOffice: the system's own."""
    python = "/usr/bin/python3"
    if not Path(python).exists() or subprocess.run([python, "-c", "import uno"], check=False).returncode:
        missing("python3-uno")
    return python


def at_work(tracker: Path, folder: Path) -> None:
    """Let the sponsor work on the tracker."""
    profile, edits = folder / "profile", folder / "edits.json"
    profile.mkdir()
    edits.write_text(json.dumps(EDITS), encoding="utf-8")
    home = {"HOME": str(folder), "TMPDIR": str(folder)}
    command = [bridge(), str(SPONSOR), program("soffice", "libreoffice"), str(profile), str(tracker), str(edits)]
    ran = subprocess.run(
        command, env={**os.environ, **home}, check=False, capture_output=True, text=True, timeout=SECONDS
    )
    assert ran.returncode == 0, ran.stderr


def test_a_tracker_leaves_is_worked_on_and_comes_back(
    qtbot: QtBot, window: MainWindow, dialogs: ScriptedDialogs, tmp_path: Path
) -> None:
    planned(tmp_path / "plan.maturity").close()
    window.session.open(tmp_path / "plan.maturity")
    window.show_place("actions")
    page = window.page
    assert isinstance(page, ActionsPage)
    assessment, out = window.session.assessment, tmp_path / "out"
    dialogs.files = [out]
    page.tracker_menu.write.trigger()
    (tracker,) = out.iterdir()
    first, second, *_others = assessment.actions.all()
    assessment.actions.change(first.id, owner="Deputy director")
    assessment.actions.change(second.id, due=dt.date(2027, 1, 31))
    at_work(tracker, tmp_path)
    sent = tracker.read_bytes()

    window.dropping.take([tracker])
    review = page.review
    assert review is not None
    qtbot.waitUntil(lambda: bool(review.lines), timeout=30_000)
    assert [(line.subject, line.now, line.new) for line in review.lines if line.is_open] == [
        (f"1 {TITLES[0]}", "Deputy director", "Head of services"),
        (f"2 {TITLES[1]}", "2027-01-31", "2026-12-01"),
    ]
    assert not [line for line in review.lines if line.unread is not None]
    qtbot.keyClick(review.table, Qt.Key.Key_1)
    qtbot.keyClick(review.table, Qt.Key.Key_0)
    qtbot.keyClick(review.table, Qt.Key.Key_Return)

    *known, new = assessment.actions.all()
    assert known[0].owner == "Head of services"
    assert known[1].due == dt.date(2027, 1, 31)
    assert known[2].priority is Priority.HIGH
    assert (known[3].status, known[3].percent) == (ActionStatus.DONE, 100)
    assert (new.title, new.owner, new.due) == ("Publish the catalogue", "Desk lead", dt.date(2026, 11, 30))
    assert [entry.text for entry in assessment.action_log.entries()] == ["Everybody was there."]
    assert [reading.value for reading in assessment.measures.all()[0].readings] == ["7.50", "5.25"]
    assert tracker.read_bytes() == sent

    window.dropping.take([tracker])
    qtbot.waitUntil(lambda: bool(review.lines), timeout=30_000)
    (left,) = review.lines
    assert (left.subject, left.is_open) == (f"2 {TITLES[1]}", False), "what was kept is not asked again"
    qtbot.keyClick(review.table, Qt.Key.Key_Escape)
    assessment.history.undo()
    assert len(assessment.actions.all()) == len(TITLES)
    assert assessment.actions.get(first.id).owner == "Deputy director"
