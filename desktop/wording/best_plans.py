"""Plans within a budget in words: what each action is in the plan for, what is left out or not reached, and why."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from fractions import Fraction

from msgspec import Struct

from desktop.language import N_, _, ngettext
from desktop.model.assessment.best_plans import AskedPlan
from desktop.model.maturity import Pack
from desktop.model.maturity.parts import WHOLE
from desktop.model.planning.budgeted.asked import ItemState, Pin, PlanItem
from desktop.model.planning.budgeted.told import Aim, BestPlan, LeftOut, LeftOutBecause, OpenAim, PlannedItem, Unreached
from desktop.model.planning.budgeted.wishes import Rank, Wish
from desktop.model.planning.quarters import Quarter
from desktop.model.records import Action
from desktop.model.scoring import rounding
from desktop.model.scoring.results import ModelResult
from desktop.wording import part_results
from desktop.wording.planning import gap_text, place_name
from desktop.wording.quarters import quarter_name

_MOST_REASONS, _MOST_NAMED = 3, 12
_DECIMALS = 2

HOW = N_(
    "The plan reaches the most, in this order: levels of models, up to their targets; areas, streams, tracks and parts "
    "at their targets, the important ones first; steps towards targets; then it costs the least, takes the least "
    "effort and the fewest actions, and does everything as early as it can."
)
"""What reaches the most, for whoever asks."""


class ToldPlan(Struct, frozen=True):
    """A plan with what it takes to tell it.

    Attributes:
        actions: by id, those that were asked about.
        packs: the models in use by id.
        currency: what costs are told in; empty where nobody said.
    """

    plan: BestPlan
    asked: AskedPlan
    actions: Mapping[str, Action]
    packs: Mapping[str, Pack]
    currency: str

    def item(self, action: str) -> PlanItem:
        """An action as it was asked about."""
        return next(item for item in self.asked.items if item.id == action)

    def quarter(self, number: int) -> Quarter:
        """A quarter of the plan, counted from 0."""
        return self.asked.first.shifted(number)


def why_planned(told: ToldPlan, planned: PlannedItem) -> str:
    """What would be lost without an action, what needs it, or that it is under way or pinned."""
    item = told.item(planned.id)
    whole = {(wish.model, wish.place) for wish in planned.grants if wish.rank is Rank.TARGET}
    telling = [wish for wish in planned.grants if wish.rank is not Rank.GAP or (wish.model, wish.place) not in whole]
    reasons = list(dict.fromkeys(wish_text(told, wish) for wish in telling))
    shown, more = reasons[:_MOST_REASONS], len(reasons) - _MOST_REASONS
    if more > 0:
        shown.append(ngettext("{count} thing more", "{count} things more", more).format(count=more))
    if planned.serves:
        shown.append(_("needed by {actions}").format(actions=_numbers(told, planned.serves)))
    if item.state is ItemState.UNDER_WAY:
        shown.append(_("under way"))
    elif item.pin is Pin.IN:
        shown.append(_("pinned"))
    return "; ".join(shown) or _("reaches something together with others")


def wish_text(told: ToldPlan, wish: Wish) -> str:
    """What is reached, in a few words: “level 2 of IT Service CMM”, “Contact point at level 3”, “goal SQA-G1”."""
    pack = told.packs[wish.model]
    if wish.goal:
        return _("goal {goal}").format(goal=wish.goal)
    gap = told.plan.before[wish.model].get(wish.place) or told.plan.after[wish.model][wish.place]
    place = place_name(wish.place, pack)
    if gap.part is not None:
        if wish.left:
            return _("{place} within {left} of its target").format(place=place, left=wish.left)
        return _("{place} at its target of {target}").format(
            place=place, target=part_results.point_text(gap.part.target)
        )
    if gap.rating is not None:
        return _("{place} satisfied").format(place=place)
    assert isinstance(gap.target, int)
    level = gap.target - wish.left
    if wish.rank is Rank.LEVEL:
        return _("level {level} of {model}").format(level=level, model=place)
    return _("{place} at level {level}").format(place=place, level=level)


def why_left_out(told: ToldPlan, left: LeftOut) -> str:
    """Why an action is not in the plan."""
    match left.because:
        case LeftOutBecause.COST:
            return _("Costs {amount} more than the budget leaves.").format(amount=_money(told, left.over))
        case LeftOutBecause.EFFORT:
            return _("Takes {days} person days more than there are by then.").format(days=amount(left.over))
        case LeftOutBecause.NEEDS:
            return _("Needs {actions}, which the plan leaves out.").format(actions=_numbers(told, left.needs))
    return _(_LEFT_OUT[left.because])


_LEFT_OUT = {
    LeftOutBecause.PINNED_OUT: N_("Pinned out."),
    LeftOutBecause.NOTHING: N_("Reaches no target that is still open, alone or with others."),
    LeftOutBecause.START: N_("It, or what it needs, is to begin after the plan ends or after its due date."),
    LeftOutBecause.ROOM: N_("There is no room for it beside what reaches more."),
}


def place_text(told: ToldPlan, each: Unreached) -> str:
    """A place that stays below its target, with its model, or the model."""
    pack = told.packs[each.model]
    if each.gap.place == WHOLE or len(told.packs) == 1:
        return place_name(each.gap.place, pack)
    return _("{place} · {model}").format(place=place_name(each.gap.place, pack), model=pack.name)


def why_unreached(told: ToldPlan, each: Unreached) -> str:
    """What no action works on, and which actions would bring the place further, with what they take."""
    parts = []
    if each.lacking:
        parts.append(_("No action works on {parts}.").format(parts=_parts(told.packs[each.model], each)))
    elif each.best is not None and each.best.gap and not each.actions:
        parts.append(_("No action brings it further."))
    if each.actions:
        text = ngettext(
            "{actions} would bring it further, at a cost of {cost} and {days} person days.",
            "{actions} would bring it further, at a cost of {cost} and {days} person days.",
            len(each.actions),
        )
        further = text.format(
            actions=_numbers(told, each.actions), cost=_money(told, each.cost), days=amount(each.effort)
        )
        parts.append(f"{further[:1].upper()}{further[1:]}")
    return " ".join(parts) or _("It cannot be told what it lacks.")


def stands_after(each: Unreached) -> str:
    """Where a place stands at the end of the plan, and what is wanted of it."""
    return gap_text(each.gap)


def head_line(told: ToldPlan) -> str:
    """How many actions are planned, and how much of what is wanted they reach."""
    plan = told.plan
    short = [(model, place) for model, gaps in plan.before.items() for place, gap in gaps.items() if gap.gap]
    met = sum(_met(plan, model, place) for model, place in short)
    open_ = len(plan.planned) + len(plan.left_out)
    actions = ngettext("{planned} of {count} open action planned", "{planned} of {count} open actions planned", open_)
    targets = ngettext("{met} of {count} target reached", "{met} of {count} targets reached", len(short))
    return _("{actions}, {targets}.").format(
        actions=actions.format(planned=len(plan.planned), count=open_),
        targets=targets.format(met=met, count=len(short)),
    )


def spent_line(told: ToldPlan) -> str:
    """What the plan costs and takes, with what there is."""
    budget, plan = told.asked.budget, told.plan
    cost = _of(_money(told, plan.cost), None if budget.cost is None else _money(told, budget.cost))
    parts = [_("Cost {cost}").format(cost=cost)]
    for number, days in enumerate(plan.effort):
        limit = None if budget.effort is None else amount(budget.effort)
        text = _("{quarter}: {days} person days")
        parts.append(text.format(quarter=quarter_name(told.quarter(number)), days=_of(amount(days), limit)))
    return "; ".join(parts)


def standings(told: ToldPlan, model: str) -> list[str]:
    """Where a model stands now and would stand at the end of each quarter."""
    return [_standing(result) for result in told.plan.outlook[model]]


def levels_line(told: ToldPlan, model: str) -> str:
    """Where a model stands now and at the end of each quarter."""
    now, *ends = standings(told, model)
    later = ", ".join(f"{quarter_name(told.quarter(number))} {level}" for number, level in enumerate(ends))
    return _("{model}: now {now}; by the end of {later}").format(model=told.packs[model].name, now=now, later=later)


def growth_line(told: ToldPlan) -> str:
    """By how much the budget would have to grow; empty where that is not what is missing."""
    growth = told.plan.growth
    if growth is None:
        return ""
    cost, days = _money(told, growth.cost), amount(growth.effort)
    if growth.cost and growth.effort:
        text = _(
            "All that the actions can reach would cost {cost} more, and take {days} person days more in each quarter."
        )
    elif growth.cost:
        text = _("All that the actions can reach would cost {cost} more.")
    else:
        text = _("All that the actions can reach would take {days} person days more in each quarter.")
    return text.format(cost=cost, days=days)


def warnings(told: ToldPlan) -> Iterator[str]:
    """What whoever relies on the plan has to know."""
    plan, asked = told.plan, told.asked
    if plan.over_cost:
        yield _("What is under way costs {amount} more than the budget.").format(amount=_money(told, plan.over_cost))
    for number, days in enumerate(plan.over_effort):
        if days:
            text = _("What is under way takes {days} person days more than {quarter} has.")
            yield text.format(days=amount(days), quarter=quarter_name(told.quarter(number)))
    if plan.without_effort and asked.budget.effort is not None:
        yield _("Nobody has said what effort {actions} takes; it counts as nothing.").format(
            actions=_numbers(told, plan.without_effort)
        )
    if plan.without_cost and asked.budget.cost is not None:
        yield _("Nobody has said what {actions} costs; it counts as nothing.").format(
            actions=_numbers(told, plan.without_cost)
        )
    if asked.overdue:
        text = _("The due date of {actions} has passed before the plan begins; it binds nothing.")
        yield text.format(actions=_numbers(told, asked.overdue))
    aimless = [item.id for item in asked.items if item.state is ItemState.OPEN and not item.effects]
    if aimless:
        yield _("Nobody has said what {actions} improves in the models that the plan looks at.").format(
            actions=_numbers(told, aimless)
        )
    for model in plan.falling:
        text = _(
            "The rules of {model} can take away what was reached when more is done. What the plan promises of it was "
            "confirmed, but another plan may be better."
        )
        yield text.format(model=told.packs[model].name)
    for aim in plan.open_aims:
        yield open_aim_text(told, aim)


def open_aim_text(told: ToldPlan, aim: OpenAim) -> str:
    """What time did not suffice to prove, with how far the plan may be from the best."""
    named = _(_AIMS[aim.aim])
    found, bound = (_counted(told, aim.aim, value) for value in (aim.found, aim.bound))
    if aim.bound is None:
        return _("Time was over before the best was looked for: {aim} (here {found}).").format(aim=named, found=found)
    text = _("Time was over before the best was proved: {aim} is {found} here, and {bound} at best.")
    return text.format(aim=named, found=found, bound=bound)


_AIMS = {
    Aim.PINNED: N_("actions pinned into the plan"),
    Aim.LEVELS: N_("levels of models"),
    Aim.TARGETS: N_("targets met, by importance"),
    Aim.GAPS: N_("steps towards targets, by importance"),
    Aim.COST: N_("cost"),
    Aim.EFFORT: N_("person days"),
    Aim.ACTIONS: N_("number of actions"),
    Aim.LEVELS_EARLY: N_("levels reached early"),
    Aim.EARLY: N_("actions done early"),
}


def amount(value: Fraction | None) -> str:
    """An amount with two decimals at most, none where it is whole."""
    found = rounding.half_up(value or Fraction(0), _DECIMALS)
    return f"{found:f}".rstrip("0").rstrip(".") if found % 1 else f"{found:.0f}"


def _counted(told: ToldPlan, aim: Aim, value: Fraction | None) -> str:
    return _money(told, value) if aim is Aim.COST else amount(value)


def _of(found: str, limit: str | None) -> str:
    return found if limit is None else _("{found} of {limit}").format(found=found, limit=limit)


def _money(told: ToldPlan, value: Fraction | None) -> str:
    if not told.currency:
        return amount(value)
    return _("{amount} {currency}").format(amount=amount(value), currency=told.currency)


def _standing(result: ModelResult) -> str:
    if result.whole is not None:
        return part_results.stands(result.whole.result)
    return str(result.level.reached)


def _met(plan: BestPlan, model: str, place: str) -> bool:
    after = plan.after[model].get(place)
    return after is not None and after.gap == 0


def _numbers(told: ToldPlan, ids: Collection[str]) -> str:
    """Actions by their numbers: “action 3”, “actions 3, 4 and 9 more”."""
    numbers = sorted(told.actions[id_].number for id_ in ids)
    shown = ", ".join(map(str, numbers[:_MOST_NAMED]))
    if (more := len(numbers) - _MOST_NAMED) > 0:
        shown = _("{numbers} and {more} more").format(numbers=shown, more=more)
    return ngettext("action {numbers}", "actions {numbers}", len(numbers)).format(numbers=shown)


def _parts(pack: Pack, each: Unreached) -> str:
    """What no action works on: places by name, other parts by their ids."""
    found = [pack.place_by_id[id_].name if id_ in pack.place_by_id else id_ for id_ in each.lacking]
    shown = ", ".join(found[:_MOST_NAMED])
    more = len(found) - _MOST_NAMED
    return _("{parts} and {more} more").format(parts=shown, more=more) if more > 0 else shown
