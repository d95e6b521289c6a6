"""What in the answers is worth asking about."""

from __future__ import annotations

from decimal import Decimal

import pytest

from desktop.model.scoring.asking import AskAbout, AskReason, ask_about, one_decides
from desktop.model.scoring.inputs import Tally
from desktop.model.scoring.statistics import answer_statistics
from tests.builders import FREQUENCY

LIMITS = (Decimal(15), Decimal(50), Decimal(85))


def said(**counts):
    return FREQUENCY, answer_statistics(FREQUENCY, [Tally(counts, sum(counts.values()))])


def test_questions_are_ranked_by_what_the_answers_leave_open():
    answers = {
        "agreed": said(always=9),
        "unknown": said(always=9, dont_know=9),
        "split": said(always=3, often=2, half=2, seldom=2, rarely=2),
        "camps": said(always=6, rarely=6),
        "few": said(always=2),
        "nobody": said(),
    }
    assert ask_about(answers) == (
        AskAbout("camps", (AskReason.TWO_CAMPS,)),
        AskAbout("split", (AskReason.SPLIT,)),
        AskAbout("unknown", (AskReason.DONT_KNOW,)),
        AskAbout("few", (AskReason.ON_FEW,)),
    )
    assert [each.question for each in ask_about(answers, LIMITS)][:2] == ["camps", "split"]


@pytest.mark.parametrize(
    ("counts", "decides"),
    [
        ({"half": 20}, True),  # 50 is not passed, and one who says always passes it
        ({"often": 20}, False),
        ({"always": 20}, False),
        ({"always": 4}, True),  # one who says rarely leaves 72.5
        ({}, False),
    ],
)
def test_one_respondent_can_decide_near_a_limit_or_in_a_small_group(counts, decides):
    scale, answers = said(**counts)
    assert one_decides(scale, answers, LIMITS) is decides
