from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desktop.model.assessment import Assessment
from desktop.model.records import ActionStatus, Priority
from desktop.ui.pages.history import page as history_page
from desktop.ui.pages.history.detail import MOST
from desktop.ui.pages.history.page import HistoryPage
from desktop.ui.session import Session
from tests.gui import put_in_front

MODEL = "it-service-cmm"
Key = Qt.Key


@pytest.fixture
def told(session: Session) -> list[tuple[str, str]]:
    heard: list[tuple[str, str]] = []
    session.told.connect(lambda text, tone: heard.append((text, tone)))
    return heard


@pytest.fixture
def page(qtbot, session: Session) -> HistoryPage:
    page = HistoryPage(session)
    put_in_front(qtbot, page)
    page.table.setFocus()
    qtbot.waitExposed(page)
    return page


def listed(page: HistoryPage) -> list[tuple[str, str]]:
    """What and state of each step, as the table shows them from the top."""
    proxy = page.table.proxy
    return [(str(proxy.index(row, 3).data()), str(proxy.index(row, 4).data())) for row in range(proxy.rowCount())]


def changes(page: HistoryPage) -> list[tuple[str, str]]:
    return [(row.text, row.about) for row in page.detail.changes.source.rows]


def newest(assessment: Assessment) -> int:
    return assessment.history.steps(1)[0].number


def test_steps_say_whether_they_are_in_effect(session: Session, page: HistoryPage) -> None:
    assessment = session.assessment
    for title in ("One", "Two", "Three"):
        assessment.actions.add(title)
    assessment.history.undo()
    assessment.history.undo()
    assessment.history.redo()

    assert listed(page)[:6] == [
        ("Redo: Add action 2: Two", "Redo"),
        ("Undo: Add action 2: Two", "Undo"),
        ("Undo: Add action 3: Three", "Undo"),
        ("Add action 3: Three", "Next redo"),
        ("Add action 2: Two", "Next undo"),
        ("Add action 1: One", "In effect"),
    ]
    assessment.actions.add("Four")
    assert listed(page)[4] == ("Add action 3: Three", "Undone")


def test_a_step_shows_what_it_changed_in_words(session: Session, page: HistoryPage) -> None:
    assessment = session.assessment
    action = assessment.actions.add("One", priority=Priority.LOW)
    assessment.actions.change(action, priority=Priority.HIGH)

    page.reveal(str(newest(assessment)))

    assert changes(page) == [("Priority: Low → High", "Action · A-1 One")]
    assert page.detail.state.text() == "In effect. Undo takes this step next."


def test_what_held_without_a_word_is_said(session: Session, page: HistoryPage) -> None:
    assessment = session.assessment
    action = assessment.actions.add("One")
    page.reveal(str(newest(assessment)))
    assert ("Added", "Action · A-1 One") in changes(page)
    assert ("Title: – → One", "Action · A-1 One") in changes(page)

    assessment.actions.change(action, status=ActionStatus.AGREED)
    page.reveal(str(newest(assessment)))
    assert changes(page) == [("Status: Proposed → Agreed", "Action · A-1 One")]
    assessment.models.set_scope(MODEL, ["SRI"], in_scope=False)
    page.reveal(str(newest(assessment)))
    assert changes(page) == [("SRI, In scope: yes → no", "Key process area")]


def test_undo_to_a_step_by_keyboard_tells_how_many(
    qtbot, session: Session, page: HistoryPage, told: list[tuple[str, str]]
) -> None:
    assessment = session.assessment
    for title in ("One", "Two", "Three"):
        assessment.actions.add(title)
    one = newest(assessment) - 2
    page.reveal(str(newest(assessment)))
    assert not page.detail.undo.isEnabled()

    page.table.setFocus()
    for _ in range(2):
        qtbot.keyClick(page.table, Key.Key_Down)
    assert page.detail.after.text() == "2 later edits are in effect."
    qtbot.keyClick(page.table, Key.Key_Return)
    assert page.focusWidget() is page.detail.undo
    qtbot.keyClick(page.detail.undo, Key.Key_Space)

    assert [action.title for action in assessment.actions.all()] == ["One"]
    assert told == [(f"2 edits after step {one} were undone. Redo brings them back, one at a time.", "good")]
    assert page.detail.heading.text() == f"Step {one}"
    assert not page.detail.undo.isEnabled()
    assessment.history.redo()
    assessment.history.redo()
    assert [action.title for action in assessment.actions.all()] == ["One", "Two", "Three"]


