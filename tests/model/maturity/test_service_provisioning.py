"""The shipped service provisioning model is whole: nine streams by five levels, with all that stands in each cell."""

from __future__ import annotations

import pytest

from desktop.model.maturity import shelf
from desktop.model.maturity.questionnaire import LEVELS, sections
from desktop.model.maturity.vocabulary import Direction, Scheme

STREAMS = {
    "CTP": ("Contact point", "1/1/1 1/1/1 1/1/1 1/2/1 2/1/1"),
    "COM": ("Customer communication", "1/1/1 1/1/1 2/2/2 1/1/1 1/1/1"),
    "RST": ("Service restoration", "1/1/2 1/1/2 1/1/3 1/1/3 1/1/1"),
    "INC": ("Incident resolution", "1/1/2 1/1/2 1/2/1 1/1/1 2/1/2"),
    "FUL": ("Request fulfilment", "1/1/1 1/1/1 2/1/1 1/1/1 2/1/1"),
    "DEC": ("Decommissioning", "1/1/2 1/1/2 1/2/1 2/1/2 2/1/1"),
    "PRI": ("Request handling", "1/1/2 1/1/2 1/1/2 1/1/2 1/1/2"),
    "REP": ("Service-level reporting", "1/1/1 1/1/2 2/1/1 2/1/2 2/1/2"),
    "ANA": ("Service analysis", "1/1/1 1/1/1 3/1/1 2/1/1 4/1/1"),
}
"""Practices, outcomes and metrics of each stream, level by level."""

LOWER_SHARES = {"CTP-4-M1", "PRI-3-M2", "PRI-4-M2", "PRI-5-M1"}
"""Shares that should fall: of violated agreements, and of a limit of time or cost that is used up."""


@pytest.fixture(scope="module")
def pack():
    return shelf.find("service-provisioning")


def test_the_five_levels(pack):
    names = [(level.number, level.name) for level in pack.levels]
    assert names == [(1, "Initial"), (2, "Basic"), (3, "Intermediate"), (4, "Advanced"), (5, "Optimizing")]


def test_the_nine_streams(pack):
    assert pack.scheme is Scheme.STREAMS
    assert {stream.id: stream.name for stream in pack.streams} == {id_: name for id_, (name, _) in STREAMS.items()}


@pytest.mark.parametrize("stream", STREAMS)
def test_each_cell_has_its_practices_outcomes_and_metrics(pack, stream):
    cells = [pack.cell(stream, level.number) for level in pack.levels]
    counts = [f"{len(cell.practices)}/{len(cell.outcomes)}/{len(cell.metrics)}" for cell in cells]
    assert counts == STREAMS[stream][1].split()


def test_45_cells_with_61_practices_49_outcomes_and_66_metrics(pack):
    cells = [cell for stream in pack.streams for cell in stream.cells]
    assert len(cells) == 45
    assert sum(len(cell.practices) for cell in cells) == 61
    assert sum(len(cell.outcomes) for cell in cells) == 49
    assert sum(len(cell.metrics) for cell in cells) == len(pack.metric_by_id) == 66
    assert len(pack.item_by_id) == 61 + 49


def test_parts_of_a_cell_are_numbered_without_a_hole(pack):
    for stream in pack.streams:
        for cell in stream.cells:
            for letter, parts in (("P", cell.practices), ("O", cell.outcomes), ("M", cell.metrics)):
                expected = [f"{stream.id}-{cell.level}-{letter}{number}" for number in range(1, len(parts) + 1)]
                assert [part.id for part in parts] == expected


def test_metrics_say_which_way_is_better(pack):
    for _stream, _cell, metric in pack.metric_by_id.values():
        if metric.unit == "percent":
            assert (metric.direction is Direction.DOWN) == (metric.id in LOWER_SHARES), metric.id
        elif metric.unit == "hours":
            assert metric.direction is Direction.DOWN, metric.id
        elif metric.unit in {"count", "per year"}:
            assert metric.direction is Direction.NEUTRAL, metric.id
    money = {metric.id: metric.direction for _, _, metric in pack.metric_by_id.values() if metric.unit == "money"}
    assert [metric for metric, direction in money.items() if direction is Direction.UP] == ["DEC-3-M1"]
    assert all(direction is Direction.DOWN for metric, direction in money.items() if metric != "DEC-3-M1")


def test_units_are_few_and_known(pack):
    units = {metric.unit for _stream, _cell, metric in pack.metric_by_id.values()}
    assert units == {"percent", "hours", "money", "count", "per year", "rating"}


def test_each_stream_asks_one_question_with_five_answers_to_choose_from(pack):
    for section in sections(pack, LEVELS):
        (asked,) = section.questions
        assert [choice.name for choice in asked.scale.answers] == ["5", "4", "3", "2", "1"]
        assert len({choice.meaning for choice in asked.scale.answers}) == 5


@pytest.mark.parametrize(
    ("about", "subject"),
    [
        ({"ANA-3-P1", "ANA-3-P2", "ANA-3-P3"}, "repeats"),
        ({"COM-4-M1"}, "two metrics"),
        ({"REP-5-P2"}, "garbled"),
        ({"FUL-5-M1"}, "yes or no"),
    ],
)
def test_where_the_source_was_mended_a_note_says_so(pack, about, subject):
    assert any(set(note.about) == about and subject in note.note for note in pack.sources)


def test_every_stream_speaks_of_an_area_of_another_model(pack):
    assert {link.origin for link in pack.crosswalk} == set(STREAMS)
