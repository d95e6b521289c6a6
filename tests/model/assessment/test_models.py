import pytest

from tests.builders import YES_NO, tiny_area, tiny_pack


def test_the_pack_is_frozen_in_the_file(assessment):
    (in_use,) = assessment.models.all()
    assert in_use.pack == tiny_pack()
    assert in_use.id == "tiny"
    assert in_use.scale.id == "frequency_5"
    assert assessment.models.get("tiny") == in_use


def test_a_model_is_used_once(assessment, refused):
    other = tiny_pack([tiny_area("OTH", 2)])
    assert refused(assessment.models.add, other) == "model.in_use_already"
    assert assessment.models.get("tiny").pack == tiny_pack()


def test_a_model_no_longer_used_comes_back_with_undo(assessment, refused):
    assessment.models.remove("tiny")
    assert assessment.models.all() == []
    assert refused(assessment.models.get, "tiny") == "model.not_in_use"
    assert refused(assessment.models.remove, "tiny") == "model.not_in_use"
    assessment.history.undo()
    assert assessment.models.get("tiny").pack == tiny_pack()


def test_a_model_can_be_used_again_in_another_version(assessment):
    assessment.models.remove("tiny")
    other = tiny_pack([tiny_area("OTH", 2)])
    assessment.models.add(other)
    assert assessment.models.get("tiny").pack == other
    assessment.history.undo()
    assessment.history.undo()
    assert assessment.models.get("tiny").pack == tiny_pack()


def test_the_scale_is_chosen_before_answers_are_in(assessment, refused):
    participant = assessment.preparation.add_participant()
    assessment.models.set_scale("tiny", YES_NO.id)
    assert assessment.models.get("tiny").scale == YES_NO
    assessment.questionnaires.answer("tiny", participant, "PLN-Q1", "yes")
    assert refused(assessment.models.set_scale, "tiny", "frequency_5") == "scale.answers_in"
    assessment.models.set_scale("tiny", YES_NO.id)
    assessment.questionnaires.answer("tiny", participant, "PLN-Q1", None)
    assessment.models.set_scale("tiny", "frequency_5")
    assert refused(assessment.models.set_scale, "tiny", "unheard") == "scale.unknown"


def test_an_unknown_scale_leaves_no_model_behind(assessment, refused):
    assessment.models.remove("tiny")
    assert refused(assessment.models.add, tiny_pack(), scale="unheard") == "scale.unknown"
    assert assessment.models.all() == []


def test_questions_go_up_to_a_level(assessment, refused):
    assert [area.id for area, _ in assessment.models.asked("tiny")] == ["PLN", "SUP", "STD", "DLV"]
    assessment.models.set_question_level("tiny", 2)
    assert [area.id for area, _ in assessment.models.asked("tiny")] == ["PLN", "SUP"]
    assert refused(assessment.models.set_question_level, "tiny", 4) == "level.unknown"


def test_areas_out_of_scope_are_not_asked_about(assessment, refused):
    assessment.models.set_scope("tiny", ["SUP", "DLV"], in_scope=False, reason="Another site.")
    assert assessment.models.out_of_scope("tiny") == {"SUP", "DLV"}
    assert [area.id for area, _ in assessment.models.asked("tiny")] == ["PLN", "STD"]
    assert assessment.ratings.areas("tiny")["SUP"].reason == "Another site."
    assessment.models.set_scope("tiny", ["SUP"], in_scope=True)
    assert assessment.models.out_of_scope("tiny") == {"DLV"}
    assert refused(assessment.models.set_scope, "tiny", ["PLN", "unheard"], in_scope=False) == "area.unknown"
    assert assessment.models.out_of_scope("tiny") == {"DLV"}


@pytest.mark.parametrize("ask", ["set_scale", "set_question_level"])
def test_a_model_not_in_use_is_refused(assessment, refused, ask):
    assert refused(getattr(assessment.models, ask), "unheard", 2) == "model.not_in_use"
