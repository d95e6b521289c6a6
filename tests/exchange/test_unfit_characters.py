"""Whatever characters an assessment holds, what is written is sound and steers nothing."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path

import pytest
from msgspec.structs import replace
from openpyxl import load_workbook

from desktop.exchange.deliverable import gather
from desktop.exchange.export import export
from desktop.exchange.forms.content import gather as gather_forms
from desktop.exchange.forms.writer import write_all
from tests.builders import tiny_pack
from tests.exchange.filled import DAY, filled

UNFIT = "\x00\x07\x08\x0b\x1b[31m\x7f\x84\x9b\ud83d\ufffe\uffff\u202e\u2066"
STEERING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An export and forms of an assessment in which every text that is shown holds what no text should."""
    place = tmp_path_factory.mktemp("a")
    with filled(place / "a.maturity", [tiny_pack()]) as assessment:
        deliverable = gather(assessment, day=DAY)
        asks = gather_forms(assessment, "tiny")
    subject = replace(deliverable.subject, organisation=f"North{UNFIT}ern", unit=f"U{UNFIT}nit")
    parts = [
        replace(
            part,
            pack=replace(
                part.pack,
                name=f"Tea{UNFIT}making",
                levels=tuple(replace(level, name=f"{level.name}{UNFIT}") for level in part.pack.levels),
                areas=tuple(replace(area, name=f"{UNFIT}{area.name}") for area in part.pack.areas),
            ),
        )
        for part in deliverable.models
    ]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("desktop.exchange.export.FORMATS", ("svg", "pdf"))  # bitmaps are not read here
        export(replace(deliverable, subject=subject, models=tuple(parts)), place / "out")
    few = [replace(ask, organisation=f"North{UNFIT}ern", model=f"Tea{UNFIT}making") for ask in asks[:2]]
    write_all(few, place / "out")
    return place / "out"


def test_names_of_files_are_plain(folder: Path) -> None:
    names = [path.name for path in folder.iterdir()]
    assert any("North" in name for name in names)
    assert not [name for name in names if STEERING.search(name) or re.search("[\ud800-\udfff\u202e\u2066]", name)]


def test_pictures_are_sound(folder: Path) -> None:
    pictures = list(folder.glob("*.svg"))
    assert pictures
    for path in pictures:
        text = path.read_text(encoding="utf-8")
        assert not STEERING.search(text)
        ET.fromstring(text)
    for path in folder.glob("*.pdf"):
        assert path.read_bytes().startswith(b"%PDF")
        titles = re.findall(rb"/Title \((.*?)\)", path.read_bytes(), re.DOTALL)
        assert not [title for title in titles if re.search(rb"\x1b|\x07|\\033|\\007", title)]


def test_workbooks_are_sound(folder: Path) -> None:
    workbooks = list(folder.glob("*.xlsx"))
    assert len(workbooks) > 1
    for path in workbooks:
        load_workbook(path)
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                content = archive.read(name).decode()
                assert not STEERING.search(content), name
                assert not re.search(r"&#(x[01]?[0-8bBcCeEfF]|[0-8]|1[124-9]|2[0-9]|3[01]);", content), name
