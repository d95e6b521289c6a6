"""Results of models with rules of their own, in words: what a part is, could still become, and why."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from msgspec import Struct

from desktop.language import N_, _, ngettext
from desktop.model.evaluation.blank_reasons import BlankReason
from desktop.model.evaluation.part_results import LevelAhead, MeasureResult, PartResult
from desktop.model.evaluation.states import Extent, Point
from desktop.model.maturity import Pack
from desktop.model.maturity.parts_pack import part_title, rules_of
from desktop.model.maturity.rulebook import PackPart, PartKind, RatingScale, Rulebook
from desktop.model.scoring.results import ModelResult
from desktop.wording.part_grounds import BLANKS, number, sentences


class PartLine(Struct, frozen=True):
    """A part as a row of a table, whoever shows that.

    Attributes:
        depth: how far it stands below the whole, which has 0.
        title: its numbering and its name or text.
        kind: what such a part is called.
        stands: its result, a grade with its number, a number, or why there is none.
        value: the number, rounded to two decimals; None without one.
        grade: the grade, empty without one.
        between: what it can still become, where that is not clear; else empty.
        measures: its further measures, each with its name.
        target: what is wanted of it, empty for nothing.
        gap: what is missing up to that; None without a target.
        missing: how many parts its result still waits for.
        answered: whether it is answered itself.
        closed: whether it takes no part.
    """

    id: str
    depth: int
    title: str
    kind: str
    stands: str
    value: float | None
    grade: str
    between: str
    measures: tuple[tuple[str, str], ...]
    target: str
    gap: float | None
    missing: int
    answered: bool
    closed: bool


def part_lines(pack: Pack, result: ModelResult) -> list[PartLine]:
    """Every part, each below the one it stands under.

    Raises:
        TypeError: the pack follows a scheme.
    """
    book = rules_of(pack)
    known = {part.id: part for part in result.parts}
    return [_line(book, part, depth, known[part.id]) for part, depth in ordered(book)]


def ordered(book: Rulebook) -> Iterator[tuple[PackPart, int]]:
    """The tree from top to bottom, each part with its depth."""
    below = [(book.root, 0)]
    while below:
        part, depth = below.pop()
        yield part, depth
        below.extend((child, depth + 1) for child in reversed(book.children[part.id]))


def _line(book: Rulebook, part: PackPart, depth: int, result: PartResult) -> PartLine:
    kind = book.kind_of(part)
    point = result.result.point or Point()
    return PartLine(
        id=part.id,
        depth=depth,
        title=part_title(part),
        kind=kind_name(kind),
        stands=stands(result.result),
        value=None if point.value is None else round(float(point.value), 2),
        grade=point.grade or "",
        between=between(result.result),
        measures=tuple((rule.name or rule.id, stands(result.also[rule.id])) for rule in kind.also),
        target=point_text(result.target),
        gap=None if result.gap is None else round(float(result.gap), 2),
        missing=len(result.missing),
        answered=book.scale_of(part) is not None,
        closed=closed(result),
    )


def closed(result: PartResult) -> bool:
    """Whether a part takes no part in the result."""
    return result.result.blank is not None and result.result.blank.closed


def kind_name(kind: PartKind) -> str:
    """What a part of a kind is called, as a heading."""
    name = kind.name or kind.id.replace("_", " ")
    return f"{name[:1].upper()}{name[1:]}"


def stands(result: MeasureResult) -> str:
    """A result: a grade with its number, a number, or why there is none."""
    if result.blank is not None:
        return _(BLANKS[result.blank])
    return point_text(result.point)


def point_text(point: Point | None) -> str:
    """A grade with its number, or either; empty for nothing."""
    if point is None:
        return ""
    if point.grade is not None and point.value is not None:
        return _("{grade} ({number})").format(grade=spelt(point.grade), number=number(point.value))
    if point.value is not None:
        return number(point.value)
    return spelt(point.grade or "")


def spelt(grade: str) -> str:
    """A grade as people read it."""
    return grade.replace("_", " ")


def between(result: MeasureResult) -> str:
    """What a result can still become, where that is not clear: “1 to 3”."""
    could = result.could
    if could is None or could.low == could.high:
        return ""
    return _("{low} to {high}").format(low=_end(could, could.low), high=_end(could, could.high))


def _end(extent: Extent, end: Point) -> str:
    if extent.low.grade is not None and extent.high.grade is not None and extent.low.grade != extent.high.grade:
        return spelt(end.grade or "")
    return number(end.value) if end.value is not None else spelt(end.grade or "")


def standing(result: ModelResult, pack: Pack) -> str:
    """The result of the whole in one line: “advanced (3.25); it can still become 2.9 to 3.6”."""
    whole = result.whole
    assert whole is not None
    kind = rules_of(pack).kind_by_id[whole.kind]
    told = [_("{model}: {stands}").format(model=pack.name, stands=stands(whole.result))]
    told += [
        _("{measure}: {stands}").format(measure=rule.name or rule.id, stands=stands(whole.also[rule.id]))
        for rule in kind.also
    ]
    line = "; ".join(told)
    could = between(whole.result)
    return _("{line}; it can still become {between}").format(line=line, between=could) if could else line


def why(result: PartResult, book: Rulebook) -> list[str]:
    """Why a part stands as it does, a sentence each, then what the next level asks for and what it waits for."""
    told = sentences(result.result.grounds)
    if result.ahead is not None and not result.result.grounds:
        told.append(_ahead(result.ahead))
    if result.missing and result.missing != (result.id,):
        told.append(
            ngettext(
                "It waits for {count} part: {parts}.", "It waits for {count} parts: {parts}.", len(result.missing)
            ).format(count=len(result.missing), parts=named(book, result.missing))
        )
    return told


def _ahead(ahead: LevelAhead) -> str:
    return _("Level {level} is blocked by {parts}.").format(level=ahead.level, parts=", ".join(ahead.before))


def named(book: Rulebook, ids: tuple[str, ...], most: int = 6) -> str:
    """The first few parts by their numbering, and how many more there are."""
    shown = ", ".join(book.part_by_id[id_].label or id_ for id_ in ids[:most])
    more = len(ids) - most
    return shown if more <= 0 else _("{shown} and {more} more").format(shown=shown, more=more)


def suggestion_text(result: PartResult) -> str:
    """What respondents suggest of a part; empty without an answer."""
    found = result.suggestion
    if found is None:
        return ""
    told = spelt(found.grade) if found.grade is not None else number(found.value)
    return ngettext(
        "{n} answer has a mean of {value}. This suggests “{told}”.",
        "{n} answers have a mean of {value}. This suggests “{told}”.",
        found.n,
    ).format(n=found.n, value=number(found.value), told=told)


def gap_text(result: PartResult) -> str:
    """Where a part stands and what is wanted of it, in one line."""
    here = stands(result.result)
    if result.target is None:
        return _("{here}; no target set").format(here=here)
    if result.gap is None:
        return _("{here}, target {target}").format(here=here, target=point_text(result.target))
    if not result.gap:
        return _("{here}; the target of {target} is reached").format(here=here, target=point_text(result.target))
    return _("{here}, target {target}: a gap of {gap}").format(
        here=here, target=point_text(result.target), gap=number(result.gap)
    )


_CHOSEN: dict[str, str] = {
    BlankReason.DOES_NOT_APPLY: N_("Does not apply"),
    BlankReason.DONT_KNOW: N_("Don't know"),
    BlankReason.NOT_DUE: N_("Not yet due"),
}
"""Blanks that the team can choose in place of an answer."""


def answer_text(scale: RatingScale | None, answer: str | None) -> str:
    """An answer as people read it; empty while open."""
    if answer is None:
        return ""
    if answer in _CHOSEN and (scale is None or answer not in scale.words):
        return _(_CHOSEN[answer])
    names = {choice.id: choice.name for choice in scale.offered} if scale is not None else {}
    if scale is not None and scale.number_range is not None:
        return f"{answer} {scale.number_range.unit}".strip()
    return ", ".join(names.get(each) or spelt(each) for each in answer.split(", "))


def share_of(result: PartResult, point: Point | None) -> float | None:
    """The place of a point between the least and the most that a part could be, 0 to 1; None where it has none."""
    span = result.span
    if point is None or span is None:
        return None
    if point.value is not None and span.low.value is not None and span.high.value is not None:
        length = span.high.value - span.low.value
        return float((point.value - span.low.value) / length) if length else None
    if point.grade in result.grades and len(result.grades) > 1:
        return float(Fraction(result.grades.index(point.grade), len(result.grades) - 1))
    return None


def percent_of(result: PartResult, point: Point | None) -> float | None:
    """The same in percent with one decimal."""
    share = share_of(result, point)
    return None if share is None else round(100 * share, 1)
