"""Models with rules of their own: one engine works out every part of the tree."""

from __future__ import annotations

from fractions import Fraction

from desktop.model.evaluation.part_results import Fact, PartResult
from desktop.model.evaluation.states import Point
from desktop.model.maturity import Pack
from desktop.model.scoring.results import Detail, LevelOutcome, OwnRulesResult, Trace
from desktop.model.scoring.rules import Rule
from desktop.model.scoring.worked_out import WorkedOut


def result_of(pack: Pack, now: WorkedOut) -> OwnRulesResult:
    """Everything that a pack's own rules say about a model of an assessment.

    What is given for ids that the pack has not is left aside.

    Args:
        pack: the model.
        now: what its results are read off.
    """
    book, read = now.engine.book, now.read
    results = {part.id: now.engine.result(part.id) for part in book.parts}
    whole = results[book.root.id]
    return OwnRulesResult(
        model=pack.id,
        level=LevelOutcome(
            reached=0,
            determined=whole.result.determined,
            next=None,
            blockers=(),
            warnings=(),
            trace=part_trace(whole),
        ),
        questions=read.questions,
        answers=read.answers,
        parts=(whole, *(result for id_, result in results.items() if id_ != whole.id)),
    )


def part_trace(part: PartResult) -> Trace:
    """Why a part stands as it does: what it is, and beneath it what had a part in that, in its order."""
    point = part.result.point or Point()
    return Trace(
        rule=Rule.OWN_RULES,
        facts={
            "part": part.id,
            "value": _detail(point.value),
            "grade": point.grade,
            "blank": None if part.result.blank is None else part.result.blank.value,
        },
        parts=tuple(
            Trace(rule=ground.code.value, facts={name: _detail(value) for name, value in ground.facts.items()})
            for ground in part.result.grounds
        ),
    )


def _detail(value: Fact) -> Detail:
    if isinstance(value, Fraction):
        return int(value) if value.denominator == 1 else float(value)
    return value
