import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop.model.assessment.preparation import NewPerson
from desktop.model.records import CheckState, DayStyle, DecimalMark, MemberRole, ScopeSort
from desktop.ui.pages.preparation import pasting
from desktop.ui.pages.preparation.page import PreparationPage
from tests.gui import put_in_front

MODEL = "it-service-cmm"
ORGANISATION, TEAM, PARTICIPANTS, SCOPE = range(4)

AREA_NAME = "Service commitment management"


@pytest.fixture
def page(qtbot, session):
    page = PreparationPage(session)
    put_in_front(qtbot, page)
    return page


def preparation(page):
    return page.assessment.preparation


def type_into_cell(qtbot, table, text, column):
    table.setCurrentIndex(table.proxy.index(table.currentIndex().row(), column))
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_F2)
    editor = table.findChild(QLineEdit)
    editor.selectAll()
    qtbot.keyClicks(editor, text)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: table.state() is not table.State.EditingState)


def test_fields_of_the_organisation_write_by_themselves(qtbot, page):
    section = page.organisation
    section.unit.setFocus()
    qtbot.keyClicks(section.unit, "Service desk")
    qtbot.keyClick(section.unit, Qt.Key.Key_Return)
    qtbot.keyClicks(section.purpose, "Know where to start")
    section.purpose.commit()
    details = preparation(page).details()
    assert (details.unit, details.purpose) == ("Service desk", "Know where to start")
    assert "Service desk" in page.subtitle.text()


def test_a_refused_date_falls_back_to_what_the_file_holds(qtbot, page, session):
    section = page.organisation
    preparation(page).set_details(starts=dt.date(2026, 3, 9))
    page.refresh()
    section.ends.setText("2026-03-02")
    with qtbot.waitSignal(session.told):
        section.ends.commit()
    assert preparation(page).details().ends is None
    assert not section.ends.text()


def test_the_threshold_never_goes_below_what_keeps_respondents_hidden(qtbot, page):
    field = page.organisation.threshold
    for _ in range(9):
        qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert preparation(page).details().threshold == 3


def test_a_section_lands_where_one_goes_on(page):
    for person in preparation(page).people():
        preparation(page).remove_participant(person.participant.id)
    lands = {TEAM: page.team.table, PARTICIPANTS: page.participants.add_line}
    for section, wanted in lands.items():
        page.setFocus()
        page.tabs.setCurrentIndex(section)
        assert QApplication.focusWidget() is wanted
    preparation(page).add_participant(name="Person A")
    page.tabs.setCurrentIndex(ORGANISATION)
    page.setFocus()
    page.tabs.setCurrentIndex(PARTICIPANTS)
    assert QApplication.focusWidget() is page.participants.table
    page.setFocus()
    page.tabs.setCurrentIndex(SCOPE)
    assert QApplication.focusWidget() is page.scope.cards[0].areas
    page.tabs.tabBar().setFocus()
    page.tabs.setCurrentIndex(TEAM)
    assert page.tabs.tabBar().hasFocus(), "arrow keys go on along the tabs"


def test_the_team_by_keyboard(qtbot, page):
    page.tabs.setCurrentIndex(TEAM)
    qtbot.keyClicks(page.team.add_line, "Assessor C")
    qtbot.keyClick(page.team.add_line, Qt.Key.Key_Return)
    assert [member.name for member in preparation(page).members()] == ["Assessor A", "Assessor B", "Assessor C"]
    page.team.table.selectRow(0)
    type_into_cell(qtbot, page.team.table, "Assessor Z", 0)
    assert [member.name for member in preparation(page).members()][-1] == "Assessor Z"
    assert page.team.table.current_row().name == "Assessor Z"
    page.team.table.source.setData(page.team.table.source.index(0, 1), "Lead assessor")
    assert preparation(page).members()[0].role is MemberRole.LEAD
    with qtbot.waitSignal(page.session.told_of_step) as told:
        qtbot.keyClick(page.team.table, Qt.Key.Key_Delete)
    assert "Assessor Z" in told.args[0]
    assert [member.name for member in preparation(page).members()] == ["Assessor B", "Assessor C"]


def test_participants_are_edited_in_place(qtbot, page):
    page.tabs.setCurrentIndex(PARTICIPANTS)
    table = page.participants.table
    table.selectRow(1)
    type_into_cell(qtbot, table, "Hosting", 4)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    person = preparation(page).people()[1]
    assert (person.participant.group, person.participant.asked) == ("Hosting", False)
    assert table.current_row().participant.id == person.participant.id


