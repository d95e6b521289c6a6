import pytest

from desktop.model.assessment.verifying import Effect, Outstanding
from desktop.model.maturity.refs import Ref
from desktop.model.planning.progress import Progress
from desktop.model.planning.review_agenda import Concern
from desktop.wording.aftercare import agenda_text, concern_text, concern_tone, effect_text, lacking_text, progress_text


def test_every_concern_has_its_word():
    assert len({concern_text(each) for each in Concern}) == len(Concern)
    assert concern_tone(Concern.OVERDUE) == "bad"


def test_what_is_lacking_is_a_sentence_each():
    assert lacking_text(()) == ""
    assert lacking_text(tuple(Outstanding)).count(".") == len(Outstanding)


@pytest.mark.parametrize(
    ("rated", "reached", "text"),
    [
        (False, True, "Desk: not rated since the action was done"),
        (True, True, "Desk: rated again, as expected"),
        (True, False, "Desk: rated again, not as expected"),
    ],
)
def test_an_effect_is_told_with_how_it_stands(rated, reached, text):
    assert effect_text("Desk", Effect(Ref("m", "p"), rated=rated, reached=reached)) == text


@pytest.mark.parametrize(
    ("left", "count", "text"),
    [
        (0, 0, "Nothing to talk about"),
        (0, 3, "All of it was talked about"),
        (1, 1, "1 of 1 action to talk about"),
        (2, 3, "2 of 3 actions to talk about"),
    ],
)
def test_how_far_a_review_has_come(left, count, text):
    assert agenda_text(left, count) == text


@pytest.mark.parametrize(
    ("found", "text"),
    [
        (Progress(0, 0, 0, 0), "There are no actions yet."),
        (Progress(1, 0, 0, 0), "0 of 1 action done, 0 verified; none is overdue."),
        (Progress(2, 1, 3, 1), "3 of 5 actions done, 1 verified; 1 is overdue."),
        (Progress(3, 2, 1, 0), "1 of 4 actions done, 0 verified; 2 are overdue."),
    ],
)
def test_how_all_actions_come_along(found, text):
    assert progress_text(found) == text
