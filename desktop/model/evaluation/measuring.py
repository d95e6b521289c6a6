"""One measure of a part: what its rule makes of the parts that are counted, or of its own answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from desktop.model.evaluation.blank_reasons import BlankReason
from desktop.model.evaluation.choosing import chosen, possible_rows
from desktop.model.evaluation.climbing import climbed
from desktop.model.evaluation.combining import combined, shared_grades
from desktop.model.evaluation.counted_parts import CountedPart, Counting
from desktop.model.evaluation.holding_down import caps_on, held
from desktop.model.evaluation.shaping import shaped
from desktop.model.evaluation.states import Extent, Facet, Point, State, at
from desktop.model.evaluation.touched_parts import conditions_of
from desktop.model.maturity.rulebook import ASK, MeasureRule

CountingOf = Callable[[Facet], Counting]
"""What a rule looks at, by facet."""


class Worked(Struct, frozen=True):
    """A measure worked out.

    Attributes:
        state: how it stands.
        uncapped: what it would be now without caps; None where it is blank.
        base: what the parts come to now, or the part's own answer, before shaping.
    """

    state: State
    uncapped: Extent | None
    base: Extent | None


class MeasureSpan(Struct, frozen=True):
    """What a measure could be if nothing were answered.

    Attributes:
        least: what the parts could come to, before shaping.
        span: the same shaped and under caps.
    """

    least: Extent | None
    span: Extent | None


def span_of(rule: MeasureRule, part: str, own: State | None, counting: CountingOf, capping: CountingOf) -> MeasureSpan:
    """The span of one measure of a part; see `work_out`."""
    least = _base(rule, own, counting(Facet.SPAN))
    span = None if least is None else shaped(rule, least, least)
    caps = caps_on(rule, part)
    if span is not None and caps:
        grades = grades_of(rule, own, counting(Facet.SPAN).entries() if rule.counts else ())
        span = held(rule, caps, span, grades, capping(Facet.SPAN))
    return MeasureSpan(least, span)


def looks_around(rule: MeasureRule) -> bool:
    """Whether a rule looks at more than the results of the parts that are counted: at parts by name, other measures."""
    return bool(rule.held_down) or any(needs.of or needs.measure is not None for needs in conditions_of(rule))


def work_out(
    rule: MeasureRule,
    part: str,
    own: State | None,
    counting: CountingOf,
    capping: CountingOf,
    known: MeasureSpan | None = None,
) -> Worked:
    """One measure of a part that takes part.

    Args:
        rule: the measure.
        part: id of the part.
        own: the part's own answer; None where it has none.
        counting: the parts that are counted.
        capping: the same for caps, which read what was said whatever takes part.
        known: its span, where that is known.

    Raises:
        ValueError: the rule compares or combines what it cannot.
    """
    could_ever = span_of(rule, part, own, counting, capping) if known is None else known
    span = could_ever.span
    counted = counting(Facet.NOW).entries() if rule.counts else []
    grades = grades_of(rule, own, counted)
    caps = caps_on(rule, part)
    unknown = State(
        grades,
        None,
        BlankReason.UNANSWERED,
        None,
        span,
        _steps(rule, own, counted),
        rule.bands,
        usual=all(entry.usual for entry in counted),
    )

    def through(facet: Facet) -> tuple[Extent | None, Extent | None]:
        base = _base(rule, own, counting(facet))
        free = None if base is None else shaped(rule, base, could_ever.least)
        return base, free

    blank = blank_now(rule, own, counted)
    base, free = through(Facet.NOW)
    if blank is not None and blank.closed:
        return Worked(replace(unknown, blank=blank), None, None)
    if _handed_up(rule, counted):
        could = span
    elif own is None and not looks_around(rule) and all(entry.settled for entry in counted):
        could = free
    else:
        could = through(Facet.COULD)[1]
        if could is not None:
            could = held(rule, caps, could, grades, capping(Facet.COULD))
    if blank is None and free is not None:
        now = held(rule, caps, free, grades, capping(Facet.NOW))
        point = could.settled if could is not None and could.settled is not None else now.settled
        if point is not None:
            return Worked(replace(unknown, now=point, blank=None, could=could), free, base)
        blank = _open_reason(rule, counting(Facet.NOW))
    blank = blank or _without_number(counting(Facet.NOW))
    return Worked(replace(unknown, blank=blank, could=could), None, base)


def as_answered(own: State) -> Worked:
    """A measure that is the part's own answer as it is."""
    free = None if own.now is None else at(own.now)
    return Worked(own, free, free)


