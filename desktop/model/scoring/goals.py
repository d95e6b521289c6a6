"""Goals: rated by the practices that serve them."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.model.scoring.inputs import GoalJudgement
from desktop.model.scoring.practices import applies, is_in_place, is_open, is_weak
from desktop.model.scoring.results import GoalResult, PracticeResult, Trace
from desktop.model.scoring.rules import Rule
from desktop.model.scoring.vocabulary import Characterisation, Rating

RATINGS = {
    Rule.GOAL_SATISFIED: Rating.SATISFIED,
    Rule.GOAL_WEAK_PRACTICES: Rating.UNSATISFIED,
    Rule.GOAL_SIGNIFICANT_WEAKNESS: Rating.UNSATISFIED,
    Rule.GOAL_NOT_RATED: Rating.NOT_RATED,
    Rule.GOAL_NOT_APPLICABLE: Rating.NOT_APPLICABLE,
    Rule.GOAL_WITHOUT_PRACTICES: Rating.NOT_RATED,
    Rule.GOAL_AREA_NOT_APPLICABLE: Rating.NOT_APPLICABLE,
    Rule.GOAL_AREA_OUT_OF_SCOPE: Rating.OUT_OF_SCOPE,
}
"""The rating that each rule gives."""


def goal_result(
    area: str,
    goal: str,
    practices: Sequence[PracticeResult],
    judgement: GoalJudgement,
    excluded: Rule | None = None,
) -> GoalResult:
    """One goal, by the first of these that holds.

    1. Its area is out of scope or not applicable: so is the goal, and nothing of it is weak or open.
    2. No practice serves it: NOT_RATED.
    3. None of its practices applies: NOT_APPLICABLE.
    4. A practice is open (no value, not yet due, not applicable without a reason, or not corroborated): NOT_RATED,
       whatever the others are.
    5. A practice is PARTIALLY or NOT in place without an accepted alternative, or the weaknesses together are
       significant: UNSATISFIED. Which weakness must then be stated.
    6. SATISFIED.

    Args:
        area: id of its area.
        goal: its id.
        practices: the practices that serve it.
        judgement: what the team says of it.
        excluded: the rule by which its area takes no part in the rating, if any.
    """
    counting = () if excluded else practices
    open_ = tuple(practice.id for practice in counting if is_open(practice))
    weak = tuple(practice.id for practice in counting if is_weak(practice))
    applying = [practice for practice in practices if applies(practice)]
    in_place = sum(map(is_in_place, applying))
    rule = excluded or _rule(practices, judgement, open_=bool(open_), weak=bool(weak))
    rating = RATINGS[rule]
    weakness_missing = rating is Rating.UNSATISFIED and not judgement.weakness.strip()
    return GoalResult(
        id=goal,
        area=area,
        rating=rating,
        weak=weak,
        open=open_,
        in_place=in_place,
        practices=len(applying),
        weakness_missing=weakness_missing,
        trace=Trace(
            rule=rule,
            facts={
                "goal": goal,
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


def _rule(practices: Sequence[PracticeResult], judgement: GoalJudgement, *, open_: bool, weak: bool) -> Rule:
    if not practices:
        return Rule.GOAL_WITHOUT_PRACTICES
    if open_:
        return Rule.GOAL_NOT_RATED
    if all(practice.value is Characterisation.NOT_APPLICABLE for practice in practices):
        return Rule.GOAL_NOT_APPLICABLE
    if weak:
        return Rule.GOAL_WEAK_PRACTICES
    return Rule.GOAL_SIGNIFICANT_WEAKNESS if judgement.weaknesses_significant else Rule.GOAL_SATISFIED
