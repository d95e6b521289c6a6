"""The page of the interviews: sessions, and notes typed while one listens."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget

from desktop.model.assessment import Assessment
from desktop.model.maturity.refs import Ref
from desktop.model.records import SessionKind, Tone
from desktop.ui.pages.interviews import note_rows
from desktop.ui.pages.interviews.drafts import Drafts, NoteDraft, Typing
from desktop.ui.pages.interviews.page import InterviewsPage
from desktop.ui.pages.interviews.session_pane import NOTES
from desktop.ui.pages.interviews.typed_line import TypedLine
from desktop.ui.session import Session
from desktop.ui.window import MainWindow
from tests.gui import Keyboard, called, put_in_front

MODEL = "it-service-cmm"


def ref(part: str) -> Ref:
    return Ref(MODEL, part)


@pytest.fixture
def meeting(session: Session) -> str:
    """A session about service commitments in which the manager and a practitioner are heard."""
    it, people = session.assessment.interviews, session.assessment.preparation.participants()
    found = it.add(SessionKind.INTERVIEW, "Interview 1")
    it.take_part(found, participants=[people[0].id, people[1].id])
    it.set_areas(found, [ref("SCM")])
    return found


@pytest.fixture
def open_page(session: Session, qtbot) -> Callable[[], InterviewsPage]:
    """Makes the page and shows it; held until Qt takes it away, as the window holds it."""
    held: list[InterviewsPage] = []

    def make() -> InterviewsPage:
        held.append(InterviewsPage(session))
        put_in_front(qtbot, held[-1])
        QApplication.processEvents()
        return held[-1]

    return make


@pytest.fixture
def page(meeting: str, open_page: Callable[[], InterviewsPage]) -> InterviewsPage:
    return open_page()


def write(page: InterviewsPage, text: str) -> TypedLine:
    line = page.pane.entry.line
    line.setFocus()
    QTest.keyClicks(line, text)
    return line


def notes(session: Session, meeting: str) -> list[tuple[str, Tone, tuple[Ref, ...]]]:
    it = session.assessment.interviews
    return [(note.text, note.tone, it.tags(note.id)) for note in it.notes(meeting)]


def offered(page: InterviewsPage) -> list[str]:
    view: QListWidget = page.pane.entry.offers
    return [view.item(row).text() for row in range(view.count())]


def test_enter_keeps_a_note_and_the_line_is_ready_again(page, session, meeting):
    line = write(page, "Every agreement is signed.")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert notes(session, meeting) == [("Every agreement is signed.", Tone.NEUTRAL, ())]
    assert line.text() == ""
    assert not line.isUndoAvailable(), "Ctrl+Z takes the note back, not the typing"
    assert [row.note.text for row in page.pane.notes.source.rows] == ["Every agreement is signed."]
    assert page.pane.tabs.tabText(0) == "Notes 1"
    assert (page.subtitle.text(), page.table.source.row(0).notes) == ("1 session · 1 note", 1)
    session.assessment.history.undo()
    assert notes(session, meeting) == []
    assert page.pane.notes.source.rows == ()


def test_letters_behind_a_sign_offer_tags_and_enter_takes_one(page, session, meeting):
    line = write(page, "Signed twice a year #scmac")
    assert offered(page)[0].startswith("SCM-AC-1")
    QTest.keyClick(line, Qt.Key.Key_Down)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert line.text() == "Signed twice a year "
    assert [called(button) for button in page.pane.entry.tags.buttons] == ["Take SCM-AC-2 off"]
    QTest.keyClicks(line, "#escal")
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert line.hasFocus()
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert notes(session, meeting) == [("Signed twice a year", Tone.NEUTRAL, (ref("SCM-AC-2"), ref("SRI-AB-3")))]


def test_a_tag_that_is_spelt_out_is_taken_without_being_chosen(page, session, meeting):
    line = write(page, "Known to all #scm-ac-1 and to #qqqq #STO-AC-2")
    QTest.keyClick(line, Qt.Key.Key_Escape)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert notes(session, meeting) == [("Known to all and to #qqqq", Tone.NEUTRAL, (ref("SCM-AC-1"), ref("STO-AC-2")))]


def test_a_sign_inside_a_word_or_without_a_match_is_text(page, session, meeting):
    line = write(page, "Tickets a#scm and #qqqq")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert notes(session, meeting) == [("Tickets a#scm and #qqqq", Tone.NEUTRAL, ())]


def test_esc_takes_none_of_what_is_offered(page, session, meeting):
    line = write(page, "See #scm")
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert line.text() == "See #scm"
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert notes(session, meeting)[0][0] == "See #scm"


def test_practices_that_the_words_speak_of_are_taken_by_a_key(page, session, meeting):
    line = write(page, "The service level agreement is reviewed with the customer")
    offer = line.offers[1]
    assert len(line.offers) == 3
    assert all(words.startswith("Alt+") for words in offered(page))
    QTest.keyClick(line, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert offer.part not in [each.part for each in line.offers]
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert notes(session, meeting)[0][2] == (offer.part,)


def test_keys_say_what_a_note_tells_and_who_speaks(page, session, meeting):
    manager, practitioner, _other = session.assessment.preparation.participants()
    line = write(page, "It works @man")
    assert offered(page) == ["P-01 Manager"]
    QTest.keyClick(line, Qt.Key.Key_Return)
    QTest.keyClick(line, Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(line, Qt.Key.Key_Return)
    write(page, "It does not")
    QTest.keyClick(line, Qt.Key.Key_W, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(line, Qt.Key.Key_Return)
    write(page, "@2")
    QTest.keyClick(line, Qt.Key.Key_Return)
    write(page, "Neither")
    QTest.keyClick(line, Qt.Key.Key_Return)
    told = session.assessment.interviews.notes(meeting)
    assert [(note.text, note.tone, note.participant) for note in told] == [
        ("It works", Tone.STRENGTH, manager.id),
        ("It does not", Tone.WEAKNESS, manager.id),
        ("Neither", Tone.NEUTRAL, practitioner.id),
    ]
    assert [row.code for row in page.pane.notes.source.rows] == ["P-01", "P-01", "P-02"]


def test_backspace_before_the_first_letter_takes_the_last_tag_off(page):
    line = write(page, "#scm-ac-1 #scm-ac-2 ")
    assert len(page.pane.entry.draft.tags) == 2
    QTest.keyClick(line, Qt.Key.Key_Home)
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    assert page.pane.entry.draft.tags == (ref("SCM-AC-1"),)


def test_a_note_is_changed_in_the_line_while_the_new_one_waits(page, session, meeting):
    it = session.assessment.interviews
    note = it.note(meeting, "Signed.", tags=[ref("SCM-AC-1")])
    line = write(page, "Half a th")
    QTest.keyClick(line, Qt.Key.Key_Up)
    table = page.pane.notes
    assert table.hasFocus()
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert (line.hasFocus(), line.text()) == (True, "Signed.")
    QTest.keyClicks(line, " By both. #scmac2")
    QTest.keyClick(line, Qt.Key.Key_Return)
    QTest.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert notes(session, meeting) == [("Signed. By both.", Tone.ALTERNATIVE, (ref("SCM-AC-1"), ref("SCM-AC-2")))]
    assert line.text() == "Half a th"
    QTest.keyClick(table, Qt.Key.Key_Return)
    QTest.keyClicks(line, " Never")
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert (it.notes(meeting)[0].text, line.text(), table.hasFocus()) == ("Signed. By both.", "Half a th", True)
    QTest.keyClick(table, Qt.Key.Key_W)
    assert it.notes(meeting)[0].tone is Tone.WEAKNESS
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert not it.with_note(note)


def test_undo_in_the_line_brings_back_the_letters_of_a_tag_and_takes_no_note_back(
    open_window: MainWindow, session: Session, meeting: str, keyboard: Keyboard
):
    session.assessment.interviews.note(meeting, "Signed.")
    keyboard.press("Ctrl+5", "Return")
    keyboard.write("By both #scm")
    keyboard.press("Return")
    line = keyboard.focus
    assert isinstance(line, TypedLine)
    assert line.text() == "By both "
    keyboard.press("Ctrl+Z")
    assert line.text().startswith("By both #")
    assert len(notes(session, meeting)) == 1


def test_what_was_to_change_a_note_that_is_gone_becomes_part_of_the_new_one(page, session, meeting):
    it = session.assessment.interviews
    note = it.note(meeting, "Signed.", tags=[ref("SCM-AC-1")])
    line = write(page, "Half a th")
    QTest.keyClick(line, Qt.Key.Key_Up)
    QTest.keyClick(page.pane.notes, Qt.Key.Key_Return)
    QTest.keyClicks(line, " By both.")
    it.remove_notes([note])
    assert line.text() == "Half a th Signed. By both."
    assert page.pane.entry.draft.tags == (ref("SCM-AC-1"),)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert notes(session, meeting)[0][0] == "Half a th Signed. By both."


def test_what_is_half_typed_outlives_page_and_program(page, session, meeting, open_page):
    write(page, "Half a word #scm-ac-1 and mo")
    other = session.assessment.interviews.add(SessionKind.DEMONSTRATION, "Tour")
    page.reveal(other)
    assert page.pane.entry.line.text() == ""
    page.reveal(meeting)
    assert page.pane.entry.line.text() == "Half a word and mo"
    again = open_page()
    assert again.pane.entry.line.text() == "Half a word and mo"
    assert again.pane.entry.draft.tags == (ref("SCM-AC-1"),)
    QTest.keyClick(again.pane.entry.line, Qt.Key.Key_Return)
    assert not list(session.assessment.path.parent.glob(".*.typing*"))


def test_drafts_of_another_assessment_or_of_nobody_are_left_alone(tmp_path):
    path = tmp_path / "a.maturity"
    Drafts(path, "one", readonly=False).keep("s", Typing(new=NoteDraft("Half")))
    assert Drafts(path, "one", readonly=False).of("s").new.text == "Half"
    assert Drafts(path, "two", readonly=False).sessions == frozenset()
    assert Drafts(path, "one", readonly=True).sessions == frozenset()
    for rubbish in (b"[" * 100_000, b'{"assessment": "one", "sessions": {"\xff": {}}}'):
        (tmp_path / ".a.maturity.typing").write_bytes(rubbish)
        assert Drafts(path, "one", readonly=False).sessions == frozenset()


def test_a_note_that_is_refused_stays_in_the_line(page, session, monkeypatch):
    told: list[str] = []
    session.told.connect(lambda text, _tone: told.append(text))
    session.assessment.path.rename(session.assessment.path.with_name("moved.maturity"))
    hindered: list[str] = []
    session.hindered.connect(lambda text, _typed, _way: hindered.append(text))
    line = write(page, "Heard in vain")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert line.text() == "Heard in vain"
    assert told or hindered


def test_what_nobody_spoke_of_yet_shrinks_while_one_types(page, session, meeting):
    every = session.assessment.models.get(MODEL).pack.area_by_id["SCM"].practices
    table = page.lacking.table
    assert table.source.rowCount() == len(every)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Return)
    first = table.source.row(0).found.part
    line = page.pane.entry.line
    assert line.hasFocus()
    assert page.pane.entry.draft.tags == (first,)
    QTest.keyClicks(line, "@1")
    QTest.keyClick(line, Qt.Key.Key_Return)
    write(page, "Said.")
    QTest.keyClick(line, Qt.Key.Key_Return)
    last = table.source.row(table.source.rowCount() - 1)
    assert (last.found.part, last.found.roles) == (first, ("Practitioner",))
    assert page.lacking.note.text() == f"{len(every) - 1} practices have no word yet."


def test_a_session_is_begun_named_and_told_about_by_keys(session, open_page):
    page = open_page()
    assert page.empty.isVisible()
    page.first.click()
    about = page.pane.about
    assert about.name.hasFocus()
    QTest.keyClicks(about.name, "Interview: the desk")
    QTest.keyClick(about.name, Qt.Key.Key_Return)
    assert page.pane.entry.line.hasFocus()
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_F2)
    QTest.keyClicks(about.starts, "930")
    QTest.keyClick(about.starts, Qt.Key.Key_Return)
    QTest.keyClicks(about.ends, "25")
    about.ends.commit()
    assert about.ends.note.isVisibleTo(about)
    for box in (about.asks, about.heard, about.areas):
        box.setFocus()
        QTest.keyClick(box, Qt.Key.Key_Space)
    (made,) = session.assessment.interviews.all()
    it = session.assessment.interviews
    assert (made.name, made.day, made.starts, made.ends) == ("Interview: the desk", session.today(), "09:30", "")
    assert (len(it.members(made.id)), len(it.participants(made.id)), len(it.areas(made.id))) == (1, 1, 1)
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Delete)
    assert it.all() == []
    assert page.empty.isVisible()


def test_nothing_is_typed_where_the_file_is_only_read(meeting, open_page, monkeypatch):
    monkeypatch.setattr(Assessment, "readonly", property(lambda _self: True))
    page = open_page()
    line = write(page, "Heard")
    assert line.text() == ""
    assert not page.new.isEnabled()
    assert not any(deed.keys == ("Delete", "Backspace") for deed in page.table.deeds())


def test_no_name_of_a_participant_is_on_the_page(session, meeting, open_page):
    person = session.assessment.preparation.participants()[0]
    session.assessment.preparation.set_participant(person.id, name="Wanda Low")
    session.assessment.interviews.note(meeting, "Said.", participant=person.id)
    page = open_page()
    said = [row.who for row in page.pane.notes.source.rows]
    assert said == ["P-01 Manager"]
    assert not any("Wanda" in called(widget) for widget in page.findChildren(QListWidget))
    assert "Wanda" not in page.pane.summary.text()


@pytest.mark.parametrize("target", [lambda _it, meeting: meeting, lambda it, meeting: it.notes(meeting)[0].id])
def test_undo_and_what_is_found_lead_to_the_session_and_its_note(
    open_window: MainWindow, session: Session, keyboard: Keyboard, target: Callable[..., str]
):
    it = session.assessment.interviews
    first = it.add(SessionKind.INTERVIEW, "Interview 1", day=dt.date(2026, 3, 2))
    it.note(first, "Signed.")
    it.add(SessionKind.INTERVIEW, "Interview 2", day=dt.date(2026, 3, 1))
    open_window.show_place("interviews", target(it, first))
    page = open_window.page
    assert isinstance(page, InterviewsPage)
    assert page.pane.heading.text() == "Interview 1"
    QApplication.processEvents()


def test_ctrl_z_takes_the_note_back_and_the_line_keeps_the_keys(
    open_window: MainWindow, session: Session, meeting: str, keyboard: Keyboard
):
    keyboard.press("Ctrl+5", "Return")
    keyboard.write("One.")
    keyboard.press("Return")
    keyboard.write("Two.")
    keyboard.press("Return", "Ctrl+Z")
    assert [text for text, _tone, _tags in notes(session, meeting)] == ["One."]
    assert called(keyboard.focus) == "Note"
    keyboard.write("Three.")
    keyboard.press("Return")
    assert [text for text, _tone, _tags in notes(session, meeting)] == ["One.", "Three."]


def test_of_very_many_notes_the_last_are_shown_and_the_others_at_a_key(page, session, meeting, monkeypatch):
    monkeypatch.setattr(note_rows, "MOST", 2)
    it, at = session.assessment.interviews, dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC)
    for number in range(4):
        it.note(meeting, f"Heard {number}.", at=at + dt.timedelta(minutes=number))
    page.refresh()
    pane = page.pane
    assert [row.note.text for row in pane.notes.source.rows] == ["Heard 2.", "Heard 3."]
    assert pane.tabs.tabText(NOTES) == "Notes 4"
    assert pane.earlier.text() == "Show the 2 earlier notes as well"
    line = write(page, "Heard 4.")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert [row.note.text for row in pane.notes.source.rows] == ["Heard 3.", "Heard 4."]
    QTest.keyClick(pane.notes, Qt.Key.Key_E)
    assert (pane.notes.source.rowCount(), pane.earlier.isHidden()) == (5, True)
    page.refresh()
    assert pane.notes.source.rowCount() == 5, "until another session is shown"
    page.begin_session()
    first = it.notes(meeting)[0].id
    page.reveal(first)
    assert pane.notes.current_row().note.id == first
