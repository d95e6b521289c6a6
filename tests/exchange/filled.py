"""Assessments with something in them, for the tests of what leaves the program."""

from __future__ import annotations

import datetime as dt
import random
from pathlib import Path

from desktop.model.assessment import Assessment
from desktop.model.assessment.forms import FilledAnswer, FilledForm
from desktop.model.maturity import Pack
from desktop.model.records import ActionStatus, MemberRole, Priority, Stance
from desktop.model.scoring.vocabulary import Characterisation, EvidenceKind

DAY = dt.date(2026, 3, 31)
"""The day of the exports in tests."""

_VALUES = [Characterisation.FULLY] * 5 + [Characterisation.LARGELY] * 3 + [Characterisation.PARTIALLY]


def filled(
    path: Path,
    packs: list[Pack],
    *,
    respondents: int = 12,
    seed: int = 1,
    upto: int = 9,
    actions: int = 6,
    organisation: str = "Northern region service centre",
) -> Assessment:
    """An assessment with answers of all kinds, ratings of the areas up to a level, and actions.

    Everything that must stay in the team holds the word ``canary``.
    """
    chance = random.Random(seed)
    assessment = Assessment.create(path, packs, author="Canary author", organisation=organisation)
    assessment.preparation.set_details(
        unit="Service desk",
        sponsor="Director of services",
        budget="canary budget",
        notes="canary notes",
        starts=dt.date(2026, 3, 2),
        ends=dt.date(2026, 3, 13),
        purpose="Find out what to improve first.",
    )
    members = [
        assessment.preparation.add_member("Canary lead", MemberRole.LEAD),
        assessment.preparation.add_member("Canary member"),
    ]
    people = [
        assessment.preparation.add_participant(
            role=f"canary role {number % 3}",
            group=f"canary group {number}",
            name=f"Canary person {number}",
            email=f"canary{number}@example.org",
        )
        for number in range(respondents)
    ]
    for pack in packs:
        assessment.models.set_question_level(pack.id, max(level.number for level in pack.levels))
        _answer(assessment, pack, people, chance)
        _rate(assessment, pack, upto, chance)
        _talk(assessment, pack, members)
    _act(assessment, packs, actions)
    return assessment


def _answer(assessment: Assessment, pack: Pack, people: list[str], chance: random.Random) -> None:
    scale = assessment.models.get(pack.id).scale
    answers = [choice.id for choice in scale.answers]
    choices = [*answers[:3] * 4, *answers, *(choice.id for choice in scale.blanks), None]
    assessment.questionnaires.take_all(
        [
            FilledForm(
                assessment.questionnaires.identity(pack.id, person),
                None,
                {
                    question: FilledAnswer(chance.choice(choices), "canary comment" if chance.random() < 0.05 else "")
                    for question in pack.question_by_id
                },
            )
            for person in people
        ]
    )


def _rate(assessment: Assessment, pack: Pack, upto: int, chance: random.Random) -> None:
    rated = [practice for area in pack.areas if area.level <= upto for practice in area.practices]
    assessment.ratings.characterise_all(pack.id, {practice.id: chance.choice(_VALUES) for practice in rated})
    most = [practice.id for practice in rated if chance.random() < 0.97]
    assessment.evidence.add(EvidenceKind.DOCUMENT, "canary document", note="canary note", model=pack.id, practices=most)
    some = [practice for practice in most if chance.random() < 0.7]
    assessment.evidence.add(EvidenceKind.INTERVIEW, "canary interview", model=pack.id, practices=some)


def _talk(assessment: Assessment, pack: Pack, members: list[str]) -> None:
    first, *_, last = pack.areas
    practice = first.practices[0].id
    assessment.ratings.characterise(pack.id, practice, Characterisation.NOT_APPLICABLE)
    assessment.ratings.set_reason(pack.id, practice, "There is no such work here.")
    assessment.ratings.set_reason(pack.id, first.practices[1].id, "canary reason")
    assessment.ratings.set_rationale(pack.id, first.id, "canary rationale")
    assessment.ratings.set_goal(pack.id, first.goals[0].id, weaknesses_significant=True, weakness="Promises are late.")
    for member in members:
        assessment.ratings.set_stance(pack.id, first.id, member, Stance.AGREES)
    assessment.ratings.settle(pack.id, first.id)
    if last.may_not_apply or len(pack.areas) > 3:
        assessment.ratings.set_not_applicable(
            pack.id, last.id, not_applicable=True, reason="Nothing of the kind is done."
        )


def _act(assessment: Assessment, packs: list[Pack], actions: int) -> None:
    area = packs[0].areas[0]
    for number in range(actions):
        place = {"model": packs[0].id, "area": area.id, "goal": area.goals[0].id} if number % 2 else {}
        assessment.actions.add(
            f"Write down what is promised, part {number + 1}",
            description="=1+1 is no formula" if number == 0 else "One page for each customer.",
            owner="Service manager",
            due=DAY + dt.timedelta(days=20 * (number - 2)) if number != 3 else None,
            priority=[*Priority][number % 3],
            status=[*ActionStatus][number % 5],
            **place,
        )
