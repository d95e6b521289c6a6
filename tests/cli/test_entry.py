import io
import sys
from pathlib import Path

import pytest

from desktop.__main__ import main
from desktop.cli import check, entry


def test_a_refusal_is_a_sentence_on_standard_error(command, path):
    ran = command("check", path)
    assert (ran.status, ran.out) == (1, "")
    assert ran.err == f"There is no file {path}. Check its name, or make a new assessment.\n"


def test_a_refusal_is_an_object_when_json_is_wanted(command, path):
    ran = command("check", path, "--json")
    assert ran.status == 1
    assert ran.json["refused"]["code"] == "file.missing"
    assert ran.json["refused"]["message"] in ran.err


def break_check(monkeypatch, error):
    def fail(_arguments, _console):
        raise error

    monkeypatch.setattr(check, "run", fail)


def test_a_bug_is_told_with_the_place_of_its_details(command, monkeypatch, path):
    break_check(monkeypatch, ZeroDivisionError("by zero"))
    ran = command("check", path)
    assert (ran.status, ran.out) == (1, "")
    assert "ZeroDivisionError: by zero" in ran.err
    log = Path(ran.err.split("Details are in ")[1].split("; ")[0])
    assert "Traceback" in log.read_text(encoding="utf-8")
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
    [(OSError(28, "No space left"), 1, "The result could not be written: No space left."), (BrokenPipeError(), 0, "")],
)
def test_a_result_that_does_not_arrive(made, monkeypatch, capsys, error, status, told):
    monkeypatch.setattr(sys, "stdout", Output(error))
    assert main(["check", str(made)]) == status
    assert capsys.readouterr().err.strip() == told


def test_a_program_without_streams_still_works(made, monkeypatch):
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert main(["check", str(made)]) == 0
