from __future__ import annotations

import pytest

from tests.rulebooks import ends, flat, told, whole

BOOK = flat(
    {
        "grades": ["low", "mid", "high"],
        "choose": [
            {"is": "high", "when": [{"at_least": "LI"}, {"how_many": 1, "at_least": "FI"}]},
            {"is": "ask", "of": ["low", "mid"], "when": [{"how_many": 1, "at_least": "LI"}]},
            {"is": "low"},
        ],
        "blanks": {"unanswered": "bounds"},
    },
    {"scale": "grades"},
    2,
)


@pytest.mark.parametrize(
    ("said", "result"),
    [
        ({"I1": "FI", "I2": "LI"}, "high"),
        ({"I1": "LI", "I2": "LI"}, "team_decides"),
        ({"I1": "FI", "I2": "NI"}, "team_decides"),
        ({"I1": "PI", "I2": "NI"}, "low"),
        ({"I1": "PI"}, "unanswered"),
    ],
)
def test_the_first_row_that_holds(said, result):
    assert told(whole(BOOK, **said)) == result


def test_rows_that_may_yet_hold_bound_the_result():
    assert ends(whole(BOOK, I1="PI")) == ("low", "mid")
    assert ends(whole(BOOK, I1="LI")) == ("low", "high")


def test_rows_may_give_numbers():
    book = flat(
        {"choose": [{"is": 3, "when": [{"at_least": "FI"}]}, {"is": 0.5}], "blanks": {"unanswered": "bounds"}},
        {"scale": "grades"},
        1,
    )
    assert whole(book, I1="FI").value == 3
    assert whole(book, I1="LI").value * 2 == 1
