"""Models of others that were made to take long, to fill the memory or to wait for ever are read quickly or refused."""

from __future__ import annotations

import errno
import os
import shutil
import time
from contextlib import suppress
from pathlib import Path

import pytest

from desktop.exchange.foreign_models.activity_models import MOST_FILES
from desktop.exchange.foreign_models.examining import open_model, workbook_model
from desktop.exchange.foreign_models.kept_texts import kept_text
from desktop.exchange.forms.sheet_cells import SheetCells
from desktop.model import bounds
from desktop.model.errors import RefusalError
from desktop.model.maturity.faults import FaultCode, PackFaultsError
from desktop.wording import refusals

SOON = 4.0
"""Seconds of processor; what is tried here took from five to some thousands."""

HEAD = {1: "ID", 2: "Subject", 3: "1", 4: "2", 5: "3"}
REQUIREMENTS = {1: "assessable", 2: "depth", 3: "ref_id", 4: "weight", 5: "questions", 6: "answer"}
ANSWERS = {1: "id", 2: "question_type", 3: "question_choices", 4: "add_score"}
WIDE = 5_000
FRAMEWORK = "objects:\n  framework:\n    ref_id: X\n    name: X\n    max_score: 4\n    requirement_nodes:\n"


def library(rows, answers=()):
    meta = {1: {1: "type", 2: "library"}, 2: {1: "name", 2: "L"}}
    own = {1: {1: "type", 2: "framework"}, 2: {1: "answers_definition", 2: "a"}, 3: {1: "ref_id", 2: "L"}}
    choices = {1: {1: "type", 2: "answers"}, 2: {1: "name", 2: "a"}}
    return {
        "library_meta": meta,
        "f_meta": own,
        "f_content": {1: REQUIREMENTS, **rows},
        "a_meta": choices,
        "a_content": {1: ANSWERS, **dict(enumerate(answers, 2))},
    }


def lines(count):
    return "\n".join(map(str, range(count)))


SHEETS = {
    "depths": library({row: {1: "x", 2: "999999999", 3: f"r{row}"} for row in range(2, 99)}),
    "choices": library(
        {row: {1: "x", 2: "1", 3: f"r{row}", 5: lines(6_000), 6: "q"} for row in range(2, 9)},
        [{1: "q", 2: "unique_choice", 3: lines(6_000), 4: lines(6_000)}],
    ),
    "tabs": {
        "library_content": {row: {1: "tab", 2: "r", 3: "requirements", 4: f"s{row}"} for row in range(1, 2_000)},
        "r": {1: REQUIREMENTS, **{row: {1: "x", 2: "1", 3: f"r{row}"} for row in range(2, 2_000)}},
    },
    "joined": {
        "A": {
            1: HEAD,
            2: {1: "7", 2: "S", 3: "a", 4: "b", 5: "c"},
            **{row: {3: f"x{row}" * 1_000} for row in range(3, 2_000)},
        }
    },
    "wide": {
        "A": {
            1: {column: f"h{column}" for column in range(2, WIDE)}
            | {1: "Subject"}
            | {WIDE: "1", WIDE + 1: "2", WIDE + 2: "3"},
            2: {column: f"t{column}" for column in range(1, WIDE + 3)},
            **{row: {1: f"s{row}", WIDE: "t", WIDE + 1: "t", WIDE + 2: "t"} for row in range(3, 2_000)},
        }
    },
    "groups": {
        "A": {
            1: {1: "Domain", 2: "Process", 3: "Area", 4: "Practice", 5: "Level"},
            **{row: {1: f"d{row}", 2: f"p{row}", 3: f"a{row}", 4: f"t{row}", 5: "1"} for row in range(2, 4_000)},
        }
    },
}


def understood(file):
    """As `models import` does, with the first of all answers, but for the checks of packs."""
    model = file.understood()
    return file.understood({str(asked.topic): asked.choices[0] for asked in model.missing if asked.choices})


