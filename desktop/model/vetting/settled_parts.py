"""Parts that stand as one says, so that rules can be tried on them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from desktop.model.evaluation.blank_reasons import BlankReason
from desktop.model.evaluation.counted_parts import Counting
from desktop.model.evaluation.part_results import PartResult
from desktop.model.evaluation.states import Extent, Facet, Point, State, at
from desktop.model.maturity.rulebook import BlankRules, PackPart


def unanswered(results: Mapping[str, PartResult]) -> dict[str, State]:
    """How parts stand while nothing is answered: each can become all that it could ever be."""
    return {
        id_: State(result.grades, None, BlankReason.UNANSWERED, result.span, result.span)
        for id_, result in results.items()
    }


def settled(grades: Sequence[str], point: Point, span: Extent | None) -> State:
    """A part that is something."""
    return State(tuple(grades), point, None, at(point), span)


def trial(
    parts: Sequence[PackPart], anywhere: Mapping[str, PackPart], states: Mapping[str, State], facet: Facet
) -> Counting:
    """What a rule looks at when it is tried."""
    return Counting(
        parts=parts,
        anywhere=anywhere.__getitem__,
        read=lambda part, _measure: states[part.id],
        blanks=BlankRules(),
        facet=facet,
        wanted=lambda _part: None,
    )
