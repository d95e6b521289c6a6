import pytest
from msgspec.structs import replace

from desktop.model.maturity.questionnaire import FULFILMENT, LEVELS
from desktop.model.scoring.vocabulary import Characterisation, EvidenceKind, Fulfilment
from tests.builders import YES_NO, tiny_area, tiny_pack
from tests.builders_schemes import tiny_criteria, tiny_streams
from tests.model.assessment.snapshots import snapshot


def test_the_pack_is_frozen_in_the_file(assessment):
    (in_use,) = assessment.models.all()
    assert in_use.pack == tiny_pack()
    assert in_use.id == "tiny"
    assert in_use.scale.id == "frequency_5"
    assert assessment.models.get("tiny") == in_use


def test_a_model_is_used_once(assessment, refused):
    assert refused(assessment.models.add, tiny_pack()) == "model.in_use_already"
    assert refused(assessment.models.add, tiny_pack([tiny_area("OTH", 2)])) == "model.other_version"
    assert assessment.models.get("tiny").pack == tiny_pack()


def test_a_model_no_longer_used_comes_back_with_undo(assessment, refused):
    assessment.models.remove("tiny")
    assert assessment.models.all() == []
    assert refused(assessment.models.get, "tiny") == "model.not_in_use"
    assert refused(assessment.models.remove, "tiny") == "model.not_in_use"
    assessment.history.undo()
    assert assessment.models.get("tiny").pack == tiny_pack()


def test_a_model_of_which_nothing_was_said_can_be_used_again_in_another_version(assessment):
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
    assert [section.id for section in assessment.models.asked("tiny")] == ["PLN", "SUP", "STD", "DLV"]
    assessment.models.set_question_level("tiny", 2)
    assert [section.id for section in assessment.models.asked("tiny")] == ["PLN", "SUP"]
    assert refused(assessment.models.set_question_level, "tiny", 4) == "level.unknown"


def test_a_model_can_be_left_to_the_team(several):
    several.preparation.add_participant()
    several.models.set_question_level("tiny-criteria", 0)
    assert several.models.asked("tiny-criteria") == ()
    assert several.questionnaires.progress("tiny-criteria") == []
    assert {question.answers.asked for question in several.results.of("tiny-criteria").questions} == {0}


def test_areas_out_of_scope_are_not_asked_about(assessment, refused):
    assessment.models.set_scope("tiny", ["SUP", "DLV"], in_scope=False, reason="Another site.")
    assert assessment.models.out_of_scope("tiny") == {"SUP", "DLV"}
    assert [section.id for section in assessment.models.asked("tiny")] == ["PLN", "STD"]
    assert assessment.ratings.areas("tiny")["SUP"].reason == "Another site."
    assessment.models.set_scope("tiny", ["SUP"], in_scope=True)
    assert assessment.models.out_of_scope("tiny") == {"DLV"}
    assert refused(assessment.models.set_scope, "tiny", ["PLN", "unheard"], in_scope=False) == "area.unknown"
    assert assessment.models.out_of_scope("tiny") == {"DLV"}


@pytest.mark.parametrize("ask", ["set_scale", "set_question_level"])
def test_a_model_not_in_use_is_refused(assessment, refused, ask):
    assert refused(getattr(assessment.models, ask), "unheard", 2) == "model.not_in_use"


def test_every_scheme_asks_its_questions_on_its_scale(several):
    people = {"tiny": 12, "tiny-streams": 3, "tiny-criteria": 16}
    for model, count in people.items():
        asked = [question for section in several.models.asked(model) for question in section.questions]
        assert len(asked) == count
        assert {question.scale.id for question in asked} == {several.models.get(model).scale.id}
        assert list(several.models.questions(model)) == [question.id for question in asked]


def test_streams_and_criteria_ask_up_to_the_highest_level_at_first(several):
    assert [several.models.get(model).model.question_level for model in ("tiny", "tiny-streams", "tiny-criteria")] == [
        3,
        5,
        4,
    ]


