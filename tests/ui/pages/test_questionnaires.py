from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from desktop.exchange.forms.writer import write_forms
from desktop.model.assessment import Assessment
from desktop.model.assessment.forms import FilledAnswer, FilledForm
from desktop.model.assessment.models import EVERYTHING_ASKED
from desktop.model.maturity.asked import BLANKS
from desktop.model.maturity.pack import Choice, Scale
from desktop.model.maturity.parts_pack import as_pack
from desktop.model.maturity.shelf import find
from desktop.model.scoring.vocabulary import Agreement
from desktop.model.vetting.vetted_packs import VettedPack
from desktop.ui.pages.questionnaires.answer_keys import answer_keys
from desktop.ui.pages.questionnaires.page import ENTRY, RESULTS, WHO, QuestionnairesPage
from desktop.wording.steps import sentence
from tests.builders import YES_NO, tiny_pack
from tests.exchange.foreign_models.books import LIBRARY, book, opened
from tests.exchange.forms.workbooks import Filled, fill
from tests.gui import put_in_front
from tests.statements import counting

MODEL = "it-service-cmm"


@pytest.fixture
def page(qtbot, session):
    session.assessment.models.set_question_level(MODEL, 2)
    page = QuestionnairesPage(session)
    put_in_front(qtbot, page)
    return page


@pytest.fixture
def people(page):
    return [one.id for one in page.assessment.preparation.participants()]


@pytest.fixture
def questions(page):
    return [question.id for found in page.assessment.models.asked(MODEL) for question in found.questions]


def said(page, participant):
    answers = page.assessment.questionnaires.answers(MODEL, participant)
    return {question: answer.choice for question, answer in answers.items()}


def answer_all(page, people, choices):
    """Everybody gives the choices in turn, from a place of their own."""
    for number, participant in enumerate(people):
        identity = page.assessment.questionnaires.identity(MODEL, participant)
        asked = [question for found in page.assessment.models.asked(MODEL) for question in found.questions]
        answers = {question.id: FilledAnswer(choices[number % len(choices)]) for question in asked}
        page.assessment.questionnaires.take(FilledForm(identity, None, answers))


def more_people(page, count):
    return [page.assessment.preparation.add_participant() for _ in range(count)]


def test_keys_answer_and_go_on(qtbot, page, people, questions):
    page.enter(people[1])
    for key in "1", "5", "6", "n", "7", "k", "3":
        qtbot.keyClicks(page.entry.table, key)
    assert [said(page, people[1])[question] for question in questions[:7]] == [
        "almost_always",
        "rarely",
        "does_not_apply",
        "does_not_apply",
        "dont_know",
        "dont_know",
        "about_half",
    ]
    assert page.entry.table.current_row().question.id == questions[7]
    assert f"7 of {len(questions)}" in page.entry._progress.text()
    assert said(page, people[0]) == {}


