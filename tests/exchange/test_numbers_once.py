"""A number exists once: what the sheets of a workbook show stands in `score --json` with what it is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from desktop.cli.scores import model_content
from desktop.exchange.deliverable import Deliverable, ModelPart, gather
from desktop.exchange.workbook import (
    areas,
    gaps,
    goals,
    groups,
    practices,
    questionnaire,
    statements,
    stream_cells,
    streams,
    tracks,
)
from desktop.exchange.workbook.guide import Value
from tests.builders import tiny_pack
from tests.builders_schemes import tiny_criteria, tiny_streams
from tests.exchange.filled import DAY, filled

Rows = Iterable[tuple[Value, ...]]


@pytest.fixture(scope="module", params=[2, 3, 7], ids=["two answered", "three answered", "seven answered"])
def deliverable(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Deliverable:
    """Small groups and larger ones; an area above level 2 is not characterised at all."""
    path: Path = tmp_path_factory.mktemp("once") / "a.maturity"
    packs = [tiny_pack(), tiny_streams(), tiny_criteria()]
    with filled(path, packs, respondents=request.param, upto=2) as assessment:
        return gather(assessment, day=DAY)


def content(part: ModelPart) -> dict[str, Any]:
    """As another program reads it."""
    plain = model_content(part.result, part.pack, part.numbers, part.whole, part.gaps)
    found: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(plain))
    return found


def numbers(item: object) -> Iterator[float]:
    match item:
        case bool():
            return
        case int() | float():
            yield item
        case dict():
            for value in item.values():
                yield from numbers(value)
        case list():
            for value in item:
                yield from numbers(value)


def by_id(items: Iterable[dict[str, Any]], key: str = "id") -> dict[str, dict[str, Any]]:
    return {item[key]: item for item in items}


def lacking(row: tuple[Value, ...], *items: object) -> list[float]:
    """The numbers of a row that none of these holds."""
    known = {each for item in items for each in numbers(item)}
    return [cell for cell in row if isinstance(cell, int | float) and cell not in known]


def test_staged(deliverable: Deliverable) -> None:
    part = deliverable.part("tiny")
    json = content(part)
    for row, item in zip(areas.rows(part), json["areas"], strict=True):
        assert (row[0], lacking(row, item)) == (item["id"], [])
    every_goal = [(area, goal) for area in json["areas"] for goal in area["goals"]]
    for row, (area, goal) in zip(goals.rows(part), every_goal, strict=True):
        assert (row[2], lacking(row, goal, area["level"])) == (goal["id"], [])
    for row, item in zip(groups.rows(part), [*json["levels"], *json["categories"]], strict=True):
        assert (row[1], lacking(row, item)) == (item["name"], [])
    for row, item in zip(practices.rows(part), json["practices"], strict=True):
        assert (row[1], lacking(row, item)) == (item["id"], [])


def test_streams(deliverable: Deliverable) -> None:
    part = deliverable.part("tiny-streams")
    json = content(part)
    for row, item in zip(streams.rows(part), json["streams"], strict=True):
        assert (row[0], lacking(row, item)) == (item["id"], [])
    cells = [(stream, cell) for stream in json["streams"] for cell in stream["cells"]]
    for row, (stream, cell) in zip(stream_cells.rows(part), cells, strict=True):
        assert (row[0], row[2]) == (stream["id"], cell["level"])
        assert (row[5], row[6]) == (cell["ticked"], cell["practices"])


def test_tracks(deliverable: Deliverable) -> None:
    part = deliverable.part("tiny-criteria")
    json = content(part)
    for row, item in zip(tracks.rows(part), json["tracks"], strict=True):
        assert (row[0], lacking(row, item)) == (item["name"], [])
    questions = by_id(json["questions"])
    for row, item in zip(statements.rows(part), json["statements"], strict=True):
        assert (row[2], lacking(row, item, questions[item["id"]])) == (item["id"], [])


@pytest.mark.parametrize("model", ["tiny", "tiny-streams", "tiny-criteria"])
def test_answers(deliverable: Deliverable, model: str) -> None:
    part = deliverable.part(model)
    json = content(part)
    about = by_id([*json["streams"], *json["statements"]])
    for row, item in zip(questionnaire.rows(part, 5), json["questions"], strict=True):
        assert (row[1], lacking(row, item, about.get(item["area"]), about.get(item["id"]))) == (item["number"], [])


def test_gaps(deliverable: Deliverable) -> None:
    known = {part.pack.name: by_id(content(part)["gaps"], "place") for part in deliverable.models}
    for row in gaps.rows(deliverable):
        assert lacking(row, known[str(row[0])][str(row[1])]) == []


def test_what_is_empty_in_a_workbook_is_empty_in_json(deliverable: Deliverable) -> None:
    part = deliverable.part("tiny")
    place = [column.heading for column in areas.guide().columns].index("Practices in place")
    shown = {row[0]: row[place] for row in areas.rows(part)}
    assert shown == {area["id"]: area["in_place_percent"] for area in content(part)["areas"]}
    assert (shown["STD"], shown["DLV"]) == (None, None)
    (third,) = [level for level in content(part)["levels"] if level["id"] == "3"]
    assert third["in_place_percent"] is None
