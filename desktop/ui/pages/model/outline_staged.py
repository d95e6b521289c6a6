"""The outline of a model of key process areas: level by level, and in each area by area."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from desktop.language import _
from desktop.model.maturity.pack import Area, Feature, Level, Pack
from desktop.ui.pages.model.entries import Entry, Only, Part, level_entry, question_label, short, sought


def levels(pack: Pack, only: Only, numbers: Mapping[str, int]) -> Iterator[Entry]:
    """Each level with its areas; where one category is asked for, those levels that have some.

    Args:
        pack: the model.
        only: what is shown of it.
        numbers: of the questions, as forms print them.
    """
    for level in pack.levels:
        if only.shows(level.number):
            found = _level(pack, level, only.category, numbers)
            if found.under or only.category is None:
                yield found


def _level(pack: Pack, level: Level, category: str | None, numbers: Mapping[str, int]) -> Entry:
    areas = [area for area in pack.areas_at(level.number) if category is None or category in area.categories]
    return replace(level_entry(level), under=tuple(_area(pack, area, numbers) for area in areas))


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