@pytest.mark.parametrize("key", [Qt.Key.Key_0, Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_a_key_makes_a_question_unanswered_again(qtbot, page, people, questions, key):
    page.enter(people[0])
    qtbot.keyClicks(page.entry.table, "2")
    qtbot.keyClick(page.entry.table, Qt.Key.Key_Up)
    qtbot.keyClick(page.entry.table, key)
    assert said(page, people[0])[questions[0]] is None
    assert page.entry.table.source.row(0).answer is None


def test_a_held_key_answers_once(page, people, questions):
    page.enter(people[0])
    for repeated in False, True, True:
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_4, Qt.KeyboardModifier.NoModifier, "4", repeated)
        QApplication.sendEvent(page.entry.table, event)
    assert said(page, people[0]) == {questions[0]: "seldom"}


def test_keys_that_the_scale_does_not_have_do_nothing(qtbot, page, people):
    page.assessment.models.set_scale(MODEL, "yes_no_4")
    page.enter(people[0])
    qtbot.keyClicks(page.entry.table, "3489")
    assert said(page, people[0]) == {}
    qtbot.keyClicks(page.entry.table, "2")
    assert set(said(page, people[0]).values()) == {"no"}


def test_blanks_keep_their_keys_on_every_scale():
    keys = {key.choice.id: (key.digit, key.letter) for key in answer_keys(YES_NO)}
    assert keys == {"yes": (1, ""), "no": (2, ""), "does_not_apply": (6, "N"), "dont_know": (7, "K")}


@pytest.mark.parametrize(
    ("names", "digits"),
    [
        (("3 Good", "2: Fair", "1"), {"1": 1, "2: Fair": 2, "3 Good": 3}),
        (("2 Good", "1 Fair", "0 Poor"), {"0 Poor": 1, "1 Fair": 2, "2 Good": 3}),
        (("3 Good", "3 Fair"), {"3 Good": 1, "3 Fair": 2}),
        (("7 Good", "2nd", "1 Poor"), {"7 Good": 1, "2nd": 2, "1 Poor": 3}),
    ],
)
def test_answers_with_numbers_of_their_own_have_these_as_keys(names, digits):
    choices = tuple(Choice(id=f"c{at}", name=name, meaning="", percent=100 - at) for at, name in enumerate(names))
    keys = answer_keys(Scale(id="s", name="S", choices=(*choices, *BLANKS)))
    assert {key.choice.name: key.digit for key in keys[:-2]} == digits
    assert [key.choice.name for key in keys[:-2]] == list(digits)
    assert [key.digit for key in keys[-2:]] == [6, 7]


def test_each_question_is_answered_on_its_own_scale(qtbot, closed_session, tmp_path):
    vetted = opened(book(tmp_path / "library.xlsx", LIBRARY)).understood().vetted()
    assert isinstance(vetted, VettedPack)
    own = as_pack(vetted.pack)
    made = Assessment.create(tmp_path / "a.maturity", [own], author="Ada")
    person = made.preparation.add_participant()
    made.models.set_question_level(own.id, EVERYTHING_ASKED)
    closed_session.adopt(made)
    page = QuestionnairesPage(closed_session)
    put_in_front(qtbot, page, 1600, 900)
    page.enter(person)
    asked = made.models.questions(own.id)
    assert len({each.scale.answers for each in asked.values()}) > 1
    qtbot.keyClicks(page.entry.table, "1" * len(asked))
    given = made.questionnaires.answers(own.id, person)
    wanted = {id_: answer_keys(each.scale)[0].choice.id for id_, each in asked.items()}
    assert {id_: each.choice for id_, each in given.items()} == wanted
    QApplication.processEvents()
    shown = [button.text() for button in page.entry.card.findChildren(QPushButton) if button.isVisible()]
    assert [key.text for key in answer_keys(list(asked.values())[-1].scale)] == shown


def test_the_last_question_keeps_the_cursor(qtbot, page, people, questions):
    page.enter(people[0])
    table = page.entry.table
    table.setCurrentIndex(table.proxy.index(len(questions) - 1, 0))
    qtbot.keyClicks(table, "22")
    assert said(page, people[0]) == {questions[-1]: "frequently"}
    assert table.current_row().answer.digit == 2


def test_the_cursor_reaches_the_last_question(qtbot, page, people, questions):
    page.enter(people[0])
    table = page.entry.table
    table.setCurrentIndex(table.proxy.index(len(questions) - 2, 0))
    qtbot.keyClicks(table, "12")
    assert said(page, people[0]) == {questions[-2]: "almost_always", questions[-1]: "frequently"}


def test_keys_in_the_list_of_participants_stay_there(qtbot, page, people, questions):
    for person, role in zip(people, ("Analyst", "Clerk", "Chief clerk"), strict=True):
        page.assessment.preparation.set_participant(person, role=role)
    page.enter(people[0])
    people_list = page.entry.participants
    people_list.setFocus()
    QTest.keyClicks(people_list, "P")
    assert page.entry.pane.participant == people[1]
    for letter in "-03C3":
        QTest.keyClicks(QApplication.focusWidget() or people_list, letter)
    assert people_list.hasFocus()
    assert not page.entry.card.comment.hasFocus()
    assert [said(page, person) for person in people] == [{}, {}, {}]
    people_list.showPopup()
    people_list.setCurrentIndex(0)
    people_list.activated.emit(0)
    assert page.entry.pane.participant == people[0]
    assert page.entry.table.hasFocus()


def test_questions_bear_the_numbers_of_the_form(page, people):
    page.assessment.models.set_scope(MODEL, [page.assessment.models.asked(MODEL)[0].place], in_scope=False)
    numbers = page.assessment.models.numbers(MODEL)
    page.enter(people[0])
    assert [row.number for row in page.entry.table.source.rows] == [*range(1, len(numbers) + 1)]
    index = page.entry.table.proxy.index(2, 0)
    third = page.entry.table.source.row(2).question
    assert (index.data(), numbers[third.id]) == ("No.\N{NO-BREAK SPACE}3", 3)
    page.reveal(third.id)
    assert page.results.questions.currentIndex().data().startswith("No. 3 · ")
    page.assessment.questionnaires.answer(MODEL, people[0], third.id, "seldom")
    assert sentence(page.assessment.history.steps(1)[0]) == "Answer question 3 for P-01"


@pytest.mark.parametrize("key", [Qt.Key.Key_C, Qt.Key.Key_Return])
def test_a_comment_by_keyboard(qtbot, page, people, questions, key):
    page.enter(people[0])
    qtbot.keyClick(page.entry.table, key)
    comment = page.entry.card.comment
    assert comment.hasFocus()
    qtbot.keyClicks(comment, "Only for large customers")
    qtbot.keyClick(comment, Qt.Key.Key_Return)
    assert page.entry.table.hasFocus()
    answers = page.assessment.questionnaires.answers(MODEL, people[0])
    assert answers[questions[0]].comment == "Only for large customers"
    assert "Only for large customers" in page.entry.table.source.index(0, 1).data()


def test_a_comment_still_being_typed_stays_with_its_question_and_participant(qtbot, page, people, questions):
    page.enter(people[0])
    qtbot.keyClick(page.entry.table, Qt.Key.Key_C)
    qtbot.keyClicks(page.entry.card.comment, "Unsure")
    page.entry.open(people[1])
    assert page.assessment.questionnaires.answers(MODEL, people[0])[questions[0]].comment == "Unsure"
    assert page.assessment.questionnaires.answers(MODEL, people[1]) == {}
    assert page.entry.card.comment.toPlainText() == ""


def test_going_on_to_the_next_participant(qtbot, page, people):
    page.enter(people[0])
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(page.entry.table, Qt.Key.Key_PageDown, control)
    qtbot.keyClicks(page.entry.table, "1")
    assert (len(said(page, people[0])), len(said(page, people[1]))) == (0, 1)
    qtbot.keyClick(page.entry.table, Qt.Key.Key_PageUp, control)
    qtbot.keyClick(page.entry.table, Qt.Key.Key_PageUp, control)
    assert page.entry.participants.value() == people[0]


def test_opening_a_participant_starts_at_the_first_unanswered_question(page, people, questions):
    for question in questions[:3]:
        page.assessment.questionnaires.answer(MODEL, people[0], question, "seldom")
    page.refresh()
    page.enter(people[0])
    assert page.entry.table.current_row().question.id == questions[3]


def test_a_click_on_an_answer_answers(page, people, questions):
    page.enter(people[0])
    page.entry.card._group.button(1).click()
    assert said(page, people[0]) == {questions[0]: "frequently"}


def test_undo_shows_in_the_list(qtbot, page, people, session):
    page.enter(people[0])
    qtbot.keyClicks(page.entry.table, "12")
    session.run(page.assessment.history.undo)
    assert [row.answer is None for row in page.entry.table.source.rows[:3]] == [False, True, True]


def test_a_read_only_file_keeps_what_it_says(qtbot, session):
    path = session.assessment.path
    session.close()
    session.adopt(Assessment.open(path, author="Tester", readonly=True))
    page = QuestionnairesPage(session)
    put_in_front(qtbot, page)
    participant = page.assessment.preparation.participants()[0].id
    page.enter(participant)
    with qtbot.waitSignal(session.told):
        qtbot.keyClicks(page.entry.table, "1")
    assert said(page, participant) == {}
    assert page.entry.table.currentIndex().row() == 0
    assert not page._import.isEnabled()


def test_a_key_press_asks_the_file_for_little(qtbot, page, people, session):
    session.assessment.models.set_question_level(MODEL, 5)
    page.refresh()
    page.enter(people[0])
    QApplication.processEvents()
    asked = []
    for number in range(5):
        with counting(page.assessment) as statements:
            qtbot.keyClicks(page.entry.table, "12345"[number])
        asked.append(len(statements))
    assert len(said(page, people[0])) == 5
    assert max(asked[1:]) <= 12, asked


def test_who_has_answered(qtbot, page, people, questions):
    for question in questions[:2]:
        page.assessment.questionnaires.answer(MODEL, people[1], question, "dont_know")
    rows = page.who.table.source.rows
    assert [row.progress.answered for row in rows] == [0, 2, 0]
    page.who.table.selectRow(1)
    qtbot.keyClick(page.who.table, Qt.Key.Key_Return)
    assert page.tabs.currentIndex() == ENTRY
    assert page.entry.participants.value() == people[1]


def test_who_has_answered_without_being_asked_is_there_too(qtbot, page, people, questions):
    page.assessment.questionnaires.answer(MODEL, people[1], questions[0], "dont_know")
    for person in people[1:]:
        page.assessment.preparation.set_participant(person, asked=False)
    assert [row.progress.participant.id for row in page.who.table.source.rows] == people[:2]
    assert page.subtitle.text() == "1 of 2 have answered"
    page.enter(people[1])
    assert page.entry.participants.value() == people[1]


def test_nobody_asked_says_what_to_do(qtbot, page, people, session):
    for participant in people:
        page.assessment.preparation.remove_participant(participant)
    assert page.who._empty.isVisible()
    with qtbot.waitSignal(session.asked_for) as asked:
        page.who._empty.findChild(type(page._write)).click()
    assert asked.args == ["preparation", "participants"]
    for tab in ENTRY, RESULTS:
        page.tabs.setCurrentIndex(tab)


def test_no_model_is_no_obstacle(page):
    page.assessment.models.remove(MODEL)
    for tab in ENTRY, RESULTS, WHO:
        page.tabs.setCurrentIndex(tab)
    assert page.model == ""


def test_forms_go_out_and_come_in(qtbot, page, dialogs, tmp_path, people, questions):
    page.assessment.questionnaires.answer(MODEL, people[2], questions[0], "seldom")
    dialogs.files = [tmp_path / "out"]
    with qtbot.waitSignal(page.working.busy, check_params_cb=lambda busy: not busy):
        page._write.click()
    written = sorted((tmp_path / "out").glob("*.xlsx"))
    assert len(written) == 3
    assert not page.working.isVisible()
    today = page.session.today()
    assert [row.progress.sending.sent for row in page.who.table.source.rows] == [today] * 3
    page.written.open.click()
    assert dialogs.shown == [tmp_path / "out"]
    fill(written[0], {"SCM-Q1": "Almost always"})
    (tmp_path / "letter.xlsx").write_bytes(b"no workbook")
    dialogs.files = [*written, tmp_path / "letter.xlsx"]
    with qtbot.waitSignal(page.working.busy, check_params_cb=lambda busy: not busy):
        page._import.click()
    lines = page.who.imported.table.source.rows
    assert [line.path.name for line in lines] == ["letter.xlsx", *(path.name for path in written)]
    assert page.assessment.questionnaires.progress(MODEL)[0].form
    for key in (Qt.Key.Key_A, Qt.Key.Key_C):
        qtbot.keyClick(page.who.imported.table, key, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text().splitlines()
    assert len(copied) == 5
    assert copied[1].startswith("letter.xlsx\tRefused\t")


def test_a_dropped_folder_is_imported(qtbot, page, tmp_path, people):
    first, *_others = write_forms(page.assessment, tmp_path / "forms", MODEL)
    (tmp_path / "forms" / "later").mkdir()
    opened = Filled(first)
    opened.answer("SCM-Q1", "Almost always").sheet["H9"] = "See the plan."
    opened.save(tmp_path / "forms" / "later" / first.name)
    first.unlink()
    (tmp_path / "forms" / "photo.jpg").write_bytes(b"x")
    (tmp_path / "forms" / "scan.pdf").write_bytes(b"%PDF-1.7")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "forms"))])
    event = QDropEvent(
        QPointF(QPoint(50, 50)),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(page.working.busy, check_params_cb=lambda busy: not busy):
        page.dropEvent(event)
    assert len(page.who.imported.table.source.rows) == 4
    assert "1 file that cannot be a form was passed over" in page.who.imported.heading.text()
    page.who.imported.table.copy()
    told = QGuiApplication.clipboard().text()
    assert "scan.pdf\tRefused\t" in told
    assert "“See the plan.” belongs to no question" in told


def test_changed_minds_and_missing_files(qtbot, page, dialogs, session, monkeypatch):
    dialogs.files = []
    page.import_forms()
    assert not page.working.is_busy
    monkeypatch.setattr(dialogs, "folder", lambda title: None)
    page.write_forms()
    assert not page.working.is_busy
    with qtbot.waitSignal(page.working.busy, check_params_cb=lambda busy: not busy):
        page.import_paths([Path("nowhere.xlsx")])
    assert "nowhere.xlsx" in page.who.imported.table.source.index(0, 0).data()


def test_results_by_area_and_question(qtbot, page, people):
    answer_all(page, [*people, *more_people(page, 3)], ["almost_always", "rarely"])
    page.assessment.questionnaires.comment(MODEL, people[0], "SCM-Q1", "Only on paper")
    page.reveal("SCM-Q1")
    assert page.tabs.currentIndex() == RESULTS
    row = page.results.questions.current_row()
    assert row.question.id == "SCM-Q1"
    assert row.result.answers.agreement is Agreement.SPLIT
    assert "two camps" in page.results.questions.currentIndex().data()
    detail = page.results.detail
    assert "answered by 6 of 6 asked" in detail._reasons.text()
    assert "Only on paper" in detail._comments.text()
    page.results.areas.setFocus()
    page.reveal("SDP")
    assert page.results.areas.current_row().area.id == "SDP"
    assert {row.area.id for row in page.results.questions.source.rows} == {"SDP"}


def test_disagreement_comes_to_the_top(page, people):
    everybody = [*people, *more_people(page, 3)]
    answer_all(page, everybody, ["seldom"])
    for number, participant in enumerate(everybody):
        choice = "rarely" if number % 2 else "almost_always"
        page.assessment.questionnaires.answer(MODEL, participant, "STO-Q2", choice)
    page.tabs.setCurrentIndex(RESULTS)
    page.results.everywhere.click()
    page.results.disagreement.click()
    table = page.results.questions
    number = page.assessment.models.numbers(MODEL)["STO-Q2"]
    assert table.proxy.index(0, 0).data().startswith(f"No. {number} · ")
    page.results.disagreement.click()
    assert table.proxy.index(0, 0).data().startswith("No. 1 · ")


def test_several_models_give_a_choice(page, people):
    assert not page.models.isVisible()
    page.assessment.models.add(tiny_pack())
    assert page.models.isVisible()
    page.models.setCurrentIndex(1)
    page.models.activated.emit(1)
    page.enter(people[0])
    assert page.model == "tiny"
    assert page.entry.table.source.rows[0].question.id == "PLN-Q1"
    page.reveal("SCM-Q1")
    assert page.model == MODEL


def test_reveal_a_participant(page, people):
    page.reveal(people[2])
    assert page.tabs.currentIndex() == ENTRY
    assert page.entry.participants.value() == people[2]


def test_the_models_of_the_tables_keep_qts_rules(qtmodeltester, page, people):
    answer_all(page, people, ["seldom"])
    page.enter(people[0])
    page.tabs.setCurrentIndex(RESULTS)
    for table in page.who.table, page.entry.table, page.results.areas, page.results.questions:
        qtmodeltester.check(table.source)


def test_the_shipped_model_is_what_the_tests_think():
    assert {"SCM-Q1", "STO-Q2"} <= find(MODEL).question_by_id.keys()


STREAMS = "service-provisioning"


def show_model(page, model):
    page.assessment.models.add(find(model))
    page.refresh()
    page.models.show_value(model)
    page.models.chosen.emit(model)


def test_the_keys_of_levels_are_the_levels(qtbot, page, people):
    show_model(page, STREAMS)
    page.enter(people[0])
    stream = find(STREAMS).streams[0]
    texts = [button.accessibleName() for button in page.entry.card._group.buttons()[:5]]
    assert texts == [f"Level {cell.level}: {cell.text}" for cell in stream.cells]
    assert "1 is level 1, 5 is level 5" in page.entry.pane.keys.text()

    for key in "2", "k":
        qtbot.keyClicks(page.entry.table, key)
    answers = page.assessment.questionnaires.answers(STREAMS, people[0])
    assert {key: answer.choice for key, answer in answers.items()} == {"CTP-Q1": "level_2", "COM-Q1": "dont_know"}
    page.entry.table.selectRow(0)
    checked = [button.isChecked() for button in page.entry.card._group.buttons()]
    assert checked.index(True) == 1
    assert checked.count(True) == 1


def test_statements_are_answered_as_met_partly_or_not(qtbot, page, people):
    show_model(page, "tool-ladder")
    page.enter(people[0])
    first = page.entry.table.source.rows[0]
    assert (first.section.place, first.section.level) == (find("tool-ladder").tracks[0].id, 1)
    for key in "1", "2", "3":
        qtbot.keyClicks(page.entry.table, key)
    answers = page.assessment.questionnaires.answers("tool-ladder", people[0])
    assert [answer.choice for answer in answers.values()] == ["met", "partly_met", "not_met"]
    page.models.show_value(MODEL)
    page.models.chosen.emit(MODEL)
    assert "1 is level 1" not in page.entry.pane.keys.text()


def test_results_stand_by_level_of_each_track(page, people):
    show_model(page, "tool-ladder")
    tracks = find("tool-ladder").tracks
    for number, participant in enumerate(people):
        for statement in tracks[0].at(1):
            choice = "met" if number else "not_met"
            page.assessment.questionnaires.answer("tool-ladder", participant, statement.id, choice)
    page.tabs.setCurrentIndex(RESULTS)

    rows = page.results.areas.source.rows
    assert [row.area.id for row in rows] == [f"{track.id}-{level}" for track in tracks for level in range(1, 6)]
    assert rows[0].answers.n == len(people) * len(tracks[0].at(1))
    assert all(row.answers.n == 0 for row in rows[1:])
    assert rows[0].answers.asked == len(people) * len(tracks[0].at(1))


def test_results_of_streams_tell_the_mean_of_levels(page, people):
    show_model(page, STREAMS)
    for level, participant in enumerate(people, start=1):
        page.assessment.questionnaires.answer(STREAMS, participant, "CTP-Q1", f"level_{level}")
    page.tabs.setCurrentIndex(RESULTS)

    assert [row.mean for row in page.results.areas.source.rows][:2] == [f"{(1 + len(people)) / 2:.2f}", "–"]


@pytest.mark.parametrize(
    ("target", "model", "section", "question"),
    [
        ("CTP-Q1", STREAMS, "CTP", "CTP-Q1"),
        ("service-desk/TOL-2-2", "service-desk", "tool-2", "TOL-2-2"),
        ("tool-ladder/TOL-2-2", "tool-ladder", "tool-2", "TOL-2-2"),
        ("tool-ladder/tool", "tool-ladder", "tool-1", None),
        ("SCM", MODEL, "SCM", None),
    ],
)
def test_reveal_questions_and_places_of_every_scheme(page, people, target, model, section, question):
    for other in (STREAMS, "service-desk", "tool-ladder"):
        page.assessment.models.add(find(other))
    page.reveal(target)
    assert page.model == model
    assert page.results.areas.current_row().area.id == section
    if question:
        assert page.results.questions.current_row().question.id == question


def test_groups_stand_beside_each_other_with_a_caution_where_few_answered(page, people):
    assessment, question = page.assessment, page.assessment.models.asked(MODEL)[0].questions[0]
    best, worst = question.scale.answers[0].id, question.scale.answers[-1].id
    assessment.preparation.set_details(threshold=3)
    everybody = [*people, *(assessment.preparation.add_participant() for _each in range(4))]
    for number, person in enumerate(everybody[:-1]):
        assessment.preparation.set_participant(person, group=("Desk", "desk ", "")[number % 3])
        assessment.questionnaires.answer(MODEL, person, question.id, best if number % 3 < 2 else worst)
    tallies = assessment.questionnaires.by_group(MODEL)
    assert [tally.group.casefold() for tally in tallies] == ["desk", ""]
    assert sum(tally.people for tally in tallies) == len(everybody)
    page.refresh()
    page.tabs.setCurrentIndex(RESULTS)
    page.results.reveal(question.id)
    assert page.results.detail._groups.text().startswith("Not shown, since too few answered to stay unknown: Desk (")
    assessment.questionnaires.answer(MODEL, everybody[-1], question.id, worst)
    page.tabs.setCurrentIndex(RESULTS)
    page.refresh()
    page.results.reveal(question.id)
    told = page.results.detail._groups.text()
    assert "No group: 5.0 %" in told
    assert "Desk and No group see this differently." in told
    assert "a question to ask, not as a result" in told
    page.tabs.setCurrentIndex(WHO)
    assert "No group: " in page.who.replies.text()
