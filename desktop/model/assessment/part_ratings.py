"""Parts of models with rules of their own: what the team answers, for what, and its word over the rule's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from desktop.model.assessment.blind_ratings import refuse_blind
from desktop.model.assessment.desk import Desk, new_id
from desktop.model.errors import RefusalError
from desktop.model.evaluation.evaluate import evaluate
from desktop.model.evaluation.part_inputs import PartsInput, PartWord
from desktop.model.evaluation.part_results import GroundCode
from desktop.model.journal import Changed
from desktop.model.maturity.parts_pack import PartsPack
from desktop.model.maturity.rulebook import RESPONDENTS, PackPart
from desktop.model.maturity.staged import INSTANCES
from desktop.model.maturity.vocabulary_pack import VocabularyPack
from desktop.model.records import ONCE, Instance, PartRating
from desktop.model.scoring.part_answers import CHOSEN_BLANKS, answer_said, limit_said


class PartRatings:
    """The team's judgements of parts. They are input to the engine; results come from there."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def all(self, model: str) -> dict[str, dict[str, PartRating]]:
        """What is said, by part and by instance; `ONCE` where a part is answered as such."""
        found: dict[str, dict[str, PartRating]] = {}
        for rating in self._desk.store.all(PartRating, model=model):
            found.setdefault(rating.part, {})[rating.instance] = rating
        return found

    def get(self, model: str, part: str, instance: str = ONCE) -> PartRating:
        """What is said of a part, or of one instance of it."""
        known = self._desk.store.get(PartRating, model, part, instance)
        return known or PartRating(model=model, part=part, instance=instance)

    def answer(self, model: str, parts: str | Iterable[str], answer: str | None, instance: str = ONCE) -> Changed:
        """Answer parts in one step; None opens them again.

        Args:
            model: id of the model.
            parts: id of a part, or several.
            answer: as `desktop.model.scoring.part_answers` reads it: the id of a choice, a number, a blank.
            instance: id of what it is answered for, where the kind is answered several times.

        Raises:
            RefusalError: ``part.unknown``; ``part.not_answered`` where its result follows from others;
                ``part.answer_off`` when the answer is not on its scale; ``part.instances`` where it is answered for
                instances and none is named, or the other way round; ``instance.unknown``; ``blind.under_way`` while
                the team's members rate one of them alone.
        """
        ids = [parts] if isinstance(parts, str) else list(parts)
        for part in ids:
            self._refuse_answer(model, part, answer, instance)
        refuse_blind(self._desk, model, ids)
        with self._desk.step("part.answer", parts=", ".join(ids), answer=answer or "") as step:
            step.draft.put_many(PartRating, (((model, part, instance), {"answer": answer}) for part in ids))
        return step.changed

    def note(self, model: str, part: str, note: str, instance: str = ONCE) -> Changed:
        """Take down what the team has heard, read or seen, or why a part does not apply.

        Raises:
            RefusalError: ``part.unknown``, ``instance.unknown``.
        """
        book, _part = self._part(model, part)
        self._refuse_instance(book, model, part, instance)
        with self._desk.step("part.note", part=part) as step:
            step.draft.put(PartRating, model, part, instance, note=note)
        return step.changed

    def say(self, model: str, part: str, says: str) -> Changed:
        """Say what the result of a part is in the team's judgement; nothing leaves it to the rule.

        Raises:
            RefusalError: ``part.unknown``; ``part.not_judged`` where the model leaves the team no word;
                ``part.says_off`` when the part cannot be that, or the model does not let the team go so far.
        """
        book, known = self._part(model, part)
        if says:
            _refuse_word(book, known, says)
        with self._desk.step("part.say", part=part, says=says) as step:
            step.draft.put(PartRating, model, part, ONCE, says=says)
        return step.changed

    def accept(self, model: str, part: str, *, accepted: bool) -> Changed:
        """Accept, or no longer, another way of reaching the same.

        Raises:
            RefusalError: ``part.unknown``; ``part.no_alternative`` where the model knows none.
        """
        book, known = self._part(model, part)
        if accepted and book.kind_of(known).judged.alternative is None:
            raise RefusalError("part.no_alternative", part=part)
        with self._desk.step("part.alternative", part=part, accepted=accepted) as step:
            step.draft.put(PartRating, model, part, ONCE, alternative=accepted)
        return step.changed

    def instances(self, model: str, of: str | None = None) -> list[Instance]:
        """What parts are answered for, by name; of one sort only where that is named."""
        found = self._desk.store.all(Instance, model=model)
        return sorted((each for each in found if of in (None, each.of)), key=lambda each: (each.of, each.name, each.id))

    def sorts(self, model: str) -> tuple[str, ...]:
        """The words of a model for what its parts are answered for; respondents are none of them.

        Practices can be characterised for instances, whatever the model says.
        """
        if self._desk.pack(model).areas:
            return (INSTANCES,)
        book = self._book(model)
        sorts = (kind.across.of for kind in book.kinds if kind.across is not None)
        return tuple(dict.fromkeys(of for of in sorts if of != RESPONDENTS))

    def add_instance(self, model: str, of: str, name: str) -> str:
        """Add a site, project or whatever parts are answered for; returns its new id.

        Raises:
            RefusalError: ``instance.sort_unknown``, ``instance.nameless``, ``instance.twice``.
        """
        if of not in self.sorts(model):
            raise RefusalError("instance.sort_unknown", of=of, model=model)
        name = self._free_name(model, of, name)
        instance = new_id()
        with self._desk.step("instance.add", name=name) as step:
            step.draft.put(Instance, instance, model=model, of=of, name=name)
        return instance

    def instance(self, instance: str) -> Instance:
        """What parts are answered for, by its id.

        Raises:
            RefusalError: ``instance.unknown``.
        """
        known = self._desk.store.get(Instance, instance)
        if known is None:
            raise RefusalError("instance.unknown", instance=instance)
        return known

    def rename_instance(self, instance: str, name: str) -> Changed:
        """Call it otherwise.

        Raises:
            RefusalError: ``instance.unknown``, ``instance.nameless``, ``instance.twice``.
        """
        known = self.instance(instance)
        name = self._free_name(known.model, known.of, name, but=instance)
        with self._desk.step("instance.set", name=name) as step:
            step.draft.put(Instance, instance, name=name)
        return step.changed

    def remove_instance(self, instance: str) -> Changed:
        """Take it away; what was said for it counts no more.

        Raises:
            RefusalError: ``instance.unknown``.
        """
        known = self.instance(instance)
        with self._desk.step("instance.remove", name=known.name) as step:
            step.draft.remove(Instance, instance)
        return step.changed

    def _free_name(self, model: str, of: str, name: str, but: str = "") -> str:
        name = " ".join(name.split())
        if not name:
            raise RefusalError("instance.nameless", of=of)
        taken = {each.name.casefold() for each in self.instances(model, of) if each.id != but}
        if name.casefold() in taken:
            raise RefusalError("instance.twice", name=name, of=of)
        return name

    def _refuse_answer(self, model: str, part: str, answer: str | None, instance: str) -> None:
        book, known = self._part(model, part)
        scale = book.scale_of(known)
        if scale is None:
            raise RefusalError("part.not_answered", part=part)
        self._refuse_instance(book, model, part, instance)
        blank = instance == ONCE and answer in CHOSEN_BLANKS
        if answer is not None and not blank and book.answered_for(known) and instance == ONCE:
            raise RefusalError("part.instances", part=part, of=book.answered_for(known))
        if answer is not None and answer_said(scale, answer) is None:
            raise RefusalError("part.answer_off", part=part, answer=answer, scale=scale.name or scale.id)

    def _refuse_instance(self, book: VocabularyPack, model: str, part: str, instance: str) -> None:
        if instance == ONCE:
            return
        of = book.answered_for(book.part_by_id[part])
        if not of:
            raise RefusalError("part.once", part=part)
        if instance not in {each.id for each in self.instances(model, of)}:
            raise RefusalError("instance.unknown", instance=instance)

    def _book(self, model: str) -> VocabularyPack:
        pack = self._desk.pack(model)
        if not isinstance(pack, PartsPack):
            raise RefusalError("model.of_a_scheme", model=pack.name)
        return pack.rules

    def _part(self, model: str, part: str) -> tuple[VocabularyPack, PackPart]:
        book = self._book(model)
        if part not in book.part_by_id:
            raise RefusalError("part.unknown", part=part, model=model)
        return book, book.part_by_id[part]


