"""Texts of a workbook as people see them, whatever their runs look like and however they are escaped."""

from __future__ import annotations

import re
from functools import lru_cache
from xml.etree.ElementTree import Element

from desktop import characters
from desktop.exchange.forms.markup import local

_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_SPACES = " \t\n\r\v\f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_OFTEN = 200
"""Characters of texts that are remembered: names, ids and questions come with every form."""

_INVISIBLE = "\xad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"


def rich_text(element: Element) -> str:
    """The text of a cell or note, without the readings that stand above the letters of some scripts."""
    return tidy(raw_text(element))


def raw_text(element: Element) -> str:
    """The same as it is stored."""
    if len(element) == 1 and element[0].tag.endswith("}t"):
        return element[0].text or ""
    pieces = []
    for child in element:
        name = local(child.tag)
        if name == "t":
            pieces.append(child.text or "")
        elif name == "r":
            pieces += [each.text or "" for each in child if local(each.tag) == "t"]
    return "".join(pieces)


def tidy(text: str) -> str:
    """The text without control characters and without blanks and invisible characters around it."""
    return _remembered(text) if len(text) <= _OFTEN else _tidied(text)


def _tidied(text: str) -> str:
    if "_x" in text:
        text = _ESCAPED.sub(_unescaped, text)
    if text.isprintable() and text.isascii():
        return text.strip()
    return characters.text(text).strip(_SPACES + _INVISIBLE)


def _unescaped(found: re.Match[str]) -> str:
    return chr(int(found[1], 16))


_remembered = lru_cache(maxsize=4096)(_tidied)
