from __future__ import annotations

import pytest

from desktop.model.assessment.pace import Pace
from desktop.model.records import ActionStatus
from desktop.model.scoring.vocabulary import Agreement, Characterisation, Fulfilment, Rating
from desktop.wording.tones import tone_of

WORDS = [*Rating, *Characterisation, *Fulfilment, *Agreement, *ActionStatus, *Pace]


def test_words_that_are_spelt_alike_keep_their_own_tones() -> None:
    assert Agreement.AGREED.value == ActionStatus.AGREED.value
    assert (tone_of(Agreement.AGREED), tone_of(ActionStatus.AGREED)) == ("good", "accent")


def test_what_nobody_has_said_is_plain_and_that_nobody_knows_warns() -> None:
    assert {tone_of(word) for word in (None, Rating.NOT_RATED, Rating.OUT_OF_SCOPE, Characterisation.NOT_YET)} == {
        "plain"
    }
    assert tone_of(Fulfilment.DONT_KNOW) == "warn"


@pytest.mark.parametrize("word", WORDS, ids=repr)
def test_every_word_has_a_tone(word: Rating) -> None:
    assert tone_of(word) in ("good", "warn", "bad", "accent", "plain")
