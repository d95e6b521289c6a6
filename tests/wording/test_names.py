import datetime as dt
from typing import get_args

import pytest

from desktop.wording import names


@pytest.mark.parametrize("words", get_args(names.Word), ids=lambda words: words.__name__)
def test_every_word_has_a_name_that_none_of_its_kind_shares(words):
    said = [names.name(word) for word in words]
    assert all(said)
    assert len(set(said)) == len(said)


def test_numbers_and_days():
    assert (names.percent(66.7), names.percent(None)) == ("66.7 %", "–")
    assert names.percent(100.0) == "100 %"
    assert (names.index(0.813), names.index(None)) == ("0.81", "–")
    assert (names.day(dt.date(2026, 3, 31)), names.day(None)) == ("2026-03-31", "")
