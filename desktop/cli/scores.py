"""A model's result as plain values, for `score --json`. Its keys are a promise: others' programs read them."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import partial
from typing import Any

from desktop.exchange.deliverable import PlannedModel
from desktop.model.evaluation.part_results import MeasureResult, PartResult
from desktop.model.evaluation.states import Point
from desktop.model.maturity.parts_pack import part_name, rules_of
from desktop.model.planning.roads import road
from desktop.model.scoring.own_rules import part_trace
from desktop.model.scoring.results import AnswerStatistics, GoalResult, LevelOutcome, Trace, TrackResult
from desktop.wording import outcome, part_results, planning, traces
from desktop.wording.coverage import head_line, stands
from desktop.wording.roads import step_text

Content = dict[str, Any]
_DEPTH = 1
"""So many levels of reasons stand with a trace; each of them is told in full with its own result."""

_GROUP = ("id", "name", "areas", "satisfied", "rated", "progress_index", "in_place_percent", "mean_percent")
_AREA = ("id", "name", "level", "categories", "rating", "satisfied_goals", "in_place_percent")
_GOAL = ("id", "rating", "in_place", "practices", "weak", "open", "weakness_missing")
_PRACTICE = ("id", "area", "value", "alternative", "suggestion", "sources", "corroborated")
_WANTED = ("target", "importance", "gap", "weighted_gap")
_STREAM = ("id", "name", "level", "excluded", "rated", "chosen", "ticked", "next", "index", "missing", "cells")
_TRACK = ("id", "name", "level", "uncapped", "excluded", "determined", "next", "stopping", "needed", "warnings")
_STATEMENT = ("id", "track", "level", "value", "suggestion")
_LEVEL = ("level", "met", "partly_met", "not_met", "not_applicable", "dont_know", "not_rated", "held")
_COVERED = ("parts", "corroborated", "affirmed", "needed")
_GAP = ("place", "level", "rating", "rated", "target", "own", "importance", "gap", "weighted_gap", "missing")


def model_content(part: PlannedModel) -> Content:
    """Everything scoring says about a model, and what is wanted of it."""
    pack, result, told = part.pack, part.result, partial(_told, part)
    return {
        "id": result.model,
        "name": pack.name,
        "version": pack.version,
        "scheme": pack.scheme,
        "standing": outcome.standing(result, pack),
        "index": result.index,
        "weakest": result.weakest,
        "level": None if result.parts else _level(part, result.level),
        "answers": _answers(result.answers),
        "levels": [told(level, _GROUP) for level in result.levels],
        "categories": [told(category, _GROUP) for category in result.categories],
        "areas": [
            told(
                area,
                _AREA,
                settled=area.id in part.settled,
                settled_although=part.in_spite.get(area.id),
                answers=_answers(area.answers),
                goals=[_goal(part, goal) for goal in area.goals],
            )
            for area in result.areas
        ],
        "practices": [told(practice, _PRACTICE) for practice in result.practices],
        "streams": [
            told(stream, (*_STREAM, "suggestion", *_WANTED), answers=_answers(stream.answers))
            for stream in result.streams
        ],
        "tracks": [_track(part, track) for track in result.tracks],
        "statements": [
            told(statement, _STATEMENT, text=pack.text_by_id[statement.id]) for statement in result.statements
        ],
        "parts": [_part(part, each) for each in result.parts],
        "questions": [
            told(
                question,
                ("id",),
                number=part.numbers.get(question.id),
                area=question.place,
                answers=_answers(question.answers),
            )
            for question in result.questions
        ],
        "coverage": _coverage(part),
        "target": part.whole.target,
        "gap": part.whole.gap,
        "gaps": [
            {
                **_fields(gap, _GAP),
                "name": planning.place_name(gap.place, pack),
                "text": planning.gap_text(gap),
            }
            for gap in part.gaps
        ],
        "road": [
            {
                **_fields(step, ("place", "asks")),
                "wanted": step.wanted if isinstance(step.wanted, int) else _point(step.wanted),
                "open": [asked for asked in step.asks if asked in step.open],
                "text": step_text(step, pack, result),
            }
            for step in road(pack, result)
        ],
    }


def _coverage(part: PlannedModel) -> Content:
    """How many sources speak of each part, and what is missing."""
    covered = part.coverage
    return {
        "text": head_line(covered, part.pack),
        "total": _fields(covered.total, _COVERED),
        "places": [_fields(place, ("place", *_COVERED)) for place in covered.places],
        "parts": [
            {
                **_fields(each, ("part", "place", "applies", "answers", "sources", "corroborated", "affirmed")),
                "counts": [{"kind": group.kind, "role": group.role, "count": count} for group, count in each.counts],
                "missing": [{"what": lack.kind, **lack.facts} for lack in each.lacks],
                "text": stands(each),
            }
            for each in covered.parts
        ],
    }


def _told(part: PlannedModel, row: Any, names: Sequence[str], **more: object) -> Content:  # noqa: ANN401 - any result
    """These fields of a result, more of it, and why it is so."""
    return {**_fields(row, names), **more, "trace": _trace(row.trace, part)}


def _fields(row: object, names: Sequence[str]) -> Content:
    return {name: getattr(row, name) for name in names}


def _level(part: PlannedModel, level: LevelOutcome) -> Content:
    blockers = [
        {
            "area": blocker.place,
            **_fields(blocker, ("why", "goals", "weak", "open")),
            "text": outcome.blocker_text(blocker, part.pack),
        }
        for blocker in level.blockers
    ]
    return _told(
        part,
        level,
        ("reached", "determined", "next"),
        headline=outcome.headline(level, part.pack),
        why=outcome.why(level, part.pack),
        warnings=outcome.warnings(level),
        blockers=blockers,
    )


def _goal(part: PlannedModel, goal: GoalResult) -> Content:
    return _told(part, goal, _GOAL, name=part.pack.text_by_id[goal.id])


def _track(part: PlannedModel, track: TrackResult) -> Content:
    caps = [part.pack.cap_by_id[cap] for cap in track.caps]
    return _told(
        part,
        track,
        (*_TRACK, *_WANTED),
        caps=[_fields(cap, ("id", "at_most", "reason")) for cap in caps],
        levels=[_told(part, level, _LEVEL) for level in track.levels],
        answers=_answers(track.answers),
    )


def _part(model: PlannedModel, part: PartResult) -> Content:
    known = rules_of(model.pack).part_by_id[part.id]
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
        "trace": _trace(part_trace(part), model),
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


def _answers(answers: AnswerStatistics) -> Content:
    return {name: getattr(answers, name) for name in answers.__struct_fields__}


def _trace(trace: Trace, part: PlannedModel, depth: int = _DEPTH) -> Content:
    sentence = traces.sentence(trace, part.pack, part.numbers)
    content: Content = {"rule": trace.rule, "sentence": sentence, "facts": trace.facts}
    if depth:
        content["parts"] = [_trace(each, part, depth - 1) for each in trace.parts]
    return content
