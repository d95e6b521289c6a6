import datetime as dt
from typing import get_args

import pytest
from msgspec.structs import replace

from desktop.model.scoring.results import Detail, Trace
from desktop.model.scoring.rules import Rule
from desktop.model.scoring.statistics import answer_statistics
from desktop.model.scoring.vocabulary import Agreement
from desktop.wording import names
from desktop.wording.traces import sentence
from tests.builders import FREQUENCY


@pytest.mark.parametrize("words", get_args(names.Word), ids=lambda words: words.__name__)
def test_every_word_has_a_name_that_none_of_its_kind_shares(words):
    said = [names.name(word) for word in words]
    assert all(said)
    assert len(set(said)) == len(said)


def test_numbers_and_days():
    assert (names.percent(66.7), names.percent(None)) == ("66.7 %", "–")
    assert (names.percent(100.0), names.percent(0.0), names.percent(85.04)) == ("100.0 %", "0.0 %", "85.04 %")
    assert [names.number(value) for value in (100.0, 0.0, 2.5, 1e-7, 120)] == ["100", "0", "2.5", "0.0000001", "120"]
    assert [names.number(value, 1) for value in (100.0, 2.5, 2.25)] == ["100.0", "2.5", "2.25"]
    assert [names.decimals(value) for value in (100.0, 0.0, 53.3, 0.25, 1e22)] == [0, 0, 1, 2, 0]
    assert (names.index(0.813), names.index(None)) == ("0.81", "–")


@pytest.mark.parametrize(
    ("value", "told"), [(0.585, "0.59"), (0.815, "0.82"), (2.675, "2.68"), (1.005, "1.01"), (2.0, "2.00")]
)
def test_an_index_is_rounded_half_up_on_its_decimals(value: float, told: str) -> None:
    assert names.index(value) == told


@pytest.mark.parametrize(
    ("value", "word", "told"),
    [
        (0.8, Agreement.AGREED, "0.80 agreed"),
        (0.7996, Agreement.MIXED, "0.7996 mixed"),
        (0.6, Agreement.MIXED, "0.60 mixed"),
        (0.5999, Agreement.SPLIT, "0.5999 split"),
        (0.585, Agreement.SPLIT, "0.59 split"),
        (0.8123, Agreement.MIXED, "0.81 mixed, small group"),
        (0.9, Agreement.TOO_FEW, "0.90 too few to judge"),
        (None, Agreement.TOO_FEW, "too few to judge"),
    ],
)
def test_a_consensus_never_stands_beside_a_word_that_it_contradicts(
    value: float | None, word: Agreement, told: str
) -> None:
    bare = answer_statistics(FREQUENCY, [])
    assert names.consensus(replace(bare, consensus=value, agreement=word)) == told


def test_a_trace_tells_the_consensus_and_its_reading_as_the_tables_do() -> None:
    facts: dict[str, Detail] = {"question": "Q1", "asked": 9, "n": 5, "mean_percent": 85.04, "agreement": "mixed"}
    facts |= {"unanswered": 0, "does_not_apply": 0, "dont_know": 0}
    told = sentence(Trace(Rule.QUESTION_ANSWERED, {**facts, "consensus": 0.7996}))
    assert "mean 85.04 %, consensus 0.7996 (mixed)" in told
    told = sentence(Trace(Rule.QUESTION_ANSWERED, {**facts, "consensus": 0.81}))
    assert "consensus 0.81 (mixed, small group)" in told
    assert (names.day(dt.date(2026, 3, 31)), names.day(None)) == ("2026-03-31", "")
