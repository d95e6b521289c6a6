"""Tables tried with every mix of grades: rows that never decide, and results that fall when an answer rises."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations_with_replacement, product
from math import comb, prod

from msgspec import Struct

from desktop.model.evaluation.choosing import given_by, possible_rows
from desktop.model.evaluation.part_results import PartResult
from desktop.model.evaluation.states import Extent, Facet, Point, State, band_of, key
from desktop.model.maturity.faults import FaultCode
from desktop.model.maturity.findings import Finding, finding
from desktop.model.maturity.nodes import Place
from desktop.model.maturity.rulebook import ChoiceRow, PackPart, PartNeeds, RatingScale, Rulebook, exact
from desktop.model.vetting.placed_rules import PlacedRule, looked_at, rules_of
from desktop.model.vetting.settled_parts import settled, trial

MOST_MIXES = 3000
"""More are not tried for one part."""

MOST_TRIED = 60_000
"""Mixes of all tables of a pack together that are tried; the largest pack that we know has some 5,000."""

MOST_INSTANCES = 4
"""Answers of one part for several sites or projects that are tried together; more where a row counts more."""

Mix = tuple[int, ...]
"""The place of each part's point among its points, which rise."""


class TableTrial(Struct, frozen=True):
    """A table, and the parts on which it is tried.

    Attributes:
        rows: the table.
        grades: the grades that it gives, the lowest first.
        parts: the parts that it looks at.
        taken: those of them that conditions without ids look at.
        points: for each part what it can be, the worst first.
        states: for each part how it stands at each of these.
        alike: whether it makes no difference which part is which.
        down: whether less is better of what the table gives.
    """

    rows: Sequence[ChoiceRow]
    grades: Sequence[str]
    parts: Sequence[PackPart]
    taken: Sequence[PackPart]
    points: Sequence[Sequence[Point]]
    states: Sequence[Sequence[State]]
    alike: bool
    down: bool

    def mixes(self, most: int) -> list[Mix] | None:
        """Every mix of what the parts can be; None where there are more than so many."""
        lengths = [len(points) for points in self.points]
        if self.alike and lengths:
            if comb(lengths[0] + len(lengths) - 1, len(lengths)) > most:
                return None
            return list(combinations_with_replacement(range(lengths[0]), len(lengths)))
        return list(product(*map(range, lengths))) if prod(lengths) <= most else None

    def row_of(self, mix: Mix) -> ChoiceRow | None:
        """The row that decides."""
        standing = {part.id: states[at] for part, states, at in zip(self.parts, self.states, mix, strict=True)}
        anywhere = {part.id: part for part in self.parts}
        rows = possible_rows(self.rows, trial(self.taken, anywhere, standing, Facet.NOW))
        return rows[0] if rows else None

    def better(self, mix: Mix) -> Iterator[Mix]:
        """The mixes in which one part is one step better."""
        for at, place in enumerate(mix):
            if place + 1 < len(self.points[at]):
                raised = (*mix[:at], place + 1, *mix[at + 1 :])
                yield tuple(sorted(raised)) if self.alike else raised

    def told(self, mix: Mix) -> tuple[str, ...]:
        """A mix as people read it."""
        named = [(part.id, points[at]) for part, points, at in zip(self.parts, self.points, mix, strict=True)]
        words = [(id_, point.grade or f"{float(point.value or 0):g}") for id_, point in named]
        return tuple(word if self.alike else f"{id_} {word}" for id_, word in words)


def unsteady(book: Rulebook, results: Mapping[str, PartResult]) -> Iterator[Finding]:
    """Rows that never decide, and tables that fall."""
    effort = _Effort()
    for placed in rules_of(book):
        if placed.rule.choose:
            trials = list(_of_parts(book, placed, results))
            yield from _judged((*placed.place, "choose"), placed.rule.choose, trials, effort)
    for index, kind in enumerate(book.kinds):
        if kind.across is None or not kind.across.choose:
            continue
        parts = [part for part in book.parts if part.kind == kind.id]
        scales = {scale.id: scale for part in parts if (scale := book.scale_of(part)) is not None}
        rows = kind.across.choose
        down = kind.better_down
        across = [trial_ for scale in scales.values() for trial_ in _across(rows, scale, down=down)]
        yield from _judged(("kinds", index, "across", "choose"), rows, across, effort)


class _Effort:
    """How many mixes of a pack may still be tried."""

    def __init__(self) -> None:
        self._left = MOST_TRIED

    def mixes(self, tried: TableTrial) -> list[Mix] | None:
        """Every mix of a table; None where there are too many to try."""
        found = tried.mixes(min(MOST_MIXES, self._left))
        self._left -= len(found or ())
        return found


def _judged(
    place: Place, rows: Sequence[ChoiceRow], trials: Sequence[TableTrial], effort: _Effort
) -> Iterator[Finding]:
    deciding: set[int] = set()
    whole = bool(trials)
    fallen: Finding | None = None
    for tried in trials:
        mixes = effort.mixes(tried)
        if mixes is None:
            whole = False
            continue
        rows_of = {mix: tried.row_of(mix) for mix in mixes}
        deciding |= {id(row) for row in rows_of.values()}
        fallen = fallen or _fall(place, tried, rows_of)
    if whole:
        for index, row in enumerate(rows):
            if id(row) not in deciding:
                yield finding((*place, index), FaultCode.CHOOSE_NEVER, row=str(row.result))
    if fallen is not None:
        yield fallen


