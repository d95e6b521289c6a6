"""Sessions and notes in words."""

from __future__ import annotations

from desktop.language import _
from desktop.model.assessment.session_reading import HeardNote
from desktop.model.listening.unheard import Unheard
from desktop.model.records import Participant, TeamSession
from desktop.wording import names
from desktop.wording.forms import participant_number


def session_times(session: TeamSession) -> str:
    """From when to when a session goes; empty where that is not said."""
    if session.starts and session.ends:
        return _("{starts}–{ends}").format(starts=session.starts, ends=session.ends)
    return session.starts or session.ends


def coded(participant: Participant) -> str:
    """A participant by code and role, e.g. ``P-07 Manager``: never by name."""
    return " ".join(part for part in (participant_number(participant.number), participant.role) if part)


def heard_from(heard: HeardNote) -> str:
    """Where a note comes from, by kind of session and role: never by name or code."""
    return " · ".join(part for part in (names.name(heard.session.kind), heard.role) if part)


def lacking(found: Unheard) -> str:
    """What is still to be said of a practice."""
    if found.silent:
        return _("No word yet")
    return _("Nothing yet from {roles}").format(roles=", ".join(found.roles))
