"""The list of forms: names, days, reminders."""

import datetime as dt

import pytest
from openpyxl import load_workbook
from PySide6.QtGui import QGuiApplication

from desktop.exchange.forms.content import gather
from desktop.exchange.forms.intake import read_forms
from desktop.model.assessment.forms import FilledForm
from desktop.ui.delegates import Role
from desktop.ui.pages.questionnaires.asking_rounds import EVERYBODY
from desktop.ui.pages.questionnaires.page import QuestionnairesPage
from tests.gui import put_in_front

MODEL = "it-service-cmm"


@pytest.fixture
def page(qtbot, session):
    preparation = session.assessment.preparation
    for number, person in enumerate(preparation.participants(), start=1):
        preparation.set_participant(person.id, name=f"Person {number}", email=f"p{number}@example.org")
    found = QuestionnairesPage(session)
    put_in_front(qtbot, found)
    return found


@pytest.fixture
def people(page):
    return [one.id for one in page.assessment.preparation.participants()]


def shown(page, column):
    table = page.who.table
    place = [one.heading for one in table.source.columns].index(column)
    return [table.proxy.index(row, place).data() for row in range(table.proxy.rowCount())]


def test_the_team_sees_names(page):
    assert shown(page, "Name") == ["Person 1", "Person 2", "Person 3"]
    assert shown(page, "Back") == ["Not yet"] * 3
    assert not page.who.copy.isEnabled()


def test_a_day_for_all_and_one_for_one(page, people):
    page.who.rounds.closes.setText("2026-03-20")
    page.who.rounds.closes.commit()
    assert shown(page, "Back by") == ["2026-03-20"] * 3
    assert shown(page, "Back") == ["Late"] * 3
    page.who.table.selectRow(1)
    assert "P-02 Person 2" in page.who._whose.text()
    page.who.due.setText("2100-01-01")
    page.who.due.commit()
    assert shown(page, "Back by") == ["2026-03-20", "2100-01-01", "2026-03-20"]
    assert shown(page, "Back") == ["Late", "Not yet", "Late"]
    page.who.due.setText("2026-03-20")
    page.who.due.commit()
    assert page.assessment.questionnaires.progress(MODEL)[1].sending.due is None


def test_without_a_day_those_who_have_a_form_are_reminded(page, people):
    sent, today = dt.date(2026, 3, 2), page.session.today()
    told = []
    page.session.told.connect(lambda text, _tone: told.append(text))
    page.assessment.sending.mark_sent([(MODEL, person) for person in people[:2]], sent)
    page.assessment.preparation.set_participant(people[1], email="")
    assert shown(page, "Back") == ["Not yet"] * 3, "nobody is late whom no day was told"
    page.who.copy.click()
    assert QGuiApplication.clipboard().text() == "Person 1 <p1@example.org>"
    assert "P-02" in told[-1]
    page.who.remind.click()
    reminded = [row.progress.sending.reminded for row in page.who.table.source.rows]
    assert reminded == [today, today, None]
    assert page.who.table.proxy.index(0, 3).data(Role.BENEATH) == f"reminded {today}"
    page.assessment.history.undo()
    assert {row.progress.sending.reminded for row in page.who.table.source.rows} == {None}


def test_files_are_named_for_people_when_the_team_wishes(qtbot, page, dialogs, tmp_path):
    page.who.named.setChecked(True)
    dialogs.files = [tmp_path / "out"]
    with qtbot.waitSignal(page.working.busy, check_params_cb=lambda busy: not busy):
        page._write.click()
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        f"Questionnaire P-0{number} - Person {number}.xlsx" for number in (1, 2, 3)
    ]
    assert not any(content.named for content in gather(page.assessment, MODEL))
    page.assessment.history.undo()
    assert shown(page, "Sent") == [""] * 3


