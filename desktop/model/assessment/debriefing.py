"""The debrief of the team: what it has learned of its own work, and what that work took against the plan."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from msgspec import Struct

from desktop.model.assessment.decimals import amount_text, number
from desktop.model.assessment.desk import Desk, new_id
from desktop.model.errors import RefusalError
from desktop.model.journal import Changed
from desktop.model.records import Lesson, LessonSort, Member, Phase, TeamHours

_ORDER = {sort: place for place, sort in enumerate(LessonSort)}


class MemberHours(Struct, frozen=True):
    """The hours of a member in each phase.

    Attributes:
        planned: by phase; phases without are left out.
        spent: likewise.
    """

    member: str
    planned: dict[Phase, Decimal]
    spent: dict[Phase, Decimal]


class HoursSum(Struct, frozen=True):
    """Hours of several people together, exactly."""

    planned: Decimal
    spent: Decimal

    @property
    def over(self) -> Decimal:
        """By how much more was spent than planned; negative where less was, 0 while nothing is planned."""
        return self.spent - self.planned if self.planned else Decimal(0)


class Debriefing:
    """Lessons and hours."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def lessons(self) -> list[Lesson]:
        """What the team has learned: what to keep, what to change, what to try; within these in the order of words."""
        return sorted(self._desk.store.all(Lesson), key=lambda each: (_ORDER[each.sort], each.text.casefold(), each.id))

    def add(self, sort: LessonSort, text: str) -> str:
        """Note a lesson; returns its new id.

        Raises:
            RefusalError: ``lesson.empty``.
        """
        lesson, kept = new_id(), _said(text)
        with self._desk.step("lesson.add", name=kept) as step:
            step.draft.put(Lesson, lesson, sort=sort, text=kept)
        return lesson

    def change(self, lesson: str, **cells: object) -> Changed:
        """Set fields of a lesson.

        Raises:
            RefusalError: ``lesson.unknown``, ``lesson.empty``.
        """
        known = self._get(lesson)
        if "text" in cells:
            cells["text"] = _said(str(cells["text"]))
        with self._desk.step("lesson.set", name=str(cells.get("text", known.text))) as step:
            step.draft.put(Lesson, lesson, **cells)
        return step.changed

    def remove(self, lesson: str) -> Changed:
        """Take a lesson off the list.

        Raises:
            RefusalError: ``lesson.unknown``.
        """
        with self._desk.step("lesson.remove", name=self._get(lesson).text) as step:
            step.draft.remove(Lesson, lesson)
        return step.changed

    def hours(self) -> tuple[MemberHours, ...]:
        """The hours of every member of the team, in the order in which the team is listed."""
        planned: dict[str, dict[Phase, Decimal]] = {}
        spent: dict[str, dict[Phase, Decimal]] = {}
        for each in (hours for hours in self._desk.store.all(TeamHours) if hours.phase in {*Phase}):
            for text, into in ((each.planned, planned), (each.spent, spent)):
                value = number(text)
                if value is not None:
                    into.setdefault(each.member, {})[Phase(each.phase)] = value
        team = sorted(self._desk.store.all(Member), key=lambda each: (each.name.casefold(), each.id))
        return tuple(MemberHours(each.id, planned.get(each.id, {}), spent.get(each.id, {})) for each in team)

    def note_hours(self, member: str, phase: Phase, *, planned: str | None = None, spent: str | None = None) -> Changed:
        """Say how many hours somebody has planned for a phase, or has spent on it.

        Args:
            member: id of the team member.
            phase: the phase.
            planned: as typed, such as ``7.5``; empty for none, None to leave it as it is.
            spent: likewise.

        Raises:
            RefusalError: ``member.unknown``, ``hours.negative``, ``measure.not_a_number``, ``budget.thousands``.
        """
        known = self._desk.store.get(Member, member)
        if known is None:
            raise RefusalError("member.unknown", member=member)
        cells = {name: _hours(text) for name, text in (("planned", planned), ("spent", spent)) if text is not None}
        with self._desk.step("team_hours.set", name=known.name, phase=phase.value) as step:
            step.draft.put(TeamHours, member, phase, **cells)
        return step.changed

    def _get(self, lesson: str) -> Lesson:
        found = self._desk.store.get(Lesson, lesson)
        if found is None:
            raise RefusalError("lesson.unknown")
        return found


def hours_sum(rows: Iterable[MemberHours], phases: Iterable[Phase] = Phase) -> HoursSum:
    """The hours of these people in these phases together."""
    kept, chosen = tuple(rows), tuple(phases)
    return HoursSum(
        sum((each.planned.get(phase, Decimal(0)) for each in kept for phase in chosen), Decimal(0)),
        sum((each.spent.get(phase, Decimal(0)) for each in kept for phase in chosen), Decimal(0)),
    )


def _hours(typed: str) -> str:
    kept = amount_text(typed)
    if kept.startswith("-"):
        raise RefusalError("hours.negative", value=typed.strip())
    return kept


def _said(text: str) -> str:
    kept = " ".join(text.split())
    if not kept:
        raise RefusalError("lesson.empty")
    return kept
