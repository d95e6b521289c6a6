from __future__ import annotations

from pathlib import Path

import pytest

from desktop.model.assessment import Assessment
from desktop.model.errors import RefusalError
from tests.builders import tiny_pack


@pytest.fixture
def assessment(tmp_path: Path):
    with Assessment.create(tmp_path / "a.maturity", [tiny_pack()], author="Tester") as opened:
        yield opened


def test_several_actions_are_one_step_with_numbers_in_a_row(assessment: Assessment) -> None:
    assessment.actions.add("First")
    steps = len(assessment.history.steps())

    ids = assessment.actions.add_all(
        [
            {"title": " Second ", "model": "tiny", "area": "PLN", "goal": "PLN-G1"},
            {"title": "Third", "owner": "Desk lead"},
        ]
    )

    assert [(a.number, a.title, a.goal, a.owner) for a in map(assessment.actions.get, ids)] == [
        (2, "Second", "PLN-G1", ""),
        (3, "Third", "", "Desk lead"),
    ]
    assert len(assessment.history.steps()) == steps + 1
    assessment.history.undo()
    assert [a.title for a in assessment.actions.all()] == ["First"]


def test_one_refused_action_keeps_all_out(assessment: Assessment) -> None:
    with pytest.raises(RefusalError, match=r"goal\.unknown"):
        assessment.actions.add_all(
            [{"title": "Good"}, {"title": "Bad", "model": "tiny", "area": "PLN", "goal": "SUP-G1"}]
        )
    with pytest.raises(RefusalError, match=r"action\.title_missing"):
        assessment.actions.add_all([{"title": "Good"}, {"title": " "}])

    assert assessment.actions.all() == []


def test_no_actions_are_no_step(assessment: Assessment) -> None:
    steps = assessment.history.steps()

    assert assessment.actions.add_all([]) == ()
    assert assessment.history.steps() == steps


def test_authors_are_everybody_who_wrote(assessment: Assessment) -> None:
    path = assessment.path
    assessment.close()
    with Assessment.open(path, author="Another") as again:
        assert again.history.authors() == ["Tester"]
        again.actions.add("Mine")
        assert again.history.authors() == ["Another", "Tester"]
