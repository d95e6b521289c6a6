"""What actions would lead to, in words."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.language import _
from desktop.model.maturity import Pack
from desktop.model.scoring.results import ModelResult
from desktop.wording import names, part_results
from desktop.wording.planning import what_if_text


def changes_text(pack: Pack, before: ModelResult, after: ModelResult) -> list[str]:
    """What would be otherwise: first the whole, then each place that would stand elsewhere, a line each."""
    return [_whole(before, after), *_places(pack, before, after)]


def _whole(before: ModelResult, after: ModelResult) -> str:
    if before.whole is None or after.whole is None:
        return what_if_text(before.level, after.level)
    now, then = (part_results.stands(each.result) for each in (before.whole, after.whole))
    if now == then:
        return _("It would stay at {before}.").format(before=now)
    return _("{before} would become {after}.").format(before=now, after=then)


def _places(pack: Pack, before: ModelResult, after: ModelResult) -> Iterator[str]:
    then: dict[str, str] = dict(_standing(after))
    for place, now in _standing(before):
        if then.get(place, now) != now:
            name = pack.place_by_id[place].name
            yield _("{place}: {before} → {after}").format(place=name, before=now, after=then[place])


def _standing(result: ModelResult) -> Iterator[tuple[str, str]]:
    yield from ((area.id, names.name(area.rating).lower()) for area in result.areas)
    levels = [(each.id, each.level) for each in result.streams] + [(each.id, each.level) for each in result.tracks]
    yield from ((place, _("level {number}").format(number=level)) for place, level in levels)
    yield from ((part.id, part_results.stands(part.result)) for part in result.parts[1:])
