"""Tracks: the level that the statements of each can demonstrate, and what stops it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from desktop.model.maturity import Track
from desktop.model.scoring.caps import RatedCap, holding
from desktop.model.scoring.declared import excluded
from desktop.model.scoring.determined import is_determined
from desktop.model.scoring.inputs import CriteriaInput
from desktop.model.scoring.results import StatementResult, Trace, TrackLevel, TrackResult
from desktop.model.scoring.rules import Rule
from desktop.model.scoring.statements import OPEN, UNMET
from desktop.model.scoring.survey import Survey
from desktop.model.scoring.targets import distance
from desktop.model.scoring.track_levels import counted, track_level
from desktop.model.scoring.vocabulary import Fulfilment, Rating

RATINGS = {
    Rule.TRACK_HIGHEST: Rating.SATISFIED,
    Rule.TRACK_STOPPED: Rating.UNSATISFIED,
    Rule.TRACK_CAPPED: Rating.UNSATISFIED,
    Rule.TRACK_NOT_DETERMINED: Rating.NOT_RATED,
    Rule.TRACK_CAP_OPEN: Rating.NOT_RATED,
    Rule.TRACK_ALL_NOT_APPLICABLE: Rating.NOT_APPLICABLE,
    Rule.TRACK_OUT_OF_SCOPE: Rating.OUT_OF_SCOPE,
    Rule.TRACK_NOT_APPLICABLE: Rating.NOT_APPLICABLE,
}
"""How a track stands before its next level, by the rule that decided."""

_EXCLUDED = {Rating.OUT_OF_SCOPE: Rule.TRACK_OUT_OF_SCOPE, Rating.NOT_APPLICABLE: Rule.TRACK_NOT_APPLICABLE}


class Needs(Struct, frozen=True):
    """What a level still asks for.

    Attributes:
        statements: ids of the statements to be met, the track's own in the pack's order, then those of caps.
        open: those of them that are not judged or not known.
    """

    statements: tuple[str, ...] = ()
    open: tuple[str, ...] = ()

    @property
    def unmet(self) -> tuple[str, ...]:
        """Those that are judged and not met."""
        return tuple(id_ for id_ in self.statements if id_ not in self.open)


def rate_track(
    track: Track,
    numbers: Sequence[int],
    statements: Sequence[StatementResult],
    caps: Sequence[RatedCap],
    given: CriteriaInput,
    read: Survey,
) -> TrackResult:
    """One track.

    It demonstrates the highest level with every applicable statement of it and of all levels below met. A statement
    partly met or not met stops it; one that is not judged or not known leaves it undetermined; a level none of whose
    statements applies is not reached. The lowest level needs nothing. Then caps hold it down, whatever else is met.

    Out of scope, or outside the organisation's work with a reason, it takes no part; its statements still count for the
    caps that name them.

    Args:
        track: the track.
        numbers: the model's levels, the lowest first.
        statements: its statements as rated, in the pack's order.
        caps: the caps on it, as rated.
        given: what the team says.
        read: what the answers say.
    """
    out = excluded(given.areas.get(track.id))
    if out is not None:
        return _excluded(track, numbers, statements, out, read)
    uncapped, stop = _reach(numbers, statements)
    level = min([uncapped, *(cap.cap.at_most for cap in holding(caps, uncapped))])
    following = next((number for number in numbers if number > level), None)
    needs = Needs() if following is None else needed(statements, caps, following)
    rule = _rule(stop, needs, capped=level < uncapped)
    holding_down = holding(caps, uncapped)
    wanted = distance(given.targets, track.id, level)
    to_target = Needs() if wanted.target is None else needed(statements, caps, wanted.target)
    return TrackResult(
        id=track.id,
        name=track.name,
        level=level,
        uncapped=uncapped,
        determined=is_determined(following, [RATINGS[rule]]),
        rating=RATINGS[rule],
        next=following,
        caps=tuple(cap.cap.id for cap in holding_down),
        stopping=needs.statements,
        needed=to_target.statements,
        levels=tuple(
            track_level(
                track.id,
                number,
                (level, uncapped),
                statements,
                holding(caps, number),
                lowest=number == numbers[0],
            )
            for number in numbers
        ),
        answers=read.places[track.id],
        target=wanted.target,
        importance=wanted.importance,
        gap=wanted.gap,
        weighted_gap=wanted.weighted_gap,
        warnings=(rule.value,) if rule is Rule.TRACK_ALL_NOT_APPLICABLE else (),
        trace=Trace(
            rule=rule,
            facts={
                "track": track.id,
                "level": level,
                "next": following,
                "uncapped": uncapped,
                "caps": tuple(cap.cap.id for cap in holding_down),
                "unmet": needs.unmet,
                "open": needs.open,
            },
            parts=(
                *(cap.trace for cap in holding(caps, following or level)),
                *(each.trace for each in statements if each.level <= (following or level)),
                *wanted.parts,
            ),
        ),
    )


def _excluded(
    track: Track, numbers: Sequence[int], statements: Sequence[StatementResult], rating: Rating, read: Survey
) -> TrackResult:
    """A track that takes no part, whatever is judged or wanted."""
    floor = numbers[0]
    trace = Trace(
        rule=_EXCLUDED[rating],
        facts={"track": track.id, "level": floor, "next": None, "uncapped": floor, "caps": (), "unmet": (), "open": ()},
    )
    return TrackResult(
        id=track.id,
        name=track.name,
        level=floor,
        uncapped=floor,
        determined=is_determined(floor, [rating]),
        rating=rating,
        next=None,
        caps=(),
        stopping=(),
        needed=(),
        levels=tuple(
            TrackLevel(**counted(number, statements), held=number == floor, trace=trace) for number in numbers
        ),
        answers=read.places[track.id],
        target=None,
        importance=None,
        gap=None,
        weighted_gap=None,
        warnings=(),
        trace=trace,
        excluded=rating,
    )


def needed(statements: Sequence[StatementResult], caps: Sequence[RatedCap], level: int) -> Needs:
    """What a track still has to show for a level: its own statements up to it, and those of caps that hold below it.

    Args:
        statements: the track's statements as rated, in the pack's order.
        caps: the caps on it, as rated.
        level: the level.
    """
    own = [each for each in statements if each.level <= level and (each.value in UNMET or each.value in OPEN)]
    holders = holding(caps, level)
    ids = dict.fromkeys([*(each.id for each in own), *(id_ for cap in holders for id_ in cap.missing)])
    open_ = {each.id for each in own if each.value in OPEN} | {id_ for cap in holders for id_ in cap.open}
    return Needs(tuple(ids), tuple(id_ for id_ in ids if id_ in open_))


def _reach(numbers: Sequence[int], statements: Sequence[StatementResult]) -> tuple[int, Rule]:
    """The level that the statements alone give, and the rule that keeps them from the next one."""
    reached = numbers[0]
    for number in numbers[1:]:
        asked = {each.value for each in statements if each.level <= number}
        here = {each.value for each in statements if each.level == number}
        if asked & UNMET:
            return reached, Rule.TRACK_STOPPED
        if here == {Fulfilment.NOT_APPLICABLE}:
            return reached, Rule.TRACK_ALL_NOT_APPLICABLE
        if asked & OPEN:
            return reached, Rule.TRACK_NOT_DETERMINED
        reached = number
    return reached, Rule.TRACK_HIGHEST


def _rule(stop: Rule, needs: Needs, *, capped: bool) -> Rule:
    """The rule for the whole: a cap that is sure to hold stops the next level, whatever is still open."""
    if capped:
        return Rule.TRACK_CAPPED if needs.unmet else Rule.TRACK_CAP_OPEN
    return Rule.TRACK_STOPPED if needs.unmet else stop
