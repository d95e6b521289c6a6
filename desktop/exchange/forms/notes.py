"""What people leave on a sheet beside its cells: notes, threaded comments, text boxes and pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from msgspec import Struct

from desktop.exchange.forms.markup import inside, local, value_of
from desktop.exchange.forms.package import Package
from desktop.exchange.forms.rich_text import rich_text, tidy
from desktop.language import _
from desktop.model import bounds

_PLACE = re.compile(r"\$?[A-Za-z]{1,3}\$?([1-9]\d{0,6})", re.ASCII)
_THREAD = "tc="
"""How the author of a note begins that only stands in for a thread, for programs that know none."""


class Note(Struct, frozen=True):
    """A text that somebody left, and the row it belongs to; 1 where the workbook does not say."""

    row: int
    text: str


def notes_on(package: Package, sheet: str) -> list[Note]:
    """The notes and threaded comments on a sheet, given the name of its part; without their authors' names.

    Raises:
        RefusalError: those of `Package.tree`.
    """
    threads = [
        each
        for part in package.parts("threadedComment", sheet)
        for each in inside(package.tree(part), "threadedComment")
    ]
    places = {value_of(each, "ref") for each in threads}
    found = [
        Note(_row(value_of(each, "ref")), tidy("".join(text.text or "" for text in inside(each, "text"))))
        for each in threads
    ]
    for part in package.parts("comments", sheet):
        root = package.tree(part)
        authors = [(each.text or "").strip() for each in inside(root, "authors", "author")]
        for each in inside(root, "commentList", "comment"):
            number = bounds.whole_number(value_of(each, "authorId"), len(authors) - 1)
            author = "" if number is None else authors[number]
            if author.startswith(_THREAD) and value_of(each, "ref") in places:
                continue
            text = "\n".join(rich_text(part) for part in inside(each, "text"))
            found.append(Note(_row(value_of(each, "ref")), _without(author, text)))
    return [note for note in found if note.text]


def drawn_on(package: Package, sheet: str) -> list[Note]:
    """The text boxes and pictures on a sheet, given the name of its part.

    Raises:
        RefusalError: those of `Package.tree`.
    """
    return [
        Note(_anchored(anchor), tidy("".join(_texts(anchor))) or _("(a picture)"))
        for part in package.parts("drawing", sheet)
        for anchor in package.tree(part)
        if local(anchor.tag).endswith("Anchor")
    ]


def _texts(anchor: Element) -> Iterator[str]:
    for each in anchor.iter():
        if local(each.tag) == "t":
            yield each.text or ""
        elif local(each.tag) == "p":
            yield "\n"


def _anchored(anchor: Element) -> int:
    row = next((each.text or "" for each in inside(anchor, "from", "row")), "")
    return (bounds.whole_number(row, bounds.ROWS) or 0) + 1


def _row(place: str) -> int:
    found = _PLACE.fullmatch(place)
    return int(found[1]) if found else 1


def _without(author: str, text: str) -> str:
    """The text without the author's name, which some programs put before it."""
    return text.removeprefix(f"{author}:").lstrip() if author else text
