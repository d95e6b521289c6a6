"""The survey is read once and serves every score on the same answers."""

from __future__ import annotations

from desktop.model.scoring.staged import score
from desktop.model.scoring.survey import survey
from tests.builders import all_in_place, full_size_pack, tiny_pack, with_answers

PACK = tiny_pack()


def test_a_survey_at_hand_changes_no_result():
    given = with_answers(
        all_in_place(PACK), "PLN-Q1", {PACK.scales[0].answers[0].id: 2, PACK.scales[0].answers[-1].id: 1}
    )
    assert score(PACK, given, survey(PACK, given)) == score(PACK, given)


def test_every_question_area_and_the_whole_are_there():
    pack = full_size_pack()
    found = survey(pack, all_in_place(pack))
    assert [question.id for question in found.questions] == list(pack.question_by_id)
    assert found.places.keys() == pack.area_by_id.keys()
    assert found.informing.keys() == pack.question_by_id.keys()
