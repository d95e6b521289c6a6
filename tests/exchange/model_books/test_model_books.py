"""Packs as workbooks: whatever is written is read back equal, and faults are told by sheet and row."""

from __future__ import annotations

from pathlib import Path

import msgspec
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.exchange.forms.form_worker import sheets_in
from desktop.exchange.model_books import sheets
from desktop.exchange.model_books.reading import model_book_in, sheets_of_model
from desktop.exchange.model_books.writing import model_book
from desktop.model.errors import RefusalError
from desktop.model.maturity.faults import FaultCode, PackFaultsError
from desktop.model.maturity.pack import Pack, foreign_keys
from desktop.model.maturity.rulebook import Combiner, NamedMeasure, PackPart, PartNeeds, ScaleChoice
from desktop.model.maturity.shelf import find, shipped_ids
from desktop.model.maturity.vocabulary import NAMED_SCHEMES
from desktop.model.maturity.vocabulary_pack import VocabularyPack
from desktop.model.vetting.pack_text import pack_text
from desktop.model.vetting.vetted_packs import VettedPack, vet
from tests.thoroughness import tries

FILES = sorted((Path(__file__).parents[2] / "model" / "vetting" / "packs").glob("*.yaml"))
FOREIGN = {scheme: set(foreign_keys(scheme)) for scheme in NAMED_SCHEMES}
CHARACTERS = st.characters(codec="utf-8", categories=("L", "N", "P", "S")) | st.sampled_from(" \n")
TEXTS = st.text(CHARACTERS, max_size=60).map(str.strip)
DECIMALS = st.decimals(-99, 99, places=3, allow_nan=False).map(float).filter(lambda value: value != int(value))
NUMBERS = st.integers(-999, 999) | DECIMALS


def pack_of(path: Path) -> VocabularyPack:
    vetted = vet(path)
    assert isinstance(vetted, VettedPack)
    return vetted.pack


def read_here(path):
    """The pack in a workbook, read in this process."""
    found = model_book_in(sheets_in(path)).vetted(path)
    return found.pack if isinstance(found, VettedPack) else found


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_pack_comes_back_from_its_workbook_and_from_its_text(path, tmp_path):
    pack = pack_of(path)
    (tmp_path / "model.xlsx").write_bytes(model_book(pack))
    assert read_here(tmp_path / "model.xlsx") == pack
    (tmp_path / "model.yaml").write_text(pack_text(pack), encoding="utf-8")
    assert pack_of(tmp_path / "model.yaml") == pack


@tries(8)
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
    assert read_here(folder / "model.xlsx") == changed
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
    book = model_book_in(sheets_in(path))
    with pytest.raises(PackFaultsError) as caught:
        book.vetted(path)
    assert (code, (sheet, row)) in [(fault.code, book.places.of(fault.line)) for fault in caught.value.faults]


def test_a_workbook_of_something_else_is_no_pack(tmp_path):
    openpyxl.Workbook().save(tmp_path / "other.xlsx")
    book = model_book_in(sheets_in(tmp_path / "other.xlsx"))
    with pytest.raises(PackFaultsError) as caught:
        book.vetted(tmp_path / "other.xlsx")
    assert FaultCode.KEY_MISSING in {fault.code for fault in caught.value.faults}
    assert book.places.of(caught.value.faults[0].line) == ("", 0)


@pytest.mark.parametrize("model", shipped_ids())
def test_a_shipped_pack_comes_back_from_its_workbook(model, tmp_path):
    (tmp_path / "model.xlsx").write_bytes(model_book(find(model)))
    assert read_here(tmp_path / "model.xlsx") == find(model)


def test_a_strangers_workbook_is_read_in_a_process_of_its_own(tmp_path):
    pack = find(shipped_ids()[0])
    (tmp_path / "model.xlsx").write_bytes(model_book(pack))
    assert model_book_in(sheets_of_model(tmp_path / "model.xlsx")).vetted(tmp_path / "model.xlsx") == pack
    (tmp_path / "torn.xlsx").write_bytes((tmp_path / "model.xlsx").read_bytes()[:5000])
    for name in ("torn.xlsx", "none.xlsx"):
        with pytest.raises(RefusalError) as caught:
            sheets_of_model(tmp_path / name)
        assert caught.value.code == "model.no_workbook"


@pytest.mark.parametrize(
    ("sheet", "place", "value", "code", "row"),
    [
        ("Goals", "A3", "RQQ", FaultCode.REFERENCE_DANGLING, 3),
        ("Areas", "C4", "two", FaultCode.TYPE_WRONG, 4),
        ("Areas", "D4", "nothing", FaultCode.REFERENCE_DANGLING, 4),
        ("Areas", "I4", "perhaps", FaultCode.TYPE_WRONG, 4),
        ("Practices", "C3", "ZZ", FaultCode.REFERENCE_DANGLING, 3),
        ("Model", "B9", "stagedd", FaultCode.WORD_UNKNOWN, 9),
        ("Model", "A3", "verrsion", FaultCode.KEY_UNKNOWN, 3),
        ("Levels", "A1", "nummer", FaultCode.KEY_UNKNOWN, 1),
    ],
)
def test_a_fault_of_a_pack_of_a_scheme_is_told_by_sheet_and_row(staged, sheet, place, value, code, row):
    found = model_book_in(changed(staged, (sheet, place, value)))
    with pytest.raises(PackFaultsError) as caught:
        found.vetted(Path("model.xlsx"))
    assert (code, (sheet, row)) in [(fault.code, found.places.of(fault.line)) for fault in caught.value.faults]


