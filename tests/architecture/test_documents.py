"""The documents tell of everything there is, and of nothing else."""

from __future__ import annotations

import io
import re
import tomllib
from contextlib import redirect_stdout

import desktop
from desktop.__main__ import main
from desktop.cli.parser import COMMANDS
from tests.architecture.repository import ROOT, relative, tracked

DOCUMENTS = [path for path in tracked() if path.suffix == ".md"]
TARGETS = re.findall(r"^([a-z]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
HEADINGS = {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}


def test_every_make_target_is_told_of():
    told = _text("README.md") + _text("CONTRIBUTING.md")
    assert not [target for target in TARGETS if f"make {target}" not in told]


def test_no_document_names_a_target_that_is_missing():
    named = {
        (relative(path), target)
        for path in DOCUMENTS
        for target in re.findall(r"(?:^|`)make ([a-z]+)", path.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert not {(path, target) for path, target in named if target not in TARGETS}


def test_every_command_is_told_of_with_all_its_options():
    told = _text("docs/commands.md")
    sections = dict(re.findall(r"^## ([a-z]+)$(.*?)(?=^## |\Z)", told, re.MULTILINE | re.DOTALL))
    common = told.partition("## demo")[0]
    assert sections.keys() == set(COMMANDS)
    assert re.findall(r"^\| \[`([a-z]+)`\]\(#\1\) \|", common, re.MULTILINE) == [*sections]
    for command in COMMANDS:
        assert f"workbench {command} " in _text("README.md")
        offered = set(re.findall(r"--[a-z]+(?:-[a-z]+)*", _help(command)))
        assert {option for option in offered if option not in sections[command] + common} == set()
        named = set(re.findall(r"--[a-z]+(?:-[a-z]+)*", sections[command]))
        assert {option for option in named if f"`{option}" in sections[command]} <= offered


def test_the_codes_own_nouns_are_where_the_glossary_says():
    section = _text("docs/architecture.md").partition("### The code's own nouns")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| ([^|`]+) \| [^|]+ \| `([^`]+)` \|$", section, re.MULTILINE)
    assert len(rows) > 40
    for nouns, place in rows:
        text = (place + _text(place if place.startswith("tests/") else f"desktop/{place}")).casefold()
        assert not [noun for noun in nouns.split(", ") if noun.split()[-1].casefold() not in text], place


def test_links_lead_somewhere():
    assert not [
        (relative(path), link) for path in DOCUMENTS for link in _links(path) if not (path.parent / link).exists()
    ]


def test_the_version_is_the_same_everywhere():
    project = tomllib.loads(_text("pyproject.toml"))["project"]
    assert project["version"] == desktop.__version__
    assert project["version"] in re.findall(r"^## \[([\d.]+)\]", _text("CHANGELOG.md"), re.MULTILINE)


def test_the_changelog_keeps_its_form():
    changelog = _text("CHANGELOG.md")
    unreleased, *releases = re.findall(r"^## (.*)$", changelog, re.MULTILINE)
    assert unreleased == "[Unreleased]"
    assert all(re.fullmatch(r"\[\d+\.\d+\.\d+\] - \d{4}-\d{2}-\d{2}", release) for release in releases)
    versions = [tuple(map(int, re.findall(r"\d+", release)[:3])) for release in releases]
    assert versions == sorted(versions, reverse=True)
    assert set(re.findall(r"^### (.*)$", changelog, re.MULTILINE)) <= HEADINGS


def _help(command):
    """What the command says of its arguments."""
    said = io.StringIO()
    with redirect_stdout(said):
        assert main([command, "--help"]) == 0
    return said.getvalue()


def _text(name):
    return (ROOT / name).read_text(encoding="utf-8")


def _links(path):
    """Links to other files of the repository, examples left out."""
    text = re.sub(r"^```.*?^```", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        file = target.split("#")[0]
        if file and not re.match(r"[a-z]+:", file):
            yield file
