from __future__ import annotations

from desktop.model.maturity import Scheme
from desktop.model.maturity.shelf import shipped, summary
from desktop.wording import packs
from tests.builders import tiny_pack
from tests.builders_schemes import tiny_criteria, tiny_streams


def test_each_scheme_counts_in_its_own_words() -> None:
    assert packs.counts(summary(tiny_pack())) == "4 key process areas · 8 goals · 12 practices · 12 questions"
    streams = packs.counts(summary(tiny_streams()))
    assert streams == "3 streams · 15 level texts · 30 practices · 15 outcomes · 15 metrics"
    criteria = summary(tiny_criteria())
    assert packs.counts(criteria).startswith(f"{criteria.areas} tracks · {criteria.questions} statements")


def test_caps_are_counted_where_there_are_some() -> None:
    for found in shipped():
        assert ("cap" in packs.counts(found)) is (found.caps > 0)


def test_a_shipped_model_of_streams_is_counted_whole() -> None:
    counted = {packs.counts(found) for found in shipped() if found.scheme is Scheme.STREAMS}
    assert counted == {"9 streams · 45 level texts · 61 practices · 49 outcomes · 66 metrics"}


def test_an_offer_says_what_a_participant_is_asked() -> None:
    assert packs.offer(summary(tiny_streams())) == "Tiny streams: 3 streams, 3 questions"
