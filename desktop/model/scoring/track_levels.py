"""The levels of a track one by one: how the statements of each stand, and why it is held or not."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.model.scoring.caps import RatedCap
from desktop.model.scoring.results import StatementResult, Trace, TrackLevel
from desktop.model.scoring.rules import Rule
from desktop.model.scoring.statements import OPEN, UNMET
from desktop.model.scoring.vocabulary import Fulfilment


def track_level(
    track: str,
    number: int,
    reached: tuple[int, int],
    statements: Sequence[StatementResult],
    caps: Sequence[RatedCap],
    *,
    lowest: bool,
) -> TrackLevel:
    """One level of a track that takes part.

    Args:
        track: id of the track.
        number: the level.
        reached: the level that the track demonstrates, and the one that its statements alone would give.
        statements: all its statements as rated.
        caps: those that hold the track below this level.
        lowest: whether it is the model's lowest level, which asks for nothing.
    """
    here = [each for each in statements if each.level == number]
    unmet = tuple(each.id for each in here if each.value in UNMET)
    open_ = tuple(each.id for each in here if each.value in OPEN)
    applying = [each for each in here if each.value is not Fulfilment.NOT_APPLICABLE]
    rule = (
        Rule.TRACK_LEVEL_LOWEST
        if lowest
        else _rule(number, reached, unmet=bool(unmet), open_=bool(open_), applies=bool(applying) or not here)
    )
    return TrackLevel(
        **counted(number, statements),
        held=number <= reached[1],
        trace=Trace(
            rule=rule,
            facts={
                "track": track,
                "level": number,
                "met": sum(each.value is Fulfilment.MET for each in here),
                "statements": len(applying),
                "unmet": unmet,
                "open": open_,
                "caps": tuple(cap.cap.id for cap in caps),
            },
            parts=(*(cap.trace for cap in caps), *(each.trace for each in here)),
        ),
    )


def counted(number: int, statements: Sequence[StatementResult]) -> dict[str, int]:
    """The statements of a level, counted by how they stand, under the names of `TrackLevel`."""
    values = [each.value for each in statements if each.level == number]
    return {
        "level": number,
        "met": values.count(Fulfilment.MET),
        "partly_met": values.count(Fulfilment.PARTLY_MET),
        "not_met": values.count(Fulfilment.NOT_MET),
        "not_applicable": values.count(Fulfilment.NOT_APPLICABLE),
        "dont_know": values.count(Fulfilment.DONT_KNOW),
        "not_rated": values.count(None),
    }


def _rule(number: int, reached: tuple[int, int], *, unmet: bool, open_: bool, applies: bool) -> Rule:
    level, uncapped = reached
    if number <= level:
        return Rule.TRACK_LEVEL_HELD
    if number <= uncapped:
        return Rule.TRACK_LEVEL_CAPPED
    if unmet:
        return Rule.TRACK_LEVEL_STOPPED
    if open_:
        return Rule.TRACK_LEVEL_OPEN
    return Rule.TRACK_LEVEL_WAITING if applies else Rule.TRACK_LEVEL_NOT_APPLICABLE
