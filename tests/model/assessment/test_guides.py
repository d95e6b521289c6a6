"""Guides of sessions."""

from __future__ import annotations

import pytest

from desktop.model.maturity.refs import Ref
from desktop.model.records import OWN, SessionKind
from desktop.model.scoring.asking import AskReason

AREA = Ref("tiny", "PLN")


@pytest.fixture
def session(assessment):
    found = assessment.interviews.add(SessionKind.INTERVIEW, "Interview 1")
    assessment.interviews.set_areas(found, [AREA])
    return found


def asks(assessment, session):
    return [line.topic.ask for line in assessment.guides.of(session)]


def test_a_guide_asks_the_questions_about_the_areas_and_of_parts_without_one(assessment, session):
    lines = assessment.guides.of(session)
    about = {part.part for line in lines for part in line.topic.parts}
    assert about == {"PLN-CO-1", "PLN-AC-1", "PLN-AC-2"}
    assert all(line.silent for line in lines if line.topic.parts)
    first = next(line for line in lines if Ref("tiny", "PLN-AC-1") in line.topic.parts)
    assessment.interviews.note(session, "We plan.", tags=first.topic.parts)
    assert next(line for line in assessment.guides.of(session) if line.topic == first.topic).silent == ()
    assessment.interviews.set_areas(session, [])
    assert assessment.guides.of(session) == ()


def test_what_the_answers_leave_open_comes_first(assessment, session):
    for choice in ("always",) * 4 + ("rarely",) * 4:
        person = assessment.preparation.add_participant()
        assessment.questionnaires.answer("tiny", person, "PLN-Q2", choice)
    assert assessment.guides.worth("tiny")[0].question == "PLN-Q2"
    line = assessment.guides.of(session)[0]
    assert (line.topic.ask, line.reasons[0]) == (Ref("tiny", "PLN-Q2"), AskReason.TWO_CAMPS)


def test_the_team_asks_in_one_session_or_in_all_about_an_area(assessment, session, refused):
    guides = assessment.guides
    here, everywhere = guides.add(" What  hurts? ", session=session), guides.add("Who plans?", area=AREA)
    guides.add("Who supports?", area=Ref("tiny", "SUP"))
    other = assessment.interviews.add(SessionKind.DISCUSSION, "Other")
    assessment.interviews.set_areas(other, [AREA])
    own = [ask.part for ask in asks(assessment, session) if ask.model == OWN]
    assert set(own) == {here, everywhere}
    assert [ask.part for ask in asks(assessment, other) if ask.model == OWN] == [everywhere]
    assert guides.own(here).text == "What hurts?"
    guides.change(here, "What helps?")
    guides.mark_asked(session, Ref(OWN, everywhere))
    assert asks(assessment, session)[-1] == Ref(OWN, everywhere)
    assert asks(assessment, other)[0] == Ref(OWN, everywhere)
    guides.remove(here)
    assert refused(guides.own, here) == "guide_question.unknown"
    assert refused(guides.add, " ", session=session) == "guide_question.empty"
    assert refused(guides.add, "Why?", area=Ref("tiny", "PLN-AC-1")) == "area.unknown"
    assert refused(guides.add, "Why?") == "session.unknown"
    assert refused(guides.mark_asked, "gone", AREA) == "session.unknown"


def test_a_guide_of_each_kind_of_model_asks_of_every_part(several):
    it = several.interviews
    places = {"tiny-streams": "DSK", "tiny-criteria": "tool"}
    session = it.add(SessionKind.INTERVIEW, "Interview 1")
    it.set_areas(session, [Ref(model, place) for model, place in places.items()])
    lines = several.guides.of(session)
    about = [part for line in lines for part in line.topic.parts]
    assert set(about) == {each.part for each in it.unheard(session)}
    assert len(about) == len(set(about))
    stream = several.models.get("tiny-streams").pack.stream_by_id["DSK"]
    assert Ref("tiny-streams", stream.question.id) in [line.topic.ask for line in lines]
