import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.model.assessment.comparison import Effect, Part, adds_only, compare, settled
from desktop.model.assessment.forms import FilledAnswer

OFTEN, HALF, NOTHING = FilledAnswer("often"), FilledAnswer("half"), FilledAnswer()


def effect(last, now, form):
    """What a form does to one answer."""
    found = compare(None if last is None else {"Q": FilledAnswer(last or None)}, said(now), said(form)).differences
    return found[0].effect if found else None


def said(choice):
    return {"Q": FilledAnswer(choice or None)}


@pytest.mark.parametrize(
    ("last", "now", "form", "wanted"),
    [
        ("", "", "", None),
        ("", "", "often", Effect.ADDS),
        ("", "often", "often", None),
        ("", "often", "", None),  # the team's own stays
        ("", "often", "half", Effect.CONTESTS),
        ("often", "often", "half", Effect.CHANGES),
        ("often", "often", "", Effect.EMPTIES),
        ("often", "half", "often", None),  # the team has corrected what the form says unchanged
        ("often", "half", "half", None),
        ("often", "half", "seldom", Effect.CONTESTS),
        ("often", "half", "", Effect.CONTESTS),
        ("often", "", "often", None),
        ("often", "", "half", Effect.CONTESTS),
        ("often", "", "", None),
        (None, "", "often", Effect.ADDS),
        (None, "often", "often", None),
        (None, "often", "", Effect.EMPTIES),
        (None, "often", "half", Effect.CONTESTS),
    ],
)
def test_three_ways(last, now, form, wanted):
    assert effect(last, now, form) is wanted


def test_comments_count_too():
    last = {"Q": FilledAnswer("often", "Mostly.")}
    (found,) = compare(last, last, {"Q": OFTEN}).differences
    assert (found.part, found.effect, found.now, found.form) == (Part.COMMENT, Effect.EMPTIES, "Mostly.", "")
    both = compare(last, last, {"Q": NOTHING})
    assert (both.count(Effect.EMPTIES, Part.CHOICE), both.count(Effect.EMPTIES, Part.COMMENT)) == (1, 1)


def test_line_ends_of_other_programs_are_no_difference():
    last = {"Q": FilledAnswer("often", "One\nTwo ")}
    assert compare(last, last, {"Q": FilledAnswer("often", "One\r\nTwo")}).differences == ()


def test_what_a_form_does_not_ask_is_left_alone():
    assert compare({"P": OFTEN, "Q": OFTEN}, {"P": OFTEN, "Q": OFTEN}, {"Q": OFTEN}).differences == ()


@pytest.mark.parametrize(
    ("more", "less", "wanted"),
    [
        ({"Q": OFTEN}, {}, True),
        ({"Q": OFTEN, "P": HALF}, {"Q": OFTEN}, True),
        ({"Q": OFTEN}, {"Q": HALF}, False),
        ({"P": HALF}, {"Q": OFTEN}, False),
        ({"Q": FilledAnswer("often", "New.")}, {"Q": OFTEN}, True),
        ({"Q": OFTEN}, {"Q": FilledAnswer("often", "Old.")}, False),
    ],
)
def test_one_form_says_all_that_another_says(more, less, wanted):
    assert adds_only(more, less) is wanted


ANSWERS = st.dictionaries(
    st.sampled_from("PQR"),
    st.builds(FilledAnswer, st.sampled_from([None, "often", "half"]), st.sampled_from(["", "So.", "Not so."])),
)


@given(ANSWERS, ANSWERS, ANSWERS)
def test_once_all_has_become_true_the_form_has_nothing_more_to_say(last, now, form):
    became = {**now, **settled(now, compare(last, now, form).differences)}
    for found in compare({}, became, form).differences:
        untouched = last.get(found.question, NOTHING), form[found.question]
        part = [answer.choice if found.part is Part.CHOICE else answer.comment for answer in untouched]
        assert part[0] == part[1] or not part[1]


@given(ANSWERS, ANSWERS)
def test_a_form_that_says_what_the_last_said_changes_nothing(last, now):
    assert compare(last, now, last).differences == ()
