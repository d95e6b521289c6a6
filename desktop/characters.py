"""Characters that are no text: what steers a terminal, breaks a file, or shows other letters than there are.

This is the one place that knows them; whatever goes out asks it, each border for what it cannot hold.
"""

from __future__ import annotations

import re

CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"
"""Control characters but tab and line ends, the second set and delete among them."""

HALF = "\ud800-\udfff"
"""Halves of characters, as they stand for the bytes of a file name that is no UTF-8."""

NONE = "\ufffe\uffff"
"""Codes that are no characters and never will be, which XML forbids."""

DIRECTION = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
"""Marks that turn the direction of what follows, by which a name can pretend to end otherwise."""

NO_TEXT = re.compile(f"[{CONTROL}{HALF}{NONE}]")
"""Finds what no text holds."""

_UNFIT_IN_LINE = re.compile(f"[{CONTROL}{HALF}{NONE}{DIRECTION}]")
_LINE_END = re.compile("\r\n?|\x85|\u2028|\u2029")
_BREAK = re.compile(r"[\t\n\v\f]+")
_UNFIT_IN_TERMINAL = re.compile(f"[{CONTROL}{NONE}{DIRECTION}\r\x85]")
_HALF = re.compile(f"[{HALF}]")
_UNFIT_IN_JSON = re.compile(f"[\x7f-\x9f{NONE}{DIRECTION}]")


def text(value: str) -> str:
    """A text of several lines as a document can hold it: line ends as one character, what is no text left out."""
    if value.isprintable():
        return value
    return NO_TEXT.sub("", _LINE_END.sub("\n", value))


def one_line(value: str) -> str:
    """A text for one line, such as a name: what breaks lines or turns their direction becomes a blank or goes."""
    return _UNFIT_IN_LINE.sub("", _BREAK.sub(" ", _LINE_END.sub("\n", value)))


def for_terminal(value: str) -> str:
    r"""A text that a terminal shows and does not obey.

    What stands for a byte of a file name that is no UTF-8 is told as that byte, e.g. ``\xfc``.
    """
    return readable_halves(_UNFIT_IN_TERMINAL.sub("", value))


def readable_halves(value: str) -> str:
    """A text that any encoding of Unicode takes: halves of characters are told by their byte or their code."""
    return _HALF.sub(_told, value)


def escaped_json(value: str) -> str:
    """A text in JSON that a terminal shows and does not obey: the same data, what steers written as an escape."""
    return _UNFIT_IN_JSON.sub(lambda found: f"\\u{ord(found[0]):04x}", value)


def _told(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\x{code - 0xDC00:02x}" if 0xDC80 <= code <= 0xDCFF else f"\\u{code:04x}"
