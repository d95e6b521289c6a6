"""What is known of an observation."""

from desktop.model.maturity.refs import Ref
from desktop.model.records import ObservationState

PLAN, TRACK = Ref("tiny", "PLN-AC-1"), Ref("tiny", "PLN-AC-2")


def test_it_is_drawn_from_notes_and_comments_and_is_about_what_they_speak_of(assessment, noted, comment):
    it = assessment.observations
    found = it.get(it.add(" The plan is on paper. ", notes=noted[:1], comments=[comment]))
    assert (found.observation.text, found.observation.number, found.observation.state) == (
        "The plan is on paper.", 1, ObservationState.DRAFT
    )  # fmt: skip
    assert found.tags == (PLAN,)
    assert [each.note.id for each in found.notes] == noted[:1]
    assert [each.text for each in found.comments] == ["Only on paper."]
    assert (found.borne_out.sources, found.borne_out.enough) == (2, True)
    assert [each.text for each in it.comments()] == ["Only on paper."]
    assert {source: [each.number for each in drawn] for source, drawn in it.drawn().items()} == {
        noted[0]: [1],
        comment: [1],
    }
    it.draw(found.observation.id, notes=noted[1:])
    assert it.get(found.observation.id).tags == (PLAN, TRACK)


def test_sources_are_counted_by_session_and_the_questionnaire_is_not_enough(assessment, noted, comment, participant):
    it = assessment.observations
    found = it.add("It is planned.", comments=[comment])
    assert (it.get(found).borne_out.sources, it.get(found).borne_out.enough) == (1, False)
    session = assessment.interviews.with_note(noted[0])
    again = assessment.interviews.note(session, "Again.", participant=participant)
    found = it.add("It is planned.", notes=[noted[0], again])
    assert (it.get(found).borne_out.sources, it.get(found).borne_out.enough) == (1, False)


def test_observations_about_a_part_are_told_but_not_the_rejected(assessment, noted):
    it = assessment.observations
    first, second = it.add("It is planned.", notes=noted[:1]), it.add("Nobody reads the plan.", tags=[PLAN])
    it.add("It is tracked.", tags=[TRACK])
    assert [each.number for each in it.about(PLAN)] == [1, 2]
    it.reject(first, "Said of another unit.")
    assert [each.id for each in it.about(PLAN)] == [second]
    it.tag(second, [TRACK])
    assert it.about(PLAN) == ()
