"""Which parts of a model the words of a note speak of most: a full-text index over the model's own texts, in memory."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Collection
from itertools import islice

from desktop.model.listening.part_texts import part_texts
from desktop.model.maturity.pack import Pack

OFFERED = 3
"""How many parts are offered beside a note."""

_WORD = re.compile(r"\w+")
_WORDS = 60
"""Of a longer note its last words count: what is being said now."""
_SHORTEST = 3
"""Letters that a word needs; shorter ones hold sentences together and say nothing."""
_WEIGHTS = "0, 0, 5, 2, 1, 0.5, 0.5"
"""What a word found in text, detail, questions, goals and the place counts, after part and place themselves."""


class WordIndex:
    """The words of a model, each by its stem."""

    def __init__(self, pack: Pack) -> None:
        self._file = sqlite3.connect(":memory:")
        self._file.execute(
            "CREATE VIRTUAL TABLE spoken USING fts5(part UNINDEXED, place UNINDEXED, text, detail, asked, goals, "
            "about, tokenize = 'porter unicode61 remove_diacritics 2')"
        )
        rows = ((e.part, e.place, e.text, e.detail, e.asked, e.goals, e.about) for e in part_texts(pack))
        self._file.executemany("INSERT INTO spoken VALUES (?, ?, ?, ?, ?, ?, ?)", rows)

    def spoken_of(self, said: str, places: Collection[str] = (), count: int = OFFERED) -> tuple[str, ...]:
        """Ids of the parts that share most words with what is said, the nearest first.

        The measure is BM25, in which a word counts the more the fewer parts have it.

        Args:
            said: the note as far as it is typed.
            places: ids of areas, streams or tracks whose parts come before all others.
            count: how many at most.
        """
        words = [word for word in _WORD.findall(said.casefold()) if len(word) >= _SHORTEST]
        if not words:
            return ()
        asked = " OR ".join(f'"{word}"' for word in dict.fromkeys(words[-_WORDS:]))
        found = self._file.execute(
            f"SELECT part, place FROM spoken WHERE spoken MATCH ? ORDER BY bm25(spoken, {_WEIGHTS}), rowid",  # noqa: S608
            (asked,),
        ).fetchall()
        found.sort(key=lambda row: row[1] not in places)
        return tuple(part for part, _place in islice(found, count))

    def close(self) -> None:
        """Let go of the memory."""
        self._file.close()
