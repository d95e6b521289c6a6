from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from msgspec.structs import replace
from openpyxl import load_workbook

from desktop.exchange.deliverable import Deliverable, gather
from desktop.exchange.export import PARTS, export
from desktop.exchange.figures import PLAN_KINDS, FigureKind, as_file
from desktop.model.errors import RefusalError
from desktop.model.records import DayStyle, DecimalMark
from desktop.wording import names
from desktop.wording.exports import SENTENCES
from desktop.wording.manners import Manner
from tests.builders import tiny_pack
from tests.exchange.filled import DAY, filled

BOOK = "Northern region service centre - results.xlsx"
DETAIL = "Northern region service centre - team detail.xlsx"


@pytest.fixture(scope="module")
def deliverable(tmp_path_factory: pytest.TempPathFactory) -> Deliverable:
    with filled(tmp_path_factory.mktemp("a") / "a.maturity", [tiny_pack()]) as assessment:
        return gather(assessment, day=DAY)


DRAWING = "desktop.exchange.figures.picture_files"


@pytest.fixture
def undrawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Charts are not drawn, which takes long, where only their names are looked at."""
    monkeypatch.setattr(f"{DRAWING}.drawn_sheet", lambda *_arguments: SimpleNamespace(saved=str.encode))


def test_everything_goes_into_the_folder_and_nothing_else(
    deliverable: Deliverable, tmp_path: Path, undrawn: None
) -> None:
    folder = tmp_path / "not" / "yet"
    written = export(deliverable, folder)
    report, two = (folder / f"Northern region service centre - {each}" for each in ("report", "two pages"))
    documents = [file.with_suffix(ending) for file in (report, two) for ending in (".docx", ".pdf")]
    assert written[:6] == [folder / BOOK, *documents, folder / DETAIL]
    assert sorted(folder.iterdir()) == sorted(written)
    assert len(written) == 7 + (5 + len(PLAN_KINDS)) * 3 + 1
    assert folder / "Northern region service centre - radar by area.svg" in written
    assert all(path.stat().st_size for path in written)


def test_only_what_is_asked_for(deliverable: Deliverable, tmp_path: Path) -> None:
    assert export(deliverable, tmp_path, only=["workbook"]) == [tmp_path / BOOK]
    assert export(deliverable, tmp_path, only=["detail"]) == [tmp_path / DETAIL]
    assert export(deliverable, tmp_path, only=["deck"]) == [tmp_path / "Northern region service centre - slides.pptx"]


def test_an_earlier_export_is_replaced(deliverable: Deliverable, tmp_path: Path) -> None:
    (tmp_path / BOOK).write_bytes(b"old")
    export(deliverable, tmp_path, only=["workbook"])
    assert load_workbook(tmp_path / BOOK).sheetnames[0] == "Summary"


def test_several_models_have_charts_of_their_own(deliverable: Deliverable, tmp_path: Path, undrawn: None) -> None:
    part = deliverable.part()
    other = replace(part, pack=replace(part.pack, id="other"))
    written = export(replace(deliverable, models=(part, other)), tmp_path, only=["charts"])
    assert len({path.name.lower() for path in written}) == (2 * 5 + len(PLAN_KINDS)) * 3 + 1
    assert tmp_path / "Northern region service centre - Tiny model (other) - levels.pdf" in written


def test_charts_of_namesakes_in_long_names_stay_apart(deliverable: Deliverable, tmp_path: Path, undrawn: None) -> None:
    part = deliverable.part()
    models = tuple(
        replace(part, pack=replace(part.pack, id=f"m{number}", name=name))
        for number, name in enumerate(["Модель " * 20 + "1", "Модель " * 20 + "2", "модель " * 20 + "1"])
    )
    subject = replace(deliverable.subject, organisation="Учреждение " * 20)
    written = export(replace(deliverable, models=models, subject=subject), tmp_path, only=["charts"])
    assert (
        len({path.name.casefold() for path in written})
        == len(list(tmp_path.iterdir()))
        == (3 * 5 + len(PLAN_KINDS)) * 3 + 1
    )


def test_progress_counts_files(deliverable: Deliverable, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    export(deliverable, tmp_path, only=["workbook"], progress=lambda done, of: told.append((done, of)))
    assert told == [(1, 1)]


def test_cancelling_keeps_nothing(deliverable: Deliverable, tmp_path: Path) -> None:
    asked = iter([False, True])
    parts = ["workbook", "detail"]
    assert export(deliverable, tmp_path, parts, cancelled=lambda: next(asked)) == []
    assert list(tmp_path.iterdir()) == []


def test_a_failing_write_leaves_the_earlier_export_as_it_was(
    deliverable: Deliverable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / BOOK).write_bytes(b"old")

    def full(*_arguments: object) -> bytes:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(f"{DRAWING}.drawn_sheet", full)
    with pytest.raises(RefusalError) as refused:
        export(deliverable, tmp_path, only=["workbook", "charts"])
    assert (refused.value.code, refused.value.facts["reason"]) == ("file.full", "No space left on device")
    assert [path.name for path in tmp_path.iterdir()] == [BOOK]
    assert (tmp_path / BOOK).read_bytes() == b"old"


def test_a_file_open_elsewhere_is_named_and_nothing_is_replaced(
    deliverable: Deliverable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, undrawn: None
) -> None:
    """As on Windows, where a workbook open in Excel cannot be opened for writing."""
    (tmp_path / BOOK).write_bytes(b"old")
    chart = tmp_path / "Northern region service centre - levels.png"
    chart.write_bytes(b"old")
    real = Path.open

    def locked(self: Path, mode: str = "r", *rest: object, **more: object) -> object:
        if self == chart and "+" in mode:
            raise PermissionError(13, "Permission denied")
        return real(self, mode, *rest, **more)  # type: ignore[call-overload]  # passed on as it came

    monkeypatch.setattr(Path, "open", locked)
    with pytest.raises(RefusalError) as refused:
        export(deliverable, tmp_path, only=["workbook", "charts"])
    assert (refused.value.code, refused.value.facts["path"]) == ("file.in_use", chart)
    assert (tmp_path / BOOK).read_bytes() == chart.read_bytes() == b"old"
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="needs a folder that cannot be written to")
def test_a_folder_that_cannot_be_written_to_is_refused(deliverable: Deliverable, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(RefusalError) as refused:
        export(deliverable, tmp_path)
    assert refused.value.code == "file.unwritable"


def test_a_file_in_place_of_the_folder_is_refused(deliverable: Deliverable, tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"")
    with pytest.raises(RefusalError) as refused:
        export(deliverable, tmp_path / "out")
    assert refused.value.code == "file.exists"


def test_unknown_parts_and_empty_assessments_are_refused(deliverable: Deliverable, tmp_path: Path) -> None:
    with pytest.raises(RefusalError) as refused:
        export(deliverable, tmp_path, only=["poster"])
    assert (refused.value.code, refused.value.facts["known"]) == ("export.part_unknown", PARTS)
    with pytest.raises(RefusalError) as refused:
        export(replace(deliverable, models=()), tmp_path)
    assert refused.value.code == "export.nothing"


@pytest.mark.parametrize("code", ["export.nothing", "export.part_unknown", "export.format"])
def test_every_refusal_has_a_sentence(code: str) -> None:
    assert SENTENCES[code]


def test_days_are_written_in_the_manner_of_the_assessment(deliverable: Deliverable, tmp_path: Path) -> None:
    manner = Manner(DayStyle.DOTS, DecimalMark.COMMA)
    (path,) = export(replace(deliverable, manner=manner), tmp_path, only=["workbook"])
    cells = [cell for sheet in load_workbook(path) for row in sheet for cell in row if cell.value is not None]
    texts = [str(cell.value) for cell in cells if not cell.is_date]
    assert {cell.number_format.split('"')[-1].strip() for cell in cells if cell.is_date} == {"dd.mm.yyyy"}
    assert any("31.03.2026" in text for text in texts)
    assert not [text for text in texts if re.search(r"\b20\d\d-\d\d-\d\d\b", text)]
    assert names.day(DAY) == DAY.isoformat()


def test_a_picture_is_drawn_in_the_manner_of_the_assessment(deliverable: Deliverable) -> None:
    written = replace(deliverable, manner=Manner(mark=DecimalMark.COMMA))
    kind = FigureKind.RADAR_BY_AREA
    assert as_file(kind, written, "svg") != as_file(kind, deliverable, "svg")
