"""A model's result as plain values, for `score --json`. Its keys are a promise: others' programs read them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any, TypeAlias

from desktop.model.evaluation.part_results import MeasureResult, PartResult
from desktop.model.evaluation.states import Point
from desktop.model.maturity import Pack
from desktop.model.maturity.parts_pack import part_name, rules_of
from desktop.model.planning.gaps import Gap
from desktop.model.scoring.own_rules import part_trace
from desktop.model.scoring.results import (
    AnswerStatistics,
    AreaResult,
    GoalResult,
    GroupResult,
    LevelOutcome,
    ModelResult,
    PracticeResult,
    QuestionResult,
    StatementResult,
    StreamResult,
    Trace,
    TrackLevel,
    TrackResult,
)
from desktop.wording import outcome, part_results, planning, traces

Content = dict[str, Any]
Numbers: TypeAlias = Mapping[str, int]
_DEPTH = 1
"""So many levels of reasons stand with a trace; each of them is told in full with its own result."""


def model_content(result: ModelResult, pack: Pack, numbers: Numbers, whole: Gap, gaps: Sequence[Gap]) -> Content:
    """Everything scoring says about a model, and what is wanted of it.

    Args:
        result: its result.
        pack: the model.
        numbers: of the questions, as forms print them.
        whole: its level and the one wanted.
        gaps: of its areas, streams or tracks.
    """
    return {
        "id": result.model,
        "name": pack.name,
        "version": pack.version,
        "scheme": result.scheme,
        "standing": outcome.standing(result, pack),
        "index": result.index,
        "weakest": result.weakest,
        "level": None if result.parts else _level(result.level, pack, numbers),
        "answers": _answers(result.answers),
        "levels": [_group(level, pack, numbers) for level in result.levels],
        "categories": [_group(category, pack, numbers) for category in result.categories],
        "areas": [_area(area, pack, numbers) for area in result.areas],
        "practices": [_practice(practice, pack, numbers) for practice in result.practices],
        "streams": [_stream(stream, pack, numbers) for stream in result.streams],
        "tracks": [_track(track, pack, numbers) for track in result.tracks],
        "statements": [_statement(statement, pack, numbers) for statement in result.statements],
        "parts": [_part(part, pack, numbers) for part in result.parts],
        "questions": [_question(question, pack, numbers) for question in result.questions],
        "target": whole.target,
        "gap": whole.gap,
        "gaps": [_gap(gap, pack) for gap in gaps],
    }


def _level(level: LevelOutcome, pack: Pack, numbers: Numbers) -> Content:
    return {
        "reached": level.reached,
        "determined": level.determined,
        "next": level.next,
        "headline": outcome.headline(level, pack),
        "why": outcome.why(level, pack),
        "warnings": outcome.warnings(level),
        "blockers": [
            {
                "area": blocker.place,
                "why": blocker.why,
                "goals": blocker.goals,
                "weak": blocker.weak,
                "open": blocker.open,
                "text": outcome.blocker_text(blocker, pack),
            }
            for blocker in level.blockers
        ],
        "trace": _trace(level.trace, pack, numbers),
    }


def _group(group: GroupResult, pack: Pack, numbers: Numbers) -> Content:
    return {
        "id": group.id,
        "name": group.name,
        "areas": group.areas,
        "satisfied": group.satisfied,
        "rated": group.rated,
        "progress_index": group.progress_index,
        "in_place_percent": group.in_place_percent,
        "mean_percent": group.mean_percent,
        "trace": _trace(group.trace, pack, numbers),
    }


def _area(area: AreaResult, pack: Pack, numbers: Numbers) -> Content:
    return {
        "id": area.id,
        "name": area.name,
        "level": area.level,
        "categories": area.categories,
        "rating": area.rating,
        "satisfied_goals": area.satisfied_goals,
        "in_place_percent": area.in_place_percent,
        "answers": _answers(area.answers),
        "goals": [_goal(goal, pack, numbers) for goal in area.goals],
        "trace": _trace(area.trace, pack, numbers),
    }


def _goal(goal: GoalResult, pack: Pack, numbers: Numbers) -> Content:
    return {
        "id": goal.id,
        "name": pack.goal_by_id[goal.id][1].name,
        "rating": goal.rating,
        "in_place": goal.in_place,
        "practices": goal.practices,
        "weak": goal.weak,
        "open": goal.open,
        "weakness_missing": goal.weakness_missing,
        "trace": _trace(goal.trace, pack, numbers),
    }


def _practice(practice: PracticeResult, pack: Pack, numbers: Numbers) -> Content:
    return {
        "id": practice.id,
        "area": practice.area,
        "value": practice.value,
        "alternative": practice.alternative,
        "suggestion": practice.suggestion,
        "sources": practice.sources,
        "corroborated": practice.corroborated,
        "trace": _trace(practice.trace, pack, numbers),
    }


def _stream(stream: StreamResult, pack: Pack, numbers: Numbers) -> Content:
    return {
        "id": stream.id,
        "name": stream.name,
        "level": stream.level,
        "excluded": stream.excluded,
        "rated": stream.rated,
        "chosen": stream.chosen,
        "ticked": stream.ticked,
        "next": stream.next,
        "index": stream.index,
        "missing": stream.missing,
        "cells": stream.cells,
        "suggestion": stream.suggestion,
        "answers": _answers(stream.answers),
        "target": stream.target,
        "importance": stream.importance,
        "gap": stream.gap,
        "weighted_gap": stream.weighted_gap,
        "trace": _trace(stream.trace, pack, numbers),
    }


def _track(track: TrackResult, pack: Pack, numbers: Numbers) -> Content:
    return {
        "id": track.id,
        "name": track.name,
        "level": track.level,
        "uncapped": track.uncapped,
        "excluded": track.excluded,
        "determined": track.determined,
        "next": track.next,
        "caps": [
            {"id": cap, "at_most": pack.cap_by_id[cap].at_most, "reason": pack.cap_by_id[cap].reason}
            for cap in track.caps
        ],
        "stopping": track.stopping,
        "needed": track.needed,
        "levels": [_track_level(level, pack, numbers) for level in track.levels],
        "answers": _answers(track.answers),
        "target": track.target,
        "importance": track.importance,
        "gap": track.gap,
        "weighted_gap": track.weighted_gap,
        "warnings": track.warnings,
        "trace": _trace(track.trace, pack, numbers),
    }


def _track_level(level: TrackLevel, pack: Pack, numbers: Numbers) -> Content:
    content = {name: getattr(level, name) for name in level.__struct_fields__ if name != "trace"}
    return {**content, "trace": _trace(level.trace, pack, numbers)}


def _statement(statement: StatementResult, pack: Pack, numbers: Numbers) -> Content:
    return {
        "id": statement.id,
        "track": statement.track,
        "level": statement.level,
        "text": pack.statement_by_id[statement.id][1].text,
        "value": statement.value,
        "suggestion": statement.suggestion,
        "trace": _trace(statement.trace, pack, numbers),
    }


def _part(part: PartResult, pack: Pack, numbers: Numbers) -> Content:
    book = rules_of(pack)
    known = book.part_by_id[part.id]
    return {
        "id": part.id,
        "kind": part.kind,
        "parent": known.parent,
        "name": part_name(known),
        **_measure(part.result),
        "also": {name: _measure(measure) for name, measure in part.also.items()},
        "determined": part.result.determined,
        "by_rule": _point(part.by_rule),
        "caps": [{"id": cap.id, "at_most": _point(cap.at_most), "before": cap.before} for cap in part.caps],
        "counts": part.counts,
        "missing": part.missing,
        "next": None
        if part.ahead is None
        else {"level": part.ahead.level, "before": part.ahead.before, "open": part.ahead.open},
        "target": _point(part.target),
        "importance": part.importance,
        "gap": _plain(part.gap),
        "suggestion": None
        if part.suggestion is None
        else {"value": _plain(part.suggestion.value), "grade": part.suggestion.grade, "n": part.suggestion.n},
        "sources": None if part.answer is None else part.answer.sources,
        "text": part_results.stands(part.result),
        "trace": _trace(part_trace(part), pack, numbers),
    }


def _measure(measure: MeasureResult) -> Content:
    could = measure.could
    return {
        "value": _plain(measure.value),
        "grade": measure.grade,
        "blank": measure.blank,
        "low": None if could is None else _point(could.low),
        "high": None if could is None else _point(could.high),
    }


def _point(point: Point | None) -> Content | None:
    return None if point is None else {"value": _plain(point.value), "grade": point.grade}


def _plain(value: Fraction | None) -> int | float | None:
    """A fraction as the nearest number that JSON has; whole ones stay whole."""
    if value is None:
        return None
    return int(value) if value.denominator == 1 else float(value)


def _gap(gap: Gap, pack: Pack) -> Content:
    return {
        "place": gap.place,
        "name": planning.place_name(gap.place, pack),
        "level": gap.level,
        "rating": gap.rating,
        "rated": gap.rated,
        "target": gap.target,
        "own": gap.own,
        "importance": gap.importance,
        "gap": gap.gap,
        "weighted_gap": gap.weighted_gap,
        "missing": gap.missing,
        "text": planning.gap_text(gap),
    }


def _question(question: QuestionResult, pack: Pack, numbers: Numbers) -> Content:
    return {
        "id": question.id,
        "number": numbers.get(question.id),
        "area": question.place,
        "answers": _answers(question.answers),
        "trace": _trace(question.trace, pack, numbers),
    }


def _answers(answers: AnswerStatistics) -> Content:
    return {name: getattr(answers, name) for name in answers.__struct_fields__}


def _trace(trace: Trace, pack: Pack, numbers: Numbers, depth: int = _DEPTH) -> Content:
    content: Content = {"rule": trace.rule, "sentence": traces.sentence(trace, pack, numbers), "facts": trace.facts}
    if depth:
        content["parts"] = [_trace(part, pack, numbers, depth - 1) for part in trace.parts]
    return content
