"""A maturity model as an outline: what stands under what, and which texts a search looks through."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum

from msgspec import Struct

from desktop.language import _
from desktop.model.maturity.pack import Area, Feature, Level, Pack


class Part(StrEnum):
    """What an entry of the outline is."""

    MODEL = "model"
    LEVEL = "level"
    AREA = "area"
    GROUP = "group"
    GOAL = "goal"
    PRACTICE = "practice"
    QUESTION = "question"


class Entry(Struct, frozen=True):
    """An entry of the outline.

    Attributes:
        id: of what it shows; of a group, the area's id with the group's name behind a slash.
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
        return bool(words) and self.part is not Part.GROUP and all(word in self.sought for word in words)

    def walk(self) -> Iterator[Entry]:
        """It and everything beneath it."""
        yield self
        for entry in self.under:
            yield from entry.walk()


def outline(pack: Pack, level: int | None = None, category: str | None = None) -> tuple[Entry, ...]:
    """The model itself, then its levels with their areas.

    Args:
        pack: the model.
        level: only this level.
        category: only areas of this category, and levels that have one.
    """
    about = Entry(
        Part.MODEL, "", _("About {model}").format(model=pack.name), _text(pack.name, pack.summary, *_notes(pack))
    )
    levels = [_level(pack, item, category) for item in pack.levels if level is None or item.number == level]
    return (about, *(entry for entry in levels if entry.under or category is None))


def _level(pack: Pack, level: Level, category: str | None) -> Entry:
    areas = [area for area in pack.areas_at(level.number) if category is None or category in area.categories]
    return Entry(
        Part.LEVEL,
        str(level.number),
        _("Level {number} {name}").format(number=level.number, name=level.name),
        _text(level.name, level.summary),
        tuple(_area(pack, area) for area in areas),
    )


def _area(pack: Pack, area: Area) -> Entry:
    goals = tuple(
        Entry(Part.GOAL, goal.id, f"{_short(goal.id)}  {goal.name}", _text(goal.id, goal.name, goal.text))
        for goal in area.goals
    )
    questions = tuple(
        Entry(Part.QUESTION, item.id, f"{_short(item.id)}  {item.text}", _text(item.id, item.text, item.help))
        for item in area.questions
    )
    features = (_feature(area, feature) for feature in pack.features)
    groups = (
        _group(area, "goals", _("Goals"), goals),
        *features,
        _group(area, "questions", _("Questions"), questions),
    )
    return Entry(
        Part.AREA,
        area.id,
        area.name,
        _text(area.id, area.name, area.purpose, area.introduction, *area.good, *area.evidence),
        tuple(group for group in groups if group.under),
    )


def _feature(area: Area, feature: Feature) -> Entry:
    practices = tuple(
        Entry(Part.PRACTICE, item.id, f"{_short(item.id)}  {item.text}", _text(item.id, item.text, item.detail))
        for item in area.practices
        if item.feature == feature.id
    )
    return _group(area, feature.id, feature.name, practices)


def _group(area: Area, key: str, name: str, under: tuple[Entry, ...]) -> Entry:
    return Entry(Part.GROUP, f"{area.id}/{key}", name, "", under)


def _notes(pack: Pack) -> Iterator[str]:
    yield pack.based_on
    for source in pack.sources:
        yield source.note


def _text(*parts: str) -> str:
    return "\n".join(parts).casefold()


def _short(code: str) -> str:
    """An id without its area, as it stands beneath it."""
    return code.partition("-")[2] or code
