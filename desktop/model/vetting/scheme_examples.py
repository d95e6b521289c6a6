"""Examples of a pack that follows a scheme: whether its rules, as the pack sets them, give what they say."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from msgspec.structs import replace

from desktop.model.maturity.faults import FaultCode
from desktop.model.maturity.findings import Finding, finding
from desktop.model.maturity.pack import Pack
from desktop.model.maturity.parts import WHOLE
from desktop.model.maturity.questionnaire import scales
from desktop.model.maturity.rulebook import PackPart, Rulebook
from desktop.model.maturity.short_forms.expanding import expanded
from desktop.model.vetting.pack_examples import misses, unsaid

MODEL = "model"
"""Stands for the model as a whole in the examples of a pack that follows a scheme."""


def failing_examples(pack: Pack) -> Iterator[Finding]:
    """Examples that name what is not there, and results that are not what an example says."""
    if not pack.examples:
        return
    book = with_named_whole(expanded(pack, scales(pack)[0].id))
    found = list(unsaid(book, pack.examples))
    yield from found
    if found:
        return
    for index, example in enumerate(pack.examples):
        for miss in misses(book, example, ("examples", index)):
            came = _short(miss.came)
            yield finding(
                miss.place,
                FaultCode.EXAMPLE_FAILS,
                name=example.name,
                id=miss.part,
                expected=str(miss.wanted),
                came=came,
            )


def with_named_whole(book: Rulebook) -> Rulebook:
    """The rulebook with a name for its whole that people can write."""
    if book.root.id != WHOLE:
        return book
    return Rulebook(
        scales=book.scales, kinds=book.kinds, parts=tuple(_renamed(part) for part in book.parts), levels=book.levels
    )


def _renamed(part: PackPart) -> PackPart:
    if part.id == WHOLE:
        return replace(part, id=MODEL)
    return replace(part, parent=MODEL) if part.parent == WHOLE else part


def _short(came: Fraction | str | None) -> str:
    if came is None:
        return ""
    return f"{float(came):.6g}" if isinstance(came, Fraction) else came
