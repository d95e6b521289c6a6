"""The plan within a budget is the best there is: nothing that tries every plan finds a better one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import HealthCheck
from hypothesis import given as drawn
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.model.assessment import Assessment
from desktop.model.maturity.parts import WHOLE
from desktop.model.planning.best_answers import with_best_answers
from desktop.model.planning.budgeted.asked import Budget, Effect, ItemState, Pin, PlanItem, PlanModel
from desktop.model.planning.budgeted.best_plan import best_plan
from desktop.model.planning.budgeted.told import Aim, BestPlan, Growth, LeftOut, LeftOutBecause, OpenAim
from desktop.model.planning.budgeted.wishes import Rank, Standing, Wish, standing, wishes
from desktop.model.planning.part_targets import offered_targets
from desktop.model.planning.what_if import what_if, with_reached
from desktop.model.scoring.inputs import AreaJudgement, TargetJudgement
from desktop.model.scoring.vocabulary import Characterisation, Fulfilment
from tests.builders import all_in_place, nothing_said, tiny_pack, with_areas, with_practices
from tests.builders_schemes import no_levels, said_of, ticked, tiny_criteria, tiny_streams
from tests.own_rules import own_rules, say
from tests.thoroughness import tries

STAGED, STREAMS, CRITERIA = tiny_pack(), tiny_streams(), tiny_criteria()
NOT = Characterisation.NOT
Plan = Mapping[str, int]


_STANDINGS: dict[tuple[int, frozenset[str]], Standing] = {}
"""What was worked out already: cases share few models, and each has few parts that actions can reach."""


def stands(model: PlanModel, items: Sequence[PlanItem]) -> Standing:
    """By the plain what if."""
    done = frozenset(effect.origin for item in items for effect in item.effects if effect.model == model.pack.id)
    key = id(model), done
    if key not in _STANDINGS:
        reached = sorted(done)
        found = standing(with_reached(model.pack, model.given, reached), what_if(model.pack, model.given, reached))
        _STANDINGS[key] = found
    return _STANDINGS[key]


class Trying:
    """Every plan, one by one, and what the aims say of it: the published order, written once more and plainly."""

    def __init__(self, items: Sequence[PlanItem], models: Sequence[PlanModel], budget: Budget) -> None:
        self.items, self.models, self.budget = items, models, budget
        done = [item for item in items if item.state is ItemState.DONE]
        self.wanted: list[Wish] = []
        for model in models:
            self.wanted += wishes(model.pack.id, stands(model, done), stands(model, items))
        self._granted: dict[frozenset[str], frozenset[Wish]] = {}

    def granted(self, done: frozenset[str]) -> frozenset[Wish]:
        if done not in self._granted:
            some = [item for item in self.items if item.id in done or item.state is ItemState.DONE]
            found = {model.pack.id: stands(model, some) for model in self.models}
            self._granted[done] = frozenset(wish for wish in self.wanted if wish.granted(found[wish.model]))
        return self._granted[done]

    def all(self) -> Iterator[Plan]:
        quarters = range(self.budget.quarters)
        for choice in product(*([None, *quarters] for _item in self.items)):
            plan = {item.id: at for item, at in zip(self.items, choice, strict=True) if at is not None}
            if self.allowed(plan):
                yield plan

    def allowed(self, plan: Plan) -> bool:
        return all(self.kept(item, plan) for item in self.items) and self.paid(plan)

    def kept(self, item: PlanItem, plan: Plan) -> bool:
        """Whether it is planned as it may be."""
        at, known = plan.get(item.id), {each.id: each.state for each in self.items}
        if item.state is not ItemState.OPEN:
            return at == (None if item.state is ItemState.DONE else item.quarter)
        if at is None:
            return True
        late = item.due is not None and at > max(item.due, 0)
        needs = [need for need in item.needs if known.get(need, ItemState.DONE) is not ItemState.DONE]
        early = at < self.begins(item)
        return (
            item.pin is not Pin.OUT and not late and not early and all(plan.get(need, at + 1) <= at for need in needs)
        )

    def begins(self, item: PlanItem, behind: int = 0) -> int:
        """When work on it can begin: as it says itself, and not before that on what it needs."""
        if item.state is not ItemState.OPEN:
            return 0
        needs = [each for each in self.items if each.id in item.needs and behind < len(self.items)]
        return max(item.start, *(self.begins(each, behind + 1) for each in needs), 0)

    def paid(self, plan: Plan) -> bool:
        """Whether it is within the budget, or takes no more than what is under way in any case."""
        rows = [(self.budget.cost, [(item.cost, item) for item in self.items if item.id in plan])]
        for first, quarter in product(range(self.budget.quarters), repeat=2):
            there = None if self.budget.effort is None else self.budget.effort * (quarter - first + 1)
            done = [item for item in self.items if plan.get(item.id, 99) <= quarter and self.begins(item) >= first]
            if first <= quarter:
                rows.append((there, [(item.effort, item) for item in done]))
        for limit, spent in rows:
            under_way = sum(amount or 0 for amount, item in spent if item.state is ItemState.UNDER_WAY)
            if limit is not None and sum(amount or 0 for amount, _item in spent) > max(limit, under_way):
                return False
        return True

    def worth(self, plan: Plan) -> tuple[Fraction, ...]:
        """What it has of each aim, more being better."""
        known = {item.id: item for item in self.items}
        ends = [
            self.granted(frozenset(id_ for id_, at in plan.items() if at <= q)) for q in range(self.budget.quarters)
        ]
        of_rank = [sum(wish.weight for wish in ends[-1] if wish.rank is rank) for rank in Rank]
        return tuple(
            Fraction(each)
            for each in (
                sum(known[id_].pin is Pin.IN and known[id_].state is ItemState.OPEN for id_ in plan),
                *of_rank,
                -sum(known[id_].cost or 0 for id_ in plan),
                -sum(known[id_].effort or 0 for id_ in plan),
                -len(plan),
                sum(wish.rank is Rank.LEVEL for end in ends for wish in end),
                -sum(plan.values()),
            )
        )


def compare(items: Sequence[PlanItem], models: Sequence[PlanModel], budget: Budget) -> None:
    trying = Trying(items, models, budget)
    found = best_plan(items, models, budget)
    assert found is not None
    assert not found.open_aims
    plan = {item.id: item.quarter for item in found.planned}
    assert trying.allowed(plan)
    best = max(trying.all(), key=trying.worth)
    if found.falling:
        assert trying.worth(plan) <= trying.worth(best)
    else:
        assert trying.worth(plan) == trying.worth(best), (plan, best)
    for model in models:
        done = [item for item in items if item.id in plan or item.state is ItemState.DONE]
        assert found.after[model.pack.id] == stands(model, done)


amounts = st.none() | st.sampled_from([Fraction(0), Fraction(1), Fraction(2), Fraction(7, 2), Fraction(10)])
limits = st.none() | st.sampled_from([Fraction(0), Fraction(3), Fraction(4), Fraction(11, 2), Fraction(12)])


@st.composite
def cases(draw: st.DrawFn, model: PlanModel, origins: Sequence[str], most: int = 4) -> tuple[list[PlanItem], Budget]:
    quarters = draw(st.integers(1, 3 if most <= 4 else 2))
    count = draw(st.integers(1, most))
    items: list[PlanItem] = []
    for number in range(count):
        items.append(
            PlanItem(
                id=f"a{number}",
                effects=tuple(
                    Effect(model.pack.id, each)
                    for each in draw(st.lists(st.sampled_from(origins), max_size=2, unique=True))
                ),
                cost=draw(amounts),
                effort=draw(amounts),
                start=draw(st.sampled_from([0, 0, 0, 1, 2])),
                due=draw(st.none() | st.integers(-1, quarters)),
                needs=tuple(draw(st.lists(st.sampled_from([f"a{n}" for n in range(count)]), max_size=1))),
                state=draw(st.sampled_from([ItemState.OPEN] * 4 + [ItemState.UNDER_WAY, ItemState.DONE])),
                quarter=draw(st.integers(0, quarters - 1)),
                pin=draw(st.sampled_from([None, None, None, Pin.IN, Pin.OUT])),
            )
        )
    return items, Budget(quarters, draw(limits), draw(limits))


def wanting(level: int, **importance: int) -> dict[str, TargetJudgement]:
    """A level of the whole, and some areas to be satisfied, each of this importance."""
    return {WHOLE: TargetJudgement(level), **{id_: TargetJudgement(1, each) for id_, each in importance.items()}}


PARTLY = with_practices(
    with_areas(all_in_place(STAGED), DLV=AreaJudgement(in_scope=False)),
    PLN_AC_1=NOT,
    PLN_CO_1=NOT,
    SUP_AC_2=Characterisation.PARTIALLY,
    STD_AC_1=None,
)
AREAS = [
    PlanModel(STAGED, replace(nothing_said(), targets=wanting(3, PLN=3, SUP=1))),
    PlanModel(STAGED, replace(PARTLY, targets=wanting(3, STD=5))),
]
GOALS = [f"goal:{id_}" for id_ in STAGED.goal_by_id]


@drawn(st.sampled_from(AREAS).flatmap(lambda model: st.tuples(st.just(model), cases(model, GOALS))))
@tries(15)
def test_areas(case: tuple[PlanModel, tuple[list[PlanItem], Budget]]) -> None:
    compare(case[1][0], [case[0]], case[1][1])


DESKS = [
    PlanModel(STREAMS, no_levels(ticks=ticked(STREAMS, DSK=2, REQ=1, REP=4), targets={WHOLE: TargetJudgement(3)})),
    PlanModel(
        STREAMS,
        no_levels(
            chosen={"DSK": 1, "REQ": 3},
            targets={"DSK": TargetJudgement(3, 5), "REQ": TargetJudgement(5), "REP": TargetJudgement(2, 2)},
        ),
    ),
]
CELLS = [f"cell:{stream}-{level}" for stream in ("DSK", "REQ", "REP") for level in (2, 3, 5)]


@drawn(st.sampled_from(DESKS).flatmap(lambda model: st.tuples(st.just(model), cases(model, CELLS))))
@tries(15)
def test_streams(case: tuple[PlanModel, tuple[list[PlanItem], Budget]]) -> None:
    compare(case[1][0], [case[0]], case[1][1])


CURVE = PlanModel(
    CRITERIA,
    replace(
        said_of(
            CRITERIA,
            TOL_3_1=Fulfilment.NOT_MET,
            WRK_2_1=Fulfilment.PARTLY_MET,
            WRK_3_2=Fulfilment.NOT_MET,
            TOL_4_2=Fulfilment.NOT_MET,
        ),
        targets={WHOLE: TargetJudgement(3), "tool": TargetJudgement(4, 2)},
    ),
)
STATEMENTS = [f"statement:{id_}" for id_ in ("TOL-3-1", "WRK-2-1", "WRK-3-2", "TOL-4-2")]


@drawn(cases(CURVE, STATEMENTS))
@tries(15)
def test_tracks(case: tuple[list[PlanItem], Budget]) -> None:
    compare(case[0], [CURVE], case[1])


@drawn(cases(AREAS[1], GOALS, 3), cases(CURVE, STATEMENTS, 2))
@tries(8)
def test_two_models_share_a_budget(areas: tuple[list[PlanItem], Budget], tracks: tuple[list[PlanItem], Budget]) -> None:
    renamed = [replace(item, id=f"b{item.id}", needs=("a0",)) for item in tracks[0]]
    budget = replace(areas[1], quarters=min(areas[1].quarters, 2))
    items = [replace(item, quarter=min(item.quarter, budget.quarters - 1)) for item in [*areas[0], *renamed]]
    compare(items, [AREAS[1], CURVE], budget)


@pytest.fixture(scope="module")
def of_own_rules(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[PlanModel, list[str]]]:
    """Models with rules of their own after an example of each, as good as can be wanted of the whole."""
    found = []
    for name in ("weighted-mean", "minimum-tiers", "numbers-with-targets", "cumulative-indicators"):
        pack = own_rules(name)
        with Assessment.create(tmp_path_factory.mktemp(name) / "a.maturity", [pack], author="Ada") as assessment:
            say(assessment, pack.rules, pack.rules.examples[0])
            offered = offered_targets(assessment.results.of(pack.id).parts[0])
            assessment.targets.set(pack.id, value=offered[-1])
            given = assessment.results.given(pack.id)
        best = with_best_answers(pack.rules, given, [part.id for part in pack.rules.parts])
        changed = [id_ for id_, word in best.words.items() if word != given.words.get(id_)]
        found.append((PlanModel(pack, given), [f"part:{id_}" for id_ in changed]))
    return found


@drawn(st.data())
@tries(12, HealthCheck.function_scoped_fixture)
def test_own_rules(of_own_rules: list[tuple[PlanModel, list[str]]], data: st.DataObject) -> None:
    model, origins = data.draw(st.sampled_from(of_own_rules), label="model")
    items, budget = data.draw(cases(model, origins), label="case")
    compare(items, [model], budget)


def goals(*names: str, model: PlanModel = AREAS[1]) -> tuple[Effect, ...]:
    return tuple(Effect(model.pack.id, f"goal:{name}") for name in names)


def plan_of(items: Sequence[PlanItem], budget: Budget, model: PlanModel = AREAS[1]) -> BestPlan:
    found = best_plan(items, [model], budget)
    assert found is not None
    return found


ONE = PlanItem("one", goals("PLN-G1", "PLN-G2"), cost=Fraction(100), effort=Fraction(30))
TWO = PlanItem("two", goals("SUP-G2"), cost=Fraction(50), effort=Fraction(10), needs=("one",))
IDLE = PlanItem("idle", cost=Fraction(0), effort=Fraction(0))


def test_what_does_not_fit_is_told_with_by_how_much_the_budget_is_short() -> None:
    found = plan_of([ONE, TWO, IDLE], Budget(2, cost=Fraction(100), effort=Fraction(15)))
    (one,) = found.planned
    assert (one.id, one.starts, one.quarter, one.begins, one.ends) == ("one", 0, 1, Fraction(0), Fraction(2))
    assert found.growth == Growth(cost=Fraction(50), effort=Fraction(5))
    told = {each.id: (each.because, each.over) for each in found.left_out}
    assert told == {"two": (LeftOutBecause.ROOM, None), "idle": (LeftOutBecause.NOTHING, None)}
    whole = found.unreached[0]
    assert (whole.gap.place, whole.actions) == (WHOLE, ("two",))
    assert (whole.cost, whole.effort) == (Fraction(50), Fraction(10))
    assert set(whole.lacking) == {"STD", "DLV"}, "no action works on what blocks level 3"
    assert found.cost == 100
    assert found.effort == (Fraction(15), Fraction(15))


def test_one_is_too_dear_another_takes_too_long_and_a_third_waits_for_them() -> None:
    found = plan_of([ONE, TWO], Budget(1, cost=Fraction(99)))
    assert [(each.id, each.because, each.over) for each in found.left_out] == [
        ("one", LeftOutBecause.COST, 1),
        ("two", LeftOutBecause.NEEDS, None),
    ]
    assert found.left_out[1].needs == ("one",)
    found = plan_of([replace(ONE, due=0), TWO], Budget(4, effort=Fraction(29)))
    assert found.left_out[0] == LeftOut("one", LeftOutBecause.EFFORT, over=Fraction(1))
    assert found.growth == Growth(cost=Fraction(0), effort=Fraction(1))


def test_nobody_works_on_an_action_before_its_start() -> None:
    later = replace(ONE, start=1)
    found = plan_of([later, replace(TWO, needs=())], Budget(3, effort=Fraction(15)))
    planned = {each.id: (each.starts, each.quarter, each.begins, each.ends) for each in found.planned}
    assert planned == {"two": (0, 0, Fraction(0), Fraction(2, 3)), "one": (1, 2, Fraction(1), Fraction(3))}
    assert found.effort == (Fraction(10), Fraction(15), Fraction(15))
    late = plan_of([replace(ONE, start=2), TWO], Budget(2))
    assert [each.because for each in late.left_out] == [LeftOutBecause.START] * 2, "what needs it is too late as well"
    found = plan_of([replace(later, due=1)], Budget(4, effort=Fraction(20)))
    assert found.left_out[0] == LeftOut("one", LeftOutBecause.EFFORT, over=Fraction(10))
    assert found.growth == Growth(cost=Fraction(0), effort=Fraction(10))


def test_a_budget_of_nothing_plans_what_is_under_way_and_says_by_how_much_that_is_too_much() -> None:
    going = replace(ONE, state=ItemState.UNDER_WAY, quarter=1)
    found = plan_of([going, TWO], Budget(2, cost=Fraction(0), effort=Fraction(0)))
    assert [each.id for each in found.planned] == ["one"]
    assert found.over_cost == 100
    assert found.over_effort == (Fraction(0), Fraction(30))


def test_what_nobody_estimated_counts_as_nothing_and_is_named() -> None:
    found = plan_of([replace(ONE, cost=None, effort=None), replace(TWO, effort=None)], Budget(1, cost=Fraction(50)))
    assert {each.id for each in found.planned} == {"one", "two"}
    assert (found.without_cost, found.without_effort) == (("one",), ("one", "two"))
    assert found.growth is None


def test_each_action_says_what_would_be_lost_without_it() -> None:
    found = plan_of([ONE, TWO], Budget(2))
    one, two = found.planned
    assert [(wish.rank, wish.place) for wish in one.grants][:2] == [(Rank.LEVEL, WHOLE), (Rank.TARGET, "PLN")]
    assert one.serves == ("two",)
    assert two.serves == ()
    assert [result.level.reached for result in found.outlook[STAGED.id]] == [1, 2, 2]


def test_what_is_pinned_comes_first_and_what_is_pinned_out_stays_out() -> None:
    idle = replace(IDLE, pin=Pin.IN, effort=Fraction(30))
    found = plan_of([ONE, TWO, idle], Budget(1, effort=Fraction(45)))
    assert [each.id for each in found.planned] == ["idle"]
    found = plan_of([replace(ONE, pin=Pin.OUT), TWO], Budget(1))
    assert found.left_out[0].because is LeftOutBecause.PINNED_OUT
    assert found.growth is None, "without a limit no budget is missing"


def test_what_is_done_counts_though_nobody_has_rated_it_yet() -> None:
    found = plan_of([replace(ONE, state=ItemState.DONE), TWO], Budget(1, cost=Fraction(50)))
    assert [each.id for each in found.planned] == ["two"]
    assert found.cost == 50


def test_it_stops_when_somebody_cancels() -> None:
    assert best_plan([ONE, TWO], [AREAS[1]], Budget(2), lambda: True) is None


def test_when_time_is_over_it_says_what_is_not_proved() -> None:
    going = replace(ONE, state=ItemState.UNDER_WAY)
    found = plan_of([going, TWO], Budget(2, seconds=0))
    assert [each.id for each in found.planned] == ["one"]
    assert {each.aim for each in found.open_aims} >= {Aim.LEVELS, Aim.COST, Aim.EARLY}
    assert next(each for each in found.open_aims if each.aim is Aim.COST) == OpenAim(Aim.COST, Fraction(100), None)
