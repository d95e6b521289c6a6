"""Preparation: what is assessed, for whom, by whom and with whom."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from desktop.model.assessment.desk import Desk, new_id
from desktop.model.assessment.form_rounds import refuse_closed_first
from desktop.model.assessment.parting import Parting, parting, take_back
from desktop.model.assessment.scope_items import item_key, named_items
from desktop.model.errors import RefusalError
from desktop.model.journal import Changed
from desktop.model.records import Details, Identity, Member, MemberRole, Participant, ScopeSort

SMALLEST_THRESHOLD = 3
LONGEST_CURRENCY = 8
"""Letters of a code or a sign, such as ``EUR`` and ``CHF``; what is longer is a sentence."""
_OF_THOSE_WHO_STAY = frozenset({"name", "email", "asked", "interviewed", "discusses"})


class Person(Struct, frozen=True):
    """A participant together with who it is; only for the team's own eyes."""

    participant: Participant
    identity: Identity


class NewPerson(Struct, frozen=True):
    """Somebody who is to take part.

    Attributes:
        unit: name of an organisational unit; one that is not known yet is added.
        service: name of a service, likewise.
        asked: whether the person gets a questionnaire.
        interviewed: whether the person is to be interviewed.
        discusses: whether the person is to join a discussion.
    """

    name: str = ""
    email: str = ""
    role: str = ""
    group: str = ""
    unit: str = ""
    service: str = ""
    asked: bool = True
    interviewed: bool = False
    discusses: bool = False


