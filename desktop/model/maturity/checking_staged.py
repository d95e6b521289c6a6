"""Whether a staged pack makes sense: areas at levels, goals that can be rated, questions that inform something."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.model.maturity.checking_scales import check_scale
from desktop.model.maturity.faults import FaultCode
from desktop.model.maturity.findings import Finding, finding, level_reference, reference, references
from desktop.model.maturity.nodes import Place
from desktop.model.maturity.pack import Area, Pack


def staged(pack: Pack) -> Iterator[Finding]:
    """What contradicts itself in the content of the scheme `staged`, or cannot be scored."""
    if pack.features and not pack.implementing:
        yield finding(("features",), FaultCode.FEATURE_NONE_IMPLEMENTING)
    for index, scale in enumerate(pack.scales):
        yield from check_scale(scale, ("scales", index))
    for index, area in enumerate(pack.areas):
        place: Place = ("areas", index)
        yield from _lists(area, place)
        yield from _prefixes(area, place)
        yield from _level(pack, area, place)
        yield from _area(pack, area, place)


def _lists(area: Area, place: Place) -> Iterator[Finding]:
    for key in ("categories", "goals"):
        if not getattr(area, key):
            yield finding((*place, key), FaultCode.LIST_EMPTY, key=key)
    for at, question in enumerate(area.questions):
        if not question.informs:
            yield finding((*place, "questions", at, "informs"), FaultCode.LIST_EMPTY, key="informs")


def _prefixes(area: Area, place: Place) -> Iterator[Finding]:
    prefix = f"{area.id}-"
    for key in ("goals", "practices", "questions"):
        for at, part in enumerate(getattr(area, key)):
            if not part.id.startswith(prefix):
                yield finding((*place, key, at, "id"), FaultCode.ID_PREFIX, id=part.id, prefix=prefix)


def _level(pack: Pack, area: Area, place: Place) -> Iterator[Finding]:
    yield from level_reference(pack, area.level, (*place, "level"))
    if area.level == 1:
        yield finding((*place, "level"), FaultCode.LEVEL_FIRST, id=area.id)


def _area(pack: Pack, area: Area, place: Place) -> Iterator[Finding]:
    goals = frozenset(goal.id for goal in area.goals)
    targets = goals | {practice.id for practice in area.practices}
    features = frozenset(feature.id for feature in pack.features)
    categories = frozenset(category.id for category in pack.categories)
    yield from references(area.categories, categories, (*place, "categories"), "categories")
    for index, practice in enumerate(area.practices):
        here = (*place, "practices", index)
        if practice.feature not in features:
            yield reference(practice.feature, features, (*here, "feature"), "features")
        yield from references(practice.goals, goals, (*here, "goals"), "goals", frozenset(pack.goal_by_id))
    elsewhere = frozenset(pack.goal_by_id) | frozenset(pack.practice_by_id)
    for index, question in enumerate(area.questions):
        here = (*place, "questions", index, "informs")
        yield from references(question.informs, targets, here, "targets", elsewhere)
    for index, goal in enumerate(area.goals):
        if pack.implementing and not any(p.feature in pack.implementing for p in area.practices_of(goal.id)):
            yield finding((*place, "goals", index), FaultCode.GOAL_UNSERVED, id=goal.id)
