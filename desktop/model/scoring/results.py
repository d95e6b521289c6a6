"""What scoring gives back: every number and rating with the trace that leads to it."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from desktop.model.scoring.vocabulary import Agreement, Characterisation, Rating

Detail = str | int | float | bool | None | tuple[str, ...]


class Trace(Struct, frozen=True, omit_defaults=True):
    """Why a result is what it is.

    Attributes:
        rule: names the rule that decided, e.g. ``goal.satisfied``; `desktop.wording.traces` has its sentence.
        facts: what the sentence names.
        parts: the results it rests on.
    """

    rule: str
    facts: Mapping[str, Detail] = {}
    parts: tuple[Trace, ...] = ()


class AnswerStatistics(Struct, frozen=True):
    """What the answers to one question, area, category or model say together.

    Shares and means are percentages from 0 to 100; indexes run as their formula says. Values are None where
    they are not defined or where the group is too small for them.

    Attributes:
        asked: answers that could have been given.
        n: answers given, blanks left out.
        unanswered: no choice made.
        does_not_apply: that blank chosen.
        dont_know: that blank chosen.
        counts: answers by choice id, every choice of the scale present, blanks included.
        shares: percent of `n` by choice id, answers only.
        mean_percent: mean of the choices' percents.
        median: id of the middle answer's choice (the lower of two).
        consensus: Tastle and Wierman 2007, 0 to 1.
        agreement: the reading of `consensus`.
        ad_mean: mean deviation from the mean, in scale steps.
        ad_median: mean deviation from the median, in scale steps.
        r_wg: James, Demaree and Wolf 1984, one item, 0 to 1.
        a_wg: Brown and Hauenstein 2005.
        bimodal: both ends hold at least a quarter and the consensus is below .45.
        coverage_weak: more than 30 percent do not know.
    """

    asked: int
    n: int
    unanswered: int
    does_not_apply: int
    dont_know: int
    counts: Mapping[str, int]
    shares: Mapping[str, float]
    mean_percent: float | None
    median: str | None
    consensus: float | None
    agreement: Agreement
    ad_mean: float | None
    ad_median: float | None
    r_wg: float | None
    a_wg: float | None
    bimodal: bool
    coverage_weak: bool


class QuestionResult(Struct, frozen=True):
    """One question's answers."""

    id: str
    area: str
    answers: AnswerStatistics
    trace: Trace


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
    """

    id: str
    area: str
    suggestion: Suggestion | None
    value: Characterisation | None
    alternative: bool
    sources: int
    corroborated: bool
    trace: Trace


class GoalResult(Struct, frozen=True):
    """One goal.

    Attributes:
        weak: ids of its practices below LARGELY.
        open: ids of its practices that keep it from being rated.
        in_place: how many of its practices are in place (FULLY, LARGELY, accepted alternative or not applicable).
        practices: how many practices serve it.
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
        in_place_percent: share of its practices in place, 0 to 100; None when out of scope or not applicable.
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


class GroupResult(Struct, frozen=True):
    """The roll-up of a category or a level.

    Attributes:
        id: category id, or the level's number as text.
        areas: its areas in scope and applicable.
        satisfied: areas satisfied.
        rated: areas satisfied or unsatisfied.
        progress_index: share of goals satisfied in percent; an index, not a level.
        in_place_percent: share of practices in place, mean over its areas.
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
    """An area that keeps the organisation from the next level.

    Attributes:
        why: its rating: UNSATISFIED, NOT_RATED or OUT_OF_SCOPE.
        goals: ids of its goals that are not satisfied.
        weak: ids of practices below LARGELY.
        open: ids of practices not yet ready to be rated.
        work: practices to bring in place, each weighted by its distance to LARGELY (PI 1, NI 2, open 1).
    """

    area: str
    why: Rating
    goals: tuple[str, ...]
    weak: tuple[str, ...]
    open: tuple[str, ...]
    work: int


class LevelOutcome(Struct, frozen=True):
    """The maturity level, a whole number.

    Attributes:
        reached: the highest level with it and all below satisfied or not applicable.
        determined: False when the next level fails only for want of ratings.
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
    """Everything scoring says about one model of an assessment."""

    model: str
    scheme: str
    level: LevelOutcome
    levels: tuple[GroupResult, ...]
    categories: tuple[GroupResult, ...]
    areas: tuple[AreaResult, ...]
    practices: tuple[PracticeResult, ...]
    questions: tuple[QuestionResult, ...]
    answers: AnswerStatistics
