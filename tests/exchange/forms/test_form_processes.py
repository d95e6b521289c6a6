"""Processes that read forms: whatever becomes of one, the others and this one go on."""

import os
import sys
import threading
import time
from pathlib import Path

import openpyxl
import pytest

from desktop import language
from desktop.exchange.forms import form_processes
from desktop.exchange.forms.form_processes import read_apart, sheets_apart
from desktop.model import bounds
from desktop.model.assessment.forms import FilledForm
from desktop.model.errors import RefusalError

# What a process does that goes wrong over files of these names.
WORKER = """
import os, signal, sys, time
from pathlib import Path
from desktop.exchange.forms import form_worker
from desktop.exchange.forms.reader import read_form
from desktop.model import bounds

def read(path):
    if path.name == "dies.xlsx":
        os._exit(3)
    if path.name == "aborts.xlsx":
        os.abort()
    if path.name == "hangs.xlsx":
        time.sleep(600)
    if path.name == "works.xlsx":
        while True:
            pass
    if path.name == "grows.xlsx":
        return bytearray(4 << 30)
    if path.name == "fails.xlsx":
        raise ValueError("secret")
    if path.name == "prints.xlsx":
        print("something", flush=True)
    return read_form(path)

form_worker.read_form = read
bounds.SECONDS = 1.0
sys.exit(form_worker.run(sys.argv[2]))
"""


@pytest.fixture
def going_wrong(monkeypatch):
    """Readers that go wrong over files of certain names."""
    monkeypatch.setattr(
        form_processes, "_command", lambda: [sys.executable, "-P", "-c", WORKER, form_processes.OPTION, ""]
    )


@pytest.fixture
def named(form, tmp_path):
    """Makes forms of these names."""

    def make(*names):
        paths = [tmp_path / f"{name}.xlsx" for name in names]
        for path in paths:
            path.write_bytes(form.read_bytes())
        return paths

    return make


def outcomes(results):
    return ["read" if isinstance(result, FilledForm) else result.code for result in results]


def test_forms_are_read_in_order(forms, tmp_path):
    told = []
    results = read_apart([*forms, tmp_path / "gone.xlsx"] * 6, lambda done, total: told.append((done, total)))
    assert outcomes(results) == ["read", "read", "read", "form.missing"] * 6
    found = [result.identity.participant for result in results[:3] if isinstance(result, FilledForm)]
    assert len(set(found)) == 3
    assert told == [(done, 24) for done in range(1, 25)]


def test_nothing_to_read():
    assert read_apart([]) == []


def test_files_that_a_process_knew_of_when_it_ended_are_read_by_another(going_wrong, named):
    names = ("a", "dies", "b", "dies", "dies", "c", "d", "e", "f", "aborts")
    results = read_apart([path for name in names for path in named(name)])
    assert outcomes(results) == ["read" if len(name) == 1 else "form.reader_ended" for name in names]


@pytest.mark.parametrize("name", ["dies", "aborts"])
def test_a_file_over_which_the_process_ends_is_refused_and_the_others_are_read(going_wrong, named, name):
    results = read_apart(named("a", name, "b", "c"))
    assert outcomes(results) == ["read", "form.reader_ended", "read", "read"]


def test_a_file_that_takes_too_much_of_the_processor_is_refused_and_the_others_are_read(going_wrong, named):
    results = read_apart(named("a", "works", "b"))
    assert outcomes(results) == ["read", "form.too_slow", "read"]
    assert isinstance(results[1], RefusalError)
    assert results[1].facts == {"seconds": int(bounds.SECONDS)}


def test_a_file_over_which_a_process_hangs_is_refused_and_the_others_are_read(going_wrong, named, monkeypatch):
    monkeypatch.setattr(form_processes, "_SECONDS_TO_ANSWER", 1.0)
    results = read_apart(named("a", "hangs", "b"))
    assert outcomes(results) == ["read", "form.too_slow", "read"]
    assert isinstance(results[1], RefusalError)
    assert results[1].facts == {"seconds": 1}


