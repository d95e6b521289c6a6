"""Which numbers about answers may leave the team, so that no small group's answers can be read or worked out.

A question answered by fewer people than the threshold is hidden. That alone is not enough: from an area's total and
the other questions of the area, the hidden one follows by subtraction. So numbers are shown one after the other, the
most useful first, and each only when nothing that concerns small groups alone can be computed from all that is shown.

Every number is taken as a sum over questions: a question, an area, a category, a level, the model, and the questions
that inform a practice. Whoever reads the numbers can add and subtract them in any way, so the test is that of linear
algebra: no combination of the shown sums that is made up of hidden questions only. What remains is at least one
question answered by enough people. How many answered is no secret, only what they answered.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from msgspec import Struct

from desktop.model.maturity import Pack
from desktop.model.scoring.results import ModelResult

FLOOR = 3
"""No assessment may show smaller groups, whatever its threshold."""


class Hidden(Struct, frozen=True):
    """The ids of whatever must not be shown.

    Attributes:
        questions: their answers.
        areas: areas, streams and tracks, their answers taken together; likewise the categories and, by number as
            text, the levels.
        practices: practices, streams and statements: what the survey suggests.
        model: all answers taken together.
        blanks: how many chose each kind of blank, when fewer people than the threshold were asked at all.
    """

    questions: frozenset[str] = frozenset()
    areas: frozenset[str] = frozenset()
    categories: frozenset[str] = frozenset()
    levels: frozenset[str] = frozenset()
    practices: frozenset[str] = frozenset()
    model: bool = False
    blanks: bool = False


def hidden(pack: Pack, result: ModelResult, threshold: int) -> Hidden:
    """What of a model's result must not be shown to anybody outside the team.

    Areas are shown first, then categories, levels and the model, then questions from the most answered to the least,
    then suggestions: so the next smallest question is hidden beside a small one before the area is. A question nobody
    answered hides nothing.

    Args:
        pack: the model.
        result: its result.
        threshold: the smallest group whose answers may be shown; at least `FLOOR` is taken.
    """
    smallest = max(threshold, FLOOR)
    answered = {question.id: question.answers.n for question in result.questions}
    asked = max((question.answers.asked for question in result.questions), default=0)
    blanks = 0 < asked < smallest
    if not any(0 < n < smallest for n in answered.values()):
        return Hidden(blanks=blanks)
    shown = Shown({question: n for question, n in answered.items() if n}, smallest)
    of_area: dict[str, list[str]] = {place: [] for place in pack.place_by_id}
    for question in result.questions:
        of_area[question.area].append(question.id)
    counts = {area: sum(answered[question] for question in questions) for area, questions in of_area.items()}
    return Hidden(
        areas=shown.refused({area: of_area[area] for area in sorted(of_area, key=lambda area: -counts[area])}),
        categories=shown.refused(
            {
                category.id: [q for area in pack.areas if category.id in area.categories for q in of_area[area.id]]
                for category in pack.categories
            }
        ),
        levels=shown.refused(
            {
                str(level.number): [q for area in pack.areas_at(level.number) for q in of_area[area.id]]
                for level in pack.levels
            }
        ),
        model=bool(shown.refused({pack.id: list(answered)})),
        questions=shown.refused({question: [question] for question in sorted(answered, key=lambda q: -answered[q])}),
        practices=shown.refused(
            {practice: [question.id for question in found] for practice, found in pack.informants.items()}
            | {stream.id: [stream.question.id] for stream in pack.streams}
            | {statement: [statement] for statement in pack.statement_by_id}
        ),
        blanks=blanks,
    )


class Shown:
    """The sums that are shown, and whether one more may be.

    They are kept as equations solved for one large question each; `_solved` is in the order in which they came, and an
    equation never holds a question that an earlier one is solved for.
    """

    def __init__(self, answered: Mapping[str, int], smallest: int) -> None:
        """Begin with nothing shown.

        Args:
            answered: number of answers by question, without those nobody answered.
            smallest: the smallest group whose answers may be shown.
        """
        self._answered = answered
        self._smallest = smallest
        self._solved: dict[str, dict[str, Fraction]] = {}

    def refused(self, sums: Mapping[str, Iterable[str]]) -> frozenset[str]:
        """Show sums over questions, by name, one after the other; the names of those that may not be shown."""
        return frozenset(name for name, questions in sums.items() if not self._show(questions))

    def _show(self, questions: Iterable[str]) -> bool:
        rest = {question: Fraction(1) for question in questions if question in self._answered}
        for pivot, equation in self._solved.items():
            factor = rest.pop(pivot, None)
            if factor is None:
                continue
            for question, weight in equation.items():
                left = rest.pop(question, Fraction(0)) - factor * weight
                if left:
                    rest[question] = left
        large = next((question for question in rest if self._answered[question] >= self._smallest), None)
        if large is None:
            return not rest
        scale = rest.pop(large)
        self._solved[large] = {question: weight / scale for question, weight in rest.items()}
        return True
