import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.__main__ import main
from desktop.cli import check, entry
from desktop.cli.parser import COMMANDS
from desktop.exchange.forms.writer import write_forms
from desktop.model.assessment import Assessment
from tests.builders import tiny_pack
from tests.encrypted import PASSPHRASE
from tests.exchange.foreign_models.books import book
from tests.thoroughness import cases

TALKING = ("check", "export", "models", "passphrase")
"""Commands that say little, write files, list and ask; the others do as they do."""


def past_book(path):
    return book(path, {"Scores": [["Area", "Note"], *([area.name, "so"] for area in tiny_pack().areas)]})


def test_a_refusal_is_a_sentence_on_standard_error(command, path):
    ran = command("check", path)
    assert (ran.status, ran.out) == (1, "")
    assert ran.err == f"There is no file {path}. Check its name, or make a new assessment.\n"


def test_a_refusal_is_an_object_when_json_is_wanted(command, path):
    ran = command("check", path, "--json")
    assert ran.status == 1
    assert ran.json["refused"]["code"] == "file.missing"
    assert ran.json["refused"]["message"] in ran.err


LEFT = "The program that reads the output ended before everything was written to it. No file is left half-written."


def break_check(monkeypatch, error):
    def fail(_arguments, _console):
        raise error

    monkeypatch.setattr(check, "run", fail)


def test_a_bug_is_told_with_the_place_of_its_details(command, monkeypatch, path):
    break_check(monkeypatch, ZeroDivisionError("by zero"))
    ran = command("check", path)
    assert (ran.status, ran.out) == (1, "")
    assert "ZeroDivisionError" in ran.err
    assert "by zero" not in ran.err
    log = Path(ran.err.split("Details are in ")[1].split("; ")[0])
    assert "Traceback" in log.read_text(encoding="utf-8")
    assert "by zero" not in log.read_text(encoding="utf-8").replace('ZeroDivisionError("by zero")', "")
    assert sys.platform == "win32" or log.stat().st_mode & 0o777 == 0o600
    log.unlink()


def test_a_bug_is_raised_when_details_are_wanted(monkeypatch, path):
    break_check(monkeypatch, ZeroDivisionError())
    with pytest.raises(ZeroDivisionError):
        main(["check", str(path), "--debug"])


def test_stopping_it_is_no_bug(command, monkeypatch, path):
    break_check(monkeypatch, KeyboardInterrupt())
    assert command("check", path).status == entry.Status.INTERRUPTED


class Output(io.StringIO):
    """Standard output onto something that fails once all is said."""

    def __init__(self, error):
        super().__init__()
        self.error = error

    def flush(self):
        raise self.error


@pytest.mark.parametrize(
    ("error", "status", "told"),
    [
        (
            OSError(28, "No space left"),
            1,
            "The output could not be written: No space left. Write it somewhere else; nothing is left half-written.",
        ),
        (BrokenPipeError(), 1, LEFT),
    ],
)
def test_a_result_that_does_not_arrive(made, monkeypatch, capsys, error, status, told):
    monkeypatch.setattr(sys, "stdout", Output(error))
    assert main(["check", str(made)]) == status
    assert capsys.readouterr().err.strip() == told


def test_a_program_without_streams_still_works(made, monkeypatch):
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    monkeypatch.setattr("desktop.cli.console._WINDOWED", True)
    assert main(["check", str(made)]) == 0


unix = pytest.mark.skipif(sys.platform == "win32", reason="as in a Unix shell")


def shell(line, *, file):
    line = line.replace("WORKBENCH", f"'{sys.executable}' -m desktop").replace("FILE", f"'{file}'")
    return subprocess.run(["sh", "-c", line], capture_output=True, text=True, check=False)


@unix
@pytest.mark.parametrize("command", cases(["data FILE", "score FILE --json", "--help"], ["models", "check FILE"]))
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs such a device")
def test_a_full_disk_is_told_and_the_status_says_so(made, command):
    ran = shell(f"WORKBENCH {command} > /dev/full", file=made)
    assert ran.returncode == 1
    assert "Traceback" not in ran.stderr
    assert "Exception ignored" not in ran.stderr
    assert "could not be written: No space left on device" in ran.stderr


