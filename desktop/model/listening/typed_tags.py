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


class TypedTags:
    """What can be tagged of a model, made ready once for all the keys of a tag."""

    def __init__(self, pack: Pack) -> None:
        from rapidfuzz import utils  # noqa: PLC0415 - only when somebody tags

        parts = taggable_parts(pack)
        self._ids = {part: _bare(part) for part in parts}
        self._texts = {part: utils.default_process(text) for part, text in parts.items()}
        self._spoken = {part: f" {text.casefold()}" for part, text in parts.items()}

    def find(self, letters: str, count: int = FOUND) -> tuple[str, ...]:
        """Ids of the parts that somebody means by a few letters, the likeliest first.

        Ids that begin so come first, then texts with words that begin so, ids that hold the letters in their order, and
        texts that are like them.

        Args:
            letters: what stands behind ``#``; hyphens, blanks and capitals tell nothing apart in ids.
            count: how many at most.
        """
        from rapidfuzz import fuzz, process, utils  # noqa: PLC0415 - only when somebody tags

        sought, plain = _bare(letters), utils.default_process(letters)
        if not sought:
            return ()
        begins = [part for part, bare in self._ids.items() if bare.startswith(sought)]
        words = plain.split() if len(sought) >= _FEWEST else []
        says = [part for part, text in self._spoken.items() if _says(text, words)] if words else []
        holds = [part for part, bare in self._ids.items() if _holds(bare, sought)]
        like = process.extract(plain, self._texts, scorer=fuzz.token_set_ratio, score_cutoff=_ALIKE, limit=count)
        return tuple(dict.fromkeys((*begins, *says, *holds, *(part for _text, _score, part in like))))[:count]


def _taggable(pack: Pack) -> Iterator[tuple[str, str]]:
    for area in pack.areas:
        yield from ((goal.id, f"{goal.name}. {goal.text}") for goal in area.goals)
    for stream in pack.streams:
        yield from ((cell_id(stream.id, cell.level), cell.text) for cell in stream.cells)
    yield from ((each.part, each.text) for each in part_texts(pack))


def _says(spoken: str, words: Sequence[str]) -> bool:
    """Whether each of the words begins a word of a text, which has a blank before it."""
    return all(f" {word}" in spoken for word in words)


def _bare(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def _holds(text: str, letters: str) -> bool:
    """Whether the letters stand in a text in their order, others between them."""
    rest = iter(text)
    return all(letter in rest for letter in letters)
