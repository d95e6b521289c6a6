"""Models and results in text files with separated cells, and folders packed into one file."""

from __future__ import annotations

import csv
import io
import time
import zipfile

import pytest

from desktop.exchange.foreign_models.activity_models import MOST_FILES
from desktop.exchange.foreign_models.examining import open_model
from desktop.exchange.foreign_models.foreign_model import ForeignForm, ForeignModel, Notice
from desktop.exchange.foreign_models.separated_tables import MOST_CELLS, separated_table
from desktop.exchange.past_results.past_workbooks import open_results
from desktop.exchange.past_results.result_tables import RowNotice
from desktop.model import bounds
from desktop.model.errors import RefusalError
from desktop.model.maturity.faults import FaultCode, PackFaultsError
from desktop.model.maturity.questionnaire import asked_by_id, scales
from desktop.model.maturity.shelf import find
from desktop.model.maturity.vocabulary_pack import VocabularyPack
from desktop.model.vetting.vetted_packs import VettedPack
from desktop.wording import refusals
from tests.exchange.foreign_models.archives import SAMM, archive
from tests.exchange.foreign_models.books import LEVELS, PRACTICES, Rows, told

SOON = 4.0
"""Seconds of processor."""

RUBRIC: list[list[object]] = [
    ["Café rubric"],
    ["Area", "Subject", *LEVELS, "Weight"],
    ["Making", "Water", *told("Water"), "1,5"],
    ["", "Pot", *told("Pot, warm or cold;"), "2"],
]


def pack_of(model: ForeignModel) -> VocabularyPack:
    found = model.vetted()
    assert isinstance(found, VettedPack)
    return found.pack


def written(rows: Rows, separator: str) -> str:
    stream = io.StringIO()
    csv.writer(stream, delimiter=separator).writerows(rows)
    return stream.getvalue()


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("name", ["tea.csv", "tea"])
def test_a_rubric_whatever_stands_between_its_cells(tmp_path, separator, encoding, name):
    path = tmp_path / name
    path.write_bytes(written(RUBRIC, separator).encode(encoding))
    model = open_model(path).understood({"result": "average"})
    assert model.form is ForeignForm.RUBRIC
    assert [notice.notice for notice in model.notices] == [Notice.OLD_LETTERS] * (encoding == "cp1252")
    pack = pack_of(model)
    assert pack.name == "Café rubric"
    assert [(part.name, part.weight) for part in pack.parts] == [
        ("Café rubric", 1),
        ("Making", 1),
        ("Water", 1.5),
        ("Pot", 2),
    ]
    assert pack.scales[1].choices[0].meaning == "Pot, warm or cold; is such and such at 1."


def test_practices_and_a_line_that_names_the_separator(tmp_path):
    path = tmp_path / "c.csv"
    rows: Rows = [*PRACTICES[:3], ["", "", "LARDER-1b", "Something, somewhere.", "high"]]
    path.write_text("sep=;\n" + written(rows, ";"), encoding="utf-8")
    model = open_model(path).understood()
    assert model.form is ForeignForm.PRACTICE_TABLE
    with pytest.raises(PackFaultsError) as caught:
        model.vetted()
    found = [(fault.code, model.places.of(fault.line)) for fault in caught.value.faults]
    assert (FaultCode.LEVEL_UNCLEAR, ("c.csv", 4)) in found


def test_an_error_in_a_cell_is_told_by_its_row(tmp_path):
    path = tmp_path / "c.csv"
    path.write_text(written([*RUBRIC[:2], ["Making", "Water", *told("Water"), "#DIV/0!"]], ","), encoding="utf-8")
    with pytest.raises(PackFaultsError) as caught:
        open_model(path).understood({"result": "average"}).vetted()
    assert FaultCode.CELL_UNCLEAR in [fault.code for fault in caught.value.faults]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b'Subject,1,2,3\n"Water,a,b,c\n', "table.broken"),
        (b"Subject,1,2,3\nWater," + b"x" * 200_000, "table.broken"),
        (b"a," * (MOST_CELLS + 1), "table.cells_many"),
        (b",\n" + b"," * (bounds.COLUMNS + 1), "table.cells_many"),
        (b"a,b\n" * 11_000, "model.rows_many"),
        (b"\0\1\2", "model.form_unknown"),
        (b"Subject,1,2\nWater,\x81\xfe,b", "model.form_unknown"),
        (b"", "model.form_unknown"),
        (b"Month,Sold\nMay,3\n", "model.form_unknown"),
    ],
)
def test_what_is_no_table_of_a_model_is_refused(tmp_path, content, code):
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    start = time.process_time()
    with pytest.raises(RefusalError) as caught:
        open_model(path)
    assert caught.value.code == code
    assert refusals.sentence(caught.value)
    assert time.process_time() - start < SOON


