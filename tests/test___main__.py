import gc
import sys
import types
from pathlib import Path

import pytest

from desktop.__main__ import main


@pytest.fixture
def opened(monkeypatch):
    """What the window is asked to open."""
    asked: list[Path | None] = []

    def run(path):
        assert not gc.isenabled()  # until the window is there
        asked.append(path)
        return 7

    stand_in(monkeypatch, "desktop.ui.app", run)
    yield asked
    gc.enable()


def stand_in(monkeypatch, name, run):
    module = types.ModuleType(name)
    monkeypatch.setattr(module, "run", run, raising=False)
    monkeypatch.setitem(sys.modules, name, module)


def test_no_arguments_open_the_window(opened):
    assert main([]) == 7
    assert opened == [None]


def test_an_assessment_opens_in_the_window_whether_it_is_there_or_not(opened, tmp_path):
    path = tmp_path / "site.maturity"
    assert main([str(path)]) == 7
    path.write_bytes(b"")
    assert main([str(path)]) == 7
    assert opened == [path, path]


def test_any_file_that_is_there_is_the_windows_to_look_at(opened, tmp_path):
    other = tmp_path / "notes.txt"
    other.write_text("x", encoding="utf-8")
    assert main([str(other)]) == 7
    assert opened == [other]


@pytest.mark.parametrize("arguments", [["unheard"], ["no-such-file.txt"], ["--unheard"], ["a.maturity", "b.maturity"]])
def test_anything_else_is_wrong_usage(opened, arguments):
    assert main(arguments) == 2
    assert opened == []


def test_a_command_is_a_command_even_where_a_file_has_its_name(opened, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "models").write_text("x", encoding="utf-8")
    assert main(["models"]) == 0
    assert opened == []


def test_the_self_test_is_the_windows(monkeypatch):
    stand_in(monkeypatch, "desktop.ui.selftest", lambda: 5)
    assert main(["--self-test"]) == 5
