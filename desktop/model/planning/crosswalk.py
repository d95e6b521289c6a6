"""The crosswalk: places of several models that speak of the same thing, whichever of their packs says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from desktop.model.maturity import Pack
from desktop.model.planning.origins import cell_origin
from desktop.model.planning.suggestions import ActionProposal, proposal
from desktop.model.scoring.results import ModelResult
from desktop.model.scoring.vocabulary import Rating

STRONG_FROM = 3
"""The level from which a stream or track speaks well of its place."""


class End(Struct, frozen=True):
    """One end of a link.

    Attributes:
        model: id of the model.
        part: id of the area, stream, track or statement that is linked.
        place: id of the area, stream or track; for a statement, of its track.
    """

    model: str
    part: str
    place: str

    @property
    def is_place(self) -> bool:
        """Whether the whole place is linked, not only a statement of it."""
        return self.part == self.place


class Bridge(Struct, frozen=True):
    """A link, seen from one end.

    Attributes:
        why: what both have in common, in the words of the pack that says so.
        said_by: id of that pack.
    """

    here: End
    there: End
    why: str
    said_by: str


class Loan(Struct, frozen=True):
    """Practices of another model that would help a place.

    Attributes:
        proposal: what to take up there.
        bridge: how the two places are linked.
    """

    proposal: ActionProposal
    bridge: Bridge


class Disagreement(Struct, frozen=True):
    """Two linked places whose results speak differently.

    Attributes:
        strong: the place that stands well.
        weak: the place that does not.
        strong_level: the level of a stream or track; None for a satisfied area.
        weak_level: likewise; None for an unsatisfied area.
        why: what both have in common.
    """

    strong: End
    weak: End
    strong_level: int | None
    weak_level: int | None
    why: str


def bridges(packs: Iterable[Pack]) -> tuple[Bridge, ...]:
    """Every link between these packs, seen from both ends.

    What both packs say of one pair is told once, in the words of the pack that comes first. Links to models that are
    not among the packs, and to ids that they have not, are left out.
    """
    by_id = {pack.id: pack for pack in packs}
    found: dict[tuple[End, End], Bridge] = {}
    for pack in by_id.values():
        for bridge in _declared(pack, by_id):
            for each in (bridge, Bridge(bridge.there, bridge.here, bridge.why, bridge.said_by)):
                found.setdefault((each.here, each.there), each)
    return tuple(found.values())


def bridges_from(packs: Iterable[Pack], model: str, place: str) -> tuple[Bridge, ...]:
    """The links of one place, its statements' links included.

    Args:
        packs: the models in use.
        model: id of the place's model.
        place: id of an area, stream or track.
    """
    return tuple(bridge for bridge in bridges(packs) if (bridge.here.model, bridge.here.place) == (model, place))


def loans(packs: Iterable[Pack], results: Iterable[ModelResult], model: str, place: str) -> tuple[Loan, ...]:
    """What other models offer for a place: the practices of the next cell of every linked stream, each stream once.

    A stream at its highest level has nothing more to offer.

    Args:
        packs: the models in use.
        results: their results.
        model: id of the place's model.
        place: id of an area, stream or track, as a rule a weak one.
    """
    by_id = {pack.id: pack for pack in packs}
    of_model = {result.model: result for result in results}
    found: dict[tuple[str, str], Loan] = {}
    for bridge in bridges_from(by_id.values(), model, place):
        there = bridge.there
        if (there.model, there.place) in found or there.model not in of_model:
            continue
        stream = next((stream for stream in of_model[there.model].streams if stream.id == there.place), None)
        if stream is not None and stream.next is not None:
            offered = proposal(by_id[there.model], of_model[there.model], cell_origin(stream.id, stream.next))
            found[there.model, there.place] = Loan(offered, bridge)
    return tuple(found.values())


def disagreements(packs: Iterable[Pack], results: Iterable[ModelResult]) -> tuple[Disagreement, ...]:
    """Linked places of which one stands well and the other does not.

    An area stands well when it is satisfied, and not when it is unsatisfied. A stream or track stands well from level
    3 up, and not at level 2 or below. What is not rated, not applicable, out of scope or not determined stands
    neither way. Only places linked as a whole are compared: a statement is too small a part of its track to speak for
    it. Levels of different models do not mean the same, so this is a reason to look again, never a fault.

    Args:
        packs: the models in use.
        results: their results.
    """
    stands = {(result.model, place): (well, level) for result in results for place, well, level in _standings(result)}
    return tuple(
        Disagreement(bridge.here, bridge.there, _level(stands, bridge.here), _level(stands, bridge.there), bridge.why)
        for bridge in bridges(packs)
        if bridge.here.is_place
        and bridge.there.is_place
        and _well(stands, bridge.here) is True
        and _well(stands, bridge.there) is False
    )


def _declared(pack: Pack, packs: Mapping[str, Pack]) -> Iterator[Bridge]:
    for link in pack.crosswalk:
        here = _end(pack, link.origin)
        other = packs.get(link.model)
        if here is None or other is None:
            continue
        for part in link.to:
            there = _end(other, part)
            if there is not None:
                yield Bridge(here, there, link.why, pack.id)


def _end(pack: Pack, part: str) -> End | None:
    if part in pack.place_by_id:
        return End(pack.id, part, part)
    if part in pack.statement_by_id:
        return End(pack.id, part, pack.statement_by_id[part][0].id)
    return None


_Standings = Mapping[tuple[str, str], tuple[bool | None, int | None]]


def _standings(result: ModelResult) -> Iterator[tuple[str, bool | None, int | None]]:
    """Each place: whether it stands well, None where it stands neither way, and its level where it has one."""
    ratings = {Rating.SATISFIED: True, Rating.UNSATISFIED: False}
    for area in result.areas:
        yield area.id, ratings.get(area.rating), None
    for stream in result.streams:
        yield stream.id, stream.level >= STRONG_FROM if stream.rated else None, stream.level
    for track in result.tracks:
        if track.level >= STRONG_FROM:
            yield track.id, True, track.level
        else:
            yield track.id, False if track.determined else None, track.level


def _well(stands: _Standings, end: End) -> bool | None:
    return stands.get((end.model, end.place), (None, None))[0]


def _level(stands: _Standings, end: End) -> int | None:
    return stands[end.model, end.place][1]