def test_statements_go_up_to_a_level_and_leave_tracks_out(several):
    several.models.set_question_level("tiny-criteria", 2)
    assert [one.id for one in several.models.asked("tiny-criteria")] == ["work-1", "work-2", "tool-1", "tool-2"]
    several.models.set_scope("tiny-criteria", ["work"], in_scope=False)
    assert [one.id for one in several.models.asked("tiny-criteria")] == ["tool-1", "tool-2"]
    several.models.set_scope("tiny-streams", ["DSK"], in_scope=False)
    assert [one.id for one in several.models.asked("tiny-streams")] == ["REQ", "REP"]
    assert len(several.models.sections("tiny-streams")) == 3


def test_a_scale_of_another_scheme_is_refused(several, refused):
    assert refused(several.models.set_scale, "tiny-streams", "frequency_5") == "scale.unknown"
    assert several.models.get("tiny-streams").scale.id == LEVELS
    assert several.models.get("tiny-criteria").scale.id == FULFILMENT


def say_something(assessment):
    person = assessment.preparation.add_participant()
    assessment.questionnaires.answer("tiny", person, "PLN-Q1", "often")
    assessment.questionnaires.answer("tiny-streams", person, "DSK-Q1", "level_3")
    assessment.questionnaires.answer("tiny-criteria", person, "TOL-1-1", "met")
    assessment.ratings.characterise("tiny", "PLN-AC-1", Characterisation.FULLY)
    assessment.models.set_scope("tiny", ["SUP"], in_scope=False, reason="Elsewhere.")
    assessment.models.set_question_level("tiny", 2)
    assessment.streams.rate_stream("tiny-streams", "DSK", 3, "So.")
    assessment.streams.tick("tiny-streams", "REQ-1-P1", done=True)
    assessment.statements.rate("tiny-criteria", "TOL-1-1", Fulfilment.MET)
    for model, place in (("tiny", "PLN"), ("tiny-streams", "DSK"), ("tiny-criteria", "tool")):
        assessment.targets.set(model, place, level=1, importance=4)
        action = assessment.actions.add("Do", model=model, aim=place)
        assessment.measures.add(action, "Time")
        assessment.evidence.add(EvidenceKind.DOCUMENT, "Plan", model=model, practices=[place])


PACKS = {pack.id: pack for pack in (tiny_pack(), tiny_streams(), tiny_criteria())}


@pytest.mark.parametrize("model", PACKS)
def test_a_model_removed_and_added_again_has_lost_nothing(several, model):
    say_something(several)
    before, results = snapshot(several), several.results.all()
    several.models.remove(model)
    assert model not in [result.model for result in several.results.all()]
    several.models.add(PACKS[model])
    assert snapshot(several) == before
    assert several.results.all() == results
    assert several.check() == ()
    several.history.undo()
    several.history.undo()
    assert snapshot(several) == before
    assert several.results.all() == results


def test_a_scale_chosen_comes_back_with_its_model(assessment):
    assessment.models.set_scale("tiny", YES_NO.id)
    assessment.models.remove("tiny")
    assessment.models.add(tiny_pack())
    assert assessment.models.get("tiny").scale == YES_NO


def test_another_version_does_not_slip_in_under_what_was_said(assessment, refused):
    person = assessment.preparation.add_participant()
    assessment.models.set_scale("tiny", YES_NO.id)
    assessment.questionnaires.answer("tiny", person, "PLN-Q1", "yes")
    assessment.models.remove("tiny")
    assert refused(assessment.models.add, replace(tiny_pack(), version="2.0")) == "model.other_version"
    assert refused(assessment.models.add, tiny_pack(), scale="frequency_5") == "scale.answers_in"
    assessment.models.add(tiny_pack())
    assert assessment.results.of("tiny").answers.n == 1
