"""Workbooks with results as people keep them: what is proposed, what is read, and what is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.exchange.forms.form_worker import sheets_in
from desktop.exchange.past_results.past_workbooks import ColumnUse, Unreadable, workbook_of_results
from desktop.exchange.past_results.result_tables import RowNotice
from desktop.model.assessment.past_results import PastResult, PastUse
from desktop.model.errors import RefusalError
from desktop.model.maturity.questionnaire import asked_by_id, scales
from desktop.model.maturity.shelf import find
from tests.exchange.foreign_models.books import book
from tests.own_rules import own_rules

STREAMS, STAGED, TRACKS = find("service-provisioning"), find("it-service-cmm"), find("tool-ladder")


def opened(tmp_path: Path, sheets, pack):
    path = book(tmp_path / "past.xlsx", sheets)
    return workbook_of_results(path, sheets_in(path), pack, asked_by_id(pack, scales(pack)[0].id))


def rated(said):
    return {each.part: each.said for each in said.results if each.use is PastUse.RATING}


def streams(*rows):
    return [["Last spring"], [], ["Stream", "Level", "Target", "Remarks", "Average"], *rows]


def test_a_column_is_proposed_by_its_heading_and_what_stands_in_it(tmp_path):
    one, two, three = STREAMS.streams[:3]
    rows = streams(
        [one.name, 2, 4, "seen in the tool", 2.1],
        [two.name, "Level 3", 4, None, 2.1],
        [three.name, "3.0", "Advanced", "-"],
    )
    found = opened(tmp_path, {"S": rows}, STREAMS)
    assert [(each.name, each.proposed) for each in found.columns] == [
        ("Level", ColumnUse.RATING),
        ("Target", ColumnUse.TARGET),
        ("Remarks", ColumnUse.NOTE),
    ]
    said = found.said(found.uses({}))
    assert said.unclear == ()
    assert rated(said) == {one.id: "2", two.id: "3", three.id: "3"}
    assert {each.part: each.said for each in said.results if each.use is PastUse.TARGET} == dict.fromkeys(
        (one.id, two.id, three.id), "4"
    )
    assert [each for each in said.results if each.use is PastUse.NOTE] == [
        PastResult(PastUse.NOTE, one.id, "seen in the tool")
    ]


def test_what_is_no_value_is_named_with_its_place_and_the_values_there_are(tmp_path):
    one, two = STREAMS.streams[:2]
    found = opened(tmp_path, {"S": streams([one.name, 2], [two.name, 2.5])}, STREAMS)
    (unclear,) = found.said(found.uses({})).unclear
    assert (unclear.sheet, unclear.row, unclear.column, unclear.part) == ("S", 5, "Level", two.id)
    assert (unclear.said, unclear.why) == ("2.5", Unreadable.NO_VALUE)
    assert unclear.offered[0] == f"1 {STREAMS.levels[0].name}"


def test_parts_are_found_by_id_by_words_and_by_nearly_the_same_words(tmp_path):
    one, two, three, *same = STAGED.areas[0].practices[:6]
    nearly = f"{three.text[:-1]}s"
    rows = [
        ["ID", "Practice", "Score"],
        [one.id.lower(), None, "F"],
        [two.id, "Something else altogether: our canteen's lunch menu", "P"],
        [None, nearly, "Largely in place"],
        *([None, each.text.upper(), "not in place"] for each in same),
        [None, "Nobody knows this", "N"],
    ]
    found = opened(tmp_path, {"S": rows}, STAGED)
    assert rated(found.said(found.uses({}))) == {one.id: "FI", three.id: "LI"} | {each.id: "NI" for each in same}
    assert [(each.row, each.notice, each.part) for each in found.told] == [
        (3, RowNotice.OTHER_TEXT, two.id),
        (4, RowNotice.ALIKE, three.id),
        (8, RowNotice.UNKNOWN, ""),
    ]


def test_answers_of_several_people_stand_in_a_column_each(tmp_path):
    questions = [question for area in STAGED.areas[:2] for question in area.questions][:3]
    choice = scales(STAGED)[0].choices[0]
    rows = [["Question", "P-01", "Smith"], *([each.text, choice.name, "Don't know"] for each in questions)]
    found = opened(tmp_path, {"S": rows}, STAGED)
    assert [each.proposed for each in found.columns] == [ColumnUse.ANSWER, ColumnUse.ANSWER]
    said = found.said(found.uses({})).results
    assert {each.respondent for each in said} == {"P-01", "Smith"}
    assert {(each.part, each.said) for each in said if each.respondent == "P-01"} == {
        (each.id, choice.id) for each in questions
    }


def test_a_rating_chosen_takes_the_place_of_the_one_proposed(tmp_path):
    names = [each.name for each in STREAMS.streams[:3]]
    rows = [["Stream", "Score 2024", "Score 2025"], *([name, 2, 3] for name in names)]
    found = opened(tmp_path, {"S": rows}, STREAMS)
    assert found.uses({}) == {"Score 2024": ColumnUse.LEFT, "Score 2025": ColumnUse.RATING}
    chosen = found.uses({"Score 2024": "rating"})
    assert chosen == {"Score 2024": ColumnUse.RATING, "Score 2025": ColumnUse.LEFT}
    assert set(rated(found.said(chosen)).values()) == {"2"}
    for uses, code in (
        ({"Score 2024": "rating", "Score 2025": "rating"}, "past.rated_twice"),
        ({"Score 2023": "rating"}, "past.column_unknown"),
        ({"Score 2024": "score"}, "past.use_unknown"),
    ):
        with pytest.raises(RefusalError) as refused:
            found.uses(uses)
        assert refused.value.code == code


def test_a_part_that_takes_no_rating_is_told(tmp_path):
    rows = [["Track", "Level"], *([track.name, 2] for track in TRACKS.tracks)]
    found = opened(tmp_path, {"S": rows}, TRACKS)
    assert found.uses({}) == {"Level": ColumnUse.LEFT}
    said = found.said({"Level": ColumnUse.RATING})
    assert said.results == ()
    assert {each.why for each in said.unclear} == {Unreadable.NOT_KEPT}


def test_statements_are_read_in_the_words_of_team_and_respondents(tmp_path):
    statements = [each for track in TRACKS.tracks for each in track.statements][:5]
    words = ["Met", "partly", "No", "n/a", "Yes, fully"]
    rows = [["Statement", "Result"], *([each.text, word] for each, word in zip(statements, words, strict=True))]
    found = opened(tmp_path, {"S": rows}, TRACKS)
    assert list(rated(found.said(found.uses({"Result": "rating"}))).values()) == [
        "met",
        "partly_met",
        "not_met",
        "not_applicable",
        "met",
    ]


def test_rules_of_ones_own_read_numbers_and_choices(tmp_path):
    pack = own_rules("numbers-with-targets")
    answered = [part for part in pack.rules.parts if pack.rules.scale_of(part) is not None][:3]
    rows = [
        ["No.", "Score", "Target"],
        *([part.id, value, 8] for part, value in zip(answered, (7, "6,5", 11), strict=True)),
    ]
    found = opened(tmp_path, {"S": rows}, pack)
    said = found.said(found.uses({}))
    assert rated(said) == {answered[0].id: "7", answered[1].id: "6.5"}
    assert [(each.said, each.offered) for each in said.unclear] == [("11", ("a number from 0 to 10",))]
    assert {each.said for each in said.results if each.use is PastUse.TARGET} == {"8"}


def test_two_notes_on_a_part_are_kept_both_and_of_two_ratings_the_later(tmp_path):
    one, two = STREAMS.streams[:2]
    rows = [
        ["Stream", "Level", "Comment", "Evidence"],
        [one.name, 1, "first", "second"],
        [two.name, 2, None, None],
        [one.name, 3, "first", "third"],
    ]
    found = opened(tmp_path, {"S": rows}, STREAMS)
    said = found.said(found.uses({}))
    assert rated(said) == {one.id: "3", two.id: "2"}
    assert [each.said for each in said.results if each.use is PastUse.NOTE] == ["first\nsecond\nthird"]


def test_columns_with_the_levels_texts_and_sums_are_left_aside(tmp_path):
    pack = own_rules("weighted-mean")
    parts = [part for part in pack.rules.parts if pack.rules.scale_of(part) is not None][:3]
    heads = ["Subject", "1 - Initial", "2 - Managed", "3 - Defined", "Weight", "Score"]
    rows = [heads, *([part.id, "It is so and so.", "It is better.", "It is best.", 2, 2] for part in parts)]
    found = opened(tmp_path, {"S": rows}, pack)
    assert [each.name for each in found.columns] == ["Score"]


def test_a_workbook_without_parts_of_the_model_is_refused(tmp_path):
    with pytest.raises(RefusalError) as refused:
        opened(tmp_path, {"S": [["Colour", "Score"], ["Red", 1], ["Green", 2]]}, STREAMS)
    assert refused.value.code == "past.no_table"
