"""How conditions stand in files."""

from __future__ import annotations

import msgspec
import pytest

from desktop.model.maturity.rulebook import PartNeeds


def test_a_condition_is_read_with_numbers_and_with_grades():
    read = msgspec.convert({"level": [2, 3], "how_many": "80%", "at_least": "LI", "below": 2.5}, PartNeeds)
    assert read == PartNeeds(level=(2, 3), how_many="80%", at_least="LI", below=2.5)


def test_a_word_of_no_condition_is_refused():
    with pytest.raises(msgspec.ValidationError, match="unknown field `above`"):
        msgspec.convert({"above": 2}, PartNeeds)