def test_forms_of_an_assessment_that_was_closed_are_noted_nowhere(qtbot, page, dialogs, tmp_path, session):
    copy = tmp_path / "copy.maturity"
    copy.write_bytes(session.assessment.path.read_bytes())
    dialogs.files = [tmp_path / "out"]
    page._write.click()
    session.open(copy)
    qtbot.waitUntil(lambda: not page.working.is_busy, timeout=30_000)
    assert [one.sending.sent for one in session.assessment.questionnaires.progress(MODEL)] == [None] * 3


def test_forms_of_chosen_areas(qtbot, page, dialogs, tmp_path, people):
    page.who.chosen.setChecked(True)
    dialogs.picks = [None]
    page._write.click()
    assert not page.working.is_busy, "no area was chosen, so nothing is written"
    dialogs.picks, dialogs.files = [[f"{MODEL}/SCM"]], [tmp_path / "out"]
    with qtbot.waitSignal(page.working.busy, check_params_cb=lambda busy: not busy):
        page._write.click()
    (section,) = page.assessment.questionnaires.asked_of(MODEL, people[0])
    assert section.place == "SCM"
    assert shown(page, "Answered") == [f"0 of {len(section.questions)}"] * 3
    assert page.who.table.proxy.index(0, 4).data(Role.BENEATH) == "1 area"
    (read, *_others) = read_forms([tmp_path / "out"])
    assert isinstance(read.result, FilledForm)
    assert set(read.result.answers) == {question.id for question in section.questions}


def test_whether_the_questionnaire_is_open(page):
    today, day = page.session.today(), dt.timedelta(1)
    assert not page.who.rounds.state.isVisible()
    for field, on, told in (
        (page.who.rounds.opens, today + day, "Not open yet"),
        (page.who.rounds.opens, today, "Open"),
        (page.who.rounds.closes, today, "Open"),
    ):
        field.setText(str(on))
        field.commit()
        assert page.who.rounds.state.text() == told
    page.assessment.preparation.set_details(opens=None, return_by=today - day)
    assert page.who.rounds.state.text() == "Closed"


def test_the_reminder_list_is_saved_as_a_workbook(page, people, tmp_path):
    assert not page.who.save.isEnabled()
    page.assessment.sending.mark_sent([(MODEL, person) for person in people[:2]], dt.date(2026, 3, 2))
    page.session.dialogs.files = [tmp_path / "list"]
    page.who.save.click()
    rows = [row[:2] for row in load_workbook(tmp_path / "list.xlsx")["Reminders"].iter_rows(values_only=True)]
    assert [row for row in rows if str(row[0]).startswith("P-")] == [("P-01", "Person 1"), ("P-02", "Person 2")]


def test_a_second_round_is_for_those_who_are_chosen(page, people, dialogs):
    rounds = page.who.rounds
    assert rounds.shown.isHidden(), "one round needs no choice"
    dialogs.picks = [people[1:]]
    rounds.begin.click()
    assert rounds.opens.value() == page.session.today()
    assert len(shown(page, "Form")) == 2
    rounds.closes.setText("2100-01-01")
    rounds.closes.commit()
    rounds.name.setText("Practitioners")
    rounds.name.commit()
    assert shown(page, "Back by") == ["2100-01-01", "2100-01-01"]
    assert rounds.shown.currentText() == "Round 2: Practitioners"
    assert page.who.people == {*people[1:]}
    dialogs.picks = [people[:2]]
    rounds.who.click()
    assert page.who.people == {*people[:2]}
    choose(rounds.shown, EVERYBODY)
    assert (len(shown(page, "Form")), page.who.people) == (3, None)
    assert not rounds.opens.isVisibleTo(rounds), "the days are those of one round"
    choose(rounds.shown, rounds._rounds[1].id)
    rounds.remove.click()
    assert (rounds.shown.isHidden(), len(shown(page, "Form"))) == (True, 3)


def choose(choice, value):
    choice.show_value(value)
    choice.chosen.emit(value)
