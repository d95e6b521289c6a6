"""Tracks: the level that the statements of each can demonstrate, and what stops it, as the engine works it out."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.model.evaluation.blank_reasons import BlankReason
from desktop.model.evaluation.part_results import PartResult
from desktop.model.maturity import Track
from desktop.model.scoring.caps import RatedCap, holding
from desktop.model.scoring.part_levels import level_of
from desktop.model.scoring.results import StatementResult, Trace, TrackLevel, TrackResult
from desktop.model.scoring.rules import Rule
from desktop.model.scoring.survey import Survey
from desktop.model.scoring.targets import to_target
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

_EXCLUDED = {
    BlankReason.OUT_OF_SCOPE: Rule.TRACK_OUT_OF_SCOPE,
    BlankReason.DOES_NOT_APPLY: Rule.TRACK_NOT_APPLICABLE,
}


def rate_track(
    track: Track,
    numbers: Sequence[int],
    part: PartResult,
    statements: Sequence[StatementResult],
    caps: Sequence[RatedCap],
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
        part: what the engine says of it.
        statements: its statements as rated, in the pack's order.
        caps: the caps in force on it.
        read: what the answers say.
    """
    if part.result.blank is not None:
        return _excluded(track, numbers, statements, _EXCLUDED[part.result.blank], read)
    level, uncapped = level_of(part, numbers[0]), level_of(part, numbers[0], point=part.uncapped)
    following = None if part.ahead is None else part.ahead.level
    before = () if part.ahead is None else part.ahead.before
    open_ = () if part.ahead is None else part.ahead.open
    unmet = tuple(id_ for id_ in before if id_ not in open_)
    applies = any(each.level == following and each.value is not Fulfilment.NOT_APPLICABLE for each in statements)
    rule = _rule(part, capped=level < uncapped, applies=applies)
    holding_down = tuple(cap.cap.id for cap in holding(caps, uncapped))
    target = None if part.target is None or part.target.value is None else int(part.target.value)
    wanted = to_target(track.id, level, target, part.importance)
    return TrackResult(
        id=track.id,
        name=track.name,
        level=level,
        uncapped=uncapped,
        determined=part.result.determined,
        rating=RATINGS[rule],
        next=following,
        caps=holding_down,
        stopping=before,
        needed=() if part.to_target is None else part.to_target.before,
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
                "caps": holding_down,
                "unmet": unmet,
                "open": open_,
            },
            parts=(
                *(cap.trace for cap in holding(caps, following or level)),
                *(each.trace for each in statements if each.level <= (following or level)),
                *wanted.parts,
            ),
        ),
    )


def _excluded(
    track: Track, numbers: Sequence[int], statements: Sequence[StatementResult], rule: Rule, read: Survey
) -> TrackResult:
    """A track that takes no part, whatever is judged or wanted."""
    floor = numbers[0]
    trace = Trace(
        rule=rule,
        facts={"track": track.id, "level": floor, "next": None, "uncapped": floor, "caps": (), "unmet": (), "open": ()},
    )
    return TrackResult(
        id=track.id,
        name=track.name,
        level=floor,
        uncapped=floor,
        determined=rule is Rule.TRACK_NOT_APPLICABLE,
        rating=RATINGS[rule],
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
        excluded=RATINGS[rule],
    )


def _rule(part: PartResult, *, capped: bool, applies: bool) -> Rule:
    """The rule for the whole: a cap that is sure to hold stops the next level, whatever is still open."""
    ahead = part.ahead
    if ahead is None:
        return Rule.TRACK_HIGHEST
    if capped:
        return Rule.TRACK_CAPPED if ahead.fails else Rule.TRACK_CAP_OPEN
    if ahead.fails:
        return Rule.TRACK_STOPPED
    return Rule.TRACK_ALL_NOT_APPLICABLE if ahead.none_apply and not applies else Rule.TRACK_NOT_DETERMINED
