"""What documents are made of, whatever they are written as."""

from __future__ import annotations

import datetime as dt
from enum import Enum, auto
from typing import Literal

from msgspec import Struct

from desktop.wording.tones import WordTone

Align = Literal["left", "center", "right"]

WIDTH = 160.0
"""Of what stands between the margins of our page, in millimetres."""


class Heading(Struct, frozen=True):
    """A heading; it stands in the table of contents and in the outline.

    Attributes:
        level: from 1, that of chapters.
        anchor: what it is known by, unlike that of every other one.
        new_page: whether it begins a page.
    """

    text: str
    level: int
    anchor: str
    new_page: bool = False


class Look(Enum):
    """How a paragraph looks."""

    BODY = auto()
    LEAD = auto()
    """What counts most, in few words."""
    QUIET = auto()
    """What explains how something is meant."""
    LABEL = auto()
    """What stands above a few lines and in no table of contents."""


class Paragraph(Struct, frozen=True):
    """Words.

    Attributes:
        text: line breaks stay.
        begins: words before it that stand out.
        together: whether it stays on the page of what follows.
    """

    text: str
    look: Look = Look.BODY
    begins: str = ""
    together: bool = False


class Items(Struct, frozen=True):
    """A list; each item is what it begins with, which stands out and may be empty, and its text."""

    items: tuple[tuple[str, str], ...]
    numbered: bool = False


class GridColumn(Struct, frozen=True):
    """A column.

    Attributes:
        share: of the width, in any unit.
        strong: whether its words stand out.
    """

    heading: str
    share: float
    align: Align = "left"
    strong: bool = False


class GridCell(Struct, frozen=True):
    """What stands in a cell; `tone` colours its ground, and is never all that says it."""

    text: str
    tone: WordTone | None = None


class Grid(Struct, frozen=True):
    """A table; its headings stand on every page that it reaches.

    Attributes:
        caption: what it shows; empty where it is not numbered among the tables.
    """

    caption: str
    columns: tuple[GridColumn, ...]
    rows: tuple[tuple[GridCell, ...], ...]


class Picture(Struct, frozen=True):
    """A picture.

    Attributes:
        content: a PNG.
        width: in millimetres, as it is meant; on a narrower page it is made smaller.
        height: likewise.
        caption: what it shows; empty where it is not numbered among the figures.
        alt: its words and numbers for whoever does not see it.
    """

    content: bytes
    width: float
    height: float
    caption: str
    alt: str


class Contents(Struct, frozen=True):
    """The table of contents, down to a level of headings."""

    title: str
    depth: int = 2


class Cover(Struct, frozen=True):
    """The first page.

    Attributes:
        about: lines below the title.
        foot: lines at the foot of the page.
    """

    title: str
    subtitle: str
    about: tuple[str, ...] = ()
    foot: tuple[str, ...] = ()


class PageBreak(Struct, frozen=True):
    """What follows begins a page."""


Block = Heading | Paragraph | Items | Grid | Picture | Contents | Cover | PageBreak


class Document(Struct, frozen=True, kw_only=True):
    """A document.

    Attributes:
        title: what it is, as its properties tell it.
        subject: whom it is about.
        footer: at the left of each page's foot.
        day: the day it is made on; the file tells no other.
        language: code of the language it is written in, such as ``en-GB``.
        placeholders: what a template of one's own may name between double braces, with what then stands there.
        dense: whether type and white space are a little smaller, for what has to fit few pages.
    """

    title: str
    subject: str
    footer: str
    day: dt.date
    blocks: tuple[Block, ...]
    language: str = "en-GB"
    placeholders: tuple[tuple[str, str], ...] = ()
    dense: bool = False
