"""Rating models with rules of their own by keyboard, judged by what the assessment says."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from desktop.model.assessment import Assessment
from desktop.model.scoring.vocabulary import EvidenceKind
from desktop.ui.pages.gaps.page import WHAT_IF, GapsPage
from desktop.ui.pages.ratings.page import RatingsPage
from desktop.ui.pages.ratings.parts.body import PartsBody
from tests.own_rules import own_rules, say

DOWN, LEFT, RIGHT, ENTER, ESC, F2, DELETE = (
    Qt.Key.Key_Down,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Return,
    Qt.Key.Key_Escape,
    Qt.Key.Key_F2,
    Qt.Key.Key_Delete,
)
TIERS, NUMBERS, PROJECTS = "bridge-tiers", "garden-profile", "biscuit-appraisal"


@pytest.fixture
def assessment(closed_session, tmp_path):
    packs = [own_rules(name) for name in ("minimum-tiers", "numbers-with-targets", "team-decides")]
    made = Assessment.create(tmp_path / "a.maturity", packs, author="Tester")
    closed_session.adopt(made)
    return made


@pytest.fixture
def page(closed_session, assessment, qtbot):
    page = RatingsPage(closed_session)
    qtbot.addWidget(page)
    page.resize(1084, 690)
    page.show()
    page.show_now()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def body(page: RatingsPage) -> PartsBody:
    found = page.bodies[PartsBody]
    assert isinstance(found, PartsBody)
    return found


def press(qtbot, *keys: str | Qt.Key) -> None:
    for key in keys:
        widget = QApplication.focusWidget()
        assert isinstance(widget, QWidget)
        qtbot.keyClick(widget, key)


def answers(assessment: Assessment, model: str) -> dict[str, str | None]:
    return {part: next(iter(found.values())).answer for part, found in assessment.parts.all(model).items()}


def stands(assessment: Assessment, model: str, part: str):
    return next(each.result for each in assessment.results.of(model).parts if each.id == part)


def test_number_keys_answer_and_go_on_and_the_whole_follows(page, assessment, qtbot):
    page.reveal(f"{TIERS}/PROCESS")
    press(qtbot, "3", "4", "2", "6")
    assert answers(assessment, TIERS) == {
        "PROCESS": "repeatable",
        "PROGRAMME": "adaptive",
        "OTHERS": "risk_informed",
        "PLAN": "dont_know",
    }
    assert body(page).standing.text().startswith("Bridge tiers: risk informed (2); average: 3")
    press(qtbot, "0", ENTER)
    assert answers(assessment, TIERS)["PLAN"] is None
    press(qtbot, *"Seen", ENTER)
    assert assessment.parts.get(TIERS, "PLAN").note == "Seen"
    press(qtbot, "8", "9", "x")
    assert answers(assessment, TIERS)["PLAN"] is None
    assessment.history.undo()
    assert assessment.parts.get(TIERS, "PLAN").note == ""


def test_a_number_is_typed_where_the_scale_is_one_and_a_wrong_one_is_refused(page, assessment, qtbot):
    page.reveal(f"{NUMBERS}/GV.OC-01")
    press(qtbot, "4", ENTER, "7", ".", "5", ENTER)
    assert answers(assessment, NUMBERS) == {"GV.OC-01": "4", "GV.OC-02": "7.5"}
    assert body(page).strip.code.text() == "PR.AA-01"
    press(qtbot, "9", "9", ENTER)
    assert answers(assessment, NUMBERS) == {"GV.OC-01": "4", "GV.OC-02": "7.5"}
    assert float(stands(assessment, NUMBERS, "GV").value) == 5.75


def test_projects_are_added_and_answered_one_after_the_other(page, assessment, qtbot):
    page.reveal(f"{PROJECTS}/SP1.1")
    press(qtbot, "4")
    assert answers(assessment, PROJECTS) == {}
    for name in ("North", "South"):
        body(page).strip.instances.field.setFocus()
        press(qtbot, *name, ENTER)
    body(page).tree.setFocus()
    north, south = (each.id for each in assessment.parts.instances(PROJECTS))
    press(qtbot, LEFT, "4", "2")
    assert {id_: found.answer for id_, found in assessment.parts.all(PROJECTS)["SP1.1"].items()} == {
        north: "FI",
        south: "PI",
    }
    assert body(page).strip.code.text() == "SP1.2"
    page.reveal(f"{PROJECTS}/SP1.1")
    for session in ("Plan", "Record"):
        body(page).why.evidence.added.emit(EvidenceKind.DOCUMENT, session, ("SP1.1",))
    assert stands(assessment, PROJECTS, "SP1.1").blank == "team_decides"
    body(page).strip.word.chosen.emit("LI")
    assert stands(assessment, PROJECTS, "SP1.1").grade == "LI"


def test_projects_are_renamed_and_removed_at_their_chips(page, assessment, qtbot, dialogs):
    north = assessment.parts.add_instance(PROJECTS, "projects", "North")
    south = assessment.parts.add_instance(PROJECTS, "projects", "South")
    page.reveal(f"{PROJECTS}/SP1.1")
    press(qtbot, "4", "2")
    dialogs.texts = ["Northern", "south"]
    chips = body(page).strip.instances.buttons
    qtbot.waitUntil(chips[north].isVisible)
    for _try in range(2):
        chips[north].setFocus()
        press(qtbot, F2)
        assert [each.name for each in assessment.parts.instances(PROJECTS)] == ["Northern", "South"]
    chips[south].setFocus()
    press(qtbot, DELETE)
    assert [each.name for each in assessment.parts.instances(PROJECTS)] == ["Northern"]
    assert list(body(page).strip.instances.buttons) == [north]
    assert QApplication.focusWidget() is body(page).tree
    assessment.history.undo()
    assert [each.name for each in assessment.parts.instances(PROJECTS)] == ["Northern", "South"]


def test_targets_and_what_does_not_apply_are_said_in_place(page, assessment, qtbot):
    page.reveal(f"{NUMBERS}/GV")
    body(page).strip.wanted.value.chosen.emit("8")
    body(page).strip.wanted.importances.chosen.emit(4)
    assert (assessment.targets.get(NUMBERS, "GV").value, assessment.targets.get(NUMBERS, "GV").importance) == ("8", 4)
    body(page).strip.applies.declared.emit(True, "Nobody governs.")
    assert stands(assessment, NUMBERS, "GV").blank == "does_not_apply"
    press(qtbot, DOWN)
    assert body(page).strip.code.text() == "GV.OC-01"
    press(qtbot, "t", ESC)
    assert QApplication.focusWidget() is body(page).tree


def test_what_if_shows_the_whole_and_its_main_parts_today_and_if_done(closed_session, assessment, qtbot):
    book = own_rules("numbers-with-targets").rules
    say(assessment, book, book.examples[0])
    page = GapsPage(closed_session)
    qtbot.addWidget(page)
    page.show_now()
    page.reveal(f"{NUMBERS}/GV.OC-01")
    page._views.button(WHAT_IF).click()
    page.what_if.table.ticked.emit("part:GV.OC-01")
    assert page.what_if.compare.note.text() == "5 would become 5.8."
    assert "5 parts are short" in page.what_if.compare._sides[1][1].text()
    page.take([row.row.offer for row in page.what_if.table.source._rows if row.done])
    (action,) = assessment.actions.all()
    assert (action.title, action.aim) == ("Improve: It is known what the garden is for.", "GV.OC-01")
