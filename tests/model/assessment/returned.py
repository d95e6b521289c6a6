"""Forms that came back to the small assessment, for the tests of what is done with them."""

import datetime as dt

from desktop.model.assessment.forms import FilledAnswer, FilledForm
from tests.builders import tiny_pack

MONDAY = dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC)
QUESTIONS = sorted(tiny_pack().question_by_id)


def form(assessment, participant, choice="often", *, saved=MONDAY, **answers):
    """A form with one answer to all questions; `answers` go to some, with _ for -."""
    identity = assessment.questionnaires.identity("tiny", participant)
    given = {question: FilledAnswer(choice) for question in QUESTIONS}
    given |= {question.replace("_", "-"): FilledAnswer(answer) for question, answer in answers.items()}
    return FilledForm(identity, saved, given)


def choices(assessment, participant):
    """Every choice of a participant."""
    return {answer.choice for answer in assessment.questionnaires.answers("tiny", participant).values()}
