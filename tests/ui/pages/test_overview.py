"""The overview tells the engine's numbers and leads to what is next."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView, QWidget

from desktop.model.assessment import Assessment
from desktop.model.maturity import Link
from desktop.model.maturity.questionnaire import level_choice
from desktop.model.records import SessionKind
from desktop.model.scoring.vocabulary import Characterisation, EvidenceKind, Fulfilment
from desktop.ui.pages.overview.agenda import agenda
from desktop.ui.pages.overview.criteria import TrackCards
from desktop.ui.pages.overview.next_step import next_step
from desktop.ui.pages.overview.page import OverviewPage
from desktop.ui.pages.overview.staged import StagedCards
from desktop.ui.pages.overview.streams import StreamCards
from desktop.ui.pages.overview.together import Together
from desktop.ui.session import Session
from desktop.ui.widgets.folding_row import FoldingRow
from desktop.ui.widgets.text import Label
from tests.builders import tiny_pack
from tests.builders_schemes import tiny_criteria, tiny_streams
from tests.gui import put_in_front

MODEL = "it-service-cmm"


def shown(qtbot, session: Session, width: int = 1084) -> OverviewPage:
    """The page in front, all of it made."""
    page = OverviewPage(session)
    put_in_front(qtbot, page, width, 700)
    qtbot.waitUntil(lambda: page._together is not None and page._together.isVisible())
    return page


def together(page: OverviewPage) -> Together:
    """What stands below the cards."""
    assert page._together is not None
    return page._together


@pytest.fixture
def page(qtbot, session: Session) -> OverviewPage:
    return shown(qtbot, session)


def test_the_level_and_its_blockers_are_the_engines(page, session):
    cards = page._cards[MODEL]
    result = session.assessment.results.of(MODEL)
    assert str(result.level.reached) in cards._level.heading.text()
    assert [row.blocker for row in cards._rows.rows] == list(result.level.blockers[:4])


def test_it_follows_an_edit_made_elsewhere(page, session):
    assert together(page).progress._parts["areas"][0].note.text().startswith("0 of 22")
    session.assessment.ratings.set_not_applicable(MODEL, "SUB", not_applicable=True, reason="Nothing is bought in.")
    assert "1 not applicable" in together(page).progress._parts["areas"][0].note.text()


def test_enter_on_a_blocker_leads_to_its_ratings(page, session, qtbot):
    table = page._cards[MODEL]._table
    table.setCurrentIndex(table.proxy.index(0, 0))
    with qtbot.waitSignal(session.asked_for) as asked:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert asked.args == ["ratings", f"{MODEL}/{session.assessment.results.of(MODEL).level.blockers[0].place}"]


def step(session):
    assessment = session.assessment
    models = assessment.models.all()
    return next_step(assessment, models, {m.id: assessment.results.of(m.id) for m in models})


def test_what_is_next_follows_the_work(session):
    assert step(session).page == "questionnaires"
    participant = session.assessment.preparation.participants()[0].id
    scale = session.assessment.models.get(MODEL).scale
    session.assessment.questionnaires.answer(MODEL, participant, "SCM-Q1", scale.answers[0].id)
    assert (step(session).page, step(session).target) == ("ratings", "SCM")
    area = session.assessment.models.get(MODEL).pack.area_by_id["SCM"]
    practices = [practice.id for practice in area.practices]
    for kind, place in ((EvidenceKind.INTERVIEW, "Interview 1"), (EvidenceKind.DOCUMENT, "Agreements")):
        session.assessment.evidence.add(kind, place, model=MODEL, practices=practices)
    session.assessment.ratings.characterise_all(MODEL, dict.fromkeys(practices, Characterisation.FULLY))
    assert step(session).target == "SDP"


@pytest.mark.parametrize(
    ("today", "told"),
    [
        (dt.date(2026, 3, 1), "1 day until"),
        (dt.date(2026, 3, 2), "Day 1 of 5"),
        (dt.date(2026, 3, 6), "Day 5 of 5"),
        (dt.date(2026, 3, 7), "Aftercare"),
    ],
)
def test_the_phase_is_told_by_the_dates(page, session, monkeypatch, today, told):
    session.assessment.preparation.set_details(starts=dt.date(2026, 3, 2), ends=dt.date(2026, 3, 6))
    monkeypatch.setattr(session, "today", lambda: today)
    page.refresh()
    assert told in page.subtitle.text()


@pytest.fixture
def three(closed_session, moulds, tmp_path):
    """A staged model, one of streams and one of criteria in use."""
    streams = tiny_streams(
        crosswalk=[Link(origin="DSK", model="tiny-criteria", to=("tool",), why="Both answer calls.")]
    )
    packs = [tiny_pack(), streams, tiny_criteria()]
    closed_session.adopt(moulds.fresh(tmp_path / "three.maturity", packs))
    return closed_session


@pytest.fixture
def page_of_three(three, qtbot) -> OverviewPage:
    return shown(qtbot, three)


def spoken(page: OverviewPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(Label) if label.isVisible())


def test_every_model_has_its_cards(page_of_three):
    assert {model: type(cards) for model, cards in page_of_three._cards.items()} == {
        "tiny": StagedCards,
        "tiny-streams": StreamCards,
        "tiny-criteria": TrackCards,
    }


def test_streams_show_the_weakest_first_and_what_it_lacks(page_of_three, three):
    assessment = three.assessment
    for stream, level in (("DSK", 3), ("REQ", 1), ("REP", 2)):
        assessment.streams.rate_stream("tiny-streams", stream, level)
    assessment.targets.set("tiny-streams", "REQ", level=4)
    cards = page_of_three._cards["tiny-streams"]
    assert [row.id for row in cards._rows.rows] == ["REQ", "REP", "DSK"]
    assert cards._rows.index(0, 1).data() == "Do 1 for REQ at 2. and 1 more"
    assert "Stream REQ level 1, target 4" in cards._radar.accessibleName()
    assert "Stream DSK level 3" in cards._radar.accessibleName()
    assert "Weakest stream: Stream REQ at level 1" in spoken(page_of_three)


def test_tracks_show_what_stops_them_and_the_caps(page_of_three, three):
    assessment = three.assessment
    every = assessment.models.get("tiny-criteria").pack.statement_by_id
    assessment.statements.rate("tiny-criteria", list(every), Fulfilment.MET)
    assessment.statements.rate("tiny-criteria", "TOL-3-1", Fulfilment.NOT_MET)
    cards = page_of_three._cards["tiny-criteria"]
    shown = [(row.part, cards._rows.columns[1].text(row)) for row in cards._rows.rows]
    assert shown == [("TOL-3-1", "At most 2"), ("TOL-3-1", "Not met")]
    assert cards._rows.rows[0].text == "The tool stands alone."
    assert "4 Level 4: capped" in cards._tracks[0][1].accessibleName()
    assessment.statements.rate("tiny-criteria", "TOL-1-1", Fulfilment.NOT_MET)
    assert "Track tool is the lowest." in spoken(page_of_three)


def test_enter_on_a_statement_leads_to_its_ratings(page_of_three, three, qtbot):
    three.assessment.statements.rate("tiny-criteria", "WRK-1-1", Fulfilment.NOT_MET)
    table = page_of_three._cards["tiny-criteria"]._table
    place = [row.part for row in page_of_three._cards["tiny-criteria"]._rows.rows].index("WRK-1-1")
    table.setCurrentIndex(table.proxy.index(place, 0))
    with qtbot.waitSignal(three.asked_for) as asked:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert asked.args == ["ratings", "tiny-criteria/WRK-1-1"]


def test_models_that_disagree_are_told(page_of_three, three, qtbot):
    assert not together(page_of_three).disagree.isVisible()
    three.assessment.streams.rate_stream("tiny-streams", "DSK", 4)
    three.assessment.statements.rate("tiny-criteria", "TOL-2-1", Fulfilment.NOT_MET)
    assert together(page_of_three).disagree.isVisible()
    (row,) = together(page_of_three).disagree._rows.rows
    assert "Stream DSK (Tiny streams) is at level 4, but Track tool (Tiny criteria) is at level 1" in row.text
    together(page_of_three).disagree._table.selectRow(0)
    with qtbot.waitSignal(three.asked_for) as asked:
        qtbot.keyClick(together(page_of_three).disagree._table, Qt.Key.Key_Return)
    assert asked.args == ["gaps", "tiny-criteria/tool"]


def test_what_is_next_in_models_of_every_scheme(closed_session, tmp_path):
    closed_session.adopt(Assessment.create(tmp_path / "b.maturity", [tiny_streams(), tiny_criteria()], author="Tester"))
    assessment = closed_session.assessment
    participant = assessment.preparation.add_participant(role="Agent")
    assessment.questionnaires.answer("tiny-streams", participant, "DSK-Q1", level_choice(2))
    assert (step(closed_session).text, step(closed_session).target) == ("rate Track work", "tiny-criteria/WRK-1-1")
    every = assessment.models.get("tiny-criteria").pack.statement_by_id
    assessment.statements.rate("tiny-criteria", list(every), Fulfilment.NOT_MET)
    assert (step(closed_session).text, step(closed_session).target) == ("rate Stream DSK", "tiny-streams/DSK")
    for stream in ("DSK", "REQ", "REP"):
        assessment.streams.rate_stream("tiny-streams", stream, 2)
    assert step(closed_session).page == "gaps"


def scrolling(page: OverviewPage) -> list[str]:
    """What scrolls inside the page that scrolls."""
    return [view.accessibleName() for view in page.findChildren(QTableView) if view.verticalScrollBar().maximum() > 0]


@pytest.mark.parametrize(("width", "columns"), [(1084, 2), (640, 1)])
def test_cards_fold_and_nothing_scrolls_within_the_page(three, qtbot, width, columns):
    page = shown(qtbot, three, width)
    for cards in page._cards.values():
        row = cards.findChild(FoldingRow)
        assert row is not None
        qtbot.waitUntil(lambda row=row: row.columns == columns)
        level = cards._level
        qtbot.waitUntil(lambda level=level: level.height() >= level.layout().totalHeightForWidth(level.width()))
    assert scrolling(page) == []


def test_what_lies_below_is_made_after_the_first_painting(three, qtbot):
    page = OverviewPage(three)
    qtbot.addWidget(page)
    page.resize(1084, 700)
    page.wear()
    page.show_now()
    assert [(item.page, item.target) for item in page._agenda.items.rows] == [
        ("preparation", "participants"),
        ("preparation", "check:sponsor"),
    ]
    assert len(page._cards) == 1
    assert page._together is None
    page.show()
    qtbot.waitUntil(lambda: len(page._cards) == 3)
    qtbot.waitUntil(together(page).progress.isVisible)


def test_tab_comes_from_card_to_card_and_then_to_what_stands_below(page_of_three, three):
    three.assessment.models.add(msgspec.structs.replace(tiny_pack(), id="later"))
    cards = page_of_three._cards
    tables = [page_of_three._agenda.table, *(each._table for each in cards.values())]
    tables += together(page_of_three).findChildren(QTableView)
    passed: list[QWidget] = [page_of_three]
    while (following := passed[-1].nextInFocusChain()) is not None and following not in passed:
        passed.append(following)
    assert [*cards][-1] == "later"
    assert [widget for widget in passed if widget in tables] == tables


def test_only_the_first_lines_of_what_blocks_are_shown_and_the_rest_is_a_click_away(page, session, qtbot):
    blockers = session.assessment.results.of(MODEL).level.blockers
    cards = page._cards[MODEL]
    assert len(blockers) == 7
    assert len(cards._rows.rows) == 4
    assert cards.more.text() == "3 more: all gaps"
    with qtbot.waitSignal(session.asked_for) as asked:
        cards.more.click()
    assert asked.args == ["gaps", MODEL]


def waiting(session: Session, today: dt.date) -> list[tuple[str, str]]:
    models = session.assessment.models.all()
    results = {model.id: session.assessment.results.of(model.id) for model in models}
    step = next_step(session.assessment, models, results)
    return [(item.text, item.state) for item in agenda(step, session.assessment, models, today)]


def test_the_agenda_tells_what_is_overdue_the_oldest_first(session):
    actions = session.assessment.actions
    day = dt.date(2026, 3, 10)
    for number, (due, owner) in enumerate(
        [(day, ""), (day - dt.timedelta(1), "Desk lead"), (day - dt.timedelta(9), ""), (day + dt.timedelta(14), "")], 1
    ):
        actions.add(f"Do {number}", due=due, owner=owner)
    actions.add("Later", due=day + dt.timedelta(15), owner="Somebody")
    assert waiting(session, day)[1:-1] == [
        ("Action 3: Do 3", "9 days overdue"),
        ("Action 2, Desk lead: Do 2", "1 day overdue"),
        ("2 actions are due within two weeks", "Due soon"),
        ("3 actions have no owner", "To settle"),
    ]
    for number in range(3):
        actions.add(f"Old {number}", due=day - dt.timedelta(20 + number), owner="Desk lead")
    assert waiting(session, day)[1:5] == [
        ("Action 8, Desk lead: Old 2", "22 days overdue"),
        ("Action 7, Desk lead: Old 1", "21 days overdue"),
        ("Action 6, Desk lead: Old 0", "20 days overdue"),
        ("2 more actions", "Overdue"),
    ]


def test_clashes_are_told_and_the_next_item_of_the_checklist_comes_last(session):
    it, day = session.assessment.interviews, dt.date(2026, 3, 10)
    member = session.assessment.preparation.members()[0].id
    for name in ("One", "Two"):
        talk = it.add(SessionKind.KICK_OFF, name, day=day, starts="09:00", ends="10:00")
        it.take_part(talk, members=[member])
    session.assessment.preparation.set_details(sponsor="The board")
    found = waiting(session, day)
    assert found[1] == ("1 clash on the schedule", "To settle")
    assert found[-1] == ("Write down the business goals that it serves", "Preparation")


def test_forms_that_are_late_are_told(session):
    session.assessment.preparation.set_details(return_by=dt.date(2026, 3, 1))
    assert waiting(session, dt.date(2026, 3, 1))[0] == ("Write and import forms", "Next")
    assert ("3 forms are not back yet", "Overdue") in waiting(session, dt.date(2026, 3, 2))
    assert not [text for text, _ in waiting(session, dt.date(2026, 3, 1)) if "back" in text]


def test_enter_on_the_agenda_leads_to_where_it_is_done(page, session, qtbot):
    action = session.assessment.actions.add("Do it", due=dt.date(2020, 1, 1), owner="Desk lead")
    table = page._agenda.table
    table.selectRow(1)
    with qtbot.waitSignal(session.asked_for) as asked:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert asked.args == ["actions", action]
