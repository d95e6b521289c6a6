"""The ratings page, driven by keyboard and judged by what the assessment says."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from desktop.model.assessment import Assessment
from desktop.model.errors import RefusalError
from desktop.model.maturity.refs import Ref
from desktop.model.records import ScopeSort, SessionKind, Stance, Tone
from desktop.model.scoring.vocabulary import Characterisation, EvidenceKind, Rating
from desktop.ui.pages.ratings.heard import MOST_SHOWN
from desktop.ui.pages.ratings.page import RatingsPage
from desktop.ui.pages.ratings.settle_panel import SettlePanel
from desktop.ui.pages.ratings.staged.body import StagedBody
from desktop.ui.pages.ratings.staged.practices import PracticeTable
from desktop.ui.pages.ratings.staged.rows import AreaEntry, PracticeEntry
from tests.builders import tiny_pack
from tests.gui import put_in_front
from tests.statements import counting

FULLY, LARGELY, PARTIALLY = Characterisation.FULLY, Characterisation.LARGELY, Characterisation.PARTIALLY
EVERYTHING = ("PLN", "SUP", "STD", "DLV")


@pytest.fixture
def assessment(closed_session, moulds, tmp_path):
    made = moulds.fresh(tmp_path / "a.maturity", [tiny_pack()])
    closed_session.adopt(made)
    return made


@pytest.fixture
def page(closed_session, assessment, qtbot):
    return shown(closed_session, qtbot)


@pytest.fixture
def supported(assessment):
    """Two sources stand behind every practice."""
    practices = list(tiny_pack().practice_by_id)
    assessment.evidence.add(EvidenceKind.DOCUMENT, "Plan", model="tiny", practices=practices)
    assessment.evidence.add(EvidenceKind.INTERVIEW, "Interview 1", model="tiny", practices=practices)
    return assessment


@pytest.fixture
def rated(supported):
    """All practices are fully in place, as two sources say."""
    supported.ratings.characterise_all("tiny", dict.fromkeys(tiny_pack().practice_by_id, FULLY))
    return supported


def shown(session, qtbot) -> RatingsPage:
    page = RatingsPage(session)
    put_in_front(qtbot, page)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def staged(page: RatingsPage) -> StagedBody:
    body = page.bodies[StagedBody]
    assert isinstance(body, StagedBody)
    return body


def press(qtbot, *keys: str | Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press keys wherever the focus is."""
    for key in keys:
        qtbot.keyClick(focused(), key, modifier)


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def values(assessment: Assessment) -> dict[str, Characterisation | None]:
    return {practice: rating.value for practice, rating in assessment.ratings.practices("tiny").items()}


def rating_of(assessment: Assessment, area: str) -> Rating:
    return next(found.rating for found in assessment.results.of("tiny").areas if found.id == area)


def test_number_keys_rate_and_go_on(page, assessment, qtbot):
    page.reveal("PLN-CO-1")
    press(qtbot, "1", "2", "3")
    assert values(assessment) == {"PLN-CO-1": FULLY, "PLN-AC-1": LARGELY, "PLN-AC-2": PARTIALLY}


def test_a_rating_that_is_refused_keeps_the_cursor(page, assessment, closed_session, qtbot, monkeypatch):
    def refuse(*_args: object) -> None:
        raise RefusalError("file.readonly", path="a.maturity")

    monkeypatch.setattr(assessment.ratings, "characterise", refuse)
    page.reveal("PLN-CO-1")
    before = staged(page).work.practices.currentIndex().row()
    with qtbot.waitSignal(closed_session.told):
        press(qtbot, "1")
    assert staged(page).work.practices.currentIndex().row() == before


def test_the_last_practice_keeps_the_cursor(page, assessment, qtbot):
    page.reveal("PLN-AC-2")
    press(qtbot, "4", "1")
    assert values(assessment) == {"PLN-AC-2": FULLY}


@pytest.mark.parametrize(
    ("key", "value"), [("4", "NI"), ("5", "NY"), ("6", "NA")], ids=["not in place", "not yet", "not applicable"]
)
def test_the_other_values_have_their_keys(page, assessment, qtbot, key, value):
    page.reveal("PLN-CO-1")
    press(qtbot, key)
    assert values(assessment) == {"PLN-CO-1": Characterisation(value)}


