"""Plans within a budget for tests, told: a small model that is to reach level 2, and actions for its goals."""

from __future__ import annotations

from fractions import Fraction

from msgspec.structs import replace

from desktop.model.assessment.best_plans import AskedPlan
from desktop.model.maturity.parts import WHOLE
from desktop.model.planning.budgeted.asked import Budget, Effect, PlanItem, PlanModel
from desktop.model.planning.budgeted.best_plan import best_plan
from desktop.model.planning.quarters import Quarter
from desktop.model.records import Action
from desktop.model.scoring.inputs import TargetJudgement
from desktop.wording.best_plans import ToldPlan
from tests.builders import nothing_said, tiny_pack

PACK = tiny_pack(levels=2)
GIVEN = replace(nothing_said(), targets={WHOLE: TargetJudgement(2), "PLN": TargetJudgement(1, 3)})


def item(name: str, *goals: str, cost: int | None = 100, effort: int | None = 10, **more: object) -> PlanItem:
    effects = tuple(Effect("tiny", f"goal:{goal}") for goal in goals)
    made = PlanItem(
        name, effects, None if cost is None else Fraction(cost), None if effort is None else Fraction(effort)
    )
    return replace(made, **more)


def told(items: list[PlanItem], budget: Budget, currency: str = "EUR", overdue: tuple[str, ...] = ()) -> ToldPlan:
    models = (PlanModel(PACK, GIVEN),)
    plan = best_plan(items, models, budget)
    assert plan is not None
    actions = {each.id: Action(id=each.id, number=n, title=each.id) for n, each in enumerate(items, start=1)}
    return ToldPlan(
        plan, AskedPlan(tuple(items), models, budget, Quarter(2031, 2), overdue), actions, {"tiny": PACK}, currency
    )
