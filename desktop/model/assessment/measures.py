"""Measures of action items and their readings: what shows whether an action works."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from desktop.model.assessment.decimals import decimal_or_nothing, decimal_text
from desktop.model.assessment.desk import Desk, new_id
from desktop.model.assessment.rules.readings import reading_on
from desktop.model.assessment.standing import Standing, standing
from desktop.model.errors import RefusalError
from desktop.model.journal import Changed
from desktop.model.records import Action, Measure, Reading


class Measures:
    """The measures of the action items that are there; those of a removed action come back with it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def all(self) -> list[Standing]:
        """Every measure with its readings, by the action's number and then by name."""
        numbers = {action.id: action.number for action in self._desk.store.all(Action)}
        readings: dict[str, list[Reading]] = {}
        for reading in self._desk.store.all(Reading):
            readings.setdefault(reading.measure, []).append(reading)
        return sorted(
            (
                standing(measure, readings.get(measure.id, ()))
                for measure in self._desk.store.all(Measure)
                if measure.action in numbers
            ),
            key=lambda found: (numbers[found.measure.action], found.measure.name.casefold(), found.measure.id),
        )

    def of(self, action: str) -> list[Standing]:
        """The measures of an action item, by name."""
        return [found for found in self.all() if found.measure.action == action]

    def get(self, measure: str) -> Standing:
        """One measure with its readings.

        Raises:
            RefusalError: ``measure.unknown``.
        """
        return standing(self._get(measure)[0], self._desk.store.all(Reading, measure=measure))

    def add(self, action: str, name: str, **cells: object) -> str:
        """Give an action item a measure; `cells` are further fields of `Measure`. Returns its new id.

        Raises:
            RefusalError: ``action.unknown``, ``measure.name_missing``, ``measure.not_a_number``.
        """
        owner = self._desk.store.get(Action, action)
        if owner is None:
            raise RefusalError("action.unknown", action=action)
        kept = checked({**cells, "name": name})
        measure = new_id()
        with self._desk.step("measure.add", name=str(kept["name"]), number=owner.number) as step:
            step.draft.put(Measure, measure, **{**kept, "action": action})
        return measure

    def change(self, measure: str, **cells: object) -> Changed:
        """Set fields of a measure.

        Raises:
            RefusalError: ``measure.unknown``, ``measure.name_missing``, ``measure.not_a_number``.
        """
        known, owner = self._get(measure)
        kept = checked(cells)
        fields = ", ".join(sorted(kept))
        with self._desk.step("measure.set", name=known.name, number=owner.number, fields=fields) as step:
            step.draft.put(Measure, measure, **kept)
        return step.changed

    def remove(self, measure: str) -> Changed:
        """Take a measure away, its readings with it; undo brings both back."""
        known, owner = self._get(measure)
        with self._desk.step("measure.remove", name=known.name, number=owner.number) as step:
            step.draft.remove(Measure, measure)
        return step.changed

    def add_reading(self, measure: str, day: dt.date, value: str, *, note: str = "") -> str:
        """Take down a value. A day has one reading: a second one takes the first one's place. Returns the id.

        Raises:
            RefusalError: ``measure.unknown``, ``measure.not_a_number``.
        """
        known, _owner = self._get(measure)
        kept = decimal_text(value)
        before = reading_on(day, self._desk.store.all(Reading, measure=measure))
        reading = before.id if before else new_id()
        with self._desk.step("reading.add", name=known.name, day=day.isoformat(), value=kept) as step:
            step.draft.put(Reading, reading, measure=measure, day=day, value=kept, note=note)
        return reading

    def remove_reading(self, reading: str) -> Changed:
        """Take a reading away.

        Raises:
            RefusalError: ``reading.unknown``.
        """
        known = self._desk.store.get(Reading, reading)
        if known is None:
            raise RefusalError("reading.unknown", reading=reading)
        measure, _owner = self._get(known.measure)
        day = known.day.isoformat() if known.day else ""
        with self._desk.step("reading.remove", name=measure.name, day=day) as step:
            step.draft.remove(Reading, reading)
        return step.changed

    def _get(self, measure: str) -> tuple[Measure, Action]:
        known = self._desk.store.get(Measure, measure)
        owner = self._desk.store.get(Action, known.action) if known else None
        if known is None or owner is None:
            raise RefusalError("measure.unknown", measure=measure)
        return known, owner


def checked(cells: Mapping[str, object]) -> dict[str, object]:
    """Fields of a measure as they are kept.

    Raises:
        RefusalError: ``measure.name_missing``, ``measure.not_a_number``.
    """
    kept = dict(cells)
    if "name" in kept:
        kept["name"] = str(kept["name"]).strip()
        if not kept["name"]:
            raise RefusalError("measure.name_missing")
    for field in ("baseline", "target"):
        if field in kept:
            kept[field] = decimal_or_nothing(str(kept[field]))
    return kept
