"""Workbooks with models of every scheme: each number is the engine's, each title is allowed."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from msgspec.structs import replace
from openpyxl import Workbook, load_workbook

from desktop.exchange.deliverable import Deliverable, ModelPart, gather
from desktop.exchange.workbook import write_team_detail
from desktop.model.maturity import Pack
from desktop.model.planning.gaps import largest_first
from desktop.model.scoring.publication import is_hidden
from desktop.wording import names
from tests.builders_schemes import full_size_criteria, tiny_criteria, tiny_streams
from tests.exchange.filled import DAY, filled

STREAMS, TRACKS = "Tiny streams", "Tiny criteria"


def rows(book: Workbook, title: str) -> list[dict[str, Any]]:
    headings, *found = book[title].iter_rows(min_row=4, values_only=True)
    return [dict(zip(map(str, headings), row, strict=True)) for row in found]


def words(book: Workbook, title: str) -> list[str]:
    return [cell for row in book[title].iter_rows(values_only=True) for cell in row if isinstance(cell, str)]


def the(every: Deliverable, scheme: str) -> ModelPart:
    return every.part({STREAMS: "tiny-streams", TRACKS: "tiny-criteria"}[scheme])


def test_each_model_has_its_sheets_and_titles_are_allowed(every_result: Workbook, every_detail: Workbook) -> None:
    assert every_result.sheetnames == [
        "Summary", "Findings", "Actions", "Lists", "Plan", "Plan totals", "Road map", "Measures", "Readings",
        "Tiny model", "Tiny criteria", "Tiny streams", "Coverage", "Check", "Read me",
    ]  # fmt: skip
    assert set(every_detail.sheetnames) > {
        *(f"{STREAMS} {name}" for name in ("Streams", "Cells", "Coverage", "Answers", "Trace")),
        *(f"{TRACKS} {name}" for name in ("Tracks", "Statements", "Coverage", "Answers", "Trace")),
        "Gaps",
        "Read me",
    }
    for book in (every_result, every_detail):
        assert all(len(title) <= 31 for title in book.sheetnames)
        assert len({title.lower() for title in book.sheetnames}) == len(book.sheetnames)


def test_streams_have_the_engines_numbers(every_detail: Workbook, every: Deliverable) -> None:
    found = rows(every_detail, f"{STREAMS} Streams")
    for row, stream in zip(found, the(every, STREAMS).result.streams, strict=True):
        assert (row["Id"], row["Level now"], row["Index, not a level"]) == (stream.id, stream.level, stream.index)
        assert stream.suggestion is not None
        assert row["Mean level of answers"] == stream.suggestion.mean_level
        assert row["Middle level"] == stream.suggestion.level
        assert (row["Answers"], row["Consensus"]) == (stream.answers.n, stream.answers.consensus)
        assert (row["Target"], row["Importance"]) == (stream.target, stream.importance)
        assert (row["Gap"], row["Weighted gap"]) == (stream.gap, stream.weighted_gap)
        assert all(practice in (row["Missing practices"] or "") for practice in stream.missing)
    assert [row["Read from"] for row in found] == ["chosen text", "ticked practices", "ticked practices"]


def test_a_stream_nobody_rated_has_no_level(every: Deliverable, tmp_path: Path) -> None:
    part = the(every, STREAMS)
    first, *others = part.result.streams
    unrated = replace(part, result=replace(part.result, streams=(replace(first, rated=False), *others)))
    write_team_detail(replace(every, models=(unrated,)), tmp_path / "a.xlsx")
    row = rows(load_workbook(tmp_path / "a.xlsx", data_only=True), "Streams")[0]
    assert (row["Level now"], row["Read from"]) == (None, "not rated")


def test_cells_hold_every_practice_outcome_and_metric(every_detail: Workbook, every: Deliverable) -> None:
    part = the(every, STREAMS)
    found = rows(every_detail, f"{STREAMS} Cells")
    cells = [(stream, cell) for stream in part.pack.streams for cell in stream.cells]
    for row, (stream, cell) in zip(found, cells, strict=True):
        assert (row["Id"], row["Level"], row["How things stand"]) == (stream.id, cell.level, cell.text)
        assert row["Practices"] == len(cell.practices)
        assert row["Ticked"] == sum(practice.id in part.ticks for practice in cell.practices)
        for practice in cell.practices:
            column = "Practices ticked" if practice.id in part.ticks else "Practices not ticked"
            assert practice.text in row[column]
        assert all(item.text in row["Outcomes"] for item in cell.outcomes)
        assert all(metric.name in row["Metrics"] and metric.how in row["Metrics"] for metric in cell.metrics)


def test_tracks_have_the_engines_numbers(every_detail: Workbook, every: Deliverable) -> None:
    found = rows(every_detail, f"{TRACKS} Tracks")
    for row, track in zip(found, the(every, TRACKS).result.tracks, strict=True):
        assert (row["Track"], row["Level now"], row["By statements alone"]) == (track.name, track.level, track.uncapped)
        assert row["Determined"] == ("yes" if track.determined else "no")
        assert all(statement in (row["Blocking statements"] or "") for statement in track.stopping)
        assert (row["Target"], row["Gap"], row["Weighted gap"]) == (track.target, track.gap, track.weighted_gap)
        assert all(statement in (row["What the target needs"] or "") for statement in track.needed)
        assert (row["Answers"], row["Mean of answers"]) == (track.answers.n, track.answers.mean_percent)


def test_statements_have_the_teams_word_and_nothing_it_noted(every_detail: Workbook, every: Deliverable) -> None:
    part = the(every, TRACKS)
    found = rows(every_detail, f"{TRACKS} Statements")
    for row, statement in zip(found, part.result.statements, strict=True):
        assert (row["Id"], row["Level"]) == (statement.id, statement.level)
        assert row["Team says"] == (names.name(statement.value) if statement.value else None)
        assert statement.suggestion is not None
        assert row["Survey suggests"] == names.name(statement.suggestion.value)
        assert row["Mean of answers"] == statement.suggestion.mean_percent
        stopped = [track.name for track in part.result.tracks if statement.id in track.stopping]
        assert all(track in (row["Blocks"] or "") for track in stopped)
    assert "canary" not in " ".join(words(every_detail, f"{TRACKS} Statements")).lower()


def test_a_cap_is_told_with_its_reason(tmp_path: Path) -> None:
    with filled(tmp_path / "a.maturity", [tiny_criteria()]) as assessment:
        deliverable = gather(assessment, day=DAY)
    part = deliverable.part()
    held = tuple(replace(track, caps=("CAP-1",), uncapped=4) for track in part.result.tracks)
    write_team_detail(
        replace(deliverable, models=(replace(part, result=replace(part.result, tracks=held)),)), tmp_path / "a.xlsx"
    )
    assert [row["Caps"] for row in rows(load_workbook(tmp_path / "a.xlsx", data_only=True), "Tracks")] == [
        "CAP-1 The tool stands alone. (not above level 2)"
    ] * 2


def test_many_statements_are_told_by_ids_alone(tmp_path: Path) -> None:
    """A row is at most so high; what has no room would be cut without a word."""
    pack = full_size_criteria()
    with filled(tmp_path / "a.maturity", [pack], upto=1) as assessment:
        write_team_detail(gather(assessment, day=DAY), tmp_path / "a.xlsx")
    told = rows(load_workbook(tmp_path / "a.xlsx", data_only=True), "Tracks")[1]["Blocking statements"]
    assert told == ", ".join(f"T2-2-{number}" for number in range(1, 13))


@pytest.mark.parametrize("scheme", [STREAMS, TRACKS])
def test_questionnaires_have_the_engines_numbers(every_detail: Workbook, every: Deliverable, scheme: str) -> None:
    part = the(every, scheme)
    found = rows(every_detail, f"{scheme} Answers")
    for row, question in zip(found, part.result.questions, strict=True):
        answers = question.answers
        assert not is_hidden(answers)
        assert (row["No."], row["Asked"], row["Answers"]) == (part.numbers[question.id], answers.asked, answers.n)
        assert (row["Unanswered"], row["Don't know"]) == (answers.unanswered, answers.dont_know)
        assert row["Consensus"] == answers.consensus
        for choice in part.scale.answers:
            heading = f"Level {choice.name}" if scheme == STREAMS else choice.name
            assert row[heading] == answers.counts[choice.id]
            assert row[f"{heading}, share"] == answers.shares[choice.id]
        if scheme == TRACKS:
            assert row["Mean"] == answers.mean_percent


@pytest.mark.parametrize("pack", [tiny_streams(), tiny_criteria()], ids=lambda pack: pack.id)
def test_small_groups_leave_nothing_but_how_many(pack: Pack, tmp_path: Path) -> None:
    with filled(tmp_path / "a.maturity", [pack], respondents=4) as assessment:
        write_team_detail(gather(assessment, day=DAY), tmp_path / "a.xlsx")
    for row in rows(load_workbook(tmp_path / "a.xlsx", data_only=True), "Answers"):
        if row["Answers"]:
            assert row["Note"] == "Hidden: fewer than 5 answers."
            assert row["Consensus"] is None
            assert row.get("Mean", row.get("Mean level")) is None
            assert row["Does not apply"] is None


def test_gaps_of_all_models_stand_in_one_order(every_detail: Workbook, every: Deliverable) -> None:
    found = rows(every_detail, "Gaps")
    expected = largest_first(gap for part in every.models for gap in part.gaps)
    assert [(row["Id"], row["Gap"], row["Weighted gap"], row["Importance"]) for row in found] == [
        (gap.place, gap.gap, gap.weighted_gap, gap.importance) for gap in expected
    ]
    assert {row["What"] for row in found} == {"Area", "Stream", "Track"}
    assert all(row["Level now"] is None for row in found if row["What"] == "Area")


def test_the_radar_of_streams_has_a_fixed_scale_and_three_lines(results_of_every: Path, every: Deliverable) -> None:
    with ZipFile(results_of_every) as archive:
        charts = [archive.read(name).decode() for name in archive.namelist() if name.startswith("xl/charts/chart")]
    (radar,) = [xml for xml in charts if '<c:max val="5"/>' in xml and "radarStyle" in xml]
    assert '<c:delete val="1"/>' not in radar
    assert '<c:min val="0"/>' in radar
    assert '<c:majorUnit val="1"/>' in radar
    assert '<c:radarStyle val="marker"/>' in radar
    assert radar.count("<c:cat><c:strRef>") == 3
    series = re.findall(r"<c:val><c:numRef>(.*?)</c:numRef></c:val>", radar)
    cached = [{int(i): float(v) for i, v in re.findall(r'<c:pt idx="(\d+)"><c:v>([^<]*)</c:v>', xml)} for xml in series]
    streams = the(every, STREAMS).result.streams
    assert cached == [
        {i: stream.level for i, stream in enumerate(streams)},
        {i: stream.suggestion.mean_level for i, stream in enumerate(streams) if stream.suggestion},
        {i: stream.target for i, stream in enumerate(streams) if stream.target is not None},
    ]
    assert len(set(re.findall(r'<c:symbol val="(\w+)"', radar))) == 3


def test_bars_of_statements_are_stacked_and_refer_to_their_cells(
    results_of_every: Path, every_result: Workbook
) -> None:
    with ZipFile(results_of_every) as archive:
        charts = [archive.read(name).decode() for name in archive.namelist() if name.startswith("xl/charts/chart")]
    (bars,) = [xml for xml in charts if '<c:grouping val="stacked"/>' in xml]
    assert '<c:delete val="1"/>' not in bars
    for xml in re.findall(r"<c:val><c:numRef>(.*?)</c:numRef></c:val>", bars):
        title, cells = re.search(r"<c:f>'(.*?)'!(.*?)</c:f>", xml).groups()  # type: ignore[union-attr]  # it is there
        values = [cell.value for row in every_result[title][cells.replace("$", "")] for cell in row]
        assert values == [float(value) for value in re.findall(r"<c:v>([^<]*)</c:v>", xml)]


@pytest.mark.parametrize("scheme", [STREAMS, TRACKS])
def test_traces_tell_of_every_place(every_detail: Workbook, every: Deliverable, scheme: str) -> None:
    about = {row["About"] for row in rows(every_detail, f"{scheme} Trace")}
    assert set(the(every, scheme).pack.place_by_id) <= about
    part = the(every, scheme)
    asked = [question.id for question in part.result.questions]
    assert scheme != STREAMS or {f"No. {part.numbers[question]}" for question in asked} <= about
    assert scheme == TRACKS or not set(asked) & about


def test_read_me_tells_sheets_of_one_name_apart(every_result: Workbook, every_detail: Workbook) -> None:
    told = set(words(every_detail, "Read me"))
    assert {"Answers (staged levels)", "Answers (streams)", "Answers (criteria)", "Gaps", "Met", "Satisfied"} <= told
    told = set(words(every_result, "Read me"))
    assert {"Model with levels", "Model with streams", "Model with tracks", "Met", "Satisfied"} <= told