class Preparation:
    """Details, assessment team and participants."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def details(self) -> Details:
        """What the assessment is about."""
        return self._desk.store.get(Details, "assessment") or Details()

    def set_details(self, **cells: object) -> Changed:
        """Set fields of `Details`.

        Raises:
            RefusalError: ``details.threshold`` below the smallest that keeps respondents hidden;
                ``details.dates`` when the end lies before the start; ``details.asking`` when the questionnaire closes
                before it opens; ``details.currency`` when the currency is no code or sign.
        """
        now = self.details()
        threshold = cells.get("threshold", now.threshold)
        if not isinstance(threshold, int) or threshold < SMALLEST_THRESHOLD:
            raise RefusalError("details.threshold", smallest=SMALLEST_THRESHOLD)
        starts, ends = cells.get("starts", now.starts), cells.get("ends", now.ends)
        if starts is not None and ends is not None and str(ends) < str(starts):
            raise RefusalError("details.dates", starts=str(starts), ends=str(ends))
        if len(str(cells.get("currency", ""))) > LONGEST_CURRENCY:
            raise RefusalError("details.currency", most=LONGEST_CURRENCY)
        refuse_closed_first(cells.get("opens", now.opens), cells.get("return_by", now.return_by))
        with self._desk.step("details.set", fields=", ".join(sorted(cells))) as step:
            step.draft.put(Details, "assessment", **cells)
        return step.changed

    def members(self) -> list[Member]:
        """The assessment team, leaders first, then by name."""
        return sorted(self._desk.store.all(Member), key=lambda m: (m.role is not MemberRole.LEAD, m.name.casefold()))

    def raters(self) -> list[Member]:
        """Those of the team whose agreement a rating needs, in the same order."""
        return [member for member in self.members() if member.role.rates]

    def add_member(self, name: str, role: MemberRole = MemberRole.MEMBER) -> str:
        """Add somebody to the team; returns the new id.

        Raises:
            RefusalError: ``member.same_name``.
        """
        self._refuse_same_name(name)
        member = new_id()
        with self._desk.step("member.add", name=name) as step:
            step.draft.put(Member, member, name=name, role=role)
        return member

    def set_member(self, member: str, **cells: object) -> Changed:
        """Set fields of a `Member`.

        Raises:
            RefusalError: ``member.unknown``, ``member.same_name``.
        """
        known = self._desk.store.get(Member, member)
        if known is None:
            raise RefusalError("member.unknown", member=member)
        self._refuse_same_name(str(cells.get("name", "")), member)
        with self._desk.step("member.set", name=str(cells.get("name", known.name))) as step:
            step.draft.put(Member, member, **cells)
        return step.changed

    def remove_member(self, member: str) -> Changed:
        """Take somebody out of the team."""
        known = self._desk.store.get(Member, member)
        with self._desk.step("member.remove", name=known.name if known else "") as step:
            step.draft.remove(Member, member)
        return step.changed

    def participants(self) -> list[Participant]:
        """All participants, by number, without saying who they are."""
        return sorted(self._desk.store.all(Participant), key=lambda participant: participant.number)

    def people(self) -> list[Person]:
        """All participants with who they are, by number; of those who left that is not told."""
        identities = {identity.participant: identity for identity in self._desk.store.all(Identity)}
        return [
            Person(each, (not each.left and identities.get(each.id)) or Identity(participant=each.id))
            for each in self.participants()
        ]

    def add_participant(
        self,
        *,
        role: str = "",
        group: str = "",
        name: str = "",
        email: str = "",
        asked: bool = True,
        participant_id: str | None = None,
        **cells: object,
    ) -> str:
        """Add a participant; returns the id: a new one, or that by which forms already written know the participant.

        `cells` are further fields of `Participant`.
        """
        participant = participant_id or new_id()
        number = self._desk.store.highest(Participant, "number") + 1
        with self._desk.step("participant.add", number=number) as step:
            step.draft.put(Participant, participant, number=number, role=role, group=group, asked=asked, **cells)
            step.draft.put(Identity, participant, name=name, email=email)
        return participant

    def add_participants(self, people: Sequence[NewPerson]) -> list[str]:
        """Add several participants in one step; returns the new ids in order."""
        if not people:
            return []
        first = self._desk.store.highest(Participant, "number") + 1
        new = [(new_id(), person) for person in people]
        last = first + len(new) - 1
        many = self._desk.step("participant.add_several", first=first, last=last)
        with self._desk.step("participant.add", number=first) if first == last else many as step:
            units = named_items(self._desk, step.draft, ScopeSort.UNIT, (person.unit for person in people))
            services = named_items(self._desk, step.draft, ScopeSort.SERVICE, (person.service for person in people))
            step.draft.put_many(
                Participant,
                (
                    (
                        (participant,),
                        {
                            "number": number,
                            "role": one.role,
                            "group": one.group,
                            "asked": one.asked,
                            "unit": units[item_key(one.unit)],
                            "service": services[item_key(one.service)],
                            "interviewed": one.interviewed,
                            "discusses": one.discusses,
                        },
                    )
                    for number, (participant, one) in enumerate(new, start=first)
                ),
            )
            step.draft.put_many(
                Identity, (((participant,), {"name": one.name, "email": one.email}) for participant, one in new)
            )
        return [participant for participant, _person in new]

    def set_participant(self, participant: str, **cells: object) -> Changed:
        """Set fields of a `Participant` and of its `Identity`.

        Raises:
            RefusalError: ``participant.unknown``; ``participant.left`` when it names or asks somebody who left.
        """
        known = self.participant(participant)
        if known.left and not cells.keys().isdisjoint(_OF_THOSE_WHO_STAY):
            raise RefusalError("participant.left", number=known.number)
        identity = {name: value for name, value in cells.items() if name in ("name", "email")}
        rest = {name: value for name, value in cells.items() if name not in identity}
        with self._desk.step("participant.set", number=known.number) as step:
            if rest:
                step.draft.put(Participant, participant, **rest)
            if identity:
                step.draft.put(Identity, participant, **identity)
        return step.changed

    def set_belongs(self, participant: str, sort: ScopeSort, name: str) -> Changed:
        """Say which unit a participant works in, or which service the participant is of; a new name joins its list."""
        known = self.participant(participant)
        with self._desk.step("participant.set", number=known.number) as step:
            item = named_items(self._desk, step.draft, sort, [name])[item_key(name)]
            step.draft.put(Participant, participant, **{sort.value: item})
        return step.changed

    def parting(self, participant: str) -> Parting:
        """What a participant has said so far, which removing either keeps or takes back.

        Raises:
            RefusalError: ``participant.unknown``.
        """
        self.participant(participant)
        return parting(self._desk, participant)

    def remove_participant(self, participant: str) -> Changed:
        """Take a participant out with all answers, comments and notes, in one step.

        Raises:
            RefusalError: ``participant.unknown``.
        """
        known, said = self.participant(participant), parting(self._desk, participant)
        plain = self._desk.step("participant.remove", number=known.number)
        with (
            self._desk.step("participant.take_back", number=known.number, answers=said.answers, notes=said.notes)
            if said
            else plain
        ) as step:
            take_back(self._desk, step.draft, participant)
            step.draft.remove(Participant, participant)
        return step.changed

    def remove_identity(self, participant: str) -> Changed:
        """Take a participant out and keep answers, comments and notes, which count on without saying whose they are.

        Raises:
            RefusalError: ``participant.unknown``.
        """
        known, said = self.participant(participant), parting(self._desk, participant)
        with self._desk.step("participant.leave", number=known.number, answers=said.answers, notes=said.notes) as step:
            step.draft.put(Participant, participant, left=True, asked=False, interviewed=False, discusses=False)
        return step.changed

    def participant(self, participant: str) -> Participant:
        """One participant.

        Raises:
            RefusalError: ``participant.unknown``.
        """
        found = self._desk.store.get(Participant, participant)
        if found is None:
            raise RefusalError("participant.unknown", participant=participant)
        return found

    def _refuse_same_name(self, name: str, but: str = "") -> None:
        """Two of one name could not be told apart where they rate, agree or ask."""
        wanted = " ".join(name.split()).casefold()
        for each in self._desk.store.all(Member) if wanted else ():
            if each.id != but and " ".join(each.name.split()).casefold() == wanted:
                raise RefusalError("member.same_name", name=each.name)
