"""What scoring gives back: every number and rating with the trace that leads to it."""

from __future__ import annotations

from msgspec import Struct

from desktop.model.evaluation.part_results import PartResult
from desktop.model.scoring.inputs import AcrossOutcome
from desktop.model.scoring.result_parts import AnswerStatistics, Detail, QuestionResult, Trace
from desktop.model.scoring.results_of_growth import (
    StatementResult,
    StatementSuggestion,
    StreamCell,
    StreamResult,
    StreamSuggestion,
    TrackLevel,
    TrackResult,
)
from desktop.model.scoring.vocabulary import Characterisation, Rating

__all__ = [
    "AnswerStatistics",
    "AreaResult",
    "Blocker",
    "Detail",
    "GoalResult",
    "GroupResult",
    "LevelOutcome",
    "ModelResult",
    "PartResult",
    "PlaceResult",
    "PracticeResult",
    "QuestionResult",
    "StatementResult",
    "StatementSuggestion",
    "StreamCell",
    "StreamResult",
    "StreamSuggestion",
    "Suggestion",
    "Trace",
    "TrackLevel",
    "TrackResult",
]


class Suggestion(Struct, frozen=True):
    """What the survey suggests for a practice.

    Attributes:
        survey: what the answers alone would say.
        value: the same, held down to PARTIALLY while no direct artifact supports it.
        capped: whether it was held down.
        mean_percent: the mean it rests on, 0 to 100.
        n: the answers it rests on.
    """

    survey: Characterisation
    value: Characterisation
    capped: bool
    mean_percent: float
    n: int


class PracticeResult(Struct, frozen=True):
    """One practice: what the survey suggests, what supports it, what the team says.

    Attributes:
        sources: number of different sources, the questionnaire counted as one.
        corroborated: at least two sources, one of them not a questionnaire.
        across: how its value came about, where it was characterised for several instances.
    """

    id: str
    area: str
    suggestion: Suggestion | None
    value: Characterisation | None
    alternative: bool
    sources: int
    corroborated: bool
    trace: Trace
    across: AcrossOutcome | None = None


class GoalResult(Struct, frozen=True):
    """One goal.

    Attributes:
        weak: ids of its practices below LARGELY.
        open: ids of its practices that keep it from being rated.
        in_place: how many of these practices are in place (FULLY, LARGELY or accepted alternative).
        practices: how many of the practices that serve it apply.
        weakness_missing: unsatisfied without the compulsory weakness text.
    """

    id: str
    area: str
    rating: Rating
    weak: tuple[str, ...]
    open: tuple[str, ...]
    in_place: int
    practices: int
    weakness_missing: bool
    trace: Trace


class AreaResult(Struct, frozen=True):
    """One key process area.

    Attributes:
        goals: its goals' results in the pack's order.
        satisfied_goals: how many of them are satisfied.
        in_place_percent: share of its practices that apply which are in place, 0 to 100; None where none is
            characterised, none applies, or the area is out of scope or not applicable.
        answers: all answers to its questions together.
    """

    id: str
    name: str
    level: int
    categories: tuple[str, ...]
    rating: Rating
    goals: tuple[GoalResult, ...]
    satisfied_goals: int
    in_place_percent: float | None
    answers: AnswerStatistics
    trace: Trace

    @property
    def excluded(self) -> Rating | None:
        """OUT_OF_SCOPE or NOT_APPLICABLE where it takes no part."""
        return self.rating if self.rating in (Rating.OUT_OF_SCOPE, Rating.NOT_APPLICABLE) else None


PlaceResult = AreaResult | StreamResult | TrackResult
"""A place with its level, and with `excluded` where it takes no part."""


