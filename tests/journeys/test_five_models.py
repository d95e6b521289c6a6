"""All five models in one assessment, by keyboard: from answers to an action, what stops a track, and a what-if."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QTableView

from desktop.model.assessment import Assessment
from desktop.model.maturity import Scheme
from desktop.model.maturity.questionnaire import level_choice
from desktop.model.maturity.shelf import find, shipped
from desktop.model.scoring.vocabulary import Fulfilment
from desktop.ui.window import MainWindow
from tests.gui import Keyboard

STREAMS, DESK = "service-provisioning", "service-desk"
STREAM, QUESTION, STOPS = "INC", "INC-Q1", "TOL-3-1"


@pytest.fixture
def assessment(closed_session, tmp_path: Path) -> Assessment:
    """All five models; five people have said where a stream stands; the tool track lacks one statement of level 3."""
    packs = [find(summary.id) for summary in shipped()]
    made = Assessment.create(tmp_path / "five.maturity", packs, author="Assessor A", organisation="Northern services")
    for number in (1, 1, 2, 1, 3):
        person = made.preparation.add_participant(role="Practitioner", group="Desk")
        made.questionnaires.answer(STREAMS, person, QUESTION, level_choice(number))
    desk = find(DESK)
    upto = {"process": 4, "tool": 3}
    judged = [id_ for id_, (track, each) in desk.statement_by_id.items() if each.level <= upto[track.id]]
    made.statements.rate(DESK, judged, Fulfilment.MET)
    made.statements.rate(DESK, STOPS, Fulfilment.NOT_MET)
    return made


@pytest.fixture
def opened(window: MainWindow, assessment: Assessment) -> MainWindow:
    window.session.adopt(assessment)
    return window


def model_key(assessment: Assessment, model: str) -> str:
    """The keys of a model on the ratings page."""
    return f"Alt+{[in_use.id for in_use in assessment.models.all()].index(model) + 1}"


def told(window: MainWindow) -> str:
    assert window.page is not None
    return "\n".join(label.text() for label in window.page.findChildren(QLabel) if label.isVisible())


def line(keyboard: Keyboard) -> str:
    """What a screen reader says of the line under the cursor."""
    table = keyboard.focus
    assert isinstance(table, QTableView)
    row = table.currentIndex().row()
    return " ".join(str(table.model().index(row, column).data()) for column in range(table.model().columnCount()))


def test_a_stream_from_level_answers_to_an_action_with_two_measures(
    opened: MainWindow, keyboard: Keyboard, assessment: Assessment
):
    keyboard.press("Ctrl+6", model_key(assessment, STREAMS))
    keyboard.tab_to("Streams and levels")
    keyboard.press(*["Down"] * [stream.id for stream in find(STREAMS).streams].index(STREAM), "Home")
    assert "(n = 5)" in told(opened), "what people answered stands beside it"
    keyboard.press("1", "Right", "Right", "T", "I", "5")
    (found,) = [stream for stream in assessment.results.of(STREAMS).streams if stream.id == STREAM]
    assert (found.level, found.chosen, found.target, found.weighted_gap) == (1, True, 3, 10)
    assert found.suggestion is not None
    assert found.suggestion.n == 5

    keyboard.press("Ctrl+8")
    assert keyboard.focus.accessibleName() == "Gaps"
    assert "Incident resolution" in line(keyboard), "the largest gap is the first"
    keyboard.press("Return", "Return")
    (action,) = assessment.actions.all()
    assert (action.model, action.aim) == (STREAMS, f"{STREAM}-2")
    assert find(STREAMS).cell(STREAM, 2).practices[0].text in action.description
    measures = assessment.measures.of(action.id)
    assert {each.measure.metric for each in measures} == {each.id for each in find(STREAMS).cell(STREAM, 2).metrics}
    assert len(measures) == 2
    assert all(each.measure.unit and each.measure.how for each in measures), "ready to be read"

    keyboard.press("Return")
    assert opened.page is not None
    assert opened.page.accessibleName() == "Improvement actions"
    keyboard.press("Ctrl+8", "Ctrl+Z")
    assert not assessment.actions.all()
    assert not assessment.measures.all()


def test_the_statement_that_stops_the_tool_track(opened: MainWindow, keyboard: Keyboard, assessment: Assessment):
    keyboard.press("Ctrl+1")
    keyboard.tab_to("Service desk maturity: Blocks the next level")
    assert "Tool capability is the lowest." in told(opened)
    keyboard.press("Home")
    statement = find(DESK).statement_by_id[STOPS][1]
    assert statement.text in line(keyboard)
    assert "Not met" in line(keyboard)
    keyboard.press("Return")
    assert opened.page is not None
    assert opened.page.accessibleName() == "Ratings"
    assert statement.text in told(opened)
    keyboard.press("1")
    (tool,) = [track for track in assessment.results.of(DESK).tracks if track.id == "tool"]
    assert assessment.statements.ratings(DESK)[STOPS].value is Fulfilment.MET
    assert tool.level == 3, "judged where it was found, it stops nothing any more"


@pytest.mark.parametrize("model", [summary.id for summary in shipped() if summary.scheme is not Scheme.STAGED])
def test_a_what_if_to_the_next_level(qtbot, opened: MainWindow, keyboard: Keyboard, assessment: Assessment, model: str):
    before = assessment.results.of(model).level
    steps = assessment.history.steps(1)[0].number
    opened.show_place("gaps", model)
    keyboard.press("Home", "Alt+W")
    qtbot.waitUntil(lambda: "Nothing is saved" in told(opened))
    keyboard.press("Alt+S")
    qtbot.waitUntil(lambda: f"Level {before.reached} → {before.next}" in told(opened))
    assert f"Level {before.reached} would become level {before.next}." in told(opened)
    assert assessment.history.steps(1)[0].number == steps, "nothing is saved"
    keyboard.press("Alt+A")
    qtbot.waitUntil(lambda: bool(assessment.actions.all()))
    assert assessment.history.steps(1)[0].number == steps + 1, "all in one step"
    assert {action.model for action in assessment.actions.all()} == {model}
    keyboard.press("Ctrl+Z")
    assert not assessment.actions.all()
    keyboard.press("Ctrl+8", "Escape")
    assert keyboard.focus.accessibleName() == "Gaps"
