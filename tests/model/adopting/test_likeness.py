"""The limits, by sentences of the shipped models before and after they were said anew."""

import pytest

from desktop.model.adopting.likeness import ALIKE, NEAR, is_alike, likeness, nearest_texts, says_the_same


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("A catalogue of services is kept and maintained.", "A catalogue of services exists and is kept up to date."),
        ("KPI reports of many kinds come out of the platform.", "The platform produces KPI reports of many kinds."),
        ("The people take the work from that queue.", "The people take the work from the central queue."),
    ],
)
def test_a_sentence_said_anew_is_alike(before, after):
    assert is_alike(before, after)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Which of these fits our conversation with customers best today?", "Which of these best describes our data?"),
        (
            "Provider and subcontractor have accepted in writing what each will do for the other.",
            "When you deal with a subcontractor, is it laid down what each side must do for the other?",
        ),
    ],
)
def test_sentences_about_other_things_are_not(one, other):
    assert likeness(one, other) < ALIKE
    assert not is_alike(one, other)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Changes are tested before release.", "Changes are not tested before release."),
        ("Calls are answered within 4 hours.", "Calls are answered within 24 hours."),
        ("All changes are approved by a board.", "Some changes are approved by a board."),
        ("Requests can be made by phone.", "Requests can't be made by phone."),
        (
            "Freigaben werden geprüft, und jede Person kann mitlesen.",
            "Freigaben werden nicht geprüft, und jede Person kann mitlesen.",
        ),
    ],
)
def test_one_word_or_number_can_turn_a_sentence(before, after):
    assert likeness(before, after) >= ALIKE
    assert not is_alike(before, after)


def test_what_says_much_besides_says_something_else():
    before = "Incidents are recorded in a register."
    assert likeness(before, f"{before[:-1]} and classified.") >= ALIKE
    assert not is_alike(before, f"{before[:-1]} and classified by urgency.")
    assert is_alike(before, f"{before[:-1]} at once.")


def test_case_spaces_and_punctuation_say_nothing():
    assert says_the_same("A plan  exists – and is read.", "a plan exists, and is read")
    assert not says_the_same("A plan exists and is read.", "A plan is read and exists.")


def test_without_words_only_the_same_is_the_same():
    assert says_the_same("!", "!")
    assert not says_the_same("!", "?")


def test_the_nearest_come_with_those_that_are_nearly_as_near():
    others = {
        "a": "Plans are reviewed each month.",
        "b": "Plans are reviewed each monday.",
        "c": "Budgets grow.",
        "d": "Plans are read.",
    }
    assert nearest_texts("Plans are reviewed each month", others) == ["a"]
    assert nearest_texts("Plans are reviewed each monda.", {**others, "a": "Plans are reviewed each mondays."}) == [
        "b",
        "a",
    ]
    assert nearest_texts("Something else.", others) == []


def test_a_text_under_another_id_must_be_nearer_than_one_that_is_about_something_else():
    before = "The policy for incident management is reviewed by senior management each year."
    assert ALIKE <= likeness(before, before.replace("incident", "problem")) < NEAR
    assert likeness(before, before.replace("each year", "every year")) >= NEAR
