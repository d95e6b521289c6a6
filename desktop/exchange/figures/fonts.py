"""Fonts for the words of pictures: the bundled one, and for letters it lacks one of the system that has them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

from matplotlib.font_manager import FontEntry, findSystemFonts, fontManager, get_font

from desktop import resources

BUNDLED, MORE_SCRIPTS = "Inter", "DejaVu Sans"
"""Our font, and the one that matplotlib brings, with Arabic, Cyrillic, Greek and many signs."""

_FITTING = re.compile("sans|gothic|emoji|symbol|msyh|malgun|pingfang|segoe|ping", re.IGNORECASE)
_UNFIT = re.compile("bold|italic|oblique|light|thin|black|mono|serif|condensed|medium|heavy", re.IGNORECASE)
_STAND_IN = re.compile("last.?resort", re.IGNORECASE)
"""Fonts that have a box for every letter, to show that it is missing."""

_SILENT = ("Cc", "Cf", "Zs", "Zl", "Zp", "Mn", "Me")
"""Kinds of characters that leave no mark of their own; nobody misses a font for them."""


class LetterFonts:
    """Finds for each letter a font of the system that has it, and remembers."""

    def __init__(self, files: Callable[[], Iterable[str]]) -> None:
        """Begin with nothing found.

        Args:
            files: tells the font files of the system; asked when a letter is first missed.
        """
        self._files = files
        self._ranked: list[Path] | None = None
        self._found: dict[int, str | None] = {}

    def families(self, letters: Iterable[int]) -> dict[int, str | None]:
        """For each letter a family that has it, made known to matplotlib; None where no font has it."""
        wanted = set(letters)
        missing = wanted - self._found.keys()
        for path in self._paths() if missing else ():
            had = missing & _letters(path)
            if had:
                family = _make_known(path)
                self._found.update(dict.fromkeys(had, family))
                missing -= had
            if not missing:
                break
        self._found.update(dict.fromkeys(missing))
        return {letter: self._found[letter] for letter in sorted(wanted)}

    def _paths(self) -> list[Path]:
        if self._ranked is None:
            self._ranked = sorted(map(Path, self._files()), key=_rank)
        return self._ranked


SYSTEM = LetterFonts(findSystemFonts)
"""The fonts of this computer."""


def families_for(words: str, system: LetterFonts = SYSTEM) -> tuple[str, ...]:
    """The families in which words are drawn, each for the letters that those before it lack."""
    missing = {ord(letter) for letter in words} - bundled()
    if not missing:
        return (BUNDLED,)
    missing = {letter for letter in missing - _brought() if _leaves_a_mark(letter)}
    more = (family for family in system.families(missing).values() if family is not None)
    return (BUNDLED, MORE_SCRIPTS, *dict.fromkeys(more))


def letters_without_font(words: str, system: LetterFonts = SYSTEM) -> str:
    """The letters that no font of this computer has, each once in their order."""
    known = bundled() | _brought()
    missing = [letter for letter in dict.fromkeys(words) if ord(letter) not in known and _leaves_a_mark(ord(letter))]
    found = system.families(map(ord, missing))
    return "".join(letter for letter in missing if found[ord(letter)] is None)


@cache
def bundled() -> frozenset[int]:
    """The characters of the bundled font, which is made known to matplotlib once."""
    for path in resources.fonts():
        fontManager.addfont(path)
    return frozenset(get_font(resources.fonts()[0]).get_charmap())


@cache
def _brought() -> frozenset[int]:
    return frozenset(get_font(fontManager.findfont(MORE_SCRIPTS)).get_charmap())


def _letters(path: Path) -> frozenset[int]:
    """What a font file has letters for; nothing where it cannot be drawn with."""
    if _STAND_IN.search(path.name):
        return frozenset()
    try:
        font = get_font(path)
    except (OSError, RuntimeError, ValueError):
        return frozenset()
    return frozenset(font.get_charmap()) if font.scalable else frozenset()


def _make_known(path: Path) -> str:
    """Tell matplotlib of a font, with its bold where that stands beside it; returns the family."""
    bold = path.with_name(path.name.replace("Regular", "Bold"))
    for each in {path, bold} if bold.exists() else {path}:
        if not any(_is(entry, each) for entry in fontManager.ttflist):
            fontManager.addfont(each)
    return get_font(path).family_name


def _is(entry: FontEntry, path: Path) -> bool:
    return Path(entry.fname) == path and entry.name == get_font(path).family_name


def _rank(path: Path) -> tuple[bool, bool, str]:
    """Upright fonts of an even stroke first, which go with ours."""
    return bool(_UNFIT.search(path.stem)), not _FITTING.search(path.stem), path.name


def _leaves_a_mark(letter: int) -> bool:
    return unicodedata.category(chr(letter)) not in _SILENT
