"""Parts of models in cells: each with its id and its words, one a line."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.language import _
from desktop.model.maturity import Pack


def listed(pack: Pack, parts: Iterable[str]) -> str | None:
    """Goals, practices or statements by id with their words, a line each, and by ids alone where they are many."""
    found = list(parts)
    if len(found) > FEW:
        return ", ".join(found)
    return "\n".join(named(pack, part) for part in found) or None


FEW = 8
"""So many lines fit a row together; more are told by their ids alone."""


def named(pack: Pack, part: str) -> str:
    """A goal, practice or statement with its words; an area, stream or track with its name; else the id itself."""
    words = words_of(pack, part)
    return part if words is None else _("{id} {name}").format(id=part, name=words)


def words_of(pack: Pack, part: str) -> str | None:
    """What a goal, practice, statement, area, stream or track says or is called; None where there is no such part."""
    if part in pack.goal_by_id:
        return pack.goal_by_id[part][1].name
    if part in pack.item_by_id:
        return pack.item_by_id[part][2].text
    if part in pack.statement_by_id:
        return pack.statement_by_id[part][1].text
    place = pack.place_by_id.get(part)
    return None if place is None else place.name
