from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt

from desktop.model.records import ActionStatus
from desktop.model.scoring.vocabulary import EvidenceKind
from desktop.ui.pages.actions.follow_up_view import FollowUpView
from desktop.ui.pages.actions.page import DASHBOARD, FOLLOW_UP, ActionsPage
from desktop.ui.session import Session
from tests.gui import put_in_front

A_DAY = dt.timedelta(days=1)
Key = Qt.Key


@pytest.fixture
def page(qtbot, session: Session) -> ActionsPage:
    it, today = session.assessment.actions, session.today()
    for action in it.all():
        it.remove(action.id)
    it.add("Write it down", owner="Desk lead", due=today - A_DAY, status=ActionStatus.IN_PROGRESS)
    it.add("Train the desk", owner="Head of desk", due=today + A_DAY, status=ActionStatus.AGREED)
    page = ActionsPage(session)
    put_in_front(qtbot, page)
    page.tabs.setCurrentIndex(FOLLOW_UP)
    qtbot.waitExposed(page)
    return page


@pytest.fixture
def view(page: ActionsPage) -> FollowUpView:
    page.session.assessment.reviews.plan("First", page.session.today())
    page.refresh()
    page.follow_up.table.setFocus()
    return page.follow_up


def listed(view: FollowUpView) -> list[tuple[str, str]]:
    proxy = view.table.proxy
    return [(str(proxy.index(row, 0).data()), str(proxy.index(row, 1).data())) for row in range(proxy.rowCount())]


def test_without_a_review_one_is_planned_by_the_button(qtbot, page):
    view = page.follow_up
    assert page.landing is view.plan
    qtbot.mouseClick(view.plan, Qt.MouseButton.LeftButton)
    (review,) = page.assessment.reviews.all()
    assert (review.name, review.day) == ("Follow-up review 1", page.session.today() + 30 * A_DAY)
    assert view.review.value() == review.id


def test_the_review_walks_through_what_is_late_and_due(qtbot, page, view):
    assert listed(view) == [("Overdue", "1  Write it down"), ("Due", "2  Train the desk")]
    assert page.subtitle.text() == "2 of 2 actions to talk about"
    qtbot.keyClick(view.table, Key.Key_Return)
    assert view.card.text.hasFocus()
    view.card.text.setPlainText("The draft is with the desk")
    view.card.text.commit()
    assert listed(view) == [("Due", "2  Train the desk"), ("Talked about", "1  Write it down")]
    review = page.assessment.reviews.all()[0].id
    (remark,) = page.assessment.reviews.remarks(review).values()
    assert (remark.text, remark.status) == ("The draft is with the desk", ActionStatus.IN_PROGRESS)
    assert page.subtitle.text() == "1 of 2 actions to talk about"


def test_nothing_new_is_said_by_space_and_taken_back_by_delete(qtbot, page, view):
    view.table.selectRow(1)
    qtbot.keyClick(view.table, Key.Key_Space)
    assert listed(view)[-1] == ("Talked about", "2  Train the desk")
    view.table.select(lambda row: row.remark is not None)
    qtbot.keyClick(view.table, Key.Key_Delete)
    assert listed(view)[-1] == ("Due", "2  Train the desk")


def test_dropping_asks_why_first(page, view):
    view.table.selectRow(0)
    view.card._on_status(ActionStatus.DROPPED)
    assert page.assessment.actions.all()[0].status is ActionStatus.IN_PROGRESS
    assert view.card.because.isVisibleTo(view)
    view.card.because.setText("Bought instead")
    view.card.because.commit()
    found = page.assessment.actions.all()[0]
    assert (found.status, found.dropped_because) == (ActionStatus.DROPPED, "Bought instead")


def test_a_reading_is_typed_in_the_review(page, view):
    action = page.assessment.actions.all()[0].id
    measure = page.assessment.measures.add(action, "Calls lost", baseline="20", target="5")
    page.refresh()
    view.table.selectRow(0)
    _label, field = view.card._readings[0]
    field.setText("18,5")
    field.commit()
    (reading,) = page.assessment.measures.get(measure).readings
    assert (reading.value, reading.day) == ("18.5", page.session.today())
    assert field.text() == ""


def test_what_is_done_is_verified_once_nothing_is_missing(qtbot, page, view):
    shown = page.assessment.evidence.add(EvidenceKind.DOCUMENT, "The written plan")
    view.table.selectRow(0)
    view.card._on_status(ActionStatus.DONE)
    view.table.select(lambda row: row.item.action.number == 1)
    card = view.verifying
    assert card.isVisibleTo(view)
    assert "Somebody else" in card.lacking.text()
    assert not card.verify.isEnabled()
    card.by.setText("Desk lead")
    card._on_evidence(shown)
    assert not card.verify.isEnabled()
    card.by.setText("Quality officer")
    assert (card.lacking.text(), card.verify.isEnabled()) == ("", True)
    qtbot.mouseClick(card.verify, Qt.MouseButton.LeftButton)
    action = page.assessment.actions.all()[0]
    assert action.status is ActionStatus.VERIFIED
    (told,) = page.assessment.verifying.of(action.id)
    assert (told.by, told.evidence) == ("Quality officer", shown)


def test_undo_of_what_a_review_said_leads_back_to_it(page, view):
    review = page.assessment.reviews.all()[0].id
    action = page.assessment.actions.all()[1].id
    page.tabs.setCurrentIndex(0)
    page.reveal(f"{review}/{action}")
    assert page.tabs.currentWidget().isAncestorOf(view)
    assert view.table.current_row().item.action.id == action


def test_the_note_and_the_dates_are_saved_where_one_says(qtbot, page, view, tmp_path, monkeypatch):
    chosen = iter((tmp_path / "note.docx", tmp_path / "dates.ics"))
    monkeypatch.setattr(page.session.dialogs, "save_file", lambda *_: next(chosen))
    assert not view.note.isEnabled()
    qtbot.keyClick(view.table, Key.Key_Space)
    qtbot.mouseClick(view.note, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(view.dates, Qt.MouseButton.LeftButton)
    assert sorted(path.name for path in tmp_path.glob("*.*") if path.suffix in (".docx", ".ics")) == [
        "dates.ics",
        "note.docx",
    ]


def test_the_dashboard_counts_by_owner_area_and_measure(page):
    page.assessment.measures.add(page.assessment.actions.all()[0].id, "Calls lost", target="5")
    page.tabs.setCurrentIndex(DASHBOARD)
    page.refresh()
    view = page.dashboard
    assert view.told.text() == "0 of 2 actions done, 0 verified; 1 is overdue."
    assert [row.name for row in view.counted.source.rows] == ["Desk lead", "Head of desk"]
    view.modes.button(1).click()
    assert [row.name for row in view.counted.source.rows] == ["About no area"]
    view.modes.button(2).click()
    assert [row.found.measure.name for row in view.measured.source.rows] == ["Calls lost"]
    assert view.levels.text()