def test_rows_can_be_added_moved_and_said_with_other_words(staged):
    pack, area = find("it-service-cmm"), find("it-service-cmm").areas[-1]
    more = [("A", area.id), ("B", f"{area.id}-AC-99"), ("C", "AC"), ("D", "More is done.")]
    cells = [("Practices", f"{column}999", text) for column, text in more]
    found = model_book_in(
        changed(staged, ("Model", "B4", "2.5"), ("Areas", f"I{1 + len(pack.areas)}", "TRUE"), *cells)[::-1]
    )
    read = found.vetted(Path("model.xlsx"))
    assert isinstance(read, Pack)
    assert read.version == "2.5"
    assert read.areas[-1].may_not_apply is True
    assert read.areas[-1].practices[-1].text == "More is done."
    assert read.areas[:-1] == pack.areas[:-1]


@pytest.fixture(scope="module")
def staged(tmp_path_factory):
    """The sheets of a workbook of a pack that follows a scheme."""
    path = tmp_path_factory.mktemp("staged") / "model.xlsx"
    path.write_bytes(model_book(find("it-service-cmm")))
    return sheets_in(path)


def changed(found, *cells):
    """The same sheets with other texts in some cells, each by sheet and place."""
    rows = {sheet.title: {number: dict(row) for number, row in sheet.rows.items()} for sheet in found}
    for title, place, text in cells:
        rows[title].setdefault(int(place[1:]), {})[ord(place[0]) - ord("A") + 1] = text
    return tuple(msgspec.structs.replace(sheet, rows=rows[sheet.title]) for sheet in found)


def test_every_key_of_a_pack_has_its_place_in_the_workbook():
    for scheme in NAMED_SCHEMES:
        own = {"examples", *(table.path[0] for table in sheets.SHEETS.at(scheme).tables)}
        own |= {heading.partition(" ")[0] for heading in sheets.SHEETS.at(scheme).model_columns}
        known = {key for key in sheets.keys_of(Pack) if key not in FOREIGN[scheme]}
        assert known <= own


def test_known_words_are_offered_and_every_heading_is_explained(tmp_path):
    (tmp_path / "model.xlsx").write_bytes(
        model_book(pack_of(next(each for each in FILES if each.stem == "team-decides")))
    )
    book = openpyxl.load_workbook(tmp_path / "model.xlsx")
    for title in sheets.SHEETS.parts.titles:
        assert book[title].freeze_panes
        assert all(cell.comment and cell.comment.text for cell in book[title][1]), title
    offered = {
        (title, str(rule.sqref).partition("2:")[0]): rule.formula1
        for title in ("Parts", "Scales", "Kinds", "Examples")
        for rule in book[title].data_validations.dataValidation
    }
    assert offered["Parts", "C"].startswith("Parts!$A$2:")
    assert '"choices,grades"' in offered.values()
    assert '"yes,no"' in offered.values()
    assert "without_reason" in offered["Kinds", "C"]


@pytest.mark.parametrize(
    ("model", "title", "heading", "source"),
    [
        ("it-service-cmm", "Practices", "goals", "Goals!$B$2:"),
        ("it-service-cmm", "Areas", "categories", "Categories!$A$2:"),
        ("tool-ladder", "Caps", "unless", "Statements!$B$2:"),
    ],
)
def test_cells_with_several_ids_offer_one_and_say_how_to_write_several(tmp_path, model, title, heading, source):
    (tmp_path / "model.xlsx").write_bytes(model_book(find(model)))
    sheet = openpyxl.load_workbook(tmp_path / "model.xlsx")[title]
    cell = next(cell for cell in sheet[1] if cell.value == heading)
    assert cell.comment is not None
    assert "with commas between" in cell.comment.text
    rules = [
        rule for rule in sheet.data_validations.dataValidation if f"{cell.column_letter}2" in str(rule.sqref).split(":")
    ]
    assert [rule.formula1.partition("2:")[0] + "2:" for rule in rules] == [source]
    assert not rules[0].showErrorMessage, "several can be typed"


def test_a_rule_is_chosen_from_its_own_words(tmp_path):
    (tmp_path / "model.xlsx").write_bytes(
        model_book(pack_of(next(each for each in FILES if each.stem == "weighted-mean")))
    )
    sheet = openpyxl.load_workbook(tmp_path / "model.xlsx")["Kinds"]
    row = next(row for row in range(2, sheet.max_row + 1) if sheet[f"C{row}"].value == "combine")
    words = [rule.formula1 for rule in sheet.data_validations.dataValidation if f"D{row}" in str(rule.sqref)]
    assert words == [f'"{",".join(Combiner)}"']


def test_what_libreoffice_saves_is_read_back(office, tmp_path):
    pack = find("tool-ladder")
    path = tmp_path / "model.xlsx"
    path.write_bytes(model_book(pack))
    assert read_here(office.convert(path, "xlsx")) == pack


def test_what_is_longer_than_a_cell_is_not_cut():
    pack = pack_of(FILES[0])
    long = NamedMeasure(id="more", combine=Combiner.COUNT, counted=PartNeeds(of=tuple(f"P{at}" for at in range(9000))))
    kinds = (*pack.kinds[:-1], msgspec.structs.replace(pack.kinds[-1], also=(long,)))
    with pytest.raises(RefusalError) as caught:
        model_book(msgspec.structs.replace(pack, kinds=kinds))
    assert caught.value.code == "model.cell_long"


def test_parts_are_one_row_each(tmp_path):
    pack = pack_of(FILES[0])
    (tmp_path / "model.xlsx").write_bytes(model_book(pack))
    rows = list(openpyxl.load_workbook(tmp_path / "model.xlsx")["Parts"].iter_rows(values_only=True))
    assert rows[0][:3] == ("id", "kind", "parent")
    assert [row[0] for row in rows[1:]] == [part.id for part in pack.parts]
    assert len(rows[0]) == len(msgspec.structs.fields(PackPart))
