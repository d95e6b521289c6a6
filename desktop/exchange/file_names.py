"""Names of files that every system accepts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from desktop.characters import one_line
from desktop.model.files.file_sets import one_name

LONGEST = 120
"""Bytes of a name without its ending; less than any system allows, so that copies find room, too."""

_FEWEST = 30
"""What is left of each part but the last when a name has to be shortened, in bytes."""

_DASH = " - "
_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
_RESERVED = re.compile(r"^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?$", re.IGNORECASE)


def file_name(*parts: str, ending: str) -> str:
    """A name made of parts, joined by dashes, that Windows, macOS and Linux accept.

    Args:
        parts: what it names, the most general first; empty ones are left out. Where it would be too long, the first
            parts are shortened first, so that what tells files apart stays.
        ending: of the file, with its dot; it is added, whatever dots the parts hold.
    """
    cleaned = [kept for part in parts if (kept := _clean(part))]
    name = _DASH.join(_shortened(cleaned)) or "results"
    return (f"_{name}" if _RESERVED.match(name) else name) + ending


def with_ending(path: Path, ending: str, *others: str) -> Path:
    """The path with the ending added, unless it ends so, or in one of the others, already. No other dot counts."""
    known = (ending, *others)
    return path if path.name.lower().endswith(known) else path.with_name(path.name + ending)


def distinct(names: Iterable[str]) -> list[str]:
    """The names, those numbered that would be one with an earlier on some system, for capitals or composed letters."""
    found: list[str] = []
    seen: set[str] = set()
    for name in names:
        stem, dot, ending = name.rpartition(".")
        other, number = name, 1
        while one_name(other) in seen:
            number += 1
            other = f"{stem or ending} ({number}){dot}{ending if stem else ''}"
        seen.add(one_name(other))
        found.append(other)
    return found


def _clean(part: str) -> str:
    text = _FORBIDDEN.sub(" ", one_line(unicodedata.normalize("NFC", part)))
    return " ".join(text.split()).strip(" .")


def _shortened(parts: list[str]) -> list[str]:
    """At most `LONGEST` bytes in all, taken from the first part first."""
    kept = list(parts)
    for index, part in enumerate(parts):
        excess = len(_DASH.join(kept).encode()) - LONGEST
        if excess <= 0:
            break
        least = _FEWEST if index < len(parts) - 1 else 0
        room = max(len(part.encode()) - excess, min(least, len(part.encode())))
        kept[index] = part.encode()[:room].decode(errors="ignore").strip(" .-")
    return [part for part in kept if part]
