"""How people call a kind of record and its cells."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct


class KindWords(Struct, frozen=True):
    """What people call a kind of record.

    Attributes:
        noun: one of them, as inside a sentence.
        cells: what each cell is called, those of the key left out.
        number: how one is called by its number; empty where it has none.
    """

    noun: str
    cells: Mapping[str, str]
    number: str = ""
