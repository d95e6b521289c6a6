"""What people type in place of a choice."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.exchange.forms.typed_choice import Choices
from desktop.exchange.forms.typed_text import folded, whole, words
from desktop.model.assessment.forms import Unclear

OFTEN = Choices(
    [
        ("Always", "always"),
        ("Often", "often"),
        ("Half of the time", "half"),
        ("Does not apply", "does_not_apply"),
        ("Don't know", "dont_know"),
    ]
)
PERCENT = Choices([("0-25 %", "low"), ("26-50 %", "middle"), ("N/A", "none"), ("Yes, fully", "met"), ("No", "not_met")])
LEVELS = Choices(
    [*((str(level), f"level_{level}") for level in range(1, 6)), ("Don't know", "dont_know")],
    {"level_3": "Defined", "level_4": "Managed"},
)
LINES = ["Introduction", "1   Calls are lost.", "2   Calls are noted.", "3   Calls are followed up; all of them.", "4"]


@pytest.mark.parametrize(
    "typed",
    [
        "Don't know",
        "DON'T KNOW",
        "Don’t know",
        "Don‘t  know.",
        "don`t know",
        "Don´t know",
        "Donʼt know",
        "“Don’t know”",
        "dont know",
        "Don't\u00a0know",
        "Don't\u202fknow ",
        "\u200bDon't\u200b kn\u00adow\ufeff",
        "Don't know\u200e",
        "Ｄｏｎ＇ｔ　ｋｎｏｗ",
        "don't-know",
        "dont_know",
        "DONT_KNOW",
        "Don't know!",
        "• Don't know",
    ],
)
def test_one_choice_however_it_is_written(typed):
    assert OFTEN.meant(typed) == ("dont_know", None)


@pytest.mark.parametrize(
    ("typed", "choice"),
    [
        ("0–25 %", "low"),
        ("0 — 25 %", None),
        ("0−25\u00a0%", "low"),
        ("n/a", "none"),
        ("YES FULLY", "met"),
        ("yes; fully", "met"),
        ("yes - fully", "met"),
        ("no.", "not_met"),
        ("not", None),
        ("0 25", None),
        ("Yes", None),
    ],
)
def test_signs_that_matter_and_signs_that_do_not(typed, choice):
    assert PERCENT.meant(typed)[0] == choice


@pytest.mark.parametrize(
    ("typed", "level"),
    [
        ("3", 3),
        (" 3 ", 3),
        ("3.0", 3),
        ("3,0", 3),
        ("3.00", 3),
        ("3.", 3),
        ("３", 3),
        ("٣", 3),
        ("③", 3),
        ("+3", 3),
        ("03", 3),
        ("Level 4", 4),
        ("level4", 4),
        ("LEVEL 4.0", 4),
        ("Level: 4", 4),
        ("level 4 – Managed", 4),
        ("Level 4: managed.", 4),
        ("4 - Managed", 4),
        ("4 (Managed)", 4),
        ("Managed", 4),
        ("level_4", 4),
        ("2   Calls are noted.", 2),
        ("2 calls are noted", 2),
        ("Level 2 – Calls are noted.", 2),
        ("Calls are noted.", 2),
        ("3\u00a0\u00a0\u00a0Calls are followed up; all of them.", 3),
        ("3 Calls are followed up, all of them", None),
    ],
)
def test_levels(typed, level):
    assert LEVELS.meant(typed, LINES)[0] == (None if level is None else f"level_{level}")


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("2.5", Unclear.SEVERAL),
        ("2,5", Unclear.SEVERAL),
        ("2-3", Unclear.SEVERAL),
        ("2 or 3", Unclear.SEVERAL),
        ("2/3", Unclear.SEVERAL),
        ("Level 3 or 4", Unclear.SEVERAL),
        ("between 1 and 2", Unclear.SEVERAL),
        ("4 – Defined", Unclear.NO_CHOICE),
        ("2   Calls are lost.", Unclear.NO_CHOICE),
        ("6", Unclear.NO_CHOICE),
        ("0", Unclear.NO_CHOICE),
        ("-3", Unclear.NO_CHOICE),
        (".3", Unclear.NO_CHOICE),
        ("3.1", Unclear.SEVERAL),
        ("3000", Unclear.NO_CHOICE),
        ("3,000", Unclear.NO_CHOICE),
        ("9" * 5_000, Unclear.NO_CHOICE),
        ("not 4", Unclear.NO_CHOICE),
        ("4?", Unclear.NO_CHOICE),
        ("4 but only here", Unclear.NO_CHOICE),
        ("3 %", Unclear.NO_CHOICE),
        ("#REF!", Unclear.NO_CHOICE),
        ("TRUE", Unclear.NO_CHOICE),
        ("-", Unclear.NO_CHOICE),
    ],
)
def test_what_could_be_several_levels_or_none(typed, reason):
    assert LEVELS.meant(typed, LINES) == (None, reason)


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("Often, always", Unclear.SEVERAL),
        ("often / half of the time", Unclear.SEVERAL),
        ("not often", Unclear.NO_CHOICE),
        ("often?", Unclear.NO_CHOICE),
        ("Sometimes", Unclear.NO_CHOICE),
        ("oft", Unclear.NO_CHOICE),
        ("Does not", Unclear.NO_CHOICE),
    ],
)
def test_what_could_be_several_names_or_none(typed, reason):
    assert OFTEN.meant(typed) == (None, reason)


def test_names_that_differ_in_letter_case_only_are_told_apart_by_the_letter():
    choices = Choices([("A", "first"), ("a", "second")])
    assert (choices.listed("A"), choices.listed("a"), choices.listed("A ")) == ("first", "second", None)
    assert choices.meant("A ") == (None, Unclear.SEVERAL)


def test_two_texts_that_are_alike_are_no_answer():
    assert LEVELS.meant("Alike", ["1   Alike.", "2   alike"]) == (None, Unclear.SEVERAL)
    assert LEVELS.meant("2   alike", ["1   Alike.", "2   alike"]) == ("level_2", None)


@given(st.text(max_size=30))
def test_folding_twice_is_folding_once(text):
    assert folded(folded(text)) == folded(text)


AROUND = st.text(alphabet=" \t\n\r\u00a0\u2007\u202f\u3000\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u202a", max_size=3)


@given(
    st.sampled_from(["Always", "Half of the time", "Does not apply", "Don't know"]),
    st.sampled_from([str.upper, str.lower, str.title, str.swapcase]),
    st.sampled_from("'’‘ʼ´`＇"),
    st.booleans(),
    AROUND,
    AROUND,
    st.data(),
)
def test_disguises_change_nothing(name, case, quote, wide, before, after, data):
    typed = case(name).replace("'", quote)
    if wide:
        typed = "".join(chr(ord(each) + 0xFEE0) if each in string.ascii_letters else each for each in typed)
    at = data.draw(st.integers(0, len(typed)))
    typed = before + typed[:at] + data.draw(st.sampled_from(["", "\u200b", "\u00ad", "\ufeff"])) + typed[at:] + after
    assert OFTEN.meant(typed) == (OFTEN.listed(name), None)


@given(st.text(max_size=40))
def test_whatever_is_typed_means_one_choice_or_has_a_reason(text):
    for choices in (OFTEN, PERCENT, LEVELS):
        choice, reason = choices.meant(text, LINES)
        assert (choice is None) != (reason is None)


@given(st.integers(0, 10**6), st.integers(0, 99))
def test_only_whole_numbers_are_whole(number, part):
    assert whole(str(number)) == str(number)
    assert bool(whole(f"{number}.{part:02}")) == (part == 0)


def test_words_of_what_has_none():
    assert [words(text) for text in ("3 4", "often?", "50 % often", "don't know", "")] == ["", "", "", "dont know", ""]
