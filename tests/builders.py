"""Small valid packs, and what scoring is given for them, for the tests of every part of the house."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec.structs import replace

from desktop.model.maturity import (
    Area,
    BlankKind,
    Category,
    Choice,
    Feature,
    FeatureKind,
    Goal,
    Level,
    Pack,
    Practice,
    Question,
    Scale,
    Scheme,
    SourceNote,
)
from desktop.model.scoring.coverage import Coverage, Spoken, coverage
from desktop.model.scoring.inputs import AreaJudgement, Given, GoalJudgement, PracticeJudgement, Source, Tally
from desktop.model.scoring.vocabulary import Characterisation, EvidenceKind
from desktop.model.scoring.worked_out import worked_out

CORROBORATED = (Source(EvidenceKind.DOCUMENT, "plan"), Source(EvidenceKind.INTERVIEW, "interview 1"))
"""Two sources, one of them a direct artifact."""

_BLANKS = (
    Choice(id="does_not_apply", name="Does not apply", meaning="It does not fit.", blank=BlankKind.DOES_NOT_APPLY),
    Choice(id="dont_know", name="Don't know", meaning="You are unsure.", blank=BlankKind.DONT_KNOW),
)


def scale_of(scale_id: str, **percents: int) -> Scale:
    """A scale with these answers, the strongest first, and the two blanks."""
    answers = [
        Choice(id=choice, name=choice.title(), meaning=f"Choose it for {choice}.", percent=percent)
        for choice, percent in percents.items()
    ]
    return Scale(id=scale_id, name=scale_id.replace("_", " "), choices=(*answers, *_BLANKS))


FREQUENCY = scale_of("frequency_5", always=95, often=75, half=50, seldom=25, rarely=5)
YES_NO = scale_of("yes_no_4", yes=100, no=0)


def tiny_area(
    area_id: str,
    level: int,
    *,
    categories: Sequence[str] = ("management",),
    goals: int = 2,
    activities: int = 1,
    supports: int = 1,
    may_not_apply: bool = False,
) -> Area:
    """An area X with goals X-G1.., and for each so many activities X-AC-1.. that serve it alone, in the order of goals.

    The supports X-CO-1.. are institutionalising and serve all goals. Each goal has a question X-Q1.., and after
    those each support has one.
    """
    goal_ids = [f"{area_id}-G{number}" for number in range(1, goals + 1)]
    support_ids = [f"{area_id}-CO-{number}" for number in range(1, supports + 1)]
    served = [goal for goal in goal_ids for _ in range(activities)]
    return Area(
        id=area_id,
        name=f"Area {area_id}",
        level=level,
        categories=tuple(categories),
        purpose=f"What {area_id} is for.",
        introduction=f"The questions that follow are about {area_id}.",
        good=(f"{area_id} is done well.",),
        evidence=(f"A record of {area_id}.",),
        goals=tuple(Goal(id=goal, name=f"Goal {goal}", text=f"The state {goal} holds.") for goal in goal_ids),
        practices=(
            *(Practice(id=support, feature="CO", text=f"Policy {support} is followed.") for support in support_ids),
            *(
                Practice(id=f"{area_id}-AC-{number}", feature="AC", text=f"Work {number} of {area_id}.", goals=(goal,))
                for number, goal in enumerate(served, start=1)
            ),
        ),
        questions=tuple(
            Question(id=f"{area_id}-Q{number}", text=f"Is {target} so?", informs=(target,))
            for number, target in enumerate((*goal_ids, *support_ids), start=1)
        ),
        may_not_apply=may_not_apply,
    )


def tiny_pack(areas: Sequence[Area] | None = None, *, levels: int = 3) -> Pack:
    """A small staged pack.

    Without `areas`: at level 2 PLN (management) and SUP (management, may not apply), at level 3 STD (management and
    enabling) and DLV (delivery); each with two goals, two activities, one support and three questions.
    """
    return Pack(
        format=1,
        id="tiny",
        version="1.0",
        name="Tiny model",
        based_on="Nobody's ideas.",
        summary="A model for tests.",
        language="en",
        scheme=Scheme.STAGED,
        sources=(SourceNote(note="Made up."),),
        levels=tuple(
            Level(number=number, name=f"Level {number}", summary=f"What {number} is.")
            for number in range(1, levels + 1)
        ),
        categories=tuple(
            Category(id=category, name=category.title(), summary=f"The {category} areas.")
            for category in ("management", "enabling", "delivery")
        ),
        features=(
            Feature(id="CO", name="Commitment", kind=FeatureKind.INSTITUTIONALISATION, summary="Policy."),
            Feature(id="AC", name="Activities", kind=FeatureKind.IMPLEMENTATION, summary="The work."),
        ),
        scales=(FREQUENCY, YES_NO),
        areas=tuple(_default_areas() if areas is None else areas),
    )


def full_size_pack() -> Pack:
    """A pack as large as a real one: five levels, 22 areas, 66 goals, 286 practices, 154 questions."""
    levels = (2,) * 7 + (3,) * 9 + (4,) * 3 + (5,) * 3
    categories = ("management", "enabling", "delivery")
    return tiny_pack(
        [
            tiny_area(f"A{number}", level, categories=(categories[number % 3],), goals=3, activities=3, supports=4)
            for number, level in enumerate(levels, start=1)
        ],
        levels=5,
    )


def nothing_said(*, scale: str = "frequency_5", asked: int = 10) -> Given:
    """No answers and no judgements."""
    return Given(scale=scale, asked=asked, tallies={}, practices={}, goals={}, areas={})


def all_in_place(pack: Pack, value: Characterisation = Characterisation.FULLY, **changes: Any) -> Given:
    """Every practice characterised so and corroborated; no answers. `changes` go to `nothing_said`."""
    return replace(nothing_said(**changes), practices={practice: judged(value) for practice in pack.practice_by_id})


def judged(value: Characterisation | None, **changes: Any) -> PracticeJudgement:
    """A corroborated judgement of a practice."""
    return PracticeJudgement(**{"value": value, "sources": CORROBORATED, **changes})


def with_practices(given: Given, **judgements: PracticeJudgement | Characterisation | None) -> Given:
    """The same with these practices judged; write _ for - in ids. A bare value is corroborated."""
    new = {
        key.replace("_", "-"): said if isinstance(said, PracticeJudgement) else judged(said)
        for key, said in judgements.items()
    }
    return replace(given, practices={**given.practices, **new})


def with_goals(given: Given, **judgements: GoalJudgement) -> Given:
    """The same with these goals judged; write _ for - in ids."""
    new = {key.replace("_", "-"): said for key, said in judgements.items()}
    return replace(given, goals={**given.goals, **new})


def with_areas(given: Given, **judgements: AreaJudgement) -> Given:
    """The same with these areas judged."""
    return replace(given, areas={**given.areas, **judgements})


def with_answers(given: Given, question: str, counts: Mapping[str, int]) -> Given:
    """The same with these answers to a question, all asked."""
    return replace(given, tallies={**given.tallies, question: Tally(counts=counts, asked=given.asked)})


def answered(pack: Pack, given: Given, counts: Mapping[str, int]) -> Given:
    """The same with these answers to every question."""
    tally = Tally(counts=counts, asked=given.asked)
    return replace(given, tallies=dict.fromkeys(pack.question_by_id, tally))


def _default_areas() -> list[Area]:
    return [
        tiny_area("PLN", 2),
        tiny_area("SUP", 2, may_not_apply=True),
        tiny_area("STD", 3, categories=("management", "enabling")),
        tiny_area("DLV", 3, categories=("delivery",)),
    ]


def coverage_of(pack: Pack, given: Given, spoken: Mapping[str, Spoken]) -> Coverage:
    """The coverage of a model of which all this is said."""
    return coverage(pack, worked_out(pack, given).engine, spoken)
