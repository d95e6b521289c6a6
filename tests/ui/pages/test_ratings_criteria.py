"""Rating a model of criteria, driven by keyboard and judged by what the assessment says."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from desktop.model.assessment import Assessment
from desktop.model.errors import RefusalError
from desktop.model.maturity import Guidance
from desktop.model.maturity.pack import Caution
from desktop.model.maturity.refs import Ref
from desktop.model.records import SessionKind
from desktop.model.scoring.vocabulary import Fulfilment, Rating
from desktop.ui.pages.ratings.criteria.body import CriteriaBody
from desktop.ui.pages.ratings.page import RatingsPage
from desktop.ui.widgets.text import Label
from tests.builders import tiny_pack
from tests.builders_schemes import tiny_criteria, tiny_streams
from tests.gui import put_in_front

MODEL = "tiny-criteria"
MET, PARTLY, NOT_MET = Fulfilment.MET, Fulfilment.PARTLY_MET, Fulfilment.NOT_MET
DOWN, LEFT, RIGHT, ENTER, ESC = (
    Qt.Key.Key_Down,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Return,
    Qt.Key.Key_Escape,
)


@pytest.fixture
def pack():
    guidance = Guidance(
        notes=("Take it slowly.",), target=3, warnings=(Caution(level=4, text="It costs more than it gives."),)
    )
    return tiny_criteria(guidance=guidance)


@pytest.fixture
def assessment(closed_session, moulds, tmp_path, pack):
    made = moulds.fresh(tmp_path / "a.maturity", [pack])
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


def body(page: RatingsPage) -> CriteriaBody:
    found = page.bodies[CriteriaBody]
    assert isinstance(found, CriteriaBody)
    return found


def press(qtbot, *keys: str | Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for key in keys:
        qtbot.keyClick(focused(), key, modifier)


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def track(assessment: Assessment, track_id: str):
    return next(found for found in assessment.results.of(MODEL).tracks if found.id == track_id)


def values(assessment: Assessment) -> dict[str, Fulfilment | None]:
    return {id_: rating.value for id_, rating in assessment.statements.ratings(MODEL).items()}


def texts(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(Label) if label.isVisible())


def everything_met(assessment: Assessment, *, but: str = "") -> None:
    pack = assessment.models.get(MODEL).pack
    assessment.statements.rate(MODEL, [id_ for id_ in pack.statement_by_id if id_ != but], MET)


def test_number_keys_judge_and_go_on(page, assessment, qtbot):
    page.reveal("WRK-1-1")
    press(qtbot, "1", "2", "3", "4", "5")
    assert values(assessment) == {
        "WRK-1-1": MET,
        "WRK-1-2": PARTLY,
        "WRK-2-1": NOT_MET,
        "WRK-2-2": Fulfilment.NOT_APPLICABLE,
        "WRK-3-1": Fulfilment.DONT_KNOW,
    }


def test_zero_opens_a_statement_again(page, assessment, qtbot):
    assessment.statements.rate(MODEL, "WRK-1-1", MET)
    page.reveal("WRK-1-1")
    press(qtbot, "0")
    assert values(assessment) == {"WRK-1-1": None}


def test_a_judgement_that_is_refused_keeps_the_cursor(page, assessment, closed_session, qtbot, monkeypatch):
    def refuse(*_args: object) -> None:
        raise RefusalError("file.readonly", path="a.maturity")

    monkeypatch.setattr(assessment.statements, "rate", refuse)
    page.reveal("WRK-1-1")
    before = body(page)._statement
    with qtbot.waitSignal(closed_session.told):
        press(qtbot, "1")
    assert body(page)._statement == before


def test_the_last_statement_keeps_the_cursor(page, assessment, qtbot):
    page.reveal("WRK-4-2")
    press(qtbot, "3", "1")
    assert values(assessment) == {"WRK-4-2": MET}


def test_other_keys_judge_nothing(page, assessment, qtbot):
    page.reveal("WRK-1-1")
    press(qtbot, "6", "9", "x")
    press(qtbot, "1", modifier=Qt.KeyboardModifier.ControlModifier)
    assert values(assessment) == {}


def test_the_statement_that_stops_a_track_is_found_and_met(page, assessment, qtbot):
    everything_met(assessment)
    assessment.statements.rate(MODEL, "TOL-2-2", NOT_MET)
    assessment.statements.note(MODEL, "TOL-2-2", "No queue yet")
    page.reveal("WRK-4-2")
    assert "Track work level 4, Track tool level 1; lowest: Track tool" in body(page).standing.text()
    press(qtbot, RIGHT, "s")
    assert body(page).strip.code.text() == "TOL-2-2"
    assert body(page).strip.note.text() == "No queue yet"
    pack = body(page).assessment.models.all()[0].pack
    assert body(page).strip.text.text() == pack.statement_by_id["TOL-2-2"][1].text
    assert "blocked by TOL-2-2" in texts(body(page).why)
    press(qtbot, "1")
    assert track(assessment, "tool").level == 4
    assert body(page).cards[1].level.text() == "Level 4"


def test_s_goes_through_all_that_stops_and_begins_with_what_is_judged(page, assessment, qtbot):
    assessment.statements.rate(MODEL, ["WRK-1-1", "WRK-1-2", "TOL-1-1", "TOL-1-2"], MET)
    assessment.statements.rate(MODEL, "WRK-2-2", PARTLY)
    page.reveal("WRK-1-1")
    found = []
    for _number in range(3):
        press(qtbot, "s")
        found.append(body(page).strip.code.text())
    assert found == ["WRK-2-2", "WRK-2-1", "WRK-2-2"]


def test_a_cap_is_told_with_its_reason_and_leads_to_its_statement(page, assessment, qtbot):
    everything_met(assessment, but="TOL-3-1")
    assessment.statements.rate(MODEL, "TOL-3-1", NOT_MET)
    page.reveal("WRK-1-1")
    assert track(assessment, "work").level == 2
    assert "Capped at level 2, though its statements alone would give 4. The tool stands alone." in texts(
        body(page).cards[0]
    )
    press(qtbot, "s")
    assert body(page).strip.code.text() == "TOL-3-1"
    assert body(page).cards[1].list.hasFocus()


def test_a_click_on_what_stops_leads_there(page, assessment, qtbot):
    assessment.statements.rate(MODEL, "WRK-1-2", NOT_MET)
    page.reveal("TOL-1-1")
    qtbot.mouseClick(body(page).cards[0].stops[0], Qt.MouseButton.LeftButton)
    assert body(page).strip.code.text() == "WRK-1-2"


def test_left_and_right_change_the_track_at_the_same_level(page, assessment, qtbot):
    page.reveal("WRK-3-2")
    press(qtbot, RIGHT)
    assert body(page).strip.code.text() == "TOL-3-1"
    press(qtbot, RIGHT, DOWN, LEFT)
    assert body(page).strip.code.text() == "WRK-3-2", "the cursor comes back to where it was"


def test_enter_leads_to_the_note_and_back(page, assessment, qtbot):
    page.reveal("WRK-1-1")
    press(qtbot, ENTER)
    qtbot.keyClicks(focused(), "Seen in 3 tickets")
    press(qtbot, ENTER, "2")
    found = assessment.statements.ratings(MODEL)["WRK-1-1"]
    assert (found.value, found.note) == (PARTLY, "Seen in 3 tickets")


def test_a_note_being_typed_stays_with_its_statement(page, assessment, qtbot):
    page.reveal("WRK-1-1")
    press(qtbot, ENTER)
    qtbot.keyClicks(focused(), "Half a sentence")
    page.reveal("TOL-1-1")
    assert assessment.statements.ratings(MODEL)["WRK-1-1"].note == "Half a sentence"
    assert body(page).strip.note.text() == ""


def test_a_target_is_set_by_t_with_importance_and_reason(page, assessment, qtbot):
    everything_met(assessment, but="TOL-2-2")
    page.reveal("TOL-3-1")
    press(qtbot, "t", "i", "5", ESC)
    body(page).strip.wanted.why.setFocus()
    qtbot.keyClicks(focused(), "Agreed")
    press(qtbot, ENTER)
    found = assessment.targets.get(MODEL, "tool")
    assert (found.level, found.importance, found.reason) == (3, 5, "Agreed")
    assert "Target 3: gap 2, weighted 10; 1 statement to meet" in texts(body(page).cards[1])
    assert "Level 3, the target, still needs (1)" in texts(body(page).why)
    press(qtbot, "t")
    assert assessment.targets.get(MODEL, "tool").level is None


def test_what_the_sources_advise_is_shown_and_a_dear_target_warned_of(page, qtbot):
    page.reveal("TOL-4-1")
    assert "Recommended target: level 3" in texts(body(page).advice)
    assert "Take it slowly." in texts(body(page).advice)
    assert "costs more" not in texts(body(page).cards[1])
    press(qtbot, "t")
    assert "The sources warn: It costs more than it gives." in texts(body(page).cards[1])


def test_a_button_judges_and_stays(page, assessment, qtbot):
    page.reveal("WRK-1-1")
    qtbot.mouseClick(body(page).strip.buttons[2], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(body(page).strip.buttons[0], Qt.MouseButton.LeftButton)
    assert values(assessment) == {"WRK-1-1": MET}


def test_what_respondents_say_stands_beside(page, assessment):
    for choice in ("met", "met", "not_met"):
        participant = assessment.preparation.add_participant(role="Agent", group="Desk")
        assessment.questionnaires.answer(MODEL, participant, "WRK-1-1", choice)
    page.reveal("WRK-1-1")
    assert "3 answers" in body(page).why.survey.text()
    assert "Partly met" in body(page).why.survey.text()
    rows = body(page).cards[0].list.rows
    assert "n 3" in str(rows.data(rows.index(0), Qt.ItemDataRole.AccessibleTextRole))


def test_a_track_is_revealed_at_what_stops_it(page, assessment):
    everything_met(assessment, but="TOL-2-2")
    page.reveal("tool")
    assert body(page).strip.code.text() == "TOL-2-2"


def test_reveal_finds_the_model_of_any_scheme(page, assessment):
    assessment.models.add(tiny_pack())
    assessment.models.add(tiny_streams())
    for target, title in (("PLN-G1", "Area PLN"), ("REQ-3", "Tiny streams"), ("TOL-3-1", "Tiny criteria")):
        page.reveal(target)
        assert page.title.text() == title


def test_undo_elsewhere_shows_here(page, assessment, qtbot):
    page.reveal("WRK-1-1")
    press(qtbot, "1")
    assessment.history.undo()
    assert body(page).cards[0].list.rows.rows[0].value is None


def test_another_model_of_the_scheme_brings_its_own_tracks(page, assessment, pack, qtbot):
    from msgspec.structs import replace

    only = replace(pack.tracks[0], name="The only track")
    other = replace(pack, id="other", name="Other criteria", tracks=(only,), caps=(), guidance=None)
    assessment.models.add(other)
    page.reveal("other/WRK-2-1")
    press(qtbot, "1")
    assert assessment.statements.ratings("other")["WRK-2-1"].value is MET
    assert [card.name.text() for card in body(page).cards] == ["The only track"]
    assert not body(page).advised.isVisible()
    page.reveal(MODEL)
    assert page.landing.hasFocus()  # one goes on in the list, not in what stood next to the one that went
    assert [card.name.text() for card in body(page).cards] == ["Track work", "Track tool"]


def test_a_reader_is_not_offered_to_edit(closed_session, assessment, qtbot):
    reader = Assessment.open(assessment.path, author="Reader")
    closed_session._assessment = None
    closed_session.adopt(reader)
    page = shown(closed_session, qtbot)
    page.reveal("WRK-1-1")
    assert not body(page).strip.buttons[0].isEnabled()
    with qtbot.waitSignal(closed_session.told):
        press(qtbot, "1")
    assert reader.statements.ratings(MODEL) == {}
    assessment.close()


def test_every_field_and_button_says_what_it_is(page):
    from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLineEdit

    page.reveal("WRK-1-1")
    for kind in (QLineEdit, QAbstractItemView):
        for widget in page.findChildren(kind):
            assert widget.accessibleName(), widget
    for button in page.findChildren(QAbstractButton):
        if button.isVisible():
            assert button.accessibleName() or button.text(), button


def test_the_models_behave(page, qtmodeltester):
    for card in body(page).cards:
        qtmodeltester.check(card.list.rows)


def test_a_track_does_not_apply_with_a_reason(page, assessment, qtbot):
    page.reveal("tool")
    applies = body(page).strip.applies
    applies.button.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    qtbot.keyClicks(focused(), "No tool")
    press(qtbot, Qt.Key.Key_Return)
    assert track(assessment, "tool").excluded is Rating.NOT_APPLICABLE
    assert "blocks no level" in applies.follows.text()
    applies.button.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    assert track(assessment, "tool").excluded is None


def test_a_track_out_of_scope_is_left_out_and_told(page, assessment, qtbot):
    page.reveal("work")
    assessment.models.set_scope(MODEL, ["tool"], in_scope=False, reason="Later.")
    assert [card.track for card in body(page).cards if card.isVisible()] == ["work"]
    assert "1 track is out of scope" in body(page).standing.text()
    press(qtbot, Qt.Key.Key_Right)
    assert [card.track for card in body(page).cards if card.isVisible()] == ["work"]
    page.reveal("tool")
    assert len([card for card in body(page).cards if card.isVisible()]) == 2


def test_what_was_heard_stands_beside_it_once_and_leads_to_its_session(page, assessment):
    it = assessment.interviews
    note = it.note(it.add(SessionKind.DEMONSTRATION, "Tour"), "Seen.", tags=[Ref(MODEL, "WRK-1-1")])
    page.reveal("WRK-1-1")
    (button,) = [button for button in body(page).why.heard.buttons if button.isVisible()]
    assert button.accessibleName() == "Neutral: Demonstration: Seen."
    asked: list[tuple[str, str]] = []
    page.session.asked_for.connect(lambda place, target: asked.append((place, target)))
    button.click()
    assert asked == [("interviews", note)]
