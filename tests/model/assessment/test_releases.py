import datetime as dt

import pytest

from desktop.model.assessment import Assessment
from desktop.model.errors import RefusalError
from desktop.model.journal import Changed, StepKind
from desktop.model.records import ShownAnswers

DAY = dt.date(2026, 5, 1)
SIX, TWELVE = {"often": 6, "dont_know": 0}, {"often": 12, "dont_know": 0}


def remember(assessment, counts, newest=()):
    return assessment.releases.remember(DAY, {"tiny": {"PLN-Q1": counts}}, {"tiny": frozenset(newest)})


def test_what_was_shown_is_remembered_in_its_order(assessment):
    for counts in (TWELVE, SIX):
        remember(assessment, counts)
    assert assessment.releases.shown("tiny") == {"PLN-Q1": [TWELVE, SIX]}
    assert assessment.releases.shown("tiny-streams") == {}


def test_what_was_shown_before_is_noted_once(assessment):
    remember(assessment, SIX)
    steps = len(assessment.history.steps())
    assert remember(assessment, dict(reversed(SIX.items()))) == Changed()
    assert len(assessment.history.steps()) == steps


def test_nobodys_answers_need_not_be_remembered(assessment):
    assert remember(assessment, {"often": 0}) == remember(assessment, {}) == Changed()


def test_undo_and_redo_pass_over_it(assessment):
    assessment.preparation.add_member("Ada")
    assessment.preparation.add_member("Grace")
    assessment.history.undo()
    remember(assessment, SIX)
    (note,) = (step for step in assessment.history.steps() if step.kind is StepKind.NOTE)
    assert (note.label, note.facts) == ("answers.shown", {"questions": 1, "newest": 0})
    assessment.history.redo()
    assert [member.name for member in assessment.preparation.members()] == ["Ada", "Grace"]
    while assessment.history.next_undo() is not None:
        assessment.history.undo()
    assert assessment.releases.shown("tiny") == {"PLN-Q1": [SIX]}
    assert assessment.check() == ()


def test_it_is_there_when_the_file_is_opened_again(assessment, path):
    remember(assessment, SIX, newest=["PLN-Q1"])
    assert assessment.history.steps(1)[0].facts == {"questions": 1, "newest": 1}
    assessment.close()
    with Assessment.open(path, author="Bob") as again:
        assert again.releases.shown("tiny") == {"PLN-Q1": [SIX]}
        again.preparation.add_member("Grace")
        again.history.undo()
        assert again.check() == ()


def test_a_file_that_cannot_be_written_to_remembers_nothing_new(assessment, path):
    remember(assessment, SIX)
    with Assessment.open(path, author="Bob", readonly=True) as other:
        assert remember(other, SIX) == Changed()
        with pytest.raises(RefusalError, match=r"file\.opened_readonly"):
            remember(other, TWELVE)


@pytest.mark.parametrize("counts", ["zz", '{"often": "x"}', "[[["])
def test_what_was_shown_and_cannot_be_read_is_never_taken_for_nothing(assessment, counts):
    with assessment._desk.store.step("export", files=1) as step:
        step.draft.put(ShownAnswers, "tiny", "Q1", counts, number=1)
    with pytest.raises(RefusalError) as caught:
        assessment.releases.shown("tiny")
    assert caught.value.code == "file.damaged"
