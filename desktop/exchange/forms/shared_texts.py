"""The texts that a workbook keeps once for all its sheets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from desktop.exchange.forms.markup import Markup, decoded
from desktop.exchange.forms.rich_text import rich_text, tidy
from desktop.exchange.forms.stored_cells import PLAIN_RUNS, PLAIN_TEXT, is_sound, joined, unescape
from desktop.model import bounds
from desktop.model.errors import RefusalError

_ITEM = re.compile(rf'\s*<si>(?:<t(?: xml:space="preserve")?>([^<]*)</t>|({PLAIN_TEXT}|{PLAIN_RUNS}))')
_OFTEN = 1_000
"""Characters of texts that are remembered as they are stored."""


class SharedTexts(dict[str, str]):
    """The texts by place, counted from 0 and as the file stores it."""

    def __init__(self, data: bytes | None, markup: Markup) -> None:
        """Take the part that holds them; without one there are none.

        Raises:
            RefusalError: those of `Markup.tree`.
        """
        self._stored = () if data is None else _stored(markup.checked(data), markup)
        super().__init__(zip(map(str, range(len(self._stored))), self._stored, strict=True))

    def __missing__(self, place: str) -> str:
        """The text at a place that is written in an odd way.

        Raises:
            RefusalError: ``form.truncated``, when there is none.
        """
        number = bounds.whole_number(place.strip(), len(self._stored) - 1)
        if number is None:
            raise RefusalError("form.truncated")
        return self._stored[number]


def _stored(checked: bytes, markup: Markup) -> Sequence[str]:
    plain = plain_texts(checked)
    if plain is not None:
        return plain
    root = markup.parsed(checked)
    return [rich_text(item) for item in root.findall(root.tag.removesuffix("sst") + "si")]


def plain_texts(data: bytes) -> list[str] | None:
    """The texts where each is written plainly, as office programs do; else None.

    Raises:
        RefusalError: ``form.truncated``: a character that XML has not.
    """
    text = decoded(data)
    if text is None:
        return None
    before, start, rest = text.partition("<si>")
    *items, last = f"{start}{rest}".split("</si>")
    if not start or "<!" in text or not _is_root(before) or last.strip() != "</sst>":
        return None
    found: list[str] = []
    for item in items:
        known = _remembered(item) if len(item) <= _OFTEN else _plain_item(item)
        if known is None:
            return None
        found.append(known)
    return found


def _is_root(before: str) -> bool:
    """Whether what stands before the texts opens their part with names that need no prefix."""
    marks = before.count("<") - before.count("<?")
    return marks == 1 and before.rstrip().endswith(">") and "<sst " in before and 'xmlns="' in before


def _plain_item(item: str) -> str | None:
    """A text, without its end; None where it is not written plainly."""
    found = _ITEM.fullmatch(item)
    if found is None or not is_sound(item):
        return None
    plain, runs = found.groups()
    return tidy(joined(runs) if plain is None else unescape(plain))


_remembered = lru_cache(maxsize=4096)(_plain_item)
"""Forms of one questionnaire have nearly the same texts."""
