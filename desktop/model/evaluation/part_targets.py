"""What is wanted of parts, and how far they are from it."""

from __future__ import annotations

from fractions import Fraction

from desktop.model.evaluation.blank_reasons import BlankReason
from desktop.model.evaluation.counted_parts import Counting
from desktop.model.evaluation.measuring import work_out
from desktop.model.evaluation.part_inputs import PartsInput, PartWord
from desktop.model.evaluation.states import Facet, Point, State, at, distance, to_point
from desktop.model.maturity.rulebook import BlankRules, PackPart, PartKind, Rulebook


class PartTargets:
    """What is wanted of each part: what the team says, or else what its kind says."""

    def __init__(self, book: Rulebook, given: PartsInput) -> None:
        self._book = book
        self._given = given

    def wanted(self, part: PackPart) -> Point | None:
        """What is wanted of a part, or None."""
        said = self._given.words.get(part.id, PartWord()).target
        if said is not None:
            return to_point(said)
        rule = self._book.kind_of(part).target
        if rule.rolled_up:
            return self._rolled_up(part)
        if rule.from_above and part.parent is not None:
            above = self.wanted(self._book.part_by_id[part.parent])
            if above is not None:
                return above
        return None if rule.default is None else to_point(rule.default)

    def _rolled_up(self, part: PackPart) -> Point | None:
        """What the rule of a part makes of what is wanted of its parts; those without a target are left out."""
        kind = self._book.kind_of(part)

        def counting(facet: Facet) -> Counting:
            return Counting(
                parts=self._book.taken(part.id, kind),
                anywhere=self._book.part_by_id.__getitem__,
                read=self._state,
                blanks=BlankRules(),
                facet=facet,
                wanted=self.wanted,
            )

        return work_out(kind, part.id, None, counting, counting).state.now

    def _state(self, part: PackPart, _measure: str | None) -> State:
        wanted = self.wanted(part)
        if wanted is None:
            return State((), None, BlankReason.UNANSWERED, None, None)
        return State((), wanted, None, at(wanted), at(wanted))


def gap_of(kind: PartKind, state: State, target: Point | None) -> Fraction | None:
    """What is missing up to a target; of a part without result, from the lowest that it can be.

    In steps of grades where the target is a grade, else in numbers; not below 0. Where less is better, what is too
    much. None without a target, and where nothing is known of the part.

    Raises:
        ValueError: the target is none of the part.
    """
    point = state.now or (state.could.low if state.could is not None else None)
    if target is None or point is None:
        return None
    over = distance(point, target, state.grades)
    return max(Fraction(0), Fraction(over if kind.better_down else -over))
