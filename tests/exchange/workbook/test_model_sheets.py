"""The sheets of the results workbook that show one model each."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from msgspec.structs import replace
from openpyxl import Workbook, load_workbook

from desktop.exchange.deliverable import Deliverable, ModelPart
from desktop.exchange.tables.actions import actions
from desktop.exchange.tables.covered_places import covered_places
from desktop.exchange.tables.measures import measures
from desktop.exchange.tables.plan import plan
from desktop.exchange.tables.readings import readings
from desktop.exchange.workbook import (
    board,
    plan_sheet,
    roadmap_sheet,
    staged_sheet,
    streams_sheet,
    tracks_sheet,
    write_workbook,
)
from desktop.exchange.workbook.guide import Guide
from desktop.model.scoring.vocabulary import Rating
from desktop.wording import board as sentences
from desktop.wording import names


def table(book: Workbook, title: str, first: str) -> list[dict[str, Any]]:
    """The rows of the table whose first heading is this."""
    rows = [*book[title].iter_rows(values_only=True)]
    begin = next((number for number, row in enumerate(rows) if row[0] == first), len(rows))
    found = []
    for row in rows[begin + 1 :]:
        if row[0] is None:
            break
        found.append(dict(zip(map(str, rows[begin]), row, strict=True)))
    return found


def written(deliverable: Deliverable, part: ModelPart, folder: Path) -> Workbook:
    write_workbook(replace(deliverable, models=(part,), actions=()), folder / "a.xlsx")
    return load_workbook(folder / "a.xlsx", data_only=True)


def test_what_the_sponsor_may_see_is_this_and_a_new_column_needs_a_decision(every: Deliverable) -> None:
    """No single question, no practice, no comment, no reason of a stream, nothing that tells who said what."""
    guides = [
        board.guide(every),
        Guide.of(actions(every)),
        Guide.of(plan(every)),
        plan_sheet.guide(every),
        roadmap_sheet.guide(every),
        Guide.of(measures(every.actions)),
        Guide.of(readings(every.actions)),
        Guide.of(covered_places(every.models)),
        staged_sheet.sheet(every.part("tiny")).guide(every.part("tiny")),
        streams_sheet.sheet(every.part("tiny-streams")).guide(every.part("tiny-streams")),
        tracks_sheet.sheet(every.part("tiny-criteria")).guide(every.part("tiny-criteria")),
    ]
    assert {guide.name: [heading for heading, _meaning in guide.columns] for guide in guides} == {
        "Summary": ["Model", "Result", "Level now", "Target", "To improve", "Action", "Owner", "Due"],
        "Actions": [
            "No.", "Action", "Description", "To improve", "Owner", "Due", "Priority", "Status", "Measures",
            "Key (hidden)",
        ],
        "Measures": [
            "No.", "Action", "Measure", "Unit", "Better", "How", "Baseline", "Target", "Target due", "Latest",
            "Read on", "Readings", "Progress", "State", "Key (hidden)",
        ],
        "Readings": ["No.", "Measure", "Unit", "Read on", "Value", "Target", "Key (hidden)"],
        "Coverage": [
            "Model", "Name", "To cover", "Corroborated", "Share", "Face to face", "To affirm",
            "Questionnaire", "Interview", "Document",
        ],
        "Plan": [
            "No.", "Action", "Status", "Done", "Owner", "Due", "Milestone", "Waits for", "Tags", "Dropped because",
        ],
        "Plan totals": ["Status", "Actions", "Overdue", "Owner", "Due in"],
        "Road map": [
            "End of", "Tiny model", "Tiny criteria", "Tiny streams", "To improve", "No.", "Action",
            "Owner", "Start", "Due", "Quarter",
        ],
        "Model with levels": [
            "Blocking area", "Level", "Rating", "Weak practices", "Open practices", "What is missing",
            "Level or category", "Areas", "State", "Practices in place", "Mean of answers", "Area", "Note",
        ],
        "Model with streams": [
            "Stream", "Level now", "Target", "Gap", "Mean level of answers", "To do for the next level",
        ],
        "Model with tracks": [
            "Track", "Level now", "Target", "Gap", "Blocking statement", "Level", "State", "Rule", "At most",
            "Track and level", "Met", "Partly met", "Not met", "Don't know", "Not judged", "Not applicable",
        ],
    }  # fmt: skip


def test_each_begins_with_the_result_in_a_sentence(every_result: Workbook, every: Deliverable) -> None:
    for part in every.models:
        sheet = every_result[part.pack.name]
        assert sheet["A1"].value == part.pack.name
        assert sheet["A4"].value == sentences.result_sentence(part.result, part.pack)
    assert every_result["Tiny criteria"]["A5"].value == "The target is level 3."
    assert every_result["Tiny model"]["A5"].value == "No target is set for the whole of this model."


def test_a_target_that_is_reached_is_told(every: Deliverable, tmp_path: Path) -> None:
    part = every.part("tiny-criteria")
    book = written(every, replace(part, whole=replace(part.whole, target=2, gap=0)), tmp_path)
    assert book["Tiny criteria"]["A5"].value == "The target, level 2, is reached."


def test_areas_have_the_engines_numbers_and_those_left_out_stand_last(every: Deliverable, tmp_path: Path) -> None:
    part = every.part("tiny")
    first, *others = part.result.areas
    result = replace(part.result, areas=(replace(first, rating=Rating.OUT_OF_SCOPE), *others))
    part = replace(part, result=result, reasons={first.id: "Agreed."})
    found = table(written(every, part, tmp_path), "Tiny model", "Area")
    assert [row["Area"] for row in found] == ["Area SUP", "Area STD", "Area PLN", "Area DLV"]
    by_name = {area.name: area for area in result.areas}
    for row in found:
        area = by_name[row["Area"]]
        assert (row["Level"], row["Rating"]) == (area.level, names.name(area.rating))
        assert (row["Practices in place"], row["Mean of answers"]) == (
            area.in_place_percent,
            area.answers.mean_percent,
        )
    assert found[2]["Note"] == "Agreed."


def test_what_blocks_a_level_is_told_with_the_weakness_of_each_goal(every: Deliverable, tmp_path: Path) -> None:
    part = every.part("tiny")
    (blocker,) = part.result.level.blockers
    level = replace(part.result.level, blockers=(replace(blocker, goals=("PLN-G1", "PLN-G2")),))
    part = replace(part, result=replace(part.result, level=level), weaknesses={"PLN-G1": "Promises are late."})
    (row,) = table(written(every, part, tmp_path), "Tiny model", "Blocking area")
    assert row["What is missing"] == "Goal PLN-G1: Promises are late.\nGoal PLN-G2"
    assert (row["Weak practices"], row["Open practices"]) == (len(blocker.weak), len(blocker.open))


def test_levels_and_categories_have_the_engines_numbers(every_result: Workbook, every: Deliverable) -> None:
    result = every.part("tiny").result
    found = table(every_result, "Tiny model", "Level or category")
    for row, group in zip(found, (*result.levels, *result.categories), strict=True):
        assert group.name in row["Level or category"]
        assert (row["Areas"], row["Mean of answers"]) == (group.areas, group.mean_percent)


def test_a_stream_that_nobody_rated_or_that_takes_no_part_shows_no_level(every: Deliverable, tmp_path: Path) -> None:
    part = every.part("tiny-streams")
    first, second, third = part.result.streams
    streams = (replace(first, rated=False), replace(second, excluded=Rating.OUT_OF_SCOPE), third)
    book = written(every, replace(part, result=replace(part.result, streams=streams)), tmp_path)
    shown = {row["Stream"]: row["Level now"] for row in table(book, "Tiny streams", "Stream")}
    assert shown == {first.name: None, second.name: None, third.name: third.level}


def test_streams_have_the_engines_numbers_and_what_to_do_in_words(every_result: Workbook, every: Deliverable) -> None:
    part = every.part("tiny-streams")
    found = table(every_result, "Tiny streams", "Stream")
    for row, stream in zip(found, part.result.streams, strict=True):
        assert (row["Stream"], row["Level now"], row["Target"]) == (stream.name, stream.level, stream.target)
        assert stream.suggestion is not None
        assert (row["Gap"], row["Mean level of answers"]) == (stream.gap, stream.suggestion.mean_level)
        texts = [part.pack.item_by_id[practice][2].text for practice in stream.missing]
        assert row["To do for the next level"] == ("\n".join(texts) or None)


def test_a_statement_in_the_way_of_two_tracks_is_told_once(every: Deliverable, tmp_path: Path) -> None:
    part = every.part("tiny-criteria")
    blocker = part.result.level.blockers[0]
    tracks = tuple(replace(track, stopping=("TOL-3-1",), caps=("CAP-1",)) for track in part.result.tracks)
    level = replace(part.result.level, blockers=tuple(replace(blocker, place=track.id) for track in tracks))
    part = replace(part, result=replace(part.result, tracks=tracks, level=level))
    book = written(every, part, tmp_path)
    (row,) = table(book, "Tiny criteria", "Blocking statement")
    assert (row["Blocking statement"], row["Track"], row["Level"]) == (
        "TOL 1 of 3 is so.",
        "Track work\nTrack tool",
        3,
    )
    rules = table(book, "Tiny criteria", "Rule")
    assert [(each["Rule"], each["Track"], each["At most"]) for each in rules] == [
        ("The tool stands alone.", "Track work", 2),
        ("The tool stands alone.", "Track tool", 2),
    ]


def test_a_track_that_is_ahead_has_no_statement_in_the_way(every: Deliverable, tmp_path: Path) -> None:
    part = every.part("tiny-criteria")
    first, second = part.result.tracks
    level = replace(part.result.level, blockers=(replace(part.result.level.blockers[0], place=first.id),))
    tracks = (replace(first, stopping=("WRK-3-1",)), replace(second, stopping=("TOL-4-1",)))
    part = replace(part, result=replace(part.result, tracks=tracks, level=level))
    found = table(written(every, part, tmp_path), "Tiny criteria", "Blocking statement")
    assert [row["Track"] for row in found] == [first.name]
