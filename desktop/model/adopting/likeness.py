"""How alike two texts are, and how alike they must be to say the same.

The limits were read off 247 sentences of the shipped models that were said anew under the same id, beside 16 500 pairs
of sentences that have nothing to do with each other: of the former 98 in 100 reach `ALIKE`, of the latter 1 in 10 000.
Two sentences of one make that differ in the noun they are about come to 92 and less; so `NEAR` lies above that.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

ALIKE = 70
"""In percent: from here on a text under the same id says the same in other words."""

NEAR = 95
"""In percent: from here on a text under another id is taken for the same; nothing but the text speaks for it."""

CLEAR = 3
"""In percent points: by so much the best of several texts must be ahead of the next."""

MUCH = 1.4
"""So many times as many words say something besides."""

_MOST = 12
"""So many texts are looked at that are nearly as near as the nearest."""

_TURNING = frozenset(
    plain
    for line in (
        "not no never none nobody nothing without unless except neither nor cannot",
        "all some most few always often sometimes seldom rarely must should may",
        "nicht kein keine keiner keinem keinen nie niemals ohne einige manche immer muss soll darf",
        "ne pas jamais sans aucun aucune tous toutes niet geen nooit zonder altijd nunca sin ningún ninguna todos",
    )
    for plain in line.split()
)
"""Words by one of which a sentence says something else, however alike it is otherwise."""

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


@lru_cache(maxsize=16384)
def plain_words(text: str) -> tuple[str, ...]:
    """The words of a text as they are compared: without case, spaces and punctuation."""
    return tuple(_WORD.findall(text.casefold().replace("’", "'")))


@lru_cache(maxsize=16384)
def _sorted_words(text: str) -> str:
    return " ".join(sorted(plain_words(text)))


def says_the_same(one: str, other: str) -> bool:
    """Whether two texts consist of the same words in the same order; without words, whether they are the same."""
    words = plain_words(one)
    return words == plain_words(other) and (bool(words) or one == other)


def likeness(one: str, other: str) -> float:
    """How alike two texts are in percent, whatever the order of their words."""
    from rapidfuzz import fuzz  # noqa: PLC0415 - only when versions are compared

    return fuzz.ratio(_sorted_words(one), _sorted_words(other))


def nearest_texts(text: str, others: Mapping[str, str]) -> list[str]:
    """Ids of the texts that are most alike, the nearest first, with all that are nearly as near.

    Args:
        text: what they are compared with.
        others: texts by id; those that are not `ALIKE` are left out.
    """
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only when versions are compared

    choices = {id_: _sorted_words(each) for id_, each in others.items()}
    found = process.extract(
        _sorted_words(text), choices, scorer=fuzz.ratio, processor=None, limit=_MOST, score_cutoff=ALIKE
    )
    return [id_ for _text, score, id_ in found if score > found[0][1] - CLEAR]


def is_turned(one: str, other: str) -> bool:
    """Whether one text has a word or number without its like in the other by which it says something else."""
    differing = set(plain_words(one)) ^ set(plain_words(other))
    return any(word in _TURNING or word.endswith("n't") or any(map(str.isdigit, word)) for word in differing)


def is_widened(one: str, other: str) -> bool:
    """Whether one text says all that the other says, and much besides."""
    less, more = sorted((set(plain_words(one)), set(plain_words(other))), key=len)
    return less <= more and len(more) >= MUCH * len(less)


def is_alike(one: str, other: str) -> bool:
    """Whether two texts under one id say the same."""
    if says_the_same(one, other):
        return True
    return likeness(one, other) >= ALIKE and not is_turned(one, other) and not is_widened(one, other)
