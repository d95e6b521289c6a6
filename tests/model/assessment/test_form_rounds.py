"""Rounds of the questionnaire: days and people of their own."""

import datetime as dt

import pytest

from desktop.model.assessment.form_rounds import FIRST

DAY, WEEK = dt.date(2026, 3, 2), dt.timedelta(7)


@pytest.fixture
def people(assessment):
    return [assessment.preparation.add_participant(role="Engineer", group="Practice") for _each in range(3)]


@pytest.fixture
def second(assessment, people):
    """A round of the last two that opens a week after the first closes."""
    assessment.preparation.set_details(opens=DAY, return_by=DAY + WEEK)
    return assessment.questionnaires.rounds.add(people[1:], opens=DAY + 2 * WEEK)


def days(assessment):
    return [(one.asked_in, one.opens, one.due) for one in assessment.questionnaires.progress("tiny")]


def test_a_further_round_has_days_and_people_of_its_own(assessment, people, second):
    rounds = assessment.questionnaires.rounds
    rounds.change(second, closes=DAY + 3 * WEEK, name="Stragglers")
    assert [(each.number, each.name) for each in rounds.all()] == [(1, ""), (2, "Stragglers")]
    late = (second, DAY + 2 * WEEK, DAY + 3 * WEEK)
    assert days(assessment) == [(FIRST, DAY, DAY + WEEK), late, late]
    assessment.sending.set_due("tiny", people[2], DAY + 4 * WEEK)
    assert days(assessment)[2][2] == DAY + 4 * WEEK
    assert rounds.add([]) != second
    assert [each.number for each in rounds.all()] == [1, 2, 3]


def test_nobody_is_reminded_before_the_own_round_opens(assessment, people, second):
    assessment.sending.mark_sent([("tiny", person) for person in people], DAY)
    on = DAY + WEEK + dt.timedelta(1)
    awaited = [one.is_awaited(on) for one in assessment.questionnaires.progress("tiny")]
    assert awaited == [True, False, False]
    awaited = [one.is_awaited(DAY + 2 * WEEK) for one in assessment.questionnaires.progress("tiny")]
    assert awaited == [True, True, True], "the second round is open, and no day is named by which it closes"


def test_people_move_and_a_round_goes_without_them(assessment, people, second):
    rounds = assessment.questionnaires.rounds
    rounds.put(people[:1], second)
    rounds.put(people[2:], FIRST)
    assert [one.asked_in for one in assessment.questionnaires.progress("tiny")] == [second, second, FIRST]
    rounds.remove(second)
    assert {one.asked_in for one in assessment.questionnaires.progress("tiny")} == {FIRST}
    assessment.history.undo()
    assert [one.asked_in for one in assessment.questionnaires.progress("tiny")] == [second, second, FIRST]


def test_what_makes_no_sense_is_refused(assessment, refused, people, second):
    rounds = assessment.questionnaires.rounds
    assert refused(rounds.change, second, closes=DAY) == "details.asking"
    assert refused(rounds.change, "gone", name="A") == "form_round.unknown"
    assert refused(rounds.put, people, "gone") == "form_round.unknown"
    assert refused(rounds.put, ["gone"], second) == "participant.unknown"
    assert refused(rounds.add, ["gone"]) == "participant.unknown"
    assert refused(rounds.remove, "gone") == "form_round.unknown"
