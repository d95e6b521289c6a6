"""What is remembered between runs."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings

from desktop.ui.settings import MOST_RECENT, Settings


def test_nothing_is_taken_from_the_machine(settings: Settings):
    assert (settings.author, settings.theme, settings.scale, settings.language) == ("", "system", 100, "")
    assert settings.recent == []
    assert settings.geometry.isEmpty()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("author", "Assessor A"),
        ("theme", "dark"),
        ("scale", 125),
        ("language", "nl"),
        ("geometry", QByteArray(b"\x01\x02")),
    ],
)
def test_an_option_is_there_in_the_next_run(settings: Settings, name: str, value: object):
    setattr(settings, name, value)
    assert getattr(Settings(), name) == value


@pytest.mark.parametrize("kept", ["", "101", "-100", "big", "1e2"])
def test_a_size_nobody_offers_is_the_usual_one(settings: Settings, kept: str):
    settings._store.setValue("scale", kept)
    assert settings.scale == 100


def test_the_file_opened_last_comes_first_and_once(settings: Settings, tmp_path: Path):
    one, other = files(tmp_path, 2)
    for path in (one, other, one):
        settings.remember(path)
    assert Settings().recent == [one, other]


def test_only_so_many_files_are_remembered(settings: Settings, tmp_path: Path):
    made = files(tmp_path, MOST_RECENT + 2)
    for path in made:
        settings.remember(path)
    assert settings.recent == made[::-1][:MOST_RECENT]


def test_a_file_that_is_gone_is_left_out(settings: Settings, tmp_path: Path):
    one, other = files(tmp_path, 2)
    settings.remember(one)
    settings.remember(other)
    other.unlink()
    assert settings.recent == [one]


def test_one_file_alone_comes_back_from_disk_as_a_list(settings: Settings, tmp_path: Path):
    (one,) = files(tmp_path, 1)
    settings.remember(one)
    settings._store.sync()
    kept = QSettings(os.environ["MATURITY_WORKBENCH_SETTINGS"], QSettings.Format.IniFormat)
    assert kept.contains("recent")
    assert Settings().recent == [one]


def files(folder: Path, count: int) -> list[Path]:
    made = [folder / f"{number}.maturity" for number in range(count)]
    for path in made:
        path.touch()
    return made
