"""Why the team's rating of an area, or what its members rate alone, is refused, and what to do about it."""

from __future__ import annotations

from desktop.language import N_

SENTENCES: dict[str, str] = {
    "area.reason_missing": N_(
        "Say why {area} does not apply to this organisation; without a reason it is not accepted."
    ),
    "area.weakness_missing": N_(
        "{area} cannot be settled yet. First describe the weakness of each unsatisfied goal that lacks it: {goals}."
    ),
    "area.dissent": N_(
        "{area} cannot be settled yet. These disagree: {members}. Talk it over and note where each stands, or say "
        "why it is settled all the same."
    ),
    "area.silent": N_(
        "{area} cannot be settled yet. These have not said where they stand: {members}. Ask them, or say why it is "
        "settled all the same."
    ),
    "area.differing": N_(
        "{area} cannot be settled yet. When each rated alone you differed on {practices}. Settle these, or say why the "
        "area is settled all the same."
    ),
    "area.uncovered": N_(
        "{area} cannot be settled yet: ratings, evidence or reasons are missing for {count}. Add them, or say why it "
        "is settled all the same."
    ),
    "blind.closed": N_(
        "What others say of {area} is shown once it is opened: when all have handed in, or when the lead opens it."
    ),
    "blind.not_blind": N_("{area} is not rated blind, or no longer is. Rate it together with the team."),
    "blind.under_way": N_(
        "{area} is being rated blind, so the team's rating waits. Rate it alone, or let the lead open it first."
    ),
    "blind.handed_in": N_("You have handed in {area}. Take it back first; that is possible until it is opened."),
    "blind.value_off": N_("“{part}” cannot be rated “{value}”. Choose one of the ratings that are offered."),
    "blind.nothing_said": N_("You have rated nothing of {area} yet. Rate what you can, then hand in."),
    "blind.waiting": N_(
        "These have not handed in {area} yet: {members}. Wait for them, or say why it is opened without them."
    ),
    "blind.lead_only": N_("Only the lead decides that. Ask {members}."),
    "blind.nothing_common": N_("On {area} there is nothing left on which all agree. Settle where you differ."),
    "blind.reason_missing": N_("You differ on “{part}”. Say why the team rates it so."),
}
"""By code."""