class GroupResult(Struct, frozen=True):
    """The roll-up of a category or a level.

    Attributes:
        id: category id, or the level's number as text.
        areas: its areas in scope and applicable.
        satisfied: areas satisfied.
        rated: areas satisfied or unsatisfied.
        progress_index: share of goals satisfied in percent; an index, not a level.
        in_place_percent: share of practices in place, mean over its areas that have one; None where none has.
        mean_percent: mean of all answers.
    """

    id: str
    name: str
    areas: int
    satisfied: int
    rated: int
    progress_index: float | None
    in_place_percent: float | None
    mean_percent: float | None
    trace: Trace


class Blocker(Struct, frozen=True):
    """An area, stream or track that keeps the organisation from the next level.

    Attributes:
        place: id of the area, stream or track.
        why: how it is rated: UNSATISFIED, NOT_RATED or OUT_OF_SCOPE. A stream or track below the level counts as
            UNSATISFIED, as NOT_RATED where only judgements are wanting, and a track as NOT_APPLICABLE where nothing
            that the level asks of it applies.
        goals: ids of its goals that are not satisfied.
        weak: ids of practices below LARGELY; of a stream's practices not ticked; of statements not or partly met.
        open: ids of practices or statements not yet ready to be rated.
        work: practices to bring in place, each weighted by its distance to LARGELY (PI 1, NI 2, open 1); practices to
            tick; statements to meet (partly met 1, not met 2, open 1).
    """

    place: str
    why: Rating
    goals: tuple[str, ...]
    weak: tuple[str, ...]
    open: tuple[str, ...]
    work: int


class LevelOutcome(Struct, frozen=True):
    """The maturity level, a whole number.

    Attributes:
        reached: the highest level with it and all below satisfied or not applicable; the level of the weakest stream
            or track.
        determined: whether no judgement that is still wanting could raise it; see `is_settled`.
        next: the level above, None at the top.
        blockers: what stands before `next`, the least work first.
        warnings: codes, e.g. ``level.all_not_applicable``.
    """

    reached: int
    determined: bool
    next: int | None
    blockers: tuple[Blocker, ...]
    warnings: tuple[str, ...]
    trace: Trace


class ModelResult(Struct, frozen=True):
    """Everything scoring says about one model of an assessment. What another scheme has is empty.

    Attributes:
        questions: the questions' results in the order of the questionnaire.
        answers: all answers together.
        levels: staged: the roll-up by level.
        categories: staged: the roll-up by category.
        areas: staged.
        practices: staged.
        streams: streams.
        tracks: criteria.
        statements: criteria.
        weakest: ids of the streams or tracks at the lowest level; empty where all stand at one level. Only those in
            scope that apply count, and of streams only those rated.
        index: streams: mean level of the same streams, two decimals; an index, not a level.
    """

    model: str
    level: LevelOutcome
    questions: tuple[QuestionResult, ...]
    answers: AnswerStatistics
    levels: tuple[GroupResult, ...] = ()
    categories: tuple[GroupResult, ...] = ()
    areas: tuple[AreaResult, ...] = ()
    practices: tuple[PracticeResult, ...] = ()
    streams: tuple[StreamResult, ...] = ()
    tracks: tuple[TrackResult, ...] = ()
    statements: tuple[StatementResult, ...] = ()
    weakest: tuple[str, ...] = ()
    index: float | None = None

    @property
    def places(self) -> tuple[PlaceResult, ...]:
        """Its areas, streams or tracks, whichever it has."""
        return (*self.areas, *self.streams, *self.tracks)

    @property
    def parts(self) -> tuple[PartResult, ...]:
        """Own rules: every part's result, the whole first; `level` says nothing then. None under other schemes."""
        return ()

    @property
    def whole(self) -> PartResult | None:
        """Own rules: the result of the model as a whole; None under the other schemes."""
        return self.parts[0] if self.parts else None


class OwnRulesResult(ModelResult, frozen=True):
    """What a model's own rules say.

    Attributes:
        parts: every part's result, the whole first and the others in the order of the pack.
    """

    parts: tuple[PartResult, ...] = ()
