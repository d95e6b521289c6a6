from __future__ import annotations

import pytest

from desktop.model.scoring.determined import is_determined
from desktop.model.scoring.vocabulary import Rating

YES, NO, NA, NR, OUT = (
    Rating.SATISFIED,
    Rating.UNSATISFIED,
    Rating.NOT_APPLICABLE,
    Rating.NOT_RATED,
    Rating.OUT_OF_SCOPE,
)


@pytest.mark.parametrize(
    ("asked", "determined"),
    [
        ([NO], True),
        ([NO, NR], True),
        ([NO, OUT], True),
        ([NR], False),
        ([OUT], False),
        ([NA, NR], False),
        ([YES, NR], False),
        ([NA], True),
        ([NA, NA], True),
        ([], True),
    ],
)
def test_a_level_is_determined_when_no_judgement_that_is_wanting_could_raise_it(
    asked: list[Rating], determined: bool
) -> None:
    assert is_determined(3, asked) is determined


@pytest.mark.parametrize("asked", [[], [NR], [OUT]])
def test_the_highest_level_is_determined(asked: list[Rating]) -> None:
    assert is_determined(None, asked)