def part_words(
    book: VocabularyPack, ratings: Mapping[str, Mapping[str, PartRating]], instances: Mapping[str, Instance]
) -> dict[str, PartWord]:
    """What the team says of parts, as the engine takes it. What does not fit the pack is left aside.

    Args:
        book: the model's rules.
        ratings: what is said, by part and instance.
        instances: those there are, by id.
    """
    words = {}
    for part, by_instance in ratings.items():
        known = book.part_by_id.get(part)
        if known is None:
            continue
        scale, said = book.scale_of(known), by_instance.get(ONCE)
        of = book.answered_for(known)
        several = {
            id_: answer_said(scale, by_instance[id_].answer if id_ in by_instance else None)
            for id_, each in instances.items()
            if of and each.of == of
        }
        words[part] = PartWord(
            answer=answer_said(scale, said.answer) if said else None,
            instances=several,
            says=limit_said(said.says) if said and said.says else None,
            alternative=bool(said and said.alternative),
            reason=said.note if said else "",
        )
    return words


def _refuse_word(book: VocabularyPack, part: PackPart, says: str) -> None:
    if not book.kind_of(part).team_may_say:
        raise RefusalError("part.not_judged", part=part.id)
    try:
        result = evaluate(book, PartsInput(words={part.id: PartWord(says=limit_said(says))}), [part.id])[part.id]
    except ValueError:
        raise RefusalError("part.says_off", part=part.id, says=says) from None
    if any(ground.code is GroundCode.NOT_ALLOWED for ground in result.result.grounds):
        raise RefusalError("part.says_off", part=part.id, says=says)
