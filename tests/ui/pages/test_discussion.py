"""The view of the discussion: one area at a time, captured by keys, and nobody named."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from desktop.exchange.deliverable import gather
from desktop.model.maturity.refs import Ref
from desktop.model.records import PointSort, SessionKind, Stance, Tone
from desktop.ui.pages.findings.discussion_timer import DiscussionTimer
from desktop.ui.pages.findings.feedback_meeting import FeedbackMeeting
from desktop.ui.pages.findings.page import DISCUSSION, FindingsPage
from desktop.ui.session import Session
from tests.builders import tiny_pack
from tests.builders_schemes import tiny_streams
from tests.gui import put_in_front

MODEL = "it-service-cmm"
COMMITMENT, TRACKING = Ref(MODEL, "SCM"), Ref(MODEL, "STO")


@pytest.fixture
def findings(session: Session) -> list[str]:
    """Two on one area, one on another."""
    it = session.assessment.findings
    return [
        it.add(text, tone=Tone.WEAKNESS, area=area)
        for text, area in (("Needs are old.", COMMITMENT), ("Needs are few.", COMMITMENT), ("Work is late.", TRACKING))
    ]


@pytest.fixture
def meeting(session: Session) -> str:
    """A discussion of an hour on two areas, with one participant and one of the team."""
    it, preparation = session.assessment.interviews, session.assessment.preparation
    held = it.add(SessionKind.DISCUSSION, "Discussion 1", starts="10:00", ends="11:00")
    it.set_areas(held, [COMMITMENT, TRACKING])
    it.take_part(held, members=[preparation.members()[0].id], participants=[preparation.participants()[0].id])
    return held


@pytest.fixture
def page(session: Session, findings: list[str], qtbot) -> FindingsPage:
    made = FindingsPage(session)
    put_in_front(qtbot, made)
    made.tabs.setCurrentIndex(DISCUSSION)
    QApplication.processEvents()
    return made


def press(widget, *keys: Qt.Key) -> None:
    widget.setFocus()
    for key in keys:
        QTest.keyClick(widget, key)


def write(page: FindingsPage, key: Qt.Key, text: str) -> None:
    """Press a letter on the finding, type, and keep it."""
    press(page.discussion.finding, key)
    line = page.discussion.finding.line
    assert line.hasFocus()
    QTest.keyClicks(line, text)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert line.text() == ""


def shown(page: FindingsPage) -> str:
    return page.discussion.finding.text.text()


def seen(page: FindingsPage) -> str:
    return "\n".join(label.text() for label in page.discussion.findChildren(QLabel) if label.isVisible())


def test_agreement_words_directions_decisions_and_actions_are_captured_by_keys(meeting, page, session, findings):
    assert "Area 1 of 2" in seen(page)
    assert "Present: participants 1, team 1" in seen(page)
    press(page.discussion.finding, Qt.Key.Key_A)
    write(page, Qt.Key.Key_S, "Ask every year")
    write(page, Qt.Key.Key_C, "We ask in May")
    write(page, Qt.Key.Key_T, "Ask all customers in May")
    QTest.keyClick(page.discussion.finding.line, Qt.Key.Key_Escape)
    assert page.discussion.finding.hasFocus()
    press(page.discussion.finding, Qt.Key.Key_Down, Qt.Key.Key_D)
    assert page.discussion.finding.line.hasFocus(), "who differ are asked what they say"
    QTest.keyClicks(page.discussion.finding.line, "There are more than you think.")
    QTest.keyClick(page.discussion.finding.line, Qt.Key.Key_Return)
    it = session.assessment.discussions
    first, second = it.of(findings[0]), it.of(findings[1])
    assert (first.stances, second.stances) == ({meeting: Stance.AGREES}, {meeting: Stance.DISAGREES})
    assert [(each.sort, each.text) for each in first.points] == [
        (PointSort.DIRECTION, "Ask every year"),
        (PointSort.DECISION, "We ask in May"),
    ]
    assert [(each.title, each.model, each.aim) for each in first.actions] == [("Ask all customers in May", *COMMITMENT)]
    assert [note.text for note in second.notes] == ["There are more than you think."]
    assert [each.session for each in session.assessment.interviews.sources(MODEL)["SCM"]] == ["Discussion 1"]
    assert "Said: There are more than you think." in seen(page)


def test_keys_lead_through_findings_and_areas(meeting, page):
    finding = page.discussion.finding
    assert shown(page) == "Needs are old."
    press(finding, Qt.Key.Key_Down)
    assert shown(page) == "Needs are few."
    press(finding, Qt.Key.Key_Down)
    assert shown(page) == "Work is late."
    assert "Service tracking and oversight" in seen(page)
    press(finding, Qt.Key.Key_Left)
    assert shown(page) == "Needs are old."
    press(finding, Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert shown(page) == "Work is late.", "beyond the last there is none"


def test_pressing_again_takes_an_agreement_back(meeting, page, session, findings):
    press(page.discussion.finding, Qt.Key.Key_A, Qt.Key.Key_A)
    assert session.assessment.discussions.of(findings[0]).stances == {}


def test_nothing_is_captured_before_a_discussion_is_held(page, session, findings):
    press(page.discussion.finding, Qt.Key.Key_A)
    assert session.assessment.discussions.of(findings[0]).stances == {}
    page.discussion.begin.click()
    (held,) = session.assessment.discussions.sessions()
    assert session.assessment.interviews.areas(held.id) == {COMMITMENT}
    press(page.discussion.finding, Qt.Key.Key_A)
    assert session.assessment.discussions.of(findings[0]).stances == {held.id: Stance.AGREES}


def test_nobody_is_named_to_the_room(meeting, page, session, findings):
    person = session.assessment.preparation.participants()[0]
    session.assessment.preparation.set_participant(person.id, name="Anna Miller")
    session.assessment.findings.change(findings[0], text="Anna asks nobody.")
    session.assessment.discussions.say(meeting, findings[0], "So says Miller.")
    page.refresh()
    assert "Anna" not in seen(page)
    assert "Miller" not in seen(page)
    assert "settle that under Findings" in shown(page)
    session.assessment.findings.change(findings[0], names_nobody=True)
    page.refresh()
    assert shown(page) == "Anna asks nobody."


def test_the_time_is_planned_from_the_session_counts_and_shows_when_it_is_over(meeting, page):
    timer = page.discussion.timer
    assert timer.told.text() == "0:00 of 30 min"
    press(page.discussion.finding, Qt.Key.Key_Space)
    assert timer.runs
    press(page.discussion.finding, Qt.Key.Key_Right)
    assert timer.passed == 0, "another area begins anew"
    page.tabs.setCurrentIndex(0)
    assert not timer.runs


def test_a_timer_counts_in_seconds_and_its_plan_changes_in_steps(qtbot):
    timer = DiscussionTimer()
    qtbot.addWidget(timer)
    timer.begin(1)
    for _second in range(301):
        timer.tick()
    assert (timer.told.text(), timer.told.property("tone")) == ("5:01 of 5 min", "warn")
    timer.more.click()
    assert (timer.told.text(), timer.told.property("tone")) == ("5:01 of 10 min", "plain")
    timer.less.click()
    timer.less.click()
    assert timer.planned == 5


def test_the_profile_chosen_for_the_feedback_meeting_is_remembered(closed_session, moulds, tmp_path, qtbot):
    closed_session.adopt(moulds.fresh(tmp_path / "two.maturity", [tiny_pack(), tiny_streams()]))
    told = gather(closed_session.assessment)
    for chosen in ("tiny-streams", "tiny"):
        meeting = FeedbackMeeting(closed_session.settings)
        qtbot.addWidget(meeting)
        meeting.show_results(told)
        meeting.model.show_value(chosen)
        meeting.model.chosen.emit(chosen)
        again = FeedbackMeeting(closed_session.settings)
        qtbot.addWidget(again)
        again.show_results(told)
        assert again.model.value() == chosen


def test_the_feedback_meeting_shows_what_may_leave_the_team_alone(page, session, findings):
    it, assessment = session.assessment.interviews, session.assessment
    notes = [it.note(it.add(SessionKind.INTERVIEW, name), "Heard.") for name in ("a", "b")]
    observation = assessment.observations.add("Heard.", tone=Tone.WEAKNESS, notes=notes)
    assessment.observations.agree_all([observation])
    assessment.observations.confirm([observation])
    assessment.findings.keep(findings[2], [observation])
    assessment.findings.mark([findings[2]])
    assessment.actions.add("Look at the work weekly", owner="Head of desk")
    page.refresh()
    page.discussion.modes.button(1).click()
    assert page.discussion.feedback.told == [
        "Service tracking and oversight",
        "Weakness: Work is late.",
        "Look at the work weekly – Head of desk",
    ]
    assert "Needs are old." not in seen(page)


def test_without_findings_it_offers_nothing_that_needs_one(session, qtbot):
    made = FindingsPage(session)
    put_in_front(qtbot, made)
    made.tabs.setCurrentIndex(DISCUSSION)
    QApplication.processEvents()
    view = made.discussion
    assert view.empty.isVisible()
    assert not any(part.isVisible() for part in (view.timer, view.session, view.begin, view.next))
    assert view.empty.note.height() < 60, "the words stand at the top"
    assert not made.subtitle.text()


def test_who_is_here_is_said_on_the_spot(meeting, page, session):
    it, members = session.assessment.interviews, session.assessment.preparation.members()
    people = session.assessment.preparation.participants()
    session.dialogs.picks = [[f"team:{members[1].id}", f"people:{people[1].id}", f"people:{people[2].id}"], None]
    press(page.discussion.finding, Qt.Key.Key_P)
    assert it.members(meeting) == {members[1].id}
    assert it.participants(meeting) == {people[1].id, people[2].id}
    assert "Present: participants 2, team 1" in seen(page)
    page.discussion.attendance.click()
    assert it.participants(meeting) == {people[1].id, people[2].id}, "nothing was said"


def test_an_action_has_its_owner_and_its_day_at_once(meeting, page, session, findings):
    write(page, Qt.Key.Key_T, "Ask customers; Service manager; 2100-03-01")
    told = []
    session.told.connect(lambda text, _tone: told.append(text))
    line = page.discussion.finding.line
    QTest.keyClicks(line, "Ask again; Service manager; soon")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert "“soon” is not a day" in told[-1]
    assert line.text().startswith("Ask again"), "nothing typed is lost"
    (action,) = session.assessment.discussions.of(findings[0]).actions
    assert (action.title, action.owner, action.due) == ("Ask customers", "Service manager", dt.date(2100, 3, 1))
    assert "Action: Ask customers – Service manager, 2100-03-01" in seen(page)
