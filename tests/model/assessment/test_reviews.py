import datetime as dt

import pytest

from desktop.model.planning.review_agenda import Concern
from desktop.model.records import ActionStatus, ReviewRemark, SessionKind

TODAY = dt.date(2026, 6, 1)
A_DAY = dt.timedelta(days=1)


@pytest.fixture
def review(assessment):
    return assessment.reviews.plan("First review", TODAY)


def test_reviews_are_sessions_of_their_own_kind_by_day(assessment, review, refused):
    it = assessment.reviews
    later, before = it.plan("Second", TODAY + 30 * A_DAY), it.plan("Zeroth", TODAY - A_DAY)
    assessment.interviews.add(SessionKind.INTERVIEW, "Desk", day=TODAY)
    assert [each.id for each in it.all()] == [before, review, later]
    assert it.upcoming(TODAY).id == review
    assert it.upcoming(TODAY + A_DAY).id == later
    assert it.upcoming(TODAY + 31 * A_DAY) is None
    assert refused(it.plan, " ", TODAY) == "session.nameless"


def test_a_review_looks_ahead_to_the_next(assessment, review):
    it = assessment.reviews
    soon = assessment.actions.add("Soon", status=ActionStatus.AGREED, due=TODAY + 20 * A_DAY)
    assert [(each.action.id, each.concern) for each in it.agenda(review, TODAY)] == [(soon, Concern.DUE)]
    it.plan("Second", TODAY + 10 * A_DAY)
    assert it.agenda(review, TODAY) == ()


def test_what_a_review_says_of_an_action_is_one_step_with_the_action(assessment, review, refused):
    it = assessment.reviews
    action = assessment.actions.add("Write", status=ActionStatus.IN_PROGRESS, due=TODAY - A_DAY)
    it.record(review, action, text=" Nearly there ", percent=80, due=TODAY + 5 * A_DAY)
    now = assessment.actions.get(action)
    assert (now.percent, now.due, now.status) == (80, TODAY + 5 * A_DAY, ActionStatus.IN_PROGRESS)
    wanted = ReviewRemark(
        session=review, action=action, day=TODAY, text="Nearly there", status=ActionStatus.IN_PROGRESS, percent=80
    )
    assert it.remarks(review) == {action: wanted}
    assert [each.concern for each in it.agenda(review, TODAY)] == [Concern.SAID]
    it.record(review, action, percent=90)
    assert it.remarks(review)[action].text == "Nearly there"
    assessment.history.undo()
    assessment.history.undo()
    assert (it.remarks(review), assessment.actions.get(action).percent) == ({}, 0)
    it.record(review, action, status=ActionStatus.DONE)
    assert it.remarks(review)[action].percent == 100
    assert refused(it.record, review, action, status=ActionStatus.VERIFIED) == "action.unverified"
    assert refused(it.record, "none", action) == "session.unknown"
    assert refused(it.record, review, "none") == "action.unknown"
    it.take_back(review, action)
    assert (it.remarks(review), assessment.actions.get(action).status) == ({}, ActionStatus.DONE)


def test_dropping_says_why(assessment, review, refused):
    action = assessment.actions.add("Write")
    assert refused(assessment.reviews.record, review, action, status=ActionStatus.DROPPED)
    assessment.reviews.record(review, action, status=ActionStatus.DROPPED, dropped_because="Bought instead")
    assert assessment.actions.get(action).dropped_because == "Bought instead"
