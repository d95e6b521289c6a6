from desktop.model.listening.unheard import Unheard
from desktop.model.maturity.refs import Ref
from desktop.model.records import SessionKind

PLAN = Ref("tiny", "PLN-AC-1")
INTERVIEW = SessionKind.INTERVIEW


def test_what_lacks_a_word_is_told_for_the_areas_of_a_session(assessment):
    it = assessment.interviews
    manager, agent = (assessment.preparation.add_participant(role=role) for role in ("Manager", "Agent"))
    both, alone = it.add(INTERVIEW, "Interview 1"), it.add(INTERVIEW, "Interview 2")
    assert it.unheard(both) == []
    it.take_part(both, participants=[manager, agent])
    it.take_part(alone, participants=[manager])
    it.set_areas(both, [Ref("tiny", "PLN")])
    assert Unheard(PLAN) in it.unheard(both)
    it.note(both, "Somebody plans.", tags=[PLAN])
    assert Unheard(PLAN, ("Manager", "Agent")) in it.unheard(both)
    it.note(alone, "We plan.", tags=[PLAN])
    assert Unheard(PLAN, ("Agent",)) in it.unheard(both)
    it.note(both, "I plan.", participant=agent, tags=[PLAN])
    assert PLAN not in {each.part for each in it.unheard(both)}
    assert [(each.note.text, each.role) for each in it.heard("tiny", PLAN.part)] == [
        ("Somebody plans.", ""),
        ("We plan.", "Manager"),
        ("I plan.", "Agent"),
    ]


def test_a_session_speaks_of_the_models_of_its_areas_or_of_all(assessment):
    it = assessment.interviews
    session = it.add(INTERVIEW, "Interview 1")
    every = [each.id for each in assessment.models.all()]
    assert it.spoken_of(session) == every
    it.set_areas(session, [Ref("tiny", "PLN")])
    assert it.spoken_of(session) == ["tiny"]


def test_notes_are_counted_and_heard_only_while_they_are_there(assessment):
    it = assessment.interviews
    first, second = it.add(INTERVIEW, "Interview 1"), it.add(INTERVIEW, "Interview 2")
    kept = it.note(first, "Planned.", tags=[PLAN])
    gone, untagged = it.note(first, "Gone.", tags=[PLAN]), it.note(first, "Untagged.", tags=[PLAN])
    it.note(second, "Elsewhere.", tags=[Ref("tiny", "PLN-G1")])
    it.remove_notes([gone])
    it.tag(untagged, [PLAN], tagged=False)
    assert it.counted() == {first: 2, second: 1}
    assert [each.note.id for each in it.heard("tiny", PLAN.part)] == [kept]
    it.remove(first)
    assert it.counted() == {second: 1}
    assert it.heard("tiny", PLAN.part) == ()
    assert set(it.sources("tiny")) == {"PLN-G1"}
