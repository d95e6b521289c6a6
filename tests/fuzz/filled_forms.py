"""Forms gone wrong with an eye for what they are: the archive, its relationships, the XML, cells and their places."""

from __future__ import annotations

import io
import random
import re
import tempfile
import warnings
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.comments import Comment

from desktop.exchange.forms.reader import read_form
from desktop.exchange.forms.writer import write_forms
from desktop.model.assessment import Assessment
from tests.builders import tiny_pack
from tests.builders_schemes import tiny_criteria, tiny_streams
from tests.exchange.forms.workbooks import Filled

Parts = list[tuple[str, bytes]]
Change = Callable[[random.Random, Parts], None]

STRANGE = (
    b"", b"0", b"1", b"-1", b"2147483648", b"9" * 30, b"9" * 5_000, b"1e999", b"NaN", b"A0", b"A1", b"XFD1048576",
    b"XFE1", b"AAAAAA100", b"A1048577", b"a1", b"$A$1", b"A1:B2", b"\xd9\xa3", b"\xef\xbb\xbf", b"&#0;", b"&#xD800;",
    b"&amp;", b"&lt;", b"&nope;", b"_x0000_", b"_x005F_", b"#SPILL!", b"=1+1", b"../../../../etc/passwd",
    b"\\..\\x.xml", b"%2e%2e/x", b"http://example.org/x", b"/xl/workbook.xml", b"xl/workbook.xml", b"External",
    b"s", b"e", b"b", b"d", b"n", b"str", b"inlineStr", b"veryHidden", b"Form", b"Choices", b"Questions", b"mw:id",
    b"mw:answer", b"PLN-Q1", b"DSK-Q1", b"level_3", b"3.0", b"2.5", b"x" * 40_000, b"<", b">", b"]]>", b"<!--",
    b"<![CDATA[", b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"<?x?>", b"\0", b"\xff", b"\xed\xa0\x80",
    b"[a, 1]", b"{a: 1}", b"{a: [", b"!!x y", b"&amp;a *a", b"mean", b"parts",
)  # fmt: skip
"""What stands where something else is expected."""

KINDS = (
    b"worksheet", b"chartsheet", b"styles", b"sharedStrings", b"comments", b"threadedComment", b"drawing",
    b"officeDocument", b"core-properties", b"extended-properties", b"vbaProject", b"xlMacrosheet",
)  # fmt: skip

_ATTRIBUTE = re.compile(rb'([\w:]+)="([^"]*)"')
_TEXT = re.compile(rb">([^<]+)<")
_ELEMENT = re.compile(rb"<(c|row|v|f|is|t|r|si|sheet|Relationship|xf|comment|Override)\b[^<>]*(?:/>|>(?:[^<]*</\1>)?)")
_PLACE = re.compile(rb'\sr="([A-Z]+\d+|\d+)"')
_KIND = re.compile(rb'(Type="[^"]*/)(\w[\w-]*)"')


@cache
def seeds() -> list[bytes]:
    """Filled forms of every scheme, one with notes and one that another program saved."""
    found = [Path(__file__).parents[1].joinpath("exchange", "forms", "returned", "note.xlsx").read_bytes()]
    for pack, answer in ((tiny_pack(), "Often"), (tiny_streams(), "3"), (tiny_criteria(), "Partly")):
        with tempfile.TemporaryDirectory() as folder:
            with Assessment.create(Path(folder, "a.maturity"), [pack], author="Ada") as made:
                made.preparation.add_participant()
                (path,) = write_forms(made, Path(folder, "forms"), pack.id)
            found.append(path.read_bytes())
            form = Filled(path)
            for question in list(read_form(path).answers)[::2]:
                form.answer(question, answer, "It & depends")
            form.save()
            found.append(path.read_bytes())
            workbook = load_workbook(path)
            workbook["Questions"]["D8"].comment = Comment("Why?", "Somebody")
            workbook["Questions"]["D9"] = "=1/0"
            workbook.save(path)
            found.append(path.read_bytes())
    return found


def spoilt(chance: random.Random, sound: list[bytes]) -> bytes:
    """A sound form with a few things wrong."""
    content = chance.choice(sound)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = [(name, archive.read(name)) for name in archive.namelist()]
    for _time in range(chance.choice((0, 1, 1, 1, 2, 3, 8))):
        chance.choice(_CHANGES)(chance, parts)
    packed = io.BytesIO()
    way = chance.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2))
    with zipfile.ZipFile(packed, "w", way) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of names that stand twice, which is what is wanted
        for name, data in parts:
            archive.writestr(zipfile.ZipInfo(name), data, way)
    content = packed.getvalue()
    return _archive(chance, content) if chance.random() < 0.3 else content


