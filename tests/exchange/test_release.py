"""Exports over time: what one shows is remembered, and the next gives away nothing beside it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from desktop.exchange.deliverable import Deliverable, gather, release
from desktop.model.assessment import Assessment
from desktop.model.errors import RefusalError
from tests.builders import tiny_pack
from tests.builders_schemes import tiny_criteria, tiny_streams
from tests.exchange.filled import DAY, filled

PACKS = [tiny_pack(), tiny_streams(), tiny_criteria()]


@pytest.fixture
def assessment(tmp_path: Path) -> Iterator[Assessment]:
    with filled(tmp_path / "a.maturity", PACKS, respondents=7) as found:
        yield found


def somebody_more(assessment: Assessment, choice: int) -> None:
    """Somebody who answers every question alike."""
    person = assessment.preparation.add_participant()
    for in_use in assessment.models.all():
        for question, asked in assessment.models.questions(in_use.id).items():
            answers = [each for each in asked.scale.choices if each.blank is None]
            assessment.questionnaires.answer(in_use.id, person, question, answers[choice % len(answers)].id)


def said(deliverable: Deliverable) -> list[object]:
    """All that is told of what people answered, and not how many were asked."""
    found: list[object] = []
    for part in deliverable.models:
        result = part.result
        shown = [question for question in result.questions if question.answers.n >= 5]
        found += [(question.id, replace(question.answers, asked=0, unanswered=0)) for question in shown]
        found += [group.mean_percent for group in (*result.levels, *result.categories)]
        found += [practice.suggestion for practice in result.practices]
        found += [stream.suggestion for stream in result.streams]
        found += [statement.suggestion for statement in result.statements]
    return found


def test_what_one_more_person_said_does_not_follow_from_two_exports(assessment: Assessment) -> None:
    first = release(assessment, day=DAY)
    assert (first.held, first.telling) == (0, 0)
    somebody_more(assessment, 0)
    second = release(assessment, day=DAY)
    assert second.held > 20
    assert said(second) == said(first)


def test_without_an_export_before_everything_is_shown(assessment: Assessment) -> None:
    gather(assessment, day=DAY)
    somebody_more(assessment, 0)
    assert release(assessment, day=DAY).held == 0


def test_as_soon_as_enough_people_said_something_it_is_shown(assessment: Assessment) -> None:
    first = release(assessment, day=DAY)
    for number in range(5):
        assert (gather(assessment, day=DAY).held > 20) == (number > 0)
        somebody_more(assessment, number)
    assert gather(assessment, day=DAY).held == 0
    assert said(gather(assessment, day=DAY)) != said(first)


def test_the_team_may_show_the_newest_answers_and_that_is_noted(assessment: Assessment) -> None:
    release(assessment, day=DAY)
    somebody_more(assessment, 0)
    held = gather(assessment, day=DAY).held
    newest = release(assessment, day=DAY, newest=True)
    assert (newest.held, newest.telling) == (0, held)
    assert assessment.history.steps(1)[0].facts["newest"] == held
    assert gather(assessment, day=DAY).held == 0


def test_an_export_that_cannot_be_remembered_is_refused(assessment: Assessment) -> None:
    with Assessment.open(assessment.path, author="Bob", readonly=True) as other:
        with pytest.raises(RefusalError, match=r"release\.unremembered"):
            release(other, day=DAY)
        first = release(assessment, day=DAY)
        assert said(release(other, day=DAY)) == said(first)
