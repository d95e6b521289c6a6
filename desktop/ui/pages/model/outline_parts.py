"""The outline of a model with rules of its own: its tree of parts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from desktop.model.maturity.pack import Pack
from desktop.model.maturity.parts_pack import part_title, rules_of
from desktop.model.maturity.rulebook import PackPart, Rulebook
from desktop.ui.pages.model.entries import Entry, Only, Part, bare_levels, sought


def tree(pack: Pack, only: Only, _numbers: Mapping[str, int]) -> Iterator[Entry]:
    """The levels, then the whole with everything beneath it.

    Args:
        pack: the model.
        only: what is shown of it: what is tagged with a level, and what stands above such.
    """
    yield from bare_levels(pack, only)
    book = rules_of(pack)
    yield _entry(book, book.root, only.level) or Entry(Part.PART, book.root.id, part_title(book.root), "")


def _entry(book: Rulebook, part: PackPart, level: int | None) -> Entry | None:
    inside = level is None or part.level == level
    below = (_entry(book, child, None if inside else level) for child in book.children[part.id])
    under = tuple(entry for entry in below if entry is not None)
    if not (inside or under):
        return None
    texts = sought(part.id, part.label, part.name, part.text, part.question, part.detail)
    return Entry(Part.PART, part.id, part_title(part), texts, under)