def _fall(place: Place, tried: TableTrial, rows_of: Mapping[Mix, ChoiceRow | None]) -> Finding | None:
    """Two mixes of which the better gives the worse."""
    for mix, row in rows_of.items():
        for raised in tried.better(mix):
            above = rows_of.get(raised)
            if row is None or above is None or above is row:
                continue
            if _falls(given_by(row), given_by(above), tried):
                return finding(
                    place,
                    FaultCode.CHOOSE_FALLS,
                    worse=tried.told(mix),
                    gives=str(row.result),
                    better=tried.told(raised),
                    then=str(above.result),
                )
    return None


def _falls(before: Extent, after: Extent, tried: TableTrial) -> bool:
    sign = -1 if tried.down else 1
    return any(
        sign * (key(now, tried.grades) - key(then, tried.grades)) < 0
        for then, now in ((before.low, after.low), (before.high, after.high))
    )


def _of_parts(book: Rulebook, placed: PlacedRule, results: Mapping[str, PartResult]) -> Iterator[TableTrial]:
    """A trial for each part of a kind, parts that look at the same left out."""
    conditions = [needs for row in placed.rule.choose for needs in row.when]
    if any(needs.measure is not None for needs in conditions):
        return
    named = any(needs.of for needs in conditions)
    tagged = any(needs.level or needs.kind for needs in conditions)
    seen: set[object] = set()
    for part in placed.parts:
        looked = [*book.taken(part.id, placed.rule)]
        looked += [each for needs in conditions for each in looked_at(book, part, placed.rule, needs)]
        parts = list({each.id: each for each in looked}.values())
        points = [_points(book, each, results[each.id], conditions) for each in parts]
        sign = tuple((tuple(one), each.level, each.kind) for each, one in zip(parts, points, strict=True))
        if (not named and sign in seen) or not all(points):
            continue
        seen.add(sign)
        turned = [
            list(reversed(one)) if book.kind_of(each).better_down else one
            for each, one in zip(parts, points, strict=True)
        ]
        yield TableTrial(
            rows=placed.rule.choose,
            grades=placed.rule.grades,
            parts=parts,
            taken=book.taken(part.id, placed.rule),
            points=turned,
            states=[
                [settled(results[each.id].grades, point, results[each.id].span) for point in one]
                for each, one in zip(parts, turned, strict=True)
            ],
            alike=not named and not tagged and len(set(map(tuple, points))) == 1,
            down=placed.kind.better_down,
        )


def _points(book: Rulebook, part: PackPart, result: PartResult, conditions: Sequence[PartNeeds]) -> tuple[Point, ...]:
    """What a part can be, as far as a table can tell, from the lowest."""
    kind, scale = book.kind_of(part), book.scale_of(part)
    if not kind.counts and not kind.bands and scale is not None and scale.number_range is None and scale.words:
        return _choices(scale)
    span = result.span
    if span is None or span.low.value is None or span.high.value is None:
        return tuple(Point(grade=grade) for grade in result.grades)
    limits = {exact(limit) for needs in conditions for limit in _numbers(needs)}
    limits |= {exact(start) for band in kind.bands for start in (band.reached, band.passed) if start is not None}
    near = {limit + step for limit in limits for step in (Fraction(-1, 1000), Fraction(0), Fraction(1, 1000))}
    low, high = span.low.value, span.high.value
    values = sorted({low, high} | {value for value in near if low <= value <= high})
    return tuple(Point(value, band_of(kind.bands, value) if kind.bands else None) for value in values)


def _numbers(needs: PartNeeds) -> Iterator[int | float]:
    for limit in (needs.at_least, needs.at_most, needs.below):
        if limit is not None and not isinstance(limit, str):
            yield limit


def _choices(scale: RatingScale) -> tuple[Point, ...]:
    return tuple(Point(None if choice.value is None else exact(choice.value), choice.id) for choice in scale.offered)


def _across(rows: Sequence[ChoiceRow], scale: RatingScale, *, down: bool) -> Iterator[TableTrial]:
    """Trials with one answer, with two, and so on."""
    if not scale.words:
        return
    counted = [needs.how_many for row in rows for needs in row.when if isinstance(needs.how_many, int)]
    points = list(_choices(scale))
    turned = points[::-1] if down else points
    for count in range(1, max([MOST_INSTANCES, *(number + 1 for number in counted)]) + 1):
        parts = [PackPart(id=str(number), kind="answer") for number in range(1, count + 1)]
        yield TableTrial(
            rows=rows,
            grades=scale.words,
            parts=parts,
            taken=parts,
            points=[turned] * count,
            states=[[settled(scale.words, point, None) for point in turned]] * count,
            alike=True,
            down=down,
        )
