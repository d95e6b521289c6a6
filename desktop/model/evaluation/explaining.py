"""The grounds of a result: what had a part in it, in the order in which it happened."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from desktop.model.evaluation.blank_reasons import BlankReason
from desktop.model.evaluation.counted_parts import CountedPart, Counting
from desktop.model.evaluation.holding_down import bites, caps_on, holding
from desktop.model.evaluation.measuring import Worked
from desktop.model.evaluation.own_answers import Answered
from desktop.model.evaluation.part_results import Fact, Ground, GroundCode, LevelAhead
from desktop.model.evaluation.states import Extent, Point, State
from desktop.model.evaluation.team_word import Effect
from desktop.model.maturity.rulebook import Combiner, EvidenceRule, MeasureRule, PartKind


def of_answer(part: str, kind: PartKind, answered: Answered) -> Iterator[Ground]:
    """How a part's own answer came about."""
    state = answered.state
    if answered.instances is not None:
        yield Ground(GroundCode.ACROSS, {"part": part, "instances": answered.instances, **_point(state.now)})
    elif state.now is not None and not answered.lifted:
        yield Ground(GroundCode.ANSWERED, {"part": part, **_point(state.now)})
    if state.blank is not None:
        evidence = kind.evidence or EvidenceRule()
        wanting = state.blank is BlankReason.EVIDENCE_WANTING
        code = GroundCode.NOT_SUPPORTED if wanting else GroundCode.BLANK
        yield Ground(
            code,
            {
                "part": part,
                "blank": state.blank.value,
                "sources": answered.sources,
                "needed": evidence.sources,
                "kinds": answered.kinds,
            },
        )
    if answered.lifted:
        yield Ground(GroundCode.ALTERNATIVE, {"part": part, **_point(state.now)})


def of_rule(rule: MeasureRule, part: str, worked: Worked, counting: Counting, capping: Counting) -> Iterator[Ground]:
    """How a measure came about, from what is counted up to what holds it down."""
    entries = counting.entries()
    if rule.counts:
        yield from _blanks(part, entries)
    now = worked.state.now
    if rule.combine is not None and worked.base is not None and worked.base.settled is not None:
        yield _combined(rule, part, entries, worked.base)
    if rule.choose and now is not None:
        yield Ground(GroundCode.CHOSEN, {"part": part, "parts": len(entries), **_point(now)})
    if worked.base is not None and worked.uncapped is not None:
        yield from _shaping(rule, part, worked.base, worked.uncapped.low)
    yield from _open(rule, part, worked.state)
    if worked.uncapped is not None:
        for cap in holding(caps_on(rule, part), capping):
            if bites(cap, worked.uncapped.high, worked.state.grades):
                yield Ground(GroundCode.CAPPED, {"part": part, "cap": cap.id, "at_most": str(cap.at_most)})


def _open(rule: MeasureRule, part: str, state: State) -> Iterator[Ground]:
    if state.now is None and state.could is not None:
        if state.blank is BlankReason.TEAM_DECIDES:
            yield Ground(GroundCode.TEAM_DECIDES, {"part": part, **_between(state.could)})
        elif rule.counts:
            yield Ground(GroundCode.BETWEEN, {"part": part, **_between(state.could)})


def of_ladder(part: str, now: Point | None, ahead: LevelAhead | None) -> Ground:
    """How far a part climbed, and what stands before the next level."""
    level = None if now is None else now.value
    if ahead is None:
        return Ground(GroundCode.CLIMBED_TOP, {"part": part, "level": level})
    return Ground(
        GroundCode.NONE_APPLY if ahead.none_apply else GroundCode.CLIMBED,
        {"part": part, "level": level, "next": ahead.level, "fails": ahead.fails, "open": ahead.open},
    )


def of_team(part: str, effect: Effect, says: object, before: Point | None) -> Iterator[Ground]:
    """What the team's word did."""
    codes = {
        Effect.SET: GroundCode.SET,
        Effect.LOWERED: GroundCode.LOWERED,
        Effect.NOT_ALLOWED: GroundCode.NOT_ALLOWED,
    }
    if effect in codes:
        yield Ground(codes[effect], {"part": part, "says": str(says), **_point(before)})


def _blanks(part: str, entries: Sequence[CountedPart]) -> Iterator[Ground]:
    left = tuple(entry.part.id for entry in entries if entry.extent is None)
    if left:
        yield Ground(GroundCode.LEFT_OUT, {"part": part, "parts": left})
    handed = tuple(entry.part.id for entry in entries if entry.hands_up)
    if handed:
        yield Ground(GroundCode.HANDED_UP, {"part": part, "parts": handed})


def _combined(rule: MeasureRule, part: str, entries: Sequence[CountedPart], base: Extent) -> Ground:
    counted = tuple(entry.part.id for entry in entries if entry.extent is not None)
    code = GroundCode.COUNTED if rule.combine is Combiner.COUNT else GroundCode.COMBINED
    return Ground(
        code,
        {
            "part": part,
            "combine": str(rule.combine),
            "take": str(rule.take),
            "parts": counted,
            "weighing": str(rule.weights),
            "weights": tuple(str(entry.part.weight) for entry in entries if entry.extent is not None),
            **_point(base.low),
        },
    )


def _shaping(rule: MeasureRule, part: str, base: Extent, done: Point) -> Iterator[Ground]:
    """From the number that the parts came to, to the measure before caps."""
    if rule.start is not None:
        yield Ground(GroundCode.TAKEN_AWAY, {"part": part, "start": str(rule.start), "value": base.high.value})
    if rule.out is not None:
        yield Ground(GroundCode.STRETCHED, {"part": part, "low": str(rule.out[0]), "high": str(rule.out[1])})
    if rule.round is not None:
        yield Ground(
            GroundCode.ROUNDED,
            {"part": part, "how": str(rule.round.how), "places": rule.round.places, "value": done.value},
        )
    if rule.bands:
        yield Ground(GroundCode.BANDED, {"part": part, **_point(done)})


def _point(point: Point | None) -> dict[str, Fact]:
    value: Fraction | None = None if point is None else point.value
    return {"value": value, "grade": None if point is None else point.grade}


def _between(extent: Extent) -> dict[str, Fact]:
    return {"low": extent.low.grade or extent.low.value, "high": extent.high.grade or extent.high.value}
