"""Gaps, suggestions, what if and the road map, driven by keyboard and judged by what the assessment says."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QComboBox, QLineEdit, QWidget

from desktop.model.assessment import Assessment
from desktop.model.maturity import Caution, Direction, Guidance, Link
from desktop.model.records import ActionStatus
from desktop.model.scoring.vocabulary import Characterisation, EvidenceKind, Fulfilment
from desktop.ui.pages.gaps.page import LIST, ROAD, WHAT_IF, GapsPage
from desktop.ui.pages.gaps.rows import missing_text
from desktop.ui.pages.gaps.view import stepped
from desktop.ui.widgets.text import Label
from tests.builders import tiny_pack
from tests.builders_schemes import tiny_criteria, tiny_streams
from tests.gui import called, put_in_front
from tests.own_rules import own_rules, say

STAGED, STREAMS, CRITERIA = "tiny", "tiny-streams", "tiny-criteria"
ENTER, ESC, SPACE, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space, Qt.Key.Key_Down
EVERY = (STAGED, STREAMS, CRITERIA)


@pytest.fixture
def assessment(closed_session, moulds, tmp_path):
    made = moulds.cast("gaps", tmp_path / "a.maturity", three_models, author="Tester")
    closed_session.adopt(made)
    return made


def three_models(path: Path) -> Assessment:
    """An area not satisfied, streams at 1, 2 and 3, a tool track stopped by two statements."""
    link = Link(origin="DSK", model=STAGED, to=("PLN",), why="Both take in what comes.")
    advice = Guidance(
        notes=("Think.",), target=3, warnings=(Caution(level=4, text="Level 4 costs more than it brings."),)
    )
    packs = [tiny_pack(), tiny_streams(crosswalk=[link]), tiny_criteria(guidance=advice)]
    made = Assessment.create(path, packs, author="Tester")
    area = packs[0].area_by_id["PLN"]
    practices = [practice.id for practice in area.practices]
    for kind in (EvidenceKind.DOCUMENT, EvidenceKind.INTERVIEW):
        made.evidence.add(kind, kind.value, model=STAGED, practices=practices)
    made.ratings.characterise_all(STAGED, dict.fromkeys(practices, Characterisation.FULLY))
    made.ratings.characterise(STAGED, "PLN-AC-1", Characterisation.NOT)
    for stream, level in (("DSK", 1), ("REQ", 2), ("REP", 3)):
        made.streams.rate_stream(STREAMS, stream, level)
    every = list(packs[2].statement_by_id)
    made.statements.rate(CRITERIA, every, Fulfilment.MET)
    made.statements.rate(CRITERIA, "TOL-2-1", Fulfilment.NOT_MET)
    made.statements.rate(CRITERIA, "TOL-3-2", Fulfilment.PARTLY_MET)
    return made


@pytest.fixture
def page(closed_session, assessment, qtbot):
    page = GapsPage(closed_session)
    put_in_front(qtbot, page)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.landing.setFocus()
    return page


def press(qtbot, *keys: str | Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(focused(), key)


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def go(page: GapsPage, qtbot, key: Qt.Key, view: int) -> None:
    """What Alt and the letter of a view do."""
    qtbot.keyClick(focused(), key, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: page.stack.currentIndex() == view)


def row_of(page: GapsPage, place: str):
    return next(row for row in page.gaps.table.source.rows if row.gap.place == place)


def texts(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(Label) if label.isVisible())


def stream(assessment: Assessment, stream_id: str):
    return next(found for found in assessment.results.of(STREAMS).streams if found.id == stream_id)


def test_every_place_of_every_model_is_there(page):
    places = {row.key for row in page.gaps.table.source.rows}
    assert {(model, "*") for model in EVERY} <= places
    assert {(STREAMS, "DSK"), (CRITERIA, "tool"), (STAGED, "PLN")} <= places
    assert row_of(page, "PLN").blocking
    assert not row_of(page, "REP").blocking


def test_what_is_missing_is_counted_in_the_words_of_each_model(page):
    told = {row.key: missing_text(row) for row in page.gaps.table.source.rows}
    assert (told[STAGED, "*"], told[STAGED, "PLN"]) == ("2 areas", "1 goal")
    assert (told[STREAMS, "*"], told[STREAMS, "DSK"]) == ("1 stream", "2 practices")
    assert (told[CRITERIA, "*"], told[CRITERIA, "tool"]) == ("1 track", "1 statement")


def test_a_target_by_plus_minus_and_number(page, assessment, qtbot):
    page.reveal(f"{STREAMS}/REQ")
    press(qtbot, "+")
    found = assessment.targets.get(STREAMS, "REQ")
    assert (found.level, found.set_by) == (3, assessment.author)
    press(qtbot, "+", "+", "+")
    assert assessment.targets.get(STREAMS, "REQ").level == 5
    press(qtbot, "-")
    assert assessment.targets.get(STREAMS, "REQ").level == 4
    press(qtbot, "0")
    assert assessment.targets.all(STREAMS) == {}, "and nobody wants anything any more"
    press(qtbot, "4", "i")
    press(qtbot, "5", ENTER)
    assert (stream(assessment, "REQ").gap, stream(assessment, "REQ").weighted_gap) == (2, 10)
    assert page.gaps.table.hasFocus()
    assert page.gaps.current().key == (STREAMS, "REQ"), "the cursor follows the place"
    assert page.gaps.table.proxy.index(0, 0) == page.gaps.table.currentIndex().siblingAtColumn(0), "the largest first"


def test_the_reason_and_who_set_it(page, assessment, qtbot):
    page.reveal(f"{CRITERIA}/tool")
    press(qtbot, "3", "r")
    qtbot.keyClicks(focused(), "Agreed with the sponsor")
    press(qtbot, Qt.Key.Key_Tab)
    assert page.gaps.detail.set_by.hasFocus()
    page.gaps.detail.set_by.selectAll()
    qtbot.keyClicks(focused(), "Sponsor")
    press(qtbot, ENTER)
    found = assessment.targets.get(CRITERIA, "tool")
    assert (found.level, found.reason, found.set_by) == (3, "Agreed with the sponsor", "Sponsor")
    assert page.gaps.table.hasFocus()


def test_what_the_sources_advise_is_told(page, assessment, qtbot):
    page.reveal(f"{CRITERIA}/tool")
    assert "recommends level 3" in page.gaps.detail.advice.text()
    press(qtbot, "4")
    assert "costs more than it brings" in page.gaps.detail.advice.text()


def test_an_area_is_to_be_satisfied(page, assessment, qtbot):
    page.reveal(f"{STAGED}/PLN")
    press(qtbot, "+")
    assert assessment.targets.get(STAGED, "PLN").level == 1
    assert row_of(page, "PLN").gap.gap == 1
    press(qtbot, "-", "-")
    assert assessment.targets.get(STAGED, "PLN").level is None


def test_a_number_that_is_no_level_is_refused(page, closed_session, assessment, qtbot):
    page.reveal(f"{CRITERIA}/tool")
    with qtbot.waitSignal(closed_session.told) as told:
        press(qtbot, "9")
    assert told.args[1] == "bad"
    assert assessment.targets.get(CRITERIA, "tool").level is None


def test_a_target_of_the_whole_model_reaches_its_places(page, assessment, qtbot):
    page.reveal(f"{STREAMS}/*")
    press(qtbot, "3")
    assert row_of(page, "DSK").gap.target == 3
    index = page.gaps.table.source.index([r.key for r in page.gaps.table.source.rows].index((STREAMS, "DSK")), 2)
    assert index.data() == "(3)", "not its own"


def test_a_stream_from_its_gap_to_an_action_with_measures(page, assessment, closed_session, qtbot):
    page.reveal(f"{STREAMS}/DSK")
    press(qtbot, "3")
    told = texts(page.gaps.detail)
    for words in ("Do 2 for DSK at 3.", "What DSK gives at 2.", "percent, higher is better. Count DSK at 2."):
        assert words in told
    press(qtbot, ENTER)
    assert page.gaps.detail.offers.hasFocus()
    with qtbot.waitSignal(closed_session.told_of_step):
        press(qtbot, ENTER)
    (action,) = assessment.actions.all()
    assert (action.title, action.aim) == ("Raise Stream DSK to level 2", "DSK-2")
    (standing,) = assessment.measures.of(action.id)
    assert (standing.measure.name, standing.measure.direction) == ("Share of DSK at 2", Direction.UP)
    assert page.gaps.detail.offers.source.rows[0].state == "taken: A-1"
    assert row_of(page, "DSK").actions == (action,)
    assert page.gaps.detail.offers.hasFocus()
    with qtbot.waitSignal(closed_session.asked_for) as asked:
        press(qtbot, "a")
    assert asked.args == ["actions", action.id], "what is taken is shown, not taken twice"
    assessment.history.undo()
    assert not assessment.actions.all()
    assert not assessment.measures.all()
    assert page.gaps.detail.offers.source.rows[0].state == ""


def test_a_takes_the_first_suggestion_from_the_table(page, assessment, qtbot):
    page.reveal(f"{CRITERIA}/tool")
    press(qtbot, "a")
    (action,) = assessment.actions.all()
    assert action.aim == "TOL-2-1"
    press(qtbot, "a")
    assert len(assessment.actions.all()) == 1, "nothing is left to take"


def test_what_is_missing_is_told_in_full(page, qtbot):
    page.reveal(f"{CRITERIA}/tool")
    press(qtbot, "3")
    told = texts(page.gaps.detail)
    for words in ("• TOL 1 of 2 is so.", "Not met · level 2 · TOL-2-1", "Partly met · level 3 · TOL-3-2"):
        assert words in told
    page.reveal(f"{STAGED}/PLN")
    told = texts(page.gaps.detail)
    assert "• Goal PLN-G1" in told
    assert "PLN-G1: unsatisfied · weak: PLN-AC-1" in told


def test_a_weak_area_borrows_from_a_linked_stream(page, assessment, qtbot):
    page.reveal(f"{STAGED}/PLN")
    press(qtbot, ENTER, DOWN)
    row = page.gaps.detail.offers.current_row()
    assert row.beneath == "From Tiny streams: Stream DSK, level 2. Both take in what comes."
    press(qtbot, ENTER)
    (action,) = assessment.actions.all()
    assert (action.model, action.aim) == (STREAMS, "DSK-2")
    page.reveal(f"{STREAMS}/DSK")
    assert page.gaps.detail.offers.source.rows[0].state == "taken: A-1"


def test_filters_and_the_choice_of_a_model(page, qtbot):
    every = page.gaps.table.proxy.rowCount()
    page.only_blocking.click()
    shown = [row for row in page.gaps.table.source.rows if page.gaps._passes(row)]
    assert {row.key for row in shown} == {(STAGED, "PLN"), (STAGED, "SUP"), (STREAMS, "DSK"), (CRITERIA, "tool")}
    assert page.gaps.table.proxy.rowCount() == len(shown)
    page.only_blocking.click()
    page.only_gaps.click()
    assert page.gaps.table.proxy.rowCount() < every
    page.reveal(f"{CRITERIA}/work")
    assert page.gaps.current().key == (CRITERIA, "work"), "what was asked for is shown whatever the filters say"
    assert not page.only_gaps.isChecked()
    page.reveal(STREAMS)
    assert {page.gaps.table.proxy.index(n, 0).data() for n in range(page.gaps.table.proxy.rowCount())} == {
        "Tiny streams",
        "Stream DSK",
        "Stream REQ",
        "Stream REP",
    }
    assert page.model.value() == STREAMS


def test_what_if_to_the_next_level(page, assessment, closed_session, qtbot):
    steps = len(assessment.history.steps(100))
    page.reveal(f"{STREAMS}/DSK")
    go(page, qtbot, Qt.Key.Key_W, WHAT_IF)
    view = page.what_if
    assert view.model == STREAMS
    assert page.model.value() == STREAMS
    assert "Level 1 → 1" in texts(view.compare)
    page.what_if.smallest.click()
    assert [row.row.offer.proposal.origin for row in view.table.source.rows if row.done] == ["cell:DSK-2"]
    assert "Level 1 → 2" in texts(view.compare)
    assert "Stream DSK level 1, would be 2" in view.compare.radar.accessibleName()
    assert "– Stream REQ" in view.compare._sides[1][1].text(), "what stands before the level after that"
    assert "cell:DSK-3" in [row.row.offer.proposal.origin for row in view.table.source.rows], "and what comes next"
    assert len(assessment.history.steps(100)) == steps, "nothing is saved"
    press(qtbot, ESC)
    assert page.stack.currentIndex() == LIST
    assert page.gaps.table.hasFocus()
    go(page, qtbot, Qt.Key.Key_W, WHAT_IF)
    assert not [row for row in page.what_if.table.source.rows if row.done], "Escape forgets"


def test_what_is_ticked_becomes_actions_in_one_step(page, assessment, closed_session, qtbot):
    page.reveal(f"{STREAMS}/DSK")
    go(page, qtbot, Qt.Key.Key_W, WHAT_IF)
    press(qtbot, SPACE, DOWN, SPACE)
    assert page.what_if.make.text() == "Make 2 &actions"
    steps = len(assessment.history.steps(100))
    qtbot.keyClick(focused(), Qt.Key.Key_A, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: len(assessment.actions.all()) == 2)
    assert {action.aim for action in assessment.actions.all()} == {"DSK-2", "REQ-3"}
    assert len(assessment.measures.all()) == 2
    assert len(assessment.history.steps(100)) == steps + 1
    assert not page.what_if.make.isEnabled(), "all of them are taken"
    assessment.history.undo()
    assert not assessment.actions.all()
    assert page.what_if.make.isEnabled()


@pytest.mark.parametrize("model", EVERY)
def test_every_scheme_can_be_played_through(page, model, qtbot):
    page.reveal(f"{model}/*")
    go(page, qtbot, Qt.Key.Key_W, WHAT_IF)
    page.what_if.smallest.click()
    assert "Level 1 → 2" in texts(page.what_if.compare)
    press(qtbot, *[key for _row in page.what_if.table.source.rows for key in (SPACE, DOWN)])
    assert texts(page.what_if.compare)


def test_tracks_climb_their_staircases(page, qtbot):
    page.reveal(f"{CRITERIA}/tool")
    go(page, qtbot, Qt.Key.Key_W, WHAT_IF)
    page.what_if.tick_smallest()
    told = [stairs.accessibleName() for _label, stairs in page.what_if.compare._stairs]
    assert "2 Level 2: would be reached" in told[1]
    assert [label.text() for label, _stairs in page.what_if.compare._stairs] == [
        "Track work: level 4",
        "Track tool: level 1 → 2",
    ]


def test_the_road_map_stage_by_stage(page, assessment, closed_session, qtbot):
    page.reveal(f"{CRITERIA}/tool")
    go(page, qtbot, Qt.Key.Key_R, ROAD)
    only(page, CRITERIA)
    assert [row[0].strip() for row in told(page)] == [
        "Level 2 “Level 2”: 1 statement to meet",
        "TOL 1 of 2 is so.",
        "Level 3 “Level 3”: 1 statement to meet",
        "TOL 2 of 3 is so.",
    ]
    assert page.road.table.hasFocus()
    press(qtbot, DOWN, DOWN, ENTER)
    (action,) = assessment.actions.all()
    assert action.aim == "TOL-3-2"
    assert [row.taken for row in page.road.table.source.rows][2:] == ["1 of 1 taken", "", "taken: A-1"]
    with qtbot.waitSignal(closed_session.asked_for) as asked:
        press(qtbot, "a")
    assert asked.args == ["actions", action.id]
    press(qtbot, ESC)
    assert page.gaps.table.hasFocus()


def only(page: GapsPage, model: str) -> None:
    """Show one model alone."""
    page.road.model = model
    page.refresh()


def told(page: GapsPage) -> list[tuple[str, ...]]:
    table = page.road.table.source
    return [tuple(column.text(row) for column in table.columns) for row in table.rows]


def test_the_road_map_shows_the_actions_of_each_level_and_which_have_none(page, assessment, closed_session, qtbot):
    late = dt.date(2020, 5, 1)
    action = assessment.actions.add("Write the plan", model=STAGED, aim="STD", owner="Planner", due=late)
    dropped = assessment.actions.add("Dropped", model=STAGED, aim="PLN")
    assessment.actions.change(dropped, status=ActionStatus.DROPPED, dropped_because="Too dear")
    go(page, qtbot, Qt.Key.Key_R, ROAD)
    only(page, STAGED)
    assert told(page) == [
        ("Level 2 “Level 2”: 0 of 2 satisfied", "No action yet", "", "", ""),
        ("    Area PLN", "Unsatisfied", "", "", ""),
        ("    Area SUP", "Not rated", "", "", ""),
        ("Level 3 “Level 3”: not rated", "1 action", "", "", ""),
        ("    A-1 · Write the plan", "Proposed, overdue", "Planner", "2020-05-01", ""),
        ("    Area STD", "Not rated", "", "", ""),
        ("    Area DLV", "Not rated", "", "", ""),
    ]
    press(qtbot, DOWN, DOWN, DOWN, DOWN)
    with qtbot.waitSignal(closed_session.asked_for) as asked:
        press(qtbot, ENTER)
    assert asked.args == ["actions", action]
    press(qtbot, ESC)
    assert page.gaps.table.hasFocus()


def test_an_action_for_a_stream_stands_at_its_cell(page, assessment, qtbot):
    assessment.actions.add("Go on", model=STREAMS, aim="DSK-4")
    go(page, qtbot, Qt.Key.Key_R, ROAD)
    only(page, STREAMS)
    rows = told(page)
    place = next(number for number, row in enumerate(rows) if "Go on" in row[0])
    assert rows[place - 1][0].startswith("Level 4")
    levels = [row[1] for row in rows if row[0].startswith("Level")]
    assert levels == ["No action yet", "No action yet", "1 action", "–"], "no stream is to reach the highest yet"


@pytest.mark.parametrize(
    ("name", "rows", "aim"),
    [
        (
            "minimum-tiers",
            [
                ("From risk informed (2) to repeatable: 1 part", "Bridge tiers"),
                ("    Others upstream", "risk informed (2)"),
            ],
            "OTHERS",
        ),
        (
            "cumulative-indicators",
            [
                ("From 2 to 3: 1 part", "Larder watch model"),
                ("    What there is", "2"),
                ("From 2 to 3: 1 part", "What there is · Larder watch model"),
                ("    Know the shelves", "2"),
                ("From 2 to 3: 1 part", "Know the shelves · Larder watch model"),
                ("    The list is right at any time.", "PI"),
            ],
            "ASSET-1d",
        ),
    ],
)
def test_a_model_with_rules_of_its_own_has_a_road_map(page, assessment, qtbot, name, rows, aim):
    pack = own_rules(name)
    assessment.models.add(pack)
    say(assessment, pack.rules, pack.rules.examples[0])
    go(page, qtbot, Qt.Key.Key_R, ROAD)
    only(page, pack.id)
    source = page.road.table.source
    step, state = source.columns[:2]
    shown = [(step.text(row), step.beneath(row) if row.told.is_step else state.text(row)) for row in source.rows]
    assert shown == rows
    press(qtbot, *[DOWN] * (len(rows) - 1), "a")
    (action,) = assessment.actions.all()
    assert action.aim == aim
    assert (told(page)[-2][0].split()[0], told(page)[-1][-1]) == ("A-1", "taken: A-1"), "beside what asks for it"


def test_without_models_there_is_no_road_map(page, assessment, qtbot):
    assessment.models.remove(CRITERIA)
    for model in (STAGED, STREAMS):
        assessment.models.remove(model)
    assert page.empty.isVisible()


@pytest.mark.parametrize(
    ("target", "level", "step", "wanted"),
    [
        (None, 2, 1, 3),
        (None, 5, 1, 5),
        (None, 2, -1, None),
        (3, 1, 1, 4),
        (5, 1, 1, 5),
        (1, 1, -1, None),
        (3, 1, -1, 2),
    ],
)
def test_one_up_or_down(page, target, level, step, wanted):
    gap = row_of(page, "DSK").gap
    changed = type(gap)(**{f: getattr(gap, f) for f in gap.__struct_fields__} | {"target": target, "level": level})
    assert stepped(changed, [1, 2, 3, 4, 5], step) == wanted


def test_a_reader_is_refused(closed_session, assessment, qtbot):
    reader = Assessment.open(assessment.path, author="Reader")
    closed_session._assessment = None
    closed_session.adopt(reader)
    page = GapsPage(closed_session)
    put_in_front(qtbot, page)
    page.reveal(f"{STREAMS}/DSK")
    assert not page.gaps.detail.level.isEnabled()
    for key in ("3", "a"):
        with qtbot.waitSignal(closed_session.told) as told:
            qtbot.keyClick(page.gaps.table, key)
        assert told.args[1] == "bad"
    assert not reader.actions.all()
    assessment.close()


@pytest.mark.parametrize("view", [LIST, WHAT_IF, ROAD])
def test_every_field_and_button_says_what_it_is(page, view):
    page.reveal(f"{STREAMS}/DSK")
    page._views.button(view).click()
    for kind in (QLineEdit, QAbstractItemView, QAbstractButton, QComboBox):
        names = [
            called(widget)
            for widget in page.findChildren(kind)
            if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        ]
        assert all(names)
        assert len(names) == len(set(names))


def test_models_behave(page, qtmodeltester):
    page.reveal(f"{STREAMS}/DSK")
    qtmodeltester.check(page.gaps.table.source)
    qtmodeltester.check(page.gaps.detail.offers.source)
