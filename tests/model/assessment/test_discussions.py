"""What is taken down while findings are discussed."""

import pytest

from desktop.model.maturity.refs import Ref
from desktop.model.records import PointSort, SessionKind, Stance, Tone

PLAN = Ref("tiny", "PLN")


@pytest.fixture
def finding(assessment):
    return assessment.findings.add("Planning is weak.", tone=Tone.WEAKNESS, area=PLAN)


@pytest.fixture
def session(assessment):
    return assessment.interviews.add(SessionKind.DISCUSSION, "Discussion 1")


def test_what_is_said_is_a_note_of_the_discussion_and_a_source(assessment, session, finding, refused):
    it = assessment.discussions
    note = it.say(session, finding, "It was better last year.")
    (told,) = it.of(finding).notes
    assert (told.id, told.text, told.tone) == (note, "It was better last year.", Tone.WEAKNESS)
    assert assessment.interviews.tags(note) == (PLAN,)
    assert [source.session for source in assessment.interviews.sources("tiny")["PLN"]] == ["Discussion 1"]
    assessment.interviews.remove_notes([note])
    assert it.of(finding).notes == ()
    assert refused(it.say, session, finding, " ") == "note.empty"
    assert refused(it.say, session, "gone", "A") == "finding.unknown"


def test_it_speaks_of_what_the_observations_are_about(assessment, session):
    it = assessment.interviews
    part = Ref("tiny", "STD-AC-1")
    notes = [it.note(it.add(SessionKind.INTERVIEW, name), "Heard.", tags=[part]) for name in ("a", "b")]
    observation = assessment.observations.add("Heard.", tone=Tone.STRENGTH, notes=notes)
    assessment.observations.agree_all([observation])
    assessment.observations.confirm([observation])
    finding = assessment.findings.add("Fine.", tone=Tone.STRENGTH, observations=[observation])
    assert assessment.discussions.parts(finding) == [part]


def test_stances_directions_decisions_and_actions_belong_to_the_finding(assessment, session, finding, refused):
    it = assessment.discussions
    it.settle(session, finding, Stance.DISAGREES)
    first = it.write_down(session, finding, PointSort.DIRECTION, " Plan by quarter. ")
    it.write_down(session, finding, PointSort.DECISION, "We plan by quarter.")
    action = assessment.actions.add("Plan by quarter", model="tiny", aim="PLN-G1", finding=finding)
    found = it.of(finding)
    assert found.stances == {session: Stance.DISAGREES}
    assert [(each.sort, each.text) for each in found.points] == [
        (PointSort.DIRECTION, "Plan by quarter."),
        (PointSort.DECISION, "We plan by quarter."),
    ]
    assert [each.id for each in found.actions] == [action]
    it.take_up(finding, action, taken=False)
    assert it.of(finding).actions == ()
    assert refused(it.take_up, finding, "gone") == "action.unknown"
    it.rub_out(first)
    assert len(it.of(finding).points) == 1
    assert refused(it.rub_out, first) == "point.unknown"
    assert refused(it.write_down, session, finding, PointSort.DECISION, " ") == "point.empty"
    assert refused(it.settle, "gone", finding, None) == "session.unknown"
    assert [each.name for each in it.sessions()] == ["Discussion 1"]
    assessment.interviews.remove(session)
    assert (it.of(finding).stances, it.of(finding).points) == ({}, ())
