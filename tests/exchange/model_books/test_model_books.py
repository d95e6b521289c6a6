"""Packs as workbooks: whatever is written is read back equal, and faults are told by sheet and row."""

from __future__ import annotations

from pathlib import Path

import msgspec
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.exchange.model_books.reading import place_of, read_model_book
from desktop.exchange.model_books.writing import model_book
from desktop.model.errors import RefusalError
from desktop.model.maturity.faults import FaultCode, PackFaultsError
from desktop.model.maturity.pack import SourceNote
from desktop.model.maturity.rulebook import PackPart, ScaleChoice
from desktop.model.maturity.vocabulary_pack import VocabularyPack
from desktop.model.vetting.pack_text import pack_text
from desktop.model.vetting.vetted_packs import VettedPack, vet

FILES = sorted((Path(__file__).parents[2] / "model" / "vetting" / "packs").glob("*.yaml"))
CHARACTERS = st.characters(codec="utf-8", categories=("L", "N", "P", "S")) | st.sampled_from(" \n")
TEXTS = st.text(CHARACTERS, max_size=60).map(str.strip)
DECIMALS = st.decimals(-99, 99, places=3, allow_nan=False).map(float).filter(lambda value: value != int(value))
NUMBERS = st.integers(-999, 999) | DECIMALS


def pack_of(path: Path) -> VocabularyPack:
    vetted = vet(path)
    assert isinstance(vetted, VettedPack)
    return vetted.pack


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_pack_comes_back_from_its_workbook_and_from_its_text(path, tmp_path):
    pack = pack_of(path)
    (tmp_path / "model.xlsx").write_bytes(model_book(pack))
    assert read_model_book(tmp_path / "model.xlsx").pack == pack
    (tmp_path / "model.yaml").write_text(pack_text(pack), encoding="utf-8")
    assert pack_of(tmp_path / "model.yaml") == pack


@given(texts=st.lists(TEXTS, min_size=5, max_size=5), values=st.lists(NUMBERS, min_size=4, max_size=4, unique=True))
def test_any_text_and_any_number_come_back(tmp_path_factory, texts, values):
    pack = pack_of(next(path for path in FILES if path.stem == "weighted-mean"))
    folder = tmp_path_factory.mktemp("book")
    choices = [
        ScaleChoice(id=f"c{at}", value=value, name=texts[0], meaning=texts[1]) for at, value in enumerate(values)
    ]
    parts = [msgspec.structs.replace(part, name=texts[2], text=texts[3], detail=texts[4]) for part in pack.parts]
    changed = msgspec.structs.replace(
        pack,
        scales=(msgspec.structs.replace(pack.scales[0], choices=tuple(choices)),),
        parts=tuple(parts),
        examples=(),
    )
    (folder / "model.xlsx").write_bytes(model_book(changed))
    assert read_model_book(folder / "model.xlsx").pack == changed
    (folder / "model.yaml").write_text(pack_text(changed), encoding="utf-8", newline="\n")
    assert pack_of(folder / "model.yaml") == changed


@pytest.fixture
def edited(tmp_path):
    """Changes cells of a pack's workbook and gives its path."""

    def edit(name, *cells):
        path = tmp_path / "model.xlsx"
        path.write_bytes(model_book(pack_of(next(each for each in FILES if each.stem == name))))
        book = openpyxl.load_workbook(path)
        for sheet, place, value in cells:
            book[sheet][place] = value
        book.save(path)
        return path

    return edit


@pytest.mark.parametrize(
    ("sheet", "place", "value", "code", "row"),
    [
        ("Parts", "B4", "categry", FaultCode.REFERENCE_DANGLING, 4),
        ("Parts", "G4", "a lot", FaultCode.TYPE_WRONG, 4),
        ("Parts", "G4", -3, FaultCode.NUMBER_LOW, 4),
        ("Parts", "B1", "sort", FaultCode.KEY_UNKNOWN, 1),
        ("Parts", "B4", "=1/0", FaultCode.CELL_UNCLEAR, 4),
        ("Scales", "H3", "two", FaultCode.TYPE_WRONG, 3),
        ("Kinds", "D5", "meen", FaultCode.WORD_UNKNOWN, 5),
        ("Kinds", "D5", "[mean", FaultCode.YAML_MALFORMED, 5),
        ("Examples", "D3", "a lot", FaultCode.ANSWER_OFF, 3),
    ],
)
def test_a_fault_is_told_by_sheet_and_row(edited, sheet, place, value, code, row):
    path = edited("weighted-mean", (sheet, place, value))
    with pytest.raises(PackFaultsError) as caught:
        read_model_book(path)
    assert (code, (sheet, row)) in [(fault.code, place_of(fault.line)) for fault in caught.value.faults]


def test_a_workbook_of_something_else_is_no_pack(tmp_path):
    openpyxl.Workbook().save(tmp_path / "other.xlsx")
    with pytest.raises(PackFaultsError) as caught:
        read_model_book(tmp_path / "other.xlsx")
    assert FaultCode.KEY_MISSING in {fault.code for fault in caught.value.faults}
    assert place_of(caught.value.faults[0].line) == ("", 0)


def test_what_is_longer_than_a_cell_is_not_cut(tmp_path):
    pack = pack_of(FILES[0])
    notes = tuple(SourceNote(note="x" * 1999) for _ in range(20))
    with pytest.raises(RefusalError) as caught:
        model_book(msgspec.structs.replace(pack, sources=notes))
    assert caught.value.code == "model.cell_long"


def test_parts_are_one_row_each(tmp_path):
    pack = pack_of(FILES[0])
    (tmp_path / "model.xlsx").write_bytes(model_book(pack))
    rows = list(openpyxl.load_workbook(tmp_path / "model.xlsx")["Parts"].iter_rows(values_only=True))
    assert rows[0][:3] == ("id", "kind", "parent")
    assert [row[0] for row in rows[1:]] == [part.id for part in pack.parts]
    assert len(rows[0]) == len(msgspec.structs.fields(PackPart))