def is_bare(rule: MeasureRule) -> bool:
    """Whether a measure is the part's own answer as it is."""
    return not (rule.counts or rule.bands or rule.round or rule.out or rule.held_down) and rule.start is None


def grades_of(rule: MeasureRule, own: State | None, entries: Sequence[CountedPart]) -> tuple[str, ...]:
    """The grades that a measure can have, the lowest first; none where it is a bare number."""
    if rule.bands:
        return tuple(band.grade for band in rule.bands)
    if rule.choose:
        return rule.grades
    if rule.combine is not None:
        return shared_grades(rule, entries)
    return own.grades if own is not None and rule.ladder is None else ()


def _steps(rule: MeasureRule, own: State | None, entries: Sequence[CountedPart]) -> tuple[Point, ...]:
    """The points with number and grade that a measure keeps from a part's own answer, or from the parts."""
    if rule.bands:
        return ()
    if shared_grades(rule, entries):
        return entries[0].steps
    return () if own is None or rule.counts else own.steps


def blank_now(rule: MeasureRule, own: State | None, entries: Sequence[CountedPart]) -> BlankReason | None:
    """Why a measure has no result before anything is worked out; None where it may have one."""
    if not rule.counts:
        return BlankReason.NOTHING_COUNTED if own is None else own.blank
    handed = [entry.blank for entry in entries if entry.hands_up and entry.blank is not None]
    for blank in handed:
        if blank.closed:
            return blank
    if handed:
        return BlankReason.UNANSWERED
    if rule.ladder is not None or any(entry.extent is not None for entry in entries):
        return None
    return _left_out(entries)


def _base(rule: MeasureRule, own: State | None, counting: Counting) -> Extent | None:
    """What the parts come to, or the part's own answer, for one facet."""
    if rule.ladder is not None:
        return climbed(rule.ladder, counting)
    if rule.choose:
        if any(entry.extent is not None for entry in counting.entries()):
            return chosen(rule.choose, rule.grades, counting)
        return _all_grades(rule) if counting.facet is Facet.SPAN else None
    if rule.combine is not None:
        return combined(rule, counting)
    return None if own is None else own.extent(counting.facet)


def _all_grades(rule: MeasureRule) -> Extent | None:
    return Extent(Point(grade=rule.grades[0]), Point(grade=rule.grades[-1])) if rule.grades else None


def _left_out(entries: Sequence[CountedPart]) -> BlankReason:
    """The reason of a part of which everything is left out."""
    reasons = {entry.blank for entry in entries}
    if not reasons or None in reasons:
        return BlankReason.NOTHING_COUNTED
    if reasons == {BlankReason.DOES_NOT_APPLY}:
        return BlankReason.DOES_NOT_APPLY
    open_ = [reason for reason in reasons if reason is not None and not reason.closed]
    return BlankReason.UNANSWERED if open_ else BlankReason.OUT_OF_SCOPE


def _without_number(counting: Counting) -> BlankReason:
    """The reason of a part whose parts give no number: they weigh nothing, or their spans have no length."""
    open_ = any(entry.blank is not None and not entry.blank.closed for entry in counting.entries())
    return BlankReason.UNANSWERED if open_ else BlankReason.NOTHING_COUNTED


def _handed_up(rule: MeasureRule, entries: Sequence[CountedPart]) -> bool:
    """Whether a part that is open keeps anything from being concluded."""
    return rule.counts and any(entry.hands_up for entry in entries)


def _open_reason(rule: MeasureRule, counting: Counting) -> BlankReason:
    """Why a measure that is not the same at its lowest and its highest has no result."""
    if rule.choose and [row.result for row in possible_rows(rule.choose, counting)] == [ASK]:
        return BlankReason.TEAM_DECIDES
    return BlankReason.UNANSWERED
