"""What goes well and what does not: the tone that goes with a word, wherever it is shown.

What was found tells good, warn or bad. What nobody has said yet, or takes no part, is plain. That the team does not
know is a finding: it keeps a level from being determined, and warns.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Literal

from desktop.model.assessment.pace import Pace
from desktop.model.records import ActionStatus, Adequacy, Tone
from desktop.model.scoring.vocabulary import Agreement, Characterisation, Fulfilment, Rating

WordTone = Literal["good", "warn", "bad", "accent", "plain"]

_TONES: Mapping[type[StrEnum], Mapping[StrEnum, WordTone]] = {
    Rating: {Rating.SATISFIED: "good", Rating.UNSATISFIED: "bad"},
    Characterisation: {
        Characterisation.FULLY: "good",
        Characterisation.LARGELY: "good",
        Characterisation.PARTIALLY: "warn",
        Characterisation.NOT: "bad",
    },
    Fulfilment: {
        Fulfilment.MET: "good",
        Fulfilment.PARTLY_MET: "warn",
        Fulfilment.NOT_MET: "bad",
        Fulfilment.DONT_KNOW: "warn",
    },
    Agreement: {Agreement.AGREED: "good", Agreement.MIXED: "warn", Agreement.SPLIT: "bad"},
    ActionStatus: {
        ActionStatus.AGREED: "accent",
        ActionStatus.IN_PROGRESS: "warn",
        ActionStatus.WAITING: "warn",
        ActionStatus.DONE: "good",
        ActionStatus.VERIFIED: "good",
    },
    Adequacy: {Adequacy.ADEQUATE: "good", Adequacy.INADEQUATE: "bad"},
    Tone: {Tone.STRENGTH: "good", Tone.WEAKNESS: "bad", Tone.ALTERNATIVE: "accent"},
    Pace: {
        Pace.REACHED: "good",
        Pace.ON_TRACK: "good",
        Pace.BEHIND: "warn",
        Pace.OVERDUE: "bad",
        Pace.UNDER_WAY: "accent",
    },
}
"""By kind of word, since equal words of two kinds are one key."""


Toned = Rating | Characterisation | Fulfilment | Agreement | ActionStatus | Adequacy | Pace | Tone


def tone_of(word: Toned | None) -> WordTone:
    """The tone of a rating, a statement, an agreement, the state of an action or the pace of a measure."""
    return "plain" if word is None else _TONES[type(word)].get(word, "plain")


def standing_tone(gap: float | None, *, said: bool) -> WordTone:
    """The tone of where something stands: good at its target, bad below it, accent where nothing is wanted.

    Args:
        gap: up to its target; None without one.
        said: whether anybody has said where it stands; without that it is plain.
    """
    if gap == 0:
        return "good"
    if not said:
        return "plain"
    return "accent" if gap is None else "bad"
