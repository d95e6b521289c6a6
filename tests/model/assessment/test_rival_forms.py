import datetime as dt

from msgspec.structs import replace

from desktop.model.assessment.examined import Ruling
from desktop.model.assessment.forms import Outcome
from tests.model.assessment.returned import MONDAY, choices, form


def test_of_versions_that_come_together_one_counts(assessment, participant):
    later = form(assessment, participant, "half", saved=MONDAY + dt.timedelta(days=2))
    blank = form(assessment, participant, None, saved=MONDAY + dt.timedelta(days=3))
    forms = [form(assessment, participant), later, blank, replace(later, saved=None)]
    results = assessment.questionnaires.take_all(forms)
    assert [result.outcome for result in results] == [
        Outcome.EARLIER,
        Outcome.NEW,
        Outcome.BLANK,
        Outcome.UNCHANGED,
    ]
    assert results[0].winner == 1
    assert choices(assessment, participant) == {"half"}


def test_versions_that_come_together_and_nobody_knows_are_all_left(assessment, participant):
    forms = [form(assessment, participant), form(assessment, participant, "half")]
    results = assessment.questionnaires.take_all(forms)
    assert [(result.code, result.facts["versions"]) for result in results] == [("form.which_counts", ("0", "1"))] * 2
    assert choices(assessment, participant) == set()
    assert [one.rivals for one in assessment.questionnaires.examine(forms)] == [(0, 1)] * 2
    results = assessment.questionnaires.take_all(forms, {1: Ruling(counts=True)})
    assert [result.outcome for result in results] == [Outcome.EARLIER, Outcome.NEW]
    assert choices(assessment, participant) == {"half"}


def test_of_versions_that_come_together_none_may_count(assessment, participant):
    forms = [form(assessment, participant), form(assessment, participant, "half")]
    results = assessment.questionnaires.take_all(forms, dict.fromkeys(range(2), Ruling(counts=False)))
    assert [result.outcome for result in results] == [Outcome.KEPT] * 2
    assert choices(assessment, participant) == set()


def test_a_version_that_was_replaced_is_no_rival(assessment, participant):
    first, second = form(assessment, participant), form(assessment, participant, "half")
    assessment.questionnaires.take(first)
    assessment.questionnaires.take(second, Ruling(counts=True))
    results = assessment.questionnaires.take_all([first, second])
    assert [result.outcome for result in results] == [Outcome.EARLIER, Outcome.UNCHANGED]
    assessment.history.undo()
    results = assessment.questionnaires.take_all([first, second])
    assert [result.code for result in results] == ["form.which_counts"] * 2


def test_a_blank_form_is_compared_with_what_an_earlier_one_said(assessment, participant):
    blank = form(assessment, participant, None, saved=MONDAY + dt.timedelta(days=9))
    examine = assessment.questionnaires.examine
    assert not examine([blank])[0].is_doubtful
    assessment.questionnaires.answer("tiny", participant, "PLN-Q3", "rarely")
    assert not examine([blank])[0].is_doubtful
    assessment.questionnaires.take(form(assessment, participant, PLN_Q3=None))
    assessment.questionnaires.answer("tiny", participant, "PLN-Q2", "half")
    one, again = examine([blank, blank])
    assert (one.outcome, one.is_doubtful, len(one.comparison.differences)) == (Outcome.BLANK, True, 11)
    assert (again.outcome, again.is_doubtful) == (Outcome.BLANK, False)
    assert not any(found.is_doubtful for found in examine([blank, form(assessment, participant, "half")])[:1])
    assert assessment.questionnaires.take(blank).kept == 11
    back = assessment.questionnaires.take(blank, Ruling(counts=True, empties=True, prevails=True))
    assert (back.outcome, back.emptied) == (Outcome.REPLACED, 11)
    assert choices(assessment, participant) == {None, "rarely"}
