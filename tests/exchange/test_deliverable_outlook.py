from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest

from desktop.exchange.deliverable import OutlookLine
from desktop.exchange.deliverable_outlook import outlook_lines
from desktop.model.assessment import Assessment
from desktop.model.planning.quarters import Quarter
from desktop.model.records import ActionStatus
from tests.builders_schemes import tiny_streams
from tests.own_rules import own_rules

TODAY = dt.date(2031, 5, 15)


@pytest.fixture
def assessment(tmp_path: Path) -> Iterator[Assessment]:
    with Assessment.create(tmp_path / "a.maturity", [tiny_streams(), own_rules("weighted-mean")], author="Ada") as made:
        yield made


def test_it_tells_each_model_at_the_end_of_each_quarter_from_today_on(assessment: Assessment) -> None:
    assert outlook_lines(assessment, TODAY) == (), "nothing is planned"
    for part in ("DSK-2", "REQ-2", "REP-2"):
        assessment.actions.add(
            part, model="tiny-streams", aim=part, start=dt.date(2030, 1, 1), due=dt.date(2031, 9, 30)
        )
    assert [line for line in outlook_lines(assessment, TODAY) if line.model == "tiny-streams"] == [
        OutlookLine(Quarter(2031, 2), "tiny-streams", 1),
        OutlookLine(Quarter(2031, 3), "tiny-streams", 2),
    ]


def test_what_was_dropped_leads_nowhere(assessment: Assessment) -> None:
    dropped = {"status": ActionStatus.DROPPED, "dropped_because": "Too dear."}
    assessment.actions.add("x", model="tiny-streams", aim="DSK-2", due=TODAY, **dropped)
    assert outlook_lines(assessment, TODAY) == ()


def test_of_own_rules_it_tells_what_the_whole_would_be(assessment: Assessment) -> None:
    pack = own_rules("weighted-mean")
    assessment.actions.add("All of it", model=pack.id, aim=pack.rules.root.id, due=TODAY)
    (line,) = [line for line in outlook_lines(assessment, TODAY) if line.model == pack.id]
    assert line.level is None
    assert line.point is not None
    assert line.point.value == Fraction(5), "the best there is"