@unix
@pytest.mark.parametrize("command", cases(TALKING, [name for name in COMMANDS if name not in (*TALKING, "demo")]))
def test_a_reader_who_leaves_is_told_and_the_status_says_so(made, tmp_path, command):
    """Of every command: the reading end is closed before a word is said."""
    if command in ("plan", "tracker"):
        with Assessment.open(made, author="Ada") as opened:
            opened.targets.set("tiny", level=2)
            opened.actions.add("Plan the work", model="tiny")
    if command in ("copy", "merge", "parcel"):
        with Assessment.open(made, author="Ada") as opened:
            member = opened.preparation.add_member("Ada")
            opened.copies.make_for(member, tmp_path / "other.maturity")
            opened.actions.add("Plan the work")
    if command == "import":
        with Assessment.open(made, author="Ada") as opened:
            opened.preparation.add_participant()
            write_forms(opened, tmp_path / "forms", "tiny")
    arguments = {
        "new": [tmp_path / "new.maturity", "--model", "tool-ladder"],
        "models": [],
        "import": [made, *sorted(tmp_path.glob("forms/*"))],
        "forms": [made, "--out", tmp_path / "out"],
        "export": [made, "--out", tmp_path / "out", "--only", "workbook"],
        "results": [made, past_book(tmp_path / "past.xlsx")],
        "tracker": [made, "--out", tmp_path / "tracker.xlsx"],
        "compare": [made, shutil.copyfile(made, tmp_path / "other.maturity")],
        "changes": [made, "--from", "1"],
        "passphrase": ["set", made],
        "copy": [made, "--for", "Ada", "--out", tmp_path / "copy.maturity"],
        "merge": [made, tmp_path / "other.maturity"],
        "parcel": [made, "--for", "Ada", "--out", tmp_path / "a.maturity-parcel"],
        "sync": [made, tmp_path],
    }.get(command, [made])
    reader, writer = os.pipe()
    os.close(reader)
    line = [sys.executable, "-m", "desktop", command, *map(str, arguments)]
    secret = {**os.environ, "MATURITY_WORKBENCH_NEW_PASSPHRASE": PASSPHRASE}
    ran = subprocess.run(line, stdout=writer, stderr=subprocess.PIPE, text=True, check=False, env=secret)
    os.close(writer)
    assert ran.returncode == 1
    assert ran.stderr.splitlines()[-1] == LEFT
    assert "went wrong" not in ran.stderr
    assert "Exception ignored" not in ran.stderr
    assert [path.name for path in tmp_path.rglob(".maturity-workbench-*")] == []


@unix
def test_output_that_is_closed_takes_no_result(made):
    ran = shell("WORKBENCH check FILE >&-", file=made)
    assert ran.returncode == 1
    assert "could not be written" in ran.stderr
    assert shell("WORKBENCH check FILE 2>&-", file=made).returncode == 0
    assert shell("WORKBENCH check FILE 2>/dev/full", file=made).returncode == 0


@unix
def test_names_that_are_no_text_are_told_so_that_anything_reads_them(tmp_path):
    name = os.fsdecode(b"M\xfcller \x1b[31m\xe2\x80\xae.maturity")
    path = tmp_path / name
    Assessment.create(path, [tiny_pack()], author="Ada").close()
    ran = shell("WORKBENCH data FILE --out FILE.json --json", file=path)
    assert ran.returncode == 0, ran.stderr
    assert "M\\xfcller" in json.loads(ran.stdout)["file"]
    assert not set(ran.stdout + ran.stderr) & {"\x1b", "\u202e"}
    ran = shell("WORKBENCH check FILE", file=path)
    assert (ran.returncode, "M\\xfcller [31m" in ran.stdout, "\x1b" in ran.stdout) == (0, True, False)
    assert shell("WORKBENCH no-such-command FILE", file=path).returncode == 2


@pytest.mark.parametrize("name", ["a" * 300 + ".maturity", "a" * 250 + ".maturity", "ä" * 124 + ".maturity"])
@pytest.mark.parametrize("words", [("new", "--model", "tool-ladder"), ("check",), ("data",)])
def test_a_name_that_is_too_long_is_said_so(command, tmp_path, words, name):
    ran = command(words[0], tmp_path / name, *words[1:])
    assert ran.status == 1
    assert "went wrong" not in ran.err
    assert list(tmp_path.iterdir()) == []