def test_yaml_is_no_table_whatever_it_is_called(tmp_path):
    (tmp_path / "a").write_text("format: 1\nlevels: [1, 2, 3]\n", encoding="utf-8")
    (tmp_path / "a.yaml").write_text(written(RUBRIC, ","), encoding="utf-8")
    assert separated_table(tmp_path / "a") is None
    assert separated_table(tmp_path / "a.yaml") is None


def test_results_in_a_text(tmp_path):
    pack = find("service-provisioning")
    one, two = pack.streams[:2]
    path = tmp_path / "past.csv"
    rows: Rows = [["Stream", "Level", "Remarks"], [one.name, 2, "naïve"], [two.name, 3, ""]]
    path.write_bytes(written(rows, ";").encode("cp1252"))
    found = open_results(path, pack, asked_by_id(pack, scales(pack)[0].id))
    assert [(each.sheet, each.row, each.notice) for each in found.told] == [("past.csv", 1, RowNotice.OLD_LETTERS)]
    said = {(each.use, each.part): each.said for each in found.said(found.uses({})).results}
    assert said == {("rating", one.id): "2", ("rating", two.id): "3", ("note", one.id): "naïve"}
    path.write_bytes(b"%PDF\0")
    with pytest.raises(RefusalError) as caught:
        open_results(path, pack, {})
    assert caught.value.code == "model.no_workbook"


@pytest.mark.parametrize("above", ["", "core-master/", "core-master/model/"])
def test_a_folder_in_an_archive_is_as_the_folder(tmp_path, above):
    path = archive(tmp_path / "samm.zip", above=above, other={"docs/a.pdf": b"%PDF", "x/streams/a.yml": b"id: a"})
    assert pack_of(open_model(path).understood()).name == "samm"
    packed = open_model(path).understood({"name": "Tea model"})
    assert packed.form is ForeignForm.ACTIVITY_MODEL
    assert pack_of(packed).parts == pack_of(open_model(SAMM).understood({"name": "Tea model"})).parts


def test_faults_in_an_archive_are_told_by_their_file(tmp_path):
    path = archive(tmp_path / "samm.zip", other={"answer_sets/Q.yml": b"id: [other", "answer_sets/Z.yml": b"\xff"})
    model = open_model(path).understood()
    with pytest.raises(PackFaultsError) as caught:
        model.vetted()
    found = [(fault.code, model.places.of(fault.line)[0]) for fault in caught.value.faults]
    assert (FaultCode.YAML_MALFORMED, "answer_sets/Q.yml") in found
    assert (FaultCode.FILE_NOT_UTF8, "answer_sets/Z.yml") in found


def test_archives_that_are_too_large_damaged_or_something_else(tmp_path):
    many = archive(tmp_path / "a.zip", other={f"activities/{at}.yml": b"" for at in range(MOST_FILES)})
    large = archive(tmp_path / "b.zip", other={"activities/a.yml": b"x" * (bounds.PACK_BYTES + 1)})
    broken = archive(tmp_path / "c.zip", other={"activities/a.yml": b"title: something to be damaged\n"})
    broken.write_bytes(broken.read_bytes().replace(b"title: something", b"title: somewhere"))
    (tmp_path / "d.zip").write_bytes(large.read_bytes()[:500])
    with zipfile.ZipFile(tmp_path / "e.zip", "w") as made:
        made.writestr("a.txt", "a")
    codes = {}
    for path in sorted(tmp_path.glob("*.zip")):
        start = time.process_time()
        with pytest.raises(RefusalError) as caught:
            open_model(path)
        codes[path.name] = caught.value.code
        assert str(path) in refusals.sentence(caught.value)
        assert time.process_time() - start < SOON
    assert codes == {
        many.name: "model.folder_large",
        large.name: "model.folder_large",
        broken.name: "model.archive_broken",
        "d.zip": "model.form_unknown",
        "e.zip": "model.form_unknown",
    }
