from pathlib import Path

import pytest

from desktop import __version__
from desktop.cli.parser import COMMANDS, parse


def test_help_names_every_command(command):
    ran = command("--help")
    assert ran.status == 0
    assert all(f"  {name}" in ran.out for name in COMMANDS)


def test_version(command):
    assert command("--version").out.split() == ["maturity-workbench", __version__]


@pytest.mark.parametrize(
    "arguments",
    [
        ["unheard"],
        ["score"],
        ["score", "a", "b"],
        ["forms", "a"],
        ["import", "a"],
        ["new", "a"],
        ["new", "a", "--model", "x", "--from", "y"],
        ["new", "a", "--from", "y", "--organization", "z"],
        ["models", "unheard"],
        ["models", "check"],
        ["--json"],
        ["check", "a", "--unheard"],
    ],
)
def test_wrong_usage_is_told(command, arguments):
    ran = command(*arguments)
    assert ran.status == 2
    assert "usage: " in ran.err
    assert ran.out == ""


def test_the_arguments_of_an_import():
    found = parse(["import", "site.maturity", "a.xlsx", "folder", "--json"])
    assert (found.command, found.file, found.json, found.debug) == ("import", Path("site.maturity"), True, False)
    assert found.forms == [Path("a.xlsx"), Path("folder")]
