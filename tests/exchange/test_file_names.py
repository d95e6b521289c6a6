from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.exchange.file_names import LONGEST, distinct, file_name, with_ending

OTHER_LETTERS = "Государственное бюджетное учреждение «Центр информационных технологий»"


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        (("Northern region service centre", "results"), "Northern region service centre - results.xlsx"),
        (("", "results"), "results.xlsx"),
        (("",), "results.xlsx"),
        (('A/B: "C" <D>?*|', "results"), "A B C D - results.xlsx"),
        (("Sons & Co.", "results"), "Sons & Co - results.xlsx"),
        (("con",), "_con.xlsx"),
        (("LPT1.results",), "_LPT1.results.xlsx"),
        (("../../etc",), "etc.xlsx"),
        (("line\nbreak\ttab",), "line break tab.xlsx"),
        (("\u202ereversed",), "reversed.xlsx"),
        (("Zoe\u0308",), "Zo\u00eb.xlsx"),
    ],
)
def test_names(parts: tuple[str, ...], name: str) -> None:
    assert file_name(*parts, ending=".xlsx") == name


def test_a_long_name_keeps_its_end() -> None:
    name = file_name("Ministry " * 40, "radar by area", ending=".png")
    assert name.endswith(" - radar by area.png")
    assert len(name.encode()) <= LONGEST + 4


@pytest.mark.parametrize("organisation", [OTHER_LETTERS, "x" * 300, "測試" * 70, "", "."])
def test_a_long_name_leaves_room_for_the_models(organisation: str) -> None:
    names = [
        file_name(organisation, model, kind, ending=".png")
        for model in ("Service desk model", "Tool ladder", "ITSM maturity curve")
        for kind in ("levels", "statements")
    ]
    assert len(set(names)) == len(names)
    assert all(len(name.encode()) <= LONGEST + 4 for name in names)
    assert names[0].endswith("Service desk model - levels.png")


def test_an_ending_is_added_and_takes_nothing_away() -> None:
    assert file_name("Bank 2026.11", ending=".maturity") == "Bank 2026.11.maturity"
    assert file_name("St. Mary's Hospital", ending=".maturity") == "St. Mary's Hospital.maturity"


def test_names_that_are_one_on_some_system_are_numbered() -> None:
    assert distinct(["a.png", "A.png", "a.PNG", "b.png", "Zo\u00eb.png", "Zoe\u0308.png", "c/a.png", "a (2).png"]) == [
        "a.png",
        "A (2).png",
        "a (3).PNG",
        "b.png",
        "Zo\u00eb.png",
        "Zoe\u0308 (2).png",
        "c/a.png",
        "a (2) (2).png",
    ]


@given(st.lists(st.text("aA\u00e9e\u0301.", min_size=1), max_size=8))
def test_no_two_are_one(names: list[str]) -> None:
    found = [unicodedata.normalize("NFC", name).casefold() for name in distinct(names)]
    assert len(set(found)) == len(names)


@given(st.lists(st.text(), max_size=3))
def test_every_name_is_accepted_everywhere(parts: list[str]) -> None:
    name = file_name(*parts, ending=".svg")
    stem = name.removesuffix(".svg")
    assert stem == stem.strip(" .") != ""
    assert not re.search(r'[<>:"/\\|?*\x00-\x1f\ud800-\udfff]', name)
    assert len(name.encode()) <= LONGEST + 5


@pytest.mark.parametrize(
    ("given", "made"),
    [
        ("Bank 2026.11", "Bank 2026.11.png"),
        ("a.PNG", "a.PNG"),
        ("a.svg", "a.svg"),
        ("a.jpg", "a.jpg.png"),
        (".png", ".png"),
    ],
)
def test_an_ending_is_added_to_a_path(given: str, made: str) -> None:
    assert with_ending(Path("folder", given), ".png", ".svg") == Path("folder", made)
