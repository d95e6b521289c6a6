"""How things stand, as tags: the word, and the tone that goes with it."""

from __future__ import annotations

from desktop.language import _
from desktop.model.records import ActionStatus
from desktop.model.scoring.vocabulary import Fulfilment, Rating
from desktop.wording import names

ACTION_TONES = {
    ActionStatus.PROPOSED: "plain",
    ActionStatus.AGREED: "accent",
    ActionStatus.IN_PROGRESS: "warn",
    ActionStatus.DONE: "good",
    ActionStatus.DROPPED: "plain",
}
"""Tones of the states of actions."""

_RATINGS = {Rating.SATISFIED: "good", Rating.UNSATISFIED: "bad", Rating.NOT_RATED: "warn"}
_STATEMENTS = {Fulfilment.MET: "good", Fulfilment.PARTLY_MET: "warn", Fulfilment.NOT_MET: "bad"}


def rating_tone(rating: Rating) -> str:
    """The tone of an area's or goal's rating."""
    return _RATINGS.get(rating, "plain")


def statement_state(value: Fulfilment | None) -> str:
    """How a statement stands."""
    return _("Not judged") if value is None else names.name(value)


def statement_tone(value: Fulfilment | None) -> str:
    """The tone of that."""
    return "warn" if value is None else _STATEMENTS.get(value, "plain")
