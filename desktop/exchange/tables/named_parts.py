"""Parts of a model in cells, each with its id and its words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from desktop.exchange.deliverable import ScoredModel
from desktop.exchange.tables.table import Parts
from desktop.language import _
from desktop.model.maturity import Pack
from desktop.wording import names


def listed(pack: Pack, parts: Sequence[str]) -> Parts:
    """Goals, practices or statements with their words."""
    return Parts(tuple(parts), partial(_named, pack))


def statements(part: ScoredModel, ids: Sequence[str]) -> Parts:
    """Statements with how they stand."""
    values = {statement.id: statement.value for statement in part.result.statements}

    def told(id_: str) -> str:
        text = part.pack.statement_by_id[id_][1].text
        return _("{id} {text} ({state})").format(id=id_, text=text, state=names.fulfilment(values[id_]).lower())

    return Parts(tuple(ids), told)


def caps(part: ScoredModel, ids: Sequence[str]) -> Parts:
    """Caps with the level above which they let nothing get."""

    def told(id_: str) -> str:
        cap = part.pack.cap_by_id[id_]
        state = _("not above level {level}").format(level=cap.at_most)
        return _("{id} {reason} ({state})").format(id=id_, reason=cap.reason, state=state)

    return Parts(tuple(ids), told)


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


def _named(pack: Pack, part: str) -> str:
    words = words_of(pack, part)
    return part if words is None else _("{id} {name}").format(id=part, name=words)
