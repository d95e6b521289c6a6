"""What scoring is given for a model: the team's judgements from the file, and answers counted without names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from desktop.model.assessment.desk import Desk
from desktop.model.assessment.evidence import EvidenceFile
from desktop.model.assessment.form_areas import place_of_question, places_put
from desktop.model.assessment.interviews import Interviews
from desktop.model.assessment.models import Models
from desktop.model.assessment.part_ratings import PartRatings, part_words
from desktop.model.assessment.ratings import Ratings
from desktop.model.assessment.statements import Statements
from desktop.model.assessment.streams import Streams
from desktop.model.assessment.targets import Targets
from desktop.model.errors import RefusalError
from desktop.model.evaluation.blank_reasons import BlankReason
from desktop.model.evaluation.part_inputs import PartWord, SupportPiece
from desktop.model.journal import Changed
from desktop.model.maturity.parts import WHOLE
from desktop.model.maturity.parts_pack import PartsPack
from desktop.model.maturity.vocabulary_pack import VocabularyPack
from desktop.model.records import (
    Evidence,
    EvidenceLink,
    NoteTag,
    Participant,
    PracticeRating,
    SessionNote,
    TeamSession,
)
from desktop.model.scoring.across_instances import across_instances
from desktop.model.scoring.inputs import (
    AcrossOutcome,
    AreaJudgement,
    Given,
    GoalJudgement,
    PracticeJudgement,
    Source,
    Tally,
    TargetJudgement,
)
from desktop.model.scoring.part_answers import limit_said
from desktop.model.scoring.vocabulary import Fulfilment

_SUPPORT = frozenset(kind.declared.name for kind in (Evidence, EvidenceLink, NoteTag, SessionNote, TeamSession))
"""Kinds that tell where parts have support from."""


class Gathering:
    """Reads the file for scoring."""

    def __init__(
        self, desk: Desk, models: Models, ratings: Ratings, evidence: EvidenceFile, interviews: Interviews
    ) -> None:
        self._desk = desk
        self._models = models
        self._ratings = ratings
        self._evidence = evidence
        self._interviews = interviews
        self._streams = Streams(desk)
        self._statements = Statements(desk)
        self._targets = Targets(desk)
        self._parts = PartRatings(desk)
        self._supported: dict[str, Mapping[str, tuple[Source, ...]]] = {}
        desk.subscribe(self._forget)

    def given(self, model: str, tallies: Mapping[str, Tally]) -> Given:
        """What a model's rules ask for.

        Args:
            model: id of the model.
            tallies: its answers, as `tally` counts them.

        Raises:
            RefusalError: ``model.not_in_use``.
        """
        pack, targets = self._desk.pack(model), self._targets.all(model)
        areas = {
            area: AreaJudgement(rating.in_scope, rating.not_applicable, rating.reason)
            for area, rating in self._ratings.areas(model).items()
        }
        return Given(
            scale=self._desk.model(model).scale,
            asked=max((tally.asked for tally in tallies.values()), default=0),
            tallies=tallies,
            areas=areas,
            targets={place: TargetJudgement(target.level, target.importance) for place, target in targets.items()},
            practices=self._practices(model) if pack.areas else {},
            goals=self._goals(model) if pack.areas else {},
            chosen=self._chosen(model) if pack.streams else {},
            ticks=self._streams.ticks(model) if pack.streams else frozenset(),
            statements=self._judged(model) if pack.tracks else {},
            words=self._words(pack.rules, model, areas) if isinstance(pack, PartsPack) else {},
        )

    def _goals(self, model: str) -> dict[str, GoalJudgement]:
        ratings = self._ratings.goals(model)
        return {goal: GoalJudgement(said.weaknesses_significant, said.weakness) for goal, said in ratings.items()}

    def _chosen(self, model: str) -> dict[str, int]:
        ratings = self._streams.ratings(model)
        return {stream: said.level for stream, said in ratings.items() if said.level is not None}

    def _judged(self, model: str) -> dict[str, Fulfilment]:
        ratings = self._statements.ratings(model)
        return {statement: said.value for statement, said in ratings.items() if said.value is not None}

    def tally(self, model: str) -> Mapping[str, Tally]:
        """The answers of those who take part, by question.

        A question was put to those who are asked, as far as their forms were about it, and to whoever answered it; what
        is not asked, only to the latter.

        Raises:
            RefusalError: ``answer.unfit`` when one is not on its scale, which only another program can have written.
        """
        store = self._desk.store
        participants = store.all(Participant)
        only = [participant.id for participant in participants] if store.any_removed(Participant) else None
        put, asked = self._put(model, participants), self._models.questions(model)
        counts: dict[str, dict[str, int]] = {question: {} for question in asked}
        for question, choice, count in store.tallies(model, only):
            if question in asked and asked[question].scale.choice(choice) is None:
                raise RefusalError("answer.unfit", path=store.path, question=question)
            counts.setdefault(question, {})[choice] = count
        return {question: Tally(given, put.get(question, sum(given.values()))) for question, given in counts.items()}

    def _put(self, model: str, participants: Sequence[Participant]) -> dict[str, int]:
        """To how many each question that is asked now was put."""
        chosen, nowhere = places_put(self._desk, model), frozenset[str]()
        of_some: dict[frozenset[str], list[str]] = {}
        for each in participants:
            if not each.asked or each.id in chosen:
                places = chosen[each.id] if each.asked else nowhere
                of_some.setdefault(places, []).append(each.id)
        whole = len(participants) - sum(map(len, of_some.values()))
        put = dict.fromkeys(self._models.numbers(model), whole)
        place_of = place_of_question(self._models, model) if of_some else {}
        for places, people in of_some.items():
            for question in put:
                put[question] += len(people) if place_of[question] in places else 0
            for question, _choice, count in self._desk.store.tallies(model, people):
                if question in put and place_of[question] not in places:
                    put[question] += count
        return put

    def _words(self, book: VocabularyPack, model: str, areas: Mapping[str, AreaJudgement]) -> dict[str, PartWord]:
        """What the team says of each part of a model with rules of its own, the whole by its id."""
        instances = {each.id: each for each in self._parts.instances(model)}
        words = part_words(book, self._parts.all(model), instances)
        sources, targets = self._sources(model), self._targets.all(model)
        targets = {book.root.id if place == WHOLE else place: target for place, target in targets.items()}
        for part in (words.keys() | sources.keys() | targets.keys() | areas.keys()) & book.part_by_id.keys():
            word, area = words.get(part, PartWord()), areas.get(part, AreaJudgement())
            target = targets.get(part)
            words[part] = replace(
                word,
                answer=BlankReason.DOES_NOT_APPLY if area.not_applicable else word.answer,
                reason=word.reason or area.reason,
                in_scope=area.in_scope,
                support=tuple(SupportPiece(each.kind.value, each.session) for each in sources.get(part, ())),
                target=limit_said(target.value) if target and target.value else None,
                importance=target.importance if target else None,
            )
        return words

    def _practices(self, model: str) -> dict[str, PracticeJudgement]:
        sources, ratings, across = self._sources(model), self._ratings.practices(model), self._across(model)
        nothing = {
            practice: PracticeRating(model=model, practice=practice) for practice in sources.keys() | across.keys()
        }
        return {
            practice: PracticeJudgement(
                value=across[practice].value if practice in across else said.value,
                alternative=said.alternative,
                reason=said.reason,
                sources=sources.get(practice, ()),
                across=across.get(practice),
            )
            for practice, said in (nothing | ratings).items()
        }

    def _across(self, model: str) -> dict[str, AcrossOutcome]:
        """What is made of the practices that are characterised for instances; the others are as the team says."""
        instances = [each.id for each in self._parts.instances(model)]
        if not instances:
            return {}
        words, said = self._ratings.practices(model), self._ratings.by_instance(model)
        return {
            practice: across_instances(
                {id_: found.get(id_) for id_ in instances}, words[practice].value if practice in words else None
            )
            for practice, found in said.items()
            if any(found.get(id_) is not None for id_ in instances)
        }

    def _sources(self, model: str) -> Mapping[str, tuple[Source, ...]]:
        """Where each part of a model has support from: evidence that was filed, and notes of sessions.

        Kept while the team only rates.
        """
        if model not in self._supported:
            filed, heard = self._evidence.speaking(model), self._interviews.sources(model)
            self._supported[model] = {
                part: (
                    *(Source(piece.kind, piece.session) for piece in filed.get(part, ())),
                    *heard.get(part, ()),
                )
                for part in filed.keys() | heard.keys()
            }
        return self._supported[model]

    def moves_sessions_only(self, changed: Changed) -> bool:
        """Whether a step changes sessions in nothing on which results rest: they have another time or another room."""
        return (
            changed.step is not None
            and changed.kinds == {TeamSession.declared.name}
            and not any(self._interviews.changes_sources(session) for _kind, session in changed.rows)
        )

    def _forget(self, changed: Changed) -> None:
        if changed.step is None or not (_SUPPORT.isdisjoint(changed.kinds) or self.moves_sessions_only(changed)):
            self._supported.clear()