@pytest.mark.parametrize("name", SHEETS)
def test_sheets_made_to_take_long(name):
    sheets = tuple(SheetCells(title, rows, {}) for title, rows in SHEETS[name].items())
    start = time.process_time()
    if name == "choices":
        with pytest.raises(RefusalError) as caught:
            workbook_model(Path("a.xlsx"), sheets)
        assert caught.value.code == "model.choices_many"
        assert "60000" in refusals.sentence(caught.value)
    else:
        assert understood(workbook_model(Path("a.xlsx"), sheets)).root is not None
    assert time.process_time() - start < SOON


@pytest.mark.parametrize(
    "text",
    [
        "".join(
            f"    - {{urn: u{at}, parent_urn: u{at - 1}, assessable: true, weight: {at}}}\n" for at in range(6_000)
        ),
        "    - {urn: a, assessable: true, questions: [{type: unique_choice, choices: ["
        + ", ".join(f"{{value: a, add_score: {at % 5}}}" for at in range(8_000))
        + "]}]}\n",
    ],
    ids=["tower", "choices"],
)
def test_libraries_made_to_take_long(tmp_path, text):
    path = tmp_path / "a.yaml"
    path.write_text(FRAMEWORK + text, encoding="utf-8")
    file = open_model(path)
    start = time.process_time()
    with suppress(PackFaultsError):
        understood(file).vetted()
    assert time.process_time() - start < SOON


@pytest.mark.parametrize(
    ("rows", "length", "code"), [(6_000, 1, FaultCode.YAML_LARGE), (2_600, 2_000, FaultCode.FILE_LARGE)]
)
def test_what_no_file_of_a_pack_can_hold_is_neither_checked_nor_kept(monkeypatch, rows, length, code):
    monkeypatch.setattr("desktop.model.vetting.vetted_packs.faults_of", lambda _pack: pytest.fail("it was checked"))
    table = {row: {1: f"{row}" + "x" * length, 2: "1"} for row in range(2, rows)}
    sheet = SheetCells("A", {1: {1: "Practice", 2: "Level"}, **table}, {})
    kept = kept_text(understood(workbook_model(Path("a.xlsx"), (sheet,))))
    assert [fault.code for fault in kept.faults] == [code]
    assert (kept.text, kept.pack) == ("", None)


def test_what_grows_too_large_when_it_is_written_is_not_kept(monkeypatch):
    monkeypatch.setattr(bounds, "PACK_BYTES", 1_000)
    sheet = SheetCells("A", {1: {1: "Practice", 2: "Level"}, 2: {1: "é" * 450, 2: "1"}}, {})
    kept = kept_text(understood(workbook_model(Path("a.xlsx"), (sheet,))))
    assert [fault.code for fault in kept.faults] == [FaultCode.FILE_LARGE]
    assert kept.text == ""


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(Path(__file__).with_name("samm"), tmp_path / "samm")


@pytest.mark.parametrize("what", ["files", "bytes", "values"])
def test_folders_are_bounded_as_one_model(folder, what):
    place = folder / "model" / "activities"
    match what:
        case "files":
            for number in range(MOST_FILES):
                (place / f"{number}.yml").touch()
        case "bytes":
            for number in range(2):
                (place / f"{number}.yml").write_bytes(b"x" * (bounds.PACK_BYTES // 2))
        case _:
            for number in range(3):
                (place / f"{number}.yml").write_text("- 1\n" * (bounds.PACK_NODES // 3), encoding="utf-8")
    with pytest.raises(RefusalError) as caught:
        open_model(folder)
    assert caught.value.code == "model.folder_large"
    assert str(folder) in refusals.sentence(caught.value)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes")
@pytest.mark.parametrize("name", ["a.yaml", "a.xlsx", "a"])
def test_pipes_are_not_waited_for(tmp_path, name):
    os.mkfifo(tmp_path / name)
    with pytest.raises((RefusalError, PackFaultsError)):
        open_model(tmp_path / name)


def test_a_folder_that_may_not_be_read_is_told_so(folder, monkeypatch):
    def refused(path):
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr("desktop.exchange.foreign_models.examining.model_folder", refused)
    with pytest.raises(RefusalError) as caught:
        open_model(folder)
    assert caught.value.code == "file.unreadable"
