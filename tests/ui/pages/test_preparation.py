import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop.model.assessment.preparation import NewPerson
from desktop.model.maturity.shelf import find
from desktop.model.records import MemberRole
from desktop.ui.pages.preparation import pasting
from desktop.ui.pages.preparation.page import PreparationPage
from desktop.ui.pages.preparation.pasting import PersonField
from tests.gui import put_in_front

MODEL = "it-service-cmm"
ORGANISATION, TEAM, PARTICIPANTS, SCOPE = range(4)


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
    qtbot.keyClick(page.team.table, Qt.Key.Key_Delete)
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
    qtbot.keyClick(table, Qt.Key.Key_Delete)
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
        ("Ada\t\tLead of a; b\tDesk\textra", [NewPerson("Ada", "", "Lead of a; b", "Desk")]),
        ("\n \t \n;;\n", []),
    ],
)
def test_lines_of_participants(text, read):
    assert pasting.people(text) == read


def area_item(page, area):
    card = page.scope.cards[0]
    assert card.areas.reveal(area)
    return card.areas.currentItem()


def test_space_takes_an_area_out_of_scope_and_the_count_follows(qtbot, page):
    page.tabs.setCurrentIndex(SCOPE)
    before = page.scope.total.text()
    area = page.assessment.models.get(MODEL).pack.areas[0]
    area_item(page, area.id)
    qtbot.keyClick(page.scope.cards[0].areas, Qt.Key.Key_Space)
    assert page.assessment.models.out_of_scope(MODEL) == {area.id}
    asked = sum(len(section.questions) for section in page.assessment.models.asked(MODEL))
    assert str(asked) in page.scope.total.text()
    assert page.scope.total.text() != before
    item = area_item(page, area.id)
    item.setText(2, "Bought elsewhere")
    assert page.assessment.ratings.areas(MODEL)[area.id].reason == "Bought elsewhere"


def test_a_level_goes_out_of_scope_as_one_step(qtbot, page):
    page.tabs.setCurrentIndex(SCOPE)
    pack = page.assessment.models.get(MODEL).pack
    tree = page.scope.cards[0].areas
    steps = len(page.assessment.history.steps())
    tree.setCurrentItem(tree.topLevelItem(1))
    qtbot.keyClick(tree, Qt.Key.Key_Space)
    level = pack.areas_at(3)
    assert page.assessment.models.out_of_scope(MODEL) == {area.id for area in level}
    assert len(page.assessment.history.steps()) == steps + 1


def test_scoping_keeps_the_reason_of_an_area_that_does_not_apply(qtbot, page):
    pack = page.assessment.models.get(MODEL).pack
    area = pack.areas[0].id
    page.assessment.ratings.set_not_applicable(MODEL, area, not_applicable=True, reason="No such work")
    page.tabs.setCurrentIndex(SCOPE)
    area_item(page, area)
    for _ in range(2):
        qtbot.keyClick(page.scope.cards[0].areas, Qt.Key.Key_Space)
    rating = page.assessment.ratings.areas(MODEL)[area]
    assert (rating.in_scope, rating.reason) == (True, "No such work")


def test_scale_and_level_of_the_questionnaire(qtbot, page):
    page.tabs.setCurrentIndex(SCOPE)
    card = page.scope.cards[0]
    card.scale.setFocus()
    qtbot.keyClick(card.scale, Qt.Key.Key_Down)
    qtbot.keyClick(card.level, Qt.Key.Key_Up)
    model = page.assessment.models.get(MODEL).model
    assert (model.scale, model.question_level) == ("yes_no_4", 2)


def test_a_scale_with_answers_on_it_stays(qtbot, page):
    participant = preparation(page).participants()[0].id
    question = page.assessment.models.asked(MODEL)[0].questions[0].id
    page.assessment.questionnaires.answer(MODEL, participant, question, "seldom")
    page.tabs.setCurrentIndex(SCOPE)
    card = page.scope.cards[0]
    qtbot.keyClick(card.scale, Qt.Key.Key_Down)
    assert page.assessment.models.get(MODEL).model.scale == "frequency_5"
    assert card.scale.value() == "frequency_5"


def test_a_model_is_removed_and_added_again(qtbot, page):
    page.tabs.setCurrentIndex(SCOPE)
    page.scope.cards[0]._remove.click()
    assert page.assessment.models.all() == []
    assert "Add one" in page.scope.total.text()
    page.scope.fill_menu()
    page.scope.menu.actions()[0].trigger()
    assert [one.id for one in page.assessment.models.all()] == [MODEL]
    assert len(page.scope.cards) == 1


def test_reveal_shows_the_section_with_the_target(page):
    participant = preparation(page).participants()[2].id
    page.reveal(participant)
    assert page.tabs.currentIndex() == PARTICIPANTS
    assert page.participants.table.current_row().participant.id == participant
    page.reveal(page.assessment.models.get(MODEL).pack.areas[4].id)
    assert page.tabs.currentIndex() == SCOPE
    page.reveal("team")
    assert page.tabs.currentIndex() == TEAM


def test_the_models_of_the_tables_keep_qts_rules(qtmodeltester, page):
    page.tabs.setCurrentIndex(PARTICIPANTS)
    qtmodeltester.check(page.participants.table.source)
    qtmodeltester.check(page.participants.table.proxy)


