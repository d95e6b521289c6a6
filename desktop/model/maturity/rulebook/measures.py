"""How a part's result follows from the parts that are counted in it."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from desktop.model.maturity.kinds import Part, Text, Word
from desktop.model.maturity.rulebook.part_needs import PartNeeds
from desktop.model.maturity.rulebook.values import (
    Combiner,
    GradeWord,
    Intake,
    LadderLevel,
    Limit,
    Number,
    PartId,
    Treatment,
    Turn,
    Weighing,
)

BlankRule = Treatment | int | float
"""What counts for a part without result: one of the treatments, or a number."""

ITEMS = "items"
"""Stands in `over` for everything beneath that is answered itself."""


class BlankRules(Part, frozen=True):
    """What counts for a part that has no result, by the reason why.

    Attributes:
        unanswered: nobody has answered, or what the answer rests on is still wanting: evidence, a reason, the
            team's decision.
        dont_know: the answer is that one does not know.
        does_not_apply: the answer is that it does not apply, or it is declared so.
        out_of_scope: it is not assessed. With anything but `leave_out` it can still become whatever its kind gives.
    """

    unanswered: BlankRule = Treatment.LEAVE_OUT
    dont_know: BlankRule = Treatment.LEAVE_OUT
    does_not_apply: BlankRule = Treatment.LEAVE_OUT
    out_of_scope: BlankRule = Treatment.LEAVE_OUT


class GradeBand(Part, frozen=True, rename={"grade": "is", "reached": "from", "passed": "above"}):
    """A grade and where it begins. The first band has no beginning; each ends where the next begins.

    Attributes:
        grade: the grade.
        reached: the number from which it holds.
        passed: the number above which it holds.
    """

    grade: GradeWord
    reached: Number | None = None
    passed: Number | None = None


class RoundingRule(Part, frozen=True):
    """Rounding that the model itself asks for.

    Attributes:
        places: decimals that stay.
        how: the direction.
    """

    places: Annotated[int, Meta(ge=0, le=9)] = 0
    how: Turn = Turn.HALF_UP


class LadderStep(Part, frozen=True):
    """What a level asks for, where the levels of a ladder are spelt out one by one.

    Attributes:
        level: the level.
        needs: conditions, all of which must hold.
    """

    level: LadderLevel
    needs: tuple[PartNeeds, ...]


class LevelLadder(Part, frozen=True):
    """Climbing: the highest level such that it and every level below it hold.

    Attributes:
        floor: the level that asks for nothing.
        top: the highest level.
        here: what a level asks of the parts tagged with it.
        below: what it asks, besides, of the parts tagged with a lower level.
        levels: the levels spelt out, in place of `here` and `below`; a level may be skipped.
        none_apply_passes: whether a level is reached although none of its parts applies; left out, nothing shows it,
            and it is not. A level without any part asks for nothing.
    """

    floor: LadderLevel
    top: LadderLevel
    here: PartNeeds | None = None
    below: PartNeeds | None = None
    levels: tuple[LadderStep, ...] = ()
    none_apply_passes: bool = False


class ChoiceRow(Part, frozen=True, rename={"result": "is"}):
    """A row of a table of which the first that holds gives the result.

    Attributes:
        result: a grade, a number, or `ask`: then the team decides.
        of: between which grades or numbers the team decides, the lowest first.
        when: conditions, all of which must hold; the last row has none.
    """

    result: Limit
    of: tuple[Limit, ...] = ()
    when: tuple[PartNeeds, ...] = ()


ASK = "ask"
"""Stands as the result of a row for the team's decision."""


class HeldDown(Part, frozen=True):
    """What holds parts down, whatever else is met: a cap.

    Attributes:
        id: identity of the cap.
        at_most: the highest that the parts can be while it holds.
        unless: conditions; it holds until all of them hold.
        on: ids of the parts it holds down; left out, all parts of the kind.
        reason: why, as a sentence that the result can quote.
    """

    id: PartId
    at_most: Limit
    unless: tuple[PartNeeds, ...]
    reason: Text
    on: tuple[PartId, ...] = ()


class MeasureRule(Part, frozen=True, rename={"counted": "count", "start": "from", "held_down": "caps"}):
    """How one measure of a part follows from what is counted in it.

    At most one of `combine`, `ladder` and `choose` stands; without any, the measure is the part's own answer. Then
    come, in this order, `from`, `out`, `round`, `bands` and `caps`.

    Attributes:
        over: what is counted: `parts`, those that are counted in this one (left out, it is that); `items`, everything
            beneath that is answered itself; or the id of a kind, everything of it beneath.
        combine: how numbers become one.
        counted: for `combine: count`, the condition that is counted.
        take: what of a part is combined.
        weights: what a part weighs.
        start: the number from which the combined one is taken away: 110 minus the penalties.
        out: the span to which the result is stretched, from its own.
        grades: the grades that `choose` gives, the lowest first.
        bands: from numbers to grades.
        round: rounding.
        ladder: climbing levels.
        choose: rows, the first of which holds.
        held_down: what holds it down.
        blanks: what counts for parts without result.
    """

    over: Word = "parts"
    combine: Combiner | None = None
    counted: PartNeeds | None = None
    take: Intake = Intake.VALUE
    weights: Weighing = Weighing.EQUAL
    start: Number | None = None
    out: tuple[Number, Number] | None = None
    grades: tuple[GradeWord, ...] = ()
    bands: tuple[GradeBand, ...] = ()
    round: RoundingRule | None = None
    ladder: LevelLadder | None = None
    choose: tuple[ChoiceRow, ...] = ()
    held_down: tuple[HeldDown, ...] = ()
    blanks: BlankRules = BlankRules()

    @property
    def counts(self) -> bool:
        """Whether it follows from other parts, not from the part's own answer."""
        return self.combine is not None or self.ladder is not None or bool(self.choose)
