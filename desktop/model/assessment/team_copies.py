"""The copies of the assessment among the team: who has one, what was last heard of each, and who works on what."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from desktop.model.assessment.desk import Desk, new_id
from desktop.model.errors import RefusalError
from desktop.model.files.whole_files import refuse_taken
from desktop.model.journal import Changed
from desktop.model.maturity.refs import Ref
from desktop.model.merging.bundle import Bundle, Missing
from desktop.model.merging.identities import lacking, made_whole, without_identities
from desktop.model.merging.reach import Reach
from desktop.model.records import AreaDuty, Evidence, Member, Round, SessionArea, SessionMember, TeamCopy, TeamSession
from desktop.model.store.attached_content import read_content
from desktop.model.store.copy_notes import OWN, WITHOUT, HeardCopy
from desktop.model.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.model.store.copy_notes import CopyNotes


class KnownCopy(Struct, frozen=True):
    """A copy that this file knows of.

    Attributes:
        id: by which it is known.
        name: who works on it.
        made: when it was made for them; None for the file that all copies come from, or where nobody said so.
        coded: whether it knows participants by their codes alone.
        heard: when it was last heard of; None where it was not.
        reach: which steps it is known to have.
        own: whether it is this very file.
        twins: whether more than one file was seen to go by it: one was copied by other means, or put back from a
            backup.
    """

    id: str
    name: str
    made: dt.datetime | None = None
    coded: bool = False
    heard: dt.datetime | None = None
    reach: Reach = Reach()
    own: bool = False
    twins: bool = False


class TeamDuty(Struct, frozen=True):
    """What somebody of the team works on.

    Attributes:
        member: by id.
        name: of the member.
        places: areas, streams and tracks.
        sessions: the ids of those in which the member asks.
    """

    member: str
    name: str
    places: tuple[Ref, ...] = ()
    sessions: tuple[str, ...] = ()


class TeamCopies:
    """The copies of an assessment, this file among them.

    Attributes:
        unsigned: whether nobody by name works at it, whatever stands beside its steps.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.unsigned = False

    def own(self) -> str:
        """The id of this copy; empty before it has one."""
        return self._notes.own()

    def own_for_sure(self) -> str:
        """The id of this copy, which gets one now if it has none.

        Raises:
            RefusalError: ``file.opened_readonly``; what the environment causes.
        """
        if not self._notes.own():
            self._notes.say_own(new_id())
        return self._notes.own()

    def is_coded(self) -> bool:
        """Whether this copy knows participants by their codes alone."""
        return self._notes.is_without_identities()

    def all(self) -> list[KnownCopy]:
        """Every copy that is known here: this one first, then by name."""
        own, heard = self.own(), self._notes.heard()
        members = {each.id: each.name for each in self._desk.all(Member)}
        made = {each.id: each for each in self._desk.all(TeamCopy)}
        found = []
        for copy in {own, *heard, *made} - ({""} if own else set()):
            record, last = made.get(copy), heard.get(copy)
            name = members.get(record.member, "") if record else ""
            if not name:
                name = self.signature() if copy == own else last.name if last else ""
            at = None if last is None or copy == own else _moment(last.at)
            found.append(
                KnownCopy(
                    copy,
                    name,
                    None if record is None else record.made,
                    bool(record and record.coded),
                    at,
                    last.reach if last else Reach(),
                    copy == own,
                    bool(last and last.twins),
                )
            )
        return sorted(found, key=lambda each: (not each.own, each.name.casefold(), each.id))

    def lacks(self, copy: KnownCopy) -> int:
        """How many steps of this file a copy has not, as far as is known."""
        return self._desk.store.copies.count_beyond(copy.reach)

    def named(self, name: str) -> KnownCopy:
        """The other copy on which somebody works; of several the one made last.

        Raises:
            RefusalError: ``copy.unknown`` with the ``names`` there are.
        """
        others = [each for each in self.all() if not each.own]
        found = [each for each in others if each.name.casefold() == name.strip().casefold()]
        if not found:
            raise RefusalError("copy.unknown", name=name, names=tuple(dict.fromkeys(each.name for each in others)))
        return max(found, key=lambda each: (each.made is not None, each.made and each.made.timestamp(), each.id))

    def hear(self, copy: str, name: str, reach: Reach) -> None:
        """Note which steps another copy has."""
        if copy and copy != self.own():
            at = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
            self._notes.hear(copy, HeardCopy(name, at, reach.clocks))

    def bundle_for(self, reach: Reach, *, coded: bool = False) -> Bundle:
        """The steps beyond what a copy has.

        Args:
            reach: which it has.
            coded: leave out who participants are.
        """
        found = self._desk.store.copies.bundle(reach)
        return without_identities(found) if coded else found

    def fit(self, bundle: Bundle) -> Bundle:
        """A bundle as it may come into this copy.

        Who participants are does not, where it does without. Elsewhere what was left out of steps that were made here,
        handed on, and then put aside with a merge that was undone, is taken from what was put aside.
        """
        if self.is_coded():
            return without_identities(bundle)
        if not lacking(bundle, self._desk.store.copies.reach()):
            return bundle
        with suppress(RefusalError):
            return made_whole(bundle, self._desk.store.copies.put_asides())
        return bundle

    def lacking(self, bundle: Bundle) -> list[Missing]:
        """Whose steps this file must get from a full copy first, since the bundle has not all of them."""
        return [] if self.is_coded() else lacking(bundle, self._desk.store.copies.reach())

    def missing(self, bundle: Bundle) -> list[Missing]:
        """Whose steps have to come before those of a bundle.

        Raises:
            RefusalError: ``bundle.other_assessment``, ``bundle.newer``, ``bundle.older``.
        """
        fitting = self.fit(bundle)
        return self.lacking(fitting) or self._desk.store.copies.missing(fitting)

    def waiting(self) -> list[tuple[str, str, bytes]]:
        """What came and cannot be taken in yet: its digest, what it came from, and its bytes."""
        return self._notes.waiting()

    def keep_waiting(self, digest: str, source: str, content: bytes) -> None:
        """Keep what cannot be taken in yet."""
        self._notes.keep_waiting(digest, source, content)

    def drop_waiting(self, digest: str) -> None:
        """Let go of what was taken in, or never will be."""
        self._notes.drop_waiting(digest)

    def holder(self) -> str:
        """For whom this copy was made; empty where nobody said so."""
        made = self._desk.store.get(TeamCopy, self.own()) if self.own() else None
        member = None if made is None else self._desk.store.get(Member, made.member)
        return "" if member is None else member.name

    def signature(self) -> str:
        """Whose this copy is said to be where it is heard of: for whom it was made, else who works at it."""
        return self.holder() or ("" if self.unsigned else self._desk.store.author)

    def content_sizes(self) -> dict[str, int]:
        """What is attached and is here: the size by its digest."""
        return self._desk.store.content.sizes()

    def lacking_content(self) -> set[str]:
        """The digests of what steps attached that are here, while its bytes are not."""
        ever = self._desk.store.ever
        return (ever(Evidence, "content") | ever(Round, "content")) - self.content_sizes().keys()

    def put_content(self, digest: str, size: int, slices: Iterable[bytes]) -> None:
        """Keep what is attached to evidence of a copy.

        Raises:
            ValueError: it has another size.
        """
        self._desk.store.content.put_whole(digest, size, slices)

    def make_for(self, member: str, path: Path, *, coded: bool = False) -> str:
        """Make a copy for somebody of the team, and note who has it; gives its id.

        Its undo does not reach what was done before it was made.

        Args:
            member: id of the member.
            path: where; nothing may be there.
            coded: leave out who the participants are.

        Raises:
            RefusalError: what `no_member` says; ``file.exists`` and others. Then there is no copy.
        """
        holder = self._desk.store.get(Member, member)
        if holder is None:
            raise no_member(self._desk.all(Member))
        refuse_taken(path)
        own, copy, coded = self.own_for_sure(), new_id(), coded or self.is_coded()
        with self._desk.step("team_copy.add", name=holder.name) as step:
            made = dt.datetime.now(dt.UTC).replace(microsecond=0)
            step.draft.put(TeamCopy, copy, member=member, made=made, coded=coded)
        try:
            self._write(copy, holder.name, path, coded=coded, maker=own)
        except BaseException:
            self._desk.announce(self._desk.store.undo())
            raise
        self.hear(copy, holder.name, self._desk.store.copies.reach())
        return copy

    def _write(self, copy: str, name: str, path: Path, *, coded: bool, maker: str) -> None:
        here = self._desk.store
        facts = {**here.about(), OWN: copy, WITHOUT: "without" if coded else "with"}
        facts.pop("heard", None)
        bundle = self.bundle_for(Reach(), coded=coded)
        with Store.drafted(path, name, facts, key=here.key) as there:
            Desk(there)
            there.copies.take_in(bundle, here.author)
            for digest in bundle.contents:
                there.content.put_whole(digest, bundle.contents[digest], read_content(here.path, digest, here.key))
            there.copy_notes.forget_arrivals()
            at = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
            there.copy_notes.hear(maker, HeardCopy(self.signature(), at, here.copies.reach().clocks))

    def duties(self) -> dict[Ref, tuple[str, ...]]:
        """The ids of the members who work on each area, stream and track."""
        found: dict[Ref, list[str]] = {}
        for each in self._desk.all(AreaDuty):
            if each.works and self._desk.store.get(Member, each.member) is not None:
                found.setdefault(Ref(each.model, each.place), []).append(each.member)
        return {ref: tuple(members) for ref, members in found.items()}

    def sessions_about(self) -> dict[Ref, int]:
        """In how many sessions each area, stream and track is on the agenda."""
        sessions = {each.id for each in self._desk.all(TeamSession)}
        found = Counter(
            Ref(each.model, each.place)
            for each in self._desk.all(SessionArea)
            if each.about and each.session in sessions
        )
        return dict(found)

    def team_duties(self) -> tuple[TeamDuty, ...]:
        """Who works on what, by name; members without anything are left out."""
        places = [(place, member) for place, members in self.duties().items() for member in members]
        there = {each.id for each in self._desk.all(TeamSession)}
        asks = [each for each in self._desk.all(SessionMember) if each.asks and each.session in there]
        members = sorted(self._desk.all(Member), key=lambda each: each.name.casefold())
        found = (
            TeamDuty(
                member.id,
                member.name,
                tuple(sorted(place for place, holder in places if holder == member.id and self._is_in_use(place))),
                tuple(each.session for each in asks if each.member == member.id),
            )
            for member in members
        )
        return tuple(each for each in found if each.places or each.sessions)

    def _is_in_use(self, place: Ref) -> bool:
        """Whether its model is in use, in a version that has it."""
        try:
            return place.part in self._desk.pack(place.model).place_by_id
        except RefusalError:
            return False

    def assign(self, place: Ref, member: str, *, works: bool = True) -> Changed:
        """Say whether somebody works on an area, stream or track.

        Raises:
            RefusalError: what `no_member` says; ``model.not_in_use``.
        """
        holder = self._desk.store.get(Member, member)
        if holder is None:
            raise no_member(self._desk.all(Member))
        self._desk.model(place.model)
        with self._desk.step("area_duty.set", name=holder.name, place=place.part, works=works) as step:
            step.draft.put(AreaDuty, place.model, place.part, member, works=works)
        return step.changed

    @property
    def _notes(self) -> CopyNotes:
        return self._desk.store.copy_notes


def _moment(text: str) -> dt.datetime | None:
    try:
        return dt.datetime.fromisoformat(text)
    except ValueError:
        return None


def no_member(team: Iterable[Member]) -> RefusalError:
    """Why nobody is found: ``copy.no_team``, or ``copy.no_member`` with whom there is."""
    names = tuple(member.name for member in team)
    return RefusalError("copy.no_member", names=names) if names else RefusalError("copy.no_team")
