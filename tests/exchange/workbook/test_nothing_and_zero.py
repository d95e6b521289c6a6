"""Nothing is an empty cell, zero is a zero, and what nobody said is never shown as if somebody had."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from msgspec.structs import replace
from openpyxl import Workbook, load_workbook

from desktop.exchange.deliverable import Deliverable, ModelPart
from desktop.exchange.workbook import write_team_detail, write_workbook


def written(deliverable: Deliverable, folder: Path) -> tuple[Workbook, Workbook]:
    write_workbook(deliverable, folder / "results.xlsx")
    write_team_detail(deliverable, folder / "detail.xlsx")
    return load_workbook(folder / "results.xlsx", data_only=True), load_workbook(folder / "detail.xlsx", data_only=True)


def table(book: Workbook, title: str, first: str) -> list[dict[str, Any]]:
    """The rows of the table whose first heading is this."""
    rows = [*book[title].iter_rows(values_only=True)]
    begin = next(number for number, row in enumerate(rows) if row[0] == first)
    found = []
    for row in rows[begin + 1 :]:
        if row[0] is None:
            break
        found.append(dict(zip(map(str, rows[begin]), row, strict=True)))
    return found


def alone(deliverable: Deliverable, part: ModelPart, **changes: Any) -> Deliverable:
    return replace(deliverable, models=(replace(part, result=replace(part.result, **changes)),), actions=())


def test_a_practice_without_sources_has_0_of_them(deliverable: Deliverable, tmp_path: Path) -> None:
    """An empty cell would mean that nobody looked."""
    part = deliverable.part()
    first, *others = part.result.practices
    bare = alone(deliverable, part, practices=(replace(first, sources=0, corroborated=False), *others))
    _results, detail = written(bare, tmp_path)
    row = table(detail, "Practices", "Area")[0]
    assert (row["Id"], row["Sources"], row["Corroborated"]) == (first.id, 0, "no")


def test_an_area_without_weak_or_open_practices_has_0_of_them(deliverable: Deliverable, tmp_path: Path) -> None:
    part = deliverable.part()
    (blocker,) = part.result.level.blockers
    level = replace(part.result.level, blockers=(replace(blocker, weak=(), open=()),))
    results, _detail = written(alone(deliverable, part, level=level), tmp_path)
    row = table(results, "Tiny model", "Blocking area")[0]
    assert (row["Weak practices"], row["Open practices"]) == (0, 0)


def test_a_share_or_mean_of_0_is_shown(deliverable: Deliverable, tmp_path: Path) -> None:
    part = deliverable.part()
    first, *others = part.result.areas
    none = replace(first, in_place_percent=0.0, answers=replace(first.answers, mean_percent=0.0), satisfied_goals=0)
    results, detail = written(alone(deliverable, part, areas=(none, *others)), tmp_path)
    row = table(results, "Tiny model", "Area")[0]
    assert (row["Practices in place"], row["Mean of answers"]) == (0, 0)
    row = table(detail, "Areas", "Id")[0]
    assert (row["Practices in place"], row["Mean of answers"], row["Goals satisfied"]) == (0, 0, 0)


def test_a_gap_that_is_closed_is_0_and_one_without_target_is_empty(every: Deliverable, tmp_path: Path) -> None:
    part = every.part("tiny-streams")
    closed, unset = (
        replace(each, gap=gap, target=2) for each, gap in zip(part.result.streams[:2], (0, None), strict=True)
    )
    results, detail = written(alone(every, part, streams=(closed, unset, part.result.streams[2])), tmp_path)
    assert [row["Gap"] for row in table(results, "Tiny streams", "Stream")][:2] == [0, None]
    assert [row["Gap"] for row in table(detail, "Streams", "Id")][:2] == [0, None]


def test_questions_nobody_answered_have_0_answers(deliverable: Deliverable, tmp_path: Path) -> None:
    part = deliverable.part()
    first, *others = part.result.questions
    none = replace(first, answers=replace(first.answers, n=0, unanswered=first.answers.asked))
    _results, detail = written(alone(deliverable, part, questions=(none, *others)), tmp_path)
    row = table(detail, "Answers", "Area")[0]
    assert (row["Answers"], row["Unanswered"]) == (0, first.answers.asked)


def test_levels_at_which_no_statement_stands_show_0(every: Deliverable, tmp_path: Path) -> None:
    results, _detail = written(every, tmp_path)
    for row in table(results, "Tiny criteria", "Track and level"):
        assert all(isinstance(row[heading], int) for heading in ("Met", "Not met", "Not judged"))


def test_a_stream_nobody_rated_has_no_level_anywhere(every: Deliverable, tmp_path: Path) -> None:
    """Its level in the result is only the floor."""
    part = every.part("tiny-streams")
    first, *others = part.result.streams
    unrated = replace(part, gaps=tuple(replace(gap, rated=gap.place != first.id) for gap in part.gaps))
    changed = alone(every, unrated, streams=(replace(first, rated=False), *others))
    results, detail = written(changed, tmp_path)
    row = table(results, "Tiny streams", "Stream")[0]
    assert (row["Stream"], row["Level now"], row["To do for the next level"]) == (first.name, None, "not rated")
    assert table(detail, "Streams", "Id")[0]["Level now"] is None
    assert [row["Level now"] for row in table(detail, "Gaps", "Model") if row["Id"] == first.id] == [None]
    assert "reached" not in {row["State"] for row in table(detail, "Cells", "Id") if row["Id"] == first.id}


def test_a_model_of_which_no_stream_is_rated_has_no_level(every: Deliverable, tmp_path: Path) -> None:
    part = every.part("tiny-streams")
    streams = tuple(replace(stream, rated=False) for stream in part.result.streams)
    results, _detail = written(alone(every, part, streams=streams), tmp_path)
    assert table(results, "Summary", "Model")[0]["Level now"] is None
