"""The parts that are counted in one, each with what counts for it: its result, or what stands in for a blank."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from desktop.model.evaluation.blank_reasons import BlankReason
from desktop.model.evaluation.states import Extent, Facet, Point, State, at
from desktop.model.maturity.rulebook import BlankRules, PackPart, PartNeeds, Treatment, exact
from desktop.model.maturity.rulebook.measures import BlankRule


class CountedPart(Struct, frozen=True, gc=False):
    """A part and what counts for it.

    Attributes:
        part: the part.
        grades: the grades of the measure that is counted.
        extent: what counts; None where it is left out.
        span: what it could be if nothing were answered.
        blank: why it has no result, whatever counts for it; None where it has one.
        hands_up: whether the part above has no result either.
        steps: the points of the measure that have both a number and a grade.
        settled: whether it counts as the same now and at whatever can still become of it.
        usual: whether it takes part, and nothing that takes no part changes its span.
    """

    part: PackPart
    grades: tuple[str, ...]
    extent: Extent | None
    span: Extent | None
    blank: BlankReason | None
    hands_up: bool = False
    steps: tuple[Point, ...] = ()
    settled: bool = False
    usual: bool = False


class Counting:
    """What a rule looks at, for one facet."""

    def __init__(
        self,
        parts: Sequence[PackPart],
        anywhere: Callable[[str], PackPart],
        read: Callable[[PackPart, str | None], State],
        blanks: BlankRules,
        facet: Facet,
        wanted: Callable[[PackPart], Point | None],
        known: dict[tuple[str, str | None], CountedPart] | None = None,
    ) -> None:
        """What a rule looks at.

        Args:
            parts: the parts that are counted.
            anywhere: any part by id, for conditions that name parts.
            read: the state of a part, by the id of a measure, None for its result.
            blanks: what counts for parts without result.
            facet: which facet is worked out.
            wanted: what is wanted of a part.
            known: what counts for parts, shared by rules that look at them alike.
        """
        self.parts = parts
        self.facet = facet
        self._anywhere = anywhere
        self._read = read
        self._blanks = blanks
        self._wanted = wanted
        self._kept = {} if known is None else known
        self._all: list[CountedPart] | None = None

    def entries(self, needs: PartNeeds | None = None) -> list[CountedPart]:
        """The parts that are counted, or those that a condition looks at."""
        if needs is None:
            if self._all is None:
                self._all = [self._entry(part, None) for part in self.parts]
            return self._all
        parts = [self._anywhere(id_) for id_ in needs.of] if needs.of else self.parts
        return [
            self._entry(part, needs.measure)
            for part in parts
            if (not needs.level or part.level in needs.level) and needs.kind in (None, part.kind)
        ]

    def _entry(self, part: PackPart, measure: str | None) -> CountedPart:
        """A part and what counts for it; kept."""
        key = (part.id, measure)
        if key not in self._kept:
            self._kept[key] = self._counted(part, measure)
        return self._kept[key]

    def _counted(self, part: PackPart, measure: str | None) -> CountedPart:
        state = self._read(part, measure)
        treatment = treatment_of(self._blanks, state.blank)
        return CountedPart(
            part=part,
            grades=state.grades,
            extent=self._extent(part, state, treatment),
            span=state.span,
            blank=state.blank,
            hands_up=treatment is Treatment.HAND_UP,
            steps=state.steps,
            settled=state.could is not None and state.could.low == state.could.high
            if treatment is None
            else state.blank is BlankReason.DOES_NOT_APPLY,
            usual=state.usual and state.span is not None and not (state.blank is not None and state.blank.closed),
        )

    def _extent(self, part: PackPart, state: State, treatment: BlankRule | None) -> Extent | None:
        if treatment is None:
            return state.extent(self.facet)
        open_ = state.blank is not BlankReason.DOES_NOT_APPLY and not (
            state.blank is BlankReason.OUT_OF_SCOPE and treatment is Treatment.LEAVE_OUT
        )
        known = state.could or state.span if self.facet is Facet.COULD else state.span
        if self.facet is not Facet.NOW and open_ and known is not None:
            return known
        if treatment is Treatment.TARGET:
            wanted = self._wanted(part)
            return None if wanted is None else at(state.whole(wanted))
        return _stand_in(state, treatment)


def _stand_in(state: State, treatment: BlankRule) -> Extent | None:
    """What counts for a blank, whatever is wanted."""
    match treatment:
        case Treatment.LOWEST:
            return state.span and at(state.span.low)
        case Treatment.HIGHEST:
            return state.span and at(state.span.high)
        case Treatment.BOUNDS | Treatment.HAND_UP:
            return state.could or state.span
        case int() | float():
            return at(state.whole(Point(exact(treatment))))
    return None


def treatment_of(blanks: BlankRules, blank: BlankReason | None) -> BlankRule | None:
    """What counts for a part with this blank; None where it has a result."""
    match blank:
        case None:
            return None
        case BlankReason.DOES_NOT_APPLY:
            return blanks.does_not_apply
        case BlankReason.OUT_OF_SCOPE:
            return blanks.out_of_scope
        case BlankReason.DONT_KNOW:
            return blanks.dont_know
        case _:
            return blanks.unanswered
