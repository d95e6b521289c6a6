"""One characterisation of a practice of what it is in several services, units or projects.

The roll-up of SCAMPI, as far as it is published: where all are alike, that; all largely or fully, largely; where one is
partially in place and none is not, the team decides between partially and largely; where one is not in place, the team
decides from not in place to largely. What is not due yet, or does not apply, somewhere is left out there.
"""

from __future__ import annotations

from collections.abc import Mapping

from desktop.model.evaluation.blank_reasons import BlankReason
from desktop.model.evaluation.evaluate import evaluate
from desktop.model.evaluation.part_inputs import PartsInput, PartWord
from desktop.model.maturity.rulebook import (
    ASK,
    AcrossRule,
    ChoiceRow,
    Combiner,
    PackPart,
    PartKind,
    PartNeeds,
    RatingScale,
    Rulebook,
    Treatment,
    WithoutReason,
)
from desktop.model.maturity.scheme_settings import PRACTICE_GRADES
from desktop.model.maturity.staged import INSTANCES
from desktop.model.scoring.inputs import AcrossOutcome
from desktop.model.scoring.vocabulary import Characterisation

_PRACTICE, _WHOLE, _SCALE = "practice", "whole", "characterised"

ROLL_UP = AcrossRule(
    of=INSTANCES,
    choose=(
        ChoiceRow(result="FI", when=(PartNeeds(at_least="FI"),)),
        ChoiceRow(result="LI", when=(PartNeeds(at_least="LI"),)),
        ChoiceRow(result="NI", when=(PartNeeds(at_most="NI"),)),
        ChoiceRow(result="PI", when=(PartNeeds(at_least="PI", at_most="PI"),)),
        ChoiceRow(result=ASK, of=("PI", "LI"), when=(PartNeeds(at_least="PI"),)),
        ChoiceRow(result=ASK, of=("NI", "LI")),
    ),
    unanswered=Treatment.HAND_UP,
)
"""The table, in the words of the scoring vocabulary. An instance that is open leaves the practice open."""

_BLANKS = {
    Characterisation.NOT_YET: BlankReason.NOT_DUE,
    Characterisation.NOT_APPLICABLE: BlankReason.DOES_NOT_APPLY,
}
_SAID = {reason: value for value, reason in _BLANKS.items()}


def across_instances(
    said: Mapping[str, Characterisation | None], word: Characterisation | None = None
) -> AcrossOutcome:
    """What the characterisations of one practice make of it.

    Args:
        said: by id of the instance, None while open.
        word: what the team decides where the rule leaves it open; elsewhere it counts for nothing.
    """
    values = [value for value in said.values() if value is not None]
    given = tuple((value, values.count(value)) for value in Characterisation if value in values)
    waiting = len(said) - len(values)
    if values and not waiting and set(values) == {Characterisation.NOT_YET}:
        return AcrossOutcome(Characterisation.NOT_YET, given, waiting)
    due = {id_: value for id_, value in said.items() if value is not Characterisation.NOT_YET}
    answers = {id_: None if value is None else _BLANKS.get(value, value.value) for id_, value in due.items()}
    says = None if word is None or word in _BLANKS else word.value
    part = evaluate(_BOOK, PartsInput(words={_PRACTICE: PartWord(instances=answers)}))[_PRACTICE]
    asked = part.result.blank is BlankReason.TEAM_DECIDES
    if asked and says is not None:
        part = evaluate(_BOOK, PartsInput(words={_PRACTICE: PartWord(instances=answers, says=says)}))[_PRACTICE]
    point, blank = part.result.point, part.result.blank
    value = _SAID.get(blank) if blank is not None else None
    if point is not None and point.grade:
        value = Characterisation(point.grade)
    return AcrossOutcome(value, given, waiting, _between(values) if asked else ())


def _between(values: list[Characterisation]) -> tuple[Characterisation, ...]:
    lowest = Characterisation.NOT if Characterisation.NOT in values else Characterisation.PARTIALLY
    order = [Characterisation(grade) for grade in PRACTICE_GRADES]
    return tuple(order[order.index(lowest) : order.index(Characterisation.LARGELY) + 1])


_BOOK = Rulebook(
    scales=(RatingScale(id=_SCALE, grades=PRACTICE_GRADES),),
    kinds=(
        PartKind(id=_WHOLE, grades=PRACTICE_GRADES, combine=Combiner.MIN),
        PartKind(id=_PRACTICE, scale=_SCALE, across=ROLL_UP, without_reason=WithoutReason.ACCEPTED),
    ),
    parts=(PackPart(id=_WHOLE, kind=_WHOLE), PackPart(id=_PRACTICE, kind=_PRACTICE, parent=_WHOLE)),
)
