"""Which grades each part can have, and whether it has a number, by the rules alone."""

from __future__ import annotations

from desktop.model.evaluation.combining import KEEPING
from desktop.model.maturity.rulebook import Intake, MeasureRule, PackPart, Rulebook


class GradedParts:
    """What the results of a rulebook's parts are made of. The rulebook must be without dangling ids and circles."""

    def __init__(self, book: Rulebook) -> None:
        self._book = book
        self._known: dict[tuple[str, str | None], tuple[tuple[str, ...], bool]] = {}

    def grades(self, part: PackPart, measure: str | None = None) -> tuple[str, ...]:
        """The grades that a part can have, the lowest first; none where it is a bare number."""
        return self._of(part, measure)[0]

    def has_number(self, part: PackPart, measure: str | None = None) -> bool:
        """Whether a part's result is a number, beside a grade or not."""
        return self._of(part, measure)[1]

    def _of(self, part: PackPart, measure: str | None) -> tuple[tuple[str, ...], bool]:
        key = (part.id, measure)
        if key not in self._known:
            kind = self._book.kind_of(part)
            rule = kind if measure is None else next((each for each in kind.also if each.id == measure), None)
            self._known[key] = ((), True) if rule is None else self._work_out(part, rule)
        return self._known[key]

    def _work_out(self, part: PackPart, rule: MeasureRule) -> tuple[tuple[str, ...], bool]:
        grades, number = self._before_bands(part, rule)
        return (tuple(band.grade for band in rule.bands), True) if rule.bands and number else (grades, number)

    def _before_bands(self, part: PackPart, rule: MeasureRule) -> tuple[tuple[str, ...], bool]:
        if rule.choose:
            return rule.grades, not rule.grades
        if rule.ladder is not None:
            return (), True
        if rule.combine is not None:
            return self._combined(part, rule)
        scale = self._book.scale_of(part)
        if scale is None:
            return (), True
        return scale.words, scale.number_range is not None or all(one.value is not None for one in scale.offered)

    def _combined(self, part: PackPart, rule: MeasureRule) -> tuple[tuple[str, ...], bool]:
        taken = self._book.taken(part.id, rule)
        shared = {self.grades(each) for each in taken}
        if rule.combine in KEEPING and rule.take is Intake.VALUE and len(shared) == 1 and shared != {()}:
            return shared.pop(), all(self.has_number(each) for each in taken)
        return (), True