@pytest.mark.skipif(sys.platform != "linux", reason="the system does not bound memory")
def test_a_file_that_takes_too_much_memory_is_refused_and_the_others_are_read(going_wrong, named):
    assert outcomes(read_apart(named("a", "grows", "b"))) == ["read", "form.too_large", "read"]


def test_an_error_nobody_foresaw_is_told_without_values(going_wrong, named):
    results = read_apart(named("a", "fails", "b"))
    assert outcomes(results) == ["read", "form.reader_failed", "read"]
    assert "ValueError at <string>:" in str(results[1])
    assert "secret" not in str(results[1])


def test_what_the_process_prints_is_no_answer(going_wrong, named):
    assert outcomes(read_apart(named("prints", "b"))) == ["read", "read"]


def test_reading_stops_at_once_even_where_a_file_hangs(going_wrong, named):
    stop = threading.Event()
    threading.Timer(0.5, stop.set).start()
    started = time.monotonic()
    assert read_apart(named("hangs"), cancelled=stop.is_set) == []
    assert time.monotonic() - started < 5


def test_a_process_that_does_not_even_start(monkeypatch, named):
    monkeypatch.setattr(form_processes, "_command", lambda: [sys.executable, "-c", "raise SystemExit(1)"])
    assert outcomes(read_apart(named("a", "b"))) == ["form.reader_ended"] * 2
    monkeypatch.setattr(form_processes, "_command", lambda: [os.devnull])
    with pytest.raises(RefusalError, match=r"form\.no_reader"):
        read_apart(named("a"))


def test_a_process_that_says_what_none_says(monkeypatch, named):
    for says in (b"x", b"\\5\\0\\0\\0hello", b"\\5\\0\\0\\0ready\\1\\0\\0\\0x"):
        code = f"import sys; sys.stdout.buffer.write(b'{says.decode()}'); sys.stdout.flush(); sys.stdin.read()"
        monkeypatch.setattr(form_processes, "_command", lambda code=code: [sys.executable, "-c", code])
        monkeypatch.setattr(form_processes, "_SECONDS_TO_START", 1.0)
        monkeypatch.setattr(form_processes, "_SECONDS_TO_ANSWER", 1.0)
        (result,) = read_apart(named("a"))
        assert isinstance(result, RefusalError)


def test_modules_in_the_folder_one_is_in_are_not_run(form, tmp_path, monkeypatch):
    (tmp_path / "desktop").mkdir()
    (tmp_path / "desktop" / "__init__.py").write_text("raise SystemExit(9)")
    (tmp_path / "msgspec.py").write_text("raise SystemExit(9)")
    monkeypatch.chdir(tmp_path)
    assert outcomes(read_apart([form])) == ["read"]


def test_paths_may_be_relative_and_of_any_letters(form, tmp_path, monkeypatch):
    other = form.rename(form.with_name("Fragebögen – 質問.xlsx"))
    monkeypatch.chdir(other.parent)
    assert outcomes(read_apart([Path(other.name)])) == ["read"]


def test_the_language_goes_along(monkeypatch):
    monkeypatch.setattr(language, "in_use", lambda: "nl")
    assert form_processes._command()[-2:] == [form_processes.OPTION, "nl"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert form_processes._command() == [sys.executable, form_processes.OPTION, "nl"]


def test_all_that_stands_in_the_sheets_of_a_workbook(tmp_path):
    book = openpyxl.Workbook()
    sheet = book.create_sheet("Mine", 0)
    sheet.append(["a", 2.5])
    sheet.merge_cells("A3:B3")
    book.remove(book["Sheet"])
    book.create_sheet("Secret").sheet_state = "hidden"
    book.save(tmp_path / "a.xlsx")
    (found,) = sheets_apart(tmp_path / "a.xlsx")
    assert found.title == "Mine"
    assert found.rows == {1: {1: "a", 2: "2.5"}}
    assert [(area.top, area.right) for area in found.merged] == [(3, 2)]
    with pytest.raises(RefusalError) as caught:
        sheets_apart(tmp_path / "gone.xlsx")
    assert caught.value.code == "form.missing"