def test_the_chosen_step_stays_chosen_when_others_are_made(session: Session, page: HistoryPage) -> None:
    session.assessment.actions.add("One")
    chosen = newest(session.assessment)
    page.reveal(str(chosen))

    session.assessment.actions.add("Two")

    assert page.detail.heading.text() == f"Step {chosen}"
    assert listed(page)[0][0] == "Add action 2: Two"


def test_long_histories_are_shown_in_parts_and_searched_whole(
    qtbot, session: Session, page: HistoryPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.assessment.actions.add("Needle")
    for number in range(8):
        session.assessment.actions.add(f"Hay {number}")
    monkeypatch.setattr(history_page, "BATCH", 4)
    page = HistoryPage(session)
    put_in_front(qtbot, page)
    total = newest(session.assessment)

    assert len(listed(page)) == 4
    assert page.subtitle.text() == f"the newest 4 of {total} steps"
    qtbot.keyClick(page.older, Key.Key_Space)
    assert len(listed(page)) == 8

    qtbot.keyClicks(page.search, "needle")
    assert [what for what, _ in listed(page)] == ["Add action 1: Needle"]
    assert page.subtitle.text() == "1 step found"
    page.search.clear()
    qtbot.keyClicks(page.search, "nowhere")
    assert page.nothing.isVisible()

    page.reveal("1")
    assert page.detail.heading.text() == "Step 1"
    assert len(listed(page)) == total
    assert not page.older.isVisible()


def test_steps_of_one_author_can_be_picked(qtbot, session: Session, page: HistoryPage) -> None:
    path = session.assessment.path
    session.close()
    again = Assessment.open(path, author="Another")
    again.actions.add("Mine")
    session.adopt(again)
    page.refresh()
    assert len(listed(page)) > 1

    page.author.setFocus()
    qtbot.keyClick(page.author, Key.Key_Down)

    assert page.author.currentText() == "Another"
    assert [what for what, _ in listed(page)] == ["Add action 1: Mine"]


def test_a_step_with_very_many_changes_lists_the_first(session: Session, page: HistoryPage) -> None:
    pack = session.assessment.models.get(MODEL).pack
    from desktop.model.scoring.vocabulary import Characterisation

    session.assessment.ratings.characterise_all(MODEL, dict.fromkeys(pack.practice_by_id, Characterisation.FULLY))
    page.reveal(str(newest(session.assessment)))

    assert len(changes(page)) == MOST
    assert changes(page)[0][1] == "Practice"
    assert page.detail.more.text() == f"and {len(pack.practice_by_id) - MOST} more"


def test_the_table_is_a_sound_item_model(qtmodeltester, page: HistoryPage) -> None:
    qtmodeltester.check(page.table.source)


def test_very_many_steps_are_made_ready_for_a_search_between_two_keys(
    qtbot, session: Session, page: HistoryPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history_page, "SLICE", 2)
    for title in ("needle", "hay", "straw", "grass"):
        session.assessment.actions.add(title)
    page.search.setText("add action")
    assert (len(listed(page)), page.subtitle.text()) == (2, "2 steps found so far")
    page.search.setText("participant")
    assert page.nothing.text().startswith("Looking further back")
    page.search.setText("add action")
    qtbot.waitUntil(lambda: page.subtitle.text() == "4 steps found")
    assert listed(page)[-1][0] == "Add action 1: needle"


def test_a_search_finds_what_came_in_though_it_is_older(session: Session, page: HistoryPage, tmp_path: Path) -> None:
    assessment = session.assessment
    other = shutil.copyfile(assessment.path, tmp_path / "other.maturity")
    page.search.setText("bea")
    for title in ("here", "and here"):
        assessment.actions.add(title)
    assert listed(page) == []
    with Assessment.open(other, author="Bea") as found:
        found.preparation.set_details(purpose="there")
        assessment.merging.take_in(found.merging.bundle(assessment.merging.reach()), "Bea", undoable=False)
    assert listed(page) == [("Set Purpose of the assessment", "In effect")]
