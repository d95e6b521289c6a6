from __future__ import annotations

import pytest

from desktop.model.assessment.pace import Pace
from desktop.model.records import ActionStatus
from desktop.model.scoring.vocabulary import Agreement, Characterisation, Fulfilment, Rating
from desktop.wording.tones import standing_tone, tone_of

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


@pytest.mark.parametrize(
    ("gap", "said", "tone"),
    [
        (0, False, "good"),
        (0, True, "good"),
        (2, True, "bad"),
        (2, False, "plain"),
        (None, True, "accent"),
        (None, False, "plain"),
    ],
)
def test_where_something_stands_is_judged_by_its_target(gap: float | None, said: bool, tone: str) -> None:
    assert standing_tone(gap, said=said) == tone
