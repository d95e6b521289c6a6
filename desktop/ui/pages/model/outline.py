"""A maturity model as an outline: what stands under what, and which texts a search looks through."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from desktop.language import _
from desktop.model.maturity.pack import Area, Feature, Level, Pack
from desktop.model.maturity.parts_pack import rules_of
from desktop.model.maturity.vocabulary import Scheme
from desktop.ui.pages.model import outline_growth, outline_parts
from desktop.ui.pages.model.entries import Entry, Part, question_label, short, sought

__all__ = ["Entry", "Part", "outline"]


def outline(
    pack: Pack,
    level: int | None = None,
    category: str | None = None,
    numbers: Mapping[str, int] | None = None,
) -> tuple[Entry, ...]:
    """The model itself, then what it consists of: levels with their areas, or streams or tracks with their levels.

    Args:
        pack: the model.
        level: only this level.
        category: only areas of this category, and levels that have one.
        numbers: of the questions, as forms print them.
    """
    known = numbers or {}
    match pack.scheme:
        case Scheme.STAGED:
            levels = [
                _level(pack, item, category, known) for item in pack.levels if level is None or item.number == level
            ]
            return (_about(pack), *(entry for entry in levels if entry.under or category is None))
        case Scheme.STREAMS:
            return (_about(pack, *_levels(pack, level)), *outline_growth.streams(pack, level, known))
        case Scheme.CRITERIA:
            return (_about(pack, *_levels(pack, level)), *outline_growth.tracks(pack, level))
        case Scheme.PARTS:
            return (_about(pack, *_levels(pack, level)), outline_parts.tree(rules_of(pack), level))


def _about(pack: Pack, *under: Entry) -> Entry:
    text = _("About {model}").format(model=pack.name)
    return Entry(Part.MODEL, "", text, sought(pack.name, pack.summary, *_notes(pack)), under)


def _levels(pack: Pack, number: int | None) -> Iterator[Entry]:
    """The levels as such, where areas do not stand beneath them."""
    for level in pack.levels:
        if number in (None, level.number):
            text = _("Level {number} {name}").format(number=level.number, name=level.name)
            yield Entry(Part.LEVEL, str(level.number), text, sought(level.name, level.summary))


def _level(pack: Pack, level: Level, category: str | None, numbers: Mapping[str, int]) -> Entry:
    areas = [area for area in pack.areas_at(level.number) if category is None or category in area.categories]
    return Entry(
        Part.LEVEL,
        str(level.number),
        _("Level {number} {name}").format(number=level.number, name=level.name),
        sought(level.name, level.summary),
        tuple(_area(pack, area, numbers) for area in areas),
    )


def _area(pack: Pack, area: Area, numbers: Mapping[str, int]) -> Entry:
    goals = tuple(
        Entry(Part.GOAL, goal.id, f"{short(goal.id)}  {goal.name}", sought(goal.id, goal.name, goal.text))
        for goal in area.goals
    )
    questions = tuple(
        Entry(
            Part.QUESTION,
            item.id,
            f"{question_label(item.id, numbers)}  {item.text}",
            sought(question_label(item.id, numbers), item.id, item.text, item.help),
        )
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
        sought(area.id, area.name, area.purpose, area.introduction, *area.good, *area.evidence),
        tuple(group for group in groups if group.under),
    )


def _feature(area: Area, feature: Feature) -> Entry:
    practices = tuple(
        Entry(Part.PRACTICE, item.id, f"{short(item.id)}  {item.text}", sought(item.id, item.text, item.detail))
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
    if pack.guidance is not None:
        yield from pack.guidance.notes
        yield from (warning.text for warning in pack.guidance.warnings)
