"""Records read once and kept until a step changes their kind: a key press asks for the same rows many times."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import TypeVar

from desktop.model.records import KINDS, Record

R = TypeVar("R", bound=Record)

MOST_KEPT = 20_000
"""Longer lists, such as the answers of a large organisation, are read anew each time rather than held in memory."""


class KeptRecords:
    """Lists of records by kind and by the fields that narrow them."""

    def __init__(self) -> None:
        self._lists: dict[type[Record], dict[tuple[tuple[str, str], ...], tuple[Record, ...]]] = {}

    def all(self, kind: type[R], where: Mapping[str, str], read: Callable[[], list[R]]) -> list[R]:
        """The list that `read` gave when it was last asked for; a list of one's own, of records that are shared."""
        lists = self._lists.setdefault(kind, {})
        key = tuple(sorted(where.items()))
        if key not in lists:
            found = read()
            if len(found) > MOST_KEPT:
                return found
            lists[key] = tuple(found)
        return [*lists[key]]  # type: ignore[list-item]  # the list under a kind holds records of that kind

    def forget(self, kinds: Collection[str]) -> None:
        """Read records of these kinds anew."""
        for name in kinds:
            self._lists.pop(KINDS[name], None)

    def forget_all(self) -> None:
        """Read everything anew: the file is another one than before."""
        self._lists.clear()
