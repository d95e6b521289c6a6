import datetime as dt

from desktop.model.assessment.earlier_forms import left_out, left_out_text
from desktop.model.assessment.examined import Ruling
from desktop.model.assessment.forms import Outcome
from desktop.model.records import Form
from tests.model.assessment.returned import MONDAY, choices, form


def test_the_latest_versions_left_out_are_remembered_each_once():
    before = Form(model="m", participant="p", left_out="a b")
    assert left_out_text(before, ["b", "c"], "a") == "b c"
    assert left_out_text(before, []) == "a b"
    many = left_out_text(before, [str(number) for number in range(100)])
    assert left_out(Form(model="m", participant="p", left_out=many)) == [str(number) for number in range(100)]


def test_files_of_format_1_do_not_know_what_the_last_form_said(assessment, participant, refused):
    assessment.questionnaires.take(form(assessment, participant))
    with assessment.questionnaires._desk.step("form.take", number=1, answered=12) as step:
        step.draft.put(Form, "tiny", participant, said="")
    later = form(assessment, participant, PLN_Q1="half", saved=MONDAY + dt.timedelta(days=9))
    assert assessment.questionnaires.take(later).changed == 1
    assessment.history.undo()
    assessment.questionnaires.answer("tiny", participant, "PLN-Q2", "rarely")
    assert refused(assessment.questionnaires.take, later) == "form.contests"


def test_a_version_that_was_left_out_is_not_asked_about_again(assessment, participant):
    take, examine = assessment.questionnaires.take, assessment.questionnaires.examine
    take(form(assessment, participant))
    other, steps = form(assessment, participant, "half"), len(assessment.history.steps())
    assert take(other, Ruling(counts=False)).outcome is Outcome.KEPT
    assert len(assessment.history.steps()) == steps + 1
    left = take(other)
    assert (left.outcome, left.changed) == (Outcome.LEFT_OUT, 0)
    assert take(other, Ruling(counts=False)).outcome is Outcome.LEFT_OUT
    assert len(assessment.history.steps()) == steps + 1
    assert not examine([other])[0].is_doubtful
    assert examine([other], {0: Ruling(again=True)})[0].is_doubtful
    third = form(assessment, participant, "rarely")
    assert examine([other, third])[1].is_doubtful
    assessment.history.undo()
    assert examine([other])[0].is_doubtful
    assessment.history.redo()
    assert take(other, Ruling(counts=True)).outcome is Outcome.REPLACED
    assert assessment.questionnaires.progress("tiny")[0].sending.left_out == ""
    assert choices(assessment, participant) == {"half"}


def test_versions_left_out_for_another_are_forgotten_with_it(assessment, participant):
    first, second = form(assessment, participant), form(assessment, participant, "half")
    decided = {0: Ruling(counts=False), 1: Ruling(counts=True)}
    results = assessment.questionnaires.take_all([first, second], decided)
    assert [result.outcome for result in results] == [Outcome.EARLIER, Outcome.NEW]
    results = assessment.questionnaires.take_all([first, second])
    assert [result.outcome for result in results] == [Outcome.LEFT_OUT, Outcome.UNCHANGED]
    assessment.history.undo()
    results = assessment.questionnaires.take_all([first, second])
    assert [result.code for result in results] == ["form.which_counts"] * 2
    results = assessment.questionnaires.take_all([first, second], dict.fromkeys(range(2), Ruling(counts=False)))
    assert [result.outcome for result in results] == [Outcome.KEPT] * 2
    results = assessment.questionnaires.take_all([first, second])
    assert [result.outcome for result in results] == [Outcome.LEFT_OUT] * 2


def test_a_blank_that_was_left_out_is_not_asked_about_again(assessment, participant):
    assessment.questionnaires.take(form(assessment, participant))
    blank = form(assessment, participant, None)
    assert assessment.questionnaires.take(blank, Ruling(counts=False)).outcome is Outcome.BLANK
    assert assessment.questionnaires.take(blank).outcome is Outcome.LEFT_OUT
    assert choices(assessment, participant) == {"often"}
