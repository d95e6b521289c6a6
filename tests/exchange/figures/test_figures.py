from __future__ import annotations

import struct
import subprocess
import sys
from pathlib import Path

import matplotlib as mpl
import pytest

from desktop.exchange.deliverable import Deliverable
from desktop.exchange.figures import FORMATS, PLAN_KINDS, FigureKind, as_file, kinds, save, table
from desktop.exchange.figures.bars import inks
from desktop.exchange.figures.heat_map import styles
from desktop.exchange.tokens import tokens
from desktop.model.errors import RefusalError


def of(kind: FigureKind, deliverable: Deliverable) -> str:
    """The model that has such a picture, any for one of the plan."""
    return next(part.pack.id for part in deliverable.models if kind in (*kinds(part), *PLAN_KINDS))


def test_every_picture_belongs_to_models_of_one_scheme_or_to_the_plan(every: Deliverable) -> None:
    found = [kind for part in every.models for kind in kinds(part) if kind is not FigureKind.DISTRIBUTION]
    assert sorted([*found, FigureKind.DISTRIBUTION, *PLAN_KINDS]) == sorted(FigureKind)


def test_answers_are_drawn_of_models_that_people_were_asked_about(every: Deliverable) -> None:
    drawn = [part.pack.id for part in every.models if FigureKind.DISTRIBUTION in kinds(part)]
    assert drawn == [part.pack.id for part in every.models if part.result.answers.asked] != []
    assert len(drawn) < len(every.models)


BEGINNINGS = {"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF"}


@pytest.mark.parametrize("kind", FigureKind)
def test_equal_pictures_give_equal_files_without_dates(every: Deliverable, kind: FigureKind, coarse: None) -> None:
    from desktop.exchange.figures.picture_files import drawn_sheet

    one, other = (drawn_sheet(kind, every, of(kind, every)) for _time in range(2))
    for format_ in FORMATS:
        first = one.saved(format_)
        assert first == other.saved(format_), format_
        assert first.startswith(BEGINNINGS[format_])
        for word in (b"CreationDate", b"dc:date", b"matplotlib.org", b"Matplotlib v"):
            assert word not in first


@pytest.mark.parametrize("kind", [kind for kind in FigureKind if kind not in (*PLAN_KINDS, FigureKind.DISTRIBUTION)])
def test_pictures_of_other_schemes_say_that_there_is_nothing(
    every: Deliverable, kind: FigureKind, coarse: None
) -> None:
    other = next(part.pack.id for part in every.models if kind not in kinds(part))
    assert not table(kind, every, other).rows
    assert as_file(kind, every, "png", other).startswith(b"\x89PNG")


def test_saved_bitmaps_are_twice_as_fine_as_a_screen(small: Deliverable) -> None:
    drawn = as_file(FigureKind.STAIRCASE, small, "png")
    assert struct.unpack(">II", drawn[16:24]) == (1920, 880)


def test_files_are_written_as_their_ending_says(small: Deliverable, tmp_path: Path) -> None:
    save(FigureKind.STAIRCASE, small, tmp_path / "levels.SVG")
    assert b"<svg" in (tmp_path / "levels.SVG").read_bytes()


def test_other_endings_and_places_are_refused(small: Deliverable, tmp_path: Path) -> None:
    with pytest.raises(RefusalError) as refused:
        save(FigureKind.STAIRCASE, small, tmp_path / "levels.gif")
    assert refused.value.code == "export.format"
    with pytest.raises(RefusalError) as refused:
        save(FigureKind.STAIRCASE, small, tmp_path / "missing" / "levels.png")
    assert refused.value.code == "file.no_folder"


def test_matplotlibs_settings_are_left_as_they_were(small: Deliverable) -> None:
    before = dict(mpl.rcParams)
    as_file(FigureKind.HEAT_MAP, small, "svg")
    assert dict(mpl.rcParams) == before


def test_nothing_is_loaded_before_it_is_drawn() -> None:
    code = (
        "import sys, desktop.exchange.figures.drawing; "
        "assert not {'matplotlib', 'openpyxl', 'numpy'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_pyplot_is_never_loaded(small: Deliverable) -> None:
    code = (
        "import sys, desktop.exchange.figures.picture_files, desktop.exchange.figures.figure_paper; "
        "assert 'matplotlib.pyplot' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_words_stand_out_from_their_ground(theme: str) -> None:
    colours = tokens(theme)
    pairs = [(style.words, style.ground) for style in styles(colours).values()]
    pairs += [(ink.words, ink.ground) for ink in inks(colours).values()]
    pairs += [(colours.text, colours.surface), (colours.mute, colours.surface), (colours.surface, colours.accent)]
    pairs += [(colours.text, colours.rail), (colours.text, colours.levels[1])]
    for words, ground in pairs:
        assert _contrast(words, ground) >= 4.5, (words, ground)


def _contrast(one: str, other: str) -> float:
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