def test_zero_opens_a_practice_again(page, assessment, qtbot):
    assessment.ratings.characterise("tiny", "PLN-CO-1", FULLY)
    page.reveal("PLN-CO-1")
    press(qtbot, "0")
    assert values(assessment) == {"PLN-CO-1": None}


def test_other_keys_rate_nothing(page, assessment, qtbot):
    page.reveal("PLN-CO-1")
    press(qtbot, "7", "9", "x")
    press(qtbot, "1", modifier=Qt.KeyboardModifier.ControlModifier)
    assert values(assessment) == {}


def test_the_level_changes_at_once(page, supported, qtbot):
    assert "Level 1 reached" in staged(page).headline.level.text()
    for area in ("PLN", "SUP"):
        page.reveal(f"{area}-CO-1")
        press(qtbot, "1", "1", "1")
    assert supported.results.of("tiny").level.reached == 2
    assert "Level 2 reached" in staged(page).headline.level.text()


def test_a_whole_level_by_keyboard_alone(page, supported, qtbot):
    page.reveal("PLN-CO-1")
    for _area in EVERYTHING:
        press(qtbot, "1", "1", "1")
        press(qtbot, Qt.Key.Key_PageDown, modifier=Qt.KeyboardModifier.ControlModifier)
    assert supported.results.of("tiny").level.reached == 3


def test_alt_down_and_up_go_to_the_neighbouring_areas(page, qtbot):
    page.reveal("PLN-CO-1")
    press(qtbot, Qt.Key.Key_Down, modifier=Qt.KeyboardModifier.AltModifier)
    assert page.title.text() == "Area SUP"
    press(qtbot, Qt.Key.Key_Up, modifier=Qt.KeyboardModifier.AltModifier)
    assert page.title.text() == "Area PLN"


def test_enter_leads_to_the_rationale_and_back(page, assessment, qtbot):
    page.reveal("PLN-CO-1")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.keyClicks(focused(), "Seen in 3 plans")
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, "2")
    found = assessment.ratings.practices("tiny")["PLN-CO-1"]
    assert (found.value, found.reason) == (LARGELY, "Seen in 3 plans")


def test_a_rationale_being_typed_stays_with_its_practice(page, assessment, qtbot):
    page.reveal("PLN-CO-1")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.keyClicks(focused(), "Half a sentence")
    press(qtbot, Qt.Key.Key_Down, modifier=Qt.KeyboardModifier.AltModifier)
    assert assessment.ratings.practices("tiny")["PLN-CO-1"].reason == "Half a sentence"
    assert staged(page).work.strip.reason.text() == ""


def test_what_is_typed_is_kept_when_the_page_goes_away(page, assessment, qtbot):
    page.reveal("PLN-CO-1")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.keyClicks(focused(), "Half a sentence")
    page.hide()
    assert assessment.ratings.practices("tiny")["PLN-CO-1"].reason == "Half a sentence"


def test_a_button_rates_and_stays(page, assessment, qtbot):
    page.reveal("PLN-CO-1")
    qtbot.mouseClick(staged(page).work.strip.buttons[2], Qt.MouseButton.LeftButton)
    press(qtbot, "4")
    assert values(assessment) == {"PLN-CO-1": Characterisation.NOT}


def test_an_alternative_can_be_accepted_for_a_weak_practice(page, supported, qtbot):
    page.reveal("PLN-CO-1")
    press(qtbot, "3", Qt.Key.Key_Up)
    staged(page).work.strip.accepted.click()
    assert supported.ratings.practices("tiny")["PLN-CO-1"].alternative


def test_an_unsatisfied_goal_asks_for_its_weakness_and_takes_it(page, supported, qtbot):
    page.reveal("PLN-AC-1")
    press(qtbot, "4", Qt.Key.Key_Up, Qt.Key.Key_Up, "1")
    page.reveal("PLN-G1")
    assert staged(page).work.goal_editor.missing.isVisible()
    press(qtbot, Qt.Key.Key_Return)
    qtbot.keyClicks(focused(), "No plan is kept")
    press(qtbot, Qt.Key.Key_Return)
    assert supported.ratings.goals("tiny")["PLN-G1"].weakness == "No plan is kept"
    assert not staged(page).work.goal_editor.missing.isVisible()


