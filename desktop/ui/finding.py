"""What typed words find among things with names, the best first; slips of the fingers are forgiven."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import NamedTuple

from msgspec import Struct

NEAR = 0.7
"""How alike a mistyped word must be to one that is there, from 0 to 1."""
SHORTEST = 4
"""Words of fewer letters are taken as they are typed."""
NEAR_WORDS = 12
"""A mistyped word can mean so many."""

_WORD = re.compile(r"[^\W_]+(?:[-./][^\W_]+)*")
_PART = re.compile(r"[^\W_]+")


class Found(Struct, frozen=True):
    """Something that can be found.

    Attributes:
        words: what people read.
        kind: what sort of thing it is.
        sought: what typed words are looked for in, in lower case.
        open: takes the user there.
        id: what it is called by in short, in lower case; empty for none.
    """

    words: str
    kind: str
    sought: str
    open: Callable[[], None]
    id: str = ""

    @property
    def key(self) -> str:
        """What it is remembered by."""
        return f"{self.kind}\n{self.words}"


class Rank(NamedTuple):
    """How well something fits, the less the better."""

    step: int
    near: float = 0.0


class Catalogue:
    """Things that can be found."""

    def __init__(self, things: Sequence[Found]) -> None:
        self._things = tuple(things)

    def find(self, text: str, lately: Sequence[str] = (), most: int = 60) -> list[Found]:
        """What fits the typed words, the best first; without words, what was used lately and then the rest.

        Args:
            text: what is typed.
            lately: keys of what was opened, the last first; among what fits as well, that comes first.
            most: no more than so many.
        """
        recent = {key: place for place, key in enumerate(lately)}
        words = text.casefold().split()
        phrase = " ".join(words)
        near = self._near(words)
        ranked = []
        for place, thing in enumerate(self._things):
            rank = _rank(thing, words, phrase, near)
            if rank is not None:
                ranked.append((rank, recent.get(thing.key, len(recent)), place, thing))
        ranked.sort(key=lambda each: each[:3])
        return [thing for _rank, _recent, _place, thing in ranked[:most]]

    @cached_property
    def _vocabulary(self) -> tuple[str, ...]:
        words: dict[str, None] = {}
        for thing in self._things:
            for word in _PART.findall(thing.sought):
                if len(word) >= SHORTEST - 1:
                    words[word] = None
        return tuple(words)

    def _near(self, words: Sequence[str]) -> dict[str, dict[str, float]]:
        """For words that stand nowhere: words that are nearly the same, with how alike they are."""
        strange = [
            word for word in words if len(word) >= SHORTEST and not any(word in thing.sought for thing in self._things)
        ]
        if not strange:
            return {}
        from rapidfuzz import process  # noqa: PLC0415 - only when somebody mistypes
        from rapidfuzz.distance import DamerauLevenshtein  # noqa: PLC0415

        return {
            word: {
                found: score
                for found, score, _place in process.extract(
                    word,
                    self._vocabulary,
                    scorer=DamerauLevenshtein.normalized_similarity,
                    score_cutoff=NEAR,
                    limit=NEAR_WORDS,
                )
            }
            for word in strange
        }


def _rank(thing: Found, words: Sequence[str], phrase: str, near: dict[str, dict[str, float]]) -> Rank | None:
    if not words or (thing.id and _plain(phrase) == _plain(thing.id)):
        return Rank(0)
    if thing.sought.startswith(phrase):
        return Rank(1)
    if any(word in near for word in words):
        return _nearly(thing, words, near)
    return _inside(thing, words, phrase) if all(word in thing.sought for word in words) else None


def _inside(thing: Found, words: Sequence[str], phrase: str) -> Rank:
    starts = _WORD.findall(thing.sought) + _PART.findall(thing.sought)
    begun = all(any(start.startswith(word) for start in starts) for word in words)
    apart = phrase not in thing.sought
    return Rank(2 + 2 * (not begun) + apart)


def _nearly(thing: Found, words: Sequence[str], near: dict[str, dict[str, float]]) -> Rank | None:
    missed = 0.0
    there = frozenset(_PART.findall(thing.sought))
    for word in words:
        if word in near:
            best = max((score for known, score in near[word].items() if known in there), default=0.0)
            if not best:
                return None
            missed += 1 - best
        elif word not in thing.sought:
            return None
    return Rank(6, missed)


def _plain(text: str) -> str:
    """An id without its signs and leading noughts: ``P-07`` is ``p7``."""
    return "".join(part.lstrip("0") or part for part in re.findall(r"\d+|[^\W\d_]+", text.casefold()))
