"""The scheme `staged` in the words of the vocabulary: practices, goals, areas, and a ladder over the areas."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from desktop.model.maturity.pack import Area, Pack
from desktop.model.maturity.parts import WHOLE
from desktop.model.maturity.rulebook import (
    AcrossRule,
    BlankRules,
    ChoiceRow,
    Combiner,
    JudgedRule,
    LevelLadder,
    PackPart,
    PartKind,
    PartNeeds,
    RatingScale,
    Rulebook,
    SuggestionRule,
    Treatment,
)
from desktop.model.maturity.scheme_settings import PRACTICE_GRADES
from desktop.model.maturity.short_forms.common_words import (
    MODEL,
    QUESTION,
    ends_of,
    level_names,
    percents,
    whole,
)
from desktop.model.maturity.short_forms.pack_settings import blanks_of, evidence_of, suggestion_of

PRACTICE, GOAL, AREA = "practice", "goal", "area"
"""Ids of the kinds."""

CHARACTERISATION = PRACTICE_GRADES
"""Grades of a practice."""

UNSATISFIED, SATISFIED = "unsatisfied", "satisfied"
"""Grades of goals and areas."""

_ASKED = "asked"
_CHARACTERISED = "characterised"
_RATED = (UNSATISFIED, SATISFIED)

_SUGGEST = SuggestionRule(
    at_most="PI",
    unless_shown=("document", "demonstration"),
)
_GOAL = PartKind(
    id=GOAL,
    grades=_RATED,
    choose=(
        ChoiceRow(result=UNSATISFIED, when=(PartNeeds(how_many=1, at_most="PI"),)),
        ChoiceRow(result=SATISFIED),
    ),
    blanks=BlankRules(unanswered=Treatment.HAND_UP, dont_know=Treatment.HAND_UP),
)
_AREA = PartKind(
    id=AREA,
    over=GOAL,
    grades=_RATED,
    choose=(
        ChoiceRow(result=UNSATISFIED, when=(PartNeeds(how_many=1, at_most=UNSATISFIED),)),
        ChoiceRow(result=SATISFIED),
    ),
    blanks=BlankRules(unanswered=Treatment.BOUNDS, dont_know=Treatment.BOUNDS),
)
_QUESTION = PartKind(id=QUESTION, scale=_ASKED, asked=True, across=AcrossRule(combine=Combiner.MEAN))


def staged_rulebook(pack: Pack, scale: str) -> Rulebook:
    """A staged pack as a rulebook.

    Args:
        pack: the model.
        scale: id of the scale on which respondents answer.

    Raises:
        KeyError: the pack has no such scale.
    """
    floor, top = ends_of(pack)
    model = PartKind(
        id=MODEL,
        ladder=LevelLadder(floor=floor, top=top, here=PartNeeds(at_least=SATISFIED)),
        blanks=blanks_of(pack, BlankRules(dont_know=Treatment.LOWEST), "unanswered", "out_of_scope"),
    )
    goal = replace(_GOAL, judged=JudgedRule(may_lower=pack.settings.team.may_lower))
    practice = PartKind(
        id=PRACTICE,
        scale=_CHARACTERISED,
        evidence=evidence_of(pack),
        judged=JudgedRule(alternative="LI" if pack.settings.team.alternatives else None),
        suggest=suggestion_of(pack, _SUGGEST),
    )
    return Rulebook(
        scales=(
            RatingScale(id=_CHARACTERISED, grades=CHARACTERISATION),
            RatingScale(id=_ASKED, choices=percents(pack.scale(scale).answers)),
        ),
        kinds=(model, _AREA, goal, practice, _QUESTION),
        parts=(whole(pack), *(part for area in pack.areas for part in _area(pack, area))),
        levels=level_names(pack),
    )


def _area(pack: Pack, area: Area) -> Iterator[PackPart]:
    yield PackPart(id=area.id, kind=AREA, parent=WHOLE, level=area.level, name=area.name, text=area.purpose)
    for goal in area.goals:
        yield PackPart(id=goal.id, kind=GOAL, parent=area.id, name=goal.name, text=goal.text)
    for practice in area.practices:
        yield PackPart(
            id=practice.id,
            kind=PRACTICE,
            parent=area.id,
            counts_in=area.goals_of(practice),
            text=practice.text,
            detail=practice.detail,
        )
    for question in area.questions:
        informed = tuple(practice.id for practice in area.practices if question in pack.informants[practice.id])
        yield PackPart(
            id=question.id,
            kind=QUESTION,
            parent=area.id,
            informs=informed,
            text=question.text,
            detail=question.help,
        )