def test_weaknesses_that_outweigh_make_a_goal_unsatisfied(page, supported, qtbot):
    supported.ratings.characterise_all("tiny", dict.fromkeys(tiny_pack().practice_by_id, FULLY))
    page.reveal("PLN-G2")
    staged(page).work.goal_editor.outweigh.click()
    assert rating_of(supported, "PLN") is Rating.UNSATISFIED


def test_an_area_does_not_apply_only_with_a_reason(page, assessment, qtbot):
    page.reveal("SUP")
    choose_area(page, qtbot)
    staged(page).work.area_editor.applies.button.click()
    assert rating_of(assessment, "SUP") is Rating.NOT_RATED
    qtbot.keyClicks(focused(), "No subcontractors")
    press(qtbot, Qt.Key.Key_Return)
    assert rating_of(assessment, "SUP") is Rating.NOT_APPLICABLE
    assert "blocks no level" in staged(page).work.area_editor.applies.follows.text()
    staged(page).work.area_editor.applies.button.click()
    assert rating_of(assessment, "SUP") is Rating.NOT_RATED


def test_the_reason_why_an_area_does_not_apply_cannot_be_emptied(page, assessment, qtbot):
    assessment.ratings.set_not_applicable("tiny", "SUP", not_applicable=True, reason="No subcontractors")
    page.reveal("SUP")
    choose_area(page, qtbot)
    applies = staged(page).work.area_editor.applies
    applies.reason.setFocus()
    qtbot.keySequence(applies.reason, "Ctrl+A")
    press(qtbot, Qt.Key.Key_Delete, Qt.Key.Key_Return)
    assert assessment.ratings.areas("tiny")["SUP"].reason == "No subcontractors"
    assert rating_of(assessment, "SUP") is Rating.NOT_APPLICABLE


def test_the_area_takes_its_rationale(page, assessment, qtbot):
    page.reveal("PLN")
    choose_area(page, qtbot)
    press(qtbot, Qt.Key.Key_Return)
    qtbot.keyClicks(focused(), "Because")
    staged(page).work.practices.setFocus()
    assert assessment.ratings.areas("tiny")["PLN"].rationale == "Because"


def choose_area(page: RatingsPage, qtbot) -> None:
    staged(page).work.goals.setFocus(Qt.FocusReason.TabFocusReason)
    press(qtbot, Qt.Key.Key_Home)
    while staged(page).work.goals.currentIndex().row() > 0:
        press(qtbot, Qt.Key.Key_Up)


def settle_by_keys(page: RatingsPage, qtbot) -> SettlePanel:
    """Open the panel that settles an area, by the keys of its button."""
    press(qtbot, "s", modifier=Qt.KeyboardModifier.AltModifier)
    panel = staged(page).work.panel
    qtbot.waitUntil(panel.isVisible)  # Qt presses a button a moment after its keys
    assert panel.isAncestorOf(focused())
    return panel


def test_an_area_is_settled_by_a_key_for_each_member(page, rated, qtbot):
    assessment = rated
    members = [assessment.preparation.add_member(name) for name in ("Assessor A", "Assessor B")]
    page.reveal("PLN-CO-1")
    panel = settle_by_keys(page, qtbot)
    assert "Assessor A, Assessor B have not said" in panel.before.text()
    assert not panel.settle.isEnabled()
    press(qtbot, "1")
    assert assessment.ratings.stances("tiny", "PLN") == {members[0]: Stance.AGREES}
    assert not panel.settle.isEnabled(), "one has not spoken"
    press(qtbot, "2")
    assert assessment.ratings.stances("tiny", "PLN") == dict.fromkeys(members, Stance.AGREES)
    assert not panel.before.isVisible()
    panel.take_focus()
    press(qtbot, Qt.Key.Key_Space)
    assert assessment.ratings.areas("tiny")["PLN"].settled


