"""A number exists once: whatever way it leaves the program, it is the one that the tables hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from desktop.cli.scores import model_content
from desktop.exchange.deliverable import gather
from desktop.exchange.portable.writing import to_json
from desktop.exchange.tables.areas import areas
from desktop.model.records import DayStyle, DecimalMark
from tests.builders import tiny_pack
from tests.builders_schemes import tiny_criteria, tiny_streams
from tests.exchange.filled import DAY, filled
from tests.exchange.readers import (
    Exports,
    Figures,
    in_detail,
    in_json,
    in_pages,
    in_portable,
    in_results,
    in_slides,
    in_words,
    on_screen,
)

READERS: dict[str, tuple[Callable[[Exports], Figures], int]] = {
    "results workbook": (in_results, 120),
    "team's workbook": (in_detail, 390),
    "score --json": (in_json, 150),
    "portable data": (in_portable, 10),
    "charts of the deck": (in_slides, 8),
    "report and two pages in Word": (in_words, 60),
    "report and two pages in PDF": (in_pages, 60),
}
"""Each way out, with how many numbers are read back there at least."""


@pytest.fixture(scope="module", params=[2, 3, 7, 30], ids=lambda answered: f"{answered} answered")
def exports(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Exports:
    """Small groups and larger ones; an area above level 2 is not characterised at all."""
    folder: Path = tmp_path_factory.mktemp("once")
    packs = [tiny_pack(), tiny_streams(), tiny_criteria()]
    with filled(folder / "a.maturity", packs, respondents=request.param, upto=2) as assessment:
        if request.param == 7:
            assessment.preparation.set_details(decimal_mark=DecimalMark.COMMA, day_style=DayStyle.DOTS)
        return Exports(gather(assessment, day=DAY), to_json(assessment), folder)


@pytest.mark.parametrize("way", READERS)
def test_what_is_read_back_is_what_the_screen_shows(exports: Exports, way: str) -> None:
    read, fewest = READERS[way]
    shown, found = on_screen(exports), read(exports)
    assert {key: value for key, value in found.items() if shown.get(key, value) != value} == {}
    assert len(found.keys() & shown.keys()) >= fewest, Counter(key.table for key in found)


def test_no_number_of_the_screen_is_missing_in_the_workbooks(exports: Exports) -> None:
    shown, found = on_screen(exports), in_results(exports) | in_detail(exports)
    assert shown.keys() == found.keys()


def test_what_is_empty_in_a_workbook_is_empty_in_json(exports: Exports) -> None:
    part = exports.deliverable.part("tiny")
    content = msgspec.json.decode(msgspec.json.encode(model_content(part)))
    shown = {row[0]: row[1] for row in areas(part).pick("id", "in_place_percent").cells}
    assert shown == {area["id"]: area["in_place_percent"] for area in content["areas"]}
    assert (shown["STD"], shown["DLV"]) == (None, None)
    (third,) = [level for level in content["levels"] if level["id"] == "3"]
    assert third["in_place_percent"] is None
