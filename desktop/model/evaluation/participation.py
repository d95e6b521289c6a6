"""Which parts take no part: those declared so, and everything beneath them."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.model.evaluation.blank_reasons import BlankReason
from desktop.model.evaluation.part_inputs import PartWord
from desktop.model.maturity.rulebook import PackPart, Rulebook, WithoutReason


def declared(book: Rulebook, part: PackPart, word: PartWord) -> BlankReason | None:
    """How a part stands by declaration alone, None where it is judged.

    Out of scope comes first. A part that is answered itself says in its answer that it does not apply.
    """
    if not word.in_scope:
        return BlankReason.OUT_OF_SCOPE
    if word.answer is not BlankReason.DOES_NOT_APPLY or book.scale_of(part) is not None:
        return None
    if word.reason.strip():
        return BlankReason.DOES_NOT_APPLY
    match book.kind_of(part).without_reason:
        case WithoutReason.OPEN:
            return BlankReason.REASON_WANTING
        case WithoutReason.ACCEPTED:
            return BlankReason.DOES_NOT_APPLY
        case WithoutReason.COUNTS:
            return None


def inherited(book: Rulebook, words: Mapping[str, PartWord]) -> dict[str, tuple[str, BlankReason]]:
    """The parts beneath one that takes no part: by id, the nearest such above and how it stands."""
    found: dict[str, tuple[str, BlankReason]] = {}
    for part in book.parts:
        if part.parent is None:
            continue
        above = book.part_by_id[part.parent]
        stands = declared(book, above, words.get(above.id, PartWord()))
        if stands is not None and stands.closed:
            found[part.id] = (above.id, stands)
        elif above.id in found:
            found[part.id] = found[above.id]
    return found
