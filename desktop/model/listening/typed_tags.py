"""Parts of a model by the few letters of a tag: ``#scm``, ``#srac3``, ``#closed by user``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop.model.listening.part_texts import part_texts
from desktop.model.maturity.pack import Pack
from desktop.model.maturity.parts import cell_id

FOUND = 8
"""How many parts are offered for a tag."""
_ALIKE = 60
"""From 0 to 100, how much of what is typed has to stand in a text."""


_FEWEST = 3
"""Letters from which on the words of a text count."""


def taggable_parts(pack: Pack) -> dict[str, str]:
    """What a note can be tagged with, by id with its text: goals, practices, cells, statements and parts."""
    return dict(_taggable(pack))


def parts_typed(pack: Pack, letters: str, count: int = FOUND) -> tuple[str, ...]:
    """Ids of the parts that somebody means by a few letters, the likeliest first.

    Ids that begin so come first, then texts with words that begin so, ids that hold the letters in their order, and
    texts that are like them.

    Args:
        pack: the model.
        letters: what stands behind ``#``; hyphens, blanks and capitals tell nothing apart in ids.
        count: how many at most.
    """
    from rapidfuzz import fuzz, process, utils  # noqa: PLC0415 - only when somebody tags

    parts, sought = taggable_parts(pack), _bare(letters)
    if not sought:
        return ()
    begins = [part for part in parts if _bare(part).startswith(sought)]
    words = utils.default_process(letters).split()
    says = [part for part, text in parts.items() if _says(text, words)] if len(sought) >= _FEWEST else []
    holds = [part for part in parts if _holds(_bare(part), sought)]
    found = process.extract(
        letters, parts, scorer=fuzz.token_set_ratio, processor=utils.default_process, score_cutoff=_ALIKE, limit=count
    )
    return tuple(dict.fromkeys((*begins, *says, *holds, *(part for _text, _score, part in found))))[:count]


def _taggable(pack: Pack) -> Iterator[tuple[str, str]]:
    for area in pack.areas:
        yield from ((goal.id, f"{goal.name}. {goal.text}") for goal in area.goals)
    for stream in pack.streams:
        yield from ((cell_id(stream.id, cell.level), cell.text) for cell in stream.cells)
    yield from ((each.part, each.text) for each in part_texts(pack))


def _says(text: str, words: Sequence[str]) -> bool:
    """Whether each of the words begins a word of a text."""
    spoken = f" {text.casefold()}"
    return all(f" {word}" in spoken for word in words)


def _bare(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def _holds(text: str, letters: str) -> bool:
    """Whether the letters stand in a text in their order, others between them."""
    rest = iter(text)
    return all(letter in rest for letter in letters)
