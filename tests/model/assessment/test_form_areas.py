import datetime as dt

from msgspec.structs import replace

from desktop.model.assessment.form_areas import place_of_question, places_put
from tests.model.assessment.returned import form

DAY = dt.date(2026, 3, 20)


def test_forms_of_chosen_areas_are_put_to_those_who_got_them(assessment, participant):
    other = assessment.preparation.add_participant()
    some = [question for question, place in place_of_question(assessment.models, "tiny").items() if place == "PLN"]
    rest = [question for question in assessment.models.numbers("tiny") if question not in some]
    assessment.sending.mark_sent([("tiny", participant)], DAY, {"tiny": {"PLN"}})
    assessment.sending.mark_sent([("tiny", other)], DAY)

    def asked():
        tallies = assessment.results.given("tiny").tallies
        return tallies[some[0]].asked, tallies[rest[0]].asked

    first, second = assessment.questionnaires.progress("tiny")
    assert (first.questions, first.places) == (len(some), 1)
    assert (second.questions, second.places) == (len(some) + len(rest), 0)
    assert asked() == (2, 1)
    assessment.questionnaires.answer("tiny", participant, rest[0], "dont_know")
    assert asked() == (2, 2), "who answers was asked"
    assert assessment.questionnaires.progress("tiny")[0].answered == 0
    for question in some:
        assessment.questionnaires.answer("tiny", participant, question, "dont_know")
    assert assessment.questionnaires.progress("tiny")[0].answered == len(some)
    assert not assessment.questionnaires.progress("tiny")[0].is_awaited(DAY), "all that was asked is answered"
    assert [each.place for each in assessment.questionnaires.asked_of("tiny", participant)] == ["PLN"]
    assert len(assessment.questionnaires.asked_of("tiny", other)) > 1


def test_forms_of_some_areas_add_up_and_a_whole_one_asks_about_all(assessment, participant):
    def places():
        return places_put(assessment._desk, "tiny").get(participant)

    for chosen, known in (({"PLN"}, {"PLN"}), ({"SUP"}, {"PLN", "SUP"}), (None, None), ({"PLN"}, None)):
        assessment.sending.mark_sent([("tiny", participant)], DAY, {} if chosen is None else {"tiny": chosen})
        assert places() == known
    assessment.history.undo()
    assert places() == {"PLN", "SUP"}


def test_a_form_that_comes_back_says_what_it_was_about(assessment, participant):
    whole = form(assessment, participant)
    place_of = place_of_question(assessment.models, "tiny")
    some = {question: answer for question, answer in whole.answers.items() if place_of[question] == "PLN"}
    assessment.questionnaires.take(replace(whole, answers=some))
    (progress,) = assessment.questionnaires.progress("tiny")
    assert (progress.questions, progress.places, progress.form) == (len(some), 1, True)
    assessment.questionnaires.take(whole)
    assert assessment.questionnaires.progress("tiny")[0].places == 0
