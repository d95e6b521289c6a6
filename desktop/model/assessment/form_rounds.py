"""Rounds of the questionnaire: the first, which everybody is in, and further ones with days and people of their own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from msgspec import Struct

from desktop.model.assessment.desk import Desk, new_id
from desktop.model.errors import RefusalError
from desktop.model.journal import Changed
from desktop.model.records import Details, Form, FormRound, Model, Participant

FIRST = ""
"""The id of the first round."""


class AskingDays(Struct, frozen=True):
    """A round: from when to when its forms are filled in.

    Attributes:
        id: `FIRST` for the first.
        opens: None where no day is known; likewise `closes`.
    """

    id: str
    number: int
    name: str
    opens: dt.date | None
    closes: dt.date | None


def asking_days(desk: Desk) -> Mapping[str, AskingDays]:
    """Every round by its id, the first one first, then by number."""
    details = desk.store.get(Details, "assessment") or Details()
    further = sorted(desk.store.all(FormRound), key=lambda each: (each.number, each.id))
    found = [AskingDays(FIRST, 1, "", details.opens, details.return_by)]
    found += [AskingDays(each.id, each.number, each.name, each.opens, each.closes) for each in further]
    return {each.id: each for each in found}


def refuse_closed_first(opens: object, closes: object) -> None:
    """Make sure that a round closes no sooner than it opens; None where a day is not known.

    Raises:
        RefusalError: ``details.asking``.
    """
    if opens is not None and closes is not None and str(closes) < str(opens):
        raise RefusalError("details.asking", opens=str(opens), closes=str(closes))


class FormRounds:
    """The rounds of the questionnaire."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def all(self) -> tuple[AskingDays, ...]:
        """The first round, then the further ones by number."""
        return tuple(asking_days(self._desk).values())

    def numbered(self, number: int) -> str:
        """The id of the round with a number.

        Raises:
            RefusalError: ``form_round.no_number``.
        """
        rounds = {each.number: each.id for each in self.all()}
        if number not in rounds:
            raise RefusalError("form_round.no_number", number=number, known=", ".join(map(str, rounds)))
        return rounds[number]

    def add(self, participants: Iterable[str], *, opens: dt.date | None = None, name: str = "") -> str:
        """Begin a further round with people; returns its new id.

        Raises:
            RefusalError: ``participant.unknown``.
        """
        people, round_ = [*participants], new_id()
        self._refuse_unknown(people)
        number = max(self._desk.store.highest(FormRound, "number"), 1) + 1
        with self._desk.step("form_round.add", number=number) as step:
            step.draft.put(FormRound, round_, number=number, name=name.strip(), opens=opens)
            step.draft.put_many(Form, ((key, {"asked_in": round_}) for key in self._forms(people)))
        return round_

    def change(self, round_: str, **cells: object) -> Changed:
        """Set name or days of a further round.

        Raises:
            RefusalError: ``form_round.unknown``; ``details.asking`` when it closes before it opens.
        """
        known = self._known(round_)
        opens, closes = cells.get("opens", known.opens), cells.get("closes", known.closes)
        refuse_closed_first(opens, closes)
        with self._desk.step("form_round.set", number=known.number, fields=", ".join(sorted(cells))) as step:
            step.draft.put(FormRound, round_, **cells)
        return step.changed

    def put(self, participants: Iterable[str], round_: str) -> Changed:
        """Put people into a round, with their forms of every model; `FIRST` puts them back into the first.

        Raises:
            RefusalError: ``form_round.unknown``, ``participant.unknown``.
        """
        people, number = [*participants], 1 if round_ == FIRST else self._known(round_).number
        self._refuse_unknown(people)
        with self._desk.step("form.round", number=number, count=len(people)) as step:
            step.draft.put_many(Form, ((key, {"asked_in": round_}) for key in self._forms(people)))
        return step.changed

    def remove(self, round_: str) -> Changed:
        """Take a further round away; whoever is in it is in the first again.

        Raises:
            RefusalError: ``form_round.unknown``.
        """
        with self._desk.step("form_round.remove", number=self._known(round_).number) as step:
            inside = [each for each in self._desk.store.all(Form) if each.asked_in == round_]
            step.draft.put_many(Form, (((each.model, each.participant), {"asked_in": FIRST}) for each in inside))
            step.draft.remove(FormRound, round_)
        return step.changed

    def _forms(self, people: Iterable[str]) -> list[tuple[str, str]]:
        models = [each.id for each in self._desk.store.all(Model)]
        return [(model, person) for person in people for model in models]

    def _known(self, round_: str) -> FormRound:
        found = self._desk.store.get(FormRound, round_)
        if found is None:
            raise RefusalError("form_round.unknown")
        return found

    def _refuse_unknown(self, people: Iterable[str]) -> None:
        for person in people:
            if self._desk.store.get(Participant, person) is None:
                raise RefusalError("participant.unknown", participant=person)
