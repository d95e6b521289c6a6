"""Names of files that every system accepts."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 120
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]')
_RESERVED = re.compile(r"^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?$", re.IGNORECASE)


def file_name(*parts: str, ending: str) -> str:
    """A name made of parts, joined by dashes, that Windows, macOS and Linux accept.

    Args:
        parts: what it names, the most general first; empty ones are left out.
        ending: of the file, with its dot.
    """
    cleaned = [kept for part in parts if (kept := _clean(part))]
    name = _cut(" - ".join(cleaned)) or "results"
    return (f"_{name}" if _RESERVED.match(name) else name) + ending


def _clean(part: str) -> str:
    text = _FORBIDDEN.sub(" ", unicodedata.normalize("NFC", part))
    return " ".join(text.split()).strip(" .")


def _cut(name: str) -> str:
    """At most `LONGEST` bytes, from the front so that what tells files apart, at the end, stays."""
    if len(name.encode()) <= LONGEST:
        return name
    front, _dash, last = name.rpartition(" - ")
    room = max(LONGEST - len(last.encode()) - 3, 0)
    short = front.encode()[:room].decode(errors="ignore").strip(" .-")
    return f"{short} - {last}" if short else last.encode()[:LONGEST].decode(errors="ignore").strip(" .")
