import sys
from pathlib import Path

import pytest

from tests.programs import program


def test_the_first_that_is_there_is_taken(monkeypatch):
    python = Path(sys.executable)
    monkeypatch.setenv("PATH", str(python.parent))
    assert Path(program("no-such-program", python.name)) == python


def test_a_test_is_left_out_without_the_program_but_not_in_ci(monkeypatch):
    monkeypatch.setenv("CI", "")
    with pytest.raises(pytest.skip.Exception, match="no-such-program is not installed"):
        program("no-such-program")
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="no-such-program is not installed"):
        program("no-such-program")
