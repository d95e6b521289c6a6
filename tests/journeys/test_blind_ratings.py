"""Two assessors rate one area blind at one laptop, open it, and settle it, by keyboard alone."""

from __future__ import annotations

from desktop.model.records import BlindStage
from desktop.model.scoring.vocabulary import Characterisation
from desktop.ui.pages.ratings.blind.things import OpenedTable
from desktop.ui.session import Session
from desktop.ui.window import MainWindow
from tests.gui import Keyboard, called

MODEL, AREA = "it-service-cmm", "SCM"


def test_an_area_is_settled_from_two_blind_ratings(open_window: MainWindow, session: Session, keyboard: Keyboard):
    it = session.assessment
    one, two = it.preparation.members()
    practices = [thing.part for thing in it.blind.things(MODEL, AREA)]
    keyboard.press("Ctrl+6", "Ctrl+B")
    sit_down(keyboard, 0)
    assert session.member == one.id
    assert called(keyboard.focus) == "What is rated blind"
    keyboard.tab_to("Rate this blind")
    keyboard.press("Return")
    assert it.blind.stages(MODEL) == {AREA: BlindStage.ALONE}
    assert called(keyboard.focus) == "What you rate alone"
    keyboard.press(*["2"] * len(practices))
    keyboard.press("Return")
    keyboard.write("As in the agreements.")
    keyboard.press("Return")
    hand_in(keyboard)
    sit_down(keyboard, 1)
    assert session.member == two.id
    assert not it.blind.own(MODEL, AREA, two.id), "nothing of the first comes to the second"
    keyboard.tab_to("What you rate alone")
    keyboard.press("Ctrl+Home", "3", *["2"] * (len(practices) - 1))
    hand_in(keyboard)
    keyboard.tab_to("Open for all")
    keyboard.press("Return")
    found = it.blind.opened(MODEL, AREA)
    assert (found.agreement.agreed, found.agreement.things) == (len(practices) - 1, len(practices))
    assert called(keyboard.focus) == "What everybody said"
    table = keyboard.focus
    assert isinstance(table, OpenedTable)
    assert table.source.row(0).thing.part == practices[0], "where they differ first"
    keyboard.tab_to(f"Take what all say ({len(practices) - 1})")
    keyboard.press("Return")
    keyboard.press("2")
    assert called(keyboard.focus) == "Why"
    keyboard.write("The renewals of May show it.")
    keyboard.press("Return")
    ratings = it.ratings.practices(MODEL)
    assert {ratings[practice].value for practice in practices} == {Characterisation.LARGELY}
    assert ratings[practices[0]].reason == "The renewals of May show it."
    assert it.blind.opened(MODEL, AREA).rows[0].dissenting == (two.id,)
    assert not it.blind.opened(MODEL, AREA).undecided


def sit_down(keyboard: Keyboard, number: int) -> None:
    """Choose a member of the team by its place in the menu."""
    keyboard.press("Ctrl+Shift+N", *["Down"] * number, "Return")


def hand_in(keyboard: Keyboard) -> None:
    """Hand in what one has rated."""
    keyboard.tab_to("Hand in")
    keyboard.press("Return")
