"""Plans and clashes in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from desktop.language import N_, NC_, _, ngettext, pgettext
from desktop.model.planning.clashes import Clash, Trouble
from desktop.model.planning.laid_plans import LaidPlan, LaidSession
from desktop.model.records import Details, Member, Participant, SessionKind, TeamSession
from desktop.wording import names
from desktop.wording.interviews import coded, session_times

_COUNTED = {SessionKind.INTERVIEW, SessionKind.CONSOLIDATION}


_WEEKDAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))


_MONTHS = (
    N_("January"), N_("February"), N_("March"), N_("April"), NC_("month", "May"), N_("June"),
    N_("July"), N_("August"), N_("September"), N_("October"), N_("November"), N_("December"),
)  # fmt: skip


def month(day: dt.date) -> str:
    """The month of a day with its year, e.g. “March 2026”."""
    return _("{month} {year}").format(month=_(_MONTHS[day.month - 1]), year=day.year)


def weekday(day: dt.date) -> str:
    """The day of the week in three letters."""
    return _(_WEEKDAYS[day.weekday()])


def moment_words(day: dt.date, time: str) -> str:
    """A day with its weekday, and a time of it if there is one."""
    return " ".join(part for part in (weekday(day), names.day(day), time) if part)


def laid_name(session: LaidSession) -> str:
    """What a session of a plan is called: interviews by number, discussions by their areas."""
    kind = names.name(session.kind)
    if session.kind is SessionKind.DISCUSSION and session.areas:
        return _("{kind}: {areas}").format(kind=kind, areas=", ".join(area.part for area in session.areas))
    if session.kind in _COUNTED:
        return _("{kind} {number}").format(kind=kind, number=session.number)
    return kind


def left_out_told(sessions: Sequence[str]) -> str:
    """Which sessions are in no file of the schedule."""
    text = ngettext(
        "Left out, since it has no day or ends before it begins: {sessions}.",
        "Left out, since they have no day or end before they begin: {sessions}.",
        len(sessions),
    )
    return text.format(sessions=", ".join(sessions))


def left_out(plan: LaidPlan, hours: int) -> list[str]:
    """What does not fit into a plan, each in a sentence."""
    found = []
    if plan.interviews_left:
        text = ngettext(
            "There is no time for {count} of the interviews. Plan more days or hours, or shorter interviews.",
            "There is no time for {count} of the interviews. Plan more days or hours, or shorter interviews.",
            plan.interviews_left,
        )
        found.append(text.format(count=plan.interviews_left))
    if plan.areas_left:
        areas = ", ".join(area.part for area in plan.areas_left)
        found.append(_("There is no time to discuss {areas}.").format(areas=areas))
    if plan.left:
        kinds = ", ".join(names.name(kind) for kind in plan.left)
        found.append(_("Days of {hours} h leave no room for: {kinds}.").format(hours=hours, kinds=kinds))
    if plan.overlong:
        found.append(_("A day cannot go on after midnight, so the last hours are left out. Begin earlier."))
    return found


class WhoIsWho:
    """What sessions, members and participants are called in a sentence: participants by code and role."""

    def __init__(
        self, sessions: Sequence[TeamSession], members: Sequence[Member], participants: Sequence[Participant]
    ) -> None:
        self._sessions: Mapping[str, TeamSession] = {each.id: each for each in sessions}
        self._members = {each.id: each.name for each in members}
        self._participants = {each.id: coded(each) for each in participants}

    def clash(self, clash: Clash, details: Details) -> str:
        """What is wrong, in a sentence that says who."""
        session = self._sessions[clash.session]
        moment = _moment(session)
        match clash.trouble:
            case Trouble.TWO_AT_ONCE:
                people = sorted(self._members[each] for each in clash.members)
                people += sorted(self._participants[each] for each in clash.participants)
                text = ngettext(
                    "{people} is in “{session}” and in “{other}” at once ({moment}).",
                    "{people} are in “{session}” and in “{other}” at once ({moment}).",
                    len(people),
                )
                other = self._sessions[clash.other].name
                return text.format(people=_listed(people), session=session.name, other=other, moment=moment)
            case Trouble.OUTSIDE:
                days = _days(details)
                return _("“{session}” is on {day}, outside the days of the assessment ({days}).").format(
                    session=session.name, day=names.day(session.day), days=days
                )
            case Trouble.BACKWARDS:
                return _("“{session}” ends before it begins ({moment}).").format(session=session.name, moment=moment)


def _listed(people: Sequence[str]) -> str:
    if len(people) < 2:
        return "".join(people)
    return _("{first} and {last}").format(first=", ".join(people[:-1]), last=people[-1])


def _moment(session: TeamSession) -> str:
    return " ".join(part for part in (names.day(session.day), session_times(session)) if part)


def _days(details: Details) -> str:
    if details.starts and details.ends:
        return _("{first} to {last}").format(first=names.day(details.starts), last=names.day(details.ends))
    if details.starts:
        return _("from {first}").format(first=names.day(details.starts))
    return pgettext("a day", "until {last}").format(last=names.day(details.ends))
