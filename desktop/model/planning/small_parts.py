"""A small set of parts to work on, so that a model with rules of its own as a whole takes its next step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

from desktop.model.evaluation.part_results import PartResult
from desktop.model.evaluation.states import Point
from desktop.model.maturity.rulebook import Rulebook
from desktop.model.planning.best_answers import with_best_answers
from desktop.model.planning.next_points import lowest, next_of
from desktop.model.planning.pruning import pruned
from desktop.model.scoring.inputs import Given
from desktop.model.scoring.results import ModelResult

Outcome = Callable[[Given], PartResult]
"""The result of the whole with what is given."""


def small_parts(book: Rulebook, given: Given, result: ModelResult, outcome: Outcome) -> tuple[str, ...]:
    """Ids of a few parts with which the whole takes its next step once the work on them is done.

    None of them can be left out, though another choice of parts may be smaller still: what moves the whole least is
    left out first. Empty where all parts together do not suffice.

    Args:
        book: the rules of the model.
        given: answers and judgements as they are.
        result: the result of these.
        outcome: works out the whole.
    """
    whole = result.whole
    wanted = None if whole is None else next_of(book, whole)
    if wanted is None:
        return ()

    def suffices(parts: Sequence[str]) -> bool:
        return _reaches(outcome(with_best_answers(book, given, parts)), wanted, to_target=bool(_gap(result)))

    parts = _by_gain(book, given, result)
    if not suffices(parts):
        return ()
    return tuple(sorted(pruned(parts, suffices), key=lambda id_: book.order[id_]))


def _by_gain(book: Rulebook, given: Given, result: ModelResult) -> list[str]:
    """The parts that work can change, those that are nearest to their best first, by their weight."""
    best = with_best_answers(book, given, [part.id for part in book.parts])
    found = {part.id: part for part in result.parts}
    changed = [id_ for id_, word in best.words.items() if word != given.words.get(id_)]
    return sorted(changed, key=lambda id_: _distance(found[id_]) * book.part_by_id[id_].given_weight)


def _distance(part: PartResult) -> Fraction:
    """How far it is from the best that it could be, as a share of its span; 1 where it has no result."""
    point, span = part.result.point, part.span
    if point is None or span is None:
        return Fraction(1)
    if point.grade is not None and part.grades:
        return Fraction(len(part.grades) - 1 - part.grades.index(point.grade), max(1, len(part.grades) - 1))
    if point.value is None or span.low.value is None or span.high.value is None or span.low == span.high:
        return Fraction(1)
    return abs(span.high.value - point.value) / (span.high.value - span.low.value)


def _reaches(whole: PartResult, wanted: Point, *, to_target: bool) -> bool:
    if to_target:
        return whole.gap == 0
    now = lowest(whole)
    if now is None:
        return False
    if wanted.grade is not None:
        return now.grade is not None and whole.grades.index(now.grade) >= whole.grades.index(wanted.grade)
    return now.value is not None and wanted.value is not None and now.value >= wanted.value


def _gap(result: ModelResult) -> Fraction | None:
    return None if result.whole is None else result.whole.gap
