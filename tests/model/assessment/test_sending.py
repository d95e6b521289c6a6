import datetime as dt

import pytest

from desktop.model.assessment.questionnaires import Window, window_on
from tests.model.assessment.returned import form

DAY = dt.date(2026, 3, 20)
WEEK = dt.timedelta(days=7)


@pytest.fixture
def late(assessment, participant):
    """Whether the form is late on a day."""

    def ask(day=DAY):
        (progress,) = assessment.questionnaires.progress("tiny")
        return progress.is_late(day)

    return ask


@pytest.fixture
def awaited(assessment):
    """Whether one may remind of the form."""

    def ask():
        (progress,) = assessment.questionnaires.progress("tiny")
        return progress.is_awaited(DAY)

    return ask


def test_the_way_of_a_form(assessment, participant):
    assessment.preparation.set_details(return_by=DAY)
    assessment.sending.mark_sent([("tiny", participant), ("tiny", participant)], DAY - WEEK)
    assessment.sending.mark_reminded("tiny", [participant], DAY)
    (progress,) = assessment.questionnaires.progress("tiny")
    assert (progress.sending.sent, progress.sending.reminded, progress.due) == (DAY - WEEK, DAY, DAY)
    assert not progress.form
    assessment.questionnaires.take(form(assessment, participant))
    (progress,) = assessment.questionnaires.progress("tiny")
    assert (progress.form, progress.sending.sent) == (True, DAY - WEEK)
    assert progress.sending.back is not None
    for _step in range(3):
        assessment.history.undo()
    (progress,) = assessment.questionnaires.progress("tiny")
    assert (progress.sending.sent, progress.sending.reminded, progress.sending.back) == (None, None, None)


def test_one_form_may_be_due_on_another_day(assessment, participant, refused):
    assessment.preparation.set_details(return_by=DAY)
    assessment.sending.set_due("tiny", participant, DAY + WEEK)
    assert assessment.questionnaires.progress("tiny")[0].due == DAY + WEEK
    assessment.sending.set_due("tiny", participant, None)
    assert assessment.questionnaires.progress("tiny")[0].due == DAY
    assert refused(assessment.sending.set_due, "tiny", "nobody", DAY) == "participant.unknown"


def test_a_form_is_late_after_its_day(assessment, late):
    assessment.preparation.set_details(return_by=DAY)
    assert not late(DAY)
    assert late(DAY + dt.timedelta(days=1))


def test_without_a_day_what_was_sent_may_be_reminded_of_but_is_not_late(assessment, participant, late, awaited):
    assert not awaited()
    assessment.sending.mark_sent([("tiny", participant)], DAY)
    assert awaited()
    assert not late()


def test_what_came_back_or_was_answered_in_full_is_not_awaited(assessment, participant, awaited):
    assessment.sending.mark_sent([("tiny", participant)], DAY)
    whole = form(assessment, participant)
    for question in whole.answers:
        assert awaited()
        assessment.questionnaires.answer("tiny", participant, question, "often")
    assert not awaited()
    assessment.questionnaires.answer("tiny", participant, question, None)
    assessment.questionnaires.take(form(assessment, participant, PLN_Q1=None))
    assert not awaited()


def test_who_is_not_asked_is_not_awaited(assessment, participant, awaited):
    assessment.sending.mark_sent([("tiny", participant)], DAY)
    assessment.questionnaires.answer("tiny", participant, "PLN-Q1", "often")
    assessment.preparation.set_participant(participant, asked=False)
    assert not awaited()


def test_a_form_that_went_out_again_is_awaited(assessment, participant, awaited):
    assessment.questionnaires.take(form(assessment, participant, PLN_Q1=None))
    assert not awaited()
    back = assessment.questionnaires.progress("tiny")[0].sending.back
    assessment.sending.mark_sent([("tiny", participant)], back)
    assert not awaited(), "it may have come back on the day on which it went out"
    assessment.sending.mark_sent([("tiny", participant)], back + WEEK)
    assert awaited()


def test_a_questionnaire_opens_and_closes(assessment, participant, refused, awaited):
    def first():
        return assessment.questionnaires.rounds.all()[0]

    assert window_on(first(), DAY) is None
    assessment.preparation.set_details(opens=DAY)
    assert refused(assessment.preparation.set_details, return_by=DAY - WEEK) == "details.asking"
    assessment.preparation.set_details(return_by=DAY + WEEK)
    days = (DAY - dt.timedelta(1), DAY, DAY + WEEK, DAY + WEEK + dt.timedelta(1))
    states = [Window.NOT_YET, Window.OPEN, Window.OPEN, Window.CLOSED]
    assert [window_on(first(), day) for day in days] == states
    assessment.preparation.set_details(return_by=None)
    assessment.sending.mark_sent([("tiny", participant)], DAY - WEEK)
    assert awaited()
    assessment.preparation.set_details(opens=DAY + WEEK)
    assert not awaited(), "nobody is reminded before it opens"