def test_a_removed_participant_leaves_the_cursor_on_the_next(qtbot, page):
    page.tabs.setCurrentIndex(PARTICIPANTS)
    table = page.participants.table
    table.selectRow(1)
    with qtbot.waitSignal(page.session.told_of_step) as told:
        qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert "P-02" in told.args[0]
    assert [one.number for one in preparation(page).participants()] == [1, 3]
    assert table.current_row().participant.number == 3


def test_enter_adds_a_participant(qtbot, page):
    page.tabs.setCurrentIndex(PARTICIPANTS)
    line = page.participants.add_line
    qtbot.keyClicks(line, "Ada; ada@example.org; Manager; Desk")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    person = preparation(page).people()[-1]
    assert (person.participant.number, person.participant.role, person.identity.email) == (
        4,
        "Manager",
        "ada@example.org",
    )
    assert line.text() == ""


@pytest.mark.parametrize("where", ["line", "table"])
def test_a_pasted_table_is_one_step(qtbot, page, where):
    page.tabs.setCurrentIndex(PARTICIPANTS)
    steps = len(page.assessment.history.steps())
    QGuiApplication.clipboard().setText("Ada\tada@example.org\tManager\tDesk\r\n\tben@example.org\n\nCem\n")
    widget = page.participants.add_line if where == "line" else page.participants.table
    qtbot.keyClick(widget, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    people = preparation(page).people()
    assert [(one.participant.number, one.identity.name, one.identity.email) for one in people[3:]] == [
        (4, "Ada", "ada@example.org"),
        (5, "", "ben@example.org"),
        (6, "Cem", ""),
    ]
    assert len(page.assessment.history.steps()) == steps + 1
    page.assessment.history.undo()
    assert len(preparation(page).people()) == 3
    assert page.participants.table.proxy.rowCount() == 3


def test_a_single_pasted_word_stays_to_be_edited(qtbot, page):
    page.tabs.setCurrentIndex(PARTICIPANTS)
    QGuiApplication.clipboard().setText("Ada")
    qtbot.keyClick(page.participants.add_line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert page.participants.add_line.text() == "Ada"
    assert len(preparation(page).people()) == 3


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Ada", [NewPerson("Ada")]),
        ("; ; Manager; Desk", [NewPerson("", "", "Manager", "Desk")]),
        ("Ada\t\tLead of a; b\tDesk\tNet\tMail\textra", [NewPerson("Ada", "", "Lead of a; b", "Desk", "Net", "Mail")]),
        ("\n \t \n;;\n", []),
    ],
)
def test_lines_of_participants(text, read):
    assert pasting.people(text) == read


def area_item(page, area):
    card = page.scope.cards[0]
    card.level.chosen.emit(1)
    assert len(page.assessment.models.numbers("bridge-tiers")) == 4


def test_units_are_named_and_taken_out_of_scope(qtbot, page):
    page.reveal("units")
    units = page.units.units
    qtbot.keyClicks(units.add_line, "Network")
    qtbot.keyClick(units.add_line, Qt.Key.Key_Return)
    units.table.selectRow(0)
    units.table.setFocus()
    qtbot.keyClick(units.table, Qt.Key.Key_Space)
    (item,) = page.assessment.organisation.items(ScopeSort.UNIT)
    assert (item.name, item.in_scope) == ("Network", False)
    qtbot.keyClick(units.table, Qt.Key.Key_Delete)
    assert page.assessment.organisation.items(ScopeSort.UNIT) == []


def test_the_budget_tells_its_sum_and_by_how_much_it_is_over(qtbot, page):
    page.reveal("budget")
    budget = page.budget
    qtbot.keyClicks(budget.currency, "EUR")
    qtbot.keyClick(budget.currency, Qt.Key.Key_Return)
    qtbot.keyClicks(budget.add_line, "Travel; 100; 90.5")
    qtbot.keyClick(budget.add_line, Qt.Key.Key_Return)
    assert budget.sums.text() == "Together: planned 100, spent 90.5 EUR"
    assert not budget.over.isVisible()
    budget.table.selectRow(0)
    type_into_cell(qtbot, budget.table, "100,01", 2)
    assert budget.over.text() == "0.01 EUR over the budget"


def test_participants_belong_to_units_and_are_to_be_interviewed(qtbot, page):
    page.reveal("participants")
    page.resize(1900, 900)
    page.participants.table.selectRow(0)
    type_into_cell(qtbot, page.participants.table, "Network", 5)
    person = page.participants.table.source.rows[0]
    page.participants._set_part("interviewed", person, "yes")
    (unit,) = page.assessment.organisation.items(ScopeSort.UNIT)
    first = preparation(page).participants()[0]
    assert (first.unit, first.interviewed) == (unit.id, True)
    deeds = {deed.text: deed.act for deed in page.participants.table.deeds()}
    deeds["To join a discussion"]()
    deeds["Not to be interviewed"]()
    first = preparation(page).participants()[0]
    assert (first.discusses, first.interviewed) == (True, False)


