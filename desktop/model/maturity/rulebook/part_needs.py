"""Conditions on parts."""

from __future__ import annotations

from desktop.model.maturity.kinds import Part, Word
from desktop.model.maturity.rulebook.values import HowMany, LadderLevel, Limit, PartId


class PartNeeds(Part, frozen=True):
    """A condition on parts: so many of those must compare so.

    Which parts: those that are counted in the part with the rule, narrowed by `of`, `level` and `kind`. `of` may name
    any part of the model. Of the comparisons one or two stand: `at_least` and `at_most` together are a window.

    Attributes:
        of: ids of parts.
        level: levels that the parts are tagged with.
        kind: id of the kind of the parts.
        how_many: how many must compare so; left out, all of them. A share is one of the parts that count.
        at_least: a number or grade that is reached.
        at_most: a number or grade that is not passed.
        below: a number or grade that is not reached.
        measure: which measure of the parts is compared; left out, their result.
        not_applicable_fails: whether a part that does not apply stands in the way; left out, it is passed over.
    """

    of: tuple[PartId, ...] = ()
    level: tuple[LadderLevel, ...] = ()
    kind: Word | None = None
    how_many: HowMany | None = None
    at_least: Limit | None = None
    at_most: Limit | None = None
    below: Limit | None = None
    measure: Word | None = None
    not_applicable_fails: bool = False
