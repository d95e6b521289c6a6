import pytest

from desktop.model.assessment.examined import Ruling
from tests.model.assessment.returned import form


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


def test_progress_counts_who_is_asked_and_who_has_answered_all_the_same(assessment, participant):
    other, _silent = (assessment.preparation.add_participant(asked=False) for _ in range(2))
    assessment.questionnaires.answer("tiny", participant, "PLN-Q1", "dont_know")
    assessment.questionnaires.answer("tiny", other, "PLN-Q1", "often")
    progress, uninvited = assessment.questionnaires.progress("tiny")
    assert (progress.participant.id, progress.answered, progress.questions, progress.form) == (
        participant,
        1,
        12,
        False,
    )
    assert (uninvited.participant.id, uninvited.answered) == (other, 1)
    assessment.questionnaires.take(form(assessment, participant), Ruling(prevails=True))
    progress, _uninvited = assessment.questionnaires.progress("tiny")
    assert (progress.answered, progress.form) == (12, True)


def test_what_is_no_longer_asked_does_not_count_as_answered(assessment, participant):
    assessment.questionnaires.take(form(assessment, participant))
    assessment.questionnaires.answer("tiny", participant, "PLN-Q1", None)
    assessment.models.set_question_level("tiny", 2)
    (progress,) = assessment.questionnaires.progress("tiny")
    assert (progress.answered, progress.questions) == (5, 6)


def test_comments_do_not_tell_whose_they_are(assessment, participant):
    other, gone = (assessment.preparation.add_participant() for _ in range(2))
    for one, comment in ((participant, "Zero"), (other, "All"), (gone, "Gone")):
        assessment.questionnaires.comment("tiny", one, "PLN-Q1", comment)
    assessment.preparation.remove_participant(gone)
    assert assessment.questionnaires.comments("tiny", "PLN-Q1") == ["All", "Zero"]


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


def test_nobody_is_behind_with_a_model_left_to_the_team(assessment):
    assessment.preparation.add_participant(role="Manager")
    model = assessment.models.all()[0].id
    assert len(assessment.questionnaires.progress(model)) == 1
    assessment.models.set_question_level(model, 0)
    assert assessment.questionnaires.progress(model) == []