def test_holes_of_the_sample_are_told(page):
    unit = page.assessment.organisation.add(ScopeSort.UNIT, "Network")
    page.reveal("sampling")
    assert "Nobody from unit Network takes part." in page.sampling.told.text()
    first = preparation(page).participants()[0].id
    preparation(page).set_participant(first, unit=unit, interviewed=True)
    page.refresh()
    assert "Network" not in page.sampling.told.text()
    rows = page.sampling.table.source.rows
    assert {row.name for row in rows} >= {"Network", "Desk", "Manager", AREA_NAME}, (
        "nobody has to know the short names of areas"
    )


@pytest.mark.parametrize(
    ("name", "leads"),
    [("Network", ["preparation", None]), ("Manager", ["preparation", "participants"]), (AREA_NAME, ["schedule", ""])],
)
def test_enter_leads_to_where_a_hole_of_the_sample_is_mended(qtbot, page, session, name, leads):
    unit = page.assessment.organisation.add(ScopeSort.UNIT, "Network")
    page.reveal("sampling")
    page.sampling.table.select(lambda row: row.name == name)
    with qtbot.waitSignal(session.asked_for) as asked:
        qtbot.keyClick(page.sampling.table, Qt.Key.Key_Return)
    assert asked.args == [unit if each is None else each for each in leads]


def test_the_checklist_is_ticked_by_whoever_is_at_the_keyboard(qtbot, page, session):
    session.sit_down(preparation(page).members()[0].id)
    page.reveal("checklist")
    table = page.checklist.table
    table.selectRow(0)
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Space)
    line = page.assessment.checklists.lines()[0]
    assert (line.tick.state, line.tick.day, line.tick.member) == (CheckState.DONE, session.today(), session.member)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert page.assessment.checklists.lines()[0].is_open
    qtbot.keyClick(table, Qt.Key.Key_X)
    assert page.assessment.checklists.lines()[0].tick.state is CheckState.NOT_NEEDED
    qtbot.keyClicks(page.checklist.add_line, "Order lunch")
    qtbot.keyClick(page.checklist.add_line, Qt.Key.Key_Return)
    assert table.current_row().own == "Order lunch"
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert not any(line.own and not line.model for line in page.assessment.checklists.lines())


def test_who_is_removed_leaves_what_was_said_or_takes_it_along(qtbot, page, session):
    assessment, table = page.assessment, page.participants.table
    person = preparation(page).add_participant(name="Person Z", role="lead")
    question = next(iter(assessment.models.numbers(MODEL)))
    assessment.questionnaires.answer(MODEL, person, question, "dont_know")
    page.tabs.setCurrentIndex(PARTICIPANTS)
    page.participants.reveal(person)
    for way in (None, "keep", "take_back"):
        session.dialogs.ways.append(way)
        qtbot.keyClick(table, Qt.Key.Key_Delete)
        assert "1 answer, 0 comments" in session.dialogs.asked[-1]
        there = {each.participant.id: each for each in preparation(page).people()}
        if way is None:
            assert there[person].identity.name == "Person Z"
        elif way == "keep":
            row = table.current_row()
            assert row.participant.id == person
            assert "Person Z" not in [table.proxy.index(table.currentIndex().row(), n).data() for n in range(6)]
            assert assessment.questionnaires.answers(MODEL, person)[question].choice == "dont_know"
        else:
            assert person not in there
            assert assessment.questionnaires.answers(MODEL, person)[question].choice is None
    silent = preparation(page).add_participant()
    page.participants.reveal(silent)
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert silent not in {each.id for each in preparation(page).participants()}


def test_dates_and_numbers_are_written_as_chosen_by_example(qtbot, page):
    card = page.organisation.manner
    assert (card.days.currentText(), card.mark.currentText()) == ("2026-11-29", "1234.5")
    for field in (card.days, card.mark):
        qtbot.keyClick(field, Qt.Key.Key_Down)
    details = preparation(page).details()
    assert (details.day_style, details.decimal_mark) == (DayStyle.WORDS, DecimalMark.COMMA)
    preparation(page).set_details(day_style=DayStyle.SLASHES)
    page.refresh()
    assert card.days.currentText() == "11/29/2026"
