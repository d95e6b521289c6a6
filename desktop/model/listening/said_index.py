"""Texts by the words that stand in them, of several sorts at once: full-text indexes in memory."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import count

from msgspec import Struct

_WORD = re.compile(r"[^\W_]+")
_BEGINS, _ENDS = "\x01", "\x02"
"""Around a hit; no text of an assessment holds them."""
_WORDS_SHOWN = 16
"""So many words of a long text stand around a hit."""


class SaidHit(Struct, frozen=True):
    """A text in which all words stand that were asked for.

    Attributes:
        key: of what says it.
        pieces: as much of the text as shows a hit, in pieces, each with whether it is one.
    """

    key: str
    pieces: tuple[tuple[str, bool], ...]

    @property
    def text(self) -> str:
        """The pieces together."""
        return "".join(piece for piece, _hit in self.pieces)


class SaidHits(Struct, frozen=True):
    """What was found of one sort.

    Attributes:
        hits: the newest, the last that was put first.
        found: how many there are.
    """

    sort: str
    hits: tuple[SaidHit, ...]
    found: int


class SaidIndex:
    """The words of texts, without accents and capitals."""

    def __init__(self, sorts: Sequence[str]) -> None:
        """An empty index.

        Args:
            sorts: of texts, in the order in which they are found; small letters and underscores.
        """
        self._sorts = tuple(sorts)
        self._numbers = count(1)
        self._file = sqlite3.connect(":memory:", isolation_level=None)
        self._file.execute("PRAGMA temp_store = MEMORY")  # nothing of it goes into a file
        for sort in sorts:
            self._file.execute(
                f"CREATE VIRTUAL TABLE said_{sort} USING fts5(text, tokenize = 'unicode61 remove_diacritics 2', "
                "prefix = '1 2 3')"
            )
            self._file.execute(f"CREATE TABLE key_{sort} (number INTEGER PRIMARY KEY, key TEXT UNIQUE)")

    def put(self, sort: str, texts: Iterable[tuple[str, str]]) -> None:
        """Take in texts, each with its key; one that is known by its key is replaced where it stands."""
        known = f"SELECT number FROM key_{sort} WHERE key = ?"  # noqa: S608 - sorts are our own names
        rows = []
        for key, text in texts:
            row = self._file.execute(known, (key,)).fetchone()
            rows.append((row[0] if row else next(self._numbers), key, text))
        keys = f"REPLACE INTO key_{sort} VALUES (?, ?)"  # noqa: S608
        said = f"REPLACE INTO said_{sort} (rowid, text) VALUES (?, ?)"  # noqa: S608
        with self._at_once():
            self._file.executemany(keys, [row[:2] for row in rows])
            self._file.executemany(said, [row[::2] for row in rows])

    def drop(self, sort: str, keys: Iterable[str]) -> None:
        """Forget texts; keys that are not known do no harm."""
        which = f"(SELECT number FROM key_{sort} WHERE key = ?)"  # noqa: S608
        gone = [(key,) for key in keys]
        with self._at_once():
            self._file.executemany(f"DELETE FROM said_{sort} WHERE rowid = {which}", gone)  # noqa: S608
            self._file.executemany(f"DELETE FROM key_{sort} WHERE key = ?", gone)  # noqa: S608

    def find(self, typed: str, most: int) -> list[SaidHits]:
        """The texts that hold every word typed, or words that begin so; sorts without any are left out.

        Args:
            typed: words in any order.
            most: of each sort are given so many.
        """
        words = _WORD.findall(typed)
        if not words:
            return []
        asked = " ".join(f'"{word}"*' for word in words)
        return [found for sort in self._sorts if (found := self._of_sort(sort, asked, most)).found]

    def close(self) -> None:
        """Let go of the memory."""
        self._file.close()

    def _of_sort(self, sort: str, asked: str, most: int) -> SaidHits:
        said = f"said_{sort}"
        (found,) = self._file.execute(f"SELECT count(*) FROM {said} WHERE {said} MATCH ?", (asked,)).fetchone()  # noqa: S608
        rows = self._file.execute(
            f"SELECT key, snippet({said}, 0, ?, ?, '…', ?) FROM {said} JOIN key_{sort} ON number = {said}.rowid "  # noqa: S608
            f"WHERE {said} MATCH ? ORDER BY {said}.rowid DESC LIMIT ?",
            (_BEGINS, _ENDS, _WORDS_SHOWN, asked, most),
        )
        return SaidHits(sort, tuple(SaidHit(key, _pieces(text)) for key, text in rows), found)

    @contextmanager
    def _at_once(self) -> Iterator[None]:
        self._file.execute("BEGIN")
        yield
        self._file.execute("COMMIT")


def _pieces(text: str) -> tuple[tuple[str, bool], ...]:
    found: list[tuple[str, bool]] = []
    for part in text.split(_BEGINS):
        hit, ends, rest = part.partition(_ENDS)
        if ends:
            found.append((hit, True))
        found += [(each, False) for each in (rest if ends else hit,) if each]
    return tuple(found)
