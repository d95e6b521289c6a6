"""What slides are made of, whatever template they are drawn with."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from msgspec import Struct

from desktop.exchange.figures.data import Series


class Item(Struct, frozen=True):
    """A paragraph of a slide.

    Attributes:
        text: what it says.
        begins: words before it that stand out.
        about: what it is about; said once above all that follow each other about the same.
    """

    text: str
    begins: str = ""
    about: str = ""


class Words(Struct, frozen=True):
    """Paragraphs, all in type of one size, in points."""

    items: tuple[Item, ...]
    size: int


class Step(Struct, frozen=True):
    """A level on the ladder.

    Attributes:
        held: whether it is reached.
        next: whether it is the one that comes next.
        wanted: whether it is the target of the model.
    """

    number: int
    name: str
    held: bool
    next: bool
    wanted: bool


class Ladder(Struct, frozen=True):
    """The levels of a model, the lowest first, with what the next one asks for below; `alt` says the same in words."""

    steps: tuple[Step, ...]
    words: Words
    alt: str


class ChartKind(Enum):
    """How values are drawn."""

    RADAR = auto()
    BARS = auto()
    """From the left, the first on top."""


class ChartSlide(Struct, frozen=True):
    """A chart that can be edited.

    Attributes:
        names: what stands at the axes of a radar, or beside bars.
        series: the first is what counts most.
        top: the end of the axis, which begins at 0; `step` is from line to line.
        grounds: of bars, how each series looks, from 0, the darkest, to 2; by their order where nothing is said.
        stacked: whether each bar is of one series alone, so that bars of different series are in line.
        percent: whether values are shares.
        labels: beneath the names of a radar, whose points have none.
        caption: how it is to be read.
        alt: its words and numbers for whoever does not see it.
    """

    kind: ChartKind
    names: tuple[str, ...]
    series: tuple[Series, ...]
    top: float
    step: float
    caption: str
    alt: str
    labels: tuple[str, ...] = ()
    grounds: tuple[int, ...] = (0, 1, 2)
    stacked: bool = False
    percent: bool = False


class Grid(Struct, frozen=True):
    """A table.

    Attributes:
        headings: of its columns.
        shares: of the width, column by column, together 1.
        rows: texts.
        size: of the type, in points.
        alt: what it holds.
    """

    headings: tuple[str, ...]
    shares: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]
    size: int
    alt: str


class Cover(Struct, frozen=True):
    """The first slide; lines below its title."""

    lines: tuple[str, ...]


Content = Cover | Words | Ladder | ChartSlide | Grid


class Slide(Struct, frozen=True):
    """A slide.

    Attributes:
        title: its message, a sentence.
        content: what bears it out.
        notes: for whoever speaks: what to say, and where its numbers come from, a paragraph each.
    """

    title: str
    content: Content
    notes: tuple[str, ...]


class Room(Struct, frozen=True):
    """Where something may stand, in points from the slide's top left corner."""

    left: float
    top: float
    width: float
    height: float


class Stage(Struct, frozen=True):
    """What a template offers: the room of titles, the room below them, and that of the title on a cover."""

    title: Room
    body: Room
    cover: Room


def told(parts: Sequence[str]) -> tuple[str, ...]:
    """Those that say something."""
    return tuple(part for part in parts if part)
