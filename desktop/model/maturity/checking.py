"""Whether a pack makes sense: references, ids, order, scales, and that every goal and question can be worked with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from desktop.model.errors import Fact
from desktop.model.maturity.faults import FaultCode
from desktop.model.maturity.nodes import Place
from desktop.model.maturity.pack import Area, Pack, Scale
from desktop.model.maturity.structure import nearest
from desktop.model.maturity.vocabulary import BlankKind, Scheme


class Finding(Struct, frozen=True):
    """A fault before its line is known."""

    place: Place
    code: FaultCode
    facts: dict[str, Fact]


def findings(pack: Pack) -> Iterator[Finding]:
    """Everything in a well-formed pack that contradicts itself or cannot be scored."""
    yield from _lists(pack)
    yield from _ids(pack)
    yield from _levels(pack)
    if pack.features and not pack.implementing:
        yield _finding(("features",), FaultCode.FEATURE_NONE_IMPLEMENTING)
    for index, scale in enumerate(pack.scales):
        yield from _scale(scale, ("scales", index))
    known = frozenset(part_id for _place, part_id in (*_outer_ids(pack), *_inner_ids(pack)))
    for index, note in enumerate(pack.sources):
        yield from _references(note.about, known, ("sources", index, "about"), "anything")
    for index, area in enumerate(pack.areas):
        yield from _area(pack, area, ("areas", index))


def _finding(place: Place, code: FaultCode, **facts: Fact) -> Finding:
    return Finding(place, code, facts)


def _lists(pack: Pack) -> Iterator[Finding]:
    for key in ("levels", "categories", "features", "scales", "areas"):
        if not getattr(pack, key):
            yield _finding((key,), FaultCode.LIST_EMPTY, key=key)
    for index, area in enumerate(pack.areas):
        for key in ("categories", "goals"):
            if not getattr(area, key):
                yield _finding(("areas", index, key), FaultCode.LIST_EMPTY, key=key)
        for at, question in enumerate(area.questions):
            if not question.informs:
                yield _finding(("areas", index, "questions", at, "informs"), FaultCode.LIST_EMPTY, key="informs")


def _ids(pack: Pack) -> Iterator[Finding]:
    seen: set[str] = set()
    for place, part_id in (*_outer_ids(pack), *_inner_ids(pack)):
        if part_id in seen:
            yield _finding(place, FaultCode.ID_TWICE, id=part_id)
        seen.add(part_id)
    for place, part_id in _inner_ids(pack):
        prefix = f"{pack.areas[int(place[1])].id}-"
        if not part_id.startswith(prefix):
            yield _finding(place, FaultCode.ID_PREFIX, id=part_id, prefix=prefix)


def _outer_ids(pack: Pack) -> Iterator[tuple[Place, str]]:
    for key in ("categories", "features", "scales", "areas"):
        for index, part in enumerate(getattr(pack, key)):
            yield (key, index, "id"), part.id


def _inner_ids(pack: Pack) -> Iterator[tuple[Place, str]]:
    for index, area in enumerate(pack.areas):
        for key in ("goals", "practices", "questions"):
            for at, part in enumerate(getattr(area, key)):
                yield ("areas", index, key, at, "id"), part.id


def _levels(pack: Pack) -> Iterator[Finding]:
    for index, level in enumerate(pack.levels):
        if level.number != index + 1:
            yield _finding(("levels", index, "number"), FaultCode.LEVEL_ORDER, number=level.number, expected=index + 1)
            break
    numbers = frozenset(level.number for level in pack.levels)
    for index, area in enumerate(pack.areas):
        place = ("areas", index, "level")
        if area.level not in numbers:
            yield _finding(place, FaultCode.REFERENCE_DANGLING, id=str(area.level), kind="levels", nearest="")
        elif area.level == 1 and pack.scheme is Scheme.STAGED:
            yield _finding(place, FaultCode.LEVEL_FIRST, id=area.id)


def _scale(scale: Scale, place: Place) -> Iterator[Finding]:
    choices = (*place, "choices")
    if len(scale.answers) < 2:
        yield _finding(choices, FaultCode.SCALE_ANSWERS, id=scale.id, count=len(scale.answers))
    ids = [choice.id for choice in scale.choices]
    for index, choice_id in enumerate(ids):
        if choice_id in ids[:index]:
            yield _finding((*choices, index, "id"), FaultCode.CHOICE_TWICE, id=choice_id)
    yield from _answers(scale, choices)
    yield from _blanks(scale, choices)


def _answers(scale: Scale, place: Place) -> Iterator[Finding]:
    last: int | None = None
    for index, choice in enumerate(scale.choices):
        if choice.blank is not None:
            continue
        if any(before.blank for before in scale.choices[:index]):
            yield _finding((*place, index), FaultCode.BLANK_ORDER, id=choice.id)
        if choice.percent is None:
            yield _finding((*place, index), FaultCode.PERCENT_MISSING, id=choice.id)
            continue
        if last is not None and choice.percent >= last:
            yield _finding((*place, index, "percent"), FaultCode.PERCENT_ORDER, percent=choice.percent, above=last)
        last = choice.percent


def _blanks(scale: Scale, place: Place) -> Iterator[Finding]:
    seen: set[BlankKind] = set()
    for index, choice in enumerate(scale.choices):
        if choice.blank is None:
            continue
        if choice.percent is not None:
            yield _finding((*place, index, "percent"), FaultCode.PERCENT_BLANK, id=choice.id)
        if choice.blank in seen:
            yield _finding((*place, index, "blank"), FaultCode.BLANK_TWICE, blank=choice.blank.value)
        seen.add(choice.blank)
    for blank in BlankKind:
        if blank not in seen:
            yield _finding(place, FaultCode.BLANK_MISSING, id=scale.id, blank=blank.value)


def _area(pack: Pack, area: Area, place: Place) -> Iterator[Finding]:
    goals = frozenset(goal.id for goal in area.goals)
    targets = goals | {practice.id for practice in area.practices}
    features = frozenset(feature.id for feature in pack.features)
    categories = frozenset(category.id for category in pack.categories)
    yield from _references(area.categories, categories, (*place, "categories"), "categories")
    for index, practice in enumerate(area.practices):
        here = (*place, "practices", index)
        yield from _references((practice.feature,), features, (*here, "feature"), "features")
        yield from _references(practice.goals, goals, (*here, "goals"), "goals", frozenset(pack.goal_by_id))
    elsewhere = frozenset(pack.goal_by_id) | frozenset(pack.practice_by_id)
    for index, question in enumerate(area.questions):
        here = (*place, "questions", index, "informs")
        yield from _references(question.informs, targets, here, "targets", elsewhere)
    for index, goal in enumerate(area.goals):
        if pack.implementing and not any(p.feature in pack.implementing for p in area.practices_of(goal.id)):
            yield _finding((*place, "goals", index), FaultCode.GOAL_UNSERVED, id=goal.id)


def _references(
    ids: Iterable[str], known: frozenset[str], place: Place, kind: str, elsewhere: frozenset[str] = frozenset()
) -> Iterator[Finding]:
    seen: set[str] = set()
    for index, part_id in enumerate(ids):
        here = place if kind == "features" else (*place, index)
        if part_id in seen:
            yield _finding(here, FaultCode.REFERENCE_TWICE, id=part_id)
        elif part_id in known:
            pass
        elif part_id in elsewhere:
            yield _finding(here, FaultCode.REFERENCE_FOREIGN, id=part_id)
        else:
            facts: dict[str, Fact] = {"id": part_id, "kind": kind, "nearest": nearest(part_id, tuple(sorted(known)))}
            yield Finding(here, FaultCode.REFERENCE_DANGLING, facts)
        seen.add(part_id)
