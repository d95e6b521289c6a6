"""Trackers by the window: written, dropped when they come back, settled key by key, taken, undone."""

from __future__ import annotations

import shutil

import pytest
from PySide6.QtCore import Qt

from desktop.exchange.trackers.programs import key_of
from desktop.model.assessment.tracked import Tracked
from desktop.model.records import ActionStatus
from desktop.ui.pages.actions.page import ActionsPage
from tests.exchange.trackers.conftest import make
from tests.exchange.trackers.tracked_plans import TITLES, Edited
from tests.gui import put_in_front


@pytest.fixture
def returned(moulds, session, tmp_path):
    """A tracker that came back with a change, two conflicts and a word that is not in the list."""
    made = moulds.folder("tracked", make)
    session.close()
    session.open(shutil.copyfile(made / "a.maturity", tmp_path / "plan.maturity"))
    path = tmp_path / "tracker.xlsx"
    shutil.copyfile(made / "tracker.xlsx", path)
    with Edited(path) as edited:
        first, second = edited.row(TITLES[0]), edited.row(TITLES[1])
        edited.put(first, Tracked.OWNER, "Theirs")
        edited.put(first, Tracked.PERCENT, 70)
        edited.put(second, Tracked.OWNER, "Theirs, too")
        edited.put(second, Tracked.STATUS, "Nearly there")
    for action in session.assessment.actions.all()[:2]:
        session.assessment.actions.change(action.id, owner="Ours")
    return path


@pytest.fixture
def page(qtbot, session, returned):
    page = ActionsPage(session)
    put_in_front(qtbot, page)
    return page


def owners(session):
    return [action.owner for action in session.assessment.actions.all()[:2]]


def read(qtbot, page, path):
    page.take_back(path)
    review = page.review
    qtbot.waitUntil(lambda: bool(review.lines) or review.isHidden(), timeout=20_000)
    return review


def test_conflicts_are_settled_by_keys_and_all_is_taken_in_one_step(qtbot, page, session, returned):
    review = read(qtbot, page, returned)
    assert review.heading.text().startswith("tracker.xlsx: 1 change, 2 conflicts, 1 thing is not read.")
    assert [line.decision for line in review.lines] == ["Decide", "Decide", "Take", "Not read"]
    assert review.table.hasFocus()
    assert not page.tabs.isVisible()
    qtbot.keyClick(review.table, Qt.Key.Key_1)
    assert review.table.current_row().change.title == TITLES[1], "on to the next that is open"
    qtbot.keyClick(review.table, Qt.Key.Key_0)
    assert [line.decision for line in review.lines] == ["Take", "Leave", "Take", "Not read"]
    assert review.take.text() == "&Take 2 changes"
    steps = len(session.assessment.history.steps())
    qtbot.keyClick(review.table, Qt.Key.Key_Return)
    assert owners(session) == ["Theirs", "Ours"]
    assert len(session.assessment.history.steps()) == steps + 1
    assert review.isHidden()
    assert page.tabs.isVisible()
    session.assessment.history.undo()
    assert owners(session) == ["Ours", "Ours"]


def test_what_is_open_stays_as_it_is_once_one_has_been_asked(qtbot, page, session, returned):
    review = read(qtbot, page, returned)
    review.take.click()
    assert not review.isHidden()
    assert review.heading.text().endswith("Press again: what is open stays as it is.")
    review.take.click()
    assert owners(session) == ["Ours", "Ours"]
    assert session.assessment.actions.all()[0].percent == 70


def test_the_same_for_all_that_is_open(qtbot, page, session, returned):
    review = read(qtbot, page, returned)
    qtbot.keyClick(review.table, Qt.Key.Key_A)
    assert [line.decision for line in review.lines] == ["Take", "Take", "Take", "Not read"]
    review.take.click()
    assert owners(session) == ["Theirs", "Theirs, too"]


def test_what_was_kept_is_not_asked_again(qtbot, page, session, returned):
    review = read(qtbot, page, returned)
    for _conflict in range(2):
        qtbot.keyClick(review.table, Qt.Key.Key_0)
    review.table.select(lambda line: line.is_open or line.taken)
    qtbot.keyClick(review.table, Qt.Key.Key_0)
    assert review.take.text() == "&Keep what stands there"
    review.take.click()
    assert review.isHidden()
    again = read(qtbot, page, returned)
    assert [line.decision for line in again.lines] == ["Leave", "Leave", "Take", "Not read"]
    assert "2 conflicts settled before" in again.heading.text()


def test_a_state_of_another_program_is_given_a_meaning(qtbot, page, session, tmp_path):
    path = tmp_path / "board.csv"
    keys = [key_of(action.id) for action in session.assessment.actions.all()[:2]]
    path.write_text(f"Labels,Status\n{keys[0]},Code review\n{keys[1]},code review\n", encoding="utf-8")
    review = read(qtbot, page, path)
    assert [line.decision for line in review.lines] == ["Not read", "Not read"]
    assert review.means.isVisible()
    session.dialogs.ways.append("waiting")
    qtbot.keyClick(review.table, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: [line.decision for line in review.lines] == ["Take", "Take"])
    assert session.dialogs.asked[-1].endswith("What does “Code review” mean here?")
    review.take.click()
    assert {action.status for action in session.assessment.actions.all()[:2]} == {ActionStatus.WAITING}


def test_esc_leaves_and_nothing_has_changed(qtbot, page, session, returned):
    review = read(qtbot, page, returned)
    steps = len(session.assessment.history.steps())
    qtbot.keyClick(review.table, Qt.Key.Key_Escape)
    assert review.isHidden()
    assert len(session.assessment.history.steps()) == steps
    assert page.table.hasFocus()


def test_an_edit_meanwhile_is_compared_anew(qtbot, page, session, returned):
    review = read(qtbot, page, returned)
    session.assessment.actions.change(session.assessment.actions.all()[0].id, owner="Theirs")
    review.refresh()
    assert [line.decision for line in review.lines] == ["Decide", "Take", "Not read"]


def test_what_cannot_be_read_is_told_and_the_plan_shows_again(qtbot, page, session, tmp_path):
    told = []
    session.told.connect(lambda text, _tone: told.append(text))
    path = tmp_path / "letter.xlsx"
    path.write_bytes(b"no workbook")
    review = read(qtbot, page, path)
    assert review.isHidden()
    assert told == ["letter.xlsx is no Excel workbook, or it is damaged. Ask for it to be sent again."]
    assert page.tabs.isVisible()


def test_the_menu_writes_a_tracker_and_asks_for_one_that_came_back(qtbot, page, session, dialogs, returned, tmp_path):
    dialogs.files = [tmp_path / "out", returned, tmp_path / "lists"]
    page.tracker_menu.write.trigger()
    (file,) = (tmp_path / "out").iterdir()
    assert file.name.startswith("Example Services - action tracker - ")
    page.tracker_menu.take.trigger()
    qtbot.waitUntil(lambda: bool(page.review.lines), timeout=20_000)
    page.review.leave.click()
    for action in page.tracker_menu.lists.values():
        dialogs.files = [tmp_path / "lists"]
        action.trigger()
    assert len([*(tmp_path / "lists").iterdir()]) == 4
