"""The team's word over the rule's: what it may say, and what that makes of a result."""

from __future__ import annotations

from enum import StrEnum

from msgspec.structs import replace

from desktop.model.evaluation.blank_reasons import BlankReason
from desktop.model.evaluation.climbing import levels
from desktop.model.evaluation.states import Extent, Point, State, at, distance, to_point
from desktop.model.maturity.rulebook import JudgedRule, PartKind
from desktop.model.maturity.rulebook.values import Limit


class Effect(StrEnum):
    """What the team's word does."""

    NONE = "none"
    SET = "set"
    LOWERED = "lowered"
    NOT_ALLOWED = "not_allowed"


def under_team(kind: PartKind, state: State, says: Limit | None) -> tuple[State, Effect]:
    """A state with what the team says of it.

    The team may set a result where the kind lets it, or where its rule asks for it; and lower one that there is. It
    may say only what the part can be.
    """
    if says is None:
        return state, Effect.NONE
    point = state.whole(to_point(says))
    if not _can_be(kind, state, point):
        return state, Effect.NOT_ALLOWED
    if kind.judged.may_set or (state.blank is BlankReason.TEAM_DECIDES and _within(state.could, point, state)):
        return replace(state, now=point, blank=None, could=at(point)), Effect.SET
    if kind.judged.may_lower and state.now is not None and distance(state.now, to_point(says), state.grades) > 0:
        return _lowered(state, point), Effect.LOWERED
    return state, Effect.NONE if state.now == point or state.now is None else Effect.NOT_ALLOWED


def _lowered(state: State, point: Point) -> State:
    could = state.could or at(point)
    limited = [point if distance(end, point, state.grades) > 0 else end for end in (could.low, could.high)]
    return replace(state, now=point, blank=None, could=Extent(*limited))


def _can_be(kind: PartKind, state: State, point: Point) -> bool:
    """Whether the part can be what the team says, and the kind lets the team go so far."""
    if point.grade is not None and point.grade not in state.grades:
        return False
    if point.grade is None and state.grades and not kind.bands and point.value is None:
        return False
    if kind.ladder is not None and point.value not in levels(kind.ladder):
        return False
    return _allowed(kind.judged, point, state) and _within(state.span, point, state)


def _allowed(judged: JudgedRule, point: Point, state: State) -> bool:
    low, high = judged.lowest, judged.highest
    return (low is None or distance(point, to_point(low), state.grades) >= 0) and (
        high is None or distance(point, to_point(high), state.grades) <= 0
    )


def _within(extent: Extent | None, point: Point, state: State) -> bool:
    if extent is None:
        return True
    if point.value is None:
        low, high = Point(grade=extent.low.grade), Point(grade=extent.high.grade)
    else:
        low, high = Point(extent.low.value), Point(extent.high.value)
    if low == high == Point():
        return False
    return distance(point, low, state.grades) >= 0 and distance(point, high, state.grades) <= 0
