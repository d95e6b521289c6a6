"""Where evidence comes from: when two names mean one session."""

from __future__ import annotations

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=16_384)
def session_key(name: str) -> str:
    """The name of a session or document as people read it: what tells it from others.

    Blanks, capitals, invisible characters and the many ways in which Unicode writes one letter tell nothing apart.
    """
    read = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
    visible = "".join(letter for letter in read if unicodedata.category(letter) != "Cf")
    return " ".join(visible.split())


def session_name(name: str) -> str:
    """The name as it is kept: on one line, with single blanks."""
    return " ".join(name.split())