def test_everything_with_focus_has_a_name(page):
    for number in range(4):
        page.tabs.setCurrentIndex(number)
        for widget in page.findChildren(object):
            if isinstance(widget, QApplication) or not hasattr(widget, "focusPolicy") or not widget.isVisible():
                continue
            named = widget.accessibleName() or getattr(widget, "text", lambda: "")()
            inner = widget.objectName().startswith("qt_") or widget.parent().accessibleName()
            assert widget.focusPolicy() is Qt.FocusPolicy.NoFocus or named or inner, widget


def test_models_of_every_scheme_are_added_to_a_running_assessment_and_scoped(qtbot, page, session):
    page.tabs.setCurrentIndex(SCOPE)
    for model in ("service-provisioning", "tool-ladder"):
        page.scope.fill_menu()
        next(action for action in page.scope.menu.actions() if action.data() == model).trigger()
    cards = {card.model: card for card in page.scope.cards}
    streams, tracks = cards["service-provisioning"], cards["tool-ladder"]

    assert [card.scale.isHidden() for card in (cards[MODEL], streams, tracks)] == [False, True, True]
    assert "9 questions · 9 streams" in streams.heading.text()
    assert "40 questions · 2 tracks" in tracks.heading.text()

    assert streams.areas.reveal("CTP")
    streams.areas.setFocus()
    qtbot.keyClick(streams.areas, Qt.Key.Key_Space)
    assert page.assessment.models.out_of_scope("service-provisioning") == {"CTP"}
    assert "8 questions · 8 streams" in streams.heading.text()
    before = page.scope.total.text()
    tracks.level.setFocus()
    qtbot.keyClick(tracks.level, Qt.Key.Key_Home)
    asked = sum(len(section.questions) for section in page.assessment.models.asked("tool-ladder"))
    assert 0 < asked < 40
    assert f"{asked} questions · 2 tracks" in tracks.heading.text()
    assert page.scope.total.text() != before


def test_a_model_taken_away_loses_nothing_and_says_so(page, session):
    told = []
    session.told_of_step.connect(lambda text, _step: told.append(text))
    page.assessment.models.add(find("service-provisioning"))
    page.assessment.streams.rate_stream("service-provisioning", "CTP", 3)
    page.tabs.setCurrentIndex(SCOPE)
    page.scope.cards[-1]._remove.click()
    assert [card.model for card in page.scope.cards] == [MODEL]
    assert "Nothing is lost" in told[-1]

    page.scope.fill_menu()
    next(action for action in page.scope.menu.actions() if action.data() == "service-provisioning").trigger()
    assert page.assessment.streams.ratings("service-provisioning")["CTP"].level == 3
    assert "in use now" in told[-1]
    page.assessment.history.undo()
    assert [card.model for card in page.scope.cards] == [MODEL]


def test_reveal_finds_places_that_several_models_have(page):
    for model in ("service-desk", "tool-ladder"):
        page.assessment.models.add(find(model))
    page.reveal("tool-ladder/tool")
    assert page.tabs.currentIndex() == SCOPE
    current = {card.model: card.areas.currentItem() for card in page.scope.cards}
    assert current["tool-ladder"].text(0) == "Tool coverage"


def paste_people(qtbot, page, text: str) -> None:
    page.tabs.setCurrentIndex(PARTICIPANTS)
    QGuiApplication.clipboard().setText(text)
    qtbot.keyClick(page.participants.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_what_has_no_place_is_shown_before_anybody_is_added(qtbot, page):
    paste_people(qtbot, page, "Name\tPhone\tTeam\nAda Lo\t123\tDesk\nBen Vo\t456\tDesk")
    preview = page.participants.preview
    assert preview.isVisible()
    assert len(preparation(page).people()) == 3, "nobody yet"
    assert "“123”" in preview.left_over.text()
    preview.choices[1].chosen.emit(PersonField.NOTHING)
    qtbot.keyClick(preview.add, Qt.Key.Key_Space)
    assert [(one.identity.name, one.participant.group) for one in preparation(page).people()[3:]] == [
        ("Ada Lo", "Desk"),
        ("Ben Vo", "Desk"),
    ]
    assert not preview.isVisible()


def test_a_column_of_the_preview_can_be_taken_for_another(qtbot, page):
    paste_people(qtbot, page, "ada@example.org\tAda Lo\tDesk\tLead\nben@example.org\tBen Vo\tDesk\tClerk")
    preview = page.participants.preview
    assert preview.isVisible(), "the order is not the usual one"
    qtbot.keyClick(preview.cancel, Qt.Key.Key_Space)
    assert len(preparation(page).people()) == 3
    paste_people(qtbot, page, "ada@example.org\tAda Lo\tDesk\tLead\nben@example.org\tBen Vo\tDesk\tClerk")
    qtbot.keyClick(preview.table, Qt.Key.Key_Return)
    assert [(one.participant.role, one.participant.group) for one in preparation(page).people()[3:]] == [
        ("Lead", "Desk"),
        ("Clerk", "Desk"),
    ]


def test_the_team_is_sorted_as_people_sort(page):
    for name in ("Zeta", "Ärzte", "Zoë 10", "Zoë 2"):
        preparation(page).add_member(name)
    page.team.refresh()
    shown = [member.name for member in page.team.table.source.rows if not member.name.startswith("Assessor")]
    assert shown == ["Ärzte", "Zeta", "Zoë 2", "Zoë 10"]
