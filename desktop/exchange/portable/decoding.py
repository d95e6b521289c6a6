"""Bytes to text, in whatever encoding of Unicode a shell or an editor has written them.

The PowerShell that comes with Windows reads what a program says in the console's code page before it writes it to a
file in UTF-16, so that every letter beyond ASCII becomes two or three others. That cannot be told apart from text that
is meant so by one letter, but it can by all of them.
"""

from __future__ import annotations

import codecs
import json
import re

from desktop.model.errors import RefusalError

_CODE_PAGES = (
    "cp437", "cp737", "cp850", "cp852", "cp855", "cp857", "cp858", "cp862", "cp866", "cp1250", "cp1251", "cp1252",
    "cp1253", "cp1254", "cp1255", "cp1257", "cp1258", "cp874",
)  # fmt: skip
"""Of consoles, one byte a letter."""

_WIDE_CODE_PAGES = ("cp932", "cp936", "cp949", "cp950")
"""Of consoles in East Asia; a letter may be two bytes, so what comes before or after it can be lost with it."""

_BY_CHANCE = 3
_BEYOND_ASCII = re.compile("[^\x00-\x7f]+")
_MOST_LOOKED_AT = 1_000


def decoded(content: bytes, file: str) -> str:
    """The text.

    Args:
        content: in UTF-8, or in UTF-16 or UTF-32, best with a mark.
        file: what refusals call it.

    Raises:
        RefusalError: ``portable.not_json`` with line and column of what is no text; ``portable.spoilt``.
    """
    encoding = json.detect_encoding(content)
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        column = error.start - content.rfind(b"\n", 0, error.start)
        raise RefusalError("portable.not_json", file=file, line=line, column=column) from error
    redirected = encoding != "utf-8" or b"\r\n" in content[:_MOST_LOOKED_AT] or content.startswith(codecs.BOM_UTF8)
    if redirected and _is_spoilt(text):
        raise RefusalError("portable.spoilt", file=file)
    return text.removeprefix("\ufeff")


def _is_spoilt(text: str) -> bool:
    """Whether most of what is beyond ASCII would be UTF-8 if it were bytes of a code page."""
    runs = [found for found, _number in zip(_BEYOND_ASCII.finditer(text), range(_MOST_LOOKED_AT), strict=False)]
    if not runs:
        return False
    lost = sum("\ufffd" in run[0] for run in runs)
    narrow = (sum(_was_utf8(run[0], page) for run in runs) for page in _CODE_PAGES)
    wide = (sum(_was_utf8_amid(run, page) for run in runs) for page in _WIDE_CODE_PAGES)
    return any(2 * (lost + were) > len(runs) for were in (*narrow, *wide))


def _was_utf8(run: str, page: str) -> bool:
    try:
        run.encode(page).decode()
    except UnicodeError:
        return False
    return True


def _was_utf8_amid(run: re.Match[str], page: str) -> bool:
    """The same where a character or two can be so by chance, unless they stand in the midst of a Latin word."""
    before, after = run.string[: run.start()][-1:], run.string[run.end() :][:1]
    return (len(run[0]) > _BY_CHANCE or (before.isalpha() and after.isalpha())) and _was_utf8(run[0], page)
