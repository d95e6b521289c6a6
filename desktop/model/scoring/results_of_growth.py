"""Results of what grows level by level by itself: streams, and tracks of statements."""

from __future__ import annotations

from msgspec import Struct

from desktop.model.scoring.result_parts import AnswerStatistics, Trace
from desktop.model.scoring.vocabulary import Fulfilment, Rating


class StreamSuggestion(Struct, frozen=True):
    """What the survey suggests for a stream.

    Attributes:
        level: the level whose text the middle answer chose (the lower of two).
        mean_level: mean of the levels chosen, two decimals; an index, not a level.
        n: the answers it rests on.
    """

    level: int
    mean_level: float
    n: int


class StreamCell(Struct, frozen=True):
    """A stream at one level: how many of its practices are ticked."""

    level: int
    ticked: int
    practices: int

    @property
    def full(self) -> bool:
        """Whether all of them are."""
        return self.ticked == self.practices


class StreamResult(Struct, frozen=True):
    """One stream.

    Attributes:
        level: the level it stands at; never below the model's lowest.
        rated: whether the team chose a level or ticked a practice; without that, `level` is only the floor.
        chosen: whether the team chose the level.
        ticked: the level that the ticks alone give; None without ticks.
        next: the level above, None at the top.
        index: `level` and the fraction of the next cell's practices ticked, two decimals; an index, not a level.
            None without ticks.
        missing: ids of the practices not ticked that stand before the next level.
        needed: ids of the practices not ticked that stand before `target`.
        suggestion: what the survey suggests; None without an answer.
        answers: the answers to its question.
        target: the level wanted, the stream's own or else the model's.
        importance: 1 to 5.
        gap: levels from `level` up to `target`, not below 0; None without a target.
        weighted_gap: `gap` times `importance`, which counts 1 where the team gave none.
        excluded: OUT_OF_SCOPE or NOT_APPLICABLE where it takes no part; then it is not rated and has no target.
        cells: what is ticked level by level, from the lowest.
    """

    id: str
    name: str
    level: int
    rated: bool
    chosen: bool
    ticked: int | None
    next: int | None
    index: float | None
    missing: tuple[str, ...]
    suggestion: StreamSuggestion | None
    answers: AnswerStatistics
    target: int | None
    importance: int | None
    gap: int | None
    weighted_gap: int | None
    trace: Trace
    excluded: Rating | None = None
    cells: tuple[StreamCell, ...] = ()
    needed: tuple[str, ...] = ()


class StatementSuggestion(Struct, frozen=True):
    """What the survey suggests for a statement.

    Attributes:
        value: MET, PARTLY_MET or NOT_MET.
        met_percent: share of the answers that say it is met, 0 to 100.
        mean_percent: the mean that `value` rests on, 0 to 100.
        n: the answers it rests on.
    """

    value: Fulfilment
    met_percent: float
    mean_percent: float
    n: int


class StatementResult(Struct, frozen=True):
    """One statement: what the survey suggests, what the team says.

    Attributes:
        value: None while nothing is said.
    """

    id: str
    track: str
    level: int
    value: Fulfilment | None
    suggestion: StatementSuggestion | None
    trace: Trace


class TrackLevel(Struct, frozen=True):
    """How the statements that a track has at one level stand, counted.

    Attributes:
        held: whether the statements give this level, caps left aside; the lowest is always given.
        trace: why the track holds the level or not.
    """

    level: int
    met: int
    partly_met: int
    not_met: int
    not_applicable: int
    dont_know: int
    not_rated: int
    held: bool
    trace: Trace


class TrackResult(Struct, frozen=True):
    """One track.

    Attributes:
        level: the level that it can demonstrate.
        uncapped: the level that its statements alone would give.
        determined: whether no judgement that is still wanting could raise it.
        rating: how it stands before the next level: UNSATISFIED, NOT_RATED where judgements are wanting,
            NOT_APPLICABLE where nothing that the next level asks for applies, SATISFIED at the highest level.
        caps: ids of the caps that hold it below `uncapped`.
        stopping: ids of the statements to be met for the next level, in the order of the pack; after them those of
            caps, which may be another track's.
        needed: ids of the statements to be met for `target`, likewise.
        levels: how its statements stand, level by level from the lowest.
        answers: all answers to its statements together.
        target: the level wanted, the track's own or else the model's.
        importance: 1 to 5.
        gap: levels from `level` up to `target`, not below 0; None without a target.
        weighted_gap: `gap` times `importance`, which counts 1 where the team gave none.
        warnings: codes, e.g. ``track.all_not_applicable``.
        excluded: OUT_OF_SCOPE or NOT_APPLICABLE where it takes no part; then it has no next level and no target.
    """

    id: str
    name: str
    level: int
    uncapped: int
    determined: bool
    rating: Rating
    next: int | None
    caps: tuple[str, ...]
    stopping: tuple[str, ...]
    needed: tuple[str, ...]
    levels: tuple[TrackLevel, ...]
    answers: AnswerStatistics
    target: int | None
    importance: int | None
    gap: int | None
    weighted_gap: int | None
    warnings: tuple[str, ...]
    trace: Trace
    excluded: Rating | None = None
