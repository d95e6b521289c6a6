"""The one entry to the engine: a rulebook and what is said of its parts in, a result for every part out."""

from __future__ import annotations

from collections.abc import Collection

from desktop.model.evaluation.part_inputs import PartsInput
from desktop.model.evaluation.part_results import OwnAnswer, PartResult, PartSuggestion
from desktop.model.evaluation.walk import Walk
from desktop.model.maturity.rulebook import Rulebook


def evaluate(book: Rulebook, given: PartsInput, only: Collection[str] | None = None) -> dict[str, PartResult]:
    """The result of every part by id, in the order of the rulebook.

    Args:
        book: the rulebook. It must be sound: every id leads to something.
        given: what is said of the parts.
        only: ids of the parts whose results are asked for; None for all.

    Raises:
        ValueError: an answer is not on its scale, a target is none of its part, a rule compares or combines what it
            cannot, or a part follows from itself.
    """
    walk = Walk(book, given)
    return {part.id: walk.result(part) for part in book.parts if only is None or part.id in only}


class Evaluation:
    """A rulebook with what is said of its parts, worked out as far as it is asked for."""

    def __init__(self, book: Rulebook, given: PartsInput, earlier: Evaluation | None = None) -> None:
        """An evaluation.

        Args:
            book: the rulebook. It must be sound: every id leads to something.
            given: what is said of the parts.
            earlier: one of what was said before; of the same rulebook, what stands as it did is not worked out again.
        """
        self.book = book
        before = earlier.walk if earlier is not None and earlier.book is book else None
        self.walk: Walk = Walk(book, given, before)

    @property
    def touched(self) -> Collection[str] | None:
        """Ids of the parts that may stand otherwise than in the earlier one; None where that may be all."""
        return self.walk.touched

    def result(self, part: str) -> PartResult:
        """The result of a part; see `evaluate`."""
        return self.walk.result(self.book.part_by_id[part])

    def answer(self, part: str) -> OwnAnswer | None:
        """A part's own answer; None where it is not answered itself."""
        return self.walk.answer(self.book.part_by_id[part])

    def suggestion(self, part: str) -> PartSuggestion | None:
        """What respondents suggest for a part; None without an answer."""
        return self.walk.suggestion(self.book.part_by_id[part])
