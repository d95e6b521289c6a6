"""Rating a model of streams, driven by keyboard and judged by what the assessment says."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from desktop.model.assessment import Assessment
from desktop.model.maturity.questionnaire import level_choice
from desktop.model.maturity.refs import Ref
from desktop.model.records import SessionKind
from desktop.model.scoring.vocabulary import Rating
from desktop.ui.pages.ratings.page import RatingsPage
from desktop.ui.pages.ratings.settle_dialog import SettleDialog
from desktop.ui.pages.ratings.staged.body import StagedBody
from desktop.ui.pages.ratings.streams.body import StreamsBody
from desktop.ui.widgets.text import Label
from tests.builders import tiny_pack
from tests.builders_schemes import tiny_criteria, tiny_streams
from tests.gui import put_in_front

MODEL = "tiny-streams"
DOWN, RIGHT, ENTER, SPACE, ESC = (
    Qt.Key.Key_Down,
    Qt.Key.Key_Right,
    Qt.Key.Key_Return,
    Qt.Key.Key_Space,
    Qt.Key.Key_Escape,
)


@pytest.fixture
def assessment(closed_session, moulds, tmp_path):
    made = moulds.fresh(tmp_path / "a.maturity", [tiny_streams()])
    closed_session.adopt(made)
    return made


@pytest.fixture
def page(closed_session, assessment, qtbot):
    return shown(closed_session, qtbot)


def shown(session, qtbot) -> RatingsPage:
    page = RatingsPage(session)
    put_in_front(qtbot, page)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def body(page: RatingsPage) -> StreamsBody:
    found = page.bodies[StreamsBody]
    assert isinstance(found, StreamsBody)
    return found


def press(qtbot, *keys: str | Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for key in keys:
        qtbot.keyClick(focused(), key, modifier)


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def stream(assessment: Assessment, stream_id: str):
    return next(found for found in assessment.results.of(MODEL).streams if found.id == stream_id)


def texts(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(Label) if label.isVisible())


def answered(assessment: Assessment, **levels: list[int]) -> None:
    for numbers in zip(*levels.values(), strict=True):
        participant = assessment.preparation.add_participant(role="Agent", group="Desk")
        for stream_id, number in zip(levels, numbers, strict=True):
            assessment.questionnaires.answer(MODEL, participant, f"{stream_id}-Q1", level_choice(number))


def test_from_answers_to_a_level_and_a_target(page, assessment, qtbot):
    answered(assessment, REQ=[2, 3, 3, 4])
    page.reveal("REQ")
    assert body(page).matrix.rows.cell(body(page).matrix.currentIndex()).place.id == "REQ-3", "the middle answer"
    press(qtbot, ENTER, "r")
    qtbot.keyClicks(focused(), "Seen in 40 requests")
    press(qtbot, ENTER, RIGHT, "t", "i", "4", ENTER)
    found = stream(assessment, "REQ")
    assert (found.level, found.chosen, found.target, found.gap, found.weighted_gap) == (3, True, 4, 1, 4)
    assert assessment.streams.ratings(MODEL)["REQ"].reason == "Seen in 40 requests"
    assert "gap 1, weighted 4" in body(page).strip.result.text()
    assert "1 target: gap 1, weighted 4" in body(page).standing.text()
    assert body(page).matrix.hasFocus()


def test_a_level_number_places_the_stream_and_takes_it_back(page, assessment, qtbot):
    page.reveal("DSK-2")
    press(qtbot, "4")
    assert stream(assessment, "DSK").level == 4
    press(qtbot, "4")
    assert not stream(assessment, "DSK").rated


def test_enter_places_and_takes_back(page, assessment, qtbot):
    page.reveal("DSK-2")
    press(qtbot, ENTER)
    assert (stream(assessment, "DSK").level, stream(assessment, "DSK").chosen) == (2, True)
    press(qtbot, ENTER)
    assert not stream(assessment, "DSK").rated


def test_arrow_keys_walk_and_the_cell_is_read_in_full(page, qtbot):
    page.reveal("DSK-1")
    press(qtbot, DOWN, RIGHT, RIGHT)
    assert body(page).cell.text.text() == "REQ at 3."
    said = texts(body(page).cell)
    for words in (
        "Do 1 for REQ at 3.",
        "What REQ gives at 3.",
        "Share of REQ at 3",
        "percent, higher is better. Count",
    ):
        assert words in said
    assert "Why not rated?" in texts(body(page).why)


def test_practices_are_ticked_by_space_and_number(page, assessment, qtbot):
    page.reveal("DSK-1")
    press(qtbot, "p", SPACE, "2")
    assert assessment.streams.ticks(MODEL) == {"DSK-1-P1", "DSK-1-P2"}
    press(qtbot, "1", ESC)
    assert assessment.streams.ticks(MODEL) == {"DSK-1-P2"}
    assert body(page).matrix.hasFocus()


def test_space_in_the_matrix_ticks_the_whole_cell(page, assessment, qtbot):
    page.reveal("DSK-1")
    press(qtbot, SPACE, RIGHT, SPACE)
    found = stream(assessment, "DSK")
    assert (found.level, found.chosen, found.ticked) == (2, False, 2)
    assert "from the ticks" in body(page).strip.result.text()
    press(qtbot, Qt.Key.Key_Space)
    assert stream(assessment, "DSK").level == 1


def test_the_index_is_called_an_index(page, assessment, qtbot):
    page.reveal("DSK-1")
    press(qtbot, SPACE, RIGHT, "p", "1")
    assert stream(assessment, "DSK").index == 1.5
    assert "index 1.50" in body(page).strip.result.text()


def test_a_target_is_set_by_t_and_taken_back(page, assessment, qtbot):
    page.reveal("REP-4")
    press(qtbot, "t")
    assert assessment.targets.get(MODEL, "REP").level == 4
    press(qtbot, "t")
    assert assessment.targets.get(MODEL, "REP").level is None


def test_a_target_has_its_reason_and_who_wants_it(page, assessment, qtbot):
    page.reveal("REP-4")
    for field, words in ((body(page).strip.wanted.why, "Agreed"), (body(page).strip.wanted.who, "Sponsor")):
        field.setFocus()
        field.selectAll()  # whoever wants the target stands there already
        qtbot.keyClicks(focused(), words)
        press(qtbot, ENTER)
    found = assessment.targets.get(MODEL, "REP")
    assert (found.reason, found.set_by) == ("Agreed", "Sponsor")


def test_importance_is_taken_back_by_zero(page, assessment, qtbot):
    page.reveal("REP-4")
    press(qtbot, "i", "5")
    assert assessment.targets.get(MODEL, "REP").importance == 5
    press(qtbot, "0")
    assert assessment.targets.get(MODEL, "REP").importance is None


def test_what_is_typed_stays_with_its_stream(page, assessment, qtbot):
    page.reveal("DSK-1")
    press(qtbot, "r")
    qtbot.keyClicks(focused(), "Half a sentence")
    body(page).matrix.setFocus()
    press(qtbot, DOWN)
    assert assessment.streams.ratings(MODEL)["DSK"].reason == "Half a sentence"
    assert body(page).strip.reason.text() == ""


def test_marks_say_who_stands_where(page, assessment, qtbot):
    answered(assessment, DSK=[2, 2, 3, 5])
    page.reveal("DSK-1")
    press(qtbot, "1", "p", "1", ESC)
    model = body(page).matrix.rows
    told = [str(model.data(model.index(0, column), Qt.ItemDataRole.AccessibleTextRole)) for column in range(5)]
    assert "Team" in told[0]
    assert "practices ticked: 1 of 2" in told[0]
    assert "2 answers" in told[1]
    assert "middle answer" in told[1]
    assert "answers: 3.00, n 4" in body(page).matrix.rows.rows[0].beneath
    assert "Consensus" in body(page).why.consensus.text()


@pytest.mark.parametrize("target", ["REQ-3", "REQ-3-P2", "REQ-3-O1", "REQ-3-M1"])
def test_what_belongs_to_a_cell_is_revealed_there(page, target):
    page.reveal(target)
    assert body(page).cell.text.text() == "REQ at 3."


def test_a_practice_revealed_is_ready_to_be_ticked(page, assessment, qtbot):
    page.reveal("REQ-3-P2")
    press(qtbot, Qt.Key.Key_Space)
    assert assessment.streams.ticks(MODEL) == {"REQ-3-P2"}


def test_undo_elsewhere_shows_here(page, assessment, qtbot):
    page.reveal("DSK-2")
    press(qtbot, ENTER)
    assessment.history.undo()
    assert "not rated" in body(page).strip.result.text()


def test_a_reader_is_not_offered_to_edit(closed_session, assessment, qtbot):
    reader = Assessment.open(assessment.path, author="Reader")
    closed_session._assessment = None
    closed_session.adopt(reader)
    page = shown(closed_session, qtbot)
    page.reveal("DSK-2")
    assert not body(page).cell.place.isEnabled()
    assert body(page).strip.reason.isReadOnly()
    with qtbot.waitSignal(closed_session.told):
        press(qtbot, ENTER)
    assert reader.streams.ratings(MODEL) == {}
    assessment.close()


def test_alt_and_a_number_change_the_model_and_each_keeps_its_place(page, assessment, qtbot):
    assessment.models.add(tiny_pack())
    page.reveal("REQ-3")
    press(qtbot, "1", modifier=Qt.KeyboardModifier.AltModifier)
    assert page.title.text() == "Area PLN"
    assert page.bodies[StagedBody].buttons[0].isVisible()
    page.chips.buttons[1].click()
    assert page.title.text() == "Tiny streams"
    assert not page.bodies[StagedBody].buttons[0].isVisible()
    assert body(page).cell.text.text() == "REQ at 3."


def test_reveal_finds_the_model(page, assessment):
    assessment.models.add(tiny_pack())
    for target, title in (("PLN-G1", "Area PLN"), ("REQ", "Tiny streams"), ("tiny-streams/DSK-5", "Tiny streams")):
        page.reveal(target)
        assert page.title.text() == title


def test_every_field_and_button_says_what_it_is(page):
    from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QHeaderView, QLineEdit

    page.reveal("DSK-1")
    for kind in (QLineEdit, QAbstractItemView):
        for widget in page.findChildren(kind):
            assert isinstance(widget, QHeaderView) or widget.accessibleName(), widget
    for button in page.findChildren(QAbstractButton):
        if button.isVisible() and not isinstance(button.parent(), QAbstractItemView):
            assert button.accessibleName() or button.text(), button


def test_the_model_behaves(page, qtmodeltester):
    qtmodeltester.check(body(page).matrix.rows)


def test_arrow_keys_walk_along_the_importance(page, assessment, qtbot):
    page.reveal("REP-4")
    press(qtbot, "i", RIGHT, RIGHT, SPACE)
    assert assessment.targets.get(MODEL, "REP").importance == 3
    press(qtbot, ESC)
    assert body(page).matrix.hasFocus()


def test_chips_give_way_to_their_numbers_where_room_is_short(page, assessment):
    for pack in (tiny_pack(), tiny_criteria()):
        assessment.models.add(pack)
    page.refresh()
    chips = page.chips
    chips.setFixedWidth(1000)
    assert [button.text() for button in chips.buttons] == ["1  Tiny model", "2  Tiny criteria", "3  Tiny streams"]
    chips.setFixedWidth(200)
    assert [button.text() for button in chips.buttons] == ["1", "2", "3  Tiny streams"]
    assert [button.accessibleName() for button in chips.buttons] == ["Tiny model", "Tiny criteria", "Tiny streams"]


def test_a_stream_does_not_apply_with_a_reason(page, assessment, qtbot):
    assessment.streams.rate_stream(MODEL, "DSK", 1)
    page.reveal("DSK")
    applies = body(page).strip.applies
    applies.button.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    assert stream(assessment, "DSK").excluded is None, "not without a reason"
    qtbot.keyClicks(focused(), "Sold")
    press(qtbot, ENTER)
    assert stream(assessment, "DSK").excluded is Rating.NOT_APPLICABLE
    assert assessment.ratings.areas(MODEL)["DSK"].reason == "Sold"
    assert "blocks no level" in applies.follows.text()
    assert body(page).matrix.hasFocus()
    applies.button.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    assert stream(assessment, "DSK").excluded is None


def test_another_stream_is_not_asked_for_the_reason_of_the_last(page, qtbot):
    page.reveal("DSK")
    body(page).strip.applies.button.click()
    assert body(page).strip.applies.reason.isVisible()
    page.reveal("REQ")
    assert not body(page).strip.applies.reason.isVisible()


def test_streams_out_of_scope_are_left_out_and_told(page, assessment):
    page.reveal("REQ")
    assessment.models.set_scope(MODEL, ["DSK"], in_scope=False, reason="Later.")
    assert [row.id for row in body(page).matrix.rows.rows] == ["REQ", "REP"]
    assert "1 stream is out of scope" in body(page).standing.text()
    page.reveal("DSK")
    assert [row.id for row in body(page).matrix.rows.rows] == ["DSK", "REQ", "REP"]
    assert not body(page).strip.applies.button.isEnabled()


def test_what_was_heard_stands_beside_it_once_and_leads_to_its_session(page, assessment):
    it = assessment.interviews
    note = it.note(it.add(SessionKind.DEMONSTRATION, "Tour"), "Seen.", tags=[Ref(MODEL, "REQ-1-P1")])
    it.tag(note, [Ref(MODEL, "REQ-1")])
    page.reveal("REQ")
    (button,) = [button for button in body(page).why.heard.buttons if button.isVisible()]
    assert button.accessibleName() == "Neutral: Demonstration: Seen."
    asked: list[tuple[str, str]] = []
    page.session.asked_for.connect(lambda place, target: asked.append((place, target)))
    button.click()
    assert asked == [("interviews", note)]


def test_a_stream_is_settled_with_a_reason_and_opened_again(page, assessment, qtbot):
    """By its button, in a dialog that closes with Esc; where sources are missing it asks for a reason."""
    held = body(page)
    assessment.preparation.add_member("Ada")
    assessment.streams.rate_stream(MODEL, "DSK", 2)
    dialog = SettleDialog(page, held.session, Ref(MODEL, "DSK"))
    qtbot.addWidget(dialog)
    dialog.show()
    panel = dialog.panel
    assert [button.text() for button in panel.links.buttons] == [
        "Sources missing for 4 things that the rating rests on →"
    ]
    assert not panel.settle.isEnabled()
    panel.all.click()
    panel.in_spite.setText("The interviews come next week.")
    panel.settle.click()
    assert assessment.ratings.areas(MODEL)["DSK"].in_spite == "The interviews come next week."
    assert panel.before.text() == "Settled although something is missing: The interviews come next week."
    held.refresh()
    assert held.settle.text() == "&Settled…"
    panel.settle.click()
    assert not assessment.ratings.areas(MODEL)["DSK"].settled
    panel.links.buttons[0].click()
    assert dialog.wanted == "DSK-1-P1"
    assert not dialog.isVisible()
