"""The best plan of 200 actions for three models, against the solver alone on the programmes that it comes down to."""

from __future__ import annotations

import random
import sys
import time
from fractions import Fraction
from typing import Any

from tests.bench.data import Data
from tests.bench.measure import Program, tell
from tests.bench.row import Row

ACTIONS, QUARTERS = 200, 8
MODELS = ("it-service-cmm", "service-provisioning", "itsm-maturity-curve")
SHARE = Fraction(1, 10)
"""How much of what all actions take the budget has."""


def programs(_data: Data) -> tuple[Program, Program]:
    command = ["-m", __spec__.name]
    return Program([*command, "ours"]), Program([*command, "baseline"])


ROW = Row(
    title=f"the best plan of {ACTIONS} actions over {QUARTERS} quarters",
    against="building and solving the same integer programmes by highspy alone",
    target=3.0,
    pairs=3,
    needs="",
    programs=programs,
)


def ours() -> float:
    from desktop.model.planning.budgeted.best_plan import best_plan

    case = make_case()
    started = time.perf_counter()
    found = best_plan(*case)
    seconds = time.perf_counter() - started
    assert found is not None
    assert not found.open_aims
    return seconds


def baseline() -> float:
    import highspy

    from desktop.model.planning.budgeted.best_plan import best_plan
    from desktop.model.planning.budgeted.programme import Programme

    models: list[Any] = []
    solve = Programme.largest

    def noted(self: Programme, terms: Any) -> Any:
        found = solve(self, terms)
        models.append(self._solver.getModel())
        return found

    Programme.largest = noted  # type: ignore[method-assign]
    best_plan(*make_case())
    started = time.perf_counter()
    for model in models:
        solver = highspy.Highs()
        for option, value in {"output_flag": False, "threads": 1, "mip_rel_gap": 0.0, "mip_abs_gap": 0.5}.items():
            solver.setOptionValue(option, value)
        solver.passModel(model)
        solver.run()
    return time.perf_counter() - started


def make_case() -> tuple[Any, ...]:
    """Actions, models and budget, the same at every call."""
    from msgspec.structs import replace

    from desktop.model.maturity import shelf
    from desktop.model.maturity.parts import WHOLE
    from desktop.model.planning.budgeted.asked import Budget, Effect, PlanItem, PlanModel
    from desktop.model.planning.origins import cell_origin, goal_origin, statement_origin
    from desktop.model.scoring.inputs import TargetJudgement
    from tests.builders import nothing_said
    from tests.builders_schemes import no_levels, said_of

    chance = random.Random(1)
    models, effects = [], []
    for id_ in MODELS:
        pack = shelf.find(id_)
        if pack.areas:
            given, origins = nothing_said(scale=pack.scales[0].id), [goal_origin(goal) for goal in pack.goal_by_id]
        elif pack.streams:
            given = no_levels()
            origins = [cell_origin(each.id, cell.level) for each in pack.streams for cell in each.cells]
        else:
            given, origins = said_of(pack, up_to=1), [statement_origin(each) for each in pack.statement_by_id]
        places = {place: TargetJudgement(None, chance.randint(1, 5)) for place in pack.place_by_id}
        models.append(PlanModel(pack, replace(given, targets={**places, WHOLE: TargetJudgement(3)})))
        effects += [Effect(id_, origin) for origin in origins]
    items = [
        PlanItem(
            id=f"action {number}",
            effects=tuple(chance.sample(effects, chance.choice((1, 1, 1, 2)))),
            cost=Fraction(chance.randint(1, 200) * 50),
            effort=Fraction(chance.randint(1, 60), 2),
            due=chance.choice((None, None, None, chance.randrange(QUARTERS))),
            needs=(f"action {chance.randrange(number)}",) if number and chance.random() < 0.2 else (),
        )
        for number in range(ACTIONS)
    ]
    cost = sum((item.cost or Fraction(0) for item in items), Fraction(0)) * SHARE
    effort = sum((item.effort or Fraction(0) for item in items), Fraction(0)) * SHARE / QUARTERS
    return items, models, Budget(QUARTERS, cost, effort, seconds=120.0)


if __name__ == "__main__":
    tell({"ours": ours, "baseline": baseline}[sys.argv[1]]())
