"""Suggested actions: what a result asks to be done next, with what would show whether it works.

Only what the team judged to be wanting is suggested: judging comes before improving.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from desktop.model.maturity import Cell, Direction, Metric, Pack
from desktop.model.planning.origins import (
    Origin,
    OriginKind,
    cell_origin,
    find,
    find_cell,
    goal_origin,
    part_origin,
    statement_origin,
)
from desktop.model.scoring.results import ModelResult
from desktop.model.scoring.statements import OPEN
from desktop.model.scoring.vocabulary import Rating


class MeasureProposal(Struct, frozen=True):
    """A measure that would show whether an action works.

    Attributes:
        metric: id of the metric it comes from.
        unit: what its values are counted in.
        direction: which way its values get better.
        how: what is measured, over what, and how often.
    """

    metric: str
    name: str
    unit: str
    direction: Direction
    how: str


class ActionProposal(Struct, frozen=True):
    """An action that could be taken up. `desktop.wording.planning` has its words.

    Attributes:
        origin: what it comes from, e.g. ``cell:CTP-3``; the same in every result, so that it can be told whether it
            was taken up.
        kind: what is to be reached.
        model: id of the model.
        place: id of the area, stream or track.
        part: id of the goal, cell (``CTP-3``) or statement.
        level: the level that asks for it.
        practices: ids of the practices to take up: weak ones of a goal, those not ticked of a stream.
        outcomes: ids of the outcomes to expect.
        along: ids of goals of the same area that are reached with it, since they wait for none but its practices.
        measures: what would show whether it works.
    """

    origin: str
    kind: OriginKind
    model: str
    place: str
    part: str
    level: int
    practices: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    measures: tuple[MeasureProposal, ...] = ()
    along: tuple[str, ...] = ()


def suggestions(pack: Pack, result: ModelResult) -> tuple[ActionProposal, ...]:
    """The actions that a result suggests.

    Staged: each unsatisfied goal with its weak practices. Streams: the next level of each stream that is rated, with
    the practices to tick, the outcomes to expect and the metrics. Criteria: the statements that stop each track. Own
    rules: the parts with an answer below their target, and those that block the next level of a part that climbs. What
    stands before the model's next level comes first, the least work first; then the rest, lower levels first.

    Args:
        pack: the model.
        result: its result.
    """
    first = {blocker.place: rank for rank, blocker in enumerate(result.level.blockers)}
    found: dict[str, tuple[int, ActionProposal]] = {}
    for place, origin in _wanting(result):
        if origin not in found:
            made = proposal(pack, result, origin)
            found[origin] = (first.get(place, len(first)), made)
    ordered = sorted(found.values(), key=lambda ranked: (ranked[0], ranked[1].level))
    return tuple(made for _rank, made in ordered)


def proposal(pack: Pack, result: ModelResult, origin: str) -> ActionProposal:
    """The action that reaches a goal, takes up a cell or meets a statement, whether suggested or not.

    Args:
        pack: the model.
        result: its result.
        origin: what is to be reached.

    Raises:
        KeyError: the model has nothing of this origin.
    """
    found = find(pack, origin)
    if found is None:
        raise KeyError(origin)
    cell = None
    if found.kind is OriginKind.CELL:
        at = find_cell(pack, found.part)
        cell = at[1] if at else None
    return ActionProposal(
        origin=str(found),
        kind=found.kind,
        model=pack.id,
        place=found.place,
        part=found.part,
        level=found.level,
        practices=_practices(result, found, cell),
        outcomes=tuple(outcome.id for outcome in cell.outcomes) if cell else (),
        measures=tuple(map(_measure, cell.metrics)) if cell else (),
        along=tuple(_along(pack, result, found)) if found.kind is OriginKind.GOAL else (),
    )


def _wanting(result: ModelResult) -> Iterator[tuple[str, str]]:
    """Origins of what is wanting, each with the place that it stands before; one may stand before several."""
    for area in sorted(result.areas, key=lambda area: area.level):
        yield from ((area.id, goal_origin(goal.id)) for goal in area.goals if goal.rating is Rating.UNSATISFIED)
    for stream in sorted(result.streams, key=lambda stream: stream.level):
        if stream.rated and stream.next is not None:
            yield stream.id, cell_origin(stream.id, stream.next)
    yield from ((part, part_origin(part)) for part in _short(result))
    values = {statement.id: statement.value for statement in result.statements}
    ranks = [blocker.place for blocker in result.level.blockers]
    for track in sorted(result.tracks, key=lambda track: ranks.index(track.id) if track.id in ranks else len(ranks)):
        for statement in track.stopping:
            if values[statement] not in OPEN:
                yield track.id, statement_origin(statement)


def _short(result: ModelResult) -> Iterator[str]:
    """Parts with an answer of their own that fall short: of their target, the largest gap first, or of a next level."""
    answered = [part for part in result.parts if part.answer is not None and part.result.point is not None]
    yield from (part.id for part in sorted(answered, key=lambda part: -(part.gap or 0)) if part.gap)
    known = {part.id for part in answered}
    for part in result.parts:
        if part.ahead is not None and part.result.point is not None:
            yield from (id_ for id_ in part.ahead.fails if id_ in known)


def _practices(result: ModelResult, origin: Origin, cell: Cell | None) -> tuple[str, ...]:
    match origin.kind:
        case OriginKind.GOAL:
            goals = (goal for area in result.areas if area.id == origin.place for goal in area.goals)
            return next((goal.weak for goal in goals if goal.id == origin.part), ())
        case OriginKind.CELL if cell is not None:
            stream = next((stream for stream in result.streams if stream.id == origin.place), None)
            if stream is not None and stream.next == cell.level:
                return stream.missing
            return tuple(practice.id for practice in cell.practices)
    return ()


def _along(pack: Pack, result: ModelResult, origin: Origin) -> Iterator[str]:
    """Goals that wait for nothing but practices which serve this one as well."""
    area = pack.area_by_id[origin.place]
    served = {practice.id for practice in area.practices if origin.part in area.goals_of(practice)}
    for goal in (goal for each in result.areas if each.id == area.id for goal in each.goals):
        waits = {*goal.weak, *goal.open}
        itself = bool(goal.trace.facts.get("weaknesses_significant"))
        if goal.id != origin.part and goal.rating is Rating.UNSATISFIED and waits and waits <= served and not itself:
            yield goal.id


def _measure(metric: Metric) -> MeasureProposal:
    return MeasureProposal(metric.id, metric.name, metric.unit, metric.direction, metric.how)
