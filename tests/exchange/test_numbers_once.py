"""A number exists once: what the sheets of a workbook show stands in `score --json` with what it is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from desktop.cli.scores import model_content
from desktop.exchange.deliverable import Deliverable, ModelPart, gather
from desktop.exchange.slides.writing import as_deck
from desktop.exchange.tables.answers import answers
from desktop.exchange.tables.areas import areas
from desktop.exchange.tables.gaps import gaps
from desktop.exchange.tables.goals import goals
from desktop.exchange.tables.groups import groups
from desktop.exchange.tables.practices import practices
from desktop.exchange.tables.statements import statements
from desktop.exchange.tables.stream_cells import stream_cells
from desktop.exchange.tables.streams import streams
from desktop.exchange.tables.table import Value
from desktop.exchange.tables.tracks import tracks
from tests.builders import tiny_pack
from tests.builders_schemes import tiny_criteria, tiny_streams
from tests.exchange.filled import DAY, filled
from tests.exchange.slides.decks import chart_numbers, opened

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
    plain = model_content(part)
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
    return [cell for cell in row if isinstance(cell, int | float) and not isinstance(cell, bool) and cell not in known]


def test_staged(deliverable: Deliverable) -> None:
    part = deliverable.part("tiny")
    json = content(part)
    for row, item in zip(areas(part).cells, json["areas"], strict=True):
        assert (row[0], lacking(row, item)) == (item["id"], [])
    every_goal = [(area, goal) for area in json["areas"] for goal in area["goals"]]
    for row, (area, goal) in zip(goals(part).cells, every_goal, strict=True):
        assert (row[2], lacking(row, goal, area["level"])) == (goal["id"], [])
    for row, item in zip(groups(part).cells, [*json["levels"], *json["categories"]], strict=True):
        assert str(row[0]).endswith(item["name"])
        assert lacking(row, item) == []
    for row, item in zip(practices(part).cells, json["practices"], strict=True):
        assert (row[1], lacking(row, item)) == (item["id"], [])


def test_streams(deliverable: Deliverable) -> None:
    part = deliverable.part("tiny-streams")
    json = content(part)
    for row, item in zip(streams(part).cells, json["streams"], strict=True):
        assert (row[0], lacking(row, item)) == (item["id"], [])
    cells = [(stream, cell) for stream in json["streams"] for cell in stream["cells"]]
    for row, (stream, cell) in zip(stream_cells(part).cells, cells, strict=True):
        assert (row[0], row[2]) == (stream["id"], cell["level"])
        assert (row[5], row[6]) == (cell["ticked"], cell["practices"])


def test_tracks(deliverable: Deliverable) -> None:
    part = deliverable.part("tiny-criteria")
    json = content(part)
    for row, item in zip(tracks(part).cells, json["tracks"], strict=True):
        assert (row[0], lacking(row, item)) == (item["name"], [])
    questions = by_id(json["questions"])
    for row, item in zip(statements(part).cells, json["statements"], strict=True):
        assert (row[2], lacking(row, item, questions[item["id"]])) == (item["id"], [])


@pytest.mark.parametrize("model", ["tiny", "tiny-streams", "tiny-criteria"])
def test_answers(deliverable: Deliverable, model: str) -> None:
    part = deliverable.part(model)
    json = content(part)
    about = by_id([*json["streams"], *json["statements"]])
    for row, item in zip(answers(part, 5).cells, json["questions"], strict=True):
        assert (row[1], lacking(row, item, about.get(item["area"]), about.get(item["id"]))) == (item["number"], [])


def test_gaps(deliverable: Deliverable) -> None:
    known = {part.pack.name: by_id(content(part)["gaps"], "place") for part in deliverable.models}
    for row in gaps(deliverable.models).cells:
        assert lacking(row, known[str(row[0])][str(row[1])]) == []


def test_what_is_empty_in_a_workbook_is_empty_in_json(deliverable: Deliverable) -> None:
    part = deliverable.part("tiny")
    shown = {row[0]: row[1] for row in areas(part).pick("id", "in_place_percent").cells}
    assert shown == {area["id"]: area["in_place_percent"] for area in content(part)["areas"]}
    assert (shown["STD"], shown["DLV"]) == (None, None)
    (third,) = [level for level in content(part)["levels"] if level["id"] == "3"]
    assert third["in_place_percent"] is None


def test_slides(deliverable: Deliverable) -> None:
    """What a chart of a deck is drawn from stands in JSON, number by number."""
    known = {each for part in deliverable.models for each in numbers(content(part))}
    shown = list(chart_numbers(opened(as_deck(deliverable))))
    assert len(shown) >= 10
    assert [each for each in shown if each not in known] == []
