from desktop.model.assessment.rules.corroboration import Corroboration
from desktop.model.assessment.rules.giveaways import Giveaway, GiveawaySort
from desktop.model.records import Observation, ObservationState
from desktop.wording.observed import (
    LONGEST,
    MOST_TAGS,
    borne_out,
    finding_number,
    first_tags,
    may_tell,
    observation_line,
    observation_number,
    shortened,
)


def test_what_may_tell_who_said_it_is_named_as_it_stands_in_the_text():
    found = [Giveaway(GiveawaySort.NAME, "Anna", ("p",)), Giveaway(GiveawaySort.CODE, "P-07", ("q",))]
    assert may_tell(found) == "The text may tell who said it: a name (Anna), a code (P-07)."
    assert may_tell([]) == ""


def test_it_is_told_what_is_still_needed():
    told = [
        borne_out(Corroboration(count, kinds, 2, enough))
        for count, kinds, enough in (
            (0, (), False),
            (1, ("interview",), False),
            (2, ("interview", "questionnaire"), True),
            (2, ("questionnaire",), False),
        )
    ]
    assert told == [
        "Nothing stands behind it yet: draw it from a note, a comment or an item of evidence.",
        "1 source (interview): a further one is needed, such as a note of another session, or a document.",
        "2 sources (interview, questionnaire): enough to be valid.",
        "2 sources (questionnaire): one besides the questionnaire is needed.",
    ]


def test_numbers_and_long_texts():
    assert (observation_number(3), finding_number(12)) == ("O-03", "F-12")
    assert (shortened("a" * LONGEST), shortened("a " * LONGEST)[-2:]) == ("a" * LONGEST, "a…")


def test_an_observation_is_told_in_a_line_of_reasons():
    found = Observation(id="o", number=3, text="Plans are kept.", state=ObservationState.VALID)
    assert observation_line(found) == "Observation O-03, valid: Plans are kept."


def test_of_very_many_parts_the_first_are_named():
    parts = [f"P-{number}" for number in range(MOST_TAGS + 2)]
    assert first_tags(parts) == "P-0, P-1, P-2, P-3, P-4, P-5 and 2 more"
    assert first_tags(parts[:-1]) == "P-0, P-1, P-2, P-3, P-4, P-5, P-6"
