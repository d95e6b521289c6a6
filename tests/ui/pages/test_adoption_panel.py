"""A newer version of a model, looked at and adopted by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop.model.assessment import Assessment
from desktop.model.scoring.vocabulary import Characterisation
from desktop.ui.pages.preparation.page import PreparationPage
from desktop.ui.places import ADOPT
from tests.gui import put_in_front
from tests.newer_versions import KEY_CARE_2, staged_1, staged_2
from tests.own_rules import own_rules, say

PART, SAYS, AGAIN = range(3)


@pytest.fixture
def page(qtbot, closed_session, tmp_path):
    pack = own_rules("weighted-mean")
    made = Assessment.create(tmp_path / "own.maturity", [pack], author="Ada")
    say(made, pack.rules, pack.rules.examples[0])
    closed_session.adopt(made)
    page = PreparationPage(closed_session)
    put_in_front(qtbot, page, 1000, 700)
    page.reveal("scope")
    return page


@pytest.fixture
def panel(page, dialogs):
    """The panel on version 2, opened from the card of the model."""
    dialogs.files = [KEY_CARE_2]
    (card,) = page.scope.cards
    card.versions.fill()
    card.versions.offer.actions()[-1].trigger()
    return page.scope.adoption


def rows(panel):
    return [(row.change.change.value, row.ids, row.again) for row in panel.table.source.rows]


def version(page):
    return page.assessment.models.get("key-care").pack.version


def test_it_shows_what_became_of_each_part_and_writes_nothing(page, panel):
    assert panel.isVisible()
    assert not page.scope.cards[0].isVisible()
    assert panel.table.hasFocus()
    assert rows(panel)[0] == ("doubtful", "CAB.3", "1 × part")
    assert rows(panel)[-1] == ("same", "CAB.1", "1 × part")
    assert "Moved: 2" in panel.sums.text()
    assert "1 part is doubtful" in panel.doubts.text()
    assert "To be said again: 2" in panel.sums.text()
    assert version(page) == "1.0"


def test_one_key_settles_enter_adopts_and_undo_takes_it_back(qtbot, page, panel, closed_session):
    qtbot.keyClick(panel.table, Qt.Key.Key_S)
    assert rows(panel)[0][0] == "reworded"
    assert not panel.doubts.isVisible()
    with qtbot.waitSignal(closed_session.told_of_step) as told:
        qtbot.keyClick(panel.table, Qt.Key.Key_Return)
    assert told.args[0] == "Version 2.0 of “Key care model” is in use now. 1 entry has to be made again."
    assert not panel.isVisible()
    qtbot.waitUntil(page.scope.cards[0].versions.hasFocus)
    assert page.assessment.parts.get("key-care", "CAB.3").answer == "advanced"
    page.assessment.history.undo()
    assert version(page) == "1.0"
    assert page.scope.cards[0].version == page.assessment.models.get("key-care").model.digest


def test_what_the_program_takes_for_the_same_can_be_denied_and_said_again(qtbot, panel):
    panel.table.select(lambda row: row.ids == "CAB.2")
    qtbot.keyClick(panel.table, Qt.Key.Key_N)
    assert ("gone", "CAB.2", "1 × part") in rows(panel)
    panel.table.select(lambda row: row.change.before == ("CAB.2",))
    qtbot.keyClick(panel.table, Qt.Key.Key_S)
    assert ("reworded", "CAB.2", "") in rows(panel)


def test_what_is_new_cannot_be_settled(qtbot, panel):
    panel.table.select(lambda row: row.ids == "DOOR.3")
    before = rows(panel)
    qtbot.keyClick(panel.table, Qt.Key.Key_S)
    assert rows(panel) == before


def test_what_was_split_can_go_on_as_a_piece(qtbot, closed_session, tmp_path):
    made = Assessment.create(tmp_path / "staged.maturity", [staged_1()], author="Ada")
    made.ratings.characterise("tiny", "PLN-AC-2", Characterisation.FULLY)
    closed_session.adopt(made)
    page = PreparationPage(closed_session)
    put_in_front(qtbot, page, 1000, 700)
    page.scope.begin_adoption(staged_2())
    panel = page.scope.adoption
    assert panel is not None
    panel.table.select(lambda row: row.ids == "PLN-AC-2 → PLN-AC-2, PLN-AC-5")
    assert panel.table.deeds()[0].text == "It is the same"
    qtbot.keyClick(panel.table, Qt.Key.Key_S)
    assert ("reworded", "PLN-AC-2", "") in rows(panel)
    qtbot.keyClick(panel.table, Qt.Key.Key_Return)
    assert made.ratings.practices("tiny")["PLN-AC-2"].value is Characterisation.FULLY


def test_another_assessment_shows_no_panel(page, panel, closed_session, tmp_path):
    closed_session.adopt(Assessment.create(tmp_path / "other.maturity", [staged_1()], author="Ada"))
    page.refresh()
    assert not panel.isVisible()
    assert not panel.is_open


def test_esc_leaves_it_as_it_is_and_goes_back_to_where_it_was_opened(qtbot, page, panel):
    qtbot.keyClick(panel.table, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert page.scope.cards[0].versions.hasFocus()
    assert version(page) == "1.0"


def test_adding_the_file_of_another_version_leads_here(page, dialogs):
    dialogs.files = [KEY_CARE_2]
    page.scope.fill_menu()
    next(action for action in page.scope.menu.actions() if action.data() == "/file").trigger()
    assert page.scope.adoption.isVisible()
    page.scope.adoption.close_panel()
    page.reveal(f"{ADOPT}{KEY_CARE_2}")
    assert page.scope.adoption.isVisible()


def test_a_version_that_cannot_be_adopted_opens_nothing(qtbot, page, closed_session):
    with qtbot.waitSignal(closed_session.told):
        page.scope.begin_adoption(own_rules("weighted-mean"))
    assert not page.scope.adoption.isVisible()
    assert page.scope.cards[0].isVisible()


def test_where_the_version_comes_into_use_otherwise_the_panel_goes(page, panel):
    page.assessment.adoptions.adopt(panel.preview.after)
    assert not panel.isVisible()
