"""Sessions and notes in words."""

from __future__ import annotations

from desktop.language import N_, _
from desktop.model.assessment.session_reading import HeardNote
from desktop.model.listening.unheard import Unheard
from desktop.model.records import Participant, SessionKind, TeamSession, Tone
from desktop.wording.forms import participant_number

_KINDS: dict[SessionKind, str] = {
    SessionKind.INTERVIEW: N_("Interview"),
    SessionKind.DISCUSSION: N_("Discussion"),
    SessionKind.DEMONSTRATION: N_("Demonstration"),
    SessionKind.DOCUMENTS: N_("Review of documents"),
}
_TONES: dict[Tone, str] = {
    Tone.NEUTRAL: N_("Neutral"),
    Tone.STRENGTH: N_("Strength"),
    Tone.WEAKNESS: N_("Weakness"),
    Tone.ALTERNATIVE: N_("Alternative"),
}


def session_kind(kind: SessionKind) -> str:
    """How a session is held, as people read it."""
    return _(_KINDS[kind])


def tone_name(tone: Tone) -> str:
    """What a note says of what it speaks of, as people read it."""
    return _(_TONES[tone])


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
    return " · ".join(part for part in (session_kind(heard.session.kind), heard.role) if part)


def lacking(found: Unheard) -> str:
    """What is still to be said of a practice."""
    if found.silent:
        return _("No word yet")
    return _("Nothing yet from {roles}").format(roles=", ".join(found.roles))
