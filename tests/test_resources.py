from __future__ import annotations

import sys
from pathlib import Path

import pytest

from desktop import resources

SOURCES = Path(__file__).parents[1]


@pytest.fixture(autouse=True)
def _looked_for_anew():
    resources.root.cache_clear()
    yield
    resources.root.cache_clear()


@pytest.fixture
def elsewhere(tmp_path, monkeypatch):
    """The program's code in a folder without resources."""
    code = tmp_path / "desktop"
    code.mkdir()
    monkeypatch.setattr(resources, "__file__", str(code / "resources.py"))
    return code


def test_the_source_tree():
    assert resources.root() == SOURCES / "resources"


def test_an_installed_wheel(elsewhere):
    (elsewhere / "_resources" / "models").mkdir(parents=True)
    assert resources.root() == elsewhere / "_resources"


def test_a_frozen_build(elsewhere, tmp_path, monkeypatch):
    (tmp_path / "frozen" / "resources" / "models").mkdir(parents=True)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path / "frozen"), raising=False)
    assert resources.root() == tmp_path / "frozen" / "resources"


@pytest.mark.usefixtures("elsewhere")
def test_an_installation_without_them_is_broken():
    with pytest.raises(FileNotFoundError):
        resources.root()


def test_what_is_shipped_is_found():
    assert all(path.is_file() for path in (*resources.model_packs(), *resources.fonts(), resources.theme("light")))
    assert resources.model_packs()
    assert resources.fonts()


def test_the_help_is_found_in_the_sources_and_where_it_is_packed(tmp_path, monkeypatch):
    assert resources.help_page("story").is_file()
    (tmp_path / "resources" / "models").mkdir(parents=True)
    (tmp_path / "resources" / "help").mkdir()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    resources.root.cache_clear()
    assert resources.help_page("story") == tmp_path / "resources" / "help" / "story.md"
