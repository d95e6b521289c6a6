"""Whether several texts say together what one says: a part that was split, or several that were merged."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from desktop.model.adopting.likeness import plain_words

COVERED = 0.8
"""So much of the words of a piece stands in the whole, and of the whole in its pieces."""

_LONG = 4
"""Letters from which on a word says something by itself."""

_FEWEST = 2
"""Words that a piece must have, and pieces that a whole must have."""


def pieces_of(whole: str, texts: Sequence[str]) -> tuple[int, ...]:
    """Places of the texts that together say what a whole says; none where they do not.

    Each of them adds something of its own, and none says all of it.
    """
    wanted = _words(whole)
    found = [(place, _words(text)) for place, text in enumerate(texts) if is_piece(text, whole)]
    if any(len(words & wanted) >= COVERED * len(wanted) for _place, words in found):
        return ()
    pieces = [
        (place, words)
        for number, (place, words) in enumerate(found)
        if words & wanted - _union(each for other, (_place, each) in enumerate(found) if other != number)
    ]
    if len(pieces) < _FEWEST or len(_union(words for _place, words in pieces) & wanted) < COVERED * len(wanted):
        return ()
    return tuple(place for place, _words in pieces)


def is_piece(text: str, whole: str) -> bool:
    """Whether what a text says may be a piece of what another says."""
    words = _words(text)
    return len(words) >= _FEWEST and len(words & _words(whole)) >= COVERED * len(words)


@lru_cache(maxsize=16384)
def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in plain_words(text) if len(word) >= _LONG)


def _union(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*sets)
