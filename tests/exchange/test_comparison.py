"""Two assessments side by side."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from desktop.exchange.compared_words import likeness, summary
from desktop.exchange.comparison import Likeness, compare
from desktop.exchange.figures.compared_radar import compared_data, compared_radar
from desktop.exchange.figures.data import Role
from desktop.exchange.tables.changes import action_line, changes, part_line
from desktop.exchange.tables.table import Kind
from desktop.model.assessment import Assessment
from desktop.model.assessment.follow_up import FollowUpChoice
from desktop.model.maturity import Pack
from desktop.model.maturity.parts import WHOLE
from desktop.model.records import ActionStatus
from desktop.model.scoring.place_stands import PlaceMove
from tests.builders import tiny_area, tiny_pack
from tests.builders_schemes import tiny_criteria, tiny_streams
from tests.exchange.filled import filled
from tests.moulds import Moulds

DAY = dt.date(2026, 9, 1)


def _filled(path: Path) -> Assessment:
    return filled(path, [tiny_pack(), tiny_streams(), tiny_criteria()], respondents=7)


@pytest.fixture
def assessment(moulds: Moulds, tmp_path: Path) -> Iterator[Assessment]:
    with moulds.cast("several-filled", tmp_path / "a.maturity", _filled, author="Ada") as found:
        yield found


@pytest.fixture
def again(assessment: Assessment) -> Assessment:
    """A follow-up in which one stream is rated better, and the action for it is done."""
    assessment.rounds.begin("Autumn", last="Spring", day=DAY, choice=FollowUpChoice(ratings=True))
    assessment.streams.rate_stream("tiny-streams", "DSK", 4)
    for action in assessment.actions.all():
        if action.aim.startswith("DSK"):
            assessment.actions.change(action.id, status=ActionStatus.DONE)
    return assessment


def test_a_round_beside_the_one_before_it(again: Assessment) -> None:
    with again.looking_back(again.rounds.all()[0].id) as then:
        found = compare(then, again, day=DAY)
    compared = found.model("tiny-streams")
    assert compared is not None
    assert compared.likeness is Likeness.SAME
    assert {each.place: each.move for each in compared.places if each.place in ("DSK", "REQ")} == {
        "DSK": PlaceMove.BETTER,
        "REQ": PlaceMove.SAME,
    }
    (linked,) = compared.linked("DSK")
    assert linked.achieved is True
    assert "(done): reached" in action_line(linked)
    assert compared.linked("REQ") == ()
    assert summary(compared).endswith("1 better, 0 worse, 2 the same")
    table = changes(compared, "Spring", "Autumn")
    row = next(cells for cells in table.cells if cells[0] == "DSK")
    assert row[2:5] == ("Level 3", "Level 4", "Better")
    assert table.cells[0][0] is None
    shown = compared_data(found, compared, "Spring", "Autumn")
    assert [(each.role, each.name) for each in shown.series[:2]] == [(Role.NOW, "Autumn"), (Role.LAST, "Spring")]
    assert [each.values[[axis.id for axis in shown.axes].index("DSK")] for each in shown.series[:2]] == [4, 3]
    for model, kind in (("tiny", Kind.PERCENT), ("tiny-streams", Kind.INDEX)):
        columns = changes(next(each for each in found.models if each.id == model), "Spring", "Autumn").columns
        assert {column.kind for column in columns if column.key.startswith("change.progress")} == {kind}
    for model in ("tiny", "tiny-streams", "tiny-criteria"):
        assert compared_radar(found, model, "Spring", "Autumn") is not None


def test_answers_of_both_are_as_they_may_leave_the_team(again: Assessment) -> None:
    """Seven people answered in spring; in autumn nobody has."""
    again.preparation.set_details(threshold=8)
    with again.looking_back(again.rounds.all()[0].id) as then:
        shown = compare(then, again, day=DAY).models
        assert all(each.mean_then is not None for model in shown for each in model.places if each.place == WHOLE)
        assert b"canary" not in msgspec.json.encode(compare(then, again, day=DAY)).lower()
    assert all(each.mean_now is None for model in shown for each in model.places)


def test_an_action_of_the_round_before_is_told_and_one_that_is_done_in_vain(again: Assessment) -> None:
    again.streams.rate_stream("tiny-streams", "DSK", 2)
    with again.looking_back(again.rounds.all()[0].id) as then:
        compared = compare(then, again, day=DAY).model("tiny-streams")
    assert compared is not None
    (linked,) = compared.linked("DSK")
    assert linked.achieved is False
    assert action_line(linked).endswith("(done): not reached")


def test_another_assessment_is_read_and_never_written(assessment: Assessment, moulds: Moulds, tmp_path: Path) -> None:
    other = tmp_path / "b.maturity"
    moulds.cast("several-filled", other, _filled, author="Ada").close()
    before = other.read_bytes(), other.stat().st_mtime_ns
    with Assessment.open(other, author="", readonly=True) as then:
        found = compare(then, assessment, day=DAY)
    assert all(each.move is PlaceMove.SAME for model in found.models for each in model.places)
    assert (other.read_bytes(), other.stat().st_mtime_ns) == before
    assert {path.name for path in tmp_path.iterdir()} == {"a.maturity", "b.maturity"}


def test_models_that_one_side_alone_uses_and_other_versions(moulds: Moulds, tmp_path: Path) -> None:
    newer = msgspec.structs.replace(tiny_pack([tiny_area("PLN", 2)]), version="2.0")
    with (
        moulds.fresh(tmp_path / "a.maturity", [tiny_pack(), tiny_streams()]) as then,
        moulds.fresh(tmp_path / "b.maturity", [newer, tiny_criteria()]) as now,
    ):
        found = compare(then, now, day=DAY)
    assert {each.id: each.likeness for each in found.models} == {
        "tiny": Likeness.OTHER,
        "tiny-criteria": Likeness.ONE_SIDE,
        "tiny-streams": Likeness.ONE_SIDE,
    }
    assert all(not each.places for each in found.models)
    assert compared_radar(found, "tiny", "a", "b") is None
    assert "Adopt the newer version" in likeness(Likeness.OTHER, "a")
    assert "Only a uses this model" in likeness(Likeness.ONE_SIDE, "a")
    assert likeness(Likeness.SAME, "a") == ""


def _renamed() -> Pack:
    first, *others = tiny_pack().areas
    renamed = msgspec.structs.replace(first, name="Looking ahead")
    return msgspec.structs.replace(tiny_pack([renamed, *others]), version="2.0")


@pytest.mark.parametrize("forth", [True, False])
def test_a_version_that_was_adopted_is_compared_whichever_side_has_adopted_it(
    forth: bool, moulds: Moulds, tmp_path: Path
) -> None:
    with (
        moulds.fresh(tmp_path / "a.maturity", [tiny_pack()]) as older,
        moulds.fresh(tmp_path / "b.maturity", [tiny_pack()]) as newer,
    ):
        newer.adoptions.adopt(_renamed())
        found = compare(older, newer, day=DAY) if forth else compare(newer, older, day=DAY)
    (compared,) = found.models
    assert compared.likeness is Likeness.ADOPTED
    assert {each.move for each in compared.places} == {PlaceMove.SAME}
    assert likeness(Likeness.ADOPTED, "a")


def test_a_part_is_told_then_and_now(again: Assessment) -> None:
    practice = next(iter(tiny_pack().practice_by_id))
    again.ratings.characterise("tiny", practice, None)
    with again.looking_back(again.rounds.all()[0].id) as then:
        compared = compare(then, again, day=DAY).model("tiny")
    assert compared is not None
    lines = [part_line(part, tiny_pack()) for each in compared.places for part in each.parts]
    assert any(line.startswith(f"{practice} ") and line.endswith("→ nothing said") for line in lines)
