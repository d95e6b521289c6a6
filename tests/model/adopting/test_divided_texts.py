"""When several texts say together what one says."""

from desktop.model.adopting.divided_texts import pieces_of

WHOLE = "Incidents are recorded in a register and classified by urgency."


def test_two_halves_are_the_whole():
    assert pieces_of(WHOLE, ["Incidents are recorded in a register.", "Incidents are classified by urgency."]) == (0, 1)


def test_what_says_it_all_is_no_piece():
    assert pieces_of(WHOLE, ["Incidents are recorded in the register and classified by urgency.", "By urgency."]) == ()


def test_a_half_alone_and_what_adds_nothing_are_none():
    assert pieces_of(WHOLE, ["Incidents are recorded in a register."]) == ()
    halves = ["Incidents are recorded in a register.", "Incidents recorded.", "Incidents are classified by urgency."]
    assert pieces_of(WHOLE, halves) == (0, 2)


def test_texts_about_other_things_are_none():
    assert pieces_of(WHOLE, ["Budgets are approved each year.", "Suppliers are paid in time."]) == ()
