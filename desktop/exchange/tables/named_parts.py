"""Parts of a model in cells, each with its id and its words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from msgspec import Struct

from desktop.exchange.deliverable import ScoredModel
from desktop.exchange.tables.table import Parts
from desktop.language import _
from desktop.model.maturity import Pack
from desktop.model.scoring.results import TrackResult
from desktop.wording import names


def listed(pack: Pack, parts: Sequence[str]) -> Parts:
    """Goals, practices or statements with their words."""
    return Parts(tuple(parts), partial(_named, pack))


class Stop(Struct, frozen=True):
    """A statement that stops a level, or a cap that holds a track down.

    Attributes:
        text: the statement, or the reason of the cap.
        state: how the statement stands, or to which level the cap holds.
    """

    id: str
    text: str
    state: str


def caps_of(part: ScoredModel, track: TrackResult) -> tuple[Stop, ...]:
    """What holds a track down, in the model's order."""
    return tuple(
        Stop(cap.id, cap.reason, _("not above level {level}").format(level=cap.at_most))
        for cap in part.pack.caps
        if cap.id in track.caps
    )


def stops_of(part: ScoredModel, statements: Sequence[str]) -> tuple[Stop, ...]:
    """Statements with how they stand."""
    values = {statement.id: statement.value for statement in part.result.statements}
    return tuple(Stop(id_, part.pack.text_by_id[id_], names.fulfilment(values[id_])) for id_ in statements)


def statements(part: ScoredModel, ids: Sequence[str]) -> Parts:
    """Statements with how they stand."""
    return _with_states(stops_of(part, ids))


def caps(part: ScoredModel, track: TrackResult) -> Parts:
    """What holds a track down, with the level above which it cannot get."""
    return _with_states(caps_of(part, track))


def _with_states(stops: Sequence[Stop]) -> Parts:
    told = {
        stop.id: _("{id} {text} ({state})").format(id=stop.id, text=stop.text, state=stop.state.lower())
        for stop in stops
    }
    return Parts(tuple(told), told.__getitem__)


def _named(pack: Pack, part: str) -> str:
    text = pack.text_by_id.get(part)
    return part if text is None else _("{id} {name}").format(id=part, name=text)
