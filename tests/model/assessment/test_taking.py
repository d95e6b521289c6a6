import datetime as dt

import pytest
from msgspec.structs import replace

from desktop.model.assessment.examined import Ruling
from desktop.model.assessment.forms import FilledAnswer, FilledForm, Outcome, Unclear, UnclearCell
from desktop.model.errors import RefusalError
from tests.model.assessment.returned import MONDAY, choices, form


def test_a_form_is_taken_whole_as_one_step(assessment, participant):
    taken = assessment.questionnaires.take(form(assessment, participant, PLN_Q1=None, PLN_Q2="dont_know"))
    assert (taken.outcome, taken.number, taken.answered, taken.questions, taken.changed) == (Outcome.NEW, 1, 11, 12, 11)
    assessment.history.undo()
    assert all(answer.choice is None for answer in assessment.questionnaires.answers("tiny", participant).values())
    (progress,) = assessment.questionnaires.progress("tiny")
    assert not progress.form


def test_the_same_form_again_changes_nothing(assessment, participant):
    assessment.questionnaires.take(form(assessment, participant))
    assessment.questionnaires.answer("tiny", participant, "PLN-Q1", "half")
    steps = len(assessment.history.steps())
    again = assessment.questionnaires.take(form(assessment, participant, saved=MONDAY + dt.timedelta(days=1)))
    assert (again.outcome, again.changed) == (Outcome.UNCHANGED, 0)
    assert len(assessment.history.steps()) == steps
    assert assessment.questionnaires.answers("tiny", participant)["PLN-Q1"].choice == "half"


def test_a_newer_version_replaces_the_older_in_one_step(assessment, participant):
    assessment.questionnaires.take(form(assessment, participant))
    newer = form(assessment, participant, saved=MONDAY + dt.timedelta(days=2), PLN_Q1="half", PLN_Q2=None)
    taken = assessment.questionnaires.take(newer, Ruling(empties=True))
    assert (taken.outcome, taken.answered, taken.changed) == (Outcome.REPLACED, 11, 2)
    assessment.history.undo()
    assert assessment.questionnaires.answers("tiny", participant)["PLN-Q1"].choice == "often"
    assert assessment.questionnaires.take(newer, Ruling(empties=True)).outcome is Outcome.REPLACED


def test_an_older_version_is_refused(assessment, participant, refused):
    assessment.questionnaires.take(form(assessment, participant))
    older = form(assessment, participant, "half", saved=MONDAY - dt.timedelta(days=2))
    assert refused(assessment.questionnaires.take, older) == "form.older"


def test_what_only_adds_is_taken_whatever_its_stamp(assessment, participant):
    assessment.questionnaires.take(form(assessment, participant, PLN_Q1=None))
    more = form(assessment, participant, saved=MONDAY - dt.timedelta(days=9))
    taken = assessment.questionnaires.take(more)
    assert (taken.outcome, taken.changed, taken.unsure) == (Outcome.REPLACED, 1, False)


def test_a_blank_form_says_nothing(assessment, participant):
    blank = form(assessment, participant, None, saved=MONDAY + dt.timedelta(days=9))
    assert assessment.questionnaires.take(blank).outcome is Outcome.BLANK
    (progress,) = assessment.questionnaires.progress("tiny")
    assert not progress.form
    assessment.questionnaires.take(form(assessment, participant))
    steps = len(assessment.history.steps())
    assert assessment.questionnaires.take(blank).outcome is Outcome.BLANK
    assert (choices(assessment, participant), len(assessment.history.steps())) == ({"often"}, steps)
    back = assessment.questionnaires.take(blank, Ruling(counts=True, empties=True))
    assert (back.outcome, back.emptied) == (Outcome.REPLACED, 12)
    assert choices(assessment, participant) == {None}
    assessment.history.undo()
    assert choices(assessment, participant) == {"often"}


def test_undo_brings_back_what_the_last_form_said(assessment, participant):
    assessment.questionnaires.take(form(assessment, participant))
    before = assessment.questionnaires.progress("tiny")[0].sending
    assessment.questionnaires.take(form(assessment, participant, "half", saved=MONDAY + dt.timedelta(days=9)))
    assert assessment.questionnaires.progress("tiny")[0].sending.said != before.said
    assessment.history.undo()
    assert assessment.questionnaires.progress("tiny")[0].sending == before


def test_one_impossible_answer_refuses_the_form_whole(assessment, participant, refused):
    assert refused(assessment.questionnaires.take, form(assessment, participant, PLN_Q2="yes")) == "form.unknown_choice"
    unclear = UnclearCell("PLN-Q2", "Questions", 8, "2", "perhaps", Unclear.NO_CHOICE)
    assert (
        refused(assessment.questionnaires.take, replace(form(assessment, participant), unclear=(unclear,)))
        == "form.choice_not_on_form"
    )
    assert (
        refused(assessment.questionnaires.take, form(assessment, participant, PLN_Q9="half")) == "form.unknown_question"
    )
    assert assessment.questionnaires.answers("tiny", participant) == {}


def test_good_forms_are_taken_and_bad_ones_refused(assessment, participant, heard):
    other = assessment.preparation.add_participant()
    heard.clear()
    results = assessment.questionnaires.take_all(
        [form(assessment, participant), form(assessment, other, PLN_Q1="yes"), form(assessment, other)]
    )
    first, bad, second = results
    assert isinstance(bad, RefusalError)
    assert [first.outcome, second.outcome] == [Outcome.NEW, Outcome.NEW]
    assert len(heard) == 1
    assert {row for kind, row in heard[0].rows if kind == "form"} == {f"tiny/{participant}", f"tiny/{other}"}
    assessment.history.undo()
    assert [progress.form for progress in assessment.questionnaires.progress("tiny")] == [True, False]


def test_what_fails_midway_takes_no_form(assessment, participant, monkeypatch):
    other = assessment.preparation.add_participant()
    taking = assessment.questionnaires._taking
    keep = taking._keep
    kept: list[int] = []

    def fail_at_the_second(*arguments):
        if kept:
            raise OSError
        kept.append(1)
        return keep(*arguments)

    monkeypatch.setattr(taking, "_keep", fail_at_the_second)
    with pytest.raises(OSError):
        assessment.questionnaires.take_all([form(assessment, participant), form(assessment, other)])
    assert [progress.form for progress in assessment.questionnaires.progress("tiny")] == [False, False]
    assert assessment.check() == ()


def test_a_form_of_streams_is_taken_whole(several):
    person = several.preparation.add_participant()
    identity = several.questionnaires.identity("tiny-streams", person)
    said = {"DSK-Q1": FilledAnswer("level_2"), "REQ-Q1": FilledAnswer("dont_know"), "REP-Q1": FilledAnswer()}
    taken = several.questionnaires.take(FilledForm(identity, MONDAY, said))
    assert (taken.outcome, taken.answered, taken.questions) == (Outcome.NEW, 2, 3)
    (progress,) = several.questionnaires.progress("tiny-streams")
    assert (progress.answered, progress.questions) == (2, 3)
    with pytest.raises(RefusalError) as refusal:
        several.questionnaires.take(FilledForm(identity, MONDAY, {"DSK-Q1": FilledAnswer("often")}))
    assert refusal.value.code == "form.unknown_choice"
    with pytest.raises(RefusalError) as refusal:
        several.questionnaires.take(FilledForm(identity, MONDAY, {"PLN-Q1": FilledAnswer("often")}))
    assert refusal.value.code == "form.unknown_question"
