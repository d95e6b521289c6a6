"""An interview of forty notes, typed by keyboard alone in the real window, from the first word to the rating."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QAbstractButton

from desktop.model.maturity.refs import Ref
from desktop.model.records import Tone
from desktop.ui.pages.interviews.page import InterviewsPage
from desktop.ui.session import Session
from desktop.ui.window import MainWindow
from tests.gui import Keyboard, called

MODEL = "it-service-cmm"
NOTES = 40
TONES = {Tone.STRENGTH: "Alt+S", Tone.WEAKNESS: "Alt+W", Tone.ALTERNATIVE: "Alt+A", Tone.NEUTRAL: "Alt+N"}


def test_an_interview_of_forty_notes_is_typed_while_one_listens(
    open_window: MainWindow, session: Session, keyboard: Keyboard, window_again: Callable[[], MainWindow]
):
    it = session.assessment.interviews
    begin(keyboard)
    (meeting,) = it.all()
    assert (meeting.name, meeting.starts, meeting.ends) == ("Interview: the desk", "09:30", "10:45")
    assert it.areas(meeting.id) == {Ref(MODEL, "SCM"), Ref(MODEL, "SDP")}
    keyboard.press("Ctrl+4", "Ctrl+5")
    practices = [practice.id for practice in session.assessment.models.get(MODEL).pack.area_by_id["SCM"].practices]
    silent = len(it.unheard(meeting.id))
    for number in range(NOTES):
        part, tone = practices[number % len(practices)], list(TONES)[number % len(TONES)]
        keyboard.write(f"Statement {number} @{1 + number % 2}")
        keyboard.press("Tab")
        keyboard.write(f"#{part.replace('-', '').lower()}")
        keyboard.press("Return", TONES[tone], "Return")
    notes = it.notes(meeting.id)
    assert [note.text for note in notes] == [f"Statement {number}" for number in range(NOTES)]
    assert [note.tone for note in notes] == [list(TONES)[number % len(TONES)] for number in range(NOTES)]
    assert [it.tags(note.id) for note in notes] == [
        (Ref(MODEL, practices[number % len(practices)]),) for number in range(NOTES)
    ]
    assert {note.participant for note in notes} == it.participants(meeting.id)
    assert len(it.unheard(meeting.id)) == silent - len(practices)
    change_the_last(keyboard, session, meeting.id)
    undo_and_redo(keyboard, session, meeting.id)
    keyboard.write("Half a wo")
    rate_from_the_note(open_window, keyboard, practices[0])
    go_on_another_day(open_window, session, window_again)


def begin(keyboard: Keyboard) -> None:
    """A session with its name, its times, two who are heard and two areas."""
    keyboard.press("Ctrl+5")
    keyboard.tab_to("Begin the first session")
    keyboard.press("Return")
    keyboard.retype("Interview: the desk")
    keyboard.tab_to("Begins at")
    keyboard.write("930")
    keyboard.press("Tab")
    keyboard.write("10.45")
    keyboard.tab_to("Who is heard")
    keyboard.press("Space", "Down", "Space")
    keyboard.tab_to("What it is about")
    keyboard.press("Space", "Down", "Space")
    keyboard.tab_to("Place", back=True)
    keyboard.write("Room 2")
    keyboard.press("Return")
    assert called(keyboard.focus) == "Note"


def change_the_last(keyboard: Keyboard, session: Session, meeting: str) -> None:
    """Up to the notes, the last into the line, another word, and back."""
    keyboard.press("Up", "Return")
    keyboard.write(", or so")
    keyboard.press("Return")
    assert session.assessment.interviews.notes(meeting)[-1].text == f"Statement {NOTES - 1}, or so"
    keyboard.press("Esc")
    assert called(keyboard.focus) == "Note"


def undo_and_redo(keyboard: Keyboard, session: Session, meeting: str) -> None:
    """Twice back and twice forward, with the cursor in the line."""
    it = session.assessment.interviews
    keyboard.press("Ctrl+Z", "Ctrl+Z")
    assert len(it.notes(meeting)) == NOTES - 1
    keyboard.press("Ctrl+Y", "Ctrl+Y")
    assert it.notes(meeting)[-1].text == f"Statement {NOTES - 1}, or so"
    assert called(keyboard.focus) == "Note"


def rate_from_the_note(window: MainWindow, keyboard: Keyboard, practice: str) -> None:
    """The notes stand beside the practice on the ratings, by role, and lead back to where they were taken."""
    window.show_place("ratings", practice)
    heard = keyboard.tab_into(type(first_heard(window)))
    assert "Interview · Manager: Statement 0" in called(heard)
    keyboard.press("Return")
    page = window.page
    assert isinstance(page, InterviewsPage)
    assert page.pane.notes.current_row().note.text == "Statement 0"  # type: ignore[union-attr]


def first_heard(window: MainWindow) -> QAbstractButton:
    from desktop.ui.pages.ratings.heard import HeardButton

    assert window.page is not None
    return next(button for button in window.page.findChildren(HeardButton) if button.isVisible())


def go_on_another_day(window: MainWindow, session: Session, window_again: Callable[[], MainWindow]) -> None:
    """What was half typed is there after the program was closed and opened again."""
    path = session.assessment.path
    window.close()
    again = window_again()
    assert again.session.open(path)
    again.show_place("interviews")
    page = again.page
    assert isinstance(page, InterviewsPage)
    assert page.pane.entry.line.text() == "Half a wo"
