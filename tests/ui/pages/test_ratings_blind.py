"""Blind ratings in the window: what each sees, and that nothing else can be seen."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QLabel, QLineEdit, QWidget

from desktop.model.assessment import Assessment
from desktop.model.records import BlindStage, MemberRole
from desktop.model.scoring.vocabulary import Characterisation
from desktop.ui.findable import everything
from desktop.ui.pages.history.page import HistoryPage
from desktop.ui.pages.ratings.blind.body import BlindBody
from desktop.ui.pages.ratings.page import RatingsPage
from desktop.ui.window import MainWindow
from tests.builders import tiny_pack
from tests.builders_schemes import tiny_streams
from tests.own_rules import own_rules

ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)


@pytest.fixture
def assessment(closed_session, moulds, tmp_path):
    """Ada, who leads, sits at the keyboard; Bea is in the team; PLN is rated blind."""
    made = moulds.fresh(tmp_path / "a.maturity", [tiny_pack(), tiny_streams()])
    closed_session.adopt(made)
    ada = made.preparation.add_member("Ada", MemberRole.LEAD)
    made.preparation.add_member("Bea")
    closed_session.sit_down(ada)
    made.blind.begin("tiny", ["PLN"], ada)
    return made


@pytest.fixture
def blind(window, closed_session, assessment) -> BlindBody:
    window.show_place("ratings")
    page = window.page
    assert isinstance(page, RatingsPage)
    page.blind.click()
    body = page.bodies[BlindBody]
    assert isinstance(body, BlindBody)
    return body


def member(assessment: Assessment, name: str) -> str:
    return next(each.id for each in assessment.preparation.members() if each.name == name)


def practices(assessment: Assessment) -> list[str]:
    return [thing.part for thing in assessment.blind.things("tiny", "PLN")]


def rated_by_both(assessment: Assessment, first: str = "PI", note: str = "") -> None:
    """Ada finds all largely in place; Bea too, but for the first practice."""
    for name, value in (("Ada", "LI"), ("Bea", first)):
        who = member(assessment, name)
        assessment.blind.rate("tiny", practices(assessment), "LI", who)
        assessment.blind.rate("tiny", practices(assessment)[0], value, who)
        if name == "Bea" and note:
            assessment.blind.note("tiny", practices(assessment)[0], note, who)
        assessment.blind.hand_in("tiny", "PLN", who)


def test_number_keys_rate_for_the_member_at_the_keyboard(blind, assessment, qtbot):
    blind.go_back()
    for key in ("1", "4"):
        qtbot.keyClick(QApplication.focusWidget(), key)
    own = assessment.blind.own("tiny", "PLN", member(assessment, "Ada"))
    assert [own[part, "once"].value for part in practices(assessment)[:2]] == ["FI", "NI"]
    assert not assessment.ratings.practices("tiny"), "the team has said nothing"
    assert blind.alone.current_row().thing.part == practices(assessment)[2]


def test_where_the_team_rates_it_is_told_what_is_rated_blind(window, blind):
    window.page.blind.click()
    told = {text for text in texts(window.page) if text.endswith("· rated blind")}
    assert told == {"Area PLN · Not rated · rated blind", "Key process area: Area PLN · Not rated · rated blind"}


def test_what_is_half_typed_is_by_who_typed_it(blind, assessment, closed_session, qtbot):
    ada, bea = member(assessment, "Ada"), member(assessment, "Bea")
    blind.strip.note.setFocus()
    qtbot.keyClicks(blind.strip.note, "Half a tho")
    closed_session.sit_down(bea)
    key = (practices(assessment)[0], "once")
    assert assessment.blind.own("tiny", "PLN", ada)[key].note == "Half a tho"
    assert not assessment.blind.own("tiny", "PLN", bea)
    assert blind.strip.note.text() == ""


def test_only_the_lead_begins_and_opens_early(blind, assessment, closed_session):
    assert blind.bar.reason.isVisible()
    assert not blind.bar.open.isEnabled(), "it needs a reason"
    closed_session.sit_down(member(assessment, "Bea"))
    assert not blind.bar.reason.isVisible()
    assert not blind.bar.open.isVisible()
    blind.places.select(lambda entry: entry.id == "SUP")
    assert not blind.bar.begin.isVisible()
    closed_session.sit_down(member(assessment, "Ada"))
    assert blind.bar.begin.isVisible()
    blind.bar.all.click()
    assert set(assessment.blind.stages("tiny")) == {"PLN", "SUP", "STD", "DLV"}


def test_opened_early_with_a_reason(blind, assessment):
    ada = member(assessment, "Ada")
    assessment.blind.rate("tiny", practices(assessment)[0], "LI", ada)
    blind.bar.hand.click()
    blind.bar.reason.setText("Bea is ill.")
    blind.bar.reason.textEdited.emit("Bea is ill.")
    blind.bar.open.click()
    assert assessment.blind.stages("tiny")["PLN"] is BlindStage.OPENED
    assert "Bea is ill." in blind.bar.told.text()
    assert "Only Ada has rated." in blind.bar.told.text()


def test_opened_they_see_who_said_what_and_settle(blind, assessment, qtbot):
    rated_by_both(assessment, note="No plan since May.")
    blind.bar.open.click()
    count = len(practices(assessment))
    assert f"Agree on {count - 1} of {count}" in blind.bar.told.text()
    assert [column.heading for column in blind.opened.source.columns] == ["What was rated", "Ada", "Bea", "Team"]
    first = blind.opened.source.index(0, 2)
    assert first.data() == "Partially"
    blind.bar.take.click()
    assert len(assessment.ratings.practices("tiny")) == count - 1
    assert "Bea: No plan since May." in blind.strip.told.text()
    qtbot.keyClick(blind.opened, "2")
    assert practices(assessment)[0] not in assessment.ratings.practices("tiny"), "it waits for the reason"
    qtbot.keyClicks(blind.strip.note, "The plan of June.")
    qtbot.keyClick(blind.strip.note, Qt.Key.Key_Return)
    rating = assessment.ratings.practices("tiny")[practices(assessment)[0]]
    assert (rating.value, rating.reason) == (Characterisation.LARGELY, "The plan of June.")
    assert any("Said otherwise than the team: Bea." in text for text in texts(blind))


def test_streams_by_their_level(window, blind, assessment, qtbot):
    ada = member(assessment, "Ada")
    assessment.blind.begin("tiny-streams", ["DSK"], ada)
    window.page.reveal("tiny-streams/DSK")
    qtbot.keyClick(QApplication.focusWidget(), "3")
    qtbot.keyClick(QApplication.focusWidget(), "1")
    own = assessment.blind.own("tiny-streams", "DSK", ada)
    assert [own[part, "once"].value for part in ("DSK", "DSK-1-P1")] == ["3", "done"]


def test_numbers_of_a_model_with_its_own_rules_are_typed(window, closed_session, tmp_path, qtbot):
    pack = own_rules("numbers-with-targets")
    made = Assessment.create(tmp_path / "own.maturity", [pack], author="Ada")
    closed_session.adopt(made)
    ada = made.preparation.add_member("Ada")
    closed_session.sit_down(ada)
    place = made.blind.places(pack.id)[0]
    made.blind.begin(pack.id, [place], ada)
    window.show_place("ratings")
    window.page.blind.click()
    window.page.reveal(f"{pack.id}/{place}")
    qtbot.keyClicks(QApplication.focusWidget(), "3")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert [rating.value for rating in made.blind.own(pack.id, place, ada).values()] == ["3"]


@pytest.mark.parametrize("opened", [False, True])
def test_nothing_of_what_another_says_can_be_seen_before_it_is_opened(
    window, closed_session, moulds, tmp_path, opened: bool
):
    """Whatever Bea says, all that Ada can see is the same: pages, tips, what a screen reader hears, history, finder."""
    for value in ("FI", "NI"):
        (tmp_path / value).mkdir()
    said = [
        everything_seen(
            window, closed_session, moulds.fresh(tmp_path / value / "a.maturity", [tiny_pack()]), value, opened
        )
        for value in ("FI", "NI")
    ]
    assert (said[0] == said[1]) is not opened
    assert any("Secret" in text for text in said[1]) is opened


def everything_seen(window, session, made: Assessment, value: str, opened: bool) -> list[str]:
    session.settings.author = ""
    session.adopt(made)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # the pages of the file before
    ada = made.preparation.add_member("Ada", MemberRole.LEAD)
    bea = made.preparation.add_member("Bea")
    made.blind.begin("tiny", ["PLN"], ada)
    made.blind.rate("tiny", practices(made), "LI", ada)
    session.sit_down(bea)
    window.show_place("ratings")
    page = window.page
    page.blind.setChecked(True)
    made.blind.rate("tiny", practices(made), value, bea)
    made.blind.note("tiny", practices(made)[0], f"Secret of {value}", bea)
    made.blind.hand_in("tiny", "PLN", bea)
    session.sit_down(ada)
    if opened:
        made.blind.open("tiny", "PLN", ada, "No time.")
    found = seen(window)
    page.blind.setChecked(False)
    page.reveal("PLN-AC-1")
    found += seen(window)
    for place in ("overview", "results", "gaps", "history"):
        window.show_place(place)
        found += seen(window)
    history = window.page
    assert isinstance(history, HistoryPage)
    for number in range(history.table.source.rowCount()):
        history.table.selectRow(number)
        found += texts(history)
    found += [each.words for each in everything(session, window.commands)]
    return [re.sub(r"\d{4}-\d\d-\d\d( \d\d:\d\d)?", "", text) for text in found if "a.maturity" not in text]


def seen(window: MainWindow) -> list[str]:
    """The page in front and the bars around it."""
    parts = (window.page, window.status_line, window.top_bar, window.rail)
    return [text for part in parts if part is not None for text in texts(part)]


def texts(widget: QWidget) -> list[str]:
    """All that a widget shows or tells, hidden parts included."""
    found = [text for each in widget.findChildren(QWidget) for text in (each.toolTip(), each.accessibleDescription())]
    found += [label.text() for label in widget.findChildren(QLabel)]
    found += [field.text() for field in widget.findChildren(QLineEdit)]
    found += [f"{each.text()} {each.isChecked()}" for each in widget.findChildren(QAbstractButton)]
    for view in widget.findChildren(QAbstractItemView):
        model = view.model()
        if model is not None:
            for row in range(model.rowCount()):
                indexes = [model.index(row, column) for column in range(model.columnCount())]
                found += [str(index.data(role)) for index in indexes for role in ROLES]
    return [text for text in found if text]


def test_what_can_be_done_stands_at_the_top_where_nothing_is_rated_yet(blind, window, assessment):
    window.resize(1280, 800)
    blind.reveal("tiny", next(each for each in assessment.blind.places("tiny") if each != "PLN"))
    QApplication.processEvents()
    bar = blind.bar
    assert not blind.alone.isVisible()
    assert bar.heading.height() < 40, "nothing is spread over the height"
    assert bar.told.y() < 60


def test_without_a_team_it_is_told_what_is_missing(blind, window, assessment):
    for each in assessment.preparation.members():
        assessment.preparation.remove_member(each.id)
    told = [label.text() for label in blind.findChildren(QLabel) if label.isVisible()]
    assert any("needs a team" in text for text in told)
    buttons = [each.text() for each in blind.findChildren(QAbstractButton) if each.isVisible()]
    assert "Who is at the keyboard?" not in buttons


def test_it_is_said_that_what_was_rated_as_such_stays(blind, assessment):
    first = practices(assessment)[0]
    assessment.blind.rate("tiny", first, "LI", member(assessment, "Ada"))
    assert "as such" not in blind.bar.told.text()
    assessment.parts.add_instance("tiny", "instances", "Mail")
    assert "as such" in blind.bar.told.text()
    assert [row.code for row in blind.alone.source.rows][:2] == ["CO-1, as such", "CO-1, Mail"]
    assert blind.alone.source.rows[0].value == "LI"
