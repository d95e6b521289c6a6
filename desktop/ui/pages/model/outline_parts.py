"""The outline of a model with rules of its own: its tree of parts."""

from __future__ import annotations

from desktop.model.maturity.parts_pack import part_title
from desktop.model.maturity.rulebook import PackPart, Rulebook
from desktop.ui.pages.model.entries import Entry, Part, sought


def tree(book: Rulebook, level: int | None) -> Entry:
    """The whole with everything beneath it.

    Args:
        book: the rules of the model.
        level: only what is tagged with this level, and what stands above such.
    """
    found = _entry(book, book.root, level)
    return found or Entry(Part.PART, book.root.id, part_title(book.root), "")


def _entry(book: Rulebook, part: PackPart, level: int | None) -> Entry | None:
    inside = level is None or part.level == level
    below = (_entry(book, child, None if inside else level) for child in book.children[part.id])
    under = tuple(entry for entry in below if entry is not None)
    if not (inside or under):
        return None
    texts = sought(part.id, part.label, part.name, part.text, part.question, part.detail)
    return Entry(Part.PART, part.id, part_title(part), texts, under)
