"""What an outline of a maturity model is made of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum

from msgspec import Struct

from desktop.language import _
from desktop.model.maturity.pack import Level, Pack
from desktop.wording.forms import question_number


class Part(StrEnum):
    """What an entry of the outline is."""

    MODEL = "model"
    LEVEL = "level"
    AREA = "area"
    GROUP = "group"
    GOAL = "goal"
    PRACTICE = "practice"
    QUESTION = "question"
    STREAM = "stream"
    CELL = "cell"
    ITEM = "item"
    METRIC = "metric"
    TRACK = "track"
    RUNG = "rung"
    STATEMENT = "statement"
    CAPS = "caps"
    CAP = "cap"
    PART = "part"


QUIET = frozenset({Part.GROUP, Part.CAPS})
"""Entries that only hold others together: they have no text of their own."""


class Entry(Struct, frozen=True):
    """An entry of the outline.

    Attributes:
        id: of what it shows; of a group, the id of what it belongs to with the group's name behind a slash; of a level
            of a stream or track, that id and the level, ``CTP-3``.
        text: what the outline says.
        sought: every text of it, in lower case.
        under: entries beneath it.
    """

    part: Part
    id: str
    text: str
    sought: str
    under: tuple[Entry, ...] = ()

    def says(self, words: Sequence[str]) -> bool:
        """Whether all words, in lower case, are found in its own texts."""
        return bool(words) and self.part not in QUIET and all(word in self.sought for word in words)

    def walk(self) -> Iterator[Entry]:
        """It and everything beneath it."""
        yield self
        for entry in self.under:
            yield from entry.walk()


class Only(Struct, frozen=True):
    """What is shown of a model.

    Attributes:
        level: only this level; None for all.
        category: only areas of this category, likewise.
    """

    level: int | None = None
    category: str | None = None

    def shows(self, level: int) -> bool:
        """Whether a level is shown."""
        return self.level in (None, level)


def level_entry(level: Level) -> Entry:
    """A level, without what stands beneath it."""
    return Entry(Part.LEVEL, str(level.number), level_text(level), sought(level.name, level.summary))


def bare_levels(pack: Pack, only: Only) -> Iterator[Entry]:
    """The levels as such, where nothing stands beneath them."""
    return (level_entry(level) for level in pack.levels if only.shows(level.number))


def level_text(level: Level) -> str:
    """What a level is called."""
    return _("Level {number} {name}").format(number=level.number, name=level.name)


def sought(*parts: str) -> str:
    """Texts as a search looks through them."""
    return "\n".join(parts).casefold()


def question_label(question: str, numbers: Mapping[str, int]) -> str:
    """The number of a question as forms print it; of one that no form asks, that it is a question."""
    return question_number(numbers[question]) if question in numbers else _("Question")


def short(code: str, above: str = "") -> str:
    """An id without that of what it stands beneath; without `above`, without its first part."""
    if above:
        return code.removeprefix(f"{above}-")
    return code.partition("-")[2] or code
