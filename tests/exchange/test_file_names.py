from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.exchange.file_names import LONGEST, file_name


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


@given(st.lists(st.text(), max_size=3))
def test_every_name_is_accepted_everywhere(parts: list[str]) -> None:
    name = file_name(*parts, ending=".svg")
    stem = name.removesuffix(".svg")
    assert stem == stem.strip(" .") != ""
    assert not re.search(r'[<>:"/\\|?*\x00-\x1f\ud800-\udfff]', name)
    assert len(name.encode()) <= LONGEST + 5
