"""Small rulebooks, written as authors write them, and what is said of their parts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

import msgspec

from desktop.model.evaluation.evaluate import evaluate
from desktop.model.evaluation.part_inputs import PartsInput, PartWord
from desktop.model.evaluation.part_results import MeasureResult
from desktop.model.evaluation.states import Point
from desktop.model.maturity.rulebook import Rulebook

GRADES = {"id": "grades", "grades": ["NI", "PI", "LI", "FI"]}
NUMBERS = {"id": "numbers", "range": {"low": 0, "high": 10}}
"""Two scales, for tests that do not care."""


def book_of(
    kinds: Mapping[str, Mapping[str, Any]], parts: Sequence[Mapping[str, Any]], scales: Sequence[Mapping[str, Any]] = ()
) -> Rulebook:
    """A rulebook of kinds by id, and parts in which ``ALL`` is the parent of whatever names none."""
    rows = [{"id": "ALL", "kind": "model"}, *({"parent": "ALL", **part} for part in parts)]
    return msgspec.convert(
        {
            "scales": [GRADES, NUMBERS, *scales],
            "kinds": [{"id": id_, **kind} for id_, kind in kinds.items()],
            "parts": rows,
        },
        Rulebook,
    )


def flat(model: Mapping[str, Any], item: Mapping[str, Any], count: int, **more: Any) -> Rulebook:
    """A model over items I1, I2, ..."""
    parts = [{"id": f"I{number}", "kind": "item", **{key: value[number - 1] for key, value in more.items()}}
             for number in range(1, count + 1)]  # fmt: skip
    return book_of({"model": model, "item": item}, parts)


def answers(**said: Any) -> dict[str, PartWord]:
    """What is said of parts: an answer or a whole word; write _ for - in ids."""
    return {
        id_.replace("_", "-"): word if isinstance(word, PartWord) else PartWord(answer=word)
        for id_, word in said.items()
    }


def results(book: Rulebook, **said: Any) -> dict[str, Any]:
    """All results: `PartResult` by id, but unknown to the type checker, so that tests read plainly."""
    return evaluate(book, PartsInput(words=answers(**said)))


def whole(book: Rulebook, **said: Any) -> Any:
    """The result of the whole model."""
    return results(book, **said)[book.root.id].result


def told(measure: MeasureResult) -> Fraction | str | None:
    """A result in a word: its grade, its number, or why it has none."""
    return measure.blank.value if measure.blank is not None else measure.grade or measure.value


def ends(measure: MeasureResult) -> Any:
    """From the lowest to the highest that it can still become."""
    assert measure.could is not None
    return _end(measure.could.low), _end(measure.could.high)


def _end(point: Point) -> Fraction | str | None:
    return point.grade or point.value
