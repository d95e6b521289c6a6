"""The order of a guide."""

from __future__ import annotations

from desktop.model.listening.unheard import Unheard
from desktop.model.maturity.refs import Ref
from desktop.model.planning.guides import GuideTopic, guide_lines
from desktop.model.records import OWN
from desktop.model.scoring.asking import AskAbout, AskReason


def ref(part: str) -> Ref:
    return Ref("m", part)


def test_own_questions_stand_first_then_the_weightiest_and_asked_ones_last():
    topics = [
        GuideTopic(ref("Q1"), "One?", (ref("P1"),)),
        GuideTopic(ref("Q2"), "Two?", (ref("P2"), ref("P3"))),
        GuideTopic(ref("Q3"), "Three?", (ref("P4"),)),
        GuideTopic(ref("Q4"), "Four?", (ref("P5"),)),
        GuideTopic(ref("Q5"), "Five?", (ref("P6"),)),
        GuideTopic(Ref(OWN, "own"), "Mine?"),
    ]
    worth = {
        ref("Q3"): AskAbout("Q3", (AskReason.TWO_CAMPS, AskReason.DONT_KNOW)),
        ref("Q5"): AskAbout("Q5", (AskReason.TWO_CAMPS, AskReason.DONT_KNOW)),
    }
    unheard = [Unheard(ref("P2")), Unheard(ref("P3"), ("Agent",)), Unheard(ref("P4"), ("Agent",))]
    lines = guide_lines(topics, worth, unheard, asked=[ref("Q5")])
    assert [line.topic.ask.part for line in lines] == ["own", "Q3", "Q2", "Q1", "Q4", "Q5"]
    assert (lines[1].reasons, lines[1].silent, lines[1].roles) == (worth[ref("Q3")].reasons, (), ("Agent",))
    assert (lines[2].silent, lines[2].roles) == ((ref("P2"),), ("Agent",))
    assert [line.weight for line in lines] == [0, 8, 6, 0, 0, 6]
    assert lines[0].topic.own
    assert [line.asked for line in lines] == [False] * 5 + [True]
