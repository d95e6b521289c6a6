"""What is remembered between runs."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings

from desktop.ui.app import make_window
from desktop.ui.crash import CrashReporter
from desktop.ui.settings import MOST_RECENT, SCALES, Settings


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


@pytest.mark.parametrize("kept", ["", "101", "-100", "big", "1e2", "\u00b2", "\u0661\u0662\u0665", "125.0"])
def test_a_size_nobody_offers_is_the_usual_one(settings: Settings, kept: str):
    settings._set("scale", kept)
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


def test_a_file_that_is_away_stays_remembered_and_nobody_asks_for_it(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    one, other, third = files(tmp_path, 3)
    settings.remember(one)
    settings.remember(other)
    other.unlink()

    def asked(*_arguments: object, **_more: object) -> None:
        raise AssertionError

    monkeypatch.setattr(Path, "stat", asked)
    settings.remember(third)
    assert settings.recent == [third, other, one]


NONSENSE = [
    "scale=\u00b2",
    "scale=@Variant(\\0\\0\\0\\x80)",
    "theme=@Invalid()",
    "theme=purple",
    "language=../../../tmp",
    "language=@ByteArray(\\0\\xff)",
    "recent=" + "a" * 5000,
    "recent=@Variant(\\0\\0\\0\\x7f)",
    "recent=1, @Invalid(), , \\0, b",
    "geometry=nowhere",
    "geometry=@ByteArray(\\x1\\xd9\\xd0\\xcb\\0\\x3\\0\\0\\x7f\\xff\\xff\\xff)",
    "author=@Rect(1 2 3 4)",
    "[General",
    "\u202e\\xzz=\x01",
]


@pytest.mark.qt_log_ignore("QVariant::(load|save)", extend=True)
@pytest.mark.parametrize("line", NONSENSE)
def test_nonsense_is_as_nothing_said(qtbot, line: str):
    Path(os.environ["MATURITY_WORKBENCH_SETTINGS"]).write_text(f"[General]\n{line}\n", encoding="utf-8")
    settings = Settings()
    assert settings.scale in SCALES
    assert settings.language == ""
    assert all(isinstance(path, Path) for path in settings.recent)
    window = make_window(settings, CrashReporter())
    qtbot.addWidget(window)
    window.show()
    assert window.pages.start.isVisible()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes")
@pytest.mark.parametrize("kind", ["folder", "pipe", "too long", "no folder"])
def test_settings_that_cannot_be_kept_last_for_this_run(kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    place = tmp_path / ("a" * 300 if kind == "too long" else "settings")
    if kind == "folder":
        place.mkdir()
    elif kind == "pipe":
        os.mkfifo(place)
    elif kind == "no folder":
        (tmp_path / "file").touch()
        place = tmp_path / "file" / "settings"
    monkeypatch.setenv("MATURITY_WORKBENCH_SETTINGS", str(place))
    settings = Settings()
    assert not settings.kept
    settings.author = "Ada"
    settings.scale = 150
    assert (settings.author, settings.scale) == ("Ada", 150)
    assert Settings().author == ""


def test_settings_that_can_be_kept_are(settings: Settings):
    assert settings.kept


def test_one_file_alone_comes_back_from_disk_as_a_list(settings: Settings, tmp_path: Path):
    (one,) = files(tmp_path, 1)
    settings.remember(one)
    assert settings.kept
    kept = QSettings(os.environ["MATURITY_WORKBENCH_SETTINGS"], QSettings.Format.IniFormat)
    assert kept.contains("recent")
    assert Settings().recent == [one]


def files(folder: Path, count: int) -> list[Path]:
    made = [folder / f"{number}.maturity" for number in range(count)]
    for path in made:
        path.touch()
    return made
