"""Observations: drawn from notes and comments, agreed on by the team, and borne out by sources."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

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
    Member,
    Model,
    NoteTag,
    Observation,
    ObservationComment,
    ObservationNote,
    ObservationStance,
    ObservationState,
    ObservationTag,
    Stance,
    Tone,
)

if TYPE_CHECKING:
    from desktop.model.store.draft import Draft


class Observations(ObservationReading):
    """What the team observed, from draft to valid."""

    def add(
        self,
        text: str,
        *,
        tone: Tone = Tone.NEUTRAL,
        notes: Iterable[str] = (),
        comments: Iterable[AnswerRef] = (),
        tags: Iterable[Ref] | None = None,
    ) -> str:
        """Word an observation; returns its new id.

        Args:
            text: a short sentence that names nobody.
            tone: what it says of what it is about.
            notes: ids of the notes that it is drawn from.
            comments: the comments that it is drawn from.
            tags: what it is about; that of which its notes and comments speak where it is not said.

        Raises:
            RefusalError: ``observation.empty``, ``note.unknown``, ``comment.unknown``, ``part.unknown``,
                ``model.not_in_use``.
        """
        wanted, drawn, said = _worded(text), [*notes], [*comments]
        refs = self._spoken_of(drawn, said) if tags is None else [*tags]
        self._refuse_unknown(drawn, said, refs)
        observation, number = new_id(), self._desk.store.highest(Observation, "number") + 1
        with self._desk.step("observation.add", number=number) as step:
            step.draft.put(Observation, observation, number=number, text=wanted, tone=tone)
            _put_sources(step.draft, observation, drawn, said)
            step.draft.put_many(ObservationTag, (((observation, *ref), {"tagged": True}) for ref in refs))
        return observation

    def draw(self, observation: str, *, notes: Iterable[str] = (), comments: Iterable[AnswerRef] = ()) -> Changed:
        """Add notes and comments to those that an observation is drawn from, and what they speak of.

        Raises:
            RefusalError: ``observation.unknown``, ``note.unknown``, ``comment.unknown``.
        """
        known, drawn, said = self._known(observation), [*notes], [*comments]
        self._refuse_unknown(drawn, said, ())
        refs = self._spoken_of(drawn, said)
        with self._desk.step("observation.draw", number=known.number) as step:
            _put_sources(step.draft, observation, drawn, said)
            step.draft.put_many(ObservationTag, (((observation, *ref), {"tagged": True}) for ref in refs))
        return step.changed

    def withdraw(self, observation: str, *, notes: Iterable[str] = (), comments: Iterable[AnswerRef] = ()) -> Changed:
        """Take notes and comments from those that an observation is drawn from.

        Raises:
            RefusalError: ``observation.unknown``.
        """
        with self._desk.step("observation.withdraw", number=self._known(observation).number) as step:
            _put_sources(step.draft, observation, [*notes], [*comments], drawn=False)
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
        self._refuse_unknown((), (), sorted(wanted - before))
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
        """Take observations away; their notes and comments stay.

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

    def _spoken_of(self, notes: Sequence[str], comments: Sequence[AnswerRef]) -> list[Ref]:
        """What notes and comments speak of, of the models in use and as far as these still know it."""
        tags = [tag for note in notes for tag in self._desk.store.all(NoteTag, note=note) if tag.tagged]
        found = {Ref(tag.model, tag.part) for tag in tags}
        in_use = {each.id for each in self._desk.store.all(Model)}
        for model, _participant, question in comments:
            if model in in_use:
                found |= {Ref(model, part) for part in parts_informed(self._desk.pack(model), question)}
        return sorted(filter(self._desk.has, found))

    def _refuse_unknown(self, notes: Iterable[str], comments: Iterable[AnswerRef], refs: Iterable[Ref]) -> None:
        for note in notes:
            self._note(note)
        for source in comments:
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


def _put_sources(
    draft: Draft, observation: str, notes: Sequence[str], comments: Sequence[AnswerRef], *, drawn: bool = True
) -> None:
    draft.put_many(ObservationNote, (((observation, note), {"drawn": drawn}) for note in notes))
    draft.put_many(ObservationComment, (((observation, *source), {"drawn": drawn}) for source in comments))
