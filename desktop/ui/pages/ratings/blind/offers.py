"""What number keys stand for on what is rated alone: the same as where the team rates."""

from __future__ import annotations

from desktop.language import _
from desktop.model.assessment.blind_things import DONE, NOT_DONE, BlindThing
from desktop.model.maturity.scheme_settings import PRACTICE_GRADES, STATEMENT_GRADES
from desktop.ui.pages.ratings.criteria.words import KEYS as STATEMENT_KEYS
from desktop.ui.pages.ratings.parts.offers import AnswerOffer, answer_offers
from desktop.ui.pages.ratings.staged.practices import KEYS as PRACTICE_KEYS
from desktop.wording.blind_ratings import rated_as


def blind_offers(thing: BlindThing) -> list[AnswerOffer]:
    """The ratings of a thing, each with its key, and 0 for open."""
    if thing.scale is not None:
        return answer_offers(thing.scale)
    keys: dict[str, str | None] = {}
    if thing.order == PRACTICE_GRADES:
        keys = {key: value and value.value for key, value in PRACTICE_KEYS.items()}
    elif thing.order == STATEMENT_GRADES:
        keys = {key: value and value.value for key, value in STATEMENT_KEYS.items()}
    elif DONE in thing.order:
        keys = {"1": DONE, "2": NOT_DONE, "0": None}
    else:
        keys = {**{value: value for value in thing.order}, "0": None}
    return [
        AnswerOffer(key, value, rated_as(thing, value) if value is not None else _("Open"), "", choice=True)
        for key, value in keys.items()
    ]
