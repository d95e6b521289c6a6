"""Find or do anything."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from desktop.model.maturity import shelf
from desktop.model.records import SessionKind
from desktop.model.scoring.vocabulary import EvidenceKind
from desktop.ui.corners import CORNERS, show_corner
from desktop.ui.find import MOST, Finder
from desktop.ui.session import Session
from desktop.ui.window import MainWindow
from tests.gui import Keyboard


@pytest.fixture
def finder(open_window: MainWindow, session: Session, qtbot) -> Finder:
    session.assessment.actions.add("Write it down")
    finder = Finder(open_window, session, open_window.commands)
    qtbot.addWidget(finder)
    finder.open_over(open_window)
    return finder


def found(finder: Finder, text: str) -> list[str]:
    finder.line.setText(text)
    return [finder.list.item(row).text() for row in range(finder.list.count())]


KINDS = (
    ("export", "Do"),
    ("history", "Page"),
    ("sqa ", "Rate"),
    ("sqa-g1", "Goal"),
    ("sqa-ac-1 ", "Practice"),
    ("sqa-q1", "Question"),
    ("p-02", "Participant"),
    ("write it", "Action"),
)
"""What is typed, and the kind of what is found by it."""


def test_everything_is_found_by_a_few_letters(finder: Finder):
    for text, kind in KINDS:
        assert any(line.startswith(kind) for line in found(finder, text)), text


def test_a_question_is_found_by_the_number_on_its_form(finder: Finder, session: Session):
    (model,) = session.assessment.models.all()
    asked = {number: question for question, number in session.assessment.models.numbers(model.id).items()}
    text = session.assessment.models.questions(model.id)[asked[10]].text
    for typed in ("question 10", "No. 10", asked[10]):
        assert found(finder, typed)[0].startswith(f"Question   No. 10  {text}")


def test_words_are_found_in_any_order_and_case(finder: Finder):
    assert found(finder, "ASSURANCE quality") == found(finder, "quality assurance")


def test_what_begins_with_the_words_comes_first(finder: Finder):
    assert found(finder, "new")[0].startswith("Do   New")


def test_a_phrase_comes_before_its_words_alone(finder: Finder):
    assert found(finder, "write it")[0].startswith("Action")


def test_no_more_than_can_be_read(finder: Finder):
    assert len(found(finder, "")) == MOST


def test_commands_that_make_no_sense_now_are_not_offered(window: MainWindow, closed_session: Session, qtbot):
    finder = Finder(window, closed_session, window.commands)
    qtbot.addWidget(finder)
    assert not [line for line in found(finder, "export") if "Export" in line]
    assert found(finder, "new assessment")


def test_nothing_found_and_enter_does_nothing(finder: Finder, qtbot):
    assert found(finder, "no such thing") == []
    qtbot.keyClick(finder.line, Qt.Key.Key_Return)
    assert finder.isVisible()


def test_arrow_keys_choose_and_stop_at_the_ends(finder: Finder, qtbot):
    finder.line.setText("sqa")
    qtbot.keyClick(finder.line, Qt.Key.Key_Up)
    assert finder.list.currentRow() == 0
    for _press in range(MOST + 5):
        qtbot.keyClick(finder.line, Qt.Key.Key_Down)
    assert finder.list.currentRow() == finder.list.count() - 1


PAGES = (
    ("sqa-ac-1 ", "RatingsPage"),
    ("write it", "ActionsPage"),
    ("p-02", "QuestionnairesPage"),
    ("history", "HistoryPage"),
)
"""What is typed, and the page that it leads to."""


def test_it_leads_there_by_keyboard(open_window: MainWindow, session: Session, keyboard: Keyboard):
    session.assessment.actions.add("Write it down")
    for text, page in PAGES:
        keyboard.press("Ctrl+K")
        keyboard.write(text)
        keyboard.press("Return")
        assert type(open_window.page).__name__ == page
        assert not [finder for finder in open_window.findChildren(Finder) if finder.isVisible()]


def test_escape_leaves_and_nothing_has_changed(open_window: MainWindow, keyboard: Keyboard):
    page, focus = open_window.page, keyboard.focus
    keyboard.press("Ctrl+K")
    assert isinstance(keyboard.focus, QLineEdit)
    keyboard.write("sqa")
    keyboard.press("Esc")
    assert (open_window.page, keyboard.focus) == (page, focus)


PARTS = (
    ("contact point rate", ("ratings", "service-provisioning/CTP")),
    ("ctp-3-p1", ("ratings", "service-provisioning/CTP-3-P1")),
    ("ctp-3-m1", ("model", "service-provisioning/CTP-3-M1")),
    ("ctp-q1", ("questionnaires", "service-provisioning/CTP-Q1")),
    ("tol-2-1 tool ladder", ("ratings", "tool-ladder/TOL-2-1")),
    ("cap-2 ladder", ("model", "tool-ladder/CAP-2")),
    ("sqa-ac-1 ", ("ratings", "it-service-cmm/SQA-AC-1")),
)
"""What is typed, and the page and part that are asked for."""


def test_what_models_of_every_scheme_name_is_found(qtbot, open_window, session):
    for model in ("service-provisioning", "service-desk", "tool-ladder"):
        session.assessment.models.add(shelf.find(model))
    asked = []
    session.asked_for.connect(lambda page, part: asked.append((page, part)))
    for typed, target in PARTS:
        finder = Finder(open_window, session, open_window.commands)
        qtbot.addWidget(finder)
        finder.line.setText(typed.removesuffix(" rate"))
        kinds = [found.kind for found in finder._shown]
        place = kinds.index("Rate") if typed.endswith(" rate") else 0
        finder.open_row(place)
        assert asked[-1] == target
    assert len(asked) == len(PARTS)


def test_measures_are_found_with_their_action(qtbot, open_window, session):
    action = session.assessment.actions.add("Count calls")
    session.assessment.measures.add(action, "Calls abandoned")
    asked = []
    session.asked_for.connect(lambda page, part: asked.append((page, part)))
    finder = Finder(open_window, session, open_window.commands)
    qtbot.addWidget(finder)
    qtbot.keyClicks(finder.line, "abandoned")
    finder.open_row(0)
    assert asked == [("actions", action)]


def test_it_says_when_nothing_fits(finder: Finder):
    assert found(finder, "zzzzz") == []
    assert finder.nothing.isVisible()
    assert "zzzzz" in finder.nothing.text()
    found(finder, "export")
    assert not finder.nothing.isVisible()


LINES = (
    ("exportt", "Do   Export results"),
    ("p-02", "Participant   P-02"),
    ("wanda", "Participant   P-04"),
    ("assessor b", "Team member   Assessor B"),
    ("a-1", "Action   A-1"),
    ("friday", "Evidence   Friday talk  Interview"),
    ("tour", "Session   Tour of the desk  Demonstration"),
    ("road map", "Part   Gaps: Road map"),
    ("overdue", "Part   Actions: Overdue"),
    ("participants", "Part   Preparation: Participants"),
    ("older", "Open file   older.maturity"),
)
"""What is typed, and the line that comes first."""


def test_people_sessions_parts_and_files_are_known(open_window: MainWindow, session: Session, qtbot, tmp_path):
    (tmp_path / "older.maturity").touch()
    session.settings.remember(tmp_path / "older.maturity")
    session.assessment.preparation.add_participant(name="Wanda Low")
    session.assessment.actions.add("Write it down")
    session.assessment.interviews.add(SessionKind.DEMONSTRATION, "Tour of the desk")
    session.assessment.evidence.add(
        EvidenceKind.INTERVIEW, "Friday talk", model="it-service-cmm", practices=["SCM-CO-1"]
    )
    finder = Finder(open_window, session, open_window.commands)
    qtbot.addWidget(finder)
    for text, line in LINES:
        assert found(finder, text)[0].startswith(line)


def test_what_was_opened_comes_first_the_next_time(
    open_window: MainWindow, session: Session, keyboard: Keyboard, qtbot
):
    keyboard.press("Ctrl+K")
    keyboard.write("history")
    keyboard.press("Enter")
    finder = Finder(open_window, session, open_window.commands)
    qtbot.addWidget(finder)
    assert "History" in found(finder, "")[0]


@pytest.mark.parametrize(
    ("words", "command"),
    [("dark theme", "Dark"), ("zoom", "Larger"), ("Backup", "Save as portable"), ("own model", "All models")],
)
def test_a_command_is_found_by_other_words_for_it(finder: Finder, words: str, command: str):
    assert found(finder, words)[0].split("   ")[1].startswith(command)


def test_every_part_of_a_page_is_there(open_window: MainWindow, session: Session):
    session.assessment.actions.add("Write it down")
    session.assessment.interviews.add(SessionKind.INTERVIEW, "Interview 1")
    for corner in CORNERS:
        open_window.show_place(corner.page)
        page = open_window.page
        assert page is not None
        if corner.words.startswith("Only"):
            assert show_corner(page, "List")
        assert show_corner(page, corner.words), f"{corner.page}: {corner.words}"
        assert not show_corner(page, "Nowhere")


def test_a_part_opens_its_page(open_window: MainWindow):
    CORNERS[1].open(open_window.session)
    assert open_window.page is not None
    assert open_window.page.tabs.currentIndex() == 1  # type: ignore[attr-defined]


def test_what_was_said_stands_below_what_is_called_so(finder: Finder, session: Session, qtbot):
    it = session.assessment.interviews
    talk = it.add(SessionKind.INTERVIEW, "Talk")
    note = it.note(talk, "The pager of the desk is silent at night.")
    qtbot.waitUntil(lambda: session.assessment.search.ready)
    lines = found(finder, "pager silent")
    assert lines[-1].startswith("Said   The pager of the desk is silent at night.")
    assert not any(line.startswith("Said") for line in found(finder, "pa"))
    went = []
    session.go = lambda page, target="": went.append((page, target))  # type: ignore[method-assign]
    before = list(finder._commands.lately)
    finder.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    found(finder, "pager silent")
    finder.open_row(finder.list.count() - 1)
    assert went == [("interviews", note)]
    assert finder._commands.lately == before, "what was said is not remembered as a command is"
