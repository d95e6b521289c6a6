"""A sheet to draw on, measured in pixels from the top left. Pictures are written in its verbs and know no other.

Sizes are those of a screen with 96 pixels an inch; whoever provides the sheet makes them finer or larger.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from desktop import characters
from desktop.exchange.tokens import Tokens

LINE_HEIGHT = 1.25
_BASELINE = 0.36
"""How far below the middle of a line its letters stand, as a share of their size."""

REGULAR, MEDIUM, SEMI_BOLD, BOLD = 400, 500, 600, 700
MARGIN = 20.0
TITLE, BODY, SMALL, TINY = 16.0, 13.0, 12.0, 11.0
"""Sizes of type, in pixels."""

ABOVE = 72.0
"""What a heading of two lines takes, in pixels at 100 %, with the margin above it."""

MARKER_EDGE = 1.2
"""Width of the line around a marker."""

Point = tuple[float, float]
Across = Literal["left", "center", "right"]
Down = Literal["top", "center", "bottom"]
Marker = Literal["", "o", "s", "D", "^"]
"""A disc, and in the colour of the ground with a coloured edge a square, a diamond and a triangle."""


class Size(Struct, frozen=True):
    """Width and height in pixels."""

    width: float
    height: float


class Paper(ABC):
    """Draws with a few verbs; files and the window each have a paper of their own.

    Attributes:
        tokens: the colours to draw in.
        width: in pixels; likewise the height.
        margin: what stays free at its edges.
    """

    def __init__(self, tokens: Tokens, width: float, height: float, margin: float = MARGIN) -> None:
        self.tokens = tokens
        self.width, self.height = width, height
        self.margin = margin

    @abstractmethod
    def width_of(self, line: str, size: float, weight: int = REGULAR) -> float:
        """How wide a text without line ends is."""

    @abstractmethod
    def write(self, at: Point, line: str, size: float, colour: str, weight: int, across: Across) -> None:
        """Write a text without line ends; `at` lies on its baseline, at the edge or middle that `across` names."""

    @abstractmethod
    def line(
        self,
        points: Sequence[Point],
        colour: str,
        width: float = 1.0,
        *,
        dashes: tuple[float, ...] = (),
        marker: Marker = "",
        marker_size: float = 6.0,
    ) -> None:
        """A line through points, with a marker at each if wanted; a single point is its marker.

        Args:
            points: at least one.
            colour: of line and markers.
            width: in pixels.
            dashes: how long strokes and gaps are, in turn, in widths of the line; none for a solid line.
            marker: what stands at each point.
            marker_size: in pixels.
        """

    @abstractmethod
    def polygon(self, points: Sequence[Point], fill: str, opacity: float = 1.0) -> None:
        """A filled polygon without a border."""

    @abstractmethod
    def box(
        self, at: Point, width: float, height: float, *, fill: str | None = None, border: str | None = None
    ) -> None:
        """A rectangle from its top left corner."""

    def size(self, text: str, size: float, weight: int = REGULAR) -> Size:
        """How much room a text takes, which may have several lines."""
        lines = text.split("\n")
        return Size(max(self._width(line, size, weight) for line in lines), len(lines) * size * LINE_HEIGHT)

    def wrap(self, text: str, room: float, size: float, weight: int = REGULAR) -> str:
        """The text broken between words into lines that fit; a single word may be wider than the room."""
        lines: list[str] = []
        for word in characters.text(text).split():
            if lines and self._width(f"{lines[-1]} {word}", size, weight) <= room:
                lines[-1] += f" {word}"
            else:
                lines.append(word)
        return "\n".join(lines)

    def shorten(self, text: str, room: float, size: float, weight: int = REGULAR) -> str:
        """The text, or as much of it as fits with an ellipsis."""
        if self._width(text, size, weight) <= room:
            return text
        kept = text
        while kept and self._width(f"{kept}…", size, weight) > room:
            kept = kept[:-1].rstrip()
        return f"{kept}…"

    def text(
        self,
        at: Point,
        text: str,
        size: float,
        *,
        colour: str | None = None,
        weight: int = REGULAR,
        across: Across = "left",
        down: Down = "top",
    ) -> None:
        """Write; `at` is where the block's edge named by `across` and `down` lies."""
        lines = characters.text(text).split("\n")
        step = size * LINE_HEIGHT
        top = at[1] - {"top": 0.0, "center": 0.5, "bottom": 1.0}[down] * step * len(lines)
        for number, line in enumerate(lines):
            base = top + (number + 0.5) * step + _BASELINE * size
            self.write((at[0], base), line, size, colour or self.tokens.text, weight, across)

    def heading(self, title: str, subtitle: str) -> float:
        """Title and subtitle at the top, if there are any; returns where the room below them begins."""
        if not title:
            return self.margin
        room = self.width - 2 * self.margin
        above = self.wrap(title, room, TITLE, SEMI_BOLD)
        self.text((self.margin, self.margin), above, TITLE, weight=SEMI_BOLD)
        below = self.margin + self.size(above, TITLE).height + 2
        if subtitle:
            words = self.wrap(subtitle, room, SMALL)
            self.text((self.margin, below), words, SMALL, colour=self.tokens.mute)
            below += self.size(words, SMALL).height
        return below + 12

    def say(self, words: str) -> None:
        """Words in the middle, where there is nothing to draw."""
        shown = self.wrap(words, self.width - 2 * self.margin, BODY)
        at = (self.width / 2, self.height / 2)
        self.text(at, shown, BODY, colour=self.tokens.mute, across="center", down="center")

    def _width(self, line: str, size: float, weight: int) -> float:
        return self.width_of(characters.text(line), size, weight)
