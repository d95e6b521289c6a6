"""Who of the team works on which areas and sessions, in a line and in full."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop.language import _, ngettext

if TYPE_CHECKING:
    from desktop.model.assessment import Assessment
    from desktop.model.assessment.team_copies import TeamDuty

MOST = 3
"""So many areas of each are named in a line."""


def duties_line(duties: Sequence[TeamDuty], own: str = "") -> str:
    """What each works on, in one line; empty where nobody was assigned anything.

    Args:
        duties: by member.
        own: id of who sits at the keyboard, and is told as “you”.
    """
    first = sorted(duties, key=lambda each: each.member != own)
    return " · ".join(
        _("{name}: {what}").format(name=_("you") if each.member == own else each.name, what=short_duty(each))
        for each in first
    )


def short_duty(duty: TeamDuty) -> str:
    """The first areas by their ids, how many more there are, and how many sessions."""
    places = list(dict.fromkeys(place.part for place in duty.places))
    more = len(places) - MOST
    told = [*places[:MOST], *([_("{count} more").format(count=more)] if more > 0 else [])]
    return ", ".join([*told, *_sessions(len(duty.sessions))])


def duties_in_full(duties: Sequence[TeamDuty], assessment: Assessment) -> str:
    """The same a line for each, with areas and sessions by their names."""
    packs = {in_use.id: in_use.pack for in_use in assessment.models.all()}
    sessions = {each.id: each.name for each in assessment.interviews.all()}
    lines = []
    for duty in duties:
        places = [packs[ref.model].place_by_id[ref.part].name for ref in duty.places]
        told = [*places, *(sessions[each] for each in duty.sessions if each in sessions)]
        lines.append(_("{name}: {what}").format(name=duty.name, what=", ".join(told)))
    return "\n".join(lines)


def _sessions(count: int) -> list[str]:
    return [ngettext("{count} session", "{count} sessions", count).format(count=count)] if count else []
