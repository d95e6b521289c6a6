"""The order of words as people sort them: that of their language, and numbers in them by their value."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
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


def _collator_in_use() -> QCollator:
    locale = QLocale()
    unknown = locale.language() == QLocale.Language.C  # which sorts by the number of each letter
    return _collator("en_GB" if unknown else locale.name())


def compare_words(one: str, other: str) -> int:
    """Below 0 when one comes before the other, above 0 when after it; words that sort alike keep one order."""
    order = _collator_in_use().compare(one, other)
    return order or (one > other) - (one < other)


def sort_keys(values: Iterable[Any]) -> list[tuple[Any, ...]]:
    """What sorts values when compared: words as people sort them, tuples part by part, nothing last.

    Each word is looked up once, however often it is compared; so thousands of rows are sorted between two pictures.
    """
    listed, collator = [*values], _collator_in_use()
    keys = {word: collator.sortKey(word) for word in sorted({*_words(listed)})}
    places = {word: place for place, word in enumerate(sorted(keys, key=keys.__getitem__))}
    return [_key(value, places) for value in listed]


def _words(values: Iterable[Any]) -> Iterator[str]:
    for value in values:
        if isinstance(value, str):
            yield str(value)
        elif isinstance(value, tuple):
            yield from _words(value)


def _key(value: Any, places: Mapping[str, int]) -> tuple[Any, ...]:  # noqa: ANN401 - whatever columns sort by
    if value is None:
        return (1,)
    if isinstance(value, str):
        return 0, places[value]
    if not isinstance(value, tuple):
        return 0, value
    return 0, tuple(
        (0, places[part]) if isinstance(part, str) else _key(part, places) if isinstance(part, tuple) else _plain(part)
        for part in value
    )


def _plain(value: Any) -> tuple[Any, ...]:  # noqa: ANN401 - likewise
    return (1,) if value is None else (0, value)


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
