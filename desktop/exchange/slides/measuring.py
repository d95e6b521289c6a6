"""How much room words take on a slide, in the widths of Arial; house fonts are allowed to be wider."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from desktop import characters
from desktop.exchange.heights import text_width
from desktop.exchange.slides.slide import Item, Room

LEAST = 18
"""Points: smaller type cannot be read from the last row."""

TITLE_SIZES = (28, 26, 24, 22, 20)
COVER_SIZES = (40, 36, 32, 28, 24)
TEXT_SIZES = (24, 22, 20, LEAST)
_SEVERAL = 20
"""The size of type where words need several slides."""

LINE = 1.22
"""Height of a line, as a share of the size of its type."""

AFTER = 0.5
"""Space after a paragraph, likewise."""

INDENT = 27.0
"""What bullets take, in points."""

_SLACK = 0.86
"""Of the width, as far as words may run: other fonts are wider."""


def lines_in(text: str, width: float, size: float, *, bold: bool = False) -> int:
    """How many lines a text takes in a width in points; rather one too many than one too few."""
    return sum(_lines(each, width * _SLACK, size, bold=bold) for each in characters.text(text).split("\n"))


@lru_cache(maxsize=8192)
def _lines(paragraph: str, room: float, size: float, *, bold: bool) -> int:
    lines, used, space = 1, 0.0, text_width(" ", size, bold=bold)
    for word in paragraph.split(" "):
        wide = text_width(word, size, bold=bold)
        if used and used + space + wide > room:
            lines, used = lines + 1, 0.0
        used += (space if used else 0.0) + wide
        while used > room:
            lines, used = lines + 1, used - room
    return lines


def words_height(items: Sequence[Item], width: float, size: float) -> float:
    """Paragraphs below each other with the space after each, and what they are about above them, in points."""
    high, about = 0.0, ""
    for item in items:
        if item.about and item.about != about:
            high += lines_in(item.about, width, size, bold=True) * LINE * size
        about = item.about
        whole = f"{item.begins} {item.text}" if item.begins else item.text
        high += (lines_in(whole, width - INDENT, size, bold=bool(item.begins)) * LINE + AFTER) * size
    return high


def title_size(title: str, room: Room, sizes: Sequence[int] = TITLE_SIZES) -> int:
    """The largest type in which a title fits; the smallest where it fits in none."""
    return next((size for size in sizes if _fits(title, room, size)), sizes[-1])


def fitted(title: str, room: Room, sizes: Sequence[int] = TITLE_SIZES, ending: str = "") -> str:
    """The title, or as many of its letters as fit in the smallest type, with an ending that stays."""
    shown = title
    while len(shown) > 2 and not _fits(shown + ending, room, sizes[-1]):
        shown = shown[: -max(2, len(shown) // 20)].rstrip() + "…"
    return shown + ending


def _fits(title: str, room: Room, size: float) -> bool:
    return lines_in(title, room.width, size, bold=True) * LINE * size <= room.height


def fitted_line(text: str, width: float, size: float = LEAST) -> str:
    """The text, or as many of its letters as fit in one line."""
    return shortened(text, width, size, 1)


def shortened(text: str, width: float, size: float, lines: int) -> str:
    """The text, or as many of its letters as fit in so many lines."""
    shown = text
    while len(shown) > 2 and lines_in(shown, width, size) > lines:
        shown = shown[: -max(2, len(shown) // 20)].rstrip() + "…"
    return shown


def pages(items: Sequence[Item], width: float, height: float) -> list[tuple[tuple[Item, ...], int]]:
    """Paragraphs on as few slides as they need, each with the size of its type.

    On one slide they are as large as they can be. On several no slide is nearly empty, and only a paragraph that is too
    long for a slide of its own is divided, between words.
    """
    for size in TEXT_SIZES:
        if words_height(items, width, size) <= height:
            return [(tuple(items), size)] if items else []
    pieces = [piece for item in items for piece in _divided(item, width, height)]
    found = _packed(pieces, width, height)
    low, high = 0.0, height
    while high - low > 1:
        middle = (low + high) / 2
        if len(even := _packed(pieces, width, middle)) == len(found):
            found, high = even, middle
        else:
            low = middle
    return [(tuple(page), _SEVERAL) for page in found]


def _packed(items: Sequence[Item], width: float, height: float) -> list[list[Item]]:
    found: list[list[Item]] = [[]]
    for item in items:
        if found[-1] and words_height([*found[-1], item], width, _SEVERAL) > height:
            found.append([])
        found[-1].append(item)
    return found


def _divided(item: Item, width: float, height: float) -> list[Item]:
    """The paragraph, or pieces of it of which each fits on a slide."""
    if words_height([item], width, _SEVERAL) <= height:
        return [item]
    words, found = [piece for word in item.text.split(" ") for piece in _chunks(word)], list[Item]()
    while words:
        kept = _most(words, item, width, height)
        found.append(Item(" ".join(words[:kept]), item.begins, item.about))
        words = words[kept:]
    return found


_LONGEST = 60


def _chunks(word: str) -> list[str]:
    """A word without end in pieces."""
    return [word[at : at + _LONGEST] for at in range(0, len(word), _LONGEST)]


def _most(words: Sequence[str], item: Item, width: float, height: float) -> int:
    """How many of the words fit, at least one."""
    low, high = 1, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        if words_height([Item(" ".join(words[:middle]), item.begins, item.about)], width, _SEVERAL) <= height:
            low = middle
        else:
            high = middle - 1
    return low


def shared_out(count: int, most: int) -> list[range]:
    """Things in order on as few slides as they need, about as many on each."""
    slides = -(-count // most)
    return [range(count * number // slides, count * (number + 1) // slides) for number in range(slides)]
