from __future__ import annotations

from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from matplotlib.font_manager import fontManager
from msgspec.structs import replace

from desktop.exchange.deliverable import Deliverable
from desktop.exchange.figures import FigureKind, as_file, fonts, missing_letters
from desktop.exchange.figures.fonts import LetterFonts, families_for, letters_without_font

HAN = "\u5317\u90e8"


def make_font(path: Path, family: str, letters: str) -> str:
    """A font whose letters are boxes."""
    names = [".notdef", *(f"u{ord(letter):x}" for letter in letters)]
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    for corner in ((0, 700), (500, 700), (500, 0)):
        pen.lineTo(corner)
    pen.closePath()
    built = FontBuilder(1000, isTTF=True)
    built.setupGlyphOrder(names)
    built.setupCharacterMap({ord(letter): name for letter, name in zip(letters, names[1:], strict=True)})
    built.setupGlyf(dict.fromkeys(names, pen.glyph()))
    built.setupHorizontalMetrics(dict.fromkeys(names, (600, 0)))
    built.setupHorizontalHeader(ascent=800, descent=-200)
    built.setupNameTable({"familyName": family, "styleName": "Regular"})
    built.setupOS2()
    built.setupPost()
    built.save(path)
    return str(path)


@pytest.fixture(autouse=True)
def _known_fonts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fonts of one test are unknown in the next."""
    fonts.bundled()
    monkeypatch.setattr(fontManager, "ttflist", list(fontManager.ttflist))


def test_words_in_the_bundled_font_ask_for_no_other() -> None:
    system = LetterFonts(lambda: pytest.fail("no need to look"))
    assert families_for("Café: 75 % · Level 2", system) == ("Inter",)


def test_arabic_and_cyrillic_stay_with_the_font_that_matplotlib_brings() -> None:
    system = LetterFonts(lambda: pytest.fail("no need to look"))
    assert families_for("\u0645\u0631\u0643\u0632 Служба", system) == ("Inter", "DejaVu Sans")
    assert letters_without_font("\u0645\u0631\u0643\u0632 Служба", system) == ""


def test_letters_that_both_lack_come_from_a_font_of_the_system(tmp_path: Path) -> None:
    files = [
        make_font(tmp_path / "Serif-Regular.ttf", "Made Serif", HAN),
        make_font(tmp_path / "MadeSans-Regular.ttf", "Made Sans", HAN[0]),
        make_font(tmp_path / "MadeSans-Bold.ttf", "Made Sans", HAN[0]),
        make_font(tmp_path / "Other.ttf", "Made Other", "\u30bb"),
    ]
    system = LetterFonts(lambda: files)
    assert families_for(HAN[0], system) == ("Inter", "DejaVu Sans", "Made Sans")
    assert families_for(f"IT {HAN}", system) == ("Inter", "DejaVu Sans", "Made Sans", "Made Serif")
    assert letters_without_font(f"{HAN}\u30bb", system) == ""
    assert {"Made Sans", "Made Serif"} <= {entry.name for entry in fontManager.ttflist}


def test_letters_that_no_font_has_are_told_once_in_their_order(tmp_path: Path) -> None:
    system = LetterFonts(lambda: [make_font(tmp_path / "One.ttf", "Made One", HAN[0])])
    assert letters_without_font(f"\u57df{HAN} {HAN}\u57df x", system) == f"\u57df{HAN[1]}"
    assert families_for("\u57df", system) == ("Inter", "DejaVu Sans")


def test_what_leaves_no_mark_is_not_missed() -> None:
    system = LetterFonts(list)
    assert letters_without_font("a\u200db\ufe0f\x07\u2003c", system) == ""


def test_files_that_are_no_fonts_or_stand_in_for_all_are_passed_over(tmp_path: Path) -> None:
    broken = tmp_path / "Broken.ttf"
    broken.write_bytes(b"no font")
    stand_in = make_font(tmp_path / "LastResort.ttf", "Last Resort", HAN)
    system = LetterFonts(lambda: [str(broken), str(tmp_path / "gone.ttf"), stand_in])
    assert letters_without_font(HAN, system) == HAN


@pytest.mark.parametrize("format_", ["png", "svg", "pdf"])
def test_pictures_of_such_names_are_drawn_with_that_font(
    small: Deliverable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, format_: str
) -> None:
    named = replace(small, subject=replace(small.subject, organisation=HAN))
    monkeypatch.setattr(fonts.SYSTEM, "_found", dict.fromkeys(map(ord, HAN)))
    without = as_file(FigureKind.STAIRCASE, named, format_)
    assert missing_letters(named) == HAN
    files = [make_font(tmp_path / "MadeSans.ttf", "Made Sans", HAN)]
    monkeypatch.setattr(fonts.SYSTEM, "_found", {})
    monkeypatch.setattr(fonts.SYSTEM, "_ranked", list(map(Path, files)))
    assert as_file(FigureKind.STAIRCASE, named, format_) != without
    assert missing_letters(named) == ""


def test_control_characters_stay_out_of_pictures(small: Deliverable) -> None:
    """An SVG with one cannot be read."""
    spoilt = replace(small, subject=replace(small.subject, organisation="No\x0brth\x1b \ud800centre\x00"))
    clean = replace(small, subject=replace(small.subject, organisation="North centre"))
    for format_ in ("png", "svg", "pdf"):
        assert as_file(FigureKind.STAIRCASE, spoilt, format_) == as_file(FigureKind.STAIRCASE, clean, format_)
