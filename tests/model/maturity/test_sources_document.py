"""`docs/sources.md` names a counterpart for every point of the sources, and leaves no part of a pack unnamed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from desktop.model.maturity import shelf
from desktop.model.maturity.pack import Pack
from desktop.model.maturity.vocabulary import Scheme

DOCUMENT = (Path(__file__).parents[3] / "docs" / "sources.md").read_text(encoding="utf-8")
SECTIONS = {
    found[1]: found[2]
    for found in re.finditer(r"^## [^\n]*`([\w-]+)`\n(.*?)(?=^## |\Z)", DOCUMENT, re.MULTILINE | re.DOTALL)
}
MODELS = [one.id for one in shelf.shipped()]


def rows(section: str) -> list[list[str]]:
    """The rows of a section's table without its head."""
    lines = [line for line in section.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line[2:].removesuffix("|").split(" | ")] for line in lines[1:]]


def named(section: str) -> list[str]:
    """Everything named as a counterpart, one by one, without remarks in brackets."""
    cells = [row[1] for row in rows(section)]
    return [re.sub(r" \(.*?\)", "", part) for cell in cells for part in cell.split("; ")]


def ids(section: str) -> set[str]:
    """The ids among them, ranges written out."""
    found: set[str] = set()
    for part in named(section):
        if span := re.fullmatch(r"([A-Z]+-\d-)(\d+) to \1(\d+)", part):
            found |= {f"{span[1]}{number}" for number in range(int(span[2]), int(span[3]) + 1)}
        elif re.fullmatch(r"[A-Z]+(-\w+)*|[a-z]+", part):
            found.add(part)
    return found


def parts(pack: Pack) -> set[str]:
    """Ids of all that a source can have a point about."""
    if pack.scheme is Scheme.STAGED:
        return {*pack.area_by_id, *(category.id for category in pack.categories)}
    return {*pack.item_by_id, *pack.metric_by_id, *pack.statement_by_id, *pack.cap_by_id}


def exists(pack: Pack, part: str) -> bool:
    """Whether a counterpart that is no id is there."""
    advised = pack.guidance
    numbers = [int(number) for number in re.findall(r"\d+", part)]
    there = {
        "pack summary": bool(pack.summary),
        "level": max(numbers, default=0) <= len(pack.levels),
        "levels": max(numbers, default=0) <= len(pack.levels),
        "guidance, note": advised is not None and max(numbers, default=0) <= len(advised.notes),
        "guidance, notes": advised is not None and max(numbers, default=0) <= len(advised.notes),
        "guidance, warning for level": advised is not None and numbers == [one.level for one in advised.warnings],
        "target": advised is not None and numbers == [advised.target],
        "tracks activities and platform": {"activities", "platform"} <= set(pack.track_by_id),
        "goals and practices of all areas": all(area.goals and area.practices for area in pack.areas),
        "questions of all areas": all(area.questions for area in pack.areas),
    }
    return there.get(re.sub(r" \d.*", "", part), part.startswith("the program: "))


def test_every_model_has_its_section():
    assert sorted(SECTIONS) == MODELS


@pytest.mark.parametrize("model", MODELS)
def test_every_id_it_names_is_there_and_nothing_in_the_pack_is_unnamed(model):
    assert ids(SECTIONS[model]) == parts(shelf.find(model))


@pytest.mark.parametrize("model", MODELS)
def test_every_other_counterpart_is_there(model):
    pack = shelf.find(model)
    others = [part for part in named(SECTIONS[model]) if not re.fullmatch(r"[A-Z]+(-\w+)*( to \S+)?|[a-z]+", part)]
    assert [part for part in others if not exists(pack, part)] == []


def test_where_the_text_is_quoted_it_is_the_text_of_the_pack():
    pack = shelf.find("service-provisioning")
    texts = {id_: item.text for id_, (_stream, _cell, item) in pack.item_by_id.items()}
    texts |= {id_: metric.name for id_, (_stream, _cell, metric) in pack.metric_by_id.items()}
    shown = {row[1]: row[2] for row in rows(SECTIONS[pack.id]) if row[1] in texts}
    assert shown.keys() == texts.keys()
    assert {id_: text for id_, text in shown.items() if not text.startswith(texts[id_])} == {}


@pytest.mark.parametrize("model", MODELS)
def test_the_number_of_points_told_is_the_number_of_rows(model):
    told = re.search(rf"^\| .* \| `{model}` \| (\d+) \|$", DOCUMENT, re.MULTILINE)
    assert told
    assert int(told[1]) == len(rows(SECTIONS[model]))
