"""Texts as people type them, made alike: what differs in letter case, quotes, dashes or blanks only is the same."""

from __future__ import annotations

import re
import unicodedata

_ALIKE = str.maketrans(
    dict.fromkeys("‘’‚‛′‵ʹʻʼʽʾʿˈ`´＇", "'")
    | dict.fromkeys("“”„‟″‶«»", '"')
    | dict.fromkeys("‐‑‒–—―−﹘⁃", "-")
    | dict.fromkeys("⁄∕", "/")
    | dict.fromkeys("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u2800\u3164")
    | {chr(code): None for code in range(0xFE00, 0xFE10)}
)
_INVISIBLE = ("Cf", "Co", "Cs")
_BEFORE, _AFTER = " '\"•*", " '\".,;:!"
_WHOLE = re.compile(r"\+?(\d{1,9})(?:[.,]0{1,2})?")
_WORD = re.compile(r"[^\W_]+")
_SPOKEN = re.compile(r"[\w\s'\",.;:()-]*")


def folded(text: str) -> str:
    """The text made alike, for comparing only. Folding twice is folding once."""
    before, now = None, text
    while now != before:
        before, now = now, _fold(now)
    return now


def whole(text: str) -> str:
    """The whole number that a folded text writes, such as ``3.0`` or ``3,0``; else nothing."""
    found = _WHOLE.fullmatch(text)
    return str(int(found[1])) if found else ""


def words(text: str) -> str:
    """The words of a folded text without what stands between them; nothing where signs or lone numbers matter."""
    if not _SPOKEN.fullmatch(text) or not any(map(str.isalpha, text)):
        return ""
    return " ".join(_WORD.findall(text.replace("'", "")))


def _fold(text: str) -> str:
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text.translate(_ALIKE))
        text = unicodedata.normalize("NFKC", text.casefold()).translate(_ALIKE)
        text = "".join(each for each in text if unicodedata.category(each) not in _INVISIBLE)
    text = " ".join(text.casefold().translate(_ALIKE).split())
    return text.lstrip(_BEFORE).rstrip(_AFTER)
