"""Observations: drawn from notes, comments and items, agreed on by the team, and borne out by sources."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from desktop.model.assessment.desk import new_id
from desktop.model.assessment.observation_reading import ObservationReading
from desktop.model.assessment.rules.corroboration import corroboration
from desktop.model.assessment.rules.observation_lapses import sources_of
from desktop.model.errors import RefusalError
from desktop.model.journal import Changed
from desktop.model.maturity.parts import parts_informed
from desktop.model.maturity.refs import AnswerRef, Ref
from desktop.model.records import (
    Answer,
    Evidence,
    EvidenceLink,
    Member,
    Model,
    NoteTag,
    Observation,
    ObservationComment,
    ObservationItem,
    ObservationNote,
    ObservationStance,
    ObservationState,
    ObservationTag,
    Stance,
    Tone,
)

if TYPE_CHECKING:
    from desktop.model.store.draft import Draft


class _Behind(NamedTuple):
    """What an observation is drawn from, by ids."""

    notes: Sequence[str]
    comments: Sequence[AnswerRef]
    items: Sequence[str]


class Observations(ObservationReading):
    """What the team observed, from draft to valid."""

    def add(
        self,
        text: str,
        *,
        tone: Tone = Tone.NEUTRAL,
        notes: Iterable[str] = (),
        comments: Iterable[AnswerRef] = (),
        items: Iterable[str] = (),
        tags: Iterable[Ref] | None = None,
    ) -> str:
        """Word an observation; returns its new id.

        Args:
            text: a short sentence that names nobody.
            tone: what it says of what it is about.
            notes: ids of the notes that it is drawn from.
            comments: the comments that it is drawn from.
            items: ids of the items of evidence that it is drawn from.
            tags: what it is about; that of which what it is drawn from speaks where it is not said.

        Raises:
            RefusalError: ``observation.empty``, ``note.unknown``, ``comment.unknown``, ``evidence.unknown``,
                ``part.unknown``, ``model.not_in_use``.
        """
        wanted, behind = _worded(text), _Behind([*notes], [*comments], [*items])
        refs = self._spoken_of(behind) if tags is None else [*tags]
        self._refuse_unknown(behind, refs)
        observation, number = new_id(), self._desk.store.highest(Observation, "number") + 1
        with self._desk.step("observation.add", number=number) as step:
            step.draft.put(Observation, observation, number=number, text=wanted, tone=tone)
            _put_sources(step.draft, observation, behind)
            step.draft.put_many(ObservationTag, (((observation, *ref), {"tagged": True}) for ref in refs))
        return observation

    def draw(
        self,
        observation: str,
        *,
        notes: Iterable[str] = (),
        comments: Iterable[AnswerRef] = (),
        items: Iterable[str] = (),
    ) -> Changed:
        """Add notes, comments and items to those that an observation is drawn from, and what they speak of.

        Raises:
            RefusalError: ``observation.unknown``, ``note.unknown``, ``comment.unknown``, ``evidence.unknown``.
        """
        known, behind = self._known(observation), _Behind([*notes], [*comments], [*items])
        self._refuse_unknown(behind, ())
        refs = self._spoken_of(behind)
        with self._desk.step("observation.draw", number=known.number) as step:
            _put_sources(step.draft, observation, behind)
            step.draft.put_many(ObservationTag, (((observation, *ref), {"tagged": True}) for ref in refs))
        return step.changed

    def withdraw(
        self,
        observation: str,
        *,
        notes: Iterable[str] = (),
        comments: Iterable[AnswerRef] = (),
        items: Iterable[str] = (),
    ) -> Changed:
        """Take notes, comments and items from those that an observation is drawn from.

        Raises:
            RefusalError: ``observation.unknown``.
        """
        with self._desk.step("observation.withdraw", number=self._known(observation).number) as step:
            _put_sources(step.draft, observation, _Behind([*notes], [*comments], [*items]), drawn=False)
        return step.changed

    def change(self, observation: str, **cells: object) -> Changed:
        """Set text or tone, or say that the text gives nobody away.

        Raises:
            RefusalError: ``observation.unknown``, ``observation.empty``.
        """
        known = self._known(observation)
        if "text" in cells:
            cells["text"] = _worded(str(cells["text"]))
        with self._desk.step("observation.set", number=known.number) as step:
            step.draft.put(Observation, observation, **cells)
        return step.changed

    def set_tone(self, observations: Iterable[str], tone: Tone) -> Changed:
        """Say of several observations what they tell, in one step.

        Raises:
            RefusalError: ``observation.unknown``.
        """
        known = [self._known(each) for each in observations]
        with self._desk.step("observation.tone", observations=_numbers(known)) as step:
            step.draft.put_many(Observation, (((each.id,), {"tone": tone}) for each in known))
        return step.changed

    def tag(self, observation: str, tags: Iterable[Ref]) -> Changed:
        """Say which parts of models an observation is about, and no others.

        Raises:
            RefusalError: ``observation.unknown``, ``part.unknown``, ``model.not_in_use``.
        """
        before, wanted = set(self.get(observation).tags), {*tags}
        self._refuse_unknown(_Behind((), (), ()), sorted(wanted - before))
        with self._desk.step("observation.tag", number=self._known(observation).number) as step:
            changed = sorted(before.symmetric_difference(wanted))
            step.draft.put_many(ObservationTag, (((observation, *ref), {"tagged": ref in wanted}) for ref in changed))
        return step.changed

    def set_stance(self, observation: str, member: str, stance: Stance | None) -> Changed:
        """Take down where a member stands. What the whole team agrees on is accurate.

        Raises:
            RefusalError: ``observation.unknown``, ``member.unknown``; why it cannot be agreed on, see `agree_all`.
        """
        known = self._known(observation)
        if self._desk.store.get(Member, member) is None:
            raise RefusalError("member.unknown", member=member)
        if stance is Stance.AGREES:
            self._refuse_disagreeable(known)
        with self._desk.step("observation.stance", number=known.number) as step:
            step.draft.put(ObservationStance, observation, member, stance=stance)
            if known.state is ObservationState.DRAFT and self._agreed_by_all(observation, but={member: stance}):
                step.draft.put(Observation, observation, state=ObservationState.ACCURATE)
        return step.changed

    def agree_all(self, observations: Iterable[str]) -> Changed:
        """Take down that the whole team agrees that these say what was heard and seen, in one step.

        Raises:
            RefusalError: ``observation.unknown``, ``observation.rejected``, ``observation.toneless``,
                ``observation.sourceless``, ``observation.names`` where the text names somebody; then none is.
        """
        known = [self._known(each) for each in observations]
        for each in known:
            self._refuse_disagreeable(each)
        members = [each.id for each in self._desk.store.all(Member)]
        with self._desk.step("observation.agree", observations=_numbers(known)) as step:
            for each in known:
                rows = (((each.id, member), {"stance": Stance.AGREES}) for member in members)
                step.draft.put_many(ObservationStance, rows)
                if each.state is ObservationState.DRAFT:
                    step.draft.put(Observation, each.id, state=ObservationState.ACCURATE)
        return step.changed

    def confirm(self, observations: Iterable[str]) -> Changed:
        """Call accurate observations valid: enough independent sources bear them out.

        Raises:
            RefusalError: ``observation.unknown``, ``observation.not_accurate``, ``observation.uncorroborated``; then
                none is.
        """
        known = [self._known(each) for each in observations]
        for each in known:
            if not each.state.is_agreed:
                raise RefusalError("observation.not_accurate", number=each.number)
            borne_out = corroboration(sources_of(each.id, self._desk))
            if not borne_out.enough:
                had, wanted = borne_out.sources, borne_out.wanted
                raise RefusalError("observation.uncorroborated", number=each.number, sources=had, wanted=wanted)
        with self._desk.step("observation.confirm", observations=_numbers(known)) as step:
            step.draft.put_many(Observation, (((each.id,), {"state": ObservationState.VALID}) for each in known))
        return step.changed

    def reject(self, observation: str, reason: str) -> Changed:
        """Let an observation go no further.

        Raises:
            RefusalError: ``observation.unknown``, ``observation.reason_missing``.
        """
        known = self._known(observation)
        if not reason.strip():
            raise RefusalError("observation.reason_missing", number=known.number)
        with self._desk.step("observation.reject", number=known.number) as step:
            step.draft.put(Observation, observation, state=ObservationState.REJECTED, reason=reason.strip())
        return step.changed

    def reopen(self, observations: Iterable[str]) -> Changed:
        """Make drafts again of observations, on which nobody has agreed.

        Raises:
            RefusalError: ``observation.unknown``.
        """
        known = [self._known(each) for each in observations]
        with self._desk.step("observation.reopen", observations=_numbers(known)) as step:
            for each in known:
                step.draft.put(Observation, each.id, state=ObservationState.DRAFT, reason="")
                for stance in self._desk.store.all(ObservationStance, observation=each.id):
                    step.draft.put(ObservationStance, each.id, stance.member, stance=None)
        return step.changed

    def remove(self, observations: Iterable[str]) -> Changed:
        """Take observations away; what they are drawn from stays.

        Raises:
            RefusalError: ``observation.unknown``.
        """
        known = [self._known(each) for each in observations]
        with self._desk.step("observation.remove", observations=_numbers(known)) as step:
            for each in known:
                step.draft.remove(Observation, each.id)
        return step.changed

    def _agreed_by_all(self, observation: str, but: dict[str, Stance | None]) -> bool:
        """Whether every member agrees, with these stances in place of those that are kept."""
        stances = {
            each.member: each.stance for each in self._desk.store.all(ObservationStance, observation=observation)
        }
        members = self._desk.store.all(Member)
        return all({**stances, **but}.get(each.id) is Stance.AGREES for each in members)

    def _refuse_disagreeable(self, observation: Observation) -> None:
        """Refuse what cannot be agreed on yet."""
        number = observation.number
        if observation.state is ObservationState.REJECTED:
            raise RefusalError("observation.rejected", number=number)
        if observation.tone is Tone.NEUTRAL:
            raise RefusalError("observation.toneless", number=number)
        if not sources_of(observation.id, self._desk):
            raise RefusalError("observation.sourceless", number=number)
        named = () if observation.names_nobody else self.named(observation.text)
        if named:
            raise RefusalError("observation.names", number=number, found=tuple(each.found for each in named))

    def _spoken_of(self, behind: _Behind) -> list[Ref]:
        """What notes, comments and items speak of, of the models in use and as far as these still know it."""
        tags = [tag for note in behind.notes for tag in self._desk.store.all(NoteTag, note=note) if tag.tagged]
        links = [one for item in behind.items for one in self._desk.store.all(EvidenceLink, evidence=item)]
        found = {Ref(tag.model, tag.part) for tag in tags} | {Ref(one.model, one.part) for one in links if one.linked}
        in_use = {each.id for each in self._desk.store.all(Model)}
        for model, _participant, question in behind.comments:
            if model in in_use:
                found |= {Ref(model, part) for part in parts_informed(self._desk.pack(model), question)}
        return sorted(filter(self._desk.has, found))

    def _refuse_unknown(self, behind: _Behind, refs: Iterable[Ref]) -> None:
        for note in behind.notes:
            self._note(note)
        for item in behind.items:
            if self._desk.store.get(Evidence, item) is None:
                raise RefusalError("evidence.unknown", evidence=item)
        for source in behind.comments:
            answer = self._desk.store.get(Answer, *source)
            if answer is None or not answer.comment.strip():
                raise RefusalError("comment.unknown")
        for ref in refs:
            if not self._desk.knows(ref.model, ref.part):
                raise RefusalError("part.unknown", part=ref.part, model=ref.model)


def _worded(text: str) -> str:
    if not text.strip():
        raise RefusalError("observation.empty")
    return text.strip()


def _numbers(known: Iterable[Observation]) -> str:
    return ", ".join(str(each.number) for each in known)


def _put_sources(draft: Draft, observation: str, behind: _Behind, *, drawn: bool = True) -> None:
    draft.put_many(ObservationNote, (((observation, note), {"drawn": drawn}) for note in behind.notes))
    draft.put_many(ObservationComment, (((observation, *source), {"drawn": drawn}) for source in behind.comments))
    draft.put_many(ObservationItem, (((observation, item), {"drawn": drawn}) for item in behind.items))
