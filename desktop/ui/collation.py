"""The order of words as people sort them: that of their language, and numbers in them by their value."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache, cmp_to_key, lru_cache
from typing import Any, TypeVar

from PySide6.QtCore import QCollator, QLocale, Qt

T = TypeVar("T")


@cache
def _collator(name: str) -> QCollator:
    collator = QCollator(QLocale(name))
    collator.setNumericMode(True)
    collator.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    return collator


def compare_words(one: str, other: str) -> int:
    """Below 0 when one comes before the other, above 0 when after it; words that sort alike keep one order."""
    locale = QLocale()
    unknown = locale.language() == QLocale.Language.C  # which sorts by the number of each letter
    order = _collator("en_GB" if unknown else locale.name()).compare(one, other)
    return order or (one > other) - (one < other)


def precedes(one: Any, other: Any) -> bool:  # noqa: ANN401 - whatever columns sort by
    """Whether one value comes before another: words as people sort them, tuples part by part, nothing last."""
    if one is None or other is None:
        return other is None and one is not None
    if isinstance(one, str) and isinstance(other, str):
        return compare_words(one, other) < 0
    if isinstance(one, tuple) and isinstance(other, tuple):
        for mine, theirs in zip(one, other, strict=False):
            if mine != theirs:
                return precedes(mine, theirs)
        return len(one) < len(other)
    return bool(one < other)


def words_in_order(words: Iterable[str]) -> list[str]:
    """Words sorted as people sort them; the same ones, such as those that a field offers, are sorted once."""
    return [*_ordered(tuple(words))]


@lru_cache(maxsize=4)
def _ordered(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(in_order(words))


def in_order(things: Iterable[T], words: Callable[[T], str] = str) -> list[T]:
    """Things sorted by the words that stand for them."""

    def compare(one: T, other: T) -> int:
        return compare_words(words(one), words(other))

    return sorted(things, key=cmp_to_key(compare))
