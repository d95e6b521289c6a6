"""Sending forms: when they went out, by when they are to be back, and whom to remind."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType

from desktop.model.assessment.desk import Desk
from desktop.model.assessment.form_areas import put_places
from desktop.model.errors import RefusalError
from desktop.model.journal import Changed
from desktop.model.records import Form, Participant


class Sending:
    """The way of the forms to the participants and back."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def mark_sent(
        self,
        forms: Iterable[tuple[str, str]],
        day: dt.date,
        places: Mapping[str, Collection[str]] = MappingProxyType({}),
    ) -> Changed:
        """Note that forms were sent.

        Args:
            forms: the id of the model and of the participant, of each form.
            day: on which they were.
            places: by the id of a model, the areas, streams or tracks that its forms ask about; not there for all.
        """
        keys = list(dict.fromkeys(forms))
        known = {(each.model, each.participant) for each in self._desk.store.all(Form) if each.sent or each.digest}
        with self._desk.step("form.sent", count=len(keys)) as step:
            step.draft.put_many(Form, ((key, {"sent": day}) for key in keys))
            for key in keys:
                put_places(self._desk, step.draft, *key, places.get(key[0]), has_form=key in known)
        return step.changed

    def mark_reminded(self, model: str, participants: Iterable[str], day: dt.date) -> Changed:
        """Note that participants were reminded of their form."""
        people = list(participants)
        with self._desk.step("form.reminded", count=len(people)) as step:
            step.draft.put_many(Form, (((model, person), {"reminded": day}) for person in people))
        return step.changed

    def set_due(self, model: str, participant: str, day: dt.date | None) -> Changed:
        """Say by when the form of one participant is to be back; None: by the day that holds for all.

        Raises:
            RefusalError: ``participant.unknown``.
        """
        known = self._desk.store.get(Participant, participant)
        if known is None:
            raise RefusalError("participant.unknown", participant=participant)
        with self._desk.step("form.due", number=known.number) as step:
            step.draft.put(Form, model, participant, due=day)
        return step.changed
