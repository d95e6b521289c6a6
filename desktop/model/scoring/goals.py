"""Goals: rated by the practices that serve them, as the engine works it out."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.model.evaluation.blank_reasons import BlankReason
from desktop.model.evaluation.part_results import PartResult
from desktop.model.scoring.inputs import GoalJudgement
from desktop.model.scoring.part_levels import rating_of
from desktop.model.scoring.practices import applies, is_in_place, is_open, is_weak
from desktop.model.scoring.results import GoalResult, PracticeResult, Trace
from desktop.model.scoring.rules import Rule
from desktop.model.scoring.vocabulary import Rating

_BLANKS = {
    BlankReason.DOES_NOT_APPLY: Rule.GOAL_NOT_APPLICABLE,
    BlankReason.NOTHING_COUNTED: Rule.GOAL_WITHOUT_PRACTICES,
}


def goal_result(
    area: str,
    part: PartResult,
    practices: Sequence[PracticeResult],
    judgement: GoalJudgement,
    excluded: Rule | None = None,
) -> GoalResult:
    """One goal.

    A practice that is open (no value, not yet due, not applicable without a reason, or not corroborated) keeps it from
    being rated, whatever the others are. Unsatisfied, it needs the text of its weakness.

    Args:
        area: id of its area.
        part: what the engine says of it.
        practices: the practices that serve it.
        judgement: what the team says of it.
        excluded: the rule by which its area takes no part in the rating, if any; then nothing of it is weak or open.
    """
    counting = () if excluded else practices
    open_ = tuple(practice.id for practice in counting if is_open(practice))
    weak = tuple(practice.id for practice in counting if is_weak(practice))
    applying = [practice for practice in practices if applies(practice)]
    in_place = sum(map(is_in_place, applying))
    rating = rating_of(part)
    weakness_missing = rating is Rating.UNSATISFIED and not judgement.weakness.strip()
    return GoalResult(
        id=part.id,
        area=area,
        rating=rating,
        weak=weak,
        open=open_,
        in_place=in_place,
        practices=len(applying),
        weakness_missing=weakness_missing,
        trace=Trace(
            rule=excluded or _rule(part, rating),
            facts={
                "goal": part.id,
                "practices": len(applying),
                "in_place": in_place,
                "weak": weak,
                "open": open_,
                "weaknesses_significant": judgement.weaknesses_significant,
                "weakness_missing": weakness_missing,
            },
            parts=tuple(practice.trace for practice in counting),
        ),
    )


def _rule(part: PartResult, rating: Rating) -> Rule:
    if part.result.blank is not None:
        return _BLANKS.get(part.result.blank, Rule.GOAL_NOT_RATED)
    if rating is Rating.SATISFIED:
        return Rule.GOAL_SATISFIED
    return Rule.GOAL_SIGNIFICANT_WEAKNESS if part.judged else Rule.GOAL_WEAK_PRACTICES
