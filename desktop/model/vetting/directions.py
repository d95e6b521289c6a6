"""Whether more is better above where more is better beneath."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.model.maturity.faults import FaultCode
from desktop.model.maturity.findings import Finding, finding
from desktop.model.maturity.rulebook import Combiner, MeasureRule, PartNeeds, Rulebook


def turned(book: Rulebook) -> Iterator[Finding]:
    """Kinds of which less is better, or more, although it is the other way round with what is combined in them."""
    for index, kind in enumerate(book.kinds):
        if kind.combine is None:
            continue
        turns = _turns(kind)
        if turns is None:
            continue
        for part in (each for each in book.parts if each.kind == kind.id):
            beneath = {book.kind_of(each).better_down for each in book.taken(part.id, kind)}
            if len(beneath) > 1:
                yield finding(("kinds", index, "combine"), FaultCode.DIRECTION_MIXED, id=kind.id, part=part.id)
                break
            if beneath and (beneath.pop() != turns) != kind.better_down:
                code = FaultCode.DIRECTION_DOWN if kind.better_down else FaultCode.DIRECTION_UP
                yield finding(("kinds", index), code, id=kind.id, part=part.id)
                break


def _turns(rule: MeasureRule) -> bool | None:
    """Whether a measure falls when its parts rise; None where it may do both."""
    taken_away = rule.start is not None
    if rule.combine is not Combiner.COUNT:
        return taken_away
    needs = rule.counted or PartNeeds()
    upwards = needs.at_least is not None
    downwards = needs.at_most is not None or needs.below is not None
    return None if upwards == downwards else downwards != taken_away
