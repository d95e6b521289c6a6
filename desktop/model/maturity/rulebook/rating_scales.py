"""How a part is answered: choices, grades, a number, or boxes to tick."""

from __future__ import annotations

from fractions import Fraction

from desktop.model.maturity.kinds import Part, Remark, Word
from desktop.model.maturity.rulebook.values import GradeWord, Number, exact


class ScaleChoice(Part, frozen=True):
    """One way to answer.

    Attributes:
        id: what is stored when it is chosen, and its grade.
        value: the number that it counts, in the model's own units; left out, it is a grade without a number.
        name: what people read; left out, the id.
        meaning: when to choose it.
    """

    id: GradeWord
    value: Number | None = None
    name: Remark = ""
    meaning: Remark = ""


class NumberRange(Part, frozen=True):
    """A number is the answer.

    Attributes:
        low: the lowest that can be answered.
        high: the highest.
        whole: whether only whole numbers can be answered.
        unit: what it is counted in, as people write it.
    """

    low: Number
    high: Number
    whole: bool = False
    unit: Remark = ""

    @property
    def steps(self) -> tuple[ScaleChoice, ...]:
        """The numbers among which respondents choose, the lowest first.

        All whole numbers, or eleven even steps where there are more than twenty-one.
        """
        low, high = exact(self.low), exact(self.high)
        every = low.denominator == high.denominator == 1 and high - low <= _MOST_STEPS
        count = int(high - low) if every else _STEPS
        numbers = [low + (high - low) * step / count for step in range(count + 1)]
        if self.whole:
            numbers = sorted({Fraction(round(number)) for number in numbers})
        return tuple(self._step(number) for number in numbers)

    def _step(self, number: Fraction) -> ScaleChoice:
        value = int(number) if number.denominator == 1 else round(float(number), _PLACES)
        return ScaleChoice(id=f"number_{value}".replace(".", "_"), value=value, name=f"{value} {self.unit}".strip())


_MOST_STEPS, _STEPS, _PLACES = 20, 10, 6


class RatingScale(Part, frozen=True, rename={"number_range": "range"}):
    """How a part is answered; one of `choices`, `grades` and `range`.

    The two blanks, does not apply and don't know, belong to every scale and are not written.

    Attributes:
        id: named by kinds and parts.
        name: what people read; left out, the id.
        choices: the answers. With values they stand in the order of these, whatever the order in the file; without,
            the lowest first.
        grades: the answers as bare words, the lowest first; short for choices without values.
        number_range: the answer is a number.
        several: several choices can be ticked at once; their values are added.
        box: each part is a box, ticked or not. Once a box is ticked, those beside it that are not count as the
            lowest choice; until then nobody has answered any of them.
    """

    id: Word
    name: Remark = ""
    choices: tuple[ScaleChoice, ...] = ()
    grades: tuple[GradeWord, ...] = ()
    number_range: NumberRange | None = None
    several: bool = False
    box: bool = False

    @property
    def offered(self) -> tuple[ScaleChoice, ...]:
        """The answers, the lowest first."""
        choices = self.choices or tuple(ScaleChoice(id=grade) for grade in self.grades)
        if any(choice.value is None for choice in choices):
            return choices
        return tuple(sorted(choices, key=lambda choice: choice.value or 0))

    @property
    def asked(self) -> tuple[ScaleChoice, ...]:
        """What respondents choose from, the lowest first."""
        return self.offered if self.number_range is None else self.number_range.steps

    @property
    def words(self) -> tuple[str, ...]:
        """The grades that answers have, the lowest first; none for numbers and for several ticks at once."""
        return () if self.several else tuple(choice.id for choice in self.offered)
