"""`plan`: which actions, in which quarter, reach the most within a budget; shown, and taken up when that is wanted."""

from __future__ import annotations

import datetime as dt
from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from fractions import Fraction

from desktop.cli.console import Console
from desktop.cli.past import opened_then
from desktop.cli.reading import opened_to_edit
from desktop.cli.table_lines import table_lines
from desktop.exchange.tables.best_plan import left_out_actions, planned_actions, unreached_places
from desktop.language import _, ngettext
from desktop.model.assessment import Assessment
from desktop.model.assessment.best_plans import Ambition
from desktop.model.assessment.decimals import amount_text
from desktop.model.errors import RefusalError
from desktop.model.planning.budgeted.asked import Budget, Pin
from desktop.model.planning.budgeted.best_plan import best_plan
from desktop.model.scoring import rounding
from desktop.wording.best_plans import (
    HOW,
    ToldPlan,
    growth_line,
    head_line,
    levels_line,
    spent_line,
    standings,
    warnings,
    why_left_out,
    why_planned,
    why_unreached,
    wish_text,
)
from desktop.wording.past_moments import moment_day
from desktop.wording.quarters import quarter_name

_DECIMALS = 2


def run(arguments: Namespace, console: Console) -> int:
    """Look for the best plan; with ``--accept``, set start and due date of its actions.

    Raises:
        RefusalError: see `BestPlans.asked`; ``plan.no_date``, ``plan.action_unknown``.
    """
    with _opened(arguments, console) as assessment:
        moment = assessment.moment
        today = dt.datetime.now().astimezone().date() if moment is None else moment_day(moment)
        told = _found(assessment, arguments, today)
        accepted = None
        if arguments.accept:
            accepted = assessment.best_plans.accept(told.plan, told.asked.first, today)
    for line in _lines(told):
        console.say(line)
    for warning in warnings(told):
        console.tell(warning)
    if arguments.accept:
        count = 0 if accepted is None else len(accepted.rows)
        text = ngettext("Set the dates of {count} action.", "Set the dates of {count} actions.", count)
        console.say(text.format(count=count))
    else:
        console.tell(_("Nothing was changed. Set start and due dates with --accept."))
    console.result(_content(told, accepted=accepted is not None))
    return 0


def _opened(arguments: Namespace, console: Console) -> AbstractContextManager[Assessment]:
    if arguments.accept:
        return opened_to_edit(arguments.file, arguments.author, console)
    return opened_then(arguments.file, arguments.as_of, console)


def _found(assessment: Assessment, arguments: Namespace, today: dt.date) -> ToldPlan:
    budget = Budget(arguments.quarters, _amount(arguments.cost), _amount(arguments.effort), arguments.seconds)
    model, level = arguments.model or "", arguments.level or ""
    if level and not model:
        used = [each.id for each in assessment.models.all()]
        if len(used) != 1:
            raise RefusalError("plan.which_model", known=tuple(used))
        (model,) = used
    asked = assessment.best_plans.asked(
        budget,
        Ambition(model, level),
        _day(arguments.starts) or today,
        _pins(assessment, arguments),
        keep_dates=not arguments.free_dates,
    )
    plan = best_plan(asked.items, asked.models, asked.budget)
    assert plan is not None
    return ToldPlan(
        plan=plan,
        asked=asked,
        actions={action.id: action for action in assessment.actions.all()},
        packs={each.pack.id: each.pack for each in asked.models},
        currency=assessment.preparation.details().currency,
    )


def _amount(typed: str | None) -> Fraction | None:
    return None if not typed else Fraction(amount_text(typed))


def _day(typed: str | None) -> dt.date | None:
    if not typed:
        return None
    try:
        return dt.date.fromisoformat(typed)
    except ValueError as error:
        raise RefusalError("plan.no_date", value=typed) from error


def _pins(assessment: Assessment, arguments: Namespace) -> dict[str, Pin]:
    known = {action.number: action.id for action in assessment.actions.all()}
    pins = {}
    for pin, numbers in ((Pin.IN, arguments.pin_in), (Pin.OUT, arguments.pin_out)):
        for number in numbers:
            if number not in known:
                raise RefusalError("plan.action_unknown", number=number)
            pins[known[number]] = pin
    return pins


def _lines(told: ToldPlan) -> Iterator[str]:
    yield head_line(told)
    yield spent_line(told)
    yield from (levels_line(told, model) for model in told.packs)
    if growth := growth_line(told):
        yield growth
    for table in (planned_actions(told), left_out_actions(told), unreached_places(told)):
        if table.rows:
            yield ""
            yield table.name
            yield from table_lines(table)
    yield ""
    yield _(HOW)


def _content(told: ToldPlan, *, accepted: bool) -> dict[str, object]:
    plan, asked = told.plan, told.asked
    return {
        "quarters": _quarters(told, range(asked.budget.quarters)),
        "budget": {
            "cost": _number(asked.budget.cost),
            "effort": _number(asked.budget.effort),
        },
        "cost": _number(plan.cost),
        "effort": [_number(days) for days in plan.effort],
        "planned": [
            {
                **_action(told, row.id),
                "starts": quarter_name(told.quarter(row.starts)),
                "quarter": quarter_name(told.quarter(row.quarter)),
                "reaches": [wish_text(told, wish) for wish in row.grants],
                "needed_by": _numbers(told, row.serves),
                "text": why_planned(told, row),
            }
            for row in plan.planned
        ],
        "left_out": [
            {
                **_action(told, row.id),
                "because": row.because,
                "over": _number(row.over),
                "needs": _numbers(told, row.needs),
                "text": why_left_out(told, row),
            }
            for row in plan.left_out
        ],
        "unreached": [
            {
                "model": row.model,
                "place": row.gap.place,
                "level": row.gap.level,
                "target": row.gap.target,
                "gap": row.gap.gap,
                "lacking": row.lacking,
                "actions": _numbers(told, row.actions),
                "cost": _number(row.cost),
                "effort": _number(row.effort),
                "text": why_unreached(told, row),
            }
            for row in plan.unreached
        ],
        "growth": plan.growth and {"cost": _number(plan.growth.cost), "effort": _number(plan.growth.effort)},
        "levels": {model: standings(told, model) for model in told.packs},
        "proved": not plan.open_aims,
        "warnings": list(warnings(told)),
        "accepted": accepted,
    }


def _action(told: ToldPlan, id_: str) -> dict[str, object]:
    action = told.actions[id_]
    return {"id": id_, "number": action.number, "title": action.title, "owner": action.owner}


def _numbers(told: ToldPlan, ids: Sequence[str]) -> list[int]:
    return sorted(told.actions[id_].number for id_ in ids)


def _quarters(told: ToldPlan, numbers: range) -> list[str]:
    return [quarter_name(told.quarter(number)) for number in numbers]


def _number(value: Fraction | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value.denominator == 1 else rounding.plain(rounding.half_up(value, _DECIMALS))
