"""The streams scheme: each stream stands at a level of its own; the weakest one gives the level of the whole."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from desktop.model.evaluation.blank_reasons import BlankReason
from desktop.model.evaluation.part_results import PartResult, PartSuggestion
from desktop.model.maturity import Pack, Stream
from desktop.model.maturity.parts import WHOLE
from desktop.model.maturity.short_forms.of_streams import MEAN
from desktop.model.scoring import rounding
from desktop.model.scoring.distribution import Distribution
from desktop.model.scoring.inputs import Given
from desktop.model.scoring.part_levels import is_settled, level_of
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
from desktop.model.scoring.survey import Survey
from desktop.model.scoring.targets import to_target
from desktop.model.scoring.vocabulary import Rating
from desktop.model.scoring.worked_out import WorkedOut, worked_out


def score(pack: Pack, given: Given, answers: Survey | None = None) -> ModelResult:
    """Everything the streams scheme says about a model of an assessment; see `desktop.model.scoring.engine.score`."""
    return result_of(pack, worked_out(pack, given, answers))


def result_of(pack: Pack, now: WorkedOut) -> ModelResult:
    """Everything the streams scheme says about a model of an assessment.

    What is given for ids that the pack has not is left aside.

    Args:
        pack: the model.
        now: what its results are read off.
    """
    given, read = now.given, now.read
    numbers = sorted(level.number for level in pack.levels)
    parts = {id_: now.engine.result(id_) for id_ in (WHOLE, *pack.stream_by_id)}
    streams = tuple(rate_stream(stream, numbers, parts[stream.id], given, read) for stream in pack.streams)
    mean = parts[WHOLE].also[MEAN].value
    index = None if mean is None else rounding.mean_level(mean)
    return ModelResult(
        model=pack.id,
        level=_outcome(numbers, parts[WHOLE], streams, index),
        questions=read.questions,
        answers=read.answers,
        streams=streams,
        weakest=_weakest([stream for stream in streams if stream.rated]),
        index=index,
    )


def rate_stream(stream: Stream, numbers: Sequence[int], part: PartResult, given: Given, read: Survey) -> StreamResult:
    """One stream.

    It stands at the level that the team chose; else at the highest level up to which all practices are ticked, and
    never below the model's lowest level, whose text says "just starting". A chosen level that the model has not is
    left aside. The index adds the share of the next cell's practices that are ticked; while the lowest level is not
    ticked in full, it adds nothing.

    Out of scope, or outside the organisation's work with a reason, it takes no part.

    Args:
        stream: the stream.
        numbers: the model's levels, the lowest first.
        part: what the engine says of it.
        given: what the team says.
        read: what the answers say.
    """
    cells = _cells(stream, given)
    if part.result.blank in _EXCLUDED:
        return _excluded(stream, numbers[0], cells, _EXCLUDED[part.result.blank], read)
    level = level_of(part, numbers[0])
    ticked = None if part.by_rule is None else level_of(part, numbers[0], point=part.by_rule)
    chosen = part.judged
    following = None if part.ahead is None else part.ahead.level
    missing = () if part.ahead is None else part.ahead.before
    index = None if ticked is None else _index(level, following, cells, begun=chosen or cells[0].full)
    target = None if part.target is None or part.target.value is None else int(part.target.value)
    wanted = to_target(stream.id, level, target, part.importance)
    distribution, question = read.informing[stream.question.id]
    suggestion = suggest(part.suggestion, numbers, distribution)
    return StreamResult(
        id=stream.id,
        name=stream.name,
        level=level,
        rated=part.result.blank is None,
        chosen=chosen,
        ticked=ticked,
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
            rule=_rule(ticked, chosen=chosen, held=cells[0].full),
            facts={
                "stream": stream.id,
                "level": level,
                "ticked": ticked,
                "next": following,
                "missing": missing,
                "index": index,
            },
            parts=(_survey_trace(stream.id, suggestion, question), *wanted.parts),
        ),
        cells=cells,
        needed=() if part.to_target is None else part.to_target.before,
    )


_EXCLUDED: dict[BlankReason | None, tuple[Rule, Rating]] = {
    BlankReason.OUT_OF_SCOPE: (Rule.STREAM_OUT_OF_SCOPE, Rating.OUT_OF_SCOPE),
    BlankReason.DOES_NOT_APPLY: (Rule.STREAM_NOT_APPLICABLE, Rating.NOT_APPLICABLE),
}


def _excluded(
    stream: Stream, floor: int, cells: tuple[StreamCell, ...], why: tuple[Rule, Rating], read: Survey
) -> StreamResult:
    """A stream that takes no part, whatever is ticked, chosen or wanted."""
    rule, rating = why
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
            rule=rule,
            facts={"stream": stream.id, "level": floor, "ticked": None, "next": None, "missing": (), "index": None},
        ),
        excluded=rating,
        cells=cells,
    )


def _cells(stream: Stream, given: Given) -> tuple[StreamCell, ...]:
    return tuple(
        StreamCell(cell.level, sum(item.id in given.ticks for item in cell.practices), len(cell.practices))
        for cell in sorted(stream.cells, key=lambda cell: cell.level)
    )


def _index(level: int, following: int | None, cells: Sequence[StreamCell], *, begun: bool) -> float:
    """The level and, once it is begun, the share of the next cell's practices that are ticked."""
    ahead = [cell for cell in cells if cell.level == following and cell.practices and begun]
    return rounding.mean_level(level + sum(Fraction(cell.ticked, cell.practices) for cell in ahead))


def suggest(found: PartSuggestion | None, numbers: Sequence[int], answers: Distribution) -> StreamSuggestion | None:
    """What the answers to a stream's question suggest; None without an answer.

    Args:
        found: what the engine says of it.
        numbers: the levels, the lowest first; the scale has one answer for each.
        answers: the answers to its question.
    """
    if found is None:
        return None
    total = sum(number * count for number, count in zip(numbers, answers.answers, strict=True))
    return StreamSuggestion(
        level=int(found.value), mean_level=rounding.mean_level(Fraction(total, answers.n)), n=found.n
    )


def _rule(ticked: int | None, *, chosen: bool, held: bool) -> Rule:
    if chosen:
        return Rule.STREAM_CHOSEN
    if ticked is None:
        return Rule.STREAM_NOT_RATED
    return Rule.STREAM_TICKED if held else Rule.STREAM_FLOOR


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


def _outcome(
    numbers: Sequence[int], whole: PartResult, streams: Sequence[StreamResult], mean: float | None
) -> LevelOutcome:
    """The level of the weakest stream that takes part.

    A stream that was not rated stands at the lowest level, undetermined: a level is held when every stream shows it.
    """
    counted = [stream for stream in streams if stream.excluded is None]
    reached = level_of(whole, numbers[0])
    following = next((number for number in numbers if number > reached), None)
    lowest = [stream for stream in counted if following is not None and stream.level == reached]
    determined = is_settled(whole)
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
        place=stream.id,
        why=_rating(stream),
        goals=(),
        weak=stream.missing if stream.rated else (),
        open=() if stream.rated else stream.missing,
        work=len(stream.missing),
    )
