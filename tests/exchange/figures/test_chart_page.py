"""Whoever cannot see a picture reads the same: on the page of all pictures, and in each file."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import unquote

import pytest
from msgspec.structs import replace

from desktop.exchange.deliverable import Deliverable
from desktop.exchange.export import export
from desktop.exchange.figures import PLAN_KINDS, FigureKind, kinds, table
from desktop.exchange.figures.chart_page import Pictured, chart_page
from desktop.exchange.figures.descriptions import description
from desktop.exchange.tables.words import in_line


class Page(HTMLParser):
    """What a browser makes of it."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.opened: list[str] = []
        self.pictures: list[dict[str, str | None]] = []
        self.cells: list[str] = []
        self.feed(content.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.opened.append(tag)
        if tag == "img":
            self.pictures.append(dict(attrs))

    def handle_data(self, data: str) -> None:
        if self.opened and self.opened[-1] in ("td", "th"):
            self.cells.append(data)


@pytest.fixture(scope="module")
def pictures(every: Deliverable) -> list[Pictured]:
    shown = [Pictured(part, kind, f"{part.pack.id} & {kind}.png") for part in every.models for kind in kinds(part)]
    return [*shown, *(Pictured(None, kind, f"{kind}.png") for kind in PLAN_KINDS)]


def test_each_picture_has_its_words_and_its_table(every: Deliverable, pictures: list[Pictured]) -> None:
    page = Page(chart_page(every, pictures))
    assert [unquote(str(each["src"])) for each in page.pictures] == [each.file for each in pictures]
    assert all(each["alt"] for each in page.pictures)
    values = set(page.cells)
    for part, kind, _file in pictures:
        shown = table(kind, every, part.pack.id if part else None)
        for column in shown.columns:
            assert column.heading in values
            assert {in_line(column.value(row), column.kind) for row in shown.rows} - values <= {""}


def test_the_page_is_the_same_each_time_and_obeys_no_text(every: Deliverable, pictures: list[Pictured]) -> None:
    evil = replace(every, subject=replace(every.subject, organisation="<script>alert(1)</script>"))
    content = chart_page(evil, pictures)
    assert content == chart_page(evil, pictures)
    assert "script" not in Page(content).opened
    assert b"http" not in content


@pytest.mark.parametrize("kind", FigureKind)
def test_a_file_says_in_words_what_it_shows(every: Deliverable, kind: FigureKind, coarse: None) -> None:
    from desktop.exchange.figures.picture_files import drawn_sheet

    model = next(part.pack.id for part in every.models if kind in (*kinds(part), *PLAN_KINDS))
    words = description(kind, every, model)
    assert "Northern region service centre" in words
    assert len(words) > 60
    drawn = drawn_sheet(kind, every, model)
    svg = drawn.saved("svg").decode()
    assert '<svg role="img" ' in svg
    assert svg.index("<title>") < svg.index("<desc>") < svg.index("<metadata>")
    assert b"/Subject" in drawn.saved("pdf")
    assert b"Description" in drawn.saved("png")


def test_the_page_names_the_files_beside_it(
    every: Deliverable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[FigureKind] = []

    def draw(kind: FigureKind, *_others: object) -> SimpleNamespace:
        drawn.append(kind)
        return SimpleNamespace(saved=str.encode)

    monkeypatch.setattr("desktop.exchange.figures.picture_files.drawn_sheet", draw)
    written = export(every, tmp_path, only=["charts"])
    (page,) = [path for path in written if path.suffix == ".html"]
    named = [unquote(str(each["src"])) for each in Page(page.read_bytes()).pictures]
    assert sorted(named) == sorted(path.name for path in written if path.suffix == ".png")
    assert len(drawn) == len(named), "each is drawn once for all its formats"
    assert {path.read_bytes() for path in written if path.suffix == ".svg"} == {b"svg"}
