"""The page of the findings: from notes to observations, by keyboard."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.model.maturity.refs import AnswerRef, Ref
from desktop.model.records import ObservationState, SessionKind, Stance, Tone
from desktop.model.scoring.vocabulary import EvidenceKind
from desktop.ui.pages.findings.heard_rows import AREA, COMMENTS, ITEMS, SESSION
from desktop.ui.pages.findings.page import FindingsPage
from desktop.ui.places import DRAW, PICK
from desktop.ui.session import Session
from desktop.ui.window import MainWindow
from tests.gui import Keyboard, put_in_front

MODEL = "it-service-cmm"
PART = Ref(MODEL, "SCM-AC-1")


@pytest.fixture
def notes(session: Session) -> list[str]:
    """A note of each of two interviews on one practice, and one on another."""
    it = session.assessment.interviews
    found = []
    for name in ("Interview 1", "Interview 2"):
        meeting = it.add(SessionKind.INTERVIEW, name)
        found.append(it.note(meeting, f"Needs are known, says {name}.", tone=Tone.STRENGTH, tags=[PART]))
    found.append(it.note(meeting, "Nobody reviews them.", tone=Tone.WEAKNESS, tags=[Ref(MODEL, "STO-AC-2")]))
    return found


@pytest.fixture
def open_page(session: Session, qtbot) -> Callable[[], FindingsPage]:
    """Makes the page and shows it; held until Qt takes it away, as the window holds it."""
    held: list[FindingsPage] = []

    def make() -> FindingsPage:
        held.append(FindingsPage(session))
        put_in_front(qtbot, held[-1])
        QApplication.processEvents()
        return held[-1]

    return make


@pytest.fixture
def page(notes: list[str], open_page: Callable[[], FindingsPage]) -> FindingsPage:
    return open_page()


def press(widget, *keys: Qt.Key) -> None:
    widget.setFocus()
    for key in keys:
        QTest.keyClick(widget, key)


def observed(session: Session) -> list[tuple[str, Tone, ObservationState]]:
    found = [each.observation for each in session.assessment.observations.all()]
    return [(each.text, each.tone, each.state) for each in found]


def test_selected_notes_become_one_observation_which_is_agreed_on_and_valid(page, session, notes):
    heard, view = page.observations.heard, page.observations
    heard.table.selectRow(0)
    QTest.keyClick(heard.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    press(heard.table, Qt.Key.Key_Return)
    assert view.detail.text.hasFocus()
    assert view.detail.text.textCursor().hasSelection(), "ready to be typed over"
    QTest.keyClicks(view.detail.text, "Needs are known.")
    page.observations.commit()
    assert observed(session) == [("Needs are known.", Tone.STRENGTH, ObservationState.DRAFT)]
    assert session.assessment.observations.all()[0].tags == (PART,)
    press(view.table, Qt.Key.Key_T, Qt.Key.Key_V)
    assert observed(session) == [("Needs are known.", Tone.STRENGTH, ObservationState.VALID)]
    assert view.detail.state.text() == "Valid"
    assert page.subtitle.text() == "1 observation · 1 valid"
    assert [row.drawn for row in heard.table.source.rows] == [(1,), (1,), ()]


def test_one_source_is_not_enough_and_a_further_note_is_added_by_a_key(page, session, notes):
    view = page.observations
    view.draw(notes[:1])
    press(view.table, Qt.Key.Key_T, Qt.Key.Key_V)
    assert observed(session)[0][2] is ObservationState.ACCURATE
    assert "a further one is needed" in view.detail.behind.text()
    view.heard.table.selectRow(1)
    press(view.heard.table, Qt.Key.Key_Plus)
    press(view.table, Qt.Key.Key_V)
    assert observed(session)[0][2] is ObservationState.VALID


def test_a_name_is_told_and_settled_before_the_team_can_agree(page, session, notes):
    view, told = page.observations, []
    session.told.connect(lambda text, _tone: told.append(text))
    person = session.assessment.preparation.participants()[0]
    session.assessment.preparation.set_participant(person.id, name="Anna Miller")
    view.draw(notes)
    view.detail.text.setPlainText("Anna reviews nothing; see the annals.")
    view.commit()
    assert view.detail.naming.text() == "The text may tell who said it: a name (Anna)."
    press(view.table, Qt.Key.Key_W, Qt.Key.Key_T)
    assert observed(session)[0][2] is ObservationState.DRAFT
    assert "Reword it" in told[-1]
    view.detail.nobody.click()
    assert not view.detail.naming.isVisible()
    press(view.table, Qt.Key.Key_T)
    assert observed(session)[0][2] is ObservationState.ACCURATE


def test_rejecting_asks_for_a_reason_and_the_state_chips_count(page, session, notes):
    view = page.observations
    view.draw(notes[:1])
    view.draw(notes[2:])
    press(view.table, Qt.Key.Key_R)
    assert view.detail.reason.hasFocus()
    QTest.keyClicks(view.detail.reason, "Of another unit.")
    QTest.keyClick(view.detail.reason, Qt.Key.Key_Return)
    assert [state for _text, _tone, state in observed(session)] == [ObservationState.DRAFT, ObservationState.REJECTED]
    assert [chip.text() for chip in view.chips.buttons()] == [
        "All 2", "Draft 1", "Accurate 0", "Valid 0", "Rejected 1",
    ]  # fmt: skip
    view.chips.button(1).click()
    assert [view.table.current_row().observed.observation.number, view.table.proxy.rowCount()] == [1, 1]
    view.chips.button(0).click()
    view.table.select(lambda row: row.state is ObservationState.REJECTED)
    press(view.table, Qt.Key.Key_D)
    assert observed(session)[1][2] is ObservationState.DRAFT


def test_members_agree_one_by_one(page, session, notes):
    view = page.observations
    first, _second = session.assessment.preparation.members()
    view.draw(notes[:1])
    boxes = view.detail.agrees
    press(boxes, Qt.Key.Key_Space)
    assert set(session.assessment.observations.all()[0].stances) == {first.id}
    press(boxes, Qt.Key.Key_Down, Qt.Key.Key_Space)
    assert observed(session)[0][2] is ObservationState.ACCURATE
    press(boxes, Qt.Key.Key_Space)
    assert observed(session)[0][2] is ObservationState.DRAFT


def test_tags_are_added_by_letters_and_taken_off(page, session, notes):
    view = page.observations
    view.draw(notes[:1])
    line = view.detail.parts.line
    line.setFocus()
    QTest.keyClicks(line, "stoac2")
    press(line, Qt.Key.Key_Return)
    assert session.assessment.observations.all()[0].tags == (PART, Ref(MODEL, "STO-AC-2"))
    assert line.text() == ""
    view.detail.parts.chips.buttons[0].click()
    assert session.assessment.observations.all()[0].tags == (Ref(MODEL, "STO-AC-2"),)


def test_what_was_heard_is_chosen_by_session_area_and_comments(page, session, notes):
    people = session.assessment.preparation.participants()
    session.assessment.questionnaires.comment(MODEL, people[0].id, "SCM-Q1", "Only on paper.")
    page.refresh()
    heard = page.observations.heard
    texts = [row.text for row in heard.table.source.rows]
    assert texts[-1] == "Only on paper."
    heard.choose(COMMENTS)
    (row,) = heard.table.source.rows
    assert (row.source, row.key) == ("Comment in a form", AnswerRef(MODEL, people[0].id, "SCM-Q1"))
    heard.choose(f"{AREA}{MODEL}/STO")
    assert [row.text for row in heard.table.source.rows] == ["Nobody reviews them."]
    heard.choose(f"{SESSION}{session.assessment.interviews.all()[0].id}")
    assert [row.text for row in heard.table.source.rows] == ["Needs are known, says Interview 1."]
    heard.choose("")
    heard.search.setText("reviews")
    assert heard.table.proxy.rowCount() == 1
    heard.search.clear()
    page.observations.draw(notes[:2])
    heard.waiting.click()
    assert heard.table.proxy.rowCount() == 2


def test_an_item_of_the_register_is_drawn_from_like_a_note(page, session, notes, qtbot):
    plan = session.assessment.evidence.add(
        EvidenceKind.DOCUMENT, "Plan", note="The plan is signed.", model=MODEL, practices=["SCM-AC-1"]
    )
    page.refresh()
    view = page.observations
    view.heard.choose(ITEMS)
    (row,) = view.heard.table.source.rows
    assert (row.text, row.source, row.key) == ("The plan is signed.", "Document · Plan", plan)
    view.heard.choose(f"{AREA}{MODEL}/SCM")
    assert row.key in [each.key for each in view.heard.table.source.rows]
    page.reveal(f"{DRAW}{notes[0]} {plan}")
    (found,) = session.assessment.observations.all()
    assert found.observation.text == "Needs are known, says Interview 1. The plan is signed."
    shown = next(each for each in view.detail.sources.buttons if each.source == found.items[0])
    with qtbot.waitSignal(session.asked_for) as asked:
        shown.click()
    assert asked.args == ["evidence", plan]
    press(shown, Qt.Key.Key_Delete)
    assert session.assessment.observations.all()[0].items == ()


def test_a_source_is_taken_off_and_leads_to_its_session(page, session, notes, qtbot):
    view = page.observations
    view.draw(notes[:2])
    first, second = view.detail.sources.buttons[:2]
    with qtbot.waitSignal(session.asked_for) as asked:
        first.click()
    assert asked.args == ["interviews", notes[0]]
    press(second, Qt.Key.Key_Delete)
    assert [each.note.id for each in session.assessment.observations.all()[0].notes] == notes[:1]


@pytest.mark.parametrize("text", ["x" * 10_000, "שלום, הרשימה חסרה", "One & two <b>\nthree"])
def test_any_text_is_kept_as_it_is(page, session, notes, text):
    view = page.observations
    view.draw(notes[:1])
    view.detail.text.setPlainText(text)
    view.commit()
    assert observed(session)[0][0] == text
    assert len(view.table.source.data(view.table.source.index(0, 0))) <= 301


def test_an_empty_text_is_refused_and_the_observation_stays(page, session, notes):
    view = page.observations
    view.draw(notes[:1])
    view.detail.text.setPlainText(" ")
    view.commit()
    assert observed(session)[0][0] == "Needs are known, says Interview 1."


def test_a_note_leads_to_an_observation_from_interviews_and_to_one_that_is_there(
    open_window: MainWindow, keyboard: Keyboard, notes: list[str]
):
    session = open_window.session
    session.go("interviews", notes[0])
    keyboard.press("O")
    page = open_window.page
    assert isinstance(page, FindingsPage)
    assert page.observations.detail.text.hasFocus()
    session.go("interviews", notes[1])
    keyboard.press("+")
    assert page.observations.heard.table.hasFocus()
    row = page.observations.heard.table.current_row()
    assert row is not None
    assert row.key == notes[1]
    keyboard.press("+")
    (found,) = session.assessment.observations.all()
    assert sorted(each.note.id for each in found.notes) == sorted(notes[:2])
    assert found.borne_out.enough


def test_targets_that_name_notes_are_understood(page, session, notes):
    page.reveal(f"{DRAW}{notes[0]} {notes[1]}")
    assert len(session.assessment.observations.all()[0].notes) == 2
    page.reveal(f"{PICK}{notes[2]}")
    assert page.observations.heard.table.current_row().key == notes[2]
    page.reveal(session.assessment.observations.all()[0].observation.id)
    assert page.observations.table.hasFocus()


def test_where_nothing_was_heard_it_says_where_notes_come_from_and_counts_nothing(open_page):
    view = open_page().observations
    assert "Notes come from Interviews" in view.heard.note.text()
    assert not any(chip.isVisible() for chip in view.chips.buttons())


def test_a_reason_that_is_missing_is_asked_for_where_it_is_typed(page, session):
    view = page.observations
    press(view.heard.table, Qt.Key.Key_Return)
    press(view.table, Qt.Key.Key_R)
    QTest.keyClick(view.detail.reason, Qt.Key.Key_Return)
    assert page.focusWidget() is view.detail.reason
    assert observed(session)[0][2] is ObservationState.DRAFT


def test_letters_that_no_part_has_are_answered(page):
    press(page.observations.heard.table, Qt.Key.Key_Return)
    tags = page.observations.detail.parts
    tags.line.setText("zzzz")
    assert tags.nothing.isVisible()
    tags.line.setText("")
    assert not tags.nothing.isVisible()


def test_a_view_that_comes_to_the_front_has_the_keys(open_window, session, notes, keyboard):
    open_window.show_place("findings")
    keyboard.press("Alt+I")
    assert keyboard.focus is open_window.page.findings.table


def test_who_disagrees_is_said_beside_who_agrees(page, session, notes):
    view = page.observations
    first, second = session.assessment.preparation.members()
    view.draw(notes[:1])
    view.agree_all()
    assert observed(session)[0][2] is ObservationState.ACCURATE
    press(view.detail.disagrees, Qt.Key.Key_Space)
    assert session.assessment.observations.all()[0].stances == {first.id: Stance.DISAGREES}
    assert observed(session)[0][2] is ObservationState.DRAFT, "the others are asked anew"
    press(view.detail.disagrees, Qt.Key.Key_Down, Qt.Key.Key_Space)
    press(view.detail.agrees, Qt.Key.Key_Home, Qt.Key.Key_Space)
    stances = session.assessment.observations.all()[0].stances
    assert stances == {first.id: Stance.AGREES, second.id: Stance.DISAGREES}
    assert (view.detail.agrees.keys(), view.detail.disagrees.keys()) == ([first.id], [second.id])
