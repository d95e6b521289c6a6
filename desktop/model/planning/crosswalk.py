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

_BOTTOM, _FAR = 1, 2
"""The level at which streams and tracks begin, and how many levels are more than a matter of judgement."""


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
        strong: the place that stands higher.
        weak: the other.
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
    """Linked places that cannot both be right, those farthest apart first; see `_is_real`.

    What is not rated, not applicable, out of scope or not determined says nothing. Only places linked as a whole are
    compared: a statement is too small a part of its track to speak for it. Levels of different models do not mean the
    same, so this is a reason to look again, never a fault.

    Args:
        packs: the models in use.
        results: their results.
    """
    stands = {(result.model, place): each for result in results for place, each in _standings(result)}
    found = []
    for bridge in bridges(packs):
        strong = stands.get((bridge.here.model, bridge.here.place)) if bridge.here.is_place else None
        weak = stands.get((bridge.there.model, bridge.there.place)) if bridge.there.is_place else None
        if strong is not None and weak is not None and _is_real(strong, weak):
            told = Disagreement(bridge.here, bridge.there, _level(strong), _level(weak), bridge.why)
            found.append((strong.level - weak.level, told))
    return tuple(told for _apart, told in sorted(found, key=lambda each: -each[0]))


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


class _Standing(Struct, frozen=True):
    """What a result says of a place.

    Attributes:
        level: the level that it shows to be reached: a satisfied area its own, an unsatisfied one the level below.
        satisfied: of an area, whether it is; None for a stream or track.
        lowest: whether nothing is below `level` in its model.
    """

    level: int
    satisfied: bool | None
    lowest: bool


def _standings(result: ModelResult) -> Iterator[tuple[str, _Standing]]:
    for area in result.areas:
        if area.rating is Rating.SATISFIED:
            yield area.id, _Standing(area.level, satisfied=True, lowest=False)
        elif area.rating is Rating.UNSATISFIED:
            yield area.id, _Standing(area.level - 1, satisfied=False, lowest=False)
    for stream in result.streams:
        if stream.rated:
            yield stream.id, _Standing(stream.level, satisfied=None, lowest=stream.level == _BOTTOM)
    for track in result.tracks:
        if track.excluded is None and (track.determined or track.level >= STRONG_FROM):
            yield track.id, _Standing(track.level, satisfied=None, lowest=track.level == _BOTTOM)


def _is_real(strong: _Standing, weak: _Standing) -> bool:
    """Whether two places that speak of the same thing cannot both be right.

    Two levels are one step apart as soon as two teams look, so that is no disagreement. A satisfied area disagrees
    with what has not left the lowest level, or stands two levels below the area's; an unsatisfied one with what
    stands at the area's level or above and at 3 or above; two areas, where the level of the satisfied one is not
    below that of the other; streams and tracks, where they are two levels apart.
    """
    if weak.satisfied is not None:
        return (
            strong.satisfied is not False
            and not weak.satisfied
            and strong.level > weak.level
            and (strong.satisfied is True or strong.level >= STRONG_FROM)
        )
    if strong.satisfied is False:
        return False
    return strong.level - weak.level >= _FAR or (strong.satisfied is True and weak.lowest)


def _level(standing: _Standing) -> int | None:
    return standing.level if standing.satisfied is None else None
