"""The road of a model: what is still to be reached, what each step asks for, and the actions that serve it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Protocol, TypeVar

from msgspec import Struct

from desktop.model.evaluation.states import Point
from desktop.model.maturity.pack import Pack
from desktop.model.maturity.parts import WHOLE
from desktop.model.maturity.parts_pack import PartsPack
from desktop.model.planning.aims import Aim, aim_of
from desktop.model.planning.next_points import next_of, standing_before
from desktop.model.records import ActionStatus
from desktop.model.scoring.results import ModelResult
from desktop.model.scoring.statements import OPEN
from desktop.model.scoring.vocabulary import EXCLUDED, Fulfilment, Rating


class Planned(Protocol):
    """An action."""

    @property
    def number(self) -> int:
        """Its number."""

    @property
    def model(self) -> str:
        """The model it improves."""

    @property
    def aim(self) -> str:
        """The part that it improves."""

    @property
    def status(self) -> ActionStatus:
        """Where it stands."""


A = TypeVar("A", bound=Planned)


class RoadStep(Struct, frozen=True):
    """Something to reach.

    Attributes:
        place: id of the track or part that is to reach it; `WHOLE` for the model.
        wanted: the level, or what a part by rules of its own is to become.
        asks: ids of what it asks for and does not have: areas, streams, statements or parts, in the model's order.
        open: ids of those of them of which nothing is judged or known.
    """

    place: str
    wanted: int | Point
    asks: tuple[str, ...]
    open: frozenset[str]


def road(pack: Pack, result: ModelResult) -> tuple[RoadStep, ...]:
    """What is still to be reached, the lowest first; steps that ask for nothing here are left out.

    Staged: every level above the one that is reached, with its areas. Streams: every level above that of the weakest
    stream, with the streams whose next level it is. Criteria: every level of each track up to its target, or to the top
    where none is set, with its statements. Own rules: what the whole, and every part that follows from others, is to
    become next, with what stands before that.

    Args:
        pack: the model.
        result: its result.
    """
    if isinstance(pack, PartsPack):
        return tuple(_of_parts(pack, result))
    return tuple(_of_tracks(result) if result.tracks else _of_levels(pack, result))


def serving(
    pack: Pack, result: ModelResult, steps: Sequence[RoadStep], actions: Iterable[A]
) -> tuple[tuple[A, ...], ...]:
    """What is planned for each step of a road or done, by number; dropped actions are left out.

    Args:
        pack: the model.
        result: its result.
        steps: its road.
        actions: the actions of the assessment, of this and other models.
    """
    served: list[list[A]] = [[] for _step in steps]
    for action in sorted(actions, key=lambda each: each.number):
        aim = aim_of(pack, action.aim) if action.model == pack.id else None
        if aim is not None and action.status is not ActionStatus.DROPPED:
            for found in islice(_serves(pack, result, steps, aim), 1):
                served[found].append(action)
    return tuple(map(tuple, served))


def _of_levels(pack: Pack, result: ModelResult) -> Iterator[RoadStep]:
    """The levels of the whole: those with an area that counts, or those of streams."""
    empty = {int(group.id) for group in result.levels if not group.areas}
    for level in sorted(level.number for level in pack.levels if level.number not in empty):
        if level <= result.level.reached:
            continue
        areas = [each for each in result.areas if each.level == level and each.rating not in EXCLUDED]
        short = {each.id: each.rating for each in areas if each.rating is not Rating.SATISFIED}
        streams = {each.id: each.rated for each in result.streams if each.excluded is None and each.next == level}
        open_ = [id_ for id_, rating in short.items() if rating is Rating.NOT_RATED]
        open_ += [id_ for id_, rated in streams.items() if not rated]
        yield RoadStep(WHOLE, level, (*short, *streams), frozenset(open_))


def _of_tracks(result: ModelResult) -> Iterator[RoadStep]:
    lacking = (Fulfilment.NOT_MET, Fulfilment.PARTLY_MET, *OPEN)
    for track in result.tracks:
        for level in track.levels if track.excluded is None else ():
            here = [each for each in result.statements if (each.track, each.level) == (track.id, level.level)]
            asks = {each.id: each.value for each in here if each.value in lacking}
            if asks and (track.target is None or level.level <= track.target):
                open_ = frozenset(id_ for id_, value in asks.items() if value in OPEN)
                yield RoadStep(track.id, level.level, tuple(asks), open_)


def _of_parts(pack: PartsPack, result: ModelResult) -> Iterator[RoadStep]:
    book, known = pack.rules, {part.id: part for part in result.parts}
    for part in book.parts:
        found = known[part.id]
        closed = found.result.blank is not None and found.result.blank.closed
        wanted = next_of(book, found) if book.kind_of(part).counts and not closed else None
        asks = standing_before(book, found, known) if wanted is not None else ()
        if wanted is not None and asks:
            open_ = frozenset(id_ for id_ in asks if known[id_].result.blank is not None)
            yield RoadStep(WHOLE if part.parent is None else part.id, wanted, asks, open_)


def _serves(pack: Pack, result: ModelResult, steps: Sequence[RoadStep], aim: Aim) -> Iterator[int]:
    """Places of the steps that an action may serve, the closest first."""
    if isinstance(pack, PartsPack):
        yield from (number for number, step in enumerate(steps) if aim.place in step.asks)
        above = [aim.place, *_above(pack, aim.place)]
        homes = {WHOLE if id_ == pack.rules.root.id else id_: rank for rank, id_ in enumerate(above)}
        near = [(homes[step.place], number) for number, step in enumerate(steps) if step.place in homes]
        yield from (number for _rank, number in sorted(near))
        return
    following = {
        **{stream.id: stream.next for stream in result.streams},
        **{track.id: track.next for track in result.tracks},
        **{area.id: area.level for area in result.areas},
    }
    level = following.get(aim.place) if aim.part is None else aim.part.level
    sought = (aim.place if result.tracks else WHOLE), level
    yield from (number for number, step in enumerate(steps) if (step.place, step.wanted) == sought)


def _above(pack: PartsPack, part: str) -> Iterator[str]:
    parent = pack.rules.part_by_id[part].parent
    while parent is not None:
        yield parent
        parent = pack.rules.part_by_id[parent].parent
