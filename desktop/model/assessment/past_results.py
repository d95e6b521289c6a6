"""Results that were kept elsewhere, as in a workbook of last year: where an assessment keeps them, and taking them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum

from msgspec import Struct

from desktop.model.assessment.desk import Desk, new_id
from desktop.model.assessment.models import Models
from desktop.model.assessment.targets import fits_place, place_kept
from desktop.model.errors import RefusalError
from desktop.model.journal import Changed
from desktop.model.maturity.pack import Pack
from desktop.model.maturity.parts_pack import PartsPack
from desktop.model.records import (
    ONCE,
    Answer,
    AreaRating,
    Identity,
    Participant,
    PartRating,
    PracticeRating,
    Record,
    StatementRating,
    StreamRating,
    Target,
)
from desktop.model.scoring.part_answers import answer_said
from desktop.model.scoring.vocabulary import Characterisation, Fulfilment


class PastUse(StrEnum):
    """What a result of the past is in an assessment.

    Attributes:
        RATING: what the team found of a part.
        NOTE: why, or what it heard and saw.
        TARGET: what was wanted of it.
        ANSWER: what a respondent said to a question.
    """

    RATING = "rating"
    NOTE = "note"
    TARGET = "target"
    ANSWER = "answer"


class PastResult(Struct, frozen=True):
    """One result.

    Attributes:
        part: id of what it is about; of an answer, the id of the question.
        said: a characterisation, level, fulfilment, choice or number as it is kept, or a text.
        respondent: whose answer it is, as people call them; empty for the team.
    """

    use: PastUse
    part: str
    said: str
    respondent: str = ""


class PastEffect(StrEnum):
    """What taking a result does to what stands there."""

    ADDS = "adds"
    SAME = "same"
    REPLACES = "replaces"


class _Cell(Struct, frozen=True):
    """Where a result is kept."""

    kind: type[Record]
    key: tuple[str, ...]
    name: str
    value: object


class PastResults:
    """Takes results of the past into an assessment."""

    def __init__(self, desk: Desk, models: Models) -> None:
        self._desk = desk
        self._models = models

    def effects(self, model: str, results: Sequence[PastResult], people: Mapping[str, str]) -> list[PastEffect]:
        """What taking each would do; nothing is changed. Arguments and refusals are those of `take`."""
        return [self._effect(self._cell(model, result, people.get(result.respondent, ""))) for result in results]

    def take(
        self, model: str, results: Sequence[PastResult], people: Mapping[str, str], *, replaces: bool = False
    ) -> Changed:
        """Take results in one step. Respondents who are no participants yet become some.

        Args:
            model: id of the model that they are about.
            results: those about one thing come after each other, and the last counts.
            people: ids of participants by what respondents are called.
            replaces: whether they go before what stands there; otherwise that stays.

        Raises:
            RefusalError: ``model.not_in_use``; ``past.nowhere`` with ``part`` and ``use``: the model keeps no such
                thing of the part; then nothing is taken.
        """
        unknown = dict.fromkeys(each.respondent for each in results if each.respondent not in people)
        unknown.pop("", None)
        new = {respondent: new_id() for respondent in unknown}
        cells = [self._cell(model, each, {**people, **new}.get(each.respondent, "")) for each in results]
        taken = [cell for cell in cells if replaces or self._effect(cell) is PastEffect.ADDS]
        first = self._desk.highest(Participant, "number") + 1
        with self._desk.step("past.take", model=self._desk.pack(model).name, count=len(taken)) as step:
            for number, (name, participant) in enumerate(new.items(), start=first):
                step.draft.put(Participant, participant, number=number, asked=True)
                step.draft.put(Identity, participant, name=name)
            for kind in dict.fromkeys(cell.kind for cell in taken):
                step.draft.put_many(kind, [(cell.key, {cell.name: cell.value}) for cell in taken if cell.kind is kind])
        return step.changed

    def _effect(self, cell: _Cell) -> PastEffect:
        known = self._desk.store.get(cell.kind, *cell.key) if all(cell.key[:2]) else None
        stands = getattr(known, cell.name) if known is not None else None
        if stands == cell.value:
            return PastEffect.SAME
        return PastEffect.ADDS if stands in (None, "") else PastEffect.REPLACES

    def _cell(self, model: str, result: PastResult, participant: str) -> _Cell:
        pack = self._desk.pack(model)
        try:
            if result.use is PastUse.ANSWER:
                found = self._answer(model, result, participant)
            else:
                found = next(_CELLS[result.use](pack, result.part, result.said), None)
        except ValueError:
            found = None
        if found is None:
            raise RefusalError("past.nowhere", part=result.part, use=result.use.value, said=result.said)
        kind, rest, name, value = found
        return _Cell(kind, (model, *rest), name, value)

    def _answer(self, model: str, result: PastResult, participant: str) -> _Found | None:
        asked = self._models.questions(model).get(result.part)
        if asked is None or asked.scale.choice(result.said) is None:
            return None
        return Answer, (participant, result.part), "choice", result.said


_Found = tuple[type[Record], tuple[str, ...], str, object]


def _rating(pack: Pack, part: str, said: str) -> Iterator[_Found]:
    if part in pack.practice_by_id:
        yield PracticeRating, (part,), "value", Characterisation(said)
    elif (
        part in pack.stream_by_id and pack.settings.team.may_set and int(said) in {each.number for each in pack.levels}
    ):
        yield StreamRating, (part,), "level", int(said)
    elif part in pack.statement_by_id:
        yield StatementRating, (part,), "value", Fulfilment(said)
    elif isinstance(pack, PartsPack) and part in pack.rules.part_by_id:
        known = pack.rules.part_by_id[part]
        scale = pack.rules.scale_of(known)
        if scale is not None and not pack.rules.answered_for(known) and answer_said(scale, said) is not None:
            yield PartRating, (part, ONCE), "answer", said


def _note(pack: Pack, part: str, said: str) -> Iterator[_Found]:
    if part in pack.practice_by_id:
        yield PracticeRating, (part,), "reason", said
    elif part in pack.area_by_id:
        yield AreaRating, (part,), "rationale", said
    elif part in pack.stream_by_id:
        yield StreamRating, (part,), "reason", said
    elif part in pack.statement_by_id:
        yield StatementRating, (part,), "note", said
    elif isinstance(pack, PartsPack) and part in pack.rules.part_by_id:
        yield PartRating, (part, ONCE), "note", said


def _target(pack: Pack, part: str, said: str) -> Iterator[_Found]:
    if part not in pack.place_by_id:
        return
    if isinstance(pack, PartsPack):
        if fits_place(pack, part, said):
            yield Target, (place_kept(pack, part),), "value", said
    elif part not in pack.area_by_id and int(said) in {each.number for each in pack.levels}:
        yield Target, (part,), "level", int(said)


_CELLS = {PastUse.RATING: _rating, PastUse.NOTE: _note, PastUse.TARGET: _target}
