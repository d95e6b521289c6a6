"""The streams scheme: each stream stands at a level of its own; the weakest one gives the level of the whole."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from desktop.model.maturity import Pack, Stream
from desktop.model.scoring import indexes, rounding
from desktop.model.scoring.declared import excluded
from desktop.model.scoring.determined import is_determined
from desktop.model.scoring.distribution import Distribution
from desktop.model.scoring.inputs import StreamsInput
from desktop.model.scoring.results import (
    Blocker,
    LevelOutcome,
    ModelResult,
    StreamCell,
    StreamResult,
    StreamSuggestion,
    Trace,
)
from desktop.model.scoring.rules import Rule
from desktop.model.scoring.survey import Survey, survey
from desktop.model.scoring.targets import distance
from desktop.model.scoring.ticks import Ticks, read_ticks
from desktop.model.scoring.vocabulary import Rating


def score(pack: Pack, given: StreamsInput, answers: Survey | None = None) -> ModelResult:
    """Everything the streams scheme says about a model of an assessment.

    What is given for ids that the pack has not is left aside.

    Args:
        pack: the model.
        given: answers and judgements.
        answers: the survey of the same answers, when it is at hand from an earlier score.

    Raises:
        KeyError: the pack has no such answer scale.
        ValueError: a tally does not fit the scale.
    """
    read = answers or survey(pack, given)
    streams = tuple(rate_stream(stream, given, read) for stream in pack.streams)
    rated = [stream for stream in streams if stream.rated]
    mean = rounding.mean_level(Fraction(sum(stream.level for stream in rated), len(rated))) if rated else None
    return ModelResult(
        model=pack.id,
        scheme=pack.scheme,
        level=_outcome(pack, streams, mean),
        questions=read.questions,
        answers=read.answers,
        streams=streams,
        weakest=_weakest(rated),
        index=mean,
    )


def rate_stream(stream: Stream, given: StreamsInput, read: Survey) -> StreamResult:
    """One stream.

    It stands at the level that the team chose; else at the highest level up to which all practices are ticked, and
    never below the model's lowest level, whose text says "just starting". A chosen level that the model has not is
    left aside. The index adds the share of the next cell's practices that are ticked; while the lowest level is not
    ticked in full, it adds nothing.

    Out of scope, or outside the organisation's work with a reason, it takes no part.

    Args:
        stream: the stream.
        given: what the team says.
        read: what the answers say.
    """
    ticks = read_ticks(stream, given.ticks)
    out = excluded(given.areas.get(stream.id))
    if out is not None:
        return _excluded(stream, ticks, out, read)
    said = given.chosen.get(stream.id)
    chosen = said if said in ticks.practices else None
    level = ticks.level if chosen is None else chosen
    following = ticks.after(level)
    base = ticks.held if chosen is None else chosen
    missing = () if following is None else ticks.missing(above=base, up_to=following)
    added = ticks.share(following) if following is not None and base == level else 0
    index = rounding.mean_level(level + added) if ticks.any else None
    wanted = distance(given.targets, stream.id, level)
    distribution, question = read.informing[stream.question.id]
    suggestion = suggest(list(ticks.practices), distribution)
    return StreamResult(
        id=stream.id,
        name=stream.name,
        level=level,
        rated=chosen is not None or ticks.any,
        chosen=chosen is not None,
        ticked=ticks.level if ticks.any else None,
        next=following,
        index=index,
        missing=missing,
        suggestion=suggestion,
        answers=read.places[stream.id],
        target=wanted.target,
        importance=wanted.importance,
        gap=wanted.gap,
        weighted_gap=wanted.weighted_gap,
        trace=Trace(
            rule=_rule(ticks, chosen),
            facts={
                "stream": stream.id,
                "level": level,
                "ticked": ticks.level if ticks.any else None,
                "next": following,
                "missing": missing,
                "index": index,
            },
            parts=(_survey_trace(stream.id, suggestion, question), *wanted.parts),
        ),
        cells=_cells(ticks),
    )


_EXCLUDED = {Rating.OUT_OF_SCOPE: Rule.STREAM_OUT_OF_SCOPE, Rating.NOT_APPLICABLE: Rule.STREAM_NOT_APPLICABLE}


def _excluded(stream: Stream, ticks: Ticks, rating: Rating, read: Survey) -> StreamResult:
    """A stream that takes no part, whatever is ticked, chosen or wanted."""
    floor = ticks.floor
    return StreamResult(
        id=stream.id,
        name=stream.name,
        level=floor,
        rated=False,
        chosen=False,
        ticked=None,
        next=None,
        index=None,
        missing=(),
        suggestion=None,
        answers=read.places[stream.id],
        target=None,
        importance=None,
        gap=None,
        weighted_gap=None,
        trace=Trace(
            rule=_EXCLUDED[rating],
            facts={"stream": stream.id, "level": floor, "ticked": None, "next": None, "missing": (), "index": None},
        ),
        excluded=rating,
        cells=_cells(ticks),
    )


def _cells(ticks: Ticks) -> tuple[StreamCell, ...]:
    return tuple(
        StreamCell(level, len(practices) - len(ticks.open[level]), len(practices))
        for level, practices in ticks.practices.items()
    )


def suggest(numbers: Sequence[int], answers: Distribution) -> StreamSuggestion | None:
    """What the answers to a stream's question suggest; None without an answer.

    Args:
        numbers: the levels, the lowest first; the scale has one answer for each.
        answers: the answers to its question.
    """
    middle = indexes.median_position(answers.answers)
    if middle is None:
        return None
    total = sum(number * count for number, count in zip(numbers, answers.answers, strict=True))
    return StreamSuggestion(
        level=numbers[middle - 1], mean_level=rounding.mean_level(Fraction(total, answers.n)), n=answers.n
    )


def _rule(ticks: Ticks, chosen: int | None) -> Rule:
    if chosen is not None:
        return Rule.STREAM_CHOSEN
    if not ticks.any:
        return Rule.STREAM_NOT_RATED
    return Rule.STREAM_TICKED if ticks.held else Rule.STREAM_FLOOR


def _survey_trace(stream: str, suggestion: StreamSuggestion | None, question: Trace) -> Trace:
    return Trace(
        rule=Rule.STREAM_SURVEY_ANSWERED if suggestion else Rule.STREAM_SURVEY_NO_ANSWERS,
        facts={
            "stream": stream,
            "n": suggestion.n if suggestion else 0,
            "level": suggestion.level if suggestion else None,
            "mean_level": suggestion.mean_level if suggestion else None,
            "consensus": question.facts["consensus"],
            "agreement": question.facts["agreement"],
        },
        parts=(question,),
    )


def _weakest(rated: Sequence[StreamResult]) -> tuple[str, ...]:
    levels = {stream.level for stream in rated}
    return tuple(stream.id for stream in rated if stream.level == min(levels)) if len(levels) > 1 else ()


def _outcome(pack: Pack, streams: Sequence[StreamResult], mean: float | None) -> LevelOutcome:
    """The level of the weakest stream that takes part.

    A stream that was not rated stands at the lowest level, undetermined: a level is held when every stream shows it.
    """
    numbers = sorted(level.number for level in pack.levels)
    counted = [stream for stream in streams if stream.excluded is None]
    reached = min((stream.level for stream in counted), default=numbers[0])
    following = next((number for number in numbers if number > reached), None)
    lowest = [stream for stream in counted if following is not None and stream.level == reached]
    asked = [_rating(stream) for stream in lowest] if counted else [stream.excluded for stream in streams]
    determined = is_determined(following, (rating for rating in asked if rating is not None))
    if not counted:
        rule = Rule.STREAMS_NONE
    elif following is None:
        rule = Rule.STREAMS_HIGHEST
    else:
        rule = Rule.STREAMS_STOPPED if determined else Rule.STREAMS_NOT_DETERMINED
    return LevelOutcome(
        reached=reached,
        determined=determined,
        next=following,
        blockers=tuple(sorted(map(_blocker, lowest), key=lambda blocker: blocker.work)),
        warnings=(),
        trace=Trace(
            rule=rule,
            facts={
                "reached": reached,
                "next": following,
                "weakest": tuple(stream.id for stream in lowest if stream.rated),
                "not_rated": tuple(stream.id for stream in counted if not stream.rated),
                "excluded": tuple(stream.id for stream in streams if stream.excluded is not None),
                "streams": len(counted),
                "rated": sum(stream.rated for stream in counted),
                "index": mean,
            },
            parts=tuple(stream.trace for stream in streams),
        ),
    )


def _rating(stream: StreamResult) -> Rating:
    return Rating.UNSATISFIED if stream.rated else Rating.NOT_RATED


def _blocker(stream: StreamResult) -> Blocker:
    return Blocker(
        area=stream.id,
        why=_rating(stream),
        goals=(),
        weak=stream.missing if stream.rated else (),
        open=() if stream.rated else stream.missing,
        work=len(stream.missing),
    )
