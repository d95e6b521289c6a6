"""Whether answer scales can be answered: percents that fall, each blank once, and last."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.model.maturity.faults import FaultCode
from desktop.model.maturity.findings import Finding, finding
from desktop.model.maturity.nodes import Place
from desktop.model.maturity.scales import Scale
from desktop.model.maturity.vocabulary import BlankKind


def check_scale(scale: Scale, place: Place) -> Iterator[Finding]:
    """What is wrong with a scale."""
    choices = (*place, "choices")
    if len(scale.answers) < 2:
        yield finding(choices, FaultCode.SCALE_ANSWERS, id=scale.id, count=len(scale.answers))
    ids = [choice.id for choice in scale.choices]
    for index, choice_id in enumerate(ids):
        if choice_id in ids[:index]:
            yield finding((*choices, index, "id"), FaultCode.CHOICE_TWICE, id=choice_id)
    yield from _answers(scale, choices)
    yield from _blanks(scale, choices)


def _answers(scale: Scale, place: Place) -> Iterator[Finding]:
    last: int | None = None
    for index, choice in enumerate(scale.choices):
        if choice.blank is not None:
            continue
        if any(before.blank for before in scale.choices[:index]):
            yield finding((*place, index), FaultCode.BLANK_ORDER, id=choice.id)
        if choice.percent is None:
            yield finding((*place, index), FaultCode.PERCENT_MISSING, id=choice.id)
            continue
        if last is not None and choice.percent >= last:
            yield finding((*place, index, "percent"), FaultCode.PERCENT_ORDER, percent=choice.percent, above=last)
        last = choice.percent


def _blanks(scale: Scale, place: Place) -> Iterator[Finding]:
    seen: set[BlankKind] = set()
    for index, choice in enumerate(scale.choices):
        if choice.blank is None:
            continue
        if choice.percent is not None:
            yield finding((*place, index, "percent"), FaultCode.PERCENT_BLANK, id=choice.id)
        if choice.blank in seen:
            yield finding((*place, index, "blank"), FaultCode.BLANK_TWICE, blank=choice.blank.value)
        seen.add(choice.blank)
    for blank in BlankKind:
        if blank not in seen:
            yield finding(place, FaultCode.BLANK_MISSING, id=scale.id, blank=blank.value)
