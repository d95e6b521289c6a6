"""The XML of a workbook's parts: in whatever encoding, without definitions, and no more of it than is sensible."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from xml.etree.ElementTree import Element, ParseError, XMLParser, fromstring

from desktop.model import bounds
from desktop.model.errors import RefusalError

_DEFINITION = re.compile(rb"<!(?!--|\[CDATA\[)")
_DECLARED = re.compile(
    rb"""(?:\xef\xbb\xbf)?<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([A-Za-z][A-Za-z0-9._-]{0,40})["']"""
)
_UTF_16 = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"<\0": "utf-16-le", b"\0<": "utf-16-be"}
_AS_IT_IS = ("utf-8", "utf8", "us-ascii", "ascii", "utf-16")
_OTHERS = re.compile(r"iso-8859-\d{1,2}|windows-125\d|koi8-[ru]|shift_jis|euc-(jp|kr)|gbk|gb2312|gb18030|big5")

_OFTEN = 10_000
"""Bytes of parts that are remembered: those that tell how a workbook hangs together are alike in all forms."""


class Markup:
    """What turns parts of one file into trees, and counts how much they hold together."""

    def __init__(self) -> None:
        self._left = bounds.MARKS

    def checked(self, data: bytes) -> bytes:
        """A part in UTF-8, looked at so far that it can be read without harm.

        Raises:
            RefusalError: ``form.not_a_workbook``, ``form.entities``, ``form.too_large``, ``form.truncated``; the last
                in an encoding that no office program writes.
        """
        data = _utf_8(data)
        if b"\0" in data:
            raise RefusalError("form.not_a_workbook")
        if b"<!" in data and _DEFINITION.search(data):
            raise RefusalError("form.entities")
        self._left -= data.count(b"<") + data.count(b"=")
        if self._left < 0:
            raise RefusalError("form.too_large")
        return data

    def parsed(self, data: bytes) -> Element:
        """The root of a part that was checked; nobody may change it, as it may be that of another file, too.

        Raises:
            RefusalError: ``form.truncated``.
        """
        try:
            return _remembered(data) if len(data) <= _OFTEN else _parse(data)
        except (ParseError, ValueError) as error:
            raise RefusalError("form.truncated") from error

    def tree(self, data: bytes) -> Element:
        """The root of a part: see `checked` and `parsed`."""
        return self.parsed(self.checked(data))


def decoded(data: bytes) -> str | None:
    """A part that was checked as text, its lines ended as XML has it; None where it is no UTF-8."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def local(name: str) -> str:
    """The name of an element or attribute without its namespace: editions of the format differ in those only."""
    return name.rpartition("}")[2]


def inside(element: Element, *path: str) -> Iterator[Element]:
    """The elements that lie at this path of local names."""
    if not path:
        yield element
        return
    for child in element:
        if local(child.tag) == path[0]:
            yield from inside(child, *path[1:])


def value_of(element: Element, name: str) -> str:
    """An attribute by its local name; empty when it is not there."""
    found = element.attrib.get(name)
    if found is not None:
        return found
    return next((value for key, value in element.attrib.items() if local(key) == name), "")


def _utf_8(data: bytes) -> bytes:
    encoding = _UTF_16.get(data[:2], "")
    if not encoding:
        declared = _DECLARED.match(data)
        name = declared[1].decode().lower() if declared else "utf-8"
        if name in _AS_IT_IS:
            return data
        if not _OTHERS.fullmatch(name):
            raise RefusalError("form.truncated")
        encoding = name
    try:
        return data.decode(encoding).encode()
    except (UnicodeError, LookupError) as error:
        raise RefusalError("form.truncated") from error


def _parse(data: bytes) -> Element:
    return fromstring(data, XMLParser(encoding="utf-8"))  # noqa: S314 - what can do harm is refused before


_remembered = lru_cache(maxsize=32)(_parse)
