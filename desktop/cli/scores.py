"""A model's result as plain values, for `score --json`. Its keys are a promise: others' programs read them."""

from __future__ import annotations

from typing import Any

from desktop.model.maturity import Pack
from desktop.model.scoring.results import (
    AnswerStatistics,
    AreaResult,
    GoalResult,
    GroupResult,
    LevelOutcome,
    ModelResult,
    PracticeResult,
    QuestionResult,
    Trace,
)
from desktop.wording import outcome, traces

Content = dict[str, Any]
_DEPTH = 1
"""So many levels of reasons stand with a trace; each of them is told in full with its own result."""


def model_content(result: ModelResult, pack: Pack) -> Content:
    """Everything scoring says about a model."""
    return {
        "id": result.model,
        "name": pack.name,
        "version": pack.version,
        "scheme": result.scheme,
        "level": _level(result.level, pack),
        "answers": _answers(result.answers),
        "levels": [_group(level, pack) for level in result.levels],
        "categories": [_group(category, pack) for category in result.categories],
        "areas": [_area(area, pack) for area in result.areas],
        "practices": [_practice(practice, pack) for practice in result.practices],
        "questions": [_question(question, pack) for question in result.questions],
    }


def _level(level: LevelOutcome, pack: Pack) -> Content:
    return {
        "reached": level.reached,
        "determined": level.determined,
        "next": level.next,
        "headline": outcome.headline(level, pack),
        "why": outcome.why(level, pack),
        "warnings": outcome.warnings(level),
        "blockers": [
            {
                "area": blocker.area,
                "why": blocker.why,
                "goals": blocker.goals,
                "weak": blocker.weak,
                "open": blocker.open,
                "text": outcome.blocker_text(blocker, pack),
            }
            for blocker in level.blockers
        ],
        "trace": _trace(level.trace, pack),
    }


def _group(group: GroupResult, pack: Pack) -> Content:
    return {
        "id": group.id,
        "name": group.name,
        "areas": group.areas,
        "satisfied": group.satisfied,
        "rated": group.rated,
        "progress_index": group.progress_index,
        "in_place_percent": group.in_place_percent,
        "mean_percent": group.mean_percent,
        "trace": _trace(group.trace, pack),
    }


def _area(area: AreaResult, pack: Pack) -> Content:
    return {
        "id": area.id,
        "name": area.name,
        "level": area.level,
        "categories": area.categories,
        "rating": area.rating,
        "satisfied_goals": area.satisfied_goals,
        "in_place_percent": area.in_place_percent,
        "answers": _answers(area.answers),
        "goals": [_goal(goal, pack) for goal in area.goals],
        "trace": _trace(area.trace, pack),
    }


def _goal(goal: GoalResult, pack: Pack) -> Content:
    return {
        "id": goal.id,
        "name": pack.goal_by_id[goal.id][1].name,
        "rating": goal.rating,
        "in_place": goal.in_place,
        "practices": goal.practices,
        "weak": goal.weak,
        "open": goal.open,
        "weakness_missing": goal.weakness_missing,
        "trace": _trace(goal.trace, pack),
    }


def _practice(practice: PracticeResult, pack: Pack) -> Content:
    return {
        "id": practice.id,
        "area": practice.area,
        "value": practice.value,
        "alternative": practice.alternative,
        "suggestion": practice.suggestion,
        "sources": practice.sources,
        "corroborated": practice.corroborated,
        "trace": _trace(practice.trace, pack),
    }


def _question(question: QuestionResult, pack: Pack) -> Content:
    return {
        "id": question.id,
        "area": question.area,
        "answers": _answers(question.answers),
        "trace": _trace(question.trace, pack),
    }


def _answers(answers: AnswerStatistics) -> Content:
    return {name: getattr(answers, name) for name in answers.__struct_fields__}


def _trace(trace: Trace, pack: Pack, depth: int = _DEPTH) -> Content:
    content: Content = {"rule": trace.rule, "sentence": traces.sentence(trace, pack), "facts": trace.facts}
    if depth:
        content["parts"] = [_trace(part, pack, depth - 1) for part in trace.parts]
    return content
