"""What is left of several things when nothing more can go."""

from __future__ import annotations

from collections.abc import Callable, Sequence


def pruned(things: Sequence[str], suffice: Callable[[Sequence[str]], bool]) -> list[str]:
    """Some of these that suffice together, none of which can be left out; what comes first is left out first.

    Many are tried at once, then fewer. Another choice may be smaller still.

    Args:
        things: what suffices as a whole.
        suffice: whether some of them do.
    """
    kept, size = list(things), max(1, len(things) // 2)
    while True:
        place, gone = 0, False
        while place < len(kept):
            fewer = kept[:place] + kept[place + size :]
            if suffice(fewer):
                kept, gone = fewer, True
            else:
                place += size
        if size == 1 and not gone:
            return kept
        size = max(1, size // 2)