def test_all_agree_is_one_key_and_one_step(page, rated, qtbot):
    assessment = rated
    members = [assessment.preparation.add_member(name) for name in ("Assessor A", "Assessor B")]
    page.reveal("PLN-CO-1")
    settle_by_keys(page, qtbot)
    press(qtbot, "a")
    assert assessment.ratings.stances("tiny", "PLN") == dict.fromkeys(members, Stance.AGREES)
    press(qtbot, Qt.Key.Key_Space)
    assert assessment.ratings.areas("tiny")["PLN"].settled
    assessment.history.undo()
    assessment.history.undo()
    assert assessment.ratings.stances("tiny", "PLN") == {}


def test_what_speaks_of_an_area_is_told_where_it_is_settled(page, rated, qtbot):
    asked = []
    page.session.asked_for.connect(lambda place, target: asked.append((place, target)))
    panel = settle_by_keys(page, qtbot)
    covered = next(each for each in page.assessment.coverage.of("tiny").places if each.place == "PLN")
    assert f"{covered.corroborated} of {covered.parts} practices corroborated" in panel.cover.accessibleName()
    panel.cover.click()
    assert asked == [("evidence", "tiny/PLN")]


def test_reasons_go_on_to_sources_and_observations(page, rated):
    rated.observations.add("The plan is on paper.", tags=[Ref("tiny", "PLN-CO-1")])
    page.reveal("PLN-CO-1")
    told = staged(page).why.reasons.lines.accessibleDescription()
    assert "What speaks of it: Interview: 1; Document: 1." in told
    assert "Observation O-01, draft: The plan is on paper." in told


def test_dissent_opens_a_settled_area(page, rated, qtbot):
    assessment = rated
    member = assessment.preparation.add_member("Assessor A")
    assessment.ratings.set_stance("tiny", "PLN", member, Stance.AGREES)
    assessment.ratings.settle("tiny", "PLN")
    page.reveal("PLN")
    panel = settle_by_keys(page, qtbot)
    panel.toggles[0].buttons[Stance.DISAGREES].click()
    assert not assessment.ratings.areas("tiny")["PLN"].settled
    assert "Assessor A disagrees" in panel.before.text()
    assert not panel.settle.isEnabled()


def test_a_settled_area_is_reopened(page, rated, qtbot):
    assessment = rated
    assessment.ratings.settle("tiny", "PLN")
    page.reveal("PLN")
    settle_by_keys(page, qtbot)
    press(qtbot, Qt.Key.Key_Space)
    assert not assessment.ratings.areas("tiny")["PLN"].settled


def test_with_a_reason_it_is_settled_although_something_is_missing(page, assessment, qtbot):
    member = assessment.preparation.add_member("Assessor A")
    page.reveal("PLN")
    panel = settle_by_keys(page, qtbot)
    panel.toggles[0].buttons[Stance.DISAGREES].click()
    qtbot.keyClicks(panel.toggles[0].why, "I saw no plan.")
    panel.toggles[0].why.commit()
    assert assessment.ratings.dissent("tiny", "PLN") == {member: "I saw no plan."}
    assert not panel.settle.isEnabled()
    panel.in_spite.setFocus()
    qtbot.keyClicks(panel.in_spite, "The board meets tomorrow.")
    press(qtbot, Qt.Key.Key_Return)
    rating = assessment.ratings.areas("tiny")["PLN"]
    assert (rating.settled, rating.in_spite) == (True, "The board meets tomorrow.")
    assert "The board meets tomorrow." in panel.before.text()


def test_the_panel_leads_to_the_goal_without_its_weakness(page, supported, qtbot):
    supported.ratings.characterise_all("tiny", dict.fromkeys(tiny_pack().practice_by_id, FULLY))
    supported.ratings.characterise("tiny", "PLN-AC-2", PARTIALLY)
    page.reveal("PLN")
    panel = settle_by_keys(page, qtbot)
    assert not panel.settle.isEnabled()
    assert panel.links.buttons[0].accessibleName() == "weakness to be described for 1 goal"
    panel.links.buttons[0].setFocus()
    press(qtbot, Qt.Key.Key_Space)
    assert staged(page).work.goal_editor.missing.isVisible()
    assert not panel.isVisible()


