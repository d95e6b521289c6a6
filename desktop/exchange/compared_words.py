"""What a comparison comes to, in words."""

from __future__ import annotations

from desktop.exchange.comparison import ComparedModel, Likeness
from desktop.exchange.tables.changes import moves
from desktop.language import N_, _, ngettext
from desktop.model.maturity.parts import WHOLE
from desktop.model.scoring.place_stands import PlaceMove
from desktop.wording import rounds

_LIKENESS: dict[Likeness, str] = {
    Likeness.SAME: "",
    Likeness.ADOPTED: N_(
        "The two use different versions of this model. What a part of the one has become in the other is compared; "
        "parts that are new or gone are left out."
    ),
    Likeness.OTHER: N_(
        "The two use different versions of this model, and nobody has said how their parts correspond, so nothing is "
        "compared. Adopt the newer version in the older assessment first; what was said is carried over there."
    ),
    Likeness.ONE_SIDE: N_("Only {side} uses this model, so there is nothing to compare."),
}


def likeness(found: Likeness, side: str) -> str:
    """What has to be known of the versions that are compared; empty where they are the same.

    Args:
        found: how alike they are.
        side: what the side is called that uses the model, where only one does.
    """
    text = _LIKENESS[found]
    return _(text).format(side=side) if text else ""


def summary(compared: ComparedModel) -> str:
    """How the model as a whole moved, and how many of its places moved which way."""
    whole = next(each for each in compared.places if each.place == WHOLE)
    found = moves(compared)
    then = rounds.stand(whole.then) if whole.then is not None else _("not there")
    counted = [
        ngettext("{count} better", "{count} better", found[PlaceMove.BETTER]).format(count=found[PlaceMove.BETTER]),
        ngettext("{count} worse", "{count} worse", found[PlaceMove.WORSE]).format(count=found[PlaceMove.WORSE]),
        ngettext("{count} the same", "{count} the same", found[PlaceMove.SAME]).format(count=found[PlaceMove.SAME]),
        ngettext("{count} otherwise", "{count} otherwise", found[PlaceMove.OTHER]).format(count=found[PlaceMove.OTHER]),
    ]
    told = [text for text, move in zip(counted, PlaceMove, strict=True) if found[move] or move is not PlaceMove.OTHER]
    return _("{then} → {now}; {counted}").format(then=then, now=rounds.stand(whole.now), counted=", ".join(told))
