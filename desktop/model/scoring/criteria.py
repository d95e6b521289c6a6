"""The criteria scheme: statements met or not, level by level and track by track; the lowest track gives the level."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from desktop.model.evaluation.part_results import PartResult
from desktop.model.maturity import Pack
from desktop.model.maturity.parts import WHOLE
from desktop.model.scoring.caps import rated_cap
from desktop.model.scoring.inputs import Given
from desktop.model.scoring.part_levels import is_settled, level_of
from desktop.model.scoring.results import (
    Blocker,
    LevelOutcome,
    ModelResult,
    StatementResult,
    Trace,
    TrackResult,
)
from desktop.model.scoring.rules import Rule
from desktop.model.scoring.statements import OPEN, WORK, statement_result
from desktop.model.scoring.statistics import band_limits
from desktop.model.scoring.survey import Survey
from desktop.model.scoring.tracks import rate_track
from desktop.model.scoring.worked_out import WorkedOut, worked_out


def score(pack: Pack, given: Given, answers: Survey | None = None) -> ModelResult:
    """Everything the criteria scheme says about a model of an assessment; see `desktop.model.scoring.engine.score`."""
    return result_of(pack, worked_out(pack, given, answers))


def result_of(pack: Pack, now: WorkedOut) -> ModelResult:
    """Everything the criteria scheme says about a model of an assessment.

    What is given for ids that the pack has not is left aside.

    Args:
        pack: the model.
        now: what its results are read off.
    """
    given, read = now.given, now.read
    numbers = sorted(level.number for level in pack.levels)
    limits = band_limits(pack)
    parts = {id_: now.engine.result(id_) for id_ in (WHOLE, *pack.track_by_id, *pack.statement_by_id)}
    of_track = {
        track.id: [statement_result(track, each, parts[each.id], given, read, limits) for each in track.statements]
        for track in pack.tracks
    }
    statements = {each.id: each for results in of_track.values() for each in results}
    tracks = tuple(
        rate_track(
            track,
            numbers,
            parts[track.id],
            of_track[track.id],
            [rated_cap(pack.cap_by_id[force.id], force, statements) for force in parts[track.id].caps],
            read,
        )
        for track in pack.tracks
    )
    return ModelResult(
        model=pack.id,
        level=_outcome(numbers, parts[WHOLE], tracks, statements),
        questions=read.questions,
        answers=read.answers,
        tracks=tracks,
        statements=tuple(statements.values()),
        weakest=_weakest(tracks),
    )


def _weakest(tracks: Sequence[TrackResult]) -> tuple[str, ...]:
    counted = [track for track in tracks if track.excluded is None]
    levels = {track.level for track in counted}
    return tuple(track.id for track in counted if track.level == min(levels)) if len(levels) > 1 else ()


def _outcome(
    numbers: Sequence[int],
    whole: PartResult,
    tracks: Sequence[TrackResult],
    statements: Mapping[str, StatementResult],
) -> LevelOutcome:
    """The level of the lowest track that takes part. It is determined when one of the lowest tracks is."""
    counted = [track for track in tracks if track.excluded is None]
    reached = level_of(whole, numbers[0])
    following = next((number for number in numbers if number > reached), None)
    lowest = [track for track in counted if following is not None and track.level == reached]
    determined = is_settled(whole)
    if not counted:
        rule = Rule.TRACKS_NONE
    elif following is None:
        rule = Rule.TRACKS_HIGHEST
    else:
        rule = Rule.TRACKS_STOPPED if determined else Rule.TRACKS_NOT_DETERMINED
    return LevelOutcome(
        reached=reached,
        determined=determined,
        next=following,
        blockers=tuple(sorted((_blocker(track, statements) for track in lowest), key=lambda blocker: blocker.work)),
        warnings=tuple(dict.fromkeys(warning for track in lowest for warning in track.warnings)),
        trace=Trace(
            rule=rule,
            facts={
                "reached": reached,
                "next": following,
                "weakest": tuple(track.id for track in lowest),
                "not_determined": tuple(track.id for track in lowest if not track.determined),
                "excluded": tuple(track.id for track in tracks if track.excluded is not None),
                "tracks": len(counted),
            },
            parts=tuple(track.trace for track in tracks),
        ),
    )


def _blocker(track: TrackResult, statements: Mapping[str, StatementResult]) -> Blocker:
    open_ = tuple(id_ for id_ in track.stopping if statements[id_].value in OPEN)
    return Blocker(
        place=track.id,
        why=track.rating,
        goals=(),
        weak=tuple(id_ for id_ in track.stopping if id_ not in open_),
        open=open_,
        work=sum(WORK[statements[id_].value] for id_ in track.stopping),
    )