def test_escape_leads_from_the_panel_to_the_practices(page, qtbot):
    page.reveal("PLN-CO-1")
    panel = settle_by_keys(page, qtbot)
    assert not staged(page).work.practices.isVisible()
    press(qtbot, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert focused() is staged(page).work.practices


def test_another_area_closes_the_panel(page, qtbot):
    page.reveal("PLN-CO-1")
    panel = settle_by_keys(page, qtbot)
    press(qtbot, Qt.Key.Key_Down, modifier=Qt.KeyboardModifier.AltModifier)
    assert page.title.text() == "Area SUP"
    assert not panel.isVisible()


def missing_words(page: RatingsPage) -> list[str]:
    return [button.accessibleName() for button in staged(page).work.missing.buttons if button.isVisible()]


def test_an_area_says_what_is_missing_and_leads_there(page, assessment, qtbot):
    ratings = assessment.ratings
    ratings.characterise_all("tiny", {"PLN-CO-1": FULLY, "PLN-AC-1": FULLY})
    page.reveal("PLN-AC-2")
    assert missing_words(page) == ["1 practice not characterised yet", "evidence missing for 2 practices"]
    staged(page).work.missing.buttons[1].setFocus()
    press(qtbot, Qt.Key.Key_Space)
    assert focused() is staged(page).work.practices
    press(qtbot, "6")
    assert ratings.practices("tiny")["PLN-CO-1"].value is Characterisation.NOT_APPLICABLE
    assert missing_words(page) == [
        "1 practice not characterised yet",
        "reason missing why 1 practice does not apply",
        "evidence missing for 1 practice",
    ]


def test_nothing_is_missing_of_an_area_that_does_not_apply(page, assessment):
    assessment.ratings.set_not_applicable("tiny", "PLN", not_applicable=True, reason="Not done here.")
    page.reveal("PLN")
    assert missing_words(page) == []


def test_words_stand_beside_the_letters(page, assessment):
    assessment.ratings.characterise("tiny", "PLN-CO-1", FULLY)
    page.reveal("PLN-AC-2")
    assert [button.text() for button in staged(page).work.strip.buttons] == [
        "1  FI Fully",
        "2  LI Largely",
        "3  PI Partially",
        "4  NI Not in place",
        "5  NY Not yet due",
        "6  NA Does not apply",
        "0  Open",
    ]


def test_what_blocks_the_next_level_goes_by_name(page):
    chips = [button for button in staged(page).headline.areas if button.isVisible()]
    assert [chip.text() for chip in chips] == ["Area PLN", "Area SUP"]
    chips[1].click()
    assert page.title.text() == "Area SUP"


@pytest.mark.parametrize(
    ("place", "practices"),
    [
        (0, {"PLN-AC-1"}),
        (1, {"PLN-CO-1", "PLN-AC-1"}),
        (2, {"PLN-CO-1", "PLN-AC-1", "PLN-AC-2"}),
    ],
    ids=["practice", "goal", "area"],
)
def test_evidence_is_filed_for_as_many_practices_as_chosen(page, assessment, qtbot, place, practices):
    page.reveal("PLN-AC-1")
    staged(page).why.evidence.reach.setCurrentIndex(place)
    staged(page).why.evidence.session.setFocus()
    qtbot.keyClicks(focused(), "Interview 2")
    press(qtbot, Qt.Key.Key_Return)
    found = assessment.evidence.by_practice("tiny")
    assert found.keys() == practices
    assert {piece.session for pieces in found.values() for piece in pieces} == {"Interview 2"}


def test_a_session_named_again_is_the_same_piece(page, assessment, qtbot):
    for practice in ("PLN-AC-1", "PLN-AC-2"):
        page.reveal(practice)
        staged(page).why.evidence.session.setFocus()
        qtbot.keyClicks(focused(), "interview 2")
        press(qtbot, Qt.Key.Key_Return)
    assert len(assessment.evidence.all()) == 1
    assert assessment.evidence.by_practice("tiny").keys() == {"PLN-AC-1", "PLN-AC-2"}


def test_evidence_without_a_session_is_refused(page, assessment, closed_session, qtbot):
    page.reveal("PLN-AC-1")
    with qtbot.waitSignal(closed_session.told):
        staged(page).why.evidence.add.click()
    assert assessment.evidence.all() == []


def test_removing_evidence_takes_it_from_this_practice_alone(page, assessment):
    assessment.evidence.add(EvidenceKind.DOCUMENT, "Plan", model="tiny", practices=["PLN-AC-1", "PLN-AC-2"])
    page.reveal("PLN-AC-1")
    remove(page)
    assert assessment.evidence.by_practice("tiny").keys() == {"PLN-AC-2"}
    page.reveal("PLN-AC-2")
    remove(page)
    assert assessment.evidence.all() == []


def test_notes_on_a_practice_stand_with_its_evidence_by_role_and_lead_to_their_session(page, assessment):
    it, manager = assessment.interviews, assessment.preparation.add_participant(role="Manager", name="Wanda Low")
    meeting = it.add(SessionKind.INTERVIEW, "Interview 1")
    note = it.note(meeting, "It is planned.", participant=manager, tone=Tone.STRENGTH, tags=[Ref("tiny", "PLN-AC-1")])
    page.reveal("PLN-AC-2")
    panel = staged(page).why.evidence
    assert not panel.heard.isVisible()
    page.reveal("PLN-AC-1")
    (button,) = [button for button in panel.heard.buttons if button.isVisible()]
    assert button.accessibleName() == "Strength: Interview · Manager: It is planned."
    assert not panel.none.isVisible()
    asked: list[tuple[str, str]] = []
    page.session.asked_for.connect(lambda place, target: asked.append((place, target)))
    button.click()
    assert asked == [("interviews", note)]


def test_of_many_notes_the_newest_stand_beside_a_practice_and_all_are_a_click_away(page, assessment):
    it = assessment.interviews
    meeting = it.add(SessionKind.INTERVIEW, "Interview 1")
    for number in range(MOST_SHOWN + 3):
        it.note(meeting, f"Note {number}.", tags=[Ref("tiny", "PLN-AC-1")])
    page.reveal("PLN-AC-1")
    heard = staged(page).why.evidence.heard
    shown = [button.accessibleName() for button in heard.buttons if button.isVisible()]
    assert len(shown) == MOST_SHOWN
    assert shown[-1].endswith(f"Note {MOST_SHOWN + 2}.")
    assert heard.more.text() == "3 more: all sources"
    asked: list[tuple[str, str]] = []
    page.session.asked_for.connect(lambda place, target: asked.append((place, target)))
    heard.more.click()
    assert asked == [("evidence", str(Ref("tiny", "PLN-AC-1")))]
    page.reveal("PLN-AC-2")
    assert not heard.more.isVisible()


def test_a_source_that_only_notes_make_is_called_by_its_kind(page, assessment):
    it = assessment.interviews
    it.note(it.add(SessionKind.DEMONSTRATION, "Tour"), "Seen.", tags=[Ref("tiny", "PLN-AC-1")])
    page.reveal("PLN-AC-1")
    rows = [row for row in staged(page).work.practices.source.rows if isinstance(row, PracticeEntry)]
    row = next(row for row in rows if row.id == "PLN-AC-1")
    assert row.sources.startswith("demo\n")
    assert "Demonstration: Tour" in row.sources_tip


def remove(page: RatingsPage) -> None:
    """Press the one button there is."""
    from PySide6.QtWidgets import QPushButton

    found = [
        button
        for button in staged(page).why.evidence.findChildren(QPushButton)
        if button.accessibleName() == "Remove Plan" and button.isVisible()
    ]
    assert len(found) == 1
    found[0].click()


def test_a_practice_stands_once_and_says_which_goals_it_serves(page):
    page.reveal("PLN")
    rows = staged(page).work.practices.source.rows
    assert [(row.id, row.goals) for row in rows] == [("PLN-CO-1", "all goals"), ("PLN-AC-1", "G1"), ("PLN-AC-2", "G2")]


def test_reasons_and_history_follow_what_is_selected(page, supported, qtbot):
    page.reveal("PLN-CO-1")
    press(qtbot, "2", Qt.Key.Key_Up)
    assert "Why LI?" in texts(page)
    assert any("Largely in place" in text and "Tester" in text for text in texts(page))
    page.reveal("PLN-G1")
    assert any("Goal PLN-G1" in text for text in texts(page))


def texts(page: RatingsPage) -> list[str]:
    from desktop.ui.widgets.text import Label

    return [label.text() for label in staged(page).why.findChildren(Label) if label.isVisible()]


def test_undo_elsewhere_shows_here(page, assessment, qtbot):
    page.reveal("PLN-CO-1")
    press(qtbot, "1", Qt.Key.Key_Up)
    assessment.history.undo()
    assert staged(page).work.practices.source.row(0).value is None
    assert "Why open?" in texts(page)


def test_an_area_hidden_by_the_level_filter_is_revealed(page):
    staged(page).areas.levels.setCurrentIndex(staged(page).areas.levels.findData(3))
    assert page.title.text() == "Area STD"
    page.reveal("PLN")
    assert page.title.text() == "Area PLN"
    assert [entry.id for entry in staged(page).areas.rows.rows] == list(EVERYTHING)


def test_an_unknown_target_changes_nothing(page):
    page.reveal("PLN")
    page.reveal("nothing")
    assert page.title.text() == "Area PLN"


def test_without_a_model_it_says_what_to_do(page, assessment, closed_session, qtbot):
    assessment.models.remove("tiny")
    assert page.empty.isVisible()
    with qtbot.waitSignal(closed_session.asked_for) as asked:
        page.prepare.click()
    assert asked.args == ["preparation", "scope"]
    assessment.history.undo()
    assert staged(page).columns.isVisible()


def test_a_model_is_chosen_only_where_there_are_several(page, assessment, session_pack, qtbot):
    assert not page.chips.isVisible()
    assessment.models.add(session_pack)
    assert page.chips.isVisible()
    page.chips.buttons[0].click()
    assert page.title.text() == "Area PLN"
    page.reveal("PLN-CO-1")
    staged(page).work.strip.buttons[0].click()
    assert assessment.ratings.practices("second")["PLN-CO-1"].value is FULLY
    assert values(assessment) == {}
    press(qtbot, "2", modifier=Qt.KeyboardModifier.AltModifier)
    page.reveal("PLN-CO-1")
    press(qtbot, "2")
    assert values(assessment) == {"PLN-CO-1": LARGELY}


def test_a_target_can_name_its_model(page, assessment, session_pack, qtbot):
    assessment.models.add(session_pack)
    page.reveal("tiny/PLN-CO-1")
    press(qtbot, "1")
    page.reveal("second/PLN-CO-1")
    press(qtbot, "2")
    assert values(assessment) == {"PLN-CO-1": FULLY}
    assert assessment.ratings.practices("second")["PLN-CO-1"].value is LARGELY


@pytest.fixture
def session_pack():
    from msgspec.structs import replace

    return replace(tiny_pack(), id="second", name="Second model")


def test_a_reader_is_not_offered_to_edit(closed_session, assessment, qtbot):
    reader = Assessment.open(assessment.path, author="Reader")
    assert reader.readonly
    closed_session._assessment = None
    closed_session.adopt(reader)
    page = shown(closed_session, qtbot)
    page.reveal("PLN-CO-1")
    staged(page).settle.click()
    assert not staged(page).work.panel.settle.isEnabled()
    page.reveal("PLN-CO-1")
    with qtbot.waitSignal(closed_session.told):
        press(qtbot, "1")
    assert reader.ratings.practices("tiny") == {}
    assessment.close()


def test_every_field_and_button_says_what_it_is(page):
    from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QHeaderView, QLineEdit, QPlainTextEdit

    for kind in (QComboBox, QLineEdit, QPlainTextEdit, QAbstractItemView):
        for widget in page.findChildren(kind):
            parts_of_others = isinstance(widget, QHeaderView) or widget.window() is not page
            assert parts_of_others or widget.accessibleName(), widget
    for button in page.findChildren(QAbstractButton):
        if button.isVisible():
            assert button.accessibleName() or button.text(), button


def test_models_behave(page, qtmodeltester):
    for table in (staged(page).work.practices, staged(page).work.goals):
        qtmodeltester.check(table.source)
    qtmodeltester.check(staged(page).areas.rows)


def test_a_key_press_asks_the_file_for_little(session, qtbot):
    page = shown(session, qtbot)
    page.reveal("SRI-CO-1")
    asked = []
    for key in "1212":
        with counting(page.assessment) as statements:
            press(qtbot, key)
        asked.append(len(statements))
    assert len(session.assessment.ratings.practices("it-service-cmm")) == 4
    assert max(asked[1:]) <= 28, asked


def test_areas_out_of_scope_are_left_out_of_the_list_and_told(page, assessment):
    assessment.models.set_scope("tiny", ["STD", "DLV"], in_scope=False, reason="Up to level 2.")
    areas = staged(page).areas
    assert [entry.id for entry in areas.rows.rows] == ["PLN", "SUP"]
    assert areas.outside.text() == "2 areas of level 3 are out of scope"
    assert areas.levels.findData(3) == -1
    assert areas.view.height() > 5 * areas.outside.height(), "the list has the room"
    page.reveal("DLV")
    assert [entry.id for entry in areas.rows.rows] == ["PLN", "SUP", "DLV"], "what is shown has its line"


def test_the_page_starts_with_an_area_in_scope(closed_session, assessment, qtbot):
    assessment.models.set_scope("tiny", ["PLN"], in_scope=False, reason="Later.")
    assert shown(closed_session, qtbot).title.text() == "Area SUP"


def test_a_name_in_the_list_of_areas_has_room_for_its_lines_however_wide_the_list_is(page):
    areas, name = page.findChild(StagedBody).areas, "A name of many words for one area"
    areas.rows.set_rows([AreaEntry(id_, name, 2, "", Rating.NOT_RATED, settled=False) for id_ in ("ONE", "TWO")])
    first, second = (areas.rows.index(row, 0) for row in (0, 1))
    heights = []
    for width in (400, 90, 400):
        areas.view.setFixedWidth(width)
        QApplication.processEvents()
        assert areas.view.visualRect(second).top() == areas.view.visualRect(first).bottom() + 1
        heights.append(areas.view.visualRect(first).height())
    assert heights[1] > heights[0]


def test_practices_are_characterised_for_instances_once_one_is_named(page, supported, closed_session, dialogs, qtbot):
    """Number keys go from instance to instance, then to the team where the rule asks it, then to the next practice."""
    page.reveal("PLN-CO-1")
    strip, table = staged(page).work.strip, staged(page).work.practices
    assert not strip.instances.isVisible(), "off unless an assessment names instances"
    supported.organisation.add(ScopeSort.UNIT, "North")
    supported.organisation.add(ScopeSort.SERVICE, "E-mail")
    dialogs.texts = ["North", None]
    press(qtbot, "i")
    assert dialogs.offered == ["North", "E-mail"]
    press(qtbot, "i")
    assert dialogs.offered == ["E-mail"], "what is named already is not offered again"
    strip.instances.field.setFocus()
    qtbot.keyClicks(strip.instances.field, "South")
    press(qtbot, Qt.Key.Key_Return)
    assert [button.text().split(":")[0] for button in strip.instances.buttons.values()] == [
        "The practice itself",
        "North",
        "South",
    ]
    table.setFocus()
    press(qtbot, Qt.Key.Key_Left, "2", "3")
    practice = next(each for each in supported.results.of("tiny").practices if each.id == "PLN-CO-1")
    assert practice.value is None
    assert next(iter(strip.instances.buttons.values())).text().startswith("The team decides")
    assert here(table).id == "PLN-CO-1", "the rule leaves it to the team"
    assert here(table).note == "the team decides"
    press(qtbot, "3")
    assert here(table).id != "PLN-CO-1"
    practice = next(each for each in supported.results.of("tiny").practices if each.id == "PLN-CO-1")
    assert practice.value is PARTIALLY
    assert any("Characterised for several instances (2): LI, PI." in text for text in texts(page)) is False
    page.reveal("PLN-CO-1")
    assert any("Characterised for several instances (2): LI, PI." in text for text in texts(page)), "why?"


def here(table: PracticeTable) -> PracticeEntry:
    row = table.current_row()
    assert isinstance(row, PracticeEntry)
    return row
