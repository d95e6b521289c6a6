"""The whole assessment as it was, and what changed between two moments."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop.model.assessment.going_back import as_it_was, changes_between, moment_at
from desktop.model.errors import RefusalError
from tests.model.assessment.snapshots import snapshot

TODAY = dt.datetime.now().astimezone().date()


@pytest.fixture
def then(assessment, path):
    """The moment before the second answer, and what was said by then."""
    participant = assessment.preparation.add_participant(role="manager")
    questions = sorted(each for each in assessment.models.numbers("tiny"))
    assessment.questionnaires.answer("tiny", participant, questions[0], "always")
    noted, step = snapshot(assessment), assessment.history.steps(1)[0]
    score = assessment.results.of("tiny")
    assessment.work_as("Eve")
    assessment.questionnaires.answer("tiny", participant, questions[1], "rarely")
    assessment.questionnaires.answer("tiny", participant, questions[0], "rarely")
    assessment.actions.add("Write it down", model="tiny")
    return step, noted, score


def test_everything_can_be_asked_as_it_was(then, assessment, path):
    step, noted, score = then
    moment = moment_at(path, step.id)
    assert (moment.step, moment.day) == (step, None)
    with as_it_was(path, moment) as past:
        assert past.moment == moment
        assert snapshot(past) == noted
        assert past.results.of("tiny") == score
        assert past.check() == ()
        assert past.history.steps()[0] == step
        with pytest.raises(RefusalError, match=r"past\.readonly"):
            past.actions.add("Too late")
    assert assessment.moment is None
    assert moment_at(path, step.number) == moment


def test_a_day_ends_in_the_evening(then, path, assessment):
    moment = moment_at(path, TODAY)
    assert (moment.step, moment.day) == (assessment.history.steps(1)[0], TODAY)
    assert moment_at(path, dt.date.max).step == moment_at(path).step == moment.step
    assert moment_at(path).day is None
    with pytest.raises(RefusalError, match=r"moment\.too_early"):
        moment_at(path, TODAY - dt.timedelta(days=2))


@pytest.mark.parametrize("number", [0, 9999])
def test_a_step_that_is_not_there_is_refused(then, path, number):
    with pytest.raises(RefusalError, match=r"moment\.no_step"):
        moment_at(path, number)


def test_what_changed_and_by_whom(then, path, assessment):
    step, *_rest = then
    earlier, later = moment_at(path, step.id), moment_at(path, TODAY)
    found = changes_between(path, earlier, later)
    assert found.steps == {"Eve": 3}
    answers = [(each.change.before, each.change.after) for each in found.cells if each.change.cell == "choice"]
    assert answers == [(None, "rarely"), ("always", "rarely")], "in the order of their steps"
    assert {each.step.author for each in found.cells} == {"Eve"}
    assert changes_between(path, later, later).cells == ()
    with pytest.raises(RefusalError, match=r"moment\.backwards"):
        changes_between(path, later, earlier)


def test_what_was_undone_is_no_change(then, path, assessment):
    before = moment_at(path, TODAY)
    assessment.actions.add("Never mind")
    assessment.history.undo()
    found = changes_between(path, before, moment_at(path, TODAY))
    assert ([each.change for each in found.cells if each.change.after is not False], found.steps) == ([], {"Eve": 2})


def test_what_is_shown_of_then_is_noted_now(then, path, assessment):
    step, *_rest = then
    (model,), counts = [each.id for each in assessment.models.all()], {"always": 3}
    assessment.releases.remember(TODAY, {model: {"q1": {"always": 5}}}, {})
    with as_it_was(path, moment_at(path, step.id), present=assessment) as past:
        assert past.releases.shown(model) == {"q1": [{"always": 5}]}, "also what was shown since"
        past.releases.remember(TODAY, {model: {"q1": counts}}, {})
    assert assessment.releases.shown(model) == {"q1": [{"always": 5}, counts]}
    with (
        as_it_was(path, moment_at(path, step.id)) as past,
        pytest.raises(RefusalError, match=r"past\.readonly"),
    ):
        past.releases.remember(TODAY, {model: {"q2": counts}}, {})
