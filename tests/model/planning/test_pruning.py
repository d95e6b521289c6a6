from __future__ import annotations

from collections.abc import Sequence

import pytest

from desktop.model.planning.pruning import pruned


@pytest.mark.parametrize("wanted", ["", "a", "h", "adg", "abcdefgh"])
def test_what_is_left_suffices_and_none_of_it_can_go(wanted: str) -> None:
    asked: list[Sequence[str]] = []

    def suffice(some: Sequence[str]) -> bool:
        asked.append(some)
        return set(wanted) <= set(some)

    assert "".join(pruned("abcdefgh", suffice)) == wanted
    assert "abcdefgh" not in ["".join(some) for some in asked], "that all of them suffice is known"


def test_what_comes_first_goes_first() -> None:
    assert pruned("abc", lambda some: len(some) >= 1) == ["c"]


def test_nothing_is_left_of_nothing() -> None:
    assert pruned([], lambda _some: True) == []
