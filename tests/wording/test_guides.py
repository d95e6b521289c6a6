"""Guides in words."""

from __future__ import annotations

from desktop.model.maturity.refs import Ref
from desktop.model.planning.guides import GuideLine, GuideTopic
from desktop.model.scoring.asking import AskReason
from desktop.wording.guides import ask_reasons, why_asked

PARTS = (Ref("m", "P1"), Ref("m", "P2"))
TOPIC = GuideTopic(Ref("m", "Q"), "Who?", PARTS)


def test_every_reason_has_its_words():
    assert all(ask_reasons([reason]) for reason in AskReason)


def test_a_line_says_why_it_is_asked():
    assert why_asked(GuideLine(TOPIC)) == ""
    assert why_asked(GuideLine(TOPIC, silent=PARTS)) == "nobody has spoken of it"
    told = why_asked(GuideLine(TOPIC, (AskReason.SPLIT, AskReason.DONT_KNOW), PARTS[:1], ("Agent", "Manager")))
    assert told == "no word on 1 practice; nothing yet from Agent, Manager; answers disagree, many do not know"
