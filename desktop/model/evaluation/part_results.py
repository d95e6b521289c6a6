"""What the engine gives back: one kind of result for every part."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction

from msgspec import Struct

from desktop.model.evaluation.blank_reasons import BlankReason
from desktop.model.evaluation.states import Extent, Point

Fact = str | int | Fraction | None | tuple[str, ...]


class GroundCode(StrEnum):
    """What had a part in a result. `desktop.wording.part_grounds` has the sentences."""

    ANSWERED = "part.answered"
    """The team answered."""
    ACROSS = "part.across"
    """Several answers became one."""
    BLANK = "part.blank"
    NOT_SUPPORTED = "part.not_supported"
    """It is answered, but the evidence does not suffice."""
    ALTERNATIVE = "part.alternative"
    """Another way of reaching the same is accepted."""
    COMBINED = "part.combined"
    COUNTED = "part.counted"
    TAKEN_AWAY = "part.taken_away"
    STRETCHED = "part.stretched"
    ROUNDED = "part.rounded"
    BANDED = "part.banded"
    CLIMBED = "part.climbed"
    """A level is reached, and something stands before the next."""
    CLIMBED_TOP = "part.climbed_top"
    NONE_APPLY = "part.none_apply"
    """Nothing that the next level asks for applies, so nothing shows it."""
    CHOSEN = "part.chosen"
    """The first row that holds gave it."""
    TEAM_DECIDES = "part.team_decides"
    """The rule leaves it to the team."""
    LEFT_OUT = "part.left_out"
    """Parts without result were left out."""
    HANDED_UP = "part.handed_up"
    """Parts without result keep this one from having any."""
    BETWEEN = "part.between"
    """It is not the same at its lowest and its highest."""
    CAPPED = "part.capped"
    SET = "part.set"
    """The team says what it is."""
    LOWERED = "part.lowered"
    NOT_ALLOWED = "part.not_allowed"
    """The team says what the kind does not let it."""
    EXCLUDED = "part.excluded"
    EXCLUDED_ABOVE = "part.excluded_above"
    """Something above it takes no part."""


class Ground(Struct, frozen=True, gc=False):
    """One thing that had a part in a result.

    Attributes:
        code: which.
        facts: what its sentence names: ids, numbers and words of the model, never what somebody typed.
    """

    code: GroundCode
    facts: Mapping[str, Fact] = {}


class LevelAhead(Struct, frozen=True):
    """A level above the one that a part stands at, and what stands before it.

    Attributes:
        level: the level.
        before: ids of the parts that stand before it, in the order of the rulebook; those of caps last.
        open: ids of those of them that are open: they might yet give way.
        caps: ids of the caps that hold the part below it.
        none_apply: whether nothing that the level asks for applies.
    """

    level: int
    before: tuple[str, ...]
    open: tuple[str, ...]
    caps: tuple[str, ...]
    none_apply: bool = False

    @property
    def fails(self) -> tuple[str, ...]:
        """Ids of the parts that are known to stand before it."""
        return tuple(id_ for id_ in self.before if id_ not in self.open)


class CapInForce(Struct, frozen=True):
    """A cap that is not surely lifted.

    Attributes:
        id: the cap.
        at_most: the highest that the part can be while it holds.
        before: ids of the parts for which it is not lifted.
        open: ids of those of them that are open.
    """

    id: str
    at_most: Point
    before: tuple[str, ...]
    open: tuple[str, ...]


class OwnAnswer(Struct, frozen=True, gc=False):
    """A part's own answer as it counts, whatever takes no part above it.

    Attributes:
        point: what it counts as; None where it is blank.
        blank: why it does not count.
        lifted: whether an accepted alternative made it more than was answered.
        sources: how many different sources support it.
        kinds: the kinds of evidence among them.
        supported: whether they are as many, and of such kinds, as the part's kind asks.
    """

    point: Point | None
    blank: BlankReason | None
    lifted: bool
    sources: int
    kinds: tuple[str, ...]
    supported: bool


class PartSuggestion(Struct, frozen=True):
    """What answers of respondents suggest.

    Attributes:
        value: the mean or median of all answers.
        answers: what they alone suggest, a grade; None without bands.
        grade: the same, held down where nothing shows the work itself.
        n: how many answers it rests on.
    """

    value: Fraction
    answers: str | None
    grade: str | None
    n: int


class MeasureResult(Struct, frozen=True):
    """One measure of a part.

    Attributes:
        value: a number, None where it is a bare grade or blank.
        grade: a grade, None where it is a bare number or blank.
        blank: why it has neither.
        could: from the lowest to the highest that it can still become; None where it takes no part, and where
            nothing is known of it.
        grounds: what had a part in it, in the order in which it happened.
    """

    value: Fraction | None
    grade: str | None
    blank: BlankReason | None
    could: Extent | None
    grounds: tuple[Ground, ...]

    @property
    def point(self) -> Point | None:
        """What it is, None where it is blank."""
        return None if self.blank is not None else Point(self.value, self.grade)

    @property
    def determined(self) -> bool:
        """Whether nothing that is open can change it any more."""
        if self.blank is not None:
            return self.blank.closed
        return self.could is not None and self.could.low == self.could.high


class PartResult(Struct, frozen=True):
    """What the engine says of a part.

    Attributes:
        id: the part.
        kind: its kind.
        result: its result.
        also: its further measures by id.
        grades: the grades that its result can have, the lowest first.
        span: from the least to the most that it could be if nothing were answered.
        by_rule: what its result would be without the team's word over the rule's; None where it is blank.
        uncapped: the same without caps.
        caps: the caps in force on it, whether they bring it down or not.
        counts: how often what is answered beneath it stands at each grade, is a bare number, or is blank for each
            reason. What takes no part because of something above it is not counted.
        missing: ids of what its result still waits for, in the order of the rulebook.
        ahead: the next level, for a part that climbs; None at the top, and for others.
        to_target: the level that is wanted, for a part that climbs and does not stand there.
        target: what is wanted of it.
        importance: how much it matters.
        gap: what is missing up to the target, from the lowest that it can be while it has no result; not below 0.
        suggestion: what respondents suggest.
        answer: its own answer; None for a part that is not answered itself.
        judged: whether the team's word stands over the rule's.
        declared: how it stands by what is said of it as a whole, whatever is in it; None where that decides.
    """

    id: str
    kind: str
    result: MeasureResult
    also: Mapping[str, MeasureResult]
    grades: tuple[str, ...]
    span: Extent | None
    by_rule: Point | None
    uncapped: Point | None
    caps: tuple[CapInForce, ...]
    counts: Mapping[str, int]
    missing: tuple[str, ...]
    ahead: LevelAhead | None
    to_target: LevelAhead | None
    target: Point | None
    importance: int | None
    gap: Fraction | None
    suggestion: PartSuggestion | None
    answer: OwnAnswer | None
    judged: bool
    declared: BlankReason | None
