"""Conflicts and copies in the history: both sides, a key that settles, who works on what, a merge as one row."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.model.assessment import Assessment
from desktop.model.records.interviews import SessionKind
from desktop.ui.corners import CORNER
from desktop.ui.pages.history.page import HistoryPage
from desktop.ui.window import MainWindow
from tests.gui import ScriptedDialogs


@pytest.fixture
def page(open_window: MainWindow, tmp_path: Path) -> HistoryPage:
    """The history after a merge with one conflict."""
    assessment = open_window.session.assessment
    assessment.preparation.add_member("Ada")
    other = shutil.copyfile(assessment.path, tmp_path / "other.maturity")
    assessment.preparation.set_details(unit="Desk")
    with Assessment.open(other, author="Bea") as found:
        found.preparation.set_details(unit="Operations")
        found.preparation.set_details(purpose="Find out")
        assessment.merging.take_in(found.merging.bundle(assessment.merging.reach()), "Bea (other.maturity)")
    open_window.show_place("history")
    page = open_window.page
    assert isinstance(page, HistoryPage)
    return page


def test_one_key_settles(open_window: MainWindow, page: HistoryPage):
    page.tabs.setCurrentWidget(page.conflicts)
    QApplication.processEvents()
    (row,) = page.conflicts.table.source.rows
    wanted = next(number for number, side in enumerate(row.sides) if side.text == "Operations")
    page.conflicts.table.setFocus()
    QTest.keyClick(page.conflicts.table, Qt.Key(Qt.Key.Key_1 + wanted))
    assert page.assessment.preparation.details().unit == "Operations"
    assert not page.conflicts.table.source.rows
    assert page.conflicts.nothing.isVisibleTo(page.conflicts)


def test_that_more_than_two_said_otherwise_is_told_in_the_list(page: HistoryPage):
    page.tabs.setCurrentWidget(page.conflicts)
    QApplication.processEvents()
    (row,) = page.conflicts.table.source.rows
    page.conflicts._fill([structs.replace(row, sides=(*row.sides, row.sides[0]))])
    _about, first, second = page.conflicts.table.source.columns
    (shown,) = page.conflicts.table.source.rows
    assert first.beneath is not None
    assert second.beneath is not None
    assert "more" not in str(first.beneath(shown))
    assert str(second.beneath(shown)).endswith("; 1 more said otherwise")
    assert page.conflicts.chosen.heading.text() == "All sides"


def test_a_merge_is_one_row_with_its_steps_inside(page: HistoryPage):
    merged = [row for row in page.table.source.rows if row.parts]
    assert ["Bea (other.maturity)" in row.what for row in merged] == [True]
    before = len(page.table.source.rows)
    page.table.select(lambda row: bool(row.parts))
    page.open_merge()
    inside = [row for row in page.table.source.rows if row.inside and not row.parts]
    assert {row.step.author for row in inside} >= {"Bea"}
    assert len(page.table.source.rows) == before + len(inside)
    assert not page.detail.undo.isVisibleTo(page.detail)
    page.open_merge()
    assert len(page.table.source.rows) == before


def test_steps_are_counted_and_found_though_copies_count_alike(page: HistoryPage):
    history = page.assessment.history
    assert page.subtitle.text() == f"{history.count()} steps"
    page._limit = 1
    page.refresh()
    assert page.subtitle.text().endswith(f"of {history.count()} steps")
    page.reveal("2")
    assert page.detail.heading.text() == "Step 2"


def test_who_works_on_what(open_window: MainWindow, page: HistoryPage, dialogs: ScriptedDialogs):
    page.tabs.setCurrentWidget(page.copies)
    (member,) = [each.id for each in page.assessment.preparation.members() if each.name == "Ada"]
    dialogs.picks = [[member]]
    page.copies.do_assign()
    row = page.copies.duties.current_row()
    assert row is not None
    assert row.who == "Ada"
    open_window.session.sit_down(member)
    assert row.place is not None
    assert open_window.status_line.who.text() == f"Ada works on {row.place.part}"
    assert page.head.duties.text() == f"you: {row.place.part}"
    open_window.show_place("actions")
    assert open_window.page is not None
    assert open_window.page.head.duties.text() == f"you: {row.place.part}", "on every page"
    dialogs.picks = [[]]
    page.copies.do_assign()
    assert page.assessment.copies.duties() == {}


def test_who_asks_in_which_session(page: HistoryPage, dialogs: ScriptedDialogs):
    session = page.assessment.interviews.add(SessionKind.INTERVIEW, "Head of the desk")
    (member,) = [each.id for each in page.assessment.preparation.members() if each.name == "Ada"]
    page.tabs.setCurrentWidget(page.copies)
    page.copies.refresh()
    assert page.copies.duties.select(lambda row: row.session == session)
    dialogs.picks = [[member]]
    page.copies.do_assign()
    assert page.assessment.interviews.members(session) == {member}
    assert page.head.duties.text() == "Ada: 1 session"


def test_who_is_led_to_the_conflicts_does_not_wait_for_the_steps(
    open_window: MainWindow, page: HistoryPage, monkeypatch: pytest.MonkeyPatch
):
    open_window.show_place("preparation")
    page.mark_stale()
    filled: list[str] = []
    monkeypatch.setattr(page, "_show_steps", lambda: filled.append("steps"))
    monkeypatch.setattr(page.conflicts, "refresh", lambda: filled.append("conflicts"))
    open_window.show_place("history", f"{CORNER}Conflicts")
    assert (filled, page.tabs.currentWidget()) == (["conflicts"], page.conflicts)
