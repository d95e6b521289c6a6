import os
import sys

import pytest

from desktop.exchange.forms import form_files
from desktop.exchange.forms.form_files import find_forms, refuse_by_name
from desktop.model.errors import RefusalError


@pytest.fixture
def returned(tmp_path):
    folder = tmp_path / "returned"
    for name in (
        "b.xlsx",
        "a.XLSX",
        "c.ods",
        "c.xls",
        "c.xlsm",
        "c.csv",
        "c.pdf",
        "c.eml",
        "c.zip",
        "later/d.xlsx",
        "later/on/e.xlsx",
        "scan.png",
        "notes.txt",
        "later/e.part",
        "Thumbs",
        "~$b.xlsx",
        ".~lock.b.xlsx#",
        ".git/f.xlsx",
        "__MACOSX/g.xlsx",
        "h.numbers/Index.zip",
    ):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"x")
    (folder / "unnamed").write_bytes(b"PK\3\4...")
    return folder


def names(found, folder):
    return [path.relative_to(folder).as_posix() for path in found.files]


def test_everything_in_a_folder_that_could_be_answers(returned):
    found = find_forms([returned])
    assert names(found, returned) == [
        *("a.XLSX", "b.xlsx", "c.csv", "c.eml", "c.ods", "c.pdf", "c.xls", "c.xlsm", "c.zip"),
        *("h.numbers", "unnamed", "later/d.xlsx", "later/on/e.xlsx"),
    ]
    assert found.passed_over == 4


def test_files_that_are_named_are_meant_whatever_they_are(returned):
    found = find_forms([returned / "notes.txt", returned / "gone.txt", returned / ".git" / "f.xlsx"])
    assert names(found, returned) == ["notes.txt", "gone.txt", ".git/f.xlsx"]
    assert found.passed_over == 0


def test_each_file_once(returned):
    again = [returned / "b.xlsx", returned / "later" / ".." / "b.xlsx", returned]
    assert names(find_forms(again), returned).count("b.xlsx") == 1


@pytest.mark.parametrize(
    ("name", "code"),
    [("c.zip", "form.packed"), ("c.eml", "form.mail"), ("h.numbers", "form.other_format")],
)
def test_what_is_refused_by_its_name(returned, name, code):
    with pytest.raises(RefusalError) as refusal:
        refuse_by_name(returned / name)
    assert refusal.value.code == code


def test_what_has_to_be_opened_to_know(returned):
    for name in ("b.xlsx", "c.ods", "c.xls", "c.csv", "c.pdf", "unnamed"):
        refuse_by_name(returned / name)


def test_too_many_files(returned, monkeypatch):
    monkeypatch.setattr(form_files, "MOST_FILES", 5)
    with pytest.raises(RefusalError, match=r"form\.too_many_files"):
        find_forms([returned])


def test_looking_can_be_stopped(returned):
    assert find_forms([returned], cancelled=lambda: True).files == ()


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="everybody may look into every folder")
def test_a_folder_that_cannot_be_looked_into_is_told(returned):
    (returned / "later").chmod(0)
    try:
        assert "later" in names(find_forms([returned]), returned)
    finally:
        (returned / "later").chmod(0o700)


def test_a_folder_that_cannot_be_looked_into_any_more(returned, monkeypatch):
    def walk(folder, onerror):
        onerror(PermissionError(13, "no", str(folder / "closed")))
        return iter(())

    monkeypatch.setattr(os, "walk", walk)
    assert names(find_forms([returned]), returned) == ["closed"]
