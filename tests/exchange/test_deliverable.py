from __future__ import annotations

import datetime as dt
from pathlib import Path

import msgspec
import pytest

from desktop.exchange.deliverable import ActionLine, Deliverable, ModelPart, Subject, gather
from desktop.model.assessment import Assessment
from desktop.model.scoring.publication import is_hidden
from tests.builders import tiny_pack
from tests.exchange.filled import DAY, filled


def test_the_allow_list_is_this_and_a_new_field_needs_a_decision() -> None:
    assert Subject.__struct_fields__ == (
        "organisation", "unit", "sponsor", "purpose", "starts", "ends", "threshold",
    )  # fmt: skip
    assert ModelPart.__struct_fields__ == (
        "pack", "scale", "result", "hidden", "settled", "reasons", "weaknesses",
    )  # fmt: skip
    assert ActionLine.__struct_fields__ == (
        "id", "number", "title", "description", "model", "area", "goal", "owner", "due", "priority", "status",
        "closed", "overdue",
    )  # fmt: skip
    assert Deliverable.__struct_fields__ == ("day", "subject", "models", "actions")


def test_nothing_that_must_stay_in_the_team_is_gathered(tmp_path: Path) -> None:
    with filled(tmp_path / "a.maturity", [tiny_pack()]) as assessment:
        everything = msgspec.json.encode(gather(assessment)).lower()
    assert b"canary" not in everything
    assert b"promises are late." in everything
    assert b"there is no such work here." in everything


def test_gathered_numbers_are_the_engines(tmp_path: Path) -> None:
    with filled(tmp_path / "a.maturity", [tiny_pack()], respondents=40) as assessment:
        gathered = gather(assessment, day=DAY)
        assert gathered.part().result == assessment.results.of("tiny")
    assert gathered.day == DAY


def test_small_groups_are_hidden(tmp_path: Path) -> None:
    with filled(tmp_path / "a.maturity", [tiny_pack()], respondents=4) as assessment:
        gathered = gather(assessment)
    assert any(question.answers.n for question in gathered.part().result.questions)
    assert all(is_hidden(question.answers) for question in gathered.part().result.questions if question.answers.n)
    assert gathered.part().result.answers.mean_percent is None


def test_actions_are_overdue_on_the_day_of_the_export(tmp_path: Path) -> None:
    with Assessment.create(tmp_path / "a.maturity", [tiny_pack()], author="A") as assessment:
        assessment.actions.add("Late", due=DAY - dt.timedelta(days=1))
        assessment.actions.add("In time", due=DAY)
        assert [action.overdue for action in gather(assessment, day=DAY).actions] == [True, False]


def test_an_area_nobody_has_characterised_has_no_share(tmp_path: Path) -> None:
    with filled(tmp_path / "a.maturity", [tiny_pack()], upto=2) as assessment:
        shares = gather(assessment).part().shares()
    assert shares["PLN"] is not None
    assert shares["STD"] is None


def test_parts_are_found_by_model(tmp_path: Path) -> None:
    with filled(tmp_path / "a.maturity", [tiny_pack()]) as assessment:
        gathered = gather(assessment)
    assert gathered.part("tiny") is gathered.part()
    with pytest.raises(KeyError):
        gathered.part("other")
