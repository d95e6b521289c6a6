"""The one entry to the engine: a rulebook and what is said of its parts in, a result for every part out."""

from __future__ import annotations

from collections.abc import Collection

from desktop.model.evaluation.part_inputs import PartsInput
from desktop.model.evaluation.part_results import PartResult
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
