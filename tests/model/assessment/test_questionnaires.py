import datetime as dt

import pytest
from msgspec.structs import replace

from desktop.model.assessment.forms import FilledAnswer, FilledForm, Outcome, Unclear, UnclearCell
from desktop.model.errors import RefusalError
from tests.builders import YES_NO, tiny_pack

MONDAY = dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC)
QUESTIONS = sorted(tiny_pack().question_by_id)


@pytest.fixture
def participant(assessment):
    return assessment.preparation.add_participant(role="manager")


def form(assessment, participant, choice="often", *, saved=MONDAY, **answers):
    """A form with one answer to all questions; `answers` go to some, with _ for -."""
    identity = assessment.questionnaires.identity("tiny", participant)
    given = {question: FilledAnswer(choice) for question in QUESTIONS}
    given |= {question.replace("_", "-"): FilledAnswer(answer) for question, answer in answers.items()}
    return FilledForm(identity, saved, given)


def test_answers_one_by_one(assessment, participant):
    assessment.questionnaires.answer("tiny", participant, "PLN-Q1", "often")
    assessment.questionnaires.comment("tiny", participant, "PLN-Q1", "Mostly.")
    (answer,) = assessment.questionnaires.answers("tiny", participant).values()
    assert (answer.question, answer.choice, answer.comment) == ("PLN-Q1", "often", "Mostly.")
    assessment.questionnaires.answer("tiny", participant, "PLN-Q1", None)
    assert assessment.questionnaires.answers("tiny", participant)["PLN-Q1"].choice is None


def test_impossible_answers_are_refused(assessment, participant, refused):
    answer, comment = assessment.questionnaires.answer, assessment.questionnaires.comment
    assert refused(answer, "unheard", participant, "PLN-Q1", "often") == "model.not_in_use"
    assert refused(answer, "tiny", participant, "PLN-Q9", "often") == "question.unknown"
    assert refused(answer, "tiny", participant, "PLN-Q1", "yes") == "choice.unknown"
    assert refused(answer, "tiny", "nobody", "PLN-Q1", "often") == "participant.unknown"
    assert refused(comment, "tiny", participant, "PLN-Q9", "x") == "question.unknown"
    assert assessment.questionnaires.answers("tiny", participant) == {}


def test_progress_counts_who_is_asked(assessment, participant):
    other = assessment.preparation.add_participant(asked=False)
    assessment.questionnaires.answer("tiny", participant, "PLN-Q1", "dont_know")
    assessment.questionnaires.answer("tiny", other, "PLN-Q1", "often")
    (progress,) = assessment.questionnaires.progress("tiny")
    assert (progress.participant.id, progress.answered, progress.questions, progress.form) == (
        participant,
        1,
        12,
        False,
    )
    assessment.questionnaires.take(form(assessment, participant))
    (progress,) = assessment.questionnaires.progress("tiny")
    assert (progress.answered, progress.form) == (12, True)


def test_comments_do_not_tell_whose_they_are(assessment, participant):
    other, gone = (assessment.preparation.add_participant() for _ in range(2))
    for one, comment in ((participant, "Zero"), (other, "All"), (gone, "Gone")):
        assessment.questionnaires.comment("tiny", one, "PLN-Q1", comment)
    assessment.preparation.remove_participant(gone)
    assert assessment.questionnaires.comments("tiny", "PLN-Q1") == ["All", "Zero"]


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
    newer = form(assessment, participant, saved=MONDAY + dt.timedelta(days=1), PLN_Q1="half", PLN_Q2=None)
    taken = assessment.questionnaires.take(newer)
    assert (taken.outcome, taken.answered, taken.changed) == (Outcome.REPLACED, 11, 2)
    assessment.history.undo()
    assert assessment.questionnaires.answers("tiny", participant)["PLN-Q1"].choice == "often"
    assert assessment.questionnaires.take(newer).outcome is Outcome.REPLACED


def test_an_older_version_is_refused(assessment, participant, refused):
    assessment.questionnaires.take(form(assessment, participant))
    older = form(assessment, participant, "half", saved=MONDAY - dt.timedelta(days=1))
    assert refused(assessment.questionnaires.take, older) == "form.older"


@pytest.mark.parametrize("saved", [None, MONDAY])
def test_a_version_of_no_known_age_replaces_what_is_there(assessment, participant, saved):
    assessment.questionnaires.take(form(assessment, participant, saved=saved))
    other = None if saved else MONDAY
    assert (
        assessment.questionnaires.take(form(assessment, participant, "half", saved=other)).outcome is Outcome.REPLACED
    )


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"assessment": "other"}, "form.other_assessment"),
        ({"model": "other"}, "form.other_model"),
        ({"digest": "0" * 64}, "form.other_version"),
        ({"scale": YES_NO.id}, "form.other_scale"),
        ({"participant": "nobody"}, "form.unknown_participant"),
    ],
)
def test_forms_of_something_else_are_refused(assessment, participant, refused, change, code):
    good = form(assessment, participant)
    bad = replace(good, identity=replace(good.identity, **change))
    assert refused(assessment.questionnaires.take, bad) == code
    assert assessment.questionnaires.answers("tiny", participant) == {}


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


def test_two_versions_in_one_go_count_the_later(assessment, participant):
    later = form(assessment, participant, "half", saved=MONDAY + dt.timedelta(hours=1))
    results = assessment.questionnaires.take_all([form(assessment, participant), later, form(assessment, participant)])
    assert [getattr(result, "outcome", None) or result.code for result in results] == [
        Outcome.NEW,
        Outcome.REPLACED,
        "form.older",
    ]
    assert assessment.questionnaires.answers("tiny", participant)["PLN-Q1"].choice == "half"


def test_what_fails_midway_takes_no_form(assessment, participant, monkeypatch):
    other = assessment.preparation.add_participant()
    keep = assessment.questionnaires._keep
    kept: list[int] = []

    def fail_at_the_second(*arguments):
        if kept:
            raise OSError
        kept.append(1)
        return keep(*arguments)

    monkeypatch.setattr(assessment.questionnaires, "_keep", fail_at_the_second)
    with pytest.raises(OSError):
        assessment.questionnaires.take_all([form(assessment, participant), form(assessment, other)])
    assert [progress.form for progress in assessment.questionnaires.progress("tiny")] == [False, False]
    assert assessment.check() == ()


@pytest.mark.parametrize(
    ("model", "question", "good", "bad"),
    [
        ("tiny-streams", "DSK-Q1", "level_5", "often"),
        ("tiny-streams", "DSK-Q1", "dont_know", "met"),
        ("tiny-criteria", "TOL-3-1", "partly_met", "level_1"),
        ("tiny-criteria", "TOL-3-1", "does_not_apply", "not_applicable"),
    ],
)
def test_answers_of_every_scheme_are_on_the_scale_of_their_question(several, refused, model, question, good, bad):
    person = several.preparation.add_participant()
    several.questionnaires.answer(model, person, question, good)
    assert refused(several.questionnaires.answer, model, person, question, bad) == "choice.unknown"
    assert several.questionnaires.answers(model, person)[question].choice == good


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


def test_nobody_is_behind_with_a_model_left_to_the_team(assessment):
    assessment.preparation.add_participant(role="Manager")
    model = assessment.models.all()[0].id
    assert len(assessment.questionnaires.progress(model)) == 1
    assessment.models.set_question_level(model, 0)
    assert assessment.questionnaires.progress(model) == []