def _archive(chance: random.Random, content: bytes) -> bytes:
    """The archive itself is spoilt: cut, or other bytes in its data or its directory."""
    start = content.rfind(b"PK\1\2") if chance.random() < 0.5 else 0
    place = chance.randrange(max(start, 0), len(content))
    match chance.randrange(4):
        case 0:
            return content[:place]
        case 1:
            return content[:place] + chance.choice((b"\0", b"\xff", b"\1", chance.randbytes(1))) + content[place + 1 :]
        case 2:
            return content[:place] + chance.choice((b"\xff" * 4, chance.randbytes(4))) + content[place + 4 :]
        case _:
            return content[:place] + content[place + chance.randrange(1, 60) :]


def _names(chance: random.Random, parts: Parts) -> None:
    """A part is gone, twice, or called otherwise."""
    place = chance.randrange(len(parts))
    name, data = parts[place]
    match chance.randrange(5):
        case 0:
            del parts[place]
            parts.append((name or "x", b""))
        case 1:
            parts.append((chance.choice((name.upper(), name.replace("/", "\\"), "/" + name)), data))
        case 2:
            parts[:] = [(each.replace("/", "\\"), content) for each, content in parts]
        case 3:
            parts[place] = (f"other/{chance.randrange(9)}.xml", data)
        case _:
            parts[place] = (name, parts[chance.randrange(len(parts))][1])


def _one(chance: random.Random, parts: Parts, change: Callable[[bytes], bytes], among: str = "") -> None:
    """Change the content of a part whose name says this."""
    places = [place for place, (name, _data) in enumerate(parts) if among in name.lower()]
    if places:
        place = chance.choice(places)
        name, data = parts[place]
        parts[place] = (name, change(data))


def _put(chance: random.Random, data: bytes, where: re.Pattern[bytes], group: int, texts: tuple[bytes, ...]) -> bytes:
    """Something else stands at one of the places that the pattern finds."""
    found = [match.span(group) for match in where.finditer(data)]
    if not found:
        return data
    start, end = chance.choice(found)
    return data[:start] + chance.choice(texts) + data[end:]


def _attribute(chance: random.Random, parts: Parts) -> None:
    _one(chance, parts, lambda data: _put(chance, data, _ATTRIBUTE, 2, STRANGE))


def _text(chance: random.Random, parts: Parts) -> None:
    _one(chance, parts, lambda data: _put(chance, data, _TEXT, 1, STRANGE), chance.choice(("sheet", "string")))


def _place(chance: random.Random, parts: Parts) -> None:
    _one(chance, parts, lambda data: _put(chance, data, _PLACE, 1, STRANGE[:18]), "worksheets/sheet")


def _no_place(chance: random.Random, parts: Parts) -> None:
    _one(chance, parts, lambda data: _put(chance, data, _PLACE, 0, (b"",)), "worksheets/sheet")


def _relation(chance: random.Random, parts: Parts) -> None:
    if chance.random() < 0.5:
        _one(chance, parts, lambda data: _put(chance, data, _KIND, 2, KINDS), ".rels")
    else:
        _one(chance, parts, lambda data: _put(chance, data, _ATTRIBUTE, 2, STRANGE), ".rels")


def _element(chance: random.Random, parts: Parts) -> None:
    """An element is gone, twice, very often, elsewhere, or within itself."""

    def change(data: bytes) -> bytes:
        found = [match.span() for match in _ELEMENT.finditer(data)]
        if not found:
            return data
        (start, end), (other, _end) = chance.choice(found), chance.choice(found)
        element = data[start:end]
        match chance.randrange(5):
            case 0:
                return data[:start] + data[end:]
            case 1:
                return data[:end] + element + data[end:]
            case 2:
                return data[:end] + element * 3_000 + data[end:]
            case 3:
                return data[:other] + element + data[other:]
            case _:
                return data[:start] + b"<x>" * 3_000 + element + b"</x>" * 3_000 + data[end:]

    _one(chance, parts, change)


def _encoding(chance: random.Random, parts: Parts) -> None:
    """A part in another encoding than it says, or that it does say."""
    encoding = chance.choice(("utf-16", "utf-16-le", "utf-16-be", "utf-32", "latin-1", "utf-8-sig", "cp037"))
    said = f"<?xml version='1.0' encoding='{encoding}'?>" if chance.random() < 0.5 else ""

    def change(data: bytes) -> bytes:
        return (said + data.decode(errors="replace").partition("?>")[2]).encode(encoding, errors="replace")

    _one(chance, parts, change, ".xml")


def _bytes(chance: random.Random, parts: Parts) -> None:
    def change(data: bytes) -> bytes:
        place = chance.randrange(len(data) + 1)
        match chance.randrange(3):
            case 0:
                return data[:place]
            case 1:
                return data[:place] + chance.choice(STRANGE) + data[place:]
            case _:
                return data[:place] + data[place + chance.randrange(1, 100) :]

    _one(chance, parts, change)


_CHANGES: tuple[Change, ...] = (
    _names, _attribute, _attribute, _text, _text, _place, _place, _no_place, _relation, _relation, _element, _element,
    _encoding, _bytes,
)  # fmt: skip
