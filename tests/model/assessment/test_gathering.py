import pytest

from desktop.model.errors import RefusalError
from desktop.model.maturity.parts import WHOLE
from desktop.model.records import Answer
from desktop.model.scoring.inputs import Given, Tally, TargetJudgement
from desktop.model.scoring.vocabulary import Fulfilment


def test_each_scheme_is_given_what_it_asks_for(several):
    kinds = {model: type(several.results.given(model)) for model in ("tiny", "tiny-streams", "tiny-criteria")}
    assert kinds == {"tiny": Given, "tiny-streams": Given, "tiny-criteria": Given}


def test_streams_are_given_levels_chosen_and_ticks(several):
    several.streams.rate_stream("tiny-streams", "DSK", 3)
    several.streams.rate_stream("tiny-streams", "REQ", None, "Read it from the ticks.")
    several.streams.tick("tiny-streams", ["DSK-1-P1", "DSK-1-P2"], done=True)
    several.streams.tick("tiny-streams", "DSK-1-P2", done=False)
    given = several.results.given("tiny-streams")
    assert given.chosen == {"DSK": 3}
    assert given.ticks == {"DSK-1-P1"}


def test_criteria_are_given_what_is_said_of_statements(several):
    several.statements.rate("tiny-criteria", "WRK-1-1", Fulfilment.DONT_KNOW)
    several.statements.note("tiny-criteria", "WRK-1-2", "Not yet looked at.")
    given = several.results.given("tiny-criteria")
    assert given.statements == {"WRK-1-1": Fulfilment.DONT_KNOW}


def test_targets_are_given_to_every_scheme(several):
    places = {"tiny": "PLN", "tiny-streams": "DSK", "tiny-criteria": "tool"}
    for model, place in places.items():
        several.targets.set(model, level=2)
        several.targets.set(model, place, level=1, importance=5)
        assert several.results.given(model).targets == {WHOLE: TargetJudgement(2), place: TargetJudgement(1, 5)}


def test_what_is_not_asked_about_was_put_to_nobody(several):
    person = several.preparation.add_participant()
    several.preparation.add_participant()
    several.models.set_question_level("tiny-criteria", 1)
    several.models.set_scope("tiny-criteria", ["work"], in_scope=False)
    several.questionnaires.answer("tiny-criteria", person, "TOL-2-1", "met")
    tallies = several.results.given("tiny-criteria").tallies
    assert tallies["TOL-1-1"] == Tally({}, 2)
    assert tallies["TOL-2-1"] == Tally({"met": 1}, 1)
    assert tallies["TOL-2-2"] == tallies["WRK-1-1"] == Tally({}, 0)


def test_answers_of_nobody_count_when_nobody_is_left(several):
    person = several.preparation.add_participant()
    several.questionnaires.answer("tiny", person, "PLN-Q1", "often")
    assert several.results.given("tiny").tallies["PLN-Q1"] == Tally({"often": 1}, 1)
    several.preparation.remove_participant(person)
    assert several.results.given("tiny").tallies["PLN-Q1"] == Tally({}, 0)
    assert several.questionnaires.progress("tiny") == []


def test_who_has_answered_without_being_asked_is_counted_once(several):
    asked, _silent = (several.preparation.add_participant() for _ in range(2))
    uninvited = several.preparation.add_participant(asked=False)
    for person in (asked, uninvited):
        several.questionnaires.answer("tiny", person, "PLN-Q1", "often")
    tallies = several.results.given("tiny").tallies
    assert tallies["PLN-Q1"] == Tally({"often": 2}, 3)
    assert tallies["PLN-Q2"] == Tally({}, 2)
    assert len(several.questionnaires.progress("tiny")) == 3


def test_an_answer_that_is_not_on_its_scale_is_refused_not_counted(assessment):
    person = assessment.preparation.add_participant()
    with assessment._desk.step("answer.set", question="PLN-Q1", number=1) as step:
        step.draft.put(Answer, "tiny", person, "PLN-Q1", choice="-1")
    with pytest.raises(RefusalError) as refusal:
        assessment.results.of("tiny")
    assert (refusal.value.code, refusal.value.facts["question"]) == ("answer.unfit", "PLN-Q1")
    assert assessment.check() != ()
